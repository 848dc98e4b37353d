"""How long before its day a deadline is coming up: set by kind in the settings, and shown at once."""

import pytest
from PySide6.QtWidgets import QLabel

from griffie.base.settings import SETTINGS, load_settings
from griffie.ui.agenda import words
from griffie.ui.dialogs.settings import SettingsDialog

NAMES = [setting.name for setting in SETTINGS if setting.name.startswith("reminder_")]


@pytest.fixture
def dialog(qtbot, place):
    dialog = SettingsDialog(place.settings)
    qtbot.addWidget(dialog)
    return dialog


def test_each_kind_has_a_number_of_days_that_is_kept(dialog, place):
    assert list(dialog.reminders) == NAMES
    for days, name in enumerate(NAMES, 21):
        dialog.reminders[name].setValue(days)
    kept = load_settings(place.settings.path)
    assert [kept.get(name) for name in NAMES] == [21, 22, 23, 24]


def test_each_number_has_a_label_and_a_name(dialog):
    for box in dialog.reminders.values():
        (label,) = [label for label in dialog.findChildren(QLabel) if label.buddy() is box]
        assert label.text() == box.accessibleName() != ""
        assert (box.minimum(), box.maximum()) == (0, 365)


def test_the_agenda_goes_by_them(make_bench, place):
    bench = make_bench(place)
    page, entry = bench.view.list_page, bench.entry("Eind juni")
    near = lambda: words.nearness(entry, bench.view.source.today, page.delegate.leads)  # noqa: E731
    assert near() == "far"
    place.settings.set("reminder_commitment", 20)
    bench.view.load()
    bench.settle()
    assert near() == "near"
    assert words.nearness(bench.entry("Gisteren"), bench.view.source.today, page.delegate.leads) == "late"
    assert words.nearness(bench.entry("Zonder termijn"), bench.view.source.today, page.delegate.leads) == "none"
