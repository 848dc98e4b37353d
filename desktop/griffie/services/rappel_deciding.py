"""Recording what a committee decided on items of a reminder round, however many at once: one step, or nothing.

A decision that an item is met raises what letters report of it to decided; it never stands beside a report that is
left open. The same body deciding again on the same day corrects itself: its earlier decision that day is no more, but
a deadline that it moved stays where it is until it is moved again, or the step is undone.
"""

from collections.abc import Callable, Iterable
from typing import Any

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.following import BulkChange, ProgressKind
from griffie.domain.kinds import ItemKind
from griffie.domain.rappel_decision import Decision, DecisionKind, is_of_a_round
from griffie.domain.settlement import Degree, Stage
from griffie.services.desk import Desk
from griffie.services.following import TOLD_EVERY, move_deadline, put_progress
from griffie.services.settling import Ruling, put_settlement
from griffie.store import rappel
from griffie.store.rows import from_date
from griffie.store.steps import Row, Step, step

DEGREES = {DecisionKind.SETTLED: Degree.WHOLE, DecisionKind.PARTLY: Degree.PARTLY}
TABLES = ("settlement", "mention")


def decide(
    desk: Desk,
    item_ids: Iterable[str],
    decision: Decision,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Changes:
    """Record a decision on items: all of it in one step.

    An item that is gone is passed over. Each gets a line of progress with the words of the decision, who took it and
    when; a deadline that moves keeps its old days with the reason.

    Args:
        desk: the desk.
        item_ids: commitments, motions and requests.
        decision: what was decided.
        progress: told how many of how many are done.
        cancelled: asked now and then; True takes everything back.

    Raises:
        InvalidValueError: the decision lacks who, when or why.
        UserError: a deadline is among the items; what it belongs to is decided on.
        Cancelled: it was stopped.
    """
    decision.check()
    ids = list(dict.fromkeys(item_ids))
    label, args = _label(desk, ids)
    with step(desk.register, desk.who, label, **args) as work:
        for place, item_id in enumerate(ids):
            if place % TOLD_EVERY == 0:
                if cancelled():
                    raise Cancelled
                if progress is not None:
                    progress(place, len(ids))
            _decide_one(work, item_id, decision)
    return work.changes()


def line_of(desk: Desk, item_ids: Iterable[str], decision: Decision) -> str:
    """Return the line of the committee's notes for a decision on items; to be asked before it is recorded.

    What is open and what is partly settled stays so in words of its own.
    """
    found = rappel.named(desk.register, item_ids)
    kinds = {kind for kind, _number, _status in found}
    kind = ItemKind(next(iter(kinds))) if len(kinds) == 1 else None
    by_words: dict[str, tuple[str, list[str]]] = {}
    for _kind, number, status in found:
        by_words.setdefault(decision.words(status), (status, []))[1].append(number)
    return "; ".join(decision.line(kind, numbers, status) for status, numbers in by_words.values())


def _label(desk: Desk, ids: list[str]) -> tuple[str, dict[str, Any]]:
    found = rappel.named(desk.register, ids) if len(ids) == 1 else []
    if found:
        return N_("Decision on {item}"), {"item": found[0][1]}
    return N_("Decision on {count} items"), {"count": len(ids)}


def _decide_one(work: Step, item_id: str, decision: Decision) -> None:
    found = work.rows("item", id=item_id)
    if not found:
        return
    item = found[0]
    if item["kind"] == ItemKind.DEADLINE:
        raise UserError(_("A deadline is not settled by itself."), _("Settle the item that it belongs to."))
    before = str(item["status"])
    if decision.kind is not DecisionKind.EXPLANATION:
        before = _take_back(work, item, decision)
        if decision.kind in DEGREES:
            _settle(work, item_id, decision)
        after = decision.status_after(before).value
        work.update("item", item_id, {"status": after} | ({} if item["status"] == after else {"status_word": ""}))
    if decision.due is not None:
        _move(work, item, decision)
    assert decision.decided_on is not None
    put_progress(work, item_id, decision.words(before), decision.decided_on, ProgressKind.RULING, decision.body)


def _take_back(work: Step, item: Row, decision: Decision) -> str:
    """Take back what the same body decided of an item on the same day; return the status that it had before that."""
    on, body = from_date(decision.decided_on), decision.body.strip()
    line = {"on_date": on, "kind": ProgressKind.RULING.value, "body": body}
    earlier = [row for row in work.rows("progress", item_id=item["id"], **line) if is_of_a_round(row["text"])]
    if not earlier:
        return str(item["status"])
    before = rappel.status_before(work.conn, item["id"], [row["id"] for row in earlier], item["status"])
    for row in earlier:
        work.delete("progress", row["id"])
    for table, row in _settlements(work, item["id"], Stage.DECIDED):
        if (row["body"], row["decided_on"]) != (body, on):
            continue
        if row["letter_id"]:
            said = Stage.CLAIMED if table == "mention" or row["passage_id"] else Stage.PROPOSED
            work.update(table, row["id"], {"stage": said.value, "body": "", "decided_on": ""})
        else:
            work.delete(table, row["id"])
    return before


def _settlements(work: Step, item_id: str, *stages: Stage) -> list[tuple[str, Row]]:
    """Return what settles an item so far, with the table in which it stands, oldest first."""
    found = [(table, row) for table in TABLES for row in work.rows(table, item_id=item_id)]
    return [(table, row) for table, row in found if row["stage"] in stages]


def _settle(work: Step, item_id: str, decision: Decision) -> None:
    degree, reason = DEGREES[decision.kind], decision.reason
    ruling = Ruling(Stage.DECIDED, degree, decision.body, decision.decided_on, reason)
    waiting = _settlements(work, item_id, Stage.CLAIMED, Stage.PROPOSED)
    if not waiting:
        if degree is Degree.WHOLE or not _settlements(work, item_id, Stage.DECIDED):
            put_settlement(work, item_id, ruling)
        return
    columns = ruling.columns()
    own = degree is Degree.WHOLE and any(row["degree"] == Degree.WHOLE for _table, row in waiting)
    for number, (table, row) in enumerate(waiting, 1):
        last = number == len(waiting)
        partly = degree is Degree.PARTLY or not last
        found = row["degree"] if own else (Degree.PARTLY if partly else Degree.WHOLE).value
        work.update(table, row["id"], {**columns, "degree": found, "remarks": columns["remarks"] or row["remarks"]})


def _move(work: Step, item: Row, decision: Decision) -> None:
    """Give the item's deadline its new days, and with it every other one of the item that has passed by then."""
    change = BulkChange(
        due=decision.due,
        phrase=decision.phrase,
        reason=decision.reason,
        body=decision.body,
        on_date=decision.decided_on,
    )
    move_deadline(work, item, change)
    for held in work.rows("deadline", owner_id=item["id"]):
        if held["date_to"] and held["date_to"] <= from_date(decision.decided_on):
            move_deadline(work, work.rows("item", id=held["id"])[0], change)
