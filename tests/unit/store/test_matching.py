"""Candidates for settlement proposals: each way to an item, only open ones, and every question from an index."""

import datetime as dt

import pytest

from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, Origin
from griffie.services import itemising, settling, suggesting
from griffie.services.settling import Ruling
from griffie.store import matching, steps
from tests.helpers.composed_readings import cited, read, suggested
from tests.helpers.registers import put_letter, select

DAY = dt.date(2026, 1, 14)


def commitment(desk, summary, letter_id=None, **values):
    values = {"summary": summary, "meeting_date": DAY, **values}
    return itemising.new_item(desk, ItemKind.COMMITMENT, values, letter_id=letter_id)[0]


def motion(desk, paper_number="612", **values):
    values = {"dossier": "32820", "paper_number": paper_number, "meeting_date": DAY, **values}
    return itemising.new_item(desk, ItemKind.MOTION, values)[0]


def close(desk, item_id, status="settled"):
    itemising.type_item_field(desk, desk.item(item_id), "status", status)


# words


def test_words_find_open_items_by_the_rarest_first(desk):
    one = commitment(desk, "herstel van aanlegsteigers langs de Vecht")
    other = commitment(desk, "bediening van sluizen in de Vecht")
    for number in range(5):
        commitment(desk, f"iets over de Vecht, nummer {number}")

    assert matching.by_words(desk.register, ["aanlegsteiger", "vecht"])[0] == one
    assert matching.by_words(desk.register, ["sluiz"]) == [other]
    assert matching.by_words(desk.register, []) == []


@pytest.mark.parametrize("status", ["settled", "lapsed"])
def test_closed_items_and_deadlines_are_no_candidates(desk, status):
    item_id = commitment(desk, "aanlegsteigers", official_number="TZ202601-204")
    itemising.new_item(desk, ItemKind.DEADLINE, {"phrase": "aanlegsteigers in mei 2026"}, owner_id=item_id)
    assert matching.by_words(desk.register, ["aanlegsteiger"]) == [item_id]

    close(desk, item_id, status)

    assert matching.by_words(desk.register, ["aanlegsteiger"]) == []
    assert matching.by_numbers(desk.register, {"TZ202601-204"}) == []


def test_a_short_beginning_is_looked_for_by_its_forms_and_a_long_one_by_all_that_begins_so(desk):
    short = commitment(desk, "de kerk en de kerken")
    long = commitment(desk, "geluidsmetingen")
    commitment(desk, "kerkelijk")

    assert matching.by_words(desk.register, ["kerk"]) == [short]
    assert matching.by_words(desk.register, ["geluidsmet"]) == [long]


def test_signs_of_the_query_language_are_ordinary_characters(desk):
    commitment(desk, "aanlegsteigers")

    assert matching.by_words(desk.register, ['aan" OR "*', "NEAR("]) == []


def test_counting_stops_where_a_word_is_common(desk, monkeypatch):
    for number in range(6):
        commitment(desk, f"aanlegsteigers {number}")
    assert matching.counted(desk.register, ["aanlegsteiger", "nergens"]) == {"aanlegsteiger": 6, "nergens": 0}

    monkeypatch.setattr(matching, "COMMON", 4)

    assert matching.counted(desk.register, ["aanlegsteiger"]) == {"aanlegsteiger": 4}


# numbers, papers, names, dossiers


def test_numbers_papers_and_names_find_their_item(desk):
    promise = commitment(desk, "x", official_number="TZ202601-204")
    one = motion(desk, submitters=(Person("Wijnstra"),))
    motion(desk, "613", submitters=(Person("Postma"),))

    assert matching.by_numbers(desk.register, {"TZ202601-204", "T00001"}) == [promise]
    assert matching.by_papers(desk.register, [("32820", "", "612")]) == [one]
    assert matching.by_names(desk.register, {"Wijnstra", "wijnstra"}) == [one]


def test_a_paper_finds_what_was_promised_in_it(desk):
    letter_id = put_letter(desk, paper_number="88")
    with steps.step(desk.register, "clerk", "dossier") as work:
        row = {"number": "31409", "suffix": "XII"}
        work.replace_children("letter_dossier", "letter_id", letter_id, [row])
    promise = commitment(desk, "aanlegsteigers", letter_id)

    assert matching.by_papers(desk.register, [("31409", "XII", "88")]) == [promise]
    assert matching.by_papers(desk.register, [("31409", "", "88")]) == []
    assert matching.by_dossiers(desk.register, {"31409-XII"}) == [promise]
    (row,) = matching.item_rows(desk.register, [promise])
    assert row.item.made_in == {"31409-XII-88"}
    assert row.item.dossiers == {"31409-XII"}


def test_what_is_known_of_an_item_comes_in_the_order_asked(desk):
    letter_id = put_letter(desk)
    tagged = itemising.tag_with_fields(
        desk, letter_id, desk.letter(letter_id).documents[0].id, ItemKind.COMMITMENT,
        select(desk, letter_id, "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering."),
        {"summary": "Uitvoering", "promised_to": (Person("Hofstee", "CDA"),)},
    )[0]  # fmt: skip
    one = motion(desk, submitters=(Person("Wijnstra"),), summary="carillons")

    first, second = matching.item_rows(desk.register, [one, tagged, "nowhere"])

    assert (first.item.id, first.item.papers, first.item.submitters) == (one, {"32820-612"}, ("Wijnstra",))
    assert (first.item.made_on, first.letter_id, first.closed) == (DAY, None, False)
    assert second.item.people == ("Hofstee",)
    assert second.item.texts[0] == "Uitvoering"
    assert second.item.texts[1].startswith("Ik zeg toe")
    assert second.item.made_on == dt.date(2026, 3, 1)  # of the letter in which it was made
    assert second.letter_id == letter_id


