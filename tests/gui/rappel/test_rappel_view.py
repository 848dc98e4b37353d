"""The reminder round as a clerk goes through it: choose, decide by key, undo, look further, export."""

import csv
import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from griffie.base import i18n
from griffie.domain.kinds import Status
from griffie.services import history, looking
from griffie.ui.rappel.model import BLOCK
from griffie.ui.theme import DARK
from tests.gui.rappel.conftest import BODY, DAY
from tests.helpers.rappel_register import put_item


def status_of(round_, name):
    return round_.place.desk.item(round_.ids[name]).status


def test_the_lists_stand_with_their_names_and_counts(round_):
    assert round_.passed.title.text() == "Term passed on 1 January 2027 (2)"
    assert round_.coming.title.text() == "Term ends on or before 1 July 2027 (2)"
    assert round_.numbers(round_.passed) == ["T02883", "T02889"]
    assert round_.column(round_.passed, "days") == ["184", "0"]
    assert round_.column(round_.passed, "status") == ["open · settlement reported", "partly settled"]
    assert round_.column(round_.coming, "days") == ["59", "181"]
    assert not round_.undated.isVisible()
    assert round_.passed.table.hasFocus()


def test_a_key_decides_on_what_is_selected_and_asks_first_who_decided_and_when(round_):
    round_.choose(round_.passed, 0, 1)
    round_.press(Qt.Key.Key_1)
    assert round_.bar.hint.text() == "Say which committee decided."
    assert round_.bar.body.hasFocus()
    round_.type(BODY)
    round_.press(Qt.Key.Key_Return)
    assert round_.bar.day.line.hasFocus()
    round_.type(DAY)
    round_.press(Qt.Key.Key_Return)
    assert {status_of(round_, name) for name in ("passed", "today")} == {Status.SETTLED}
    assert round_.column(round_.passed, "ruling") == ["to be marked as “settled”"] * 2
    assert round_.column(round_.passed, "status") == ["settled", "settled"]
    assert round_.passed.progress.text() == "2 decided"
    assert round_.told[-1] == "Recorded: commitments T02883 and T02889 to be marked as “settled”"
    assert round_.passed.table.hasFocus()


def test_what_is_decided_stays_in_sight_until_the_lists_are_read_anew(round_):
    round_.meet()
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_1)
    round_.load()
    assert round_.numbers(round_.passed) == ["T02883", "T02889"]
    round_.press(Qt.Key.Key_F5)
    assert round_.numbers(round_.passed) == ["T02889"]
    assert round_.passed.title.text().endswith("(1)")


def test_the_selection_moves_on_to_the_next_row_without_a_decision(round_):
    round_.meet()
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_5)
    assert round_.passed.table.chosen_ranges() == [(1, 1)]
    round_.press(Qt.Key.Key_1)
    assert round_.passed.table.chosen_ranges() == [(1, 1)]


def test_undo_takes_a_decision_back_in_sight(round_):
    round_.meet()
    round_.choose(round_.passed, 0, 1)
    round_.press(Qt.Key.Key_1)
    round_.place.bus.changed.emit(history.undo(round_.place.desk), None)
    round_.settle()
    assert round_.column(round_.passed, "ruling") == ["", ""]
    assert round_.column(round_.passed, "status") == ["open · settlement reported", "partly settled"]
    assert round_.passed.progress.text() == ""


def test_a_new_deadline_asks_for_its_reason_and_both_serve_the_next_batch(round_):
    round_.meet()
    QTest.mouseClick(round_.bar.chips[0], Qt.MouseButton.LeftButton)
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_3)
    assert "reason" in round_.bar.hint.text()
    assert round_.bar.reason.hasFocus()
    round_.type("in afwachting van de monitor")
    round_.press(Qt.Key.Key_Return)
    (deadline,) = looking.deadlines_of(round_.place.desk, round_.ids["passed"])
    assert deadline.date_to == dt.date(2027, 7, 1)
    round_.press(Qt.Key.Key_2)
    (deadline,) = looking.deadlines_of(round_.place.desk, round_.ids["today"])
    assert deadline.date_to == dt.date(2027, 7, 1)
    assert round_.column(round_.passed, "ruling") == [
        "to remain “open” with as new deadline 1 July 2027, in afwachting van de monitor",
        "to remain “partly settled” with as new deadline 1 July 2027, in afwachting van de monitor",
    ]


