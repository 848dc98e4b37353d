"""The panel in another language, another theme and another width."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from griffie.base import i18n
from griffie.domain.kinds import ItemKind
from griffie.ui.theme import DARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Reversed(i18n.gettext.NullTranslations):
    """A language that needs no catalogue: every text in capitals."""

    def gettext(self, message):
        return message.upper() if "{" not in message else message


def test_a_switch_of_language_reaches_every_text_and_keeps_what_is_typed(filled, monkeypatch):
    filled.panel.select(filled.ids.deadline)
    filled.type_over(filled.field("phrase"), "half")
    monkeypatch.setattr(i18n._Current, "catalogue", Reversed())
    filled.place.bus.language_changed.emit()
    form = filled.panel.items.form
    assert form.form.rows["term"].caption.text() == "TERM"
    assert form.title.name.text().startswith("DEADLINE")
    assert filled.panel.header.fold.text() == "LETTER'S DATA"
    assert form.form.rows["precision"].editor.box.currentText() == "DAY"
    assert filled.field("phrase").text() == "half"
    shown = [label.text() for label in filled.panel.findChildren(QLabel) if label.isVisible()]
    assert [text for text in shown if text.islower()] == ["“voor 1 mei 2026”", "page 1"]  # a quote, and one with a gap


def test_a_switch_of_theme_colours_the_marks_anew(filled):
    filled.panel.select(filled.ids.commitment)
    filled.place.theme = DARK
    filled.place.bus.theme_changed.emit(DARK)
    assert filled.panel.items.form.passages.views[0].colour == DARK.kind_colours[ItemKind.COMMITMENT]


@pytest.mark.parametrize("width", [320, 380, 520])
def test_nothing_is_wider_than_the_panel(filled, width, qtbot):
    filled.panel.resize(width, 800)
    for item_id in vars(filled.ids).values():
        filled.panel.select(item_id)
        body = filled.panel.items.form.widget()
        qtbot.waitUntil(lambda body=body: body.width() <= filled.panel.items.form.viewport().width())
        for widget in body.findChildren(QWidget):
            if widget.isVisible() and widget.window() is filled.panel:
                right = widget.mapTo(body, widget.rect().topRight()).x()
                assert right <= body.width(), f"{type(widget).__name__} {widget.accessibleName()}"
