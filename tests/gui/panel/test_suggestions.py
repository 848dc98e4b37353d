"""Suggestions, settlements and references in the panel: where they stand, what they say, what they ask for."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from griffie.domain.kinds import ItemKind, Precision
from griffie.domain.periods import DateRange
from griffie.domain.reading import (
    Citation,
    CitationKind,
    Reading,
    Reason,
    RuledDeadline,
    Suggestion,
    SuggestionKind,
)
from griffie.domain.settlement import Degree, Stage
from griffie.services import itemising, settling, suggesting
from griffie.store import readings
from griffie.ui.letter.found import read_found
from griffie.ui.panel.settled import SettlementCard
from griffie.ui.panel.suggested import SuggestedCard
from tests.gui.panel.conftest import MOTION, PROMISE, QUESTION, TERM, Bench
from tests.helpers.registers import select

WHY = Reason("“{words}”: promise to inform", {"words": "zeg toe"})


class ReadBench(Bench):
    """A bench whose letter was read; it shows what the reading found."""

    def put(self, *suggestions, citations=()):
        reading = Reading(tuple(citations), tuple(suggestions), "by hand/1")
        facts = readings.facts_of(self.desk.register, self.letter_id, "")
        readings.put_reading(self.desk.register, self.letter_id, self.document_id, reading, facts)

    def words(self, words):
        return select(self.desk, self.letter_id, words)

    def refresh(self, *_changes):
        from griffie.services import looking

        self.found = read_found(self.desk, self.letter_id)
        items = looking.items_in(self.desk, self.letter_id)
        self.panel.show_letter(self.letter(), items, self.document_id, self.found)

    def ids(self):
        return [shown.id for shown in self.found.suggestions]

    def promise(self):
        term = RuledDeadline(
            self.words(TERM), DateRange(None, dt.date(2026, 4, 30), Precision.DAY), "2026-04-30", "before", WHY
        )
        return Suggestion(
            SuggestionKind.COMMITMENT, "promise", self.words(PROMISE), {"action": "inform"}, 0.9, "inform", (WHY,), term
        )

    def question(self):
        return Suggestion(SuggestionKind.REQUEST, "question", self.words(QUESTION), {}, 0.4, "asked", (WHY,))

    def claim(self):
        fields = {"what": "toezegging", "degree": "partly"}
        return Suggestion(
            SuggestionKind.DISCHARGE, "claim", self.words(MOTION), fields, 0.7, "met", (WHY,), targets=("T01970",)
        )


@pytest.fixture
def bench(qtbot, place):
    return ReadBench(place, qtbot)


@pytest.fixture
def suggested(bench):
    bench.put(bench.promise(), bench.claim(), bench.question())
    bench.show()
    return bench


def cards(bench):
    return bench.panel.list.cards.cards


def test_suggestions_stand_among_the_items_in_reading_order(bench):
    bench.put(bench.promise(), bench.question())
    bench.tag(ItemKind.MOTION, MOTION)
    bench.show()
    assert [isinstance(card, SuggestedCard) for card in cards(bench)] == [True, False, True]
    assert [card.kind for card in cards(bench)] == [ItemKind.COMMITMENT, ItemKind.MOTION, ItemKind.REQUEST]


def test_a_suggestion_is_spoken_with_its_term_and_its_reason(suggested):
    spoken = suggested.panel.list.cards.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("Suggestion: Commitment", PROMISE, "by 30 April 2026", "page 1", "promise to inform"):
        assert part in spoken


def test_the_form_tells_words_fields_and_reason(suggested):
    suggested.panel.select(suggested.ids()[0])
    form = suggested.panel.items.suggestion_form
    assert form.isVisible()
    assert not suggested.panel.items.form.isVisible()
    assert form.quote.text() == f"“{PROMISE}”"
    assert form.why.text() == "“zeg toe”: promise to inform"
    shown = [(caption.text(), value.text()) for caption, value in form._facts if value.isVisible()]
    assert shown == [("Action", "inform"), ("Phrase", TERM), ("Term", "by 30 April 2026")]
    assert form.sure.text() == "certain · p. 1"


@pytest.mark.parametrize(("button", "signal"), [("accept", "accept_requested"), ("dismiss", "dismiss_requested")])
def test_the_buttons_of_the_form_ask_the_window(suggested, qtbot, button, signal):
    suggested.panel.select(suggested.ids()[0])
    with qtbot.waitSignal(getattr(suggested.panel, signal)) as asked:
        qtbot.mouseClick(getattr(suggested.panel.items.suggestion_form, button), Qt.MouseButton.LeftButton)
    assert asked.args[0] == suggested.ids()[0]


def test_enter_on_the_list_accepts_and_delete_asks_to_leave_out(suggested, qtbot):
    suggested.panel.focus_list()
    with qtbot.waitSignal(suggested.panel.accept_requested) as asked:
        qtbot.keyClick(suggested.panel.list, Qt.Key.Key_Return)
    assert asked.args == [suggested.ids()[0], {}]
    with qtbot.waitSignal(suggested.panel.delete_requested) as asked:
        qtbot.keyClick(suggested.panel.list, Qt.Key.Key_Delete)
    assert asked.args == [suggested.ids()[0]]


def test_the_bar_counts_and_goes_when_there_is_nothing(suggested):
    bar = suggested.panel.items.bar
    assert (bar.left.text(), bar.viewed.text()) == ("3 suggestions left", "0 of 3 viewed")
    suggesting.dismiss(suggested.desk, suggested.letter_id, suggested.ids()[:1])
    suggested.refresh()
    assert (bar.left.text(), bar.viewed.text()) == ("2 suggestions left", "1 of 3 viewed")
    assert bar.progress.value() == 1
    suggested.put()
    suggested.refresh()
    assert bar.isHidden()


def test_a_filter_keeps_suggestions_of_its_kind(suggested):
    suggested.panel.items.chips.choose(ItemKind.REQUEST)
    assert [card.kind for card in cards(suggested)] == [ItemKind.REQUEST]
    assert suggested.panel.items.shown_suggestions() == suggested.ids()[2:]


def test_a_settlement_is_corrected_before_it_is_accepted(suggested, qtbot):
    suggested.panel.select(suggested.ids()[1], edit_first=True)
    rows = suggested.panel.items.suggestion_form.rows
    assert rows.rows["meets"].editor.line.hasFocus()
    assert rows.rows["meets"].editor.line.text() == "T01970"
    suggested.type_over(rows.rows["meets"].editor.line, "C2026-0001")
    rows.rows["degree"].editor.type_text("whole")
    with qtbot.waitSignal(suggested.panel.accept_requested) as asked:
        qtbot.keyClick(rows.rows["meets"].editor.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [suggested.ids()[1], {"meets": "C2026-0001", "degree": "whole"}]


def test_a_claim_in_the_list_shows_its_words_and_gets_the_item_that_it_meets(suggested, qtbot):
    suggesting.accept(suggested.desk, suggested.letter_id, suggested.ids()[1:2])
    item_id, _changes = itemising.new_item(suggested.desk, ItemKind.COMMITMENT, {"summary": "Evaluatie"})
    suggested.refresh()
    (card,) = [card for card in cards(suggested) if isinstance(card, SettlementCard)]
    suggested.panel.select(card.id, edit_first=True)
    claim = suggested.panel.items.claim
    assert claim.isVisible()
    assert claim.title.text() == "Settlement of a commitment · T01970"
    assert MOTION in claim.quote.text()
    line = claim.form.rows.rows["meets"].editor.line
    assert (line.hasFocus(), line.text()) == (True, "T01970")
    suggested.type_over(line, suggested.desk.item(item_id).number)
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    suggested.settled()
    (found,) = settling.settlements_of(suggested.desk, item_id)
    assert (found.id, found.stage, found.degree) == (card.id, Stage.CLAIMED, Degree.PARTLY)
    assert line.text() == f"{suggested.desk.item(item_id).number} · Evaluatie"


def test_the_menu_of_a_claim_leads_to_its_form(suggested):
    suggesting.accept(suggested.desk, suggested.letter_id, suggested.ids()[1:2])
    suggested.refresh()
    (card,) = [card for card in cards(suggested) if isinstance(card, SettlementCard)]
    menu = suggested.panel.menu.menu_of_settlement(card.id, card.text)
    next(action for action in menu.actions() if action.text() == "Edit").trigger()
    assert suggested.panel.items.claim.form.rows.rows["meets"].editor.line.hasFocus()
    menu.deleteLater()


def test_a_claim_says_what_is_wrong_and_esc_leaves_it_as_it_was(suggested, qtbot):
    suggesting.accept(suggested.desk, suggested.letter_id, suggested.ids()[1:2])
    suggested.refresh()
    (card,) = [card for card in cards(suggested) if isinstance(card, SettlementCard)]
    suggested.panel.select(card.id, edit_first=True)
    claim = suggested.panel.items.claim
    line = claim.form.rows.rows["meets"].editor.line
    suggested.type_over(line, "C1999-0001")
    qtbot.mouseClick(claim.form.keep_button, Qt.MouseButton.LeftButton)
    suggested.settled()
    assert "Nothing in the register is called" in claim.form.error.text()
    with qtbot.waitSignal(suggested.panel.page_focus_requested):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "T01970"
    assert settling.settlements_in(suggested.desk, suggested.letter_id)[0].item_id is None


def test_what_a_letter_says_it_meets_stands_in_the_list_as_claimed(suggested, qtbot):
    suggesting.accept(suggested.desk, suggested.letter_id, suggested.ids()[1:2])
    suggested.refresh()
    (card,) = [card for card in cards(suggested) if isinstance(card, SettlementCard)]
    assert (card.head, card.name, card.status) == (
        "Settlement of a commitment", "T01970", "the letter says so, in part",
    )  # fmt: skip
    suggested.panel.select(card.id)
    with qtbot.waitSignal(suggested.panel.delete_requested) as asked:
        qtbot.keyClick(suggested.panel.list, Qt.Key.Key_Delete)
    settling.remove_settlement(suggested.desk, asked.args[0])
    suggested.refresh()
    assert not [card for card in cards(suggested) if isinstance(card, SettlementCard)]


def test_an_unread_letter_and_one_with_nothing_in_it_say_so(bench):
    bench.show()
    assert bench.panel.items.empty.what.text() == "This letter has not been read yet."
    bench.put()
    bench.refresh()
    assert bench.panel.items.empty.what.text() == "Nothing to suggest was found in this letter."


def test_forty_cards_make_one_set_of_buttons(bench, qtbot):
    many = [
        Suggestion(SuggestionKind.COMMITMENT, f"p{n}", bench.words(PROMISE), {}, 0.9, "inform", (WHY,))
        for n in range(40)
    ]
    bench.put(*many)
    bench.show()
    bench.panel.focus_list()
    for _ in range(5):
        qtbot.keyClick(bench.panel.list, Qt.Key.Key_Down)
    assert len(bench.panel.list.viewport().children()) == 1


@pytest.fixture
def cited(bench):
    paper = Citation(
        CitationKind.KAMERSTUK, "29344-120", bench.words("29 344, nr. 120"), "https://example.org/kst-29344-120.html"
    )
    bench.put(citations=[paper, Citation(CitationKind.KAMERSTUK, "29344-119", bench.words("29 344"), None)])
    bench.show()
    bench.panel.header.citations.setChecked(True)
    return bench


def test_references_are_listed_with_their_address(cited, qtbot):
    listing = cited.panel.citations
    assert listing.isVisible()
    with qtbot.waitSignal(cited.panel.citation_chosen) as asked:
        qtbot.keyClick(listing.list, Qt.Key.Key_Down)
    assert asked.args == [cited.found.citations[1].id]
    assert "No official address" in listing.address.text()
    qtbot.keyClick(listing.list, Qt.Key.Key_Up)
    assert "https://example.org/kst-29344-120.html" in listing.address.text()
    with qtbot.waitSignal(cited.panel.citation_requested):
        qtbot.keyClick(listing.list, Qt.Key.Key_Return)


def test_a_reference_is_corrected_in_place_and_a_wrong_one_is_refused(cited, qtbot):
    listing = cited.panel.citations
    listing.select_id(cited.found.citations[0].id)
    qtbot.keyClick(listing.list, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is listing.line
    cited.type_over(listing.line, "geen stuk")
    qtbot.keyClick(listing.line, Qt.Key.Key_Return)
    cited.settled()
    assert listing.hint.isVisible()
    cited.type_over(listing.line, "29344, nr. 121")
    qtbot.keyClick(listing.line, Qt.Key.Key_Return)
    cited.settled()
    assert cited.found.citations[0].citation.id == "29344-121"
    assert listing.list.topLevelItem(0).text(0) == "29344, nr. 121 *"


def test_what_is_no_reference_goes(cited, qtbot):
    listing = cited.panel.citations
    listing.select_id(cited.found.citations[0].id)
    qtbot.keyClick(listing.list, Qt.Key.Key_Delete)
    cited.settled()
    assert [one.citation.id for one in cited.found.citations] == ["29344-119"]
    assert cited.panel.header.citations.text() == "References (1)"


def test_a_field_of_the_header_names_the_page_it_was_read_on(bench, qtbot):
    bench.show()
    with qtbot.waitSignal(bench.panel.sources_wanted):
        bench.panel.unfold_letter()
    bench.panel.show_sources({"date": 1})
    mark = bench.panel.letter_form._marks["date"]
    assert mark.accessibleName() == "Read on page 1 of the letter: show it"
    with qtbot.waitSignal(bench.panel.source_requested) as asked:
        qtbot.mouseClick(mark, Qt.MouseButton.LeftButton)
    assert asked.args == ["date"]
