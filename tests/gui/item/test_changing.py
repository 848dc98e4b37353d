"""What a clerk does on the sheet: fields, deadlines, settlements, notes, relations; each is one step with its undo."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from griffie.domain.following import ProgressKind, RelationKind
from griffie.domain.kinds import ItemKind, Status
from griffie.domain.settlement import Degree, Stage
from griffie.services import following, history, itemising, looking, settling
from griffie.services.settling import Ruling
from tests.gui.item.conftest import DAY, MOTION, QUESTION
from tests.helpers.registers import dump

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the unseen screen has no popups
CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


def click(bench, button):
    bench.view.area.ensureWidgetVisible(button)
    bench.qtbot.mouseClick(button, LEFT)
    bench.rest()


def one_step(bench, act):
    """Do something that is one step: undo takes it back, the sheet follows, redo brings it again."""
    before, (steps, _changes) = dump(bench.desk.register), log_size(bench)
    act()
    bench.rest()
    after = dump(bench.desk.register)
    assert after != before
    assert log_size(bench)[0] == steps + 1
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.rest()
    assert dump(bench.desk.register) == before
    bench.place.bus.changed.emit(history.redo(bench.desk), None)
    bench.rest()
    assert dump(bench.desk.register) == after
    assert bench.failures == []


def log_size(bench):
    read = bench.desk.register.read
    return tuple(read.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("step", "change"))


# ---- fields and deadlines


def test_a_field_is_kept_when_it_is_left(bench, promise):
    control = bench.view.fields.form.rows["handler"].editor.control

    def act():
        bench.type_over(control, "Anna")
        bench.qtbot.keyClick(control, Qt.Key.Key_Tab)

    one_step(bench, act)
    assert bench.desk.item(promise).handler == "Anna"
    assert bench.log() == ("Handled by: Anna",)


def test_a_field_that_cannot_be_kept_says_why(bench, promise):
    row = bench.view.fields.form.rows["official_number"]
    bench.type_over(row.editor.control, "geen nummer")
    bench.qtbot.keyClick(row.editor.control, Qt.Key.Key_Return)
    assert row.hint.isVisible()
    assert bench.desk.item(promise).official_number == ""


def test_what_is_typed_is_kept_before_another_sheet_is_shown(bench, full):
    control = bench.view.fields.form.rows["handler"].editor.control
    bench.type_over(control, "Anna")
    bench.view.go_to(bench.question)
    bench.rest()
    assert bench.desk.item(full).handler == "Anna"


def test_a_motion_that_turns_out_to_be_known_becomes_that_motion(bench):
    paper = {"dossier": "29344", "paper_number": "120"}
    known, _changes = itemising.new_item(bench.desk, ItemKind.MOTION, paper)
    other = bench.tag(ItemKind.MOTION, MOTION)
    itemising.set_item_field(bench.desk, other, "dossier", "29344", letter_id=bench.letter_id)
    bench.show(other)
    control = bench.view.fields.form.rows["paper_number"].editor.control
    bench.type_over(control, "120")
    bench.qtbot.keyClick(control, Qt.Key.Key_Return)
    bench.rest()
    assert bench.view.sheet.item.id == known


def test_a_deadline_moves_only_with_a_reason(bench, full):
    story = bench.view.deadlines.stories[bench.deadline]
    click(bench, story.move_button)
    line = story.row.editor.control
    assert line.hasFocus()
    bench.type_over(line, "1 december 2026")
    bench.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert story.row.asking
    reason = story.row.reason.line

    def act():
        bench.qtbot.keyClicks(reason, "opnieuw uitgesteld")
        bench.qtbot.keyClick(reason, Qt.Key.Key_Return)

    one_step(bench, act)
    story = bench.view.deadlines.stories[bench.deadline]
    assert bench.desk.item(bench.deadline).date_to == dt.date(2026, 12, 1)
    assert len(story.moves.texts()) == 2
    assert bench.log()[0].endswith("1 December 2026: opnieuw uitgesteld")


def test_that_there_is_no_date_is_said_with_a_reason(bench, full):
    story = bench.view.deadlines.stories[bench.deadline]
    click(bench, story.no_date_button)
    assert story.reason.isVisible()
    bench.qtbot.keyClick(story.reason.line, Qt.Key.Key_Escape)
    assert story.reason.isHidden()
    click(bench, story.no_date_button)

    def act():
        bench.qtbot.keyClicks(story.reason.line, "de Kamer wacht af")
        bench.qtbot.keyClick(story.reason.line, Qt.Key.Key_Return)

    one_step(bench, act)
    assert bench.desk.item(bench.deadline).no_date
    assert story.state.text() == "no date"
    assert story.no_date_button.isHidden()


def test_without_a_date_nothing_is_asked(bench, promise):
    deadline, _changes = itemising.new_item(bench.desk, ItemKind.DEADLINE, {"phrase": "te zijner tijd"},
                                            owner_id=promise)  # fmt: skip
    bench.show(promise)
    one_step(bench, lambda: bench.view.deadlines.stories[deadline].no_date_button.click())
    assert bench.desk.item(deadline).no_date


def test_a_deadline_is_typed(bench, promise):
    line = bench.view.deadlines.new_line.editor.control

    def act():
        bench.type_over(line, "voor 1 mei 2027")
        bench.qtbot.keyClick(line, Qt.Key.Key_Return)

    one_step(bench, act)
    (made,) = looking.deadlines_of(bench.desk, promise)
    assert (made.phrase, made.date_to) == ("voor 1 mei 2027", dt.date(2027, 4, 30))


# ---- settlements


def test_an_item_is_settled_by_a_letter_that_is_found_by_its_words(bench, promise):
    part = bench.view.settlements
    click(bench, part.add)
    line = part.form.rows.rows["letter"].editor.line
    assert line.hasFocus()

    def act():
        bench.qtbot.keyClicks(line, "voortgang")
        bench.qtbot.keyClick(line, Qt.Key.Key_Return, CTRL)

    one_step(bench, act)
    (found,) = settling.settlements_of(bench.desk, promise)
    assert (found.letter_id, found.stage, found.degree) == (bench.later_id, Stage.PROPOSED, Degree.WHOLE)
    assert part.form.isHidden()
    assert bench.view.header.status.text() == "open"
    assert bench.view.header.reported.text() == "settlement reported"


def test_letters_are_offered_while_one_types(bench, promise):
    click(bench, bench.view.settlements.add)
    line = bench.view.settlements.form.rows.rows["letter"].editor.line
    bench.qtbot.keyClicks(line, "voortg")
    bench.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup.model().index(0, 0).data().startswith(f"{bench.letter()} · 1 May 2026 · Voortgang")
    popup.hide()


def test_a_letter_that_is_not_there_is_said_and_nothing_is_lost(bench, promise):
    part = bench.view.settlements
    click(bench, part.add)
    for text, said in (("", "Name the letter"), ("B1999-0001", "Nothing in the register is called")):
        bench.type_over(part.form.rows.rows["letter"].editor.line, text)
        click(bench, part.form.keep_button)
        assert said in part.form.error.text()
        assert part.form.isVisible()
    assert settling.settlements_of(bench.desk, promise) == []
    bench.qtbot.keyClick(part.form.rows.rows["letter"].editor.line, Qt.Key.Key_Escape)
    assert part.form.isHidden()
    assert part.add.hasFocus()


def test_a_decision_needs_who_and_when_and_changes_the_status(bench, full):
    view = bench.view.settlements.views[0]
    click(bench, view.decide)
    rows = bench.view.settlements.form.rows.rows
    assert rows["body"].editor.line.hasFocus()
    click(bench, bench.view.settlements.form.keep_button)
    assert "who decided" in bench.view.settlements.form.error.text() or "body that decided" in (
        bench.view.settlements.form.error.text()
    )
    bench.qtbot.keyClicks(rows["body"].editor.line, "commissie JenV")
    bench.type_over(rows["decided_on"].editor.line, "12 mei 2026")
    one_step(bench, bench.view.settlements.form.keep_button.click)
    found = next(one for one in bench.sheet().settlements if one.letter_id)
    assert (found.stage, found.body, found.decided_on) == (Stage.DECIDED, "commissie JenV", DAY)
    assert bench.view.header.status.text() == "settled"
    assert bench.view.header.reported.isHidden()


def test_a_decision_without_a_letter_is_recorded(bench, promise):
    part = bench.view.settlements
    click(bench, part.add)
    rows = part.form.rows.rows
    assert rows["body"].isHidden()
    rows["stage"].editor.type_text("decided")
    rows["stage"].editor.edited.emit()
    rows["degree"].editor.type_text("partly")
    bench.qtbot.keyClicks(rows["body"].editor.line, "de Kamer")
    bench.type_over(rows["decided_on"].editor.line, "12-5-2026")
    one_step(bench, part.form.keep)
    assert bench.desk.item(promise).status is Status.PARTLY_SETTLED
    assert part.views[0].state.text() == "Without a letter: decided, in part, de Kamer, 12 May 2026"


def test_what_a_letter_claims_is_proposed_with_one_press(bench):
    item_id = bench.tag(ItemKind.MOTION, MOTION)
    itemising.set_item_field(bench.desk, item_id, "role", "carries_out", letter_id=bench.letter_id)
    bench.show(item_id)
    view = bench.view.settlements.views[0]
    assert view.state.text() == "the letter says so, wholly"
    one_step(bench, view.propose.click)
    assert bench.view.settlements.views[0].state.text() == "proposed, wholly"


def test_a_settlement_is_changed_and_taken_away(bench, full):
    part = bench.view.settlements
    click(bench, part.views[0].change)
    part.form.rows.rows["degree"].editor.type_text("partly")
    one_step(bench, part.form.keep)
    assert part.views[0].state.text() == "proposed, in part"
    one_step(bench, part.views[1].remove.click)
    assert len(part.views) == 1
    assert bench.view.header.status.text() == "open"
    assert "Settlement taken away. Ctrl+Z brings it back." in bench.told


def test_a_form_of_a_settlement_that_is_gone_is_taken_away(bench, full):
    part = bench.view.settlements
    click(bench, part.views[0].change)
    changes = settling.remove_settlement(bench.desk, part.views[0].settlement.id)
    bench.place.bus.changed.emit(changes, None)
    bench.rest()
    assert part.form.isHidden()


# ---- progress


def test_a_note_is_written_with_its_day(bench, promise):
    part = bench.view.progress
    click(bench, part.add)
    text = part.form.rows["text"].editor.area
    assert text.hasFocus()
    bench.qtbot.keyClicks(text, "Onderzoek loopt")
    bench.type_over(part.form.rows["on_date"].editor.line, "1 april 2026")
    one_step(bench, part.form.keep)
    (note,) = following.progress_of(bench.desk, promise)
    assert (note.text, note.on_date, note.kind) == ("Onderzoek loopt", dt.date(2026, 4, 1), ProgressKind.NOTE)
    assert part.form.isHidden()


@pytest.mark.parametrize(
    ("kind", "name", "typed"),
    [(ProgressKind.INTERIM, "letter", "voortgang"), (ProgressKind.RULING, "body", "commissie JenV")],
)
def test_an_interim_message_has_a_letter_and_a_decision_a_body(bench, promise, kind, name, typed):
    part = bench.view.progress
    click(bench, part.add)
    rows = part.form.rows
    bench.qtbot.keyClicks(rows["text"].editor.area, "Volgt later")
    rows["kind"].editor.type_text(kind.value)
    rows["kind"].editor.edited.emit()
    assert [one for one in ("letter", "body") if rows[one].isVisible()] == [name]
    bench.qtbot.keyClicks(rows[name].editor.line, typed)
    one_step(bench, part.form.keep)
    (note,) = following.progress_of(bench.desk, promise)
    assert note.kind is kind
    assert (note.letter_id, note.body) == ((bench.later_id, "") if name == "letter" else (None, typed))


def test_a_note_without_words_is_not_kept(bench, promise):
    part = bench.view.progress
    click(bench, part.add)
    click(bench, part.form.keep_button)
    assert part.form.error.text() == "Say how it stands."
    assert following.progress_of(bench.desk, promise) == []


def test_a_note_is_edited_and_deleted(bench, full):
    part = bench.view.progress
    click(bench, part.views[1].change)
    assert part.form.rows["kind"].isHidden()
    area = part.form.rows["text"].editor.area
    area.selectAll()
    bench.qtbot.keyClicks(area, "Onderzoek klaar")
    one_step(bench, part.form.keep)
    assert part.views[1].text.text() == "Onderzoek klaar"
    one_step(bench, part.views[1].remove.click)
    assert [one.note.text for one in part.views] == ["Volgt na de zomer"]
    assert "Note deleted. Ctrl+Z brings it back." in bench.told


def test_a_note_that_was_begun_is_there_again_when_its_sheet_is(bench, full):
    part = bench.view.progress
    click(bench, part.add)
    bench.qtbot.keyClicks(part.form.rows["text"].editor.area, "Half afgemaakt")
    bench.view.go_to(bench.question)
    bench.rest()
    assert part.form.isHidden()
    bench.view.go_back()
    bench.rest()
    assert part.form.rows["text"].editor.typed_text() == "Half afgemaakt"
    one_step(bench, part.form.keep)
    assert following.progress_of(bench.desk, full)[0].text == "Half afgemaakt"


# ---- relations


@pytest.mark.parametrize(
    ("code", "seen", "from_there"),
    [("repeats", "repeats", "is repeated by"), ("by changes", "is changed by", "changes")],
)
def test_a_relation_is_added_in_either_direction(bench, promise, code, seen, from_there):
    question = bench.tag(ItemKind.REQUEST, QUESTION)
    part = bench.view.relations
    click(bench, part.add)
    part.kind.editor.type_text(code)
    bench.qtbot.keyClicks(part.other.editor.line, bench.number(question))
    one_step(bench, part.keep)
    assert [(one.word.text(), one.link.text()) for one in part.views] == [(seen, bench.number(question))]
    assert [one.word for one in following.relations_of(bench.desk, question)] == [from_there]


def test_a_relation_to_itself_or_to_nothing_is_refused_with_the_reason(bench, promise):
    part = bench.view.relations
    click(bench, part.add)
    for text, said in (
        (bench.number(promise), "An item has no relation to itself."),
        ("C1999-0001", "Nothing in the register is called"),
        ("", "Nothing is chosen yet."),
    ):
        bench.type_over(part.other.editor.line, text)
        click(bench, part.keep_button)
        assert said in part.error.text()
    assert following.relations_of(bench.desk, promise) == []


def test_a_relation_is_taken_away_from_either_side(bench, full):
    part = bench.view.relations
    inverse = next(one for one in part.views if one.relation.inverse)
    one_step(bench, inverse.remove.click)
    assert [one.relation.kind for one in part.views] == [RelationKind.CARRIES_OUT]


def test_after_something_is_taken_away_the_keys_go_to_what_can_be_done(bench, full):
    part = bench.view.progress
    part.views[0].remove.setFocus()
    bench.qtbot.keyClick(part.views[0].remove, Qt.Key.Key_Space)
    bench.rest()
    assert part.add.hasFocus()


def test_settling_many_ways_never_doubles_a_letter(bench, promise):
    for ruling in (Ruling(), Ruling(Stage.DECIDED, Degree.WHOLE, "de Kamer", DAY)):
        settling.settle(bench.desk, promise, ruling, letter_id=bench.later_id)
    bench.show(promise)
    assert len(bench.view.settlements.views) == 1
