"""Settling: which letter or decision meets an item, wholly or in part, and how far that is.

A letter only claims it, a clerk proposes it, a body decides. Only a decision changes the status of the item.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from griffie.base.errors import ConflictError, InvalidValueError, UserError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.dates import parse_date
from griffie.domain.item import Item
from griffie.domain.kinds import ItemKind, MentionRole, Status
from griffie.domain.reading import Discharged
from griffie.domain.settlement import MEETING_ROLES, Degree, Settlement, Stage
from griffie.services.desk import Desk
from griffie.services.tagging import drop_passage
from griffie.store import settlements
from griffie.store.rows import from_date
from griffie.store.steps import Step, step

OF_DEGREE = {Degree.WHOLE: Status.SETTLED, Degree.PARTLY: Status.PARTLY_SETTLED}
OF_KIND = {
    ItemKind.COMMITMENT: Discharged.COMMITMENT,
    ItemKind.MOTION: Discharged.MOTION,
    ItemKind.REQUEST: Discharged.REQUEST,
}


@dataclass(frozen=True)
class Ruling:
    """How far a settlement is: stage and degree, and of a decision the body and the day on which it decided."""

    stage: Stage = Stage.PROPOSED
    degree: Degree = Degree.WHOLE
    body: str = ""
    decided_on: dt.date | None = None
    remarks: str = ""

    def check(self) -> None:
        """See that a decision says who decided and when.

        Raises:
            InvalidValueError: it does not.
        """
        if self.stage is Stage.DECIDED and (self.decided_on is None or not self.body.strip()):
            raise InvalidValueError(
                _("A decision needs the body that decided and the date."),
                _("For example: commissie voor Justitie en Veiligheid, 12 mei 2026."),
            )

    def columns(self) -> dict[str, Any]:
        """Return what the tables keep of it; only a decision has a body and a day."""
        decided = self.stage is Stage.DECIDED
        return {
            "stage": self.stage.value,
            "degree": self.degree.value,
            "body": self.body.strip() if decided else "",
            "decided_on": from_date(self.decided_on) if decided else "",
            "remarks": self.remarks.strip(),
        }


def settlements_in(desk: Desk, letter_id: str) -> list[Settlement]:
    """Return what a letter settles, in reading order."""
    return settlements.settlements_of_letter(desk.register, letter_id)


def settlements_of(desk: Desk, item_id: str) -> list[Settlement]:
    """Return what settles an item."""
    return settlements.settlements_of_item(desk.register, item_id)


def settle(
    desk: Desk, item_id: str, ruling: Ruling, *, letter_id: str | None = None, passage_id: str | None = None
) -> Changes:
    """Say that a letter (or a decision alone) meets an item; one step.

    What the letter already claims of the item is raised to the new stage, never doubled.

    Raises:
        NotFoundError: no such item or letter.
        InvalidValueError: a decision without body or date.
        UserError: a deadline cannot be settled, only what it belongs to; without a letter only a body decides.
    """
    return settle_many(desk, [item_id], ruling, letter_id=letter_id, passage_id=passage_id)


def settle_many(
    desk: Desk,
    item_ids: Iterable[str],
    ruling: Ruling,
    *,
    letter_id: str | None = None,
    passage_id: str | None = None,
) -> Changes:
    """The same for several items at once, in one step."""
    ruling.check()
    chosen = [_to_settle(desk, item_id) for item_id in item_ids]
    letter = desk.letter(letter_id) if letter_id else None
    if letter is None and ruling.stage is not Stage.DECIDED:
        raise UserError(_("Name the letter that settles it."), _("Without a letter only a decision settles."))
    number = ", ".join(item.number for item in chosen[:3]) + (" ..." if len(chosen) > 3 else "")
    with step(desk.register, desk.who, N_("Settle {number}"), number=number) as work:
        for item in chosen:
            put_settlement(work, item.id, ruling, letter_id=letter.id if letter else None, passage_id=passage_id)
    return work.changes()


def _to_settle(desk: Desk, item_id: str) -> Item:
    item = desk.item(item_id)
    if item.kind is ItemKind.DEADLINE:
        raise UserError(_("A deadline is not settled by itself."), _("Settle the item that it belongs to."))
    return item


def put_settlement(
    work: Step, item_id: str, ruling: Ruling, *, letter_id: str | None = None, passage_id: str | None = None
) -> None:
    """Within a step: write a settlement of an item, and with a decision the item's status."""
    item, columns = work.rows("item", id=item_id)[0], ruling.columns()
    if item["kind"] == ItemKind.MOTION and letter_id:
        _put_on_mention(work, item_id, letter_id, columns)
    elif found := _claimed(work, item, letter_id):
        words = {"passage_id": found["passage_id"] or passage_id}
        work.update("settlement", found["id"], {"item_id": item_id, **words, **columns})
    else:
        row = {"item_id": item_id, "letter_id": letter_id, "what": OF_KIND[item["kind"]].value, "target": ""}
        work.insert("settlement", {**row, "passage_id": passage_id, **columns})
    if ruling.stage is Stage.DECIDED:
        bring_status(work, item_id)


