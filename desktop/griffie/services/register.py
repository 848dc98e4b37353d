"""The register over all letters: its rows in any order, counts by facet, and the views that a clerk has saved."""

import datetime as dt
import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from griffie.base.errors import ConflictError, InvalidValueError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.listing import ItemRow, Wanted, wanted_from_json, wanted_to_json
from griffie.domain.rappel import next_reference_day
from griffie.services.desk import Desk
from griffie.store import following, register_rows
from griffie.store.register_rows import SORTS, FacetCount, Sort
from griffie.store.steps import step

__all__ = ["FacetCount", "Sort", "ViewOfRegister"]

NEWEST_FIRST: Sort = (("added", True),)
BY_DATE: Sort = (("due", False),)


@dataclass(frozen=True)
class ViewOfRegister:
    """A named way to look at the register. `id` is empty where it comes with the program, `columns` for the usual."""

    id: str
    name: str
    wanted: Wanted
    sort: Sort = BY_DATE
    columns: tuple[str, ...] = ()


def first_rows(desk: Desk, wanted: Wanted, sort: Sort, limit: int = 100) -> list[ItemRow]:
    """Return the first rows of the register in an order, at once."""
    return register_rows.first_rows(desk.register, wanted, sort, limit)


def all_seqs(desk: Desk, wanted: Wanted, sort: Sort) -> "array[int]":
    """Return the `seq` of every row in an order; see store.register_rows."""
    return register_rows.all_seqs(desk.register, wanted, sort)


def rows(desk: Desk, seqs: Sequence[int], wanted: Wanted | None = None) -> list[ItemRow]:
    """Return rows by their `seq`, in the order asked; those that are gone are left out."""
    return register_rows.rows(desk.register, seqs, wanted)


def ids_of(desk: Desk, seqs: Iterable[int]) -> list[str]:
    """Return the ids of rows by their `seq`."""
    return register_rows.ids_of(desk.register, seqs)


def seqs_of(desk: Desk, item_ids: Iterable[str]) -> list[int]:
    """Return the `seq` of items that are still there."""
    return register_rows.seqs_of(desk.register, item_ids)


def size(desk: Desk) -> int:
    """Return about how many items the register has, at once."""
    return register_rows.size(desk.register)


def count(desk: Desk, wanted: Wanted) -> int:
    """Return how many items are wanted."""
    return register_rows.count(desk.register, wanted)


def facets(desk: Desk, wanted: Wanted) -> dict[str, list[FacetCount]]:
    """Return by facet its values with counts."""
    return register_rows.facets(desk.register, wanted)


def ready_views(today: dt.date) -> list[ViewOfRegister]:
    """Return the views that come with the program, in the language in force."""
    day = next_reference_day(today)
    before = _("To do before 1 January") if day.month == 1 else _("To do before 1 July")
    return [
        ViewOfRegister("", _("Everything"), Wanted(), NEWEST_FIRST),
        ViewOfRegister("", _("Open"), Wanted(open_only=True, once=True)),
        ViewOfRegister("", _("Overdue"), Wanted(overdue_on=today, once=True)),
        ViewOfRegister("", before, Wanted(open_only=True, once=True, due_before=day)),
        ViewOfRegister("", _("Settlement reported"), Wanted(claimed=True, once=True)),
        ViewOfRegister("", _("Open, without a date"), Wanted(open_only=True, once=True, no_date=True), NEWEST_FIRST),
    ]


def saved_views(desk: Desk) -> list[ViewOfRegister]:
    """Return the views that a clerk has saved; one that this version cannot read is left out."""
    found = []
    for kept in following.saved_views(desk.register):
        try:
            sort = tuple((str(key), bool(down)) for key, down in json.loads(kept.sort) if key in SORTS)
            columns = tuple(map(str, json.loads(kept.columns)))
            found.append(ViewOfRegister(kept.id, kept.name, wanted_from_json(kept.wanted), sort, columns))
        except (ValueError, TypeError):
            continue
    return found


def save_view(desk: Desk, view: ViewOfRegister) -> Changes:
    """Keep a view under its name; one of that name is replaced. One step.

    Raises:
        InvalidValueError: it has no name.
    """
    name = " ".join(view.name.split())
    if not name:
        raise InvalidValueError(_("A view needs a name."))
    row = {
        "name": name,
        "wanted": wanted_to_json(view.wanted),
        "columns": json.dumps(view.columns),
        "sort": json.dumps(view.sort),
    }
    with step(desk.register, desk.who, N_("Save the view {name}"), name=name) as work:
        same = [one for one in following.saved_views(desk.register) if one.name.casefold() == name.casefold()]
        if same:
            work.update("saved_view", same[0].id, row)
        else:
            work.insert("saved_view", row | {"position": len(following.saved_views(desk.register))})
    return work.changes()


def delete_view(desk: Desk, view_id: str) -> Changes:
    """Take a saved view away; one step.

    Raises:
        ConflictError: it is no longer there.
    """
    with step(desk.register, desk.who, N_("Delete a saved view")) as work:
        if not work.rows("saved_view", id=view_id):
            raise ConflictError(_("This view is no longer there."))
        work.delete("saved_view", view_id)
    return work.changes()
