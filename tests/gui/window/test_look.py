"""The colours of both themes can be read: measured as WCAG 2.1 measures contrast."""

import pytest

from griffie.ui.page.colours import on_paper, wash
from griffie.ui.page.marking import WASH_HOVERED
from griffie.ui.theme import DARK, LIGHT


def luminance(colour):
    parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
             for part in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [("text", "surface"), ("text", "window"), ("text", "raised"), ("muted", "surface"), ("muted", "window"),
        ("muted", "raised"), ("accent_text", "accent"), ("selection_text", "selection"), ("error", "surface"),
        ("error", "window"), ("warning", "surface"), ("accent", "surface")]  # fmt: skip


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme, text, ground):
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_of_all_kinds_stand_out_from_the_panel(theme):
    for kind, colour in theme.kind_colours.items():
        assert contrast(colour, theme.surface) >= 3, kind


def test_words_under_a_highlight_stay_readable():
    """Highlights multiply over the page, whose letters are black; the strongest wash is that under the pointer."""
    for theme in (LIGHT, DARK):
        for kind, colour in theme.kind_colours.items():
            assert contrast(wash(on_paper(colour), WASH_HOVERED), LIGHT.text) >= 4.5, kind
