"""Which letters may settle an open item: listed with both passages and the reason, decided on with one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from griffie.domain.changes import Changes
from griffie.domain.settlement import Degree, Stage
from griffie.services import history, proposal_steps, settling
from griffie.ui.item.may_settle import MaySettle
from griffie.ui.theme import DARK
from tests.helpers.settlement_register import put_composed_letter, put_open_item

ITEM = {
    "official_number": "TZ202601-204", "dossier": "", "suffix": "", "paper_number": "", "submitters": "", "cs": False,
    "quote": "", "promised_by": "", "promised_to": "Hofstee (CDA)", "committee": "Infrastructuur en Waterstaat",
    "due": "", "origin": "debate", "kind": "commitment", "ministry": "IenW", "made_on": "2026-01-14",
    "summary": "De minister zal de Kamer informeren over het herstel van aanlegsteigers langs de Vecht",
}  # fmt: skip
WORDS = "Met deze brief doe ik de toezegging gestand om uw Kamer te informeren over de aanlegsteigers (TZ202601-204)."
WITHOUT = (
    "Zoals toegezegd aan het lid Hofstee informeer ik u hierbij over het herstel van de aanlegsteigers langs de Vecht."
)


def put_letter(desk, sentence, date="2026-04-01"):
    senders = [["Minister van Infrastructuur en Waterstaat", "IenW", "P. de Wit"]]
    text = f"Geachte voorzitter,\n\n{sentence}\n\nDe Minister van Infrastructuur en Waterstaat,\n\nP. de Wit"
    own = {"date": date, "chamber": "TK", "senders": senders, "dossiers": [], "paper_number": ""}
    return put_composed_letter(desk, {**own, "subject": "Onderwerpen van dit voorjaar", "text": text})


class Bench:
    """The part as the sheet holds it."""

    def __init__(self, place, qtbot):
        self.place, self.desk, self.qtbot = place, place.desk, qtbot
        self.item_id = put_open_item(self.desk, ITEM)
        self.first = put_letter(self.desk, WORDS)
        self.second = put_letter(self.desk, WITHOUT, date="2026-05-06")
        self.asked, self.told, self.failures = [], [], []
        self.part = MaySettle(place)
        qtbot.addWidget(self.part)
        self.part.resize(420, 600)
        self.part.letter_requested.connect(lambda *ids: self.asked.append(ids))
        place.bus.told.connect(self.told.append)
        place.bus.failed.connect(self.failures.append)

    def show(self):
        self.part.take(self.item_id)
        self.part.show()
        self.part.activateWindow()
        self.qtbot.waitUntil(self.part.isActiveWindow)
        self.rest()

    def rest(self):
        self.qtbot.waitUntil(lambda: self.place.lane.idle and self.part.idle, timeout=15_000)

    def letters(self):
        return [entry.shown.letter.id for entry in self.part.entries]

    def press(self, key):
        QTest.keyClick(self.part.window().focusWidget(), key)
        self.rest()

    def stages(self):
        return [(s.letter_id, s.stage, s.degree) for s in settling.settlements_of(self.desk, self.item_id)]


@pytest.fixture
def bench(qtbot, place):
    bench = Bench(place, qtbot)
    yield bench
    bench.part.close_down()


def test_the_letters_are_listed_the_surest_first_with_both_passages_and_why(bench):
    bench.show()

    assert sorted(bench.letters()) == sorted([bench.first, bench.second])
    entry = next(one for one in bench.part.entries if one.shown.letter.id == bench.first)
    assert WORDS in entry.both.letter_words.text()
    assert ITEM["summary"] in entry.both.promise_words.text()
    assert "14 January 2026" in entry.both.origin.text()
    assert "TZ202601-204" in entry.why.text()
    assert bench.part.state.text() == "2 letters"


def test_while_it_looks_it_says_so_and_without_any_letter_too(bench):
    bench.part.take(bench.item_id)
    assert bench.part.state.text() == "The letters are being looked through."

    other = put_open_item(bench.desk, {**ITEM, "official_number": "", "summary": "Kerktorens", "promised_to": ""})
    bench.part.take(other)
    bench.show()
    bench.part.take(other)
    bench.rest()
    assert bench.part.entries == []
    assert bench.part.state.text() == "No letter seems to settle it."


def test_a_proposes_the_settlement_and_the_next_letter_has_the_keys(bench):
    bench.show()
    chosen, other = bench.part.entries
    chosen.setFocus()
    bench.press(Qt.Key.Key_A)

    assert bench.stages() == [(chosen.shown.letter.id, Stage.PROPOSED, Degree.WHOLE)]
    assert bench.letters() == [other.shown.letter.id]
    assert bench.part.entries[0].hasFocus()
    assert any(bench.desk.item(bench.item_id).number in text for text in bench.told)


def test_in_part_only_is_another_button(bench):
    bench.show()
    letter_id = bench.part.entries[0].shown.letter.id
    bench.part.entries[0].partly.click()
    bench.rest()

    assert bench.stages() == [(letter_id, Stage.PROPOSED, Degree.PARTLY)]


def test_r_leaves_a_letter_out_and_undo_brings_it_back(bench):
    bench.show()
    gone = bench.part.entries[0].shown.letter.id
    bench.part.entries[0].setFocus()
    bench.press(Qt.Key.Key_R)
    assert gone not in bench.letters()
    assert bench.stages() == []

    bench.place.bus.changed.emit(history.undo(bench.desk), None)
    bench.rest()
    assert gone in bench.letters()


def test_up_and_down_go_through_the_letters_and_enter_opens_one(bench):
    bench.show()
    first, second = bench.part.entries
    first.setFocus()
    bench.press(Qt.Key.Key_Down)
    assert second.hasFocus()
    bench.press(Qt.Key.Key_Down)
    assert second.hasFocus()
    bench.press(Qt.Key.Key_Return)
    assert bench.asked == [(second.shown.id, second.shown.letter.id)]
    bench.press(Qt.Key.Key_Up)
    assert first.hasFocus()


def test_a_letter_that_comes_in_is_listed_at_once(bench):
    bench.show()
    third = put_letter(bench.desk, WORDS, date="2026-06-01")
    bench.place.bus.changed.emit(Changes(frozenset({third})), None)
    bench.rest()

    assert third in bench.letters()


def test_out_of_view_nothing_is_looked_up(bench):
    bench.part.take(bench.item_id)

    assert bench.part.idle
    assert bench.part.entries == []
    bench.show()
    assert len(bench.part.entries) == 2


def test_every_control_has_a_name_with_the_letter(bench):
    bench.show()
    number = bench.part.entries[0].shown.letter.number

    entry = bench.part.entries[0]
    for control in (entry, entry.accept, entry.partly, entry.dismiss, entry.letter.link):
        assert number in control.accessibleName()


def test_light_and_dark_and_narrow(bench):
    bench.show()
    light = bench.part.entries[0].grab().toImage()
    bench.place.theme = DARK
    bench.place.bus.theme_changed.emit(DARK)
    assert bench.part.entries[0].grab().toImage() != light

    bench.part.resize(290, 800)
    entry = bench.part.entries[0]
    bench.qtbot.waitUntil(lambda: entry.both.letter_words.y() < entry.both.promise_words.y())


def test_what_somebody_else_decided_meanwhile_is_said_and_the_list_is_right_again(bench):
    bench.show()
    entry = bench.part.entries[0]
    proposal_steps.dismiss(bench.desk, entry.shown.proposal)
    entry.accept.click()
    bench.rest()

    assert len(bench.failures) == 1
    assert entry.shown.letter.id not in bench.letters()
    assert bench.stages() == []
