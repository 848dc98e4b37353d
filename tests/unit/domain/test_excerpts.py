"""Words in context: what is shown of a text, with what was looked for marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.excerpts import OFF, ON, context, found_words, one_line, parts_of, plain_text, window


def marked(text):
    """A text as the index gives it: what stands between [ and ] was looked for."""
    return text.replace("[", ON).replace("]", OFF)


def shown(parts):
    return "".join(f"[{text}]" if was_looked_for else text for text, was_looked_for in parts)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("de [Kamer]\nwordt geïnformeerd", "de [Kamer] wordt geïnformeerd"),
        ("de [toe-\nzegging] is", "de [toezegging] is"),
        ("de [toe\u00ad\nzegging] is", "de [toezegging] is"),
        ("de [toezeg]-\nging is", "de [toezeg]ging is"),
        ("wet-\nen [regelgeving]", "wet- en [regelgeving]"),
        ("Noord-\nHolland [kamer]", "Noord- Holland [kamer]"),
        ("[soft\u00adware]  en\x07 meer", "[software] en meer"),
        ("", ""),
    ],
)
def test_a_page_is_shown_on_one_line_with_broken_words_whole(text, line):
    assert shown(one_line(marked(text))) == line


def test_the_title_has_its_marks_and_is_not_repeated_below():
    body = marked("C2026-0001\nInformeren over de [uitvoering]\nCommissie voor [Uitvoering]\nniets")
    title, excerpt = context(body, "Informeren over de uitvoering")
    assert shown(title) == "Informeren over de [uitvoering]"
    assert shown(excerpt) == "Commissie voor [Uitvoering]"


def test_what_is_shown_elsewhere_is_left_out():
    title, excerpt = context(marked("[C2026]-0001\nIets"), "Iets", "C2026-0001")
    assert (shown(title), excerpt) == ("Iets", ())


def test_several_fields_with_the_words_stand_side_by_side():
    _title, excerpt = context(marked("[a]\nx\n[b] c"), "x")
    assert shown(excerpt) == "[a] · [b] c"


def test_a_mark_over_a_line_end_marks_both_lines():
    _title, excerpt = context(marked("een [twee\ndrie] vier"), "")
    assert shown(excerpt) == "een [twee] · [drie] vier"


def test_a_long_field_is_cut_around_the_first_mark():
    line = marked("woord " * 100 + "[kamer] " + "woord " * 100)
    _title, excerpt = context(line, "")
    text = shown(excerpt)
    assert "[kamer]" in text
    assert text.startswith("…woord")
    assert text.endswith("…")
    assert len(text) < 200


def test_the_longest_words_that_were_found_are_what_to_look_for_on_the_page():
    assert found_words(parts_of(marked("[de] brief over [stikstof]"))) == "stikstof"
    assert found_words((("niets", False),)) == ""


PARTS = st.lists(st.tuples(st.text(alphabet="abc ", min_size=1), st.booleans()), min_size=1).map(tuple)


@given(PARTS, st.integers(min_value=30, max_value=80))
def test_a_window_is_never_longer_than_asked_and_keeps_the_first_mark(parts, longest):
    cut = window(parts, longest, longest // 3)
    assert len(plain_text(cut).replace("…", "")) <= longest
    if any(was_looked_for for _text, was_looked_for in parts):
        assert any(was_looked_for for _text, was_looked_for in cut)


@given(st.text())
def test_no_text_is_an_error(text):
    one_line(text)
    context(text, text[:10], text[10:20])


def test_words_far_on_in_a_long_title_stand_below_it():
    summary = "begin " * 40 + "slot"
    body = marked("begin " * 40 + "[slot]")
    title, excerpt = context(body, summary[:160])
    assert shown(title).startswith("begin begin")
    assert shown(title).endswith("…")
    assert shown(excerpt).endswith("[slot]")
