"""The change log of an item in plain words: every kind of change, newest first, page by page, without a code in it."""

import datetime as dt
import re

import pytest

from griffie.base import i18n
from griffie.domain import telling as words
from griffie.domain.fields import ITEM_FIELDS
from griffie.domain.following import BulkChange, ProgressKind, RelationKind
from griffie.domain.kinds import Action, ItemKind, MentionRole, Precision, Status
from griffie.domain.periods import DateRange
from griffie.domain.settlement import Degree, Stage
from griffie.services import following, history, itemising, lettering, looking, settling, tagging, telling
from griffie.services.settling import Ruling
from griffie.store import steps
from griffie.store.steps import step
from tests.helpers.registers import document_of, put_letter, select
from tests.unit.services.test_itemising import example
from tests.unit.services.test_tagging import tag

DAY = dt.date(2026, 5, 12)
DECIDED = Ruling(Stage.DECIDED, Degree.PARTLY, "commissie JenV", DAY, "na debat")
PROMISE, MOTION, QUESTION = "Ik zeg toe uw Kamer", "De motie van het lid Azmani", "De commissie verzoekt mij"
PAPER = {"dossier": "29344", "paper_number": "120"}


@pytest.fixture
def promise(desk, letter_id):
    return tag(desk, letter_id, PROMISE)[0]


@pytest.fixture
def motion(desk, letter_id):
    item_id = tag(desk, letter_id, MOTION, ItemKind.MOTION)[0]
    return itemising.set_item_fields(desk, item_id, PAPER, letter_id=letter_id)[0]


@pytest.fixture
def later(desk):
    return put_letter(desk)


def number(desk, item_id):
    return desk.item(item_id).number


def letter(desk, letter_id):
    return desk.letter(letter_id).number


def newest(desk, item_id):
    """The lines of the newest step of an item, its title first where it has one."""
    one = telling.first_page(desk, item_id).steps[0]
    return [*([one.title] if one.title else []), *one.lines]


def term(desk, owner, **values):
    return itemising.new_item(desk, ItemKind.DEADLINE, values, owner_id=owner)[0]


def test_every_table_of_the_log_is_told_or_is_of_no_item():
    assert set(words.TELLERS) | words.OF_NO_ITEM == steps.TABLES
    assert not set(words.TELLERS) & words.OF_NO_ITEM


# ---- item, commitment, motion, people


def test_how_an_item_was_made_with_the_words_it_is_tied_to(desk, letter_id, promise):
    assert newest(desk, promise) == [
        f"Tag commitment {number(desk, promise)}",
        "Responsible ministry: JenV",
        "Promised by: Minister van Justitie en Veiligheid",
        f"Tied to letter {letter(desk, letter_id)}, p. 1: “{PROMISE}”",
    ]


def test_a_field_says_what_it_was_and_is_in_the_words_of_the_form(desk, promise):
    itemising.set_item_field(desk, promise, "status", Status.PARTLY_SETTLED)
    assert newest(desk, promise) == ["Status: open → partly settled"]
    itemising.set_item_field(desk, promise, "action", Action.SEND)
    assert newest(desk, promise) == ["Action: send"]
    itemising.set_item_field(desk, promise, "action", None)
    assert newest(desk, promise) == ["Action: empty, was send"]
    itemising.set_item_field(desk, promise, "meeting_date", DAY)
    assert newest(desk, promise) == ["Date of the meeting: 12 May 2026"]


def test_people_are_told_as_they_are_typed(desk, promise):
    itemising.type_item_field(desk, desk.item(promise), "promised_to", "Azmani (VVD); Keijzer (CDA)")
    assert newest(desk, promise) == ["Promised to: Azmani (VVD); Keijzer (CDA)"]
    itemising.type_item_field(desk, desk.item(promise), "promised_to", "Keijzer (CDA); Azmani (VVD)")
    assert newest(desk, promise) == ["Promised to: Azmani (VVD); Keijzer (CDA) → Keijzer (CDA); Azmani (VVD)"]


def test_a_long_text_is_cut(desk, promise):
    itemising.set_item_field(desk, promise, "summary", "woord " * 200)
    (line,) = newest(desk, promise)
    assert line.startswith("Summary: woord woord")
    assert line.endswith("woord …")
    assert len(line) < 260


def test_an_item_that_comes_to_belong_to_a_letter_says_so(desk, letter_id):
    item_id, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {"summary": "Kamer informeren"})
    assert newest(desk, item_id) == [f"New commitment {number(desk, item_id)}", "Summary: Kamer informeren"]
    document_id, selection = document_of(desk, letter_id), select(desk, letter_id, PROMISE)
    tagging.tie_item(desk, item_id, letter_id, document_id, selection)
    assert f"Belongs to letter {letter(desk, letter_id)} now" in newest(desk, item_id)


