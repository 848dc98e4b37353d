"""The test set of settlements is consistent with itself: what tests/data/README.md says of it is so."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "data" / "settlement_pairs.json"
DATA = json.loads(PATH.read_text(encoding="utf-8"))
ITEMS = {item["key"]: item for item in DATA["items"]}
LETTERS = {letter["key"]: letter for letter in DATA["letters"]}
PAIRS = {(row["letter"], row["item"]): row for row in DATA["settles"]}
MENTIONS = {(row["letter"], row["item"]) for row in DATA["mentions"]}


def cites(text: str, item: dict) -> bool:
    """Whether the text has the item's official number, or its dossier with its paper number ("nrs. 12 en 13" too)."""
    official = item["official_number"]
    if official and re.search(rf"\b{official}\b", text):
        return True
    if not item["dossier"] or not item["paper_number"]:
        return False
    dossier = rf"{item['dossier'][:2]} ?{item['dossier'][2:]}" + (rf"[ -]{item['suffix']}" if item["suffix"] else "")
    return bool(re.search(rf"\b{dossier}[^\w]+(?:nrs?\. )?(?:\d+(?:, | en ))*{item['paper_number']}\b", text))


def test_keys_are_unique_and_every_reference_leads_somewhere():
    assert len(ITEMS) == len(DATA["items"])
    assert len(LETTERS) == len(DATA["letters"])
    assert len(PAIRS) == len(DATA["settles"])
    assert len(MENTIONS) == len(DATA["mentions"])
    assert all(letter in LETTERS and item in ITEMS for letter, item in [*PAIRS, *MENTIONS])
    assert not MENTIONS & PAIRS.keys(), "what a letter settles is no near miss of that letter"


def test_the_set_has_the_size_that_its_page_says():
    assert Counter(row["how"] for row in DATA["settles"]) == {"number": 20, "words": 20}
    assert Counter(ITEMS[item]["kind"] for _, item in PAIRS) == {"commitment": 24, "motion": 10, "request": 6}
    assert len(ITEMS.keys() - {item for _, item in PAIRS}) == 75
    assert Counter(Counter(letter for letter, _ in PAIRS).values()) == {1: 21, 2: 8, 3: 1}
    assert Counter(letter["chamber"] for letter in LETTERS.values()) == {"TK": 39, "EK": 5}
    assert len(MENTIONS) == 117
    assert len({item["ministry"] for item in ITEMS.values()}) == 14


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_a_letter_comes_after_what_it_settles_and_cites_it_or_not_as_labelled(pair):
    letter, item = LETTERS[pair[0]], ITEMS[pair[1]]
    assert date.fromisoformat(item["made_on"]) < date.fromisoformat(letter["date"])
    assert cites(letter["text"], item) is (PAIRS[pair]["how"] == "number")
    assert item["quote"] not in letter["text"]
    assert item["ministry"] in {sender[1] for sender in letter["senders"]}


def test_what_is_settled_in_two_letters_is_settled_in_part_first():
    twice = [key for key, count in Counter(item for _, item in PAIRS).items() if count == 2]
    assert len(twice) == 2
    for key in twice:
        rows = sorted((LETTERS[letter]["date"], row["degree"]) for (letter, item), row in PAIRS.items() if item == key)
        assert [degree for _, degree in rows] == ["partly", "whole"]


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_an_item_is_whole(item):
    assert item["kind"] == {"c": "commitment", "m": "motion", "r": "request"}[item["key"][0]]
    assert not item["due"] or date.fromisoformat(item["due"]) > date.fromisoformat(item["made_on"])
    assert re.fullmatch(r"(T\d{5}|TZ\d{6}-\d{3})?", item["official_number"])
    assert item["official_number"][2:8] == item["made_on"].replace("-", "")[:6] or item["official_number"][:2] != "TZ"
    assert bool(item["submitters"]) is (item["kind"] == "motion")
    assert item["origin"] in {"passage", "debate", "register"}


def test_a_promise_of_a_letter_in_the_set_stands_in_it_word_for_word():
    papers = {(x["dossiers"][0], x["paper_number"]): x for x in LETTERS.values()}
    assert len(papers) == len(LETTERS)
    own = [(x, papers.get((x["dossier"], x["paper_number"]))) for x in ITEMS.values()]
    made = [(item, letter) for item, letter in own if letter]
    assert len(made) == 3
    assert all(item["quote"] in letter["text"] and item["made_on"] == letter["date"] for item, letter in made)
