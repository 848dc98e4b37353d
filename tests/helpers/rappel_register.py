"""A register for a reminder round: items of two ministries and both chambers, terms on both sides of 1 January 2027."""

import datetime as dt

from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, Origin, Status
from griffie.domain.settlement import Degree, Stage
from griffie.services import itemising
from griffie.services.settling import Ruling, settle
from tests.helpers.registers import put_letter

ON = dt.date(2027, 1, 1)
BODY, DAY = "commissie voor Justitie en Veiligheid", dt.date(2027, 2, 2)


def put_item(desk, due="", kind=ItemKind.COMMITMENT, **values):
    """Put an item with a deadline into the register; returns its id."""
    values = {"summary": "Informeren over de uitkomst", "origin": Origin.DEBATE, **values}
    letter_id = values.pop("letter_id", None)
    if kind is ItemKind.COMMITMENT:
        values.setdefault("ministry", "JenV")
        values.setdefault("promised_by", (Person("Minister van Justitie en Veiligheid"),))
    item_id, _changes = itemising.new_item(desk, kind, values, letter_id=letter_id)
    if due:
        put_due(desk, item_id, due)
    return item_id


def put_due(desk, item_id, due, phrase="voor de zomer"):
    """Give an item one more deadline; returns the id of that."""
    day = dt.date.fromisoformat(due)
    values = {"date_from": day, "date_to": day, "phrase": phrase}
    return itemising.new_item(desk, ItemKind.DEADLINE, values, owner_id=item_id)[0]


def fill(desk):
    """Put a small round into a register; returns the ids of its items by a name of one word."""
    senate = put_letter(desk, chamber="EK", paper_number="F", date="2026-08-12")
    both = put_letter(desk, chamber="VV", date="2026-09-01")
    ids = {
        "passed": put_item(desk, "2026-07-01", official_number="T02883", committee="J&V", letter_id=senate),
        "today": put_item(desk, "2027-01-01", official_number="T02889", status=Status.PARTLY_SETTLED, letter_id=senate),
        "coming": put_item(desk, "2027-03-01", summary="=Een brief sturen", ministry="BZK", letter_id=both),
        "edge": put_item(desk, "2027-07-01", official_number="TZ202609-012", ministry="BZK"),
        "later": put_item(desk, "2027-07-02"),
        "undated": put_item(desk),
        "settled": put_item(desk, "2026-07-01", status=Status.SETTLED),
        "lapsed": put_item(desk, "2026-07-01", status=Status.LAPSED),
        "unknown": put_item(desk, "2026-07-01", status=Status.UNKNOWN),
        "request": put_item(desk, "2026-10-01", ItemKind.REQUEST, summary="Een overzicht van de pilots"),
        "motion": put_item(
            desk, "2026-11-01", ItemKind.MOTION, summary="Eén loket", dossier="36112", paper_number="38",
            letter_id=senate,
        ),
    }  # fmt: skip
    settle(desk, ids["passed"], Ruling(Stage.CLAIMED, Degree.WHOLE), letter_id=senate)
    return ids