def _claimed(work: Step, item: Mapping[str, Any], letter_id: str | None) -> dict[str, Any] | None:
    """Return what a letter says already of an item: the settlement of it, else a claim on its official number."""
    if letter_id is None:
        return None
    found = work.rows("settlement", item_id=item["id"], letter_id=letter_id)
    number = item["official_number"]
    if not found and number:
        found = [row for row in work.rows("settlement", letter_id=letter_id, target=number) if row["item_id"] is None]
    return found[0] if found else None


def _put_on_mention(work: Step, item_id: str, letter_id: str, columns: Mapping[str, Any]) -> str:
    found = work.rows("mention", item_id=item_id, letter_id=letter_id)
    if not found:
        role = MentionRole.SETTLES.value
        return work.insert("mention", {"item_id": item_id, "letter_id": letter_id, "role": role, **columns})
    role = found[0]["role"] if found[0]["role"] in MEETING_ROLES else MentionRole.SETTLES.value
    work.update("mention", found[0]["id"], {"role": role, **columns})
    return str(found[0]["id"])


def bring_status(work: Step, item_id: str, *, withdrawn: bool = False) -> None:
    """Within a step: give an item the status that the decisions on it say.

    Without any, `withdrawn` says that one has just been taken away, and the item is open again; an item whose status
    somebody set by hand keeps it.
    """
    rows = work.rows("settlement", item_id=item_id, stage=Stage.DECIDED.value)
    rows += work.rows("mention", item_id=item_id, stage=Stage.DECIDED.value)
    degrees = {row["degree"] for row in rows}
    if Degree.WHOLE.value in degrees:
        status = OF_DEGREE[Degree.WHOLE]
    elif degrees:
        status = OF_DEGREE[Degree.PARTLY]
    elif withdrawn and work.rows("item", id=item_id)[0]["status"] in OF_DEGREE.values():
        status = Status.OPEN
    else:
        return
    if work.rows("item", id=item_id)[0]["status"] != status.value:
        work.update("item", item_id, {"status": status.value, "status_word": ""})


def change_settlement(desk: Desk, settlement_id: str, ruling: Ruling, *, item_id: str | None = None) -> Changes:
    """Change how far a settlement is, and with `item_id` which item it is of; one step.

    Raises:
        ConflictError: it is no longer there.
        InvalidValueError: a decision without body or date.
        UserError: the item is a deadline; or the settlement is what a letter says of a motion, and stays that motion's.
    """
    ruling.check()
    target = _to_settle(desk, item_id) if item_id else None
    with step(desk.register, desk.who, N_("Change a settlement")) as work:
        table, row = _found(work, settlement_id)
        if target is None or target.id == row["item_id"]:
            work.update(table, settlement_id, ruling.columns())
        else:
            _give(work, table, row, work.rows("item", id=target.id)[0], ruling)
        was_decided = row["stage"] == Stage.DECIDED.value
        for one in {row["item_id"], target.id if target else None} - {None}:
            bring_status(work, str(one), withdrawn=was_decided and one == row["item_id"])
    return work.changes()


def _give(work: Step, table: str, row: Mapping[str, Any], target: Mapping[str, Any], ruling: Ruling) -> None:
    """Make a settlement that of another item; what a letter says of a motion goes into the mention of it there.

    Where the letter settles that item already, both become one: the further stage and the first words stay.
    """
    letter_id = row["letter_id"]
    if table == "mention":
        raise UserError(
            _("What a letter says of a motion is kept in its mention of that motion."),
            _("Take the settlement away and settle the other item by this letter."),
        )
    if target["kind"] == ItemKind.MOTION and letter_id:
        mention_id = _put_on_mention(work, target["id"], letter_id, ruling.columns())
        work.delete("settlement", row["id"])
        if row["passage_id"]:
            work.insert("tie", {"passage_id": row["passage_id"], "item_id": None, "mention_id": mention_id,
                                "position": len(work.rows("tie", mention_id=mention_id))})  # fmt: skip
        return
    held = work.rows("settlement", item_id=target["id"], letter_id=letter_id) if letter_id else []
    if held:
        _join(work, held[0], row, ruling)
        return
    values = {"item_id": target["id"], "what": OF_KIND[target["kind"]].value}
    work.update("settlement", row["id"], values | ruling.columns())


