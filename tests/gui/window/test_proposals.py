"""A letter that may settle what is open in the register: its proposals stand among the suggestions, one key each."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, Origin
from griffie.domain.settlement import Degree, Stage
from griffie.services import history, itemising, settling
from griffie.ui.panel.proposed import ProposalCard
from tests.helpers.readings import BROUWERS, CLAIM, MOTION, PROMISE

pytestmark = [
    pytest.mark.pdf_process,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # the unseen screen has no popups
]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader():
    """Finds what the composed letter has."""
    return BROUWERS


@pytest.fixture
def motion(clerk):
    """A motion that the register has already, and that the composed letter says it has carried out."""
    desk = clerk.program.place.desk
    values = {
        "dossier": "36112", "paper_number": "38", "submitters": (Person("Brouwers"),), "origin": Origin.DEBATE,
        "summary": "Loketten in dunbevolkte gebieden", "meeting_date": dt.date(2026, 1, 20),
    }  # fmt: skip
    return itemising.new_item(desk, ItemKind.MOTION, values)[0]


@pytest.fixture
def read(clerk, motion):
    """A clerk before a letter that was read in the background."""
    clerk.open(clerk.write())
    clerk.page.setFocus()
    return clerk


def proposals(clerk):
    return clerk.letter.suggesting.found.proposals


def current(clerk):
    return clerk.letter.suggesting.found.proposal(clerk.panel.current_item_id())


def walk_to_proposal(clerk):
    while current(clerk) is None:
        clerk.press(Qt.Key.Key_N)


def stages(clerk, item_id):
    return [(one.stage, one.degree) for one in settling.settlements_of(clerk.program.place.desk, item_id)]


def number(clerk, item_id):
    return clerk.program.place.desk.item(item_id).number


def test_a_proposal_stands_as_a_dashed_card_before_the_suggestion_with_the_same_words(read, motion):
    (shown,) = proposals(read)
    cards = read.panel.list.cards.cards
    place = next(at for at, card in enumerate(cards) if isinstance(card, ProposalCard))

    assert shown.promise.item.id == motion
    assert cards[place].head == f"May settle {number(read, motion)}"
    assert cards[place].name == "36112, nr. 38"
    assert MOTION in cards[place + 1].text or CLAIM in cards[place + 1].text
    assert read.panel.items.bar.left.text() == "6 suggestions left"
    spoken = read.panel.list.cards.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "36112, nr. 38" in spoken


def test_both_passages_the_reason_and_the_day_are_shown_when_it_is_current(read):
    walk_to_proposal(read)
    form = read.panel.items.proposal_form

    assert form.isVisible()
    assert current(read).proposal.place.quote in form.both.letter_words.text()
    assert form.both.promise_words.text() == "Loketten in dunbevolkte gebieden"
    assert "20 January 2026" in form.both.origin.text()
    assert "36112-38" in form.why.text()
    assert read.page.selected_id is not None  # the page shows the letter's words


def test_a_proposes_the_settlement_and_takes_the_suggestion_with_the_same_words_along(read, motion):
    walk_to_proposal(read)
    count = len(read.letter.suggesting.found.suggestions)
    read.press(Qt.Key.Key_A)

    assert stages(read, motion) == [(Stage.PROPOSED, Degree.WHOLE)]
    assert proposals(read) == ()
    assert len(read.letter.suggesting.found.suggestions) == count - 1
    assert read.page.hasFocus()
    assert any(number(read, motion) in text for text in read.told)


def test_undo_brings_the_card_back_and_takes_the_settlement_away_in_one_step(read, motion):
    walk_to_proposal(read)
    before = len(read.letter.suggesting.found.suggestions)
    read.press(Qt.Key.Key_A)
    read.press(Qt.Key.Key_Z, CONTROL)

    assert stages(read, motion) == []
    assert len(proposals(read)) == 1
    assert len(read.letter.suggesting.found.suggestions) == before


def test_r_leaves_it_out_and_the_next_card_is_current(read, motion):
    walk_to_proposal(read)
    read.press(Qt.Key.Key_R)

    assert proposals(read) == ()
    assert stages(read, motion) == []
    assert read.letter.suggesting.found.waits(read.panel.current_item_id())
    assert len(read.letter.suggesting.found.suggestions) == 5
    read.press(Qt.Key.Key_Z, CONTROL)
    assert current(read) is not None


def test_enter_accepts_it_from_the_list(read, motion):
    walk_to_proposal(read)
    read.panel.list.setFocus()
    read.press(Qt.Key.Key_Return)

    assert stages(read, motion) == [(Stage.PROPOSED, Degree.WHOLE)]


def test_e_lets_the_clerk_say_that_it_is_met_in_part_only(read, motion):
    walk_to_proposal(read)
    read.press(Qt.Key.Key_E)
    read.press(Qt.Key.Key_Down)
    read.press(Qt.Key.Key_Return, CONTROL)

    assert stages(read, motion) == [(Stage.PROPOSED, Degree.PARTLY)]


def test_the_number_opens_the_sheet_of_the_item(read, motion):
    walk_to_proposal(read)
    read.panel.items.proposal_form.number.click()
    read.settle()

    assert read.window.views.name == "item"
    assert read.window.views.view("item").sheet.item.id == motion


def test_a_proposal_chosen_elsewhere_is_current_when_its_letter_has_opened(read):
    (shown,) = proposals(read)
    letter_id = read.letter.opened.letter.id
    read.letter.leave()

    read.window.letter.open(letter_id, item_id=shown.id)
    read.settle()

    assert read.panel.current_item_id() == shown.id
    assert read.page.selected_id is not None


def test_accepting_all_in_view_leaves_proposals_to_the_clerk(read, motion):
    read.letter.suggesting.accept_shown()
    read.settle()

    assert stages(read, motion) == [(Stage.CLAIMED, Degree.WHOLE)]
    assert len(proposals(read)) == 1


def test_an_item_that_comes_later_is_proposed_at_once(clerk):
    clerk.open(clerk.write())
    assert proposals(clerk) == ()
    values = {"dossier": "36112", "paper_number": "38", "meeting_date": dt.date(2026, 1, 20)}

    _item_id, changes = itemising.new_item(clerk.program.place.desk, ItemKind.MOTION, values)
    clerk.program.place.bus.changed.emit(changes, None)
    clerk.settle()

    assert len(proposals(clerk)) == 1


def test_the_card_and_both_passages_change_language_at_once(read):
    walk_to_proposal(read)
    form = read.panel.items.proposal_form
    assert form.both.promise_head.text() == "Moved"

    read.do("dutch")

    assert (form.both.promise_head.text(), form.accept.text()) == ("Ingediend", "Vastleggen  A")
    assert "20 januari 2026" in form.both.origin.text()
    assert current(read) is not None
    read.do("english")


def test_the_card_takes_dark_colours(read):
    walk_to_proposal(read)
    light = read.panel.items.proposal_form.mark.pixmap().toImage()

    read.do("dark")

    assert read.panel.items.proposal_form.mark.pixmap().toImage() != light


def test_a_register_that_can_only_be_read_shows_no_buttons(read):
    walk_to_proposal(read)
    form = read.panel.items.proposal_form
    read.program.place.desk.register.read_only = True
    form.retranslate()

    assert not form.accept.isVisible()
    assert not form.dismiss.isVisible()
    read.press(Qt.Key.Key_A)
    assert len(proposals(read)) == 1
    read.program.place.desk.register.read_only = False


def test_the_first_page_waits_for_no_proposal(clerk, motion):
    path = clerk.write()
    clerk.window.take_files([path])
    clerk.bot.waitUntil(lambda: clerk.letter.opened is not None, timeout=15_000)

    assert proposals(clerk) == ()  # they come when the page stands and the hands rest
    clerk.settle()
    assert len(proposals(clerk)) == 1


def test_history_names_the_step_after_the_item(read, motion):
    walk_to_proposal(read)
    read.press(Qt.Key.Key_A)

    assert number(read, motion) in history.status(read.program.place.desk).undo.name
    assert PROMISE in [s.suggestion.selection.quote for s in read.letter.suggesting.found.suggestions]
