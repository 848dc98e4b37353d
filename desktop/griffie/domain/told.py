"""What the change log of an item is told with: changed rows, what their ids stand for, and columns in words."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from griffie.base.i18n import _
from griffie.domain.fields import ITEM_FIELDS, Field, FieldType
from griffie.domain.following import Progress, ProgressKind
from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind, PersonRole, Precision
from griffie.domain.periods import DateRange
from griffie.domain.settlement import Degree, Settlement, Stage
from griffie.domain.terms import term_text
from griffie.domain.values import show_value

Row = Mapping[str, Any]
LONGEST = 240
"""Characters of a value that are told; the field has the rest."""


@dataclass(frozen=True)
class RowChange:
    """One row that a step changed: what it was and what it became; None where there was or is no such row."""

    table: str
    row_id: str
    before: Row | None
    after: Row | None

    @property
    def now(self) -> Row:
        """The row as it became, or as it last was."""
        return self.after or self.before or {}

    def differs(self, *names: str) -> bool:
        """Tell whether one of these columns has another value than before."""
        return any((self.before or {}).get(name) != (self.after or {}).get(name) for name in names)


@dataclass(frozen=True)
class Names:
    """What ids stand for: own numbers of letters, own number and kind of items, rows of passages."""

    letters: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    passages: Mapping[str, Row] = field(default_factory=dict)

    def letter(self, letter_id: str | None) -> str:
        """Return the own number of a letter; '' for none, and a word for one that is no longer known."""
        return self.letters.get(letter_id, _("that is gone")) if letter_id else ""

    def item(self, item_id: str | None) -> str:
        """Return the own number of an item; '' for none."""
        return self.items.get(item_id, ("", ""))[0] if item_id else ""

    def kind(self, item_id: str) -> ItemKind:
        """Return the kind of an item."""
        return ItemKind(self.items.get(item_id, ("", ItemKind.COMMITMENT.value))[1])


def difference(label: str, old: str, new: str) -> str:
    """Return a change of a value: from what to what, or only what it was or is."""
    if not new:
        return _("{label}: empty, was {old}").format(label=label, old=old)
    return f"{label}: {old} → {new}" if old else f"{label}: {new}"


def short(text: str) -> str:
    """Return a text on one line, cut where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rsplit(' ', 1)[0]} …"


def shown(one: Field, raw: Any) -> str:
    """Return what a column holds as people read it; a code that this version does not know is shown as it is."""
    value: Any = raw
    if raw in ("", None):
        return ""
    try:
        if one.field_type is FieldType.DATE:
            value = dt.date.fromisoformat(raw)
        elif one.choices is not None:
            value = one.choices(raw)
    except ValueError:
        return short(str(raw))
    return short(show_value(one, value))


def range_text(row: Row | None) -> str:
    """Return the days of a deadline's row in words; '' where it has none."""
    if row is None:
        return ""
    if row["no_date"]:
        return _("no date")
    first, last = (dt.date.fromisoformat(row[name]) if row[name] else None for name in ("date_from", "date_to"))
    precision = row["precision"] if row["precision"] in list(Precision) else Precision.NONE
    return term_text(DateRange(first, last, Precision(precision)))


def people_text(rows: Iterable[Row]) -> str:
    """Return people in their order."""
    return "; ".join(str(Person(row["name"], row["party"])) for row in sorted(rows, key=lambda row: row["position"]))


def label_of_role(kind: ItemKind, role: str) -> str:
    """Return the label of the field that holds the people of a role."""
    name = "submitters" if role == PersonRole.SUBMITTER else role
    return next((_(one.label) for one in ITEM_FIELDS[kind] if one.name == name), "")


def settlement_of(row: Row) -> Settlement:
    """Return the settlement that a row says, of a settlement or of a mention."""
    day = dt.date.fromisoformat(row["decided_on"]) if row["decided_on"] else None
    stage, degree = Stage(row["stage"]), Degree(row["degree"])
    ends = (row["id"], row["letter_id"], row["item_id"])
    return Settlement(*ends, "", "", stage, degree, None, row["body"], day, row["remarks"])


def progress_of(row: Row) -> Progress:
    """Return the dated line that a row says."""
    day = dt.date.fromisoformat(row["on_date"]) if row["on_date"] else None
    return Progress(row["id"], row["item_id"], day, ProgressKind(row["kind"]), row["text"], row["body"])
