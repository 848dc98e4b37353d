"""What a spreadsheet would run becomes text, and comes back as it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.exchange.guards import begins_oddly, guard, holds_oddly, one_line, unguard

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "＝1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "﹦1",
    "\ufeff=1",
    "\u200b=1",
    "\u00ad=1",
    "\u2003\u00a0 =1",
    "a\n=1",
    "a\r\n-1",
    "a\u2028=1",
    "a;=1",
    "a,=1",
    "a; =1",
    "a;-1",
    "a;'=1",
    '=HYPERLINK("http://x","y")',
    "=cmd|'/c calc'!A1",
    "'=1",
    "''=1",
    "' =1",
    "- dat de Kamer",
)
TEXTS = st.text(st.sampled_from(list("=+-@＝－'; ,\n\r\t\u00a0\u200b\u2028\"a1")), max_size=12) | st.text(max_size=30)


def runs(cell):
    """Tell whether a spreadsheet might run a cell that holds this."""
    bare = cell.lstrip(" \t\r\n\u00a0\u2003\u200b\u00ad\ufeff")
    return unicodedata.normalize("NFKC", bare[:1]) in ("=", "+", "-", "@")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_never_begins_a_cell(text):
    guarded = guard(text)
    assert not runs(guarded)
    assert not any(runs(line) for line in guarded.splitlines())


@pytest.mark.parametrize("separator", [";", ","])
def test_a_table_split_at_the_wrong_separator_makes_no_formula(separator):
    for sign in ("=1", "+1", "@x", "-1", " =1", "＝1"):
        assert not any(runs(cell) for cell in guard(f"a{separator}{sign}").split(separator))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_guarded_text_comes_back_whole(text):
    assert unguard(guard(text)) == text
    assert unguard(guard(one_line(text))) == one_line(text)


@given(TEXTS)
def test_any_text_comes_back_whole(text):
    assert unguard(guard(text)) == text


@given(TEXTS)
def test_nothing_that_runs_is_left(text):
    assert not runs(guard(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "zie nr. 120",
        "'s-Gravenhage",
        "foto's",
        "motie-Van Aalst; - dat",
        "a, - b",
        "2026-07-01",
        "vóór 1 mei",
        '"=1',
    ],
)
def test_ordinary_text_is_left_alone(text):
    assert guard(text) == text


def test_line_breaks_become_one_space_and_control_characters_go():
    assert one_line("een\r\ntwee\n\ndrie\x00\x07vier\tvijf\u2029zes") == "een twee drievier\tvijf zes"


@given(st.lists(TEXTS, min_size=1, max_size=6))
def test_the_quick_look_never_misses_a_text_that_has_to_change(texts):
    joined = "\x1e".join(texts)
    odd = begins_oddly({text[:1] for text in texts}) or holds_oddly(
        joined, joined.encode("utf-8", "replace"), len(texts)
    )
    if not odd and not any(separator in text for text in texts for separator in "\x1e\x1f"):
        assert [guard(one_line(text)) for text in texts] == texts
