"""griffie search."""


def groups(answer):
    return {group["group"]: group["hits"] for group in answer.json["groups"]}


def marked(text):
    return [text["text"][start:end] for start, end in text["marks"]]


def test_words_are_found_everywhere_with_their_places(griffie, added, promise):
    answer = griffie("search", "informeren", "uitkomst", "--json")
    found = groups(answer)
    assert (answer.code, answer.json["query"]) == (0, "informeren uitkomst")
    (item,) = found["items"]
    page, after = found["pages"]
    assert (item["type"], item["kind"], item["number"], item["letter_number"]) == ("item", "commitment", promise, added)
    assert (page["type"], page["page"], page["letter_number"]) == ("page", 1, added)
    assert after["page"] == 2
    assert marked(page["excerpt"]) == ["informeren", "uitkomst"]


def test_a_number_comes_first(griffie, promise):
    answer = griffie("search", promise, "--json")
    assert answer.json["groups"][0]["group"] == "number"
    assert answer.json["groups"][0]["hits"][0]["number"] == promise


def test_people_get_a_line_with_the_place_and_one_with_the_words(griffie, added, promise):
    lines = griffie("search", "uitkomst").out.splitlines()
    assert lines[0] == "Items (1)"
    assert lines[1].startswith(promise)
    assert "Text of letters (2)" in lines
    assert "uitkomst van het overleg" in lines[-1]


def test_the_limit_is_of_each_sort(griffie, added):
    for number in range(3):
        griffie("new", "request", f"summary=Overzicht {number}")
    found = griffie("search", "overzicht", "--limit", "2", "--json").json["groups"][0]
    assert (len(found["hits"]), found["more"]) == (2, True)
    assert "Items (2+)" in griffie("search", "overzicht", "--limit", "2").out


def test_nothing_found_is_no_fault_and_says_so(griffie, added):
    answer = griffie("search", "zzz", "--json")
    assert (answer.code, answer.json["groups"], answer.err) == (0, [], "")
    assert griffie("search", "zzz").out == "Nothing found for “zzz”.\n"


def test_signs_of_the_index_are_ordinary_characters(griffie, added):
    assert griffie("search", 'informeren" OR (x', "--json").code == 0


def test_wrong_use_is_told(griffie, added):
    assert griffie("search").code == 2
    assert "--limit cannot be 'veel'." in griffie("search", "x", "--limit", "veel").err
