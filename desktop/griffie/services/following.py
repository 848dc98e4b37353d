"""Following an item: dated progress, relations to other items, and one change to many items as one step."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

from griffie.base.errors import Cancelled, ConflictError, InvalidValueError, UserError
from griffie.base.i18n import N_, _, current_language
from griffie.domain.changes import Changes
from griffie.domain.dates import format_date
from griffie.domain.following import BulkChange, Progress, ProgressKind, Relation, RelationKind
from griffie.domain.kinds import ItemKind, Origin, Precision, Status
from griffie.services.desk import Desk
from griffie.services.itemising import BY_HAND
from griffie.services.tagging import put_item
from griffie.store import following
from griffie.store.rows import from_date
from griffie.store.steps import Step, now_text, step

TOLD_EVERY = 100


def progress_of(desk: Desk, item_id: str) -> list[Progress]:
    """Return the dated lines about an item, newest first."""
    return following.progress_of(desk.register, item_id)


def add_progress(
    desk: Desk,
    item_id: str,
    text: str,
    *,
    on_date: dt.date | None = None,
    kind: ProgressKind = ProgressKind.NOTE,
    body: str = "",
    letter_id: str | None = None,
) -> Changes:
    """Write a dated line about an item; one step. Without a date it is of today.

    Raises:
        InvalidValueError: there is no text.
    """
    if not text.strip():
        raise InvalidValueError(_("Say how it stands."))
    item, letter = desk.item(item_id), desk.letter(letter_id) if letter_id else None
    with step(desk.register, desk.who, N_("Progress of {number}"), number=item.number) as work:
        put_progress(work, item.id, text, on_date or dt.date.today(), kind, body, letter.id if letter else None)
    return work.changes()


def put_progress(
    work: Step,
    item_id: str,
    text: str,
    on_date: dt.date,
    kind: ProgressKind,
    body: str = "",
    letter_id: str | None = None,
) -> None:
    """Within a step: write a dated line about an item."""
    row = {"item_id": item_id, "on_date": from_date(on_date), "kind": kind.value, "text": text.strip()}
    work.insert("progress", {**row, "body": body.strip(), "letter_id": letter_id, "at": now_text(), "who": work.who})


def change_progress(desk: Desk, progress_id: str, text: str, on_date: dt.date) -> Changes:
    """Change the words and the day of a dated line; one step.

    Raises:
        ConflictError: it is no longer there.
        InvalidValueError: there is no text.
    """
    if not text.strip():
        raise InvalidValueError(_("Say how it stands."))
    with step(desk.register, desk.who, N_("Change a progress note")) as work:
        work.update("progress", progress_id, {"text": text.strip(), "on_date": from_date(on_date)})
    return work.changes()


def remove_progress(desk: Desk, progress_id: str) -> Changes:
    """Take a dated line away; one step."""
    with step(desk.register, desk.who, N_("Delete a progress note")) as work:
        work.delete("progress", progress_id)
    return work.changes()


def relations_of(desk: Desk, item_id: str) -> list[Relation]:
    """Return how an item stands to others."""
    return following.relations_of(desk.register, item_id)


def relate(desk: Desk, item_id: str, kind: RelationKind, other_id: str) -> Changes:
    """Say how an item stands to another; one step.

    Raises:
        UserError: an item has no relation to itself, or has this one already.
    """
    item, other = desk.item(item_id), desk.item(other_id)
    if item.id == other.id:
        raise UserError(_("An item has no relation to itself."))
    args = {"number": item.number, "other": other.number}
    label = N_("Relate {number} to {other}")
    with step(desk.register, desk.who, label, number=item.number, other=other.number) as work:
        row = {"item_id": item.id, "other_id": other.id, "kind": kind.value}
        if work.rows("relation", **row):
            raise UserError(_("{number} has this relation to {other} already.").format(**args))
        work.insert("relation", row)
    return work.changes()


def unrelate(desk: Desk, relation_id: str) -> Changes:
    """Take a relation away; one step.

    Raises:
        ConflictError: it is no longer there.
    """
    with step(desk.register, desk.who, N_("Take a relation away")) as work:
        if not work.rows("relation", id=relation_id):
            raise ConflictError(_("This relation is no longer there."))
        work.delete("relation", relation_id)
    return work.changes()


def change_many(
    desk: Desk,
    item_ids: Iterable[str],
    change: BulkChange,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Changes:
    """Do one thing to many items: all of it in one step, or nothing.

    Args:
        desk: the desk.
        item_ids: the items; of a deadline, a status is that of the item it belongs to.
        change: what is done.
        progress: told how many of how many are done.
        cancelled: asked now and then; True takes everything back.

    Raises:
        UserError: a deadline moves that had a date, and no reason is given; or nothing would change.
        Cancelled: it was stopped.
    """
    ids = list(dict.fromkeys(item_ids))
    if change.is_nothing:
        raise InvalidValueError(_("Choose what is to change."))
    if change.due is not None and not change.reason.strip():
        raise UserError(_("A deadline that had a date moves only with a reason."), _("Say why it moves."))
    noted: set[str] = set()
    with step(desk.register, desk.who, N_("Change {count} items"), count=len(ids)) as work:
        for place, item_id in enumerate(ids):
            if place % TOLD_EVERY == 0:
                if cancelled():
                    raise Cancelled
                if progress is not None:
                    progress(place, len(ids))
            _change_one(work, item_id, change, noted)
    return work.changes()


def _change_one(work: Step, item_id: str, change: BulkChange, noted: set[str]) -> None:
    found = work.rows("item", id=item_id)
    if not found:
        return
    item = found[0]
    owner = _owner_of(work, item)
    if change.status is not None:
        word = {} if owner["status"] == change.status.value else {"status_word": ""}
        work.update("item", owner["id"], {"status": change.status.value, **word})
    if change.handler is not None:
        work.update("item", owner["id"], {"handler": change.handler.strip()})
    if change.due is not None:
        move_deadline(work, item, change)
    if (change.body.strip() or change.remarks.strip()) and owner["id"] not in noted:
        noted.add(owner["id"])
        kind = ProgressKind.RULING if change.body.strip() else ProgressKind.NOTE
        text = change.remarks.strip() or change.reason.strip() or _ruled(change.status)
        put_progress(work, owner["id"], text, change.on_date or dt.date.today(), kind, change.body)


def _ruled(status: Status | None) -> str:
    from griffie.domain.kinds import WORDS

    return _(WORDS[status]) if status is not None else _("Stays open")


def _owner_of(work: Step, item: dict[str, Any]) -> dict[str, Any]:
    if item["kind"] != ItemKind.DEADLINE:
        return item
    deadline = work.rows("deadline", id=item["id"])[0]
    return work.rows("item", id=deadline["owner_id"])[0] if deadline["owner_id"] else item


def move_deadline(work: Step, item: dict[str, Any], change: BulkChange) -> None:
    """Within a step: give an item's current deadline new days and keep the old ones; make one where it had none.

    The current deadline is the one that ends first among those with a date, else the oldest.
    """
    due = change.due
    assert due is not None
    held = _current_deadline(work, item)
    columns: dict[str, Any] = {
        "date_from": from_date(due.date_from),
        "date_to": from_date(due.date_to),
        "precision": (due.precision or Precision.DAY).value,
        "no_date": 0,
    }
    if change.phrase.strip():
        columns["phrase"] = change.phrase.strip()
    if held is None:
        made = put_item(work, ItemKind.DEADLINE, Origin.TYPED, item["letter_id"])
        work.update("deadline", made, {"owner_id": item["id"], **columns, **BY_HAND})
        return
    if all(held[name] == value for name, value in columns.items()):
        return
    if held["date_from"] or held["date_to"] or held["no_date"]:
        work.insert(
            "deadline_change",
            {
                "item_id": held["id"],
                "at": dt.datetime.now(dt.UTC).isoformat(timespec="microseconds"),
                "who": work.who,
                "reason": _why(change),
                **{name: held[name] for name in ("phrase", "date_from", "date_to", "no_date")},
            },
        )
    work.update("deadline", held["id"], columns | BY_HAND)


def _current_deadline(work: Step, item: dict[str, Any]) -> dict[str, Any] | None:
    if item["kind"] == ItemKind.DEADLINE:
        return work.rows("deadline", id=item["id"])[0]
    held = work.rows("deadline", owner_id=item["id"])
    dated = sorted((row for row in held if row["date_to"]), key=lambda row: str(row["date_to"]))
    return next(iter(dated or held), None)


def _why(change: BulkChange) -> str:
    """Return the reason with its source: who ruled so, and when."""
    if not change.body.strip():
        return change.reason.strip()
    day = f", {format_date(change.on_date, current_language())}" if change.on_date else ""
    source = f"{change.body.strip()}{day}"
    return f"{change.reason.strip()} ({source})"
