"""Text of a page survives the wire; what a hostile child makes up does not."""

import json
from array import array

import pytest

from griffie.domain.page import PageBoxes, PageText, TextLine
from griffie.pdf.codec import boxes_from_wire, boxes_to_wire, text_from_wire, text_to_wire

LINES = (
    TextLine(0, 5, "ge ïnf", (1.5, 2.0, 30.25, 14.0), 9.5),
    TextLine(5, 7, "ab", (1.0, 20.0, 30.0, 34.0), 11.0, bold=True, direction=(0.0, -1.0)),
)
TEXT = PageText(3, 595.25, 842.0, 90, LINES, "mupdf-text/1")
BOXES = PageBoxes(3, array("f", [n / 4 for n in range(56)]))


def wire():
    return json.loads(json.dumps(text_to_wire(TEXT)))


def test_text_comes_back_as_it_went():
    assert text_from_wire(wire()) == TEXT


def test_boxes_come_back_as_they_went():
    assert boxes_from_wire(3, boxes_to_wire(BOXES), TEXT) == BOXES


def test_a_page_without_text_has_no_boxes():
    empty = PageText(0, 1.0, 1.0, 0, (), "x")
    assert len(boxes_from_wire(0, b"", text_from_wire(json.loads(json.dumps(text_to_wire(empty)))))) == 0


@pytest.mark.parametrize("blob", [b"", b"x" * 31, b"x" * 32, boxes_to_wire(BOXES)[:-4]])
def test_boxes_that_do_not_fit_the_text_are_refused(blob):
    with pytest.raises(ValueError, match=r"."):
        boxes_from_wire(3, blob, TEXT)


@pytest.mark.parametrize(
    ("key", "value"),
    [("width", "breed"), ("lines", [[1]]), ("lines", [[0, 1, "a", [1, 2], 9, False, [1, 0]]]), ("lines", 7)],
)
def test_text_of_the_wrong_shape_is_refused(key, value):
    with pytest.raises((TypeError, ValueError)):
        text_from_wire({**wire(), key: value})