@pytest.mark.parametrize(("kind", "name"), [(kind, f.name) for kind, fields in ITEM_FIELDS.items() for f in fields])
def test_every_field_of_every_kind_is_told_by_its_label(desk, letter_id, kind, name):
    item_id, _changes = tag(desk, letter_id, MOTION, kind)
    field = itemising.field_of_item(kind, name)
    itemising.set_item_field(desk, item_id, name, example(field), letter_id=letter_id)
    lines = newest(desk, item_id)
    if name in ("date_from", "date_to", "no_date"):
        label = "Deadline"
    else:
        label = f"In letter {letter(desk, letter_id)}" if name == "role" else i18n._(field.label)
    assert any(line.startswith(f"{label}: ") for line in lines), lines


# ---- deadlines


def test_a_deadline_moves_from_when_to_when_and_why(desk, promise):
    july, october = dt.date(2026, 7, 1), dt.date(2026, 10, 1)
    deadline = term(desk, promise, date_from=july, date_to=july)
    name = f"Deadline {number(desk, deadline)}"
    assert newest(desk, promise) == [f"{name}: 1 July 2026"]
    found = DateRange(october, october, Precision.DAY)
    itemising.set_deadline(desk, deadline, found, reason="het onderzoek loopt uit")
    moved = "moved: 1 July 2026 → 1 October 2026: het onderzoek loopt uit"
    assert newest(desk, promise) == [f"{name} {moved}"]
    assert newest(desk, deadline) == [f"Deadline {moved}"]


def test_that_there_is_no_date_is_a_move_too(desk, promise):
    deadline = term(desk, promise, date_to=dt.date(2026, 7, 1))
    itemising.set_item_field(desk, deadline, "no_date", True, reason="de Kamer wacht af")
    assert newest(desk, deadline) == ["Deadline: no date, was by 1 July 2026: de Kamer wacht af"]
    itemising.set_item_field(desk, deadline, "no_date", False, reason="toch wel")
    assert newest(desk, deadline) == ["Deadline: no date yet, was no date: toch wel"]


def test_the_words_of_a_deadline_and_to_what_it_belongs_are_told(desk, letter_id, promise):
    deadline, _changes = tag(desk, letter_id, "voor het zomerreces", ItemKind.DEADLINE)
    question, _changes = tag(desk, letter_id, QUESTION, ItemKind.REQUEST)
    itemising.set_item_field(desk, deadline, "phrase", "voor de zomer")
    assert newest(desk, deadline)[-1] == "Phrase: voor het zomerreces → voor de zomer"
    with step(desk.register, "clerk", "Give the deadline") as work:
        work.update("deadline", deadline, {"owner_id": question})
    name = f"Deadline {number(desk, deadline)}"
    assert newest(desk, question) == [f"{name} belongs to it now"]
    assert newest(desk, deadline) == [f"Belongs to {number(desk, question)} now"]
    with step(desk.register, "clerk", "Give the deadline") as work:
        work.update("deadline", deadline, {"owner_id": promise})
    assert newest(desk, question) == [f"{name} belongs to it no longer"]


@pytest.mark.parametrize("home", [True, False])
def test_a_deadline_that_was_deleted_stays_in_the_log_of_its_item(desk, letter_id, home):
    item_id, _changes = itemising.new_item(desk, ItemKind.COMMITMENT, {}, letter_id=letter_id if home else None)
    deadline = term(desk, item_id, date_to=DAY)
    name = f"Deadline {number(desk, deadline)}"
    itemising.delete_item(desk, deadline)
    assert newest(desk, item_id) == [f"{name} deleted"]
    lines = [line for one in telling.whole(desk, item_id) for line in one.lines]
    assert f"{name}: by 12 May 2026" in lines


def test_deadlines_of_many_that_move_are_told_in_each(desk, promise):
    deadline = term(desk, promise, date_to=dt.date(2026, 7, 1))
    due = DateRange(dt.date(2026, 10, 1), dt.date(2026, 10, 31), Precision.MONTH)
    following.change_many(
        desk, [promise], BulkChange(due=due, status=Status.OPEN, reason="uitstel", body="commissie JenV", on_date=DAY)
    )
    assert newest(desk, promise) == [
        f"Deadline {number(desk, deadline)} moved: by 1 July 2026 → October 2026: "
        "uitstel (commissie JenV, 12 May 2026)",
        "Decision, 12 May 2026, commissie JenV: uitstel",
    ]


# ---- letters: mentions, settlements, proposals, passages