def test_the_reason_of_one_decision_is_not_taken_along_to_another_kind(round_):
    round_.meet()
    round_.write(round_.bar.due.line, "1 juli 2027")
    round_.write(round_.bar.reason, "de monitor komt later")
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_3)
    round_.press(Qt.Key.Key_1)
    assert round_.column(round_.passed, "ruling")[1] == "to be marked as “settled”"
    round_.choose(round_.coming, 0)
    round_.press(Qt.Key.Key_4)
    assert "reason" in round_.bar.hint.text()
    round_.type("de wet is ingetrokken")
    round_.press(Qt.Key.Key_Return)
    assert round_.column(round_.coming, "ruling")[0] == "to be marked as “lapsed”, de wet is ingetrokken"


@pytest.mark.parametrize(("due", "said"), [("ooit", "no date"), ("1 mei 2020", "before the day of the decision")])
def test_a_deadline_that_cannot_be_is_said_so_and_nothing_is_written(round_, due, said):
    round_.meet()
    round_.write(round_.bar.reason, "later")
    round_.write(round_.bar.due.line, due)
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_3)
    assert said in round_.bar.hint.text()
    assert round_.bar.due.line.hasFocus()
    round_.press(Qt.Key.Key_Escape)
    assert round_.passed.table.hasFocus()
    assert round_.column(round_.passed, "ruling") == ["", ""]


def test_buttons_decide_as_keys_do_and_rest_while_nothing_is_selected(round_):
    round_.meet()
    round_.choose(round_.passed)
    button = next(iter(round_.bar.buttons.values()))
    assert not button.isEnabled()
    round_.choose(round_.coming, 0, 1)
    assert round_.bar.title.text() == "2 selected"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    round_.settle()
    assert {status_of(round_, name) for name in ("coming", "edge")} == {Status.SETTLED}


def test_rows_are_selected_in_one_list_at_a_time(round_):
    round_.choose(round_.passed, 0, 1)
    round_.choose(round_.coming, 1)
    assert round_.passed.table.chosen_count() == 0
    assert round_.bar.title.text() == "1 selected"


def test_ctrl_a_selects_a_whole_list(round_):
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert round_.bar.title.text() == "2 selected"


def test_where_single_keys_are_off_a_digit_does_nothing(round_):
    round_.place.settings.set("single_keys", False)
    round_.load()
    round_.meet()
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_1)
    assert round_.column(round_.passed, "ruling") == ["", ""]
    assert next(iter(round_.bar.buttons.values())).text() == "Settled"


def test_enter_goes_to_the_passage_and_space_to_everything_about_the_item(round_):
    passages, sheets = [], []
    round_.view.item_requested.connect(lambda *args: passages.append(args))
    round_.view.sheet_requested.connect(sheets.append)
    round_.passed.table.go_to(0)
    round_.press(Qt.Key.Key_Return)
    assert passages == [(round_.ids["passed"], round_.place.desk.item(round_.ids["passed"]).letter_id)]
    round_.press(Qt.Key.Key_Space)
    round_.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sheets == [round_.ids["passed"]] * 2
    place = round_.coming.model.seqs.index(round_.place.desk.register.read.execute(
        "SELECT seq FROM item WHERE id = ?", (round_.ids["edge"],)).fetchone()[0])  # fmt: skip
    round_.coming.table.go_to(place)
    round_.coming.table.setFocus()
    round_.press(Qt.Key.Key_Return)
    assert sheets[-1] == round_.ids["edge"]


def test_ministry_chamber_committee_and_kinds_narrow_the_round(round_):
    round_.write(round_.top.ministry, "BZK")
    assert (round_.numbers(round_.passed), len(round_.numbers(round_.coming))) == ([], 2)
    assert round_.passed.nothing.isVisible()
    round_.top.ministry.clear()
    round_.settle()
    assert len(round_.numbers(round_.passed)) == 2
    for name in ("motion", "request"):
        kind = round_.place.desk.item(round_.ids[name]).kind
        QTest.mouseClick(round_.top.kinds[kind], Qt.MouseButton.LeftButton)
    round_.settle()
    assert len(round_.numbers(round_.passed)) == 4


