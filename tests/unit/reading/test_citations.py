import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from griffie.domain.kinds import Chamber
from griffie.domain.letter import Dossier
from griffie.domain.reading import CitationKind, Extent
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.citations import find_citations, papers_in
from griffie.reading.plain import letter_text
from griffie.reading.text import LetterText, Paragraph, ParagraphKind
from tests.unit.reading import citation_forms as forms
from tests.unit.reading.citation_prints import PRINTS
from tests.unit.reading.rules.citations import EXAMPLES

FACTS = LetterFacts(date=dt.date(2023, 6, 20), chamber=Chamber.TK, dossiers=(Dossier("29344"),))
FRAMES = ("{}", "Zie daarvoor ({}).", "Dat staat in {} en dat is zo.", "{}, waarin dit staat.")


def found_in(text, facts=FACTS, kind=ParagraphKind.TEXT):
    return find_citations(LetterText(text, (Paragraph(0, len(text), kind),)), facts)


def ids_in(text, facts=FACTS):
    return sorted({citation.id for citation in found_in(text, facts)})


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(
    ("text", "ids"), [*forms.KAMERSTUKKEN, *forms.DEBATES, *forms.OFFICIAL, *forms.MORE, *forms.EVEN_MORE]
)
def test_a_citation_is_found_in_every_form_that_is_printed(text, ids, frame):
    if frame != "{}" and text.endswith((".", ")", "»")):
        frame = "{}"
    assert ids_in(frame.format(text)) == sorted(ids.split())


@pytest.mark.parametrize(("text", "ids"), [*forms.LONELY, *forms.REWORDED])
def test_what_stands_around_a_citation_is_not_read_as_a_part_of_it(text, ids):
    assert ids_in(text) == sorted(ids.split())


@pytest.mark.parametrize("text", [*forms.NO_CITATION, *forms.MORE_NONE])
def test_money_counts_phone_numbers_and_laws_are_no_citations(text):
    assert ids_in(text) == []


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.rule)
def test_each_rule_holds_for_its_example_and_not_for_its_counter_example(one):
    assert ids_in(one.text) == sorted(one.expect)
    assert ids_in(one.counter) == []


@given(PRINTS, st.sampled_from(FRAMES))
@example(("Kamerstuk 29 344, nr. 131", ("29344-131",)), FRAMES[0])
def test_whatever_is_cited_is_read_back_from_each_of_its_prints(printed, frame):
    text, ids = printed
    assert ids_in(frame.format(text)) == sorted(set(ids))


@given(st.text("Kamerstuk nr.0123456789 ()-,;/IVXTZtm\n", max_size=80) | st.text(max_size=60))
def test_any_text_is_read_and_each_extent_holds_its_quote(text):
    for citation in found_in(text):
        assert citation.quote == text[citation.extent.start : citation.extent.end]
        assert citation.id


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Zie (Kamerstuk 29 344, nrs. 130 en 131).", "Kamerstuk 29 344, nrs. 130 en 131"),
        ("Zie (bijlage bij Kamerstuk 26 643, nr. 606).", "Kamerstuk 26 643, nr. 606"),
        ("Zie Kamerstukken II, 2022-2023, 29665, nr. 482.", "Kamerstukken II, 2022-2023, 29665, nr. 482"),
        ("Zie (COM(2018) 51).", "COM(2018) 51"),
        ("Zie (Handelingen II 2017/18, nr. 53, item 7).", "Handelingen II 2017/18, nr. 53, item 7"),
        (
            "Zie Handelingen II 2013/14, nr. 22, item 9, blz. 14–17.",
            "Handelingen II 2013/14, nr. 22, item 9, blz. 14–17",
        ),
        ("De motie-Jansen (24 587, nr. 1024) vraagt dat.", "24 587, nr. 1024"),
        ("Zie kst -30552-3.", "kst -30552-3"),
        ("Zie het wetsvoorstel 35 420.", "35 420"),
        ("Zie SWD (2023), 819 final.", "SWD (2023), 819 final"),
        ("Zie TK 85-5-7, 25 mei 2023.", "TK 85-5-7, 25 mei 2023"),
    ],
)
def test_the_quote_is_the_citation_with_its_label_and_no_bracket_around_it(text, quote):
    assert {citation.quote for citation in found_in(text)} == {quote}


def test_a_list_gives_one_row_a_paper_all_with_the_same_words():
    rows = found_in("Zie Kamerstuk 29 344, nrs. 130 en 131.")
    assert [row.id for row in rows] == ["29344-130", "29344-131"]
    assert len({row.extent for row in rows}) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023Z01234", CitationKind.ZAAK),
        ("2023D01234", CitationKind.DOCUMENT),
        ("2023A01234", CitationKind.ACTIVITY),
        ("blg-929493", CitationKind.ANNEX),
        ("nds-tk-2013D38756", CitationKind.NO_DOSSIER),
        ("T02345", CitationKind.TOEZEGGING),
        ("SWD(2023) 819", CitationKind.COM),
        ("Trb. 2013, 79", CitationKind.TRB),
        ("h-tk-20162017-97-8", CitationKind.HANDELINGEN),
    ],
)
def test_each_paper_has_its_kind(text, kind):
    assert [citation.kind for citation in found_in(text)] == [kind]


