"""The beginning of a word in a big register: the answer is the one that the index itself would give."""

import random

import pytest

from griffie.domain.finding import GroupName, query_of
from griffie.store import beginnings
from griffie.store.finding import Asking
from tests.helpers.registers import new_desk, put_letter

WORDS = "brief brieven briefwisseling Briéf bril brok kamer kamerbrief kamers kanaal motie moties motief ’s-Gravenhage"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = new_desk(tmp_path_factory.mktemp("beginnings") / "r.sqlite")
    chance = random.Random(3)
    for _n in range(80):
        put_letter(desk, " ".join(chance.choices(WORDS.split(), k=3)), durable=False)
    yield desk
    desk.register.close()


def found(desk, typed, limit):
    groups = Asking(desk.register, query_of(typed), limit).found().groups
    return {group.name: ([hit.number for hit in group.hits], group.more) for group in groups}


@pytest.mark.parametrize("limit", [3, 200])
@pytest.mark.parametrize(
    "typed",
    [
        "brie",
        "brieve",
        "brief",
        "briéfw",
        "kame",
        "kamer brie",
        '"kamer mot',
        "moti",
        "zzzz",
        "brzz",
        "s-grave",
        "kana mote",
    ],
)
def test_a_big_register_answers_as_a_small_one(desk, typed, limit, monkeypatch):
    monkeypatch.setattr("griffie.store.finding.is_open", lambda _terms: False)  # the index alone
    plain = found(desk, typed, limit)
    monkeypatch.undo()
    monkeypatch.setattr(beginnings, "SMALL", 0)
    monkeypatch.setattr("griffie.store.finding.whole_words", lambda _terms: query_of("zzzzz").terms)
    assert found(desk, typed, limit) == plain


def test_a_beginning_in_most_of_the_texts_is_answered_with_the_words_that_are_seen(desk, monkeypatch):
    monkeypatch.setattr(beginnings, "SMALL", 0)
    instead = beginnings.words_for(desk.register.read, "fts_page", query_of("brie").terms, 3)
    assert not instead.complete
    seen = {phrase[-1] for phrase in instead.terms[-1].phrases}
    assert seen <= {"brief", "brieven", "briefwisseling", "Briéf"}
    assert seen


def test_a_rare_beginning_is_left_to_the_index(desk, monkeypatch):
    monkeypatch.setattr(beginnings, "SMALL", 0)
    monkeypatch.setattr(beginnings, "SAMPLE", 5)
    assert beginnings.words_for(desk.register.read, "fts_page", query_of("briefw").terms, 60) is None


def test_where_every_text_was_looked_at_the_answer_is_complete(desk, monkeypatch):
    monkeypatch.setattr(beginnings, "SMALL", 0)
    nothing = beginnings.words_for(desk.register.read, "fts_page", query_of("zzzz").terms, 3)
    assert (nothing.terms, nothing.complete) == (None, True)


def test_a_small_register_is_asked_as_it_is(desk):
    assert beginnings.words_for(desk.register.read, "fts_page", query_of("brie").terms, 3) is None


def test_a_whole_word_that_fills_the_group_needs_no_more(desk):
    numbers, more = found(desk, "brief", 3)[GroupName.PAGES]
    assert (len(numbers), more) == (3, True)
