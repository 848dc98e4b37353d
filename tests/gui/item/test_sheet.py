"""The sheet of an item: what it shows, how it stands, where keys and links lead, and how it keeps up with changes."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton

from griffie.base import i18n
from griffie.domain.kinds import ItemKind, MentionRole, Status
from griffie.domain.paper import Block
from griffie.services import following, history, itemising, lettering, settling
from griffie.services.settling import Ruling
from griffie.ui.item.view import ItemView
from griffie.ui.place import Workplace
from griffie.ui.theme import DARK
from tests.gui.item.conftest import MOTION, PROMISE, QUESTION
from tests.helpers.registers import put_letter

ESC, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return


def shown_texts(widget):
    """Every text that is to be seen, of labels and buttons."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return [part.text() for part in parts if part.isVisible() and part.text()]


def press(bench, key):
    bench.qtbot.keyClick(QApplication.focusWidget() or bench.view, key)
    bench.rest()


# ---- what it shows


def test_everything_about_an_item_stands_on_its_sheet(bench, full):
    texts = shown_texts(bench.view)
    for text in (
        f"Commitment {bench.number(full)}", "partly settled", "settlement reported",
        bench.letter(bench.letter_id), f"“{PROMISE}”", bench.letter(), "proposed, wholly",
        "Without a letter: decided, in part, commissie JenV, 12 May 2026", "na debat",
        "Progress, 1 April 2026", "Onderzoek loopt", "Interim message, 12 May 2026", "Volgt na de zomer",
        "carries out", bench.number(bench.motion), "is repeated by", bench.number(bench.question),
    ):  # fmt: skip
        assert text in texts, text
    (moved,) = bench.view.deadlines.stories[bench.deadline].moves.texts()
    assert moved.startswith("by 30 April 2026 — moved on")
    assert moved.endswith("het onderzoek loopt uit")
    assert "Relation: is repeated by" in texts[-1] or any("Relation: is repeated by" in text for text in texts)


def test_what_is_overdue_says_so_in_words_until_it_is_settled(bench, full):
    itemising.set_item_field(bench.desk, bench.deadline, "date_to", dt.date.today() - dt.timedelta(3), reason="x")
    bench.show(full)
    assert bench.view.header.late.text() == "3 days late"
    itemising.set_item_field(bench.desk, full, "status", Status.LAPSED)
    bench.show(full)
    assert bench.view.header.late.isHidden()
    assert bench.view.header.reported.isHidden()


@pytest.mark.parametrize("kind", list(ItemKind))
def test_each_part_that_is_empty_says_what_to_do(bench, kind):
    item_id, _changes = itemising.new_item(bench.desk, kind, {})
    bench.show(item_id)
    for part in bench.view.parts:
        if part.isVisible() and part not in (bench.view.fields, bench.view.log):
            assert part.empty.isVisible(), part.title.text()
    assert bench.view.header.open.isHidden()


def test_a_motion_shows_each_letter_with_what_it_does_and_its_official_address(bench, monkeypatch):
    item_id = bench.tag(ItemKind.MOTION, MOTION)
    itemising.set_item_fields(bench.desk, item_id, {"dossier": "29344", "paper_number": "120"})
    settling.settle(bench.desk, item_id, Ruling(), letter_id=bench.later_id)
    bench.show(item_id)
    assert bench.view.fields.form.rows["role"].isHidden()
    roles = {key: row.editor.text() for key, row in bench.view.words.roles.items()}
    assert roles == {bench.letter_id: "mentions", bench.later_id: "settles"}
    asked = []
    monkeypatch.setattr(QMessageBox, "question", lambda _parent, _title, text: asked.append(text))
    bench.qtbot.mouseClick(bench.view.header.official, Qt.MouseButton.LeftButton)
    assert asked[0].endswith("https://zoek.officielebekendmakingen.nl/kst-29344-120.html")


def test_what_a_letter_does_with_a_motion_is_chosen_on_the_sheet(bench):
    item_id = bench.tag(ItemKind.MOTION, MOTION)
    bench.show(item_id)
    row = bench.view.words.roles[bench.letter_id]
    row.editor.type_text("carries_out")
    row.keep()
    bench.rest()
    assert bench.desk.item(item_id, bench.letter_id).role is MentionRole.CARRIES_OUT
    assert bench.view.header.reported.text() == "settlement reported"


