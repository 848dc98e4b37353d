"""A letter or an item is chosen by its number or by its words, and nothing is guessed."""

import pytest

from griffie.base.errors import InvalidValueError
from griffie.domain.kinds import ItemKind
from griffie.services import choosing, itemising
from tests.helpers.registers import put_letter
from tests.unit.services.test_tagging import tag


@pytest.fixture
def promise(desk, letter_id):
    item_id = tag(desk, letter_id, "Ik zeg toe uw Kamer")[0]
    itemising.set_item_fields(desk, item_id, {"summary": "Evaluatie van de wet", "official_number": "T01970"})
    return item_id


@pytest.mark.parametrize("typed", ["B2026", "brief", "windmolens", "b20"])
def test_letters_are_offered_newest_first_by_number_and_words(desk, typed):
    first, second = (put_letter(desk, "Over windmolens op zee", subject=f"Brief {n}") for n in (1, 2))
    assert [desk.letter(line.split(" · ")[0]).id for line in choosing.letters_like(desk, typed)] == [second, first]
    assert choosing.letters_like(desk, typed)[0].endswith(" · 1 March 2026 · Brief 2")


@pytest.mark.parametrize("typed", ["C20", "evaluatie wet", "T01970", "t019"])
def test_items_are_offered_by_number_official_number_and_words(desk, promise, typed):
    (line,) = choosing.items_like(desk, typed)
    assert line == f"{desk.item(promise).number} · T01970 · Evaluatie van de wet"


def test_only_kinds_that_can_be_settled_are_offered(desk, letter_id, promise):
    tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)
    assert choosing.items_like(desk, "mei") == []
    assert [line[0] for line in choosing.items_like(desk, "mei", [ItemKind.DEADLINE])] == ["T"]


@pytest.mark.parametrize("how", ["number", "line", "official", "words"])
def test_what_was_chosen_is_found(desk, promise, how):
    number = desk.item(promise).number
    texts = {"number": number.lower(), "line": choosing.items_like(desk, number)[0], "official": "T01970"}
    assert choosing.item_of(desk, texts.get(how, "evaluatie")).id == promise
    assert choosing.item_choice(desk.item(promise)) == f"{number} · Evaluatie van de wet"


def test_a_letter_that_was_chosen_is_found(desk):
    letter_id = put_letter(desk, subject="Windmolens " * 20)
    letter = desk.letter(letter_id)
    line = choosing.letters_like(desk, "windmolens")[0]
    assert line.endswith(" …")
    assert choosing.letter_choice(letter).startswith(f"{letter.number} · 1 March 2026 · Windmolens")
    for text in (line, letter.number, "windmolens"):
        assert choosing.letter_of(desk, text).id == letter_id


def test_words_that_several_or_none_have_are_not_guessed_at(desk, promise):
    itemising.set_item_field(desk, promise, "official_number", "")
    for _ in range(2):
        put_letter(desk, "Over windmolens")
    for text in ("windmolens", "zonnepanelen", ""):
        with pytest.raises(InvalidValueError):
            choosing.letter_of(desk, text)
        with pytest.raises(InvalidValueError):
            choosing.item_of(desk, text)