def test_what_letters_say_of_a_motion_is_told_letter_by_letter(desk, letter_id, motion):
    other = put_letter(desk)
    tagging.tie_item(desk, motion, other, document_of(desk, other), select(desk, other, MOTION))
    where = f"letter {letter(desk, other)}"
    assert newest(desk, motion) == [f"Mentioned in {where}", f"Tied to {where}, p. 1: “{MOTION}”"]
    itemising.set_item_field(desk, motion, "role", MentionRole.CARRIES_OUT, letter_id=other)
    assert newest(desk, motion) == [f"In {where}: mentions → carries out", f"Settlement reported by {where}"]
    itemising.delete_item(desk, motion, other)
    assert f"No longer mentioned in {where}" in newest(desk, motion)


@pytest.mark.parametrize("kind", [ItemKind.COMMITMENT, ItemKind.MOTION, ItemKind.REQUEST])
def test_how_far_a_settlement_is_is_told_at_each_step(desk, later, kind):
    item_id, _changes = itemising.new_item(desk, kind, {"summary": "iets"})
    by = f"letter {letter(desk, later)}"
    settling.settle(desk, item_id, Ruling(degree=Degree.PARTLY), letter_id=later)
    assert newest(desk, item_id)[-1] == f"Settlement proposed with {by} (in part)"
    settling.settle(desk, item_id, DECIDED, letter_id=later)
    decided = f"Settled by decision of commissie JenV, 12 May 2026, with {by} (in part): na debat"
    assert newest(desk, item_id) == ["Status: open → partly settled", decided]
    settling.remove_settlement(desk, settling.settlements_of(desk, item_id)[0].id)
    assert newest(desk, item_id)[0] == "Status: partly settled → open"
    assert newest(desk, item_id)[-1] == f"Settlement taken away: {decided}"


def test_a_decision_without_a_letter_is_told_too(desk, promise):
    settling.settle(desk, promise, DECIDED)
    assert newest(desk, promise)[-1] == "Settled by decision of commissie JenV, 12 May 2026 (in part): na debat"


def test_a_settlement_that_went_to_another_item_is_told_in_both(desk, letter_id, promise, later):
    question, _changes = tag(desk, letter_id, QUESTION, ItemKind.REQUEST)
    settling.settle(desk, promise, Ruling(), letter_id=later)
    (found,) = settling.settlements_of(desk, promise)
    settling.change_settlement(desk, found.id, Ruling(), item_id=question)
    text = f"Settlement proposed with letter {letter(desk, later)}"
    assert newest(desk, promise) == [f"Settlement taken away: {text}"]
    assert newest(desk, question) == [text]


@pytest.mark.parametrize(
    ("state", "told"), [("accepted", "settles it was accepted"), ("dismissed", "settles it was left out")]
)
def test_what_became_of_a_proposal_is_told(desk, promise, later, state, told):
    with step(desk.register, "clerk", "Decide on a proposal") as work:
        row = {"letter_id": later, "item_id": promise, "state": state, "at": steps.now_text()}
        made = work.insert("proposal_decision", row)
    assert newest(desk, promise) == [f"The proposal that letter {letter(desk, later)} {told}"]
    with step(desk.register, "clerk", "Take it back") as work:
        work.delete("proposal_decision", made)
    assert newest(desk, promise)[0].endswith("settles it is open again")


def test_words_that_are_tied_moved_and_untied_are_told(desk, letter_id, promise):
    more = select(desk, letter_id, "voor 1 mei 2026")
    where = f"letter {letter(desk, letter_id)}, p. 1"
    tagging.tie_item(desk, promise, letter_id, document_of(desk, letter_id), more, replace=False)
    assert newest(desk, promise) == [f"Tied to {where}: “voor 1 mei 2026”"]
    passage = next(one for one in desk.item(promise).passages if one.quote == "voor 1 mei 2026")
    tagging.adjust_passage(desk, passage.id, select(desk, letter_id, "1 mei 2026"))
    assert newest(desk, promise) == ["Passage: “voor 1 mei 2026” → “1 mei 2026”"]
    tagging.untie(desk, promise, passage)
    assert newest(desk, promise) == [f"Untied from {where}: “1 mei 2026”"]


# ---- progress and relations


def test_notes_are_told_with_what_they_were(desk, promise, later):
    following.add_progress(desk, promise, "loopt", on_date=DAY)
    assert newest(desk, promise) == ["Progress, 12 May 2026: loopt"]
    (note,) = following.progress_of(desk, promise)
    following.change_progress(desk, note.id, "klaar", DAY)
    assert newest(desk, promise) == ["Note changed: Progress, 12 May 2026: loopt → Progress, 12 May 2026: klaar"]
    following.remove_progress(desk, note.id)
    assert newest(desk, promise) == ["Note deleted: Progress, 12 May 2026: klaar"]
    following.add_progress(desk, promise, "later", on_date=DAY, kind=ProgressKind.INTERIM, letter_id=later)
    assert newest(desk, promise) == [f"Interim message, 12 May 2026, letter {letter(desk, later)}: later"]


