"""What somebody types into the search box, made into what is looked for."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.finding import MOST_TERMS, Term, broken, query_of
from griffie.domain.letter import Dossier
from griffie.domain.papers import Paper
from griffie.store.expressions import expression


def phrases(typed):
    return [" ".join(term.phrases[0]) for term in query_of(typed).terms]


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("kamer brief", ["kamer", "brief"]),
        ("  kamer\t brief ", ["kamer", "brief"]),
        ('"voor het zomerreces" toezegging', ["voor het zomerreces", "toezegging"]),
        ("„voor het zomerreces” toezegging", ["voor het zomerreces", "toezegging"]),
        ("kamer “voor het", ["kamer", "voor het"]),
        ("co-ouderschap", ["co ouderschap"]),
        ("’s-Gravenhage auto's", ["s Gravenhage", "auto s"]),
        ("AND kamer OR (brief NOT motie)", ["AND", "kamer", "OR", "brief", "NOT", "motie"]),
        ("body:kamer* ^brief NEAR(x y)", ["body kamer", "brief", "NEAR x", "y"]),
        ("coo\u0308rdinatie", ["coördinatie"]),
        ("zomer\u00adreces", ["zomerreces"]),
        ('"', []),
        ('"" - * ()', []),
        ("", []),
    ],
)
def test_words_are_all_looked_for_and_quotes_keep_them_together(typed, looked_for):
    assert phrases(typed) == looked_for


@pytest.mark.parametrize(
    ("typed", "goes_on"),
    [
        ("kamer br", [False, True]),
        ("kamer b", [False, False]),
        ('kamer "voor het', [False, True]),
        ('kamer "voor het"', [False, False]),
        ('"voor het" kam', [False, True]),
        ("C2026-0007", [False]),
        ("C2026-00", [True]),
    ],
)
def test_only_the_last_word_goes_on_unless_its_quotes_are_closed(typed, goes_on):
    assert [term.goes_on for term in query_of(typed).terms] == goes_on


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("C2026-0007", "C2026-0007"),
        ("c2026-7", "C2026-0007"),
        ("toezegging C2026-0007", "C2026-0007"),
        ("B 2026-12345", "B2026-12345"),
        ("C2026-", ""),
        ("C2026-0007 azmani", ""),
    ],
)
def test_an_own_number_is_known_also_when_it_is_typed_carelessly(typed, number):
    assert query_of(typed).numbers.own == number


@pytest.mark.parametrize(("typed", "number"), [("T01234", "T01234"), ("tz202603-130", "TZ202603-130"), ("TZ2026", "")])
def test_the_number_of_an_official_register_is_known(typed, number):
    assert query_of(typed).numbers.official == number


@pytest.mark.parametrize(
    "typed",
    ["29344-120", "29 344, nr. 120", "29.344 nr. 120", "kst-29344-120", "Kamerstuk 29 344, nr. 120", "motie 29344-120"],
)
def test_every_spelling_of_a_paper_leads_to_it_and_to_every_spelling_in_letters(typed):
    query = query_of(typed)
    assert query.numbers.papers == (Paper((Dossier("29344"),), "120"),)
    (term,) = query.terms
    assert ("29344", "120") in term.phrases
    assert ("29", "344", "nr", "120") in term.phrases


def test_a_budget_chapter_is_part_of_the_paper():
    assert query_of("36600 VI 12").numbers.papers == (Paper((Dossier("36600", "VI"),), "12"),)


@pytest.mark.parametrize(
    ("typed", "dossier"), [("29344", "29344"), ("36 600-VI", "36600-VI"), ("21501-02", "21501-02")]
)
def test_a_dossier_alone_is_known(typed, dossier):
    assert str(query_of(typed).numbers.dossier) == dossier


def test_a_dossier_between_words_is_found_in_both_spellings():
    dossier, word = query_of("29 344 stikstof").terms
    assert dossier.phrases == (("29344",), ("29", "344"))
    assert word.phrases == (("stikstof",),)


def test_half_a_letter_pasted_into_the_box_is_cut():
    assert len(query_of("woord " * 1000).terms) <= MOST_TERMS


def test_a_long_word_may_be_broken_off_at_a_line_end():
    (term,) = broken(query_of("toezegging").terms)
    assert ("toe", "zegging") in term.phrases
    assert ("toezeg", "ging") in term.closed


@pytest.mark.parametrize("typed", ["kamer", '"voor het reces"', "29344", "abc1234567"])
def test_short_words_phrases_and_numbers_are_not(typed):
    assert broken(query_of(typed).terms) is None


FTS = sqlite3.connect(":memory:", check_same_thread=False)
FTS.execute("CREATE VIRTUAL TABLE f USING fts5(body, tokenize='unicode61 remove_diacritics 2', prefix='2 3')")
FTS.execute("INSERT INTO f VALUES ('Aan de Voorzitter van de Tweede Kamer')")
PIECES = st.sampled_from(
    ["kamer", '"', "“", "AND", "OR", "NOT", "NEAR(", ")", "*", "^", ":", "-", "29 344", ", nr. ", "120", "{", "}", "+",
     "'", "\x00", "\ud800", "\u0301", "é", " ", "\n", "TZ202603-130", "CXIX", "²", "_", "🙂"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_nothing_that_can_be_typed_is_an_error_of_the_index(typed):
    terms = query_of(typed).terms
    for asked in (terms, broken(terms)):
        if asked:
            FTS.execute("SELECT rowid FROM f WHERE f MATCH ?", (expression(asked),)).fetchall()


@given(st.text(alphabet=st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=1, max_size=12))
def test_a_bare_word_finds_a_text_that_has_it(word):
    """What is one word to us is one to the index, in any Latin spelling."""
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE f USING fts5(body, tokenize='unicode61 remove_diacritics 2')")
    conn.execute("INSERT INTO f VALUES (?)", (word,))
    known = conn.execute("SELECT count(*) FROM f WHERE f MATCH ?", (f'"{word}"',)).fetchone()[0]
    terms = query_of(word).terms
    found = conn.execute("SELECT count(*) FROM f WHERE f MATCH ?", (expression(terms),)).fetchone()[0] if terms else 0
    conn.close()
    assert found == known


def test_a_term_may_have_several_spellings_and_only_some_go_on():
    term = Term((("toe", "zegging"),), goes_on=True, closed=(("toezeg", "ging"),))
    assert expression((term, Term((("x",),)))) == '("toe zegging"* OR "toezeg ging") AND "x"'
