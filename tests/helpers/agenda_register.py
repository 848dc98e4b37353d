"""Registers with deadlines, for tests of the agenda: composed through steps, and read back the slow and plain way."""

import datetime as dt

from griffie.domain.agenda import NO_DATE, NO_DEADLINE
from griffie.domain.kinds import ItemKind, Status
from griffie.services import itemising
from tests.helpers.registers import new_desk, put_letter

TODAY = dt.date(2026, 6, 10)  # a Wednesday; the summer recess of 2026 begins on 3 July


def add_item(desk, kind=ItemKind.COMMITMENT, letter_id=None, **values):
    """Make an item without a passage and return its id; `status` is set on it afterwards."""
    status = values.pop("status", None)
    item_id, _changes = itemising.new_item(desk, kind, values, letter_id=letter_id)
    if status is not None:
        itemising.set_item_field(desk, item_id, "status", status)
    return item_id


def add_deadline(desk, due=None, owner_id=None, letter_id=None, **values):
    """Make a deadline that ends on a day (None: without a date) and return its id."""
    if due is not None:
        values["date_to"] = due
    return itemising.new_item(desk, ItemKind.DEADLINE, values, letter_id=letter_id, owner_id=owner_id)[0]


def agenda_desk(path):
    """A register with something in every group: two ministries, settled and open, with and without deadlines."""
    desk = new_desk(path)
    letter = put_letter(desk, handler="Anna", chamber="TK")
    other = put_letter(desk, handler="Bram", chamber="TK")

    def promise(summary, days, **values):
        owner = add_item(desk, letter_id=letter, summary=summary, **values)
        if days is not None:
            add_deadline(desk, TODAY + dt.timedelta(days=days), owner)
        return owner

    promise("Te laat", -30)
    promise("Gisteren", -1, ministry="BZK")
    promise("Vandaag", 0)
    promise("Zondag", 4)
    promise("Eind juni", 20)
    promise("Voor het reces", 22)
    promise("In het reces", 40)
    promise("Voldaan", -10, status=Status.SETTLED)
    promise("Zonder termijn", None)
    add_deadline(desk, None, promise("Zo spoedig mogelijk", None), phrase="zo spoedig mogelijk")
    add_item(desk, ItemKind.REQUEST, letter_id=other, summary="Verzoek zonder termijn")
    asked = add_item(desk, ItemKind.REQUEST, letter_id=other, summary="Verzoek deze week")
    add_deadline(desk, TODAY + dt.timedelta(days=2), asked)
    add_deadline(desk, TODAY + dt.timedelta(days=3), letter_id=other, phrase="binnen drie dagen")
    add_item(desk, ItemKind.MOTION, letter_id=other, summary="Motie", dossier="29344", paper_number="12")
    return desk


def plain_agenda(register):
    """Return every line of the agenda as (day, seq, owner kind, closed, ministries, handler), read row by row.

    The ministry of its own column comes first, then those that it has besides.
    """
    conn = register.read
    lines = {row["item_id"]: row for row in conn.execute("SELECT * FROM line").fetchall()}
    deadlines = {row["id"]: row for row in conn.execute("SELECT * FROM deadline").fetchall()}
    kinds = {row["id"]: row["kind"] for row in conn.execute("SELECT id, kind FROM item").fetchall()}
    owners = {row["owner_id"] for row in deadlines.values()}
    also = conn.execute("SELECT seq, value FROM line_also WHERE facet = 'ministry'").fetchall()
    made = []
    for item_id, line in lines.items():
        if line["kind"] == "deadline":
            day, owner = deadlines[item_id]["date_to"] or NO_DATE, deadlines[item_id]["owner_id"]
            kind = kinds[owner] if owner else "deadline"
        elif item_id not in owners:
            day, kind = NO_DEADLINE, line["kind"]
        else:
            continue
        ministries = (line["ministry"], *(row["value"] for row in also if row["seq"] == line["seq"]))
        made.append((day, line["seq"], kind, line["closed"], ministries, line["handler"]))
    return sorted(made)