def test_a_motion_without_a_day_was_there_at_its_first_mention(desk):
    letter_id = put_letter(desk, date="2025-11-05")
    item_id = itemising.new_item(desk, ItemKind.MOTION, {"summary": "carillons"}, letter_id=letter_id)[0]

    assert matching.item_rows(desk.register, [item_id])[0].item.made_on == dt.date(2025, 11, 5)


# what needs no proposal


def test_items_of_the_letter_decided_pairs_and_settlements_are_kept_apart(desk):
    letter_id = put_letter(desk)
    own = commitment(desk, "own", letter_id)
    free, proposed, decided = (commitment(desk, name) for name in ("free", "proposed", "decided"))
    named = motion(desk)
    settling.settle(desk, proposed, Ruling(), letter_id=letter_id)
    settling.settle(desk, named, Ruling(), letter_id=letter_id)
    with steps.step(desk.register, "clerk", "decide") as work:
        row = {"letter_id": letter_id, "item_id": decided, "state": "dismissed", "at": steps.now_text()}
        work.insert("proposal_decision", row)

    apart = matching.kept_apart(desk.register, letter_id, [own, free, proposed, decided, named])

    assert apart == {own, proposed, decided, named}
    assert matching.kept_apart(desk.register, put_letter(desk), [own, free, proposed, decided, named]) == set()
    assert matching.decisions_of(desk.register, letter_id) == {decided: "dismissed"}


def test_a_motion_that_only_this_letter_made_is_kept_apart_and_a_known_one_is_not(desk):
    words = "De motie van het lid Azmani (29 344, nr. 120) beschouw ik hiermee als uitgevoerd."
    letter_id = put_letter(desk)
    fields = {"dossier": "29344", "paper_number": "120", "role": "settles"}
    read(desk, letter_id, suggested(desk, letter_id, "motion", words, fields=fields))
    (shown,) = suggesting.suggestions(desk, letter_id)
    made, _changes = suggesting.accept(desk, letter_id, [shown.id])
    known = motion(desk, origin=Origin.REGISTER)

    assert matching.kept_apart(desk.register, letter_id, [*made, known]) == set(made)


def test_suggestions_that_were_left_out_are_no_evidence(desk):
    words = "De motie van het lid Azmani (29 344, nr. 120) beschouw ik hiermee als uitgevoerd."
    letter_id = put_letter(desk)
    read(desk, letter_id, suggested(desk, letter_id, "discharge", words, fields={"what": "motie"}))
    (held,) = matching.held_suggestions(desk.register, letter_id)
    assert held.is_open

    suggesting.dismiss(desk, letter_id, [held.kept.id])

    assert matching.held_suggestions(desk.register, letter_id) == []


# letters


def test_letters_that_cite_or_share_words_are_found_when_they_are_later(desk):
    sentence = "Het herstel van aanlegsteigers langs de Vecht (Kamerstuk 32 820, nr. 612) is klaar."
    early, late = put_letter(desk, sentence, date="2025-12-01"), put_letter(desk, sentence, date="2026-02-01")
    for letter_id in (early, late):
        read(desk, letter_id, citations=[cited(desk, letter_id, "Kamerstuk 32 820, nr. 612", "32820-612")])

    assert matching.letters_citing(desk.register, {"32820-612"}, "2026-01-14") == [late]
    assert matching.letters_with_words(desk.register, ["aanlegsteiger"], "2026-01-14") == [late]
    assert matching.letters_with_words(desk.register, [], "") == []
    assert matching.newest_letters(desk.register, 1) == [late]


def plan(desk, sql, values):
    return "\n".join(row[3] for row in desk.register.read.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall())


def test_every_question_is_answered_from_an_index(desk, monkeypatch):
    asked = []
    conn = desk.register.read
    monkeypatch.setattr(type(desk.register), "read", property(lambda _register: Spy(conn, asked)))
    matching.by_words(desk.register, ["aanlegsteiger"])
    matching.by_numbers(desk.register, {"T1"})
    matching.by_papers(desk.register, [("1", "", "2")])
    matching.by_names(desk.register, {"A"})
    matching.by_dossiers(desk.register, {"1"})
    matching.item_rows(desk.register, ["a"])
    matching.kept_apart(desk.register, "b", ["a"])
    matching.letters_citing(desk.register, {"1"}, "")
    matching.letters_with_words(desk.register, ["aanlegsteiger"], "")
    matching.item_count(desk.register)
    monkeypatch.undo()

    for sql, values in asked:
        steps_of_plan = plan(desk, sql, values).split("\n")
        whole = [line for line in steps_of_plan if line.startswith("SCAN ") and "VIRTUAL TABLE" not in line]
        whole = [line for line in whole if line not in ("SCAN CONSTANT ROW", "SCAN item")]  # the last one is max(seq)
        assert whole == [], sql


class Spy:
    """A connection that writes down what it is asked."""

    def __init__(self, conn, asked):
        self._conn, self._asked = conn, asked

    def execute(self, sql, values=()):
        self._asked.append((sql, values))
        return self._conn.execute(sql, values)