def _join(work: Step, held: Mapping[str, Any], row: Mapping[str, Any], ruling: Ruling) -> None:
    """Make one of two settlements of an item by the same letter."""
    stages = list(map(str, Stage))
    said = ruling.columns() if stages.index(ruling.stage) >= stages.index(held["stage"]) else {}
    first = held["passage_id"] or row["passage_id"]
    work.update("settlement", held["id"], {"target": held["target"] or row["target"], "passage_id": first, **said})
    work.delete("settlement", row["id"])
    if row["passage_id"] and row["passage_id"] != first:
        drop_passage(work, row["passage_id"])


def put_typed(
    work: Step, letter_id: str, claims: Iterable[str], items: Iterable[str], typed: Mapping[str, str]
) -> list[str]:
    """Within a step: give what has just been made of a claim of a letter what a clerk typed over it.

    Args:
        work: the step.
        letter_id: the letter.
        claims: ids of settlements.
        items: ids of motions whose mention in the letter says it, and of items of the settlements.
        typed: texts by name, of those in TYPED: `meets` is the number of the item that a claim is of.

    Returns:
        The ids of the items that are met.

    Raises:
        InvalidValueError: a text does not fit, or a decision lacks body or date.
        UserError: there is no such item, or it cannot be settled so.
    """
    met = list(dict.fromkeys(items))
    rows = [work.rows("settlement", id=claim)[0] for claim in claims]
    target = _met(work, typed["meets"]) if typed.get("meets", "").strip() else None
    for row in rows:
        ruling = _typed_ruling(typed, row)
        if target is not None and target["id"] != row["item_id"]:
            _give(work, "settlement", row, target, ruling)
            met = [*(one for one in met if one != row["item_id"]), str(target["id"])]
        else:
            work.update("settlement", row["id"], ruling.columns())
    for item_id in met:
        if work.rows("item", id=item_id)[0]["kind"] == ItemKind.MOTION and not rows:
            mention = work.rows("mention", item_id=item_id, letter_id=letter_id)[0]
            put_settlement(work, item_id, _typed_ruling(typed, mention), letter_id=letter_id)
        bring_status(work, item_id)
    return met


TYPED = ("meets", "stage", "degree", "body", "decided_on", "remarks")
"""What a clerk may type over a claim before it is accepted."""


def _met(work: Step, text: str) -> dict[str, Any]:
    number = text.split(" · ")[0].strip().upper()
    found = work.rows("item", number=number) or work.rows("item", official_number=number)
    if len(found) != 1:
        raise InvalidValueError(_("There is no item {reference}.").format(reference=text.strip()[:40]))
    if found[0]["kind"] == ItemKind.DEADLINE:
        raise UserError(_("A deadline is not settled by itself."), _("Settle the item that it belongs to."))
    return found[0]


def _typed_ruling(typed: Mapping[str, str], row: Mapping[str, Any]) -> Ruling:
    """Return the ruling that was typed; what was not typed is as the row of the settlement has it."""
    day = typed.get("decided_on", row["decided_on"]).strip()
    ruling = Ruling(
        Stage(typed.get("stage") or row["stage"] or Stage.CLAIMED),
        Degree(typed.get("degree") or row["degree"]),
        typed.get("body", row["body"]),
        parse_date(day) if day else None,
        typed.get("remarks", row["remarks"]),
    )
    ruling.check()
    return ruling


def remove_settlement(desk: Desk, settlement_id: str) -> Changes:
    """Take a settlement away; of a motion's mention only that it meets the motion; one step.

    Raises:
        ConflictError: it is no longer there.
    """
    with step(desk.register, desk.who, N_("Take a settlement away")) as work:
        table, row = _found(work, settlement_id)
        if table == "mention":
            empty = {"stage": "", "degree": Degree.WHOLE.value, "body": "", "decided_on": "", "remarks": ""}
            work.update("mention", settlement_id, {"role": MentionRole.MENTIONS.value, **empty})
        else:
            work.delete("settlement", settlement_id)
            if row["passage_id"]:
                drop_passage(work, row["passage_id"])
        if row["item_id"] and row["stage"] == Stage.DECIDED.value:
            bring_status(work, row["item_id"], withdrawn=True)
    return work.changes()


def _found(work: Step, settlement_id: str) -> tuple[str, dict[str, Any]]:
    for table in ("settlement", "mention"):
        rows = work.rows(table, id=settlement_id)
        if rows:
            return table, rows[0]
    raise ConflictError(_("This settlement is no longer there."))