def test_the_head_of_the_letter_cites_nothing():
    assert found_in("29 344, nr. 131", kind=ParagraphKind.HEAD) == []


def test_running_heads_and_the_publishers_own_number_are_no_citations():
    assert ids_in("Tweede Kamer, vergaderjaar 2022–2023, 29 344, nr. 131 2") == []
    assert ids_in("kst-29344-131 ISSN 0921 - 7371 's-Gravenhage 2016") == []
    note = "Tweede Kamer, vergaderjaar 2022–2023, 29 344, nr. 131"
    assert [c.id for c in found_in(note, kind=ParagraphKind.NOTE)] == ["29344-131"]


def test_a_number_alone_belongs_to_the_dossier_last_cited_or_the_only_one_of_the_header():
    assert ids_in("De motie-Jansen (nr. 12) is uitgevoerd.") == ["29344-12"]
    assert ids_in("Zie 29 270, nr. 5. De motie-Jansen (nr. 12) is uitgevoerd.") == ["29270-12", "29270-5"]
    two = LetterFacts(dossiers=(Dossier("29344"), Dossier("29270")))
    assert ids_in("De motie-Jansen (nr. 12) is uitgevoerd.", two) == []


def test_a_report_without_a_year_is_dated_by_its_sentence_or_by_the_letter_where_the_number_allows_it():
    early = LetterFacts(date=dt.date(2022, 10, 14), chamber=Chamber.TK)
    assert ids_in("Zie Handelingen II, nr. 8, item 5.", early) == ["h-tk-20222023-8-5"]
    assert ids_in("Zie Handelingen II, nr. 85, item 5.", early) == []
    assert ids_in("Op 12 mei jl. (Handelingen II, nr. 85, item 5) is dat gezegd.", early) == ["h-tk-20212022-85-5"]
    assert ids_in("Zie Handelingen II, nr. 8, item 5.", LetterFacts()) == []


@pytest.mark.parametrize(("day", "session"), [("19 september 2023", "20232024"), ("18 september 2023", "20222023")])
def test_a_session_begins_on_the_third_tuesday_of_september(day, session):
    assert ids_in(f"Zie Handelingen II, {day}, nr. 1, item 5.") == [f"h-tk-{session}-1-5"]


def test_without_a_chamber_the_one_that_the_letter_is_addressed_to_is_meant():
    senate = LetterFacts(date=dt.date(2023, 6, 20), chamber=Chamber.EK)
    assert ids_in("Zie Handelingen 2022/23, nr. 5, item 3.", senate) == ["h-ek-20222023-5-3"]
    assert ids_in("Zie Aanhangsel Handelingen 2022/23, nr. 5.", senate) == ["ah-ek-20222023-5"]
    assert ids_in("Zie Aanhangsel Handelingen 2022/23, nr. 1121.", senate) == ["ah-tk-20222023-1121"]


def test_a_citation_cut_at_the_end_of_a_line_is_one():
    text = "Zie daarvoor (SWD(2018)\n41). Zie ook Kamerstuk 29 344, nr.\n131 over dit onderwerp."
    first, second, third = (part + 1 for part in (-1, text.index("\n"), text.rindex("\n")))
    paragraphs = tuple(
        Paragraph(start, end, ParagraphKind.TEXT)
        for start, end in ((first, second - 1), (second, third - 1), (third, len(text)))
    )
    found = find_citations(LetterText(text, paragraphs), FACTS)
    assert [citation.id for citation in found] == ["SWD(2018)41", "29344-131"]


LETTER = """Geachte voorzitter,

Met de motie-Jansen (29 344, nr. 12) en de motie-Pietersen1 is rekening gehouden. Zie ook Stb. 2016, 123.

De Minister van Financiën, A. Voorbeeld

1 Kamerstuk 29 344, nr. 14."""


def test_the_papers_of_a_place_are_those_in_it_and_in_the_notes_marked_there():
    letter = letter_text(LETTER)
    citations = find_citations(letter, FACTS)
    sentence = letter.body[0].extent
    assert [c.id for c in papers_in(citations, sentence)] == ["29344-12"]
    assert [c.id for c in papers_in(citations, sentence, letter)] == ["29344-12", "29344-14"]
    assert papers_in(citations, Extent(0, 5), letter) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize("text", ["1 " * 8000, "nr. 1, " * 3000, "29 344 en " * 1500, "Kamerstuk" + " " * 15000 + "5"])
def test_a_table_of_numbers_takes_no_longer_than_its_length_asks(text):
    assert ids_in(text) == []
