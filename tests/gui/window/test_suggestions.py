"""A letter that is read: its suggestions walked through with one key each, in the real window."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from griffie.domain.changes import Changes
from griffie.domain.item import Deadline
from griffie.domain.kinds import ItemKind
from griffie.services import history, lettering, suggesting
from griffie.ui.letter.citation_popup import CitationPopup
from tests.helpers.readings import ADDRESS, BROUWERS, CLAIM, MOTION, PROMISE, QUESTION, REPORT

pytestmark = [
    pytest.mark.pdf_process,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # the unseen screen has no popups
]
CONTROL = Qt.KeyboardModifier.ControlModifier
ORDER = [PROMISE, CLAIM, MOTION, REPORT, QUESTION]


@pytest.fixture
def reader():
    """Finds what the composed letter has."""
    return BROUWERS


@pytest.fixture
def read(clerk):
    """A clerk before a letter that was read in the background."""
    clerk.open(clerk.write())
    clerk.page.setFocus()
    return clerk


def words(clerk):
    """The words of the open suggestions, as they stand in the list."""
    return [shown.suggestion.selection.quote for shown in clerk.letter.suggesting.found.suggestions]


def current(clerk):
    shown = clerk.letter.suggesting.found.suggestion(clerk.panel.current_item_id())
    return shown.suggestion.selection.quote if shown else None


def test_an_added_letter_is_read_in_the_background_and_shows_its_suggestions(read):
    assert words(read) == ORDER
    assert read.items() == []
    marks = read.page.highlights.by_id.values()
    assert len(marks) == 5
    assert all(mark.suggested for mark in marks)
    assert read.panel.items.bar.left.text() == "5 suggestions left"
    assert read.panel.items.bar.viewed.text() == "0 of 5 viewed"


def test_n_and_p_walk_through_the_cards_and_the_page_follows(read):
    seen = []
    for key in (Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_N, Qt.Key.Key_P):
        read.press(key)
        seen.append(current(read))
        assert read.page.selected_id == read.panel.current_item_id()
    assert seen == [PROMISE, CLAIM, MOTION, CLAIM]
    assert read.page.hasFocus()


def test_a_accepts_the_current_card_and_the_next_one_is_current_with_the_keys_where_they_were(read):
    read.press(Qt.Key.Key_A)  # nothing is current yet: the first one comes into view
    assert (current(read), read.items()) == (PROMISE, [])
    read.press(Qt.Key.Key_A)
    commitment, deadline = read.items()
    assert (commitment.kind, commitment.summary, commitment.literal) == (
        ItemKind.COMMITMENT, "Uitkomst overleg", PROMISE,
    )  # fmt: skip
    assert isinstance(deadline, Deadline)
    assert (deadline.owner_id, deadline.date_to.isoformat()) == (commitment.id, "2026-07-02")
    assert current(read) == CLAIM
    assert read.page.hasFocus()
    assert read.panel.items.bar.viewed.text() == "1 of 5 viewed"
    assert f"{commitment.number} added. 4 suggestions left." in read.told


def test_r_leaves_out_and_undo_brings_the_card_back(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_R)
    assert words(read) == ORDER[1:]
    assert current(read) == CLAIM
    assert read.items() == []
    read.press(Qt.Key.Key_Z, CONTROL)
    assert words(read) == ORDER
    assert current(read) == PROMISE


def test_undo_of_an_accepted_one_takes_item_and_deadline_back_in_one_step(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_A)
    assert len(read.items()) == 2
    read.press(Qt.Key.Key_Z, CONTROL)
    assert read.items() == []
    assert words(read) == ORDER
    assert read.panel.items.bar.viewed.text() == "0 of 5 viewed"


def test_fast_keys_each_decide_on_a_card_of_their_own(read):
    read.press(Qt.Key.Key_N)
    for key in (Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_A):
        read.bot.keyClick(read.page, key)
    read.settle()
    assert words(read) == [REPORT, QUESTION]
    assert {item.kind for item in read.items()} == {ItemKind.COMMITMENT, ItemKind.DEADLINE, ItemKind.MOTION}


def test_the_whole_letter_is_done_with_one_key_a_card(read):
    for _ in range(6):
        read.press(Qt.Key.Key_A)
    assert words(read) == []
    kinds = sorted(item.kind for item in read.items())
    assert kinds == ["commitment", "commitment", "deadline", "deadline", "motion", "request"]
    assert read.panel.items.bar.left.text() == "All suggestions viewed"
    assert read.page.hasFocus()
    read.press(Qt.Key.Key_A)
    assert read.told[-1] == "There are no suggestions left in this letter."


def test_enter_accepts_on_page_and_list_but_not_while_words_are_selected(read):
    read.press(Qt.Key.Key_N)
    read.drag("De commissie heeft mij")
    read.page.setFocus()
    read.press(Qt.Key.Key_Return)
    assert words(read) == ORDER
    read.page.clear_selection()
    read.press(Qt.Key.Key_Return)
    assert words(read) == ORDER[1:]
    read.panel.list.setFocus()
    read.press(Qt.Key.Key_Return)
    assert words(read) == ORDER[2:]
    assert read.panel.list.hasFocus()


def test_e_edits_first_and_the_item_is_made_when_the_fields_are_kept(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_E)
    assert QApplication.focusWidget().accessibleName() == "Summary"
    assert read.items() == []
    QApplication.focusWidget().selectAll()
    read.type("Anders gezegd")
    read.press(Qt.Key.Key_Return, CONTROL)
    assert read.items()[0].summary == "Anders gezegd"
    assert len(read.items()) == 2
    assert current(read) == CLAIM
    assert read.panel.list.hasFocus()
    desk = read.program.place.desk
    assert history.history(desk, limit=1)[0].text == f"Accept commitment {read.items()[0].number}"
    read.press(Qt.Key.Key_Z, CONTROL)
    assert read.items() == []


def test_letters_are_letters_in_the_fields_of_a_suggestion_and_escape_goes_back_to_the_page(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_E)
    read.type("arenp")
    read.settle()
    assert words(read) == ORDER
    read.press(Qt.Key.Key_Escape)
    assert read.page.hasFocus()
    assert read.panel.items.suggestion_form.rows is None
    assert words(read) == ORDER


def test_a_field_that_does_not_fit_is_said_and_nothing_is_made(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_E)
    row = read.panel.items.suggestion_form.rows.rows["term"]
    row.editor.control.setFocus()
    row.editor.control.selectAll()
    read.type("ooit misschien")
    read.press(Qt.Key.Key_Return, CONTROL)
    assert read.items() == []
    assert row.hint.isVisible()
    assert row.editor.control.hasFocus()


def test_a_typed_term_goes_before_the_one_that_was_read(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_E)
    term = read.panel.items.suggestion_form.rows.rows["term"].editor.control
    term.setFocus()
    term.selectAll()
    read.type("1 september 2026")
    read.press(Qt.Key.Key_Return, CONTROL)
    deadline = next(item for item in read.items() if isinstance(item, Deadline))
    assert deadline.date_to.isoformat() == "2026-09-01"


def test_ctrl_enter_in_a_field_of_an_item_goes_to_the_next_suggestion(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_A)
    read.panel.select(read.items()[0].id, edit_first=True)
    read.press(Qt.Key.Key_Return, CONTROL)
    assert current(read) == CLAIM
    assert read.panel.list.hasFocus()


def test_a_claim_settles_nothing_by_itself_but_says_so_in_the_mention(read):
    read.panel.items.chips.choose(None)
    for _ in range(2):
        read.press(Qt.Key.Key_N)
    assert current(read) == CLAIM
    read.press(Qt.Key.Key_A)
    (motion,) = read.items()
    assert (motion.kind, motion.role, motion.status) == (ItemKind.MOTION, "settles", "open")


def test_accept_all_shown_touches_only_what_the_filter_lets_through_and_is_one_step(read):
    read.panel.items.chips.choose(ItemKind.COMMITMENT)
    read.settle()
    assert read.panel.items.bar.accept.text() == "Accept all of the list (2)"
    read.bot.mouseClick(read.panel.items.bar.accept, Qt.MouseButton.LeftButton)
    read.settle()
    assert words(read) == [CLAIM, MOTION, QUESTION]
    assert "2 suggestions accepted. 3 suggestions left." in read.told
    read.do("undo")
    assert words(read) == ORDER


def test_without_a_filter_only_what_is_in_view_on_the_page_is_accepted(read):
    read.page.set_zoom(3.0)
    read.page.go_to_point(0, 700.0)
    read.settle()
    assert read.letter.suggesting.shown_ids() == []
    read.do("accept_shown")
    assert words(read) == ORDER
    assert read.told[-1] == "No suggestion is in view."
    read.page.set_zoom(0.5)
    read.settle()
    assert len(read.letter.suggesting.shown_ids()) == 5


def test_the_buttons_on_the_card_decide_and_the_keys_stay_in_the_list(read):
    read.panel.focus_list()
    read.settle()
    actions = read.panel.list.actions_here
    assert actions.isVisible()
    read.bot.mouseClick(actions.dismiss, Qt.MouseButton.LeftButton)
    read.settle()
    assert words(read) == ORDER[1:]
    read.bot.mouseClick(actions.accept, Qt.MouseButton.LeftButton)
    read.settle()
    assert words(read) == ORDER[2:]
    assert read.panel.list.hasFocus()


def test_a_click_on_the_page_makes_the_card_current_and_resting_there_says_why(read):
    begin, end = read.ends("het eindverslag toe")
    place = QPointF((begin.x() + end.x()) / 2, begin.y()).toPoint()
    read.bot.mouseClick(read.page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    read.settle()
    assert current(read) == REPORT
    tip = read.letter.suggesting.tip(read.panel.current_item_id())
    assert "promise to send" in tip
    assert read.panel.items.suggestion_form.why.text() == "“stuur ik uw Kamer toe”: promise to send"


def test_a_reference_shows_its_address_before_anything_opens_and_can_be_corrected(read):
    cited = read.letter.suggesting.found.citations[0]
    read.letter.parts.citing.on_clicked(cited.id, QPointF(10, 10))
    popup = read.letter.parts.citing.popup
    assert isinstance(popup, CitationPopup)
    assert popup.address.accessibleName() == ADDRESS
    read.bot.mouseClick(popup.correct, Qt.MouseButton.LeftButton)
    assert read.panel.citations.line.hasFocus()
    read.panel.citations.line.setText("36112, nr. 39")
    read.press(Qt.Key.Key_Return)
    assert [one.citation.id for one in read.letter.suggesting.found.citations] == ["36112-39"]
    read.do("undo")
    assert [one.citation.id for one in read.letter.suggesting.found.citations] == ["36112-38"]


def test_the_status_bar_names_where_keys_go(read):
    assert read.window.status.keys.text() == "keys: page"
    read.press(Qt.Key.Key_N)
    assert read.window.status.keys.text() == "keys: page · A accept, R leave out, E edit first"
    read.press(Qt.Key.Key_E)
    assert read.window.status.keys.text() == "keys: Summary"


def test_the_list_of_letters_says_how_many_are_left(read):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_R)
    read.do("letters")
    model = read.window.letters.model
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert "4 left" in texts


def test_many_letters_are_read_after_they_are_added(clerk):
    folder = clerk.folder / "map"
    folder.mkdir()
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        (folder / name).write_bytes(clerk.write(name, extra=f"Bijzonder {name}").read_bytes())
    clerk.window.take_files([folder])
    clerk.settle()
    model = clerk.window.letters.model
    assert [model.letter_row(model.index(row, 0)).suggestions for row in range(3)] == [5, 5, 5]


def test_another_date_of_the_letter_moves_its_deadlines_and_says_so(read, monkeypatch):
    read.press(Qt.Key.Key_N)
    read.press(Qt.Key.Key_A)
    read.panel.unfold_letter()
    moved = read.items()
    monkeypatch.setattr("griffie.services.lettering.type_letter_field", lambda *_args: changes_of(moved))
    field = read.panel.letter_form.rows["date"].editor.control
    field.setFocus()
    field.selectAll()
    read.type("10 april 2026")
    read.press(Qt.Key.Key_Return)
    assert any("2 deadlines that a rule had dated follow the letter" in text for text in read.window.notices.texts())


def changes_of(items):
    return Changes(frozenset(), frozenset(item.id for item in items))


def test_a_field_of_the_header_leads_the_eye_to_its_words(read):
    read.panel.unfold_letter()
    read.settle()
    mark = read.panel.letter_form._marks["date"]
    assert mark.isVisible()
    read.bot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert read.page._flash.quads
    read.page._flash.stop()


def test_words_of_a_changed_header_are_read_anew(read):
    lettering.set_letter_field(
        read.program.place.desk, read.letter.opened.letter.id, "date", read.letter.opened.letter.date.replace(year=2025)
    )
    seen = []
    monitor = read.window.background
    read.program.place.bus.changed.connect(lambda _changes, who: seen.append(who is monitor))
    read.program.place.bus.changed.emit(Changes(frozenset({read.letter.opened.letter.id})), None)
    read.settle()
    assert any(seen)


def test_an_item_accepted_in_bulk_is_looked_at_once_its_card_is_open(read):
    desk, letter_id = read.program.place.desk, read.letter.opened.letter.id
    ids = [shown.id for shown in suggesting.suggestions(desk, letter_id)][:1]
    (item_id, *_rest), changes = suggesting.accept(desk, letter_id, ids, unreviewed=True)
    read.program.place.bus.changed.emit(changes, None)
    read.settle()
    assert desk.item(item_id).unreviewed
    read.panel.select(item_id)
    read.panel.list.chosen.emit(item_id)
    read.settle()
    assert not desk.item(item_id).unreviewed