def test_the_last_kind_cannot_be_taken_away(round_):
    kind, button = next(iter(round_.top.kinds.items()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert round_.top.question().kinds == (kind,)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_typed_ministry_is_completed_from_the_register(round_):
    round_.top.ministry.setFocus()
    round_.type("je")
    popup = round_.top._completions[0]._list.popup()
    round_.bot.waitUntil(popup.isVisible)
    assert popup.model().index(0, 0).data() == "JenV"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    round_.settle()
    assert round_.top.question().ministry == "JenV"
    assert round_.numbers(round_.coming) == []


def test_another_reference_day_is_typed(round_):
    round_.top.on.setCurrentIndex(round_.top.on.count() - 1)
    round_.top.on.activated.emit(round_.top.on.count() - 1)
    round_.settle()
    assert round_.top.day.isVisible()
    round_.write(round_.top.day.line, "1 maart 2027")
    assert round_.passed.title.text() == "Term passed on 1 March 2027 (3)"
    assert round_.coming.title.text() == "Term ends on or before 1 September 2027 (2)"


def test_a_day_that_is_none_is_marked_and_the_lists_stay(round_):
    round_.top.on.setCurrentIndex(round_.top.on.count() - 1)
    round_.top.on.activated.emit(round_.top.on.count() - 1)
    round_.write(round_.top.day.line, "gauw")
    assert round_.top.day.line.property("invalid")
    assert round_.top.question() is None


def test_nothing_due_says_so_and_offers_what_may_help(round_):
    round_.write(round_.top.committee, "Defensie")
    assert round_.view.stack.currentWidget() is round_.view.empty
    assert not round_.bar.isVisible()
    assert not round_.view.empty.undated_button.isVisible()
    QTest.mouseClick(round_.view.empty.clear_button, Qt.MouseButton.LeftButton)
    round_.settle()
    assert round_.view.stack.currentWidget() is round_.view.splitter


def test_items_without_a_date_are_offered_where_nothing_else_is_due(make_round, place):
    put_item(place.desk)
    round_ = make_round().load()
    assert "1 open item has no date." in round_.view.empty.advice.text()
    QTest.mouseClick(round_.view.empty.undated_button, Qt.MouseButton.LeftButton)
    round_.settle()
    assert round_.undated.title.text() == "Without a date (1)"
    assert len(round_.numbers(round_.undated)) == 1


def test_an_empty_register_is_a_calm_page(make_round):
    round_ = make_round().load()
    assert round_.view.empty.title.text() == "Nothing is due"
    assert round_.view.paper() is None


def test_a_change_from_elsewhere_shows_while_nothing_is_decided_yet(round_):
    made = put_item(round_.place.desk, "2026-02-01", official_number="T01222")
    from griffie.domain.changes import Changes

    round_.passed.table.go_to(1)
    round_.place.bus.changed.emit(Changes(frozenset(), frozenset({made})), None)
    round_.settle()
    assert round_.numbers(round_.passed) == ["T01222", "T02883", "T02889"]
    assert round_.passed.table.currentIndex().row() == 2


def test_the_form_is_written_as_the_lists_are_limited(round_, tmp_path):
    round_.write(round_.top.ministry, "BZK")
    round_.view.deciding.write_csv(tmp_path / "rappel.csv")
    round_.settle()
    with (tmp_path / "rappel.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [row["List"] for row in rows] == ["Term ends on or before 1 July 2027"] * 2
    assert round_.told[-1] == "2 rows written to rappel.csv"


def test_the_decisions_of_the_round_are_copied_for_the_notes(round_):
    assert not round_.top.copy_button.isEnabled()
    round_.meet()
    round_.choose(round_.passed, 0, 1)
    round_.press(Qt.Key.Key_1)
    round_.choose(round_.coming, 1)
    round_.press(Qt.Key.Key_5)
    QTest.mouseClick(round_.top.copy_button, Qt.MouseButton.LeftButton)
    round_.settle()
    assert QApplication.clipboard().text().splitlines() == [
        "commitments T02883 and T02889 to be marked as “settled”",
        "to ask for a further explanation of its execution: commitment TZ202609-012",
    ]


def test_the_paper_has_the_lists_by_ministry_and_the_decisions(round_):
    round_.meet()
    round_.choose(round_.passed, 0)
    round_.press(Qt.Key.Key_1)
    paper = round_.view.paper()()
    assert paper.title == "Reminder round of commitments, reference date 1 January 2027"
    assert paper.landscape
    headings = [section.heading for section in paper.sections]
    assert headings == [
        "Term passed on 1 January 2027 (2) · JenV",
        "Term ends on or before 1 July 2027 (2) · BZK",
        f"Decisions of {BODY}, 24 November 2026",
    ]
    first = dict(zip((c.heading for c in paper.sections[0].columns), paper.sections[0].rows[0], strict=True))
    assert first["Number"] == "T02883"
    assert first["New term / forecast"] == ""
    assert first["Decision, notes"] == "to be marked as “settled”"
    assert paper.sections[2].rows == [("commitment T02883", "to be marked as “settled”")]


def test_the_paper_of_one_ministry_is_not_divided(round_):
    round_.write(round_.top.ministry, "BZK")
    paper = round_.view.paper()()
    assert [section.heading for section in paper.sections] == [
        "Term passed on 1 January 2027 (0)", "Term ends on or before 1 July 2027 (2)",
    ]  # fmt: skip
    assert paper.subtitle == "BZK"


def test_a_register_that_can_only_be_read_lets_nothing_be_decided(round_):
    round_.place.desk.register.read_only = True
    round_.load()
    round_.choose(round_.passed, 0)
    assert not any(button.isEnabled() for button in round_.bar.buttons.values())
    round_.press(Qt.Key.Key_1)
    assert status_of(round_, "passed") is Status.OPEN


def test_language_and_theme_switch_live(round_):
    i18n.set_language("nl")
    round_.place.bus.language_changed.emit()
    round_.settle()
    assert round_.passed.title.text() == "Termijn verstreken op 1 januari 2027 (2)"
    assert round_.bar.chips[0].text() == "1 juli 2027"
    assert round_.column(round_.passed, "status")[0] == "openstaand · afdoening gemeld"
    round_.place.bus.theme_changed.emit(DARK)
    assert round_.passed.table.painter_.theme is DARK
    assert not round_.view.grab().isNull()


def test_what_was_asked_and_who_decides_is_remembered(round_, make_round):
    round_.write(round_.top.ministry, "BZK")
    QTest.mouseClick(round_.top.undated, Qt.MouseButton.LeftButton)
    round_.write(round_.bar.body, BODY)
    round_.settle()
    round_.view._remembered.save()
    round_.view.close_down()
    round_.view._remembered.save()
    again = make_round(round_.ids).load()
    assert again.top.question() == round_.top.question()
    assert again.bar.body.text() == BODY


def test_every_control_has_a_name(round_):
    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView

    for kind in (QAbstractButton, QComboBox, QLineEdit, QTableView):
        for widget in round_.view.findChildren(kind):
            if widget.isVisible() and widget.objectName() not in ("qt_toolbar_ext_button",):
                name = widget.accessibleName() or getattr(widget, "text", lambda: "")() or widget.toolTip()
                assert name or isinstance(widget.parent(), (QLineEdit, QTableView)), widget


def test_a_long_list_reads_only_what_is_in_view(round_):
    for n in range(3 * BLOCK):
        put_item(round_.place.desk, "2026-05-05", summary=f"Toezegging {n}")
    round_.press(Qt.Key.Key_F5)
    model = round_.passed.model
    assert model.rowCount() == 3 * BLOCK + 2
    model.refresh()
    model._blocks.clear()
    assert model.row(BLOCK) is None
    round_.bot.waitUntil(lambda: model.row(BLOCK) is not None)
    assert model.row(BLOCK).line.text == f"Toezegging {BLOCK}"


def test_many_items_show_their_progress_and_can_be_stopped(round_, monkeypatch):
    from griffie.services import rappel_deciding
    from griffie.ui.rappel import deciding

    monkeypatch.setattr(deciding, "MANY", 2)
    round_.meet()
    told, decide = [], rappel_deciding.decide

    def slow(*args, progress, **options):
        """Tell how far it is, and be stopped before it begins."""
        progress(1, 2)
        round_.view.deciding.stop()
        return decide(*args, progress=progress, **options)

    monkeypatch.setattr(rappel_deciding, "decide", slow)
    round_.view.deciding.progressed.connect(lambda *how_far: told.append(how_far))
    round_.choose(round_.passed, 0, 1)
    QTest.keyClick(round_.passed.table, Qt.Key.Key_1)
    assert round_.view.deciding._notices.texts() == ["Recording the decision..."]
    assert not next(iter(round_.bar.buttons.values())).isEnabled()
    round_.settle()
    assert told == [(1, 2)]
    assert round_.told[-1] == "Stopped: nothing was decided."
    assert status_of(round_, "passed") is Status.OPEN
    monkeypatch.setattr(rappel_deciding, "decide", decide)
    QTest.keyClick(round_.passed.table, Qt.Key.Key_1)
    round_.settle()
    assert status_of(round_, "passed") is Status.SETTLED
