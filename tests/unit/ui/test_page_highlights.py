"""Which highlight lies where, and how marks share the margin."""

from griffie.domain.kinds import ItemKind
from griffie.domain.passage import Span
from griffie.ui.page.geometry import quad_of, turn_matrix
from griffie.ui.page.highlights import Highlight, Highlights


def highlight(name, *boxes, kind=ItemKind.COMMITMENT, page_index=0, suggested=False):
    quads = tuple(quad_of(box) for box in boxes)
    return Highlight(name, kind, (Span(page_index, 0, 9, "x" * 9, quads),), suggested)


LONG = highlight("long", (50, 100, 350, 110), (50, 112, 350, 122))
SHORT = highlight("short", (100, 100, 160, 110), kind=ItemKind.DEADLINE)
BELOW = highlight("below", (50, 200, 350, 210), kind=ItemKind.MOTION)
MARKS = Highlights([LONG, SHORT, BELOW])


def lanes(highlights, rotation=0):
    return {mark.highlight.id: mark.lane for mark in highlights.in_lanes(0, turn_matrix((400.0, 500.0, rotation), 0))}


def test_all_highlights_at_a_point_are_found_the_smallest_first():
    assert MARKS.at(0, 130, 105) == ["short", "long"]
    assert MARKS.at(0, 300, 117) == ["long"]


def test_between_words_and_on_other_pages_there_is_none():
    assert MARKS.at(0, 130, 150) == []
    assert MARKS.at(1, 130, 105) == []


def test_a_click_in_the_narrow_space_between_two_lines_still_counts():
    assert MARKS.at(0, 200, 111) == ["long"]


def test_marks_beside_one_another_stand_in_lanes_of_their_own():
    assert lanes(MARKS) == {"long": 0, "short": 1, "below": 0}


def test_lanes_follow_the_page_as_the_document_turns_it():
    side_by_side = [highlight("left", (50, 100, 100, 110)), highlight("right", (200, 100, 260, 110))]
    assert lanes(Highlights(side_by_side)) == {"left": 0, "right": 1}
    assert lanes(Highlights(side_by_side), rotation=90) == {"left": 0, "right": 0}


def test_a_highlight_across_pages_lies_on_both():
    spans = (
        Span(0, 50, 60, "a" * 10, (quad_of((50, 480, 350, 490)),)),
        Span(1, 0, 10, "b" * 10, (quad_of((50, 40, 200, 50)),)),
    )
    highlights = Highlights([Highlight("across", ItemKind.REQUEST, spans)])
    assert highlights.at(0, 60, 485) == ["across"]
    assert highlights.at(1, 60, 45) == ["across"]
    assert highlights.at(1, 60, 485) == []


def test_a_page_counts_its_items_by_kind_without_suggestions():
    marks = Highlights([BELOW, LONG, SHORT, highlight("maybe", (1, 1, 2, 2), suggested=True)])
    assert marks.kinds_on_page(0) == [ItemKind.COMMITMENT, ItemKind.MOTION, ItemKind.DEADLINE]
    assert marks.kinds_on_page(3) == []


def test_of_two_with_one_id_the_later_counts():
    marks = Highlights([LONG, highlight("long", (10, 10, 20, 20))])
    assert marks.at(0, 200, 105) == []
    assert marks.at(0, 15, 15) == ["long"]