@pytest.mark.parametrize("kind", list(RelationKind))
def test_a_relation_is_told_on_both_sides_also_after_it_was_taken_away(desk, letter_id, promise, kind):
    question, _changes = tag(desk, letter_id, QUESTION, ItemKind.REQUEST)
    following.relate(desk, promise, kind, question)
    mine, theirs = (following.relations_of(desk, one)[0] for one in (promise, question))
    texts = {
        promise: f"{mine.word} {number(desk, question)}",
        question: f"{theirs.word} {number(desk, promise)}",
    }
    for one, text in texts.items():
        assert newest(desk, one) == [f"Relation: {text}"]
    following.unrelate(desk, mine.id)
    for one, text in texts.items():
        assert newest(desk, one) == [f"Relation taken away: {text}"]


# ---- undo, pages, and what is never shown


def test_undo_and_redo_are_named_and_say_what_came_of_them(desk, promise):
    itemising.set_item_field(desk, promise, "status", Status.SETTLED)
    history.undo(desk)
    step_name = f"Change status of {number(desk, promise)}"
    assert newest(desk, promise) == [f"Undone: {step_name}", "Status: settled → open"]
    history.redo(desk)
    assert newest(desk, promise) == [f"Redone: {step_name}", "Status: open → settled"]


def test_an_item_that_was_deleted_and_came_back_tells_both(desk, promise):
    itemising.delete_item(desk, promise)
    history.undo(desk)
    titles = [one.title for one in telling.whole(desk, promise)]
    assert titles[:2] == [f"Undone: Delete {number(desk, promise)}", f"Delete {number(desk, promise)}"]
    deleted = list(telling.whole(desk, promise))[1]
    assert deleted.lines == (f"Commitment {number(desk, promise)} deleted",)


def test_each_step_says_who_and_when(desk, promise):
    (made,) = telling.first_page(desk, promise).steps
    assert made.who == "clerk"
    assert dt.datetime.fromisoformat(made.at).tzinfo is not None


def test_page_by_page_every_step_comes_once_newest_first(desk, promise):
    for count in range(7):
        itemising.set_item_field(desk, promise, "summary", f"stand {count}")
    page, found = telling.first_page(desk, promise, limit=3), []
    while page.steps:
        assert len(page.steps) <= 3
        found += page.steps
        page = telling.next_page(desk, page, limit=3)
    assert found == list(telling.whole(desk, promise))
    assert [one.lines[0].split(" → ")[-1] for one in found[:7]] == [
        *(f"stand {count}" for count in range(6, 0, -1)), "Summary: stand 0",
    ]  # fmt: skip


def test_a_step_of_many_items_tells_only_this_one(desk, letter_id, promise):
    question, _changes = tag(desk, letter_id, QUESTION, ItemKind.REQUEST)
    following.change_many(desk, [promise, question], BulkChange(handler="Anna"))
    assert newest(desk, promise) == ["Handled by: Anna"]


def test_what_was_forgotten_is_told_no_more(desk, letter_id, promise, later):
    settling.settle(desk, promise, DECIDED, letter_id=later)
    lettering.forget(desk, later)
    lines = [line for one in telling.whole(desk, promise) for line in (one.title, *one.lines)]
    assert not any("commissie" in line for line in lines)
    assert "Status: open → partly settled" in lines


def everything(desk, letter_id, later):
    """Do one of each thing to a commitment and a motion; returns their ids."""
    promise, _changes = tag(desk, letter_id, PROMISE)
    motion, _changes = tag(desk, letter_id, MOTION, ItemKind.MOTION)
    deadline = term(desk, promise, phrase="voor 1 mei 2027")
    itemising.set_item_field(desk, deadline, "date_to", dt.date(2027, 6, 1), reason="uitstel")
    for item_id in (promise, motion):
        for field in ITEM_FIELDS[desk.item(item_id).kind]:
            itemising.set_item_field(desk, item_id, field.name, example(field), letter_id=letter_id)
        settling.settle(desk, item_id, Ruling(), letter_id=later)
        settling.settle(desk, item_id, DECIDED, letter_id=later)
        settling.settle(desk, item_id, DECIDED)
        following.add_progress(desk, item_id, "loopt", kind=ProgressKind.INTERIM, letter_id=later)
    following.relate(desk, promise, RelationKind.CARRIES_OUT, motion)
    for act in (history.undo, history.undo, history.redo):
        act(desk)
    return promise, motion, deadline


CODES = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|[{}\[\]]|\w_\w|None|\d{4}-\d{2}-\d{2}")


@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_id_no_code_and_no_name_of_a_column_is_ever_shown(desk, letter_id, later, language):
    ids = everything(desk, letter_id, later)
    i18n.set_language(language)
    for item_id in ids:
        for one in telling.whole(desk, item_id):
            for line in (one.title, *one.lines):
                assert not CODES.search(line.replace("29344-120", "")), line
    assert looking.items_in(desk, letter_id)
