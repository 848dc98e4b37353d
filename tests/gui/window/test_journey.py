"""The main job in the real window: open a letter, select, tag, fill in, undo, find again, in both languages."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from griffie.domain.kinds import ItemKind, LetterState
from griffie.services import history, itemising, lettering
from griffie.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.pdf_process
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_a_letter_opens_with_its_header_filled_in(clerk):
    opened = clerk.open(clerk.write())
    assert opened.letter.subject == "Toegankelijke dienstverlening"
    assert [str(d) for d in opened.letter.dossiers] == ["36112"]
    assert opened.letter.paper_number == "47"
    assert opened.letter.date.isoformat() == "2026-03-09"
    assert clerk.window.windowTitle().startswith("Toegankelijke dienstverlening")


def test_dragged_words_become_a_commitment_with_the_first_field_ready(clerk):
    clerk.open(clerk.write())
    selection = clerk.drag("Ik zal uw Kamer voor het zomerreces informeren")
    assert selection.quote == "Ik zal uw Kamer voor het zomerreces informeren"
    clerk.press(Qt.Key.Key_1)
    (item,) = clerk.items()
    assert (item.kind, item.literal, item.page_number) == (ItemKind.COMMITMENT, selection.quote, 1)
    clerk.type("Uitkomst overleg gemeenten")
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.items()[0].summary == "Uitkomst overleg gemeenten"
    assert [h.kind for h in clerk.page.highlights.by_id.values()] == [ItemKind.COMMITMENT]


def test_each_key_tags_its_kind_and_the_letter_is_in_progress(clerk):
    clerk.open(clerk.write())
    clerk.tag("Ik zal uw Kamer voor het zomerreces informeren", Qt.Key.Key_1)
    clerk.tag("motie van het lid Brouwers", Qt.Key.Key_2)
    clerk.tag("voor het zomerreces", Qt.Key.Key_3)
    clerk.tag("De commissie heeft mij verzocht om een overzicht", Qt.Key.Key_4)
    kinds = {item.kind: item for item in clerk.items()}
    assert set(kinds) == set(ItemKind)
    assert kinds[ItemKind.DEADLINE].owner_id == kinds[ItemKind.COMMITMENT].id
    assert kinds[ItemKind.DEADLINE].date_to.isoformat() == "2026-07-02"
    assert clerk.letter.opened.letter.state is LetterState.IN_PROGRESS


def test_a_word_broken_at_the_line_end_is_one_word_in_the_quote(clerk):
    clerk.open(clerk.write())
    clerk.tag("Uiterlijk op 1 oktober 2026", Qt.Key.Key_3)
    (item,) = clerk.items()
    assert item.literal == "Uiterlijk op 1 oktober 2026"
    assert item.date_to.isoformat() == "2026-10-01"


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_dragged_words_are_exact_on_turned_and_cropped_pages(clerk, rotation, cropped):
    opened = clerk.open(clerk.write(rotation=rotation, cropped=cropped))
    words = "beschouw ik hiermee als afgedaan. Uiterlijk op 1 oktober 2026"
    selection = clerk.drag(words)
    assert selection.quote == words
    boxes = clerk.page.words.boxes(0)
    span = selection.spans[0]
    for x, y in [(q[i], q[i + 1]) for q in span.quads for i in (0, 2, 4, 6)]:
        near = [boxes.quad(n) for n in range(span.start, span.end)]
        assert min(abs(x - c[i]) + abs(y - c[i + 1]) for c in near for i in (0, 2, 4, 6)) < 1
    assert opened.sizes[0][2] == rotation


def test_undo_and_redo_name_the_step_and_survive_a_restart(make_clerk):
    clerk = make_clerk()
    clerk.open(clerk.write())
    clerk.tag("motie van het lid Brouwers", Qt.Key.Key_2)
    assert "Tag motion M" in clerk.window.actions_["undo"].text()
    register = clerk.program.register.path
    clerk.window.close()
    again = make_clerk(register)
    assert "Tag motion M" in again.window.actions_["undo"].text()
    again.do("undo")
    again.open(again.folder / "brief.pdf")
    assert again.items() == []
    assert "Tag motion M" in again.window.actions_["redo"].text()
    again.do("redo")
    assert [item.kind for item in again.items()] == [ItemKind.MOTION]


def test_ctrl_z_on_the_page_undoes_and_in_a_field_being_typed_in_is_the_fields_own(clerk):
    clerk.open(clerk.write())
    clerk.tag("motie van het lid Brouwers", Qt.Key.Key_2)
    clerk.type("36")
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert len(clerk.items()) == 1
    clerk.press(Qt.Key.Key_Escape)
    clerk.page.setFocus()
    clerk.press(Qt.Key.Key_Z, CONTROL)
    assert clerk.items() == []


def test_letters_are_letters_in_a_field_and_do_nothing_when_switched_off(clerk):
    clerk.open(clerk.write())
    clerk.tag("motie van het lid Brouwers", Qt.Key.Key_2)
    clerk.type("1234")
    clerk.settle()
    assert len(clerk.items()) == 1
    clerk.program.settings.set("single_keys", False)
    clerk.drag("voor het zomerreces")
    clerk.page.setFocus()
    clerk.press(Qt.Key.Key_3)
    assert len(clerk.items()) == 1


def test_selecting_with_the_keyboard_alone_and_tagging(clerk):
    clerk.open(clerk.write())
    clerk.page.setFocus()
    begin, _end = clerk.ends("De commissie heeft mij")
    clerk.bot.mouseClick(clerk.page.viewport(), Qt.MouseButton.LeftButton, pos=begin.toPoint())
    for _ in range(4):
        clerk.press(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert clerk.page.selection().quote.strip() == "De commissie heeft mij"
    clerk.press(Qt.Key.Key_4)
    assert [item.kind for item in clerk.items()] == [ItemKind.REQUEST]


def test_nothing_selected_says_what_to_do(clerk):
    clerk.open(clerk.write())
    clerk.page.setFocus()
    clerk.press(Qt.Key.Key_1)
    assert clerk.items() == []
    assert "Select the words" in "; ".join(clerk.told)


def test_a_click_on_a_highlight_selects_its_card_and_a_card_frames_its_highlight(clerk):
    clerk.open(clerk.write())
    clerk.tag("voor het zomerreces", Qt.Key.Key_3)
    clerk.tag("motie van het lid Brouwers", Qt.Key.Key_2)
    begin, end = clerk.ends("voor het zomerreces")
    middle = QPointF((begin.x() + end.x()) / 2, (begin.y() + end.y()) / 2).toPoint()
    clerk.bot.mouseClick(clerk.page.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    chosen = clerk.letter.current_item()
    assert chosen.kind is ItemKind.DEADLINE
    clerk.panel.select(next(i.id for i in clerk.items() if i.kind is ItemKind.MOTION))
    clerk.letter._on_item_selected(clerk.panel.current_item_id())
    motion = next(i for i in clerk.items() if i.kind is ItemKind.MOTION)
    assert clerk.page.selected_id == motion.passages[0].id


def test_an_item_is_tied_to_other_words_and_deleted_and_brought_back(clerk):
    clerk.open(clerk.write())
    clerk.tag("Ik zal uw Kamer", Qt.Key.Key_1)
    clerk.drag("stuur ik uw Kamer het eindverslag toe")
    clerk.page.setFocus()
    clerk.press(Qt.Key.Key_T)
    assert clerk.items()[0].literal == "stuur ik uw Kamer het eindverslag toe"
    clerk.page.setFocus()
    clerk.press(Qt.Key.Key_Delete)
    assert clerk.items() == []
    clerk.do("undo")
    assert clerk.items()[0].literal == "stuur ik uw Kamer het eindverslag toe"


def test_next_and_previous_go_through_the_items_in_reading_order(clerk):
    clerk.open(clerk.write())
    clerk.tag("stuur ik uw Kamer het eindverslag toe", Qt.Key.Key_1)
    clerk.tag("Ik zal uw Kamer", Qt.Key.Key_1)
    clerk.press(Qt.Key.Key_Escape)
    clerk.panel.select(None)
    clerk.page.setFocus()
    seen = []
    for _ in range(2):
        clerk.press(Qt.Key.Key_N)
        seen.append(clerk.letter.current_item().literal)
        clerk.page.setFocus()
    assert seen == ["Ik zal uw Kamer", "stuur ik uw Kamer het eindverslag toe"]
    clerk.press(Qt.Key.Key_P)
    assert clerk.letter.current_item().literal == "Ik zal uw Kamer"


def test_find_marks_the_words_also_over_a_broken_line(clerk):
    clerk.open(clerk.write())
    clerk.do("find")
    clerk.type("uiterlijk op 1")
    clerk.bot.waitUntil(lambda: "1" in clerk.letter.find_bar.findChild(type(clerk.window.status.page)).text())


def test_everything_is_there_after_a_restart_and_the_place_is_remembered(make_clerk):
    clerk = make_clerk()
    path = clerk.write(pages=6)
    clerk.open(path)
    clerk.tag("voor het zomerreces", Qt.Key.Key_3)
    clerk.page.set_zoom(1.5)
    clerk.page.go_to_page(4)
    clerk.settle()
    register = clerk.program.register.path
    clerk.window.close()
    again = make_clerk(register)
    again.open(path)
    assert again.page.current_page == 4
    assert again.page.zoom == pytest.approx(1.5)
    assert [item.literal for item in again.items()] == ["voor het zomerreces"]


def test_the_same_file_twice_is_one_letter(clerk):
    path = clerk.write()
    first = clerk.open(path)
    copy = clerk.folder / "kopie.pdf"
    copy.write_bytes(path.read_bytes())
    second = clerk.open(copy)
    assert first.letter.id == second.letter.id
    assert "was there already" in "; ".join(clerk.told)


def test_dropped_files_and_folders_are_taken_in_and_a_bad_one_is_said(clerk):
    folder = clerk.folder / "map"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_bytes(clerk.write(name, extra=f"Bijzonder {name}").read_bytes())
    (folder / "slecht.pdf").write_bytes(b"<html>geen brief</html>")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, SHIFT)
    clerk.window.dropEvent(event)
    clerk.settle()
    assert any("slecht.pdf" in text for text in clerk.window.notices.texts())
    clerk.do("letters")
    assert clerk.window.letters.model.rowCount() == 2


def test_a_file_that_is_no_letter_leaves_the_list_standing(clerk):
    bad = clerk.folder / "bad.pdf"
    bad.write_bytes(b"")
    clerk.window.take_files([bad])
    clerk.settle()
    assert clerk.window.stack.currentWidget() is clerk.window.letters
    assert any("bad.pdf" in text for text in clerk.window.notices.texts())


def test_another_print_of_the_letter_is_offered_and_its_passages_follow(clerk):
    clerk.open(clerk.write())
    clerk.tag("Ik zal uw Kamer voor het zomerreces informeren", Qt.Key.Key_1)
    first = clerk.letter.opened.letter.id
    clerk.open(clerk.write("kamerstuk.pdf", left=60.0, cropped=True))
    assert any("another print" in text for text in clerk.window.notices.texts())
    notice = clerk.window.notices.findChildren(type(clerk.window.notices.tell("x")))[0]
    button = next(b for b in notice.findChildren(QPushButton) if b.text() == "Same letter")
    clerk.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    clerk.settle()
    letter = clerk.letter.opened.letter
    assert letter.id == first
    assert len(letter.documents) == 2
    assert clerk.letter.opened.document.id == letter.documents[1].id
    assert "1 passage found again" in "; ".join(clerk.told)
    (item,) = clerk.items()
    assert len({p.document_id for p in item.passages}) == 2
    assert {p.quote for p in item.passages} == {"Ik zal uw Kamer voor het zomerreces informeren"}


def test_the_language_changes_in_the_running_program(clerk):
    clerk.open(clerk.write())
    clerk.tag("voor het zomerreces", Qt.Key.Key_3)
    clerk.do("dutch")
    assert clerk.window.actions_["tag_commitment"].iconText() == "Toezegging"
    assert "Termijn" in clerk.window.actions_["tag_deadline"].iconText()
    clerk.do("english")
    assert clerk.window.actions_["tag_commitment"].iconText() == "Commitment"


def test_light_and_dark(clerk):
    clerk.program.settings.set("appearance", "light")
    assert clerk.program.place.theme is LIGHT
    clerk.do("dark")
    assert clerk.program.place.theme is DARK
    assert clerk.window.palette().window().color() == DARK.window


def test_what_another_program_changes_refuses_the_undo_with_a_sentence(clerk):
    clerk.open(clerk.write())
    clerk.tag("voor het zomerreces", Qt.Key.Key_3)
    register = clerk.program.register.path
    with closing(sqlite3.connect(register)) as conn:
        conn.execute("UPDATE item SET remarks = 'elsewhere'")
        conn.commit()
    clerk.do("undo")
    assert len(clerk.items()) == 1
    assert any("changed since" in text for text in clerk.window.notices.texts())


def test_the_window_lets_go_at_once_and_what_was_in_the_lane_is_written(make_clerk):
    clerk = make_clerk()
    clerk.open(clerk.write())
    desk = clerk.program.place.desk
    letter_id = clerk.letter.opened.letter.id
    clerk.program.place.lane.run(lambda: lettering.set_letter_field(desk, letter_id, "remarks", "net op tijd"))
    register = clerk.program.register.path
    clerk.window.close()
    with closing(sqlite3.connect(register)) as conn:
        assert conn.execute("SELECT remarks FROM letter").fetchone()[0] == "net op tijd"
    assert clerk.program.pdf.children() == []


def test_items_of_a_debate_are_made_without_a_passage(clerk):
    clerk.open(clerk.write())
    clerk.press(Qt.Key.Key_N, CONTROL)
    assert QApplication.focusWidget() is not None
    assert clerk.panel.stack.currentWidget() is clerk.panel.new_form


def test_the_history_tells_what_was_done_in_plain_words(clerk):
    clerk.open(clerk.write())
    clerk.tag("voor het zomerreces", Qt.Key.Key_3)
    (item,) = clerk.items()
    desk = clerk.program.place.desk
    itemising.set_item_field(desk, item.id, "remarks", "let op")
    lines = [line.text for line in history.history(desk, limit=2)]
    assert lines[0] == f"Change remarks of {item.number}"
    assert lines[1] == f"Tag deadline {item.number}"
