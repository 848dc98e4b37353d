"""A passage is found again by its words, and stays where it was when that is not sure."""

from dataclasses import replace

import pytest

from griffie.domain.anchor import find_quote, locate
from griffie.domain.kinds import AnchorState
from griffie.domain.passage import Selection, Span
from tests.unit.domain.drawn import Drawn, line, paragraph

QUOTE = "heb ik toegezegd dat ik uw Kamer voor het zomerreces zal informeren over de uitvoering"


def ministry(quote_lines=None, *, more=()):
    """The letter as the ministry sends it."""
    lines = quote_lines or [
        "In het debat van 9 mei heb ik toegezegd dat ik uw",
        "Kamer voor het zomerreces zal informeren over",
        "de uitvoering van de regeling.",
    ]
    return Drawn(
        [
            *paragraph(80, 100, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
            *paragraph(80, 130, *lines),
            *paragraph(80, 200, "Voor de financiële gevolgen verwijs ik u naar de bijlage bij deze brief.", *more),
            line(80, 700, "1 Kamerstuk 28 844, nr. 266.", 8),
        ]
    )


def kamerstuk():
    """The same letter as it is printed: other lines, hyphens, pages, with a foot and a note in between."""
    return Drawn(
        [
            *paragraph(165, 100, "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal"),
            *paragraph(165, 130, "In het debat van 9 mei heb ik toegezegd dat ik uw Kamer voor het zomerre-"),
            line(165, 700, "1 Kamerstuk 28 844, nr. 266.", 8),
            line(165, 800, "Tweede Kamer, vergaderjaar 2022-2023, 28 844, nr. 269", 8),
        ],
        [
            *paragraph(
                165,
                100,
                "ces zal infor-",
                "meren over de uitvoering van de regeling.",
                "Voor de financiële gevolgen verwijs ik u naar de bijlage bij deze brief.",
            ),
            line(165, 800, "Tweede Kamer, vergaderjaar 2022-2023, 28 844, nr. 269", 8),
        ],
    )


def select(letter, quote):
    ((begin, end),) = find_quote(quote, letter.flow)
    return letter.select(begin, end)


def found_in(letter, passage):
    return locate(passage, letter.pages, letter.boxes, letter.flow)


def words(letter, found):
    return letter.flow.text(*letter.flow.ends_of(found.spans))


def test_in_the_same_print_a_passage_is_exact_with_the_same_spans():
    letter = ministry()
    passage = select(letter, QUOTE)
    assert locate(passage, letter.pages, letter.boxes).state is AnchorState.EXACT
    assert found_in(letter, passage).spans == passage.spans


def test_quads_are_those_of_the_pages_as_they_are_now():
    letter = ministry()
    passage = select(letter, QUOTE)
    moved = replace(passage, spans=tuple(replace(span, quads=()) for span in passage.spans))
    assert found_in(letter, moved).spans == passage.spans


def test_other_white_space_makes_no_difference():
    again = ministry(
        [
            "In het debat  van 9 mei heb ik toege zegd dat ik uw",
            "Kamer voor het zomer reces zal informeren over",
            "de uitvoering van de regeling.",
        ]
    )
    passage = select(ministry(), QUOTE)
    found = found_in(again, passage)
    assert found.state is AnchorState.EXACT
    assert [(span.start, span.end) for span in found.spans] == [(span.start, span.end) for span in passage.spans]


def test_another_print_is_found_by_quote_over_hyphens_notes_feet_and_pages():
    passage = select(ministry(), QUOTE)
    found = found_in(kamerstuk(), passage)
    assert found.state is AnchorState.REPAIRED
    assert words(kamerstuk(), found) == QUOTE
    assert [span.page_index for span in found.spans] == [0, 1]
    assert all(span.quads for span in found.spans)
    back = found_in(ministry(), select(kamerstuk(), QUOTE))
    assert back.state is AnchorState.REPAIRED
    assert words(ministry(), back) == QUOTE


def test_words_inserted_before_the_passage_move_it_along():
    passage = select(ministry(), QUOTE)
    later = ministry(
        [
            "Een nieuwe zin staat hier voor.",
            "In het debat van 9 mei heb ik toegezegd dat ik uw",
            "Kamer voor het zomerreces zal informeren over",
            "de uitvoering van de regeling.",
        ]
    )
    found = found_in(later, passage)
    assert found.state is AnchorState.REPAIRED
    assert words(later, found) == QUOTE


def test_a_quote_that_stands_twice_is_told_apart_by_its_surroundings():
    text = [
        "Bij de kinderopvang zal ik uw Kamer voor het zomerreces informeren.",
        "Bij de toeslagen zal ik uw Kamer voor het zomerreces informeren.",
    ]
    before, after = Drawn(paragraph(80, 100, *text)), Drawn(paragraph(80, 100, "Een aanhef.", *text))
    places = find_quote("uw Kamer voor het zomerreces", before.flow)
    assert len(places) == 2
    for number, ends in enumerate(places):
        found = found_in(after, before.select(*ends))
        assert found.state is AnchorState.REPAIRED
        assert after.flow.ends_of(found.spans) == find_quote("uw Kamer voor het zomerreces", after.flow)[number]


def test_a_quote_that_stands_twice_in_the_same_surroundings_goes_to_review():
    text = ["Ik zal uw Kamer hierover voor het zomerreces nader informeren."] * 3
    before, after = Drawn(paragraph(80, 100, *text)), Drawn(paragraph(80, 100, "Aanhef.", *text, *text))
    passage = before.select(*find_quote("uw Kamer hierover voor het zomerreces", before.flow)[1])
    found = found_in(after, passage)
    assert found.state is AnchorState.REVIEW
    assert found.spans == passage.spans


def test_a_short_quote_in_strange_surroundings_goes_to_review():
    before = Drawn(paragraph(80, 100, "Ik informeer u deze zomer over de stand van zaken."))
    after = Drawn(paragraph(80, 100, "Het werd deze zomer buitengewoon warm in Den Haag."))
    passage = select(before, "deze zomer")
    assert found_in(after, passage).state is AnchorState.REVIEW


def test_short_words_at_the_old_offsets_by_chance_are_not_believed():
    before = Drawn(paragraph(80, 100, "Vooraf: op 1 mei volgt het antwoord aan uw Kamer."))
    after = Drawn(paragraph(80, 100, "Gisten: op 1 mei begon een heel andere termijn hier."))
    passage = select(before, "1 mei")
    assert after.pages[0].stripped[passage.spans[0].start : passage.spans[0].end] == "1mei"
    assert found_in(after, passage).state is AnchorState.REVIEW


def test_a_quote_that_was_lightly_edited_is_found_by_likeness():
    passage = select(ministry(), QUOTE)
    edited = ministry(
        [
            "In het debat van 9 mei heb ik toegezegd dat ik uw",
            "Kamer voor het zomerreces zal informeeren over",
            "de uitvoering van de regeling.",
        ]
    )
    found = found_in(edited, passage)
    assert found.state is AnchorState.REPAIRED
    assert words(edited, found) == QUOTE.replace("informeren", "informeeren")


def test_a_likeness_with_another_number_goes_to_review():
    passage = select(
        ministry(), "In het debat van 9 mei heb ik toegezegd dat ik uw Kamer voor het zomerreces zal informeren"
    )
    changed = ministry(
        [
            "In het debat van 8 mei heb ik toegezegd dat ik uw",
            "Kamer voor het zomerreces zal informeren over",
            "de uitvoering van de regeling.",
        ]
    )
    assert found_in(changed, passage).state is AnchorState.REVIEW


def test_a_quote_that_is_gone_goes_to_review_with_its_old_spans():
    passage = select(ministry(), QUOTE)
    other = Drawn(
        paragraph(80, 100, "Een heel andere brief over een heel ander onderwerp.", "Daarin staat niets daarvan.")
    )
    found = found_in(other, passage)
    assert (found.state, found.spans) == (AnchorState.REVIEW, passage.spans)


def test_pages_that_are_gone_do_no_harm():
    passage = select(kamerstuk(), QUOTE)
    found = found_in(Drawn([]), passage)
    assert (found.state, found.spans) == (AnchorState.REVIEW, passage.spans)


@pytest.mark.parametrize(("page_index", "state"), [(0, AnchorState.EXACT), (7, AnchorState.REVIEW)])
def test_an_area_stays_where_it_is_while_its_page_is_there(page_index, state):
    span = Span(page_index, 0, 0, "", ((1, 1, 2, 1, 1, 2, 2, 2),))
    assert found_in(ministry(), Selection("", "", "", (span,))).state is state


def test_the_dashes_at_the_ends_of_a_quote_come_along():
    before = Drawn(paragraph(80, 100, "De zaak – naar ik meen – is duidelijk voor een ieder."))
    after = Drawn(paragraph(80, 100, "Aanhef.", "De zaak – naar ik meen – is duidelijk voor een ieder."))
    passage = before.drag((0, "– naar"), (0, "meen –"))
    assert words(after, found_in(after, passage)) == "– naar ik meen –"


@pytest.mark.parametrize(
    "quote",
    [
        "zomerreces zal",
        "voor het zomerreces zal informeren over",
        'de uitvoering\n van  "de regeling"'.replace('"', ""),
    ],
)
def test_a_quote_is_found_as_people_copy_it(quote):
    letter = kamerstuk()
    ((begin, end),) = find_quote(quote, letter.flow)
    assert letter.flow.text(begin, end) == " ".join(quote.split())


def test_a_quote_is_looked_for_on_the_page_that_was_named():
    letter = Drawn(*[paragraph(80, 100, "Ik zal uw Kamer informeren.")] * 3)
    assert [begin.page_index for begin, _ in find_quote("uw Kamer", letter.flow)] == [0, 1, 2]
    assert [begin.page_index for begin, _ in find_quote("uw Kamer", letter.flow, 1)] == [1]
    assert find_quote("uw Staten", letter.flow) == find_quote(" - ", letter.flow) == []


def test_other_quotation_marks_and_dashes_are_the_same():
    letter = Drawn(paragraph(80, 100, "Het artikel «Uitzetten» van 2015–2016 over agenda’s."))
    ((begin, end),) = find_quote('artikel "Uitzetten" van 2015-2016 over agenda\'s', letter.flow)
    assert letter.flow.text(begin, end) == "artikel «Uitzetten» van 2015–2016 over agenda’s"


def test_the_same_question_has_the_same_answer():
    passage = select(ministry(), QUOTE)
    assert found_in(kamerstuk(), passage) == found_in(kamerstuk(), passage)