def test_a_deadline_has_a_sheet_of_its_own_that_leads_to_what_it_belongs_to(bench, full):
    story = bench.view.deadlines.stories[bench.deadline]
    bench.qtbot.mouseClick(story.row.go, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.view.header.name.text() == f"Deadline {bench.number(bench.deadline)}"
    assert bench.view.deadlines.isHidden()
    assert bench.view.settlements.isHidden()
    assert bench.view.fields.moves.texts()
    bench.qtbot.mouseClick(bench.view.header.owner, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.view.sheet.item.id == full


# ---- keys and links


def test_esc_goes_back_and_enter_opens_the_words(bench, full):
    bench.view.panes()[0].setFocus()
    press(bench, ENTER)
    assert bench.opened == [(full, bench.letter_id)]
    press(bench, ESC)
    assert bench.closed == [True]


def test_esc_in_a_field_restores_it_then_goes_to_the_sheet_then_back(bench, full):
    control = bench.view.fields.form.rows["handler"].editor.control
    bench.type_over(control, "iemand")
    press(bench, ESC)
    assert control.text() == ""
    press(bench, ESC)
    assert bench.view.columns.left.hasFocus()
    assert bench.closed == []
    press(bench, ESC)
    assert bench.closed == [True]
    assert bench.desk.item(full).handler == ""


def test_a_relation_leads_to_the_other_sheet_and_back(bench, full):
    view = next(one for one in bench.view.relations.views if one.relation.other_id == bench.question)
    bench.qtbot.mouseClick(view.link, Qt.MouseButton.LeftButton)
    bench.rest()
    assert bench.view.sheet.item.id == bench.question
    assert [one.word.text() for one in bench.view.relations.views] == ["repeats"]
    press(bench, ESC)
    assert bench.view.sheet.item.id == full
    assert bench.closed == []


def test_passages_and_letters_lead_to_their_letter(bench, full):
    bench.qtbot.mouseClick(bench.view.words.views[0], Qt.MouseButton.LeftButton)
    bench.qtbot.mouseClick(bench.view.progress.views[0].letter.link, Qt.MouseButton.LeftButton)
    by_letter = bench.view.settlements.views[0]
    bench.qtbot.mouseClick(by_letter.letter.link, Qt.MouseButton.LeftButton)
    assert bench.opened == [
        (full, bench.letter_id), (full, bench.later_id), (by_letter.settlement.id, bench.later_id),
    ]  # fmt: skip


def test_n_and_p_go_through_the_list_that_it_was_opened_from(bench, full):
    bench.show(full, among=[bench.question, full, bench.motion])
    bench.view.panes()[0].setFocus()
    for key, expected in (("N", bench.motion), ("N", bench.motion), ("P", full), ("P", bench.question)):
        press(bench, getattr(Qt.Key, f"Key_{key}"))
        assert bench.view.sheet.item.id == expected
    bench.place.settings.set("single_keys", False)
    press(bench, Qt.Key.Key_N)
    assert bench.view.sheet.item.id == bench.question


def test_the_first_pane_takes_the_keys_and_every_pane_has_a_name(bench, full):
    panes = bench.view.panes()
    for pane in panes:
        pane.setFocus()
        assert pane.hasFocus()
        assert pane.accessibleName()


def test_every_control_has_an_accessible_name(bench, full):
    bench.view.settlements.begin_new()
    bench.view.progress.begin_new()
    bench.view.relations.begin()
    bench.rest()
    for button in bench.view.findChildren(QPushButton):
        if button.isVisible():
            assert (button.accessibleName() or button.text()).strip()
    for part in bench.view.parts:
        assert part.accessibleName()


def test_only_what_is_open_is_looked_for_in_letters(bench, full):
    assert bench.view.may_settle.isVisible()
    bench.view.may_settle.letter_requested.emit("a proposal", bench.later_id)
    assert bench.opened == [("a proposal", bench.later_id)]
    _item_id, changes = itemising.set_item_field(bench.desk, full, "status", Status.LAPSED)
    bench.place.bus.changed.emit(changes, None)
    bench.rest()
    assert bench.view.may_settle.isHidden()
    bench.show(bench.deadline)
    assert bench.view.may_settle.isHidden()


def test_the_keys_are_on_the_sheet_as_soon_as_it_is_shown(bench, full):
    assert bench.view.columns.left.hasFocus()


# ---- keeping up


def test_a_change_from_elsewhere_is_shown_and_what_is_being_typed_stays(bench, full):
    control = bench.view.fields.form.rows["handler"].editor.control
    bench.type_over(control, "iema")
    changes = following.add_progress(bench.desk, full, "Van elders")
    bench.place.bus.changed.emit(changes, None)
    bench.rest()
    assert control.text() == "iema"
    assert bench.view.progress.views[0].note.text == "Van elders"


def test_undo_is_seen_at_once(bench, full):
    changes = following.add_progress(bench.desk, full, "Toch niet")
    bench.place.bus.changed.emit(changes, None)
    bench.rest()
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.rest()
    assert "Toch niet" not in [one.note.text for one in bench.view.progress.views]
    assert bench.view.log.steps[0].title == f"Undone: Progress of {bench.number(full)}"


def test_an_item_that_is_gone_says_so_and_comes_back(bench, promise):
    bench.place.bus.changed.emit(itemising.delete_item(bench.desk, promise), None)
    bench.rest()
    assert bench.view.nothing.isVisible()
    assert bench.view.paper() is None
    press(bench, ESC)
    assert bench.closed == [True]
    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.rest()
    assert bench.view.header.name.text() == f"Commitment {bench.number(promise)}"


def test_nothing_is_read_while_something_else_is_shown(bench, full):
    bench.view.hide()
    changes = following.add_progress(bench.desk, full, "Later gezien")
    bench.place.bus.changed.emit(changes, None)
    assert bench.view._reads.idle
    bench.view.load()
    bench.view.show()
    bench.rest()
    assert bench.view.progress.views[0].note.text == "Later gezien"


def test_a_letter_that_is_forgotten_leaves_the_rest(bench, full):
    bench.place.bus.changed.emit(lettering.forget(bench.desk, bench.later_id), None)
    bench.rest()
    assert [one.settlement.letter_id for one in bench.view.settlements.views] == [None]
    assert [one.letter for one in bench.view.progress.views] == [None, None]


def test_the_language_changes_every_text(bench, full):
    bench.view.settlements.begin_new()
    before = set(shown_texts(bench.view))
    i18n.set_language("nl")
    bench.place.bus.language_changed.emit()
    bench.rest()
    texts = shown_texts(bench.view)
    for text in ("Afdoening", "Stand van zaken", "Openen in de brief", "deels voldaan", "afdoening gemeld",
                 "Brief of besluit toevoegen", "Weghalen", "Wat er is gedaan"):  # fmt: skip
        assert text in texts
        assert text not in before


def test_the_theme_changes_with_the_window(bench, full):
    bench.place.theme = DARK
    bench.place.bus.theme_changed.emit(DARK)
    colour = DARK.kind_colours[ItemKind.COMMITMENT]
    assert bench.view.words.views[0].colour == colour
    assert DARK.error.name() in bench.view.header.late.styleSheet()


@pytest.mark.parametrize(("width", "beside"), [(1200, True), (860, False)])
def test_the_columns_stand_beside_one_another_where_there_is_room(bench, full, width, beside):
    bench.view.resize(width, 560)
    bench.rest()
    left, right = bench.view.columns.left, bench.view.columns.right
    assert bench.view.columns.side_by_side is beside
    assert (right.x() > left.x()) is beside
    assert (right.y() > left.y()) is not beside
    assert bench.view.area.horizontalScrollBar().maximum() == 0


# ---- the log


def test_older_changes_come_when_they_are_asked_for(bench, promise, monkeypatch):
    monkeypatch.setattr("griffie.services.telling.first_page.__kwdefaults__", {"limit": 5})
    monkeypatch.setattr("griffie.services.telling.next_page.__kwdefaults__", {"limit": 5})
    for count in range(12):
        itemising.set_item_field(bench.desk, promise, "summary", f"stand {count}")
    bench.show(promise)
    log = bench.view.log
    assert (len(log.steps), log.older.isVisible(), log.is_whole) == (5, True, False)
    while log.older.isVisible():
        bench.qtbot.mouseClick(log.older, Qt.MouseButton.LeftButton)
        bench.rest()
    assert (len(log.steps), log.is_whole) == (13, True)
    itemising.set_item_field(bench.desk, promise, "summary", "nog een")
    bench.view.load()
    bench.rest()
    assert log.steps[0].lines == ("Summary: stand 11 → nog een",)
    assert len(log.steps) >= 13
    assert log.lines.count() == len(log.steps)


# ---- paper


def test_the_sheet_goes_on_paper_as_it_is_shown(bench, full):
    paper = bench.view.paper()
    assert paper.title == f"Commitment {bench.number(full)}"
    assert "settlement reported" in paper.subtitle
    headings = [part.heading for part in paper.sections]
    assert headings == [
        "", "Words in the letter", "Deadlines", "Settlements", "Progress", "Other items", "What was done",
    ]  # fmt: skip
    fields = dict(next(part for part in paper.sections if isinstance(part, Block)).filled)
    assert fields["Responsible ministry"] == "JenV"
    settlements = paper.sections[3].rows
    assert settlements[0][0] == f"Settlement proposed with letter {bench.letter()}"
    assert len(paper.sections[-1].rows) == len(bench.view.log.steps)
    assert paper.note == ""


@pytest.mark.parametrize("kind", list(ItemKind))
def test_a_bare_item_of_each_kind_goes_on_paper(bench, kind):
    item_id, _changes = itemising.new_item(bench.desk, kind, {"remarks": "kaal"})
    bench.show(item_id)
    paper = bench.view.paper()
    assert dict(paper.sections[0].filled)["Remarks"] == "kaal"


# ---- read-only registers


def test_a_register_that_can_only_be_read_offers_nothing_to_change(qtbot, bench, full, monkeypatch):
    monkeypatch.setattr(type(bench.desk.register), "read_only", property(lambda _self: True), raising=False)
    view = ItemView(Workplace(bench.desk, bench.place.lane, bench.place.bus, bench.place.settings, bench.place.theme))
    qtbot.addWidget(view)
    view.take(full)
    view.load()
    view.show()
    qtbot.waitUntil(lambda: view.sheet is not None and view._reads.idle)
    texts = shown_texts(view)
    for text in ("Add a note", "Add an item", "Add a letter or decision", "Change", "Take away", "Move", "Edit"):
        assert text not in texts
    assert view.fields.form.rows["handler"].editor.control.isReadOnly()
    view.close_down()


def test_a_sheet_of_a_request_asks_its_own_fields(bench):
    item_id = bench.tag(ItemKind.REQUEST, QUESTION)
    bench.show(item_id)
    assert "asked_by" in bench.view.fields.form.rows
    assert put_letter(bench.desk)
