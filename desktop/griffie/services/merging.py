"""One motion is one row: what happens when two motions in the register turn out to have the same number."""

from typing import Any

from griffie.domain.kinds import ItemKind, MentionRole, Status
from griffie.domain.settlement import Stage
from griffie.services.settling import bring_status
from griffie.store.steps import Step

_PAPER = ("dossier", "suffix", "paper_number")
OF_MENTION = ("role", "stage", "degree", "body", "decided_on", "remarks")
"""What a mention says: what the letter does with the motion, and how far the settlement by it is."""
_OF_MOTION = ("cs", "vote", "judgement", "execution")
_OF_ITEM = ("official_number", "summary", "status_word", "meeting", "meeting_date", "committee", "place", "remarks",
            "handler")  # fmt: skip


def merge_motion(work: Step, item_id: str) -> str:
    """Make one of all motions with the number of this one and return its id: the oldest stays.

    Mentions, deadlines and ties go over to it, and so does what it does not know itself yet.
    """
    paper = {name: work.rows("motion", id=item_id)[0][name] for name in _PAPER}
    if not paper["dossier"] or not paper["paper_number"]:
        return item_id
    same = [work.rows("item", id=row["id"])[0] for row in work.rows("motion", **paper)]
    kept, *others = sorted(same, key=lambda row: int(row["seq"]))
    for other in others:
        _fill_gaps(work, kept["id"], other["id"])
        for mention in work.rows("mention", item_id=other["id"]):
            move_mention(work, mention, {"item_id": kept["id"]})
        for deadline in work.rows("deadline", owner_id=other["id"]):
            work.update("deadline", deadline["id"], {"owner_id": kept["id"]})
        for table in ("tie", "settlement", "decision", "progress"):
            for row in work.rows(table, item_id=other["id"]):
                work.update(table, row["id"], {"item_id": kept["id"]})
        _move_unique(work, other["id"], kept["id"])
        delete_item_rows(work, other["id"], ItemKind.MOTION)
    if others:
        bring_status(work, kept["id"])
    return str(kept["id"])


def _move_unique(work: Step, other: str, kept: str) -> None:
    """Give relations and decisions on proposals the motion that stays, unless it has the same one already."""
    for table, column, beside in (
        ("relation", "item_id", ("other_id", "kind")),
        ("relation", "other_id", ("item_id", "kind")),
        ("proposal_decision", "item_id", ("letter_id",)),
    ):
        for row in work.rows(table, **{column: other}):
            same = {column: kept, **{name: row[name] for name in beside}}
            if work.rows(table, **same) or kept in (row.get("item_id"), row.get("other_id")):
                work.delete(table, row["id"])
            else:
                work.update(table, row["id"], {column: kept})


def _fill_gaps(work: Step, kept: str, other: str) -> None:
    for table, names in (("motion", _OF_MOTION), ("item", _OF_ITEM)):
        has, offers = work.rows(table, id=kept)[0], work.rows(table, id=other)[0]
        values: dict[str, Any] = {name: offers[name] for name in names if not has[name] and offers[name]}
        if table == "item" and has["status"] == Status.OPEN.value:
            values["status"] = offers["status"]
        work.update(table, kept, values)
    if not work.rows("item_person", item_id=kept):
        for person in work.rows("item_person", item_id=other):
            work.update("item_person", person["id"], {"item_id": kept})


def move_mention(work: Step, mention: dict[str, Any], values: dict[str, str]) -> None:
    """Give a mention another motion or letter; where that pair has one already, its ties and its role go over to that.

    What says more is not lost: the further stage, else a role other than "mentions".
    """
    pair = {name: mention[name] for name in ("item_id", "letter_id")} | values
    kept = work.rows("mention", **pair)
    if not kept:
        work.update("mention", mention["id"], values)
        return
    for tie in work.rows("tie", mention_id=mention["id"]):
        work.update("tie", tie["id"], {"mention_id": kept[0]["id"]})
    if _says(mention) > _says(kept[0]):
        work.update("mention", kept[0]["id"], {name: mention[name] for name in OF_MENTION})
    work.delete("mention", mention["id"])


def _says(mention: dict[str, Any]) -> tuple[int, bool]:
    """Return how much a mention says: how far the settlement by it is, then whether it has a role of its own."""
    stages = ("", *map(str, Stage))
    return stages.index(mention["stage"]), mention["role"] != MentionRole.MENTIONS.value


def delete_item_rows(work: Step, item_id: str, kind: ItemKind) -> None:
    """Delete an item with its people and moves; its ties and mentions must be gone.

    What a letter claims to settle of it stays, as a claim on something that the register does not have.
    """
    for settlement in work.rows("settlement", item_id=item_id):
        if settlement["letter_id"]:
            work.update("settlement", settlement["id"], {"item_id": None})
        else:
            work.delete("settlement", settlement["id"])
    for relation in work.rows("relation", other_id=item_id):
        work.delete("relation", relation["id"])
    for table in ("item_person", "deadline_change", "progress", "relation", "proposal_decision"):
        for row in work.rows(table, item_id=item_id):
            work.delete(table, row["id"])
    if kind is not ItemKind.REQUEST:
        work.delete(kind.value, item_id)
    work.delete("item", item_id)
