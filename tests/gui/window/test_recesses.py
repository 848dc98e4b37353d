"""The recess calendar in its dialog: own rows over those of Griffie; saving lists what would move and moves nothing."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from griffie.base.settings import Settings
from griffie.domain.kinds import Chamber, Precision
from griffie.domain.periods import DateRange
from griffie.domain.recess import Recess, RecessKind
from griffie.services import recesses
from griffie.services.desk import Desk
from griffie.services.moving import Move
from griffie.store.database import open_register
from griffie.ui.dialogs.moves import MovesDialog
from griffie.ui.dialogs.recesses import RecessDialog
from griffie.ui.dialogs.settings import SettingsDialog
from griffie.ui.place import Bus, Workplace
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT


@pytest.fixture
def place(qtbot, tmp_path):
    register = open_register(tmp_path / "r.sqlite")
    lane = Lane("writing")
    desk = Desk(register, None, "tester", tmp_path / "recesses.toml")
    yield Workplace(desk, lane, Bus(), Settings(tmp_path / "s.toml"), LIGHT)
    lane.close()
    register.close()


@pytest.fixture
def dialog(qtbot, place):
    dialog = RecessDialog(place)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def type_row(dialog, kind, first, last, source=""):
    dialog.chamber.setCurrentIndex(dialog.chamber.findData(Chamber.TK))
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.first.setText(first)
    dialog.last.setText(last)
    dialog.source.setText(source)
    dialog.put_row()


def shown(dialog, year, kind):
    return [row for row in dialog.rows() if row.first.year == year and row.kind is kind and row.chamber is Chamber.TK]


def test_the_rows_of_griffie_are_shown_with_source_and_cannot_be_removed(dialog):
    assert dialog.table.topLevelItemCount() > 20
    dialog.table.setCurrentItem(dialog.table.topLevelItem(0))
    assert not dialog.remove.isEnabled()
    assert dialog.table.topLevelItem(0).text(6) == "Griffie"


def test_an_own_row_goes_before_griffies_and_gives_way_when_removed(dialog):
    (before,) = shown(dialog, 2026, RecessKind.SUMMER)
    type_row(dialog, RecessKind.SUMMER, "10 July 2026", "7 September 2026", "jaarplanning")
    assert shown(dialog, 2026, RecessKind.SUMMER) == [
        Recess(Chamber.TK, RecessKind.SUMMER, dt.date(2026, 7, 10), dt.date(2026, 9, 7), "jaarplanning", "U")
    ]
    assert dialog.remove.isEnabled()
    dialog.remove_row()
    assert shown(dialog, 2026, RecessKind.SUMMER) == [before]


@pytest.mark.parametrize(
    ("first", "last", "hint"),
    [
        ("10 July 2026", "1 July 2026", "ends before it begins"),
        ("1 January 2026", "1 December 2026", "longer than"),
        ("ooit", "1 July 2026", "ooit"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_a_sentence(dialog, first, last, hint):
    type_row(dialog, RecessKind.SUMMER, first, last)
    assert hint in dialog.hint.text()
    assert dialog.own == []


def test_saving_keeps_the_rows_for_the_next_reading(qtbot, place, dialog):
    type_row(dialog, RecessKind.AUTUMN, "16 October 2026", "26 October 2026")
    with qtbot.waitSignal(dialog.accepted):
        dialog.save()
    assert dialog.saved
    assert [row.kind for row in recesses.own_rows(place.desk)] == [RecessKind.AUTUMN]


def test_what_would_move_is_listed_and_only_what_is_ticked_moves(qtbot, place):
    old, new = (DateRange(None, dt.date(2026, 7, day), Precision.RECESS) for day in (2, 9))
    moves = [
        Move(f"id{n}", f"T2026-000{n}", "letter", "voor het zomerreces", old, new, "", "B2026-0001") for n in (1, 2)
    ]
    dialog = MovesDialog(place, moves)
    qtbot.addWidget(dialog)
    first = dialog.table.topLevelItem(0)
    assert [first.text(column) for column in (1, 3, 4)] == ["B2026-0001", "by 2 July 2026", "by 9 July 2026"]
    dialog.table.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.chosen() == moves[1:]


def test_the_settings_lead_to_the_calendar(qtbot, place):
    settings = SettingsDialog(place.settings, None, place)
    qtbot.addWidget(settings)
    settings.show()
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append(type(dialog))
        dialog.reject()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, look)
    qtbot.mouseClick(settings.recesses, Qt.MouseButton.LeftButton)
    assert seen == [RecessDialog]
