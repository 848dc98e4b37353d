"""The change log of one item in plain words: from the rows that a step changed to sentences a clerk reads.

Nothing of the store shows through: no name of a column, no id, no code; fields have their labels, values their words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from griffie.base.i18n import _
from griffie.domain.fields import ITEM_FIELDS, Field, FieldType
from griffie.domain.following import RELATION_WORDS, RelationKind
from griffie.domain.kinds import WORDS, ItemKind, MentionRole
from griffie.domain.told import (
    Names,
    Row,
    RowChange,
    difference,
    label_of_role,
    people_text,
    progress_of,
    range_text,
    settlement_of,
    short,
    shown,
)
from griffie.domain.wording import progress_text, settlement_text

_OWN = ("item", "commitment", "motion", "deadline")
"""Tables with one row of an item; the id of the row is that of the item."""
_RANGE = ("date_from", "date_to", "no_date")
_PASSAGELESS = 99_999


def tell(changes: Sequence[RowChange], item_id: str, names: Names) -> list[str]:
    """Return in sentences what one step changed of an item.

    Args:
        changes: the rows of the item and of its deadlines that the step changed, in order; a row may come twice.
        item_id: the item from which it is seen.
        names: what the ids in the rows stand for.
    """
    return _Teller(_netted(changes), item_id, names).lines()


def makes(changes: Iterable[RowChange], item_id: str) -> bool:
    """Tell whether a step made the item or took it away, so that its own name says what it did."""
    whole = [change for change in _netted(changes) if (change.table, change.row_id) == ("item", item_id)]
    return any(change.before is None or change.after is None for change in whole)


def _netted(changes: Iterable[RowChange]) -> list[RowChange]:
    """Return one change for each row, from what it was first to what it became last; what came to nothing is gone."""
    net: dict[tuple[str, str], RowChange] = {}
    for change in changes:
        first = net.get((change.table, change.row_id))
        before = first.before if first else change.before
        net[change.table, change.row_id] = RowChange(change.table, change.row_id, before, change.after)
    return [change for change in net.values() if change.before != change.after]


class _Teller:
    """Tells the changes of one step."""

    def __init__(self, changes: Sequence[RowChange], item_id: str, names: Names) -> None:
        self._changes, self._item_id, self._names = changes, item_id, names
        whole = [change for change in changes if change.table == "item"]
        self._made = {change.row_id for change in whole if change.before is None}
        self._gone = {change.row_id for change in whole if change.after is None}

    def lines(self) -> list[str]:
        """Return the sentences, those on the item itself first."""
        return [line for table, told in TELLERS.items() for line in told(self, self._of(table))]

    def _of(self, table: str) -> list[RowChange]:
        return [change for change in self._changes if change.table == table]

    def _is_whole(self, change: RowChange) -> bool:
        """Tell whether a row goes away together with its item, which has been told already."""
        owner = change.row_id if change.table in _OWN else change.now.get("item_id")
        return owner in self._gone and change.after is None

    def _deadline(self, item_id: str) -> str:
        """Return how a deadline is called: with its number where it is one of the item's."""
        word = _(WORDS[ItemKind.DEADLINE])
        return word if item_id == self._item_id else f"{word} {self._names.item(item_id)}".strip()

    def _about(self, item_id: str, line: str) -> str:
        """Return a sentence with the deadline that it is about, where that is not the item itself."""
        return line if item_id == self._item_id else f"{self._deadline(item_id)}: {line}"

    # -- the item's own rows

    def own(self, table: str, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell the fields in one of the tables that have a row of the item."""
        for change in changes:
            owner = change.row_id
            if change.after is None:
                if table == "item":
                    yield _("{what} deleted").format(what=self._name(owner))
                continue
            if change.before is not None and table == "item" and change.differs("letter_id"):
                yield self._about(owner, self._moved(change.after.get("letter_id")))
            for one in ITEM_FIELDS[self._names.kind(owner)]:
                if one.table == table and one.name not in _RANGE and one.field_type is not FieldType.PEOPLE:
                    yield from self._field(one, change)

    def _name(self, item_id: str) -> str:
        return f"{_(WORDS[self._names.kind(item_id)])} {self._names.item(item_id)}".strip()

    def _moved(self, letter_id: str | None) -> str:
        if not letter_id:
            return _("Belongs to no letter any more")
        return _("Belongs to letter {letter} now").format(letter=self._names.letter(letter_id))

    def _field(self, one: Field, change: RowChange) -> Iterator[str]:
        old, new = ((row or {}).get(one.name, "") for row in (change.before, change.after))
        if change.before is None and (one.name in ("status", "origin") or new in (0, "none")):
            return  # as every item begins
        if old == new or (one.name == "precision" and change.differs(*_RANGE)):
            return  # another range of days brings its precision along
        yield self._about(change.row_id, difference(_(one.label), shown(one, old), shown(one, new)))

    def deadlines(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell what deadlines of the item have become."""
        for change in changes:
            if self._is_whole(change):
                continue
            if change.row_id != self._item_id and change.differs("owner_id") and change.row_id not in self._made:
                mine = change.after is not None and change.after["owner_id"] == self._item_id
                text = _("{deadline} belongs to it now") if mine else _("{deadline} belongs to it no longer")
                yield text.format(deadline=self._deadline(change.row_id))
            elif change.row_id == self._item_id and change.differs("owner_id"):
                number = self._names.item(change.now.get("owner_id"))
                yield (
                    _("Belongs to {number} now").format(number=number) if number else _("Belongs to the letter itself")
                )
            if change.differs(*_RANGE) or change.row_id in self._made:
                yield from self._term(change)
        yield from self.own("deadline", changes)

    def _term(self, change: RowChange) -> Iterator[str]:
        old, new = range_text(change.before), range_text(change.after)
        if not old and not new and change.row_id == self._item_id:
            return
        values = {"deadline": self._deadline(change.row_id), "old": old, "new": new or _("no date yet")}
        if not old:
            text = _("{deadline}: {new}")
        elif new and not (change.before or {})["no_date"] and not change.now["no_date"]:
            text = _("{deadline} moved: {old} → {new}")
        else:
            text = _("{deadline}: {new}, was {old}")
        why = self._reason(change.row_id)
        yield text.format(**values) + (f": {why}" if why else "")

    def _reason(self, deadline_id: str) -> str:
        moves = [one.after for one in self._of("deadline_change") if one.after and one.after["item_id"] == deadline_id]
        return short(moves[-1]["reason"]) if moves else ""

    def people(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell who stands with the item, role by role: the rows of a role are always replaced together."""
        groups: dict[tuple[str, str], tuple[list[Row], list[Row]]] = {}
        for change in changes:
            for side, row in enumerate((change.before, change.after)):
                if row is not None:
                    groups.setdefault((row["item_id"], row["role"]), ([], []))[side].append(row)
        for (owner, role), (before, after) in groups.items():
            old, new = people_text(before), people_text(after)
            if owner not in self._gone and old != new:
                yield self._about(owner, difference(label_of_role(self._names.kind(owner), role), old, new))

    # -- letters

    def mentions(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell what letters say of a motion, and how far the settlement by them is."""
        for change in changes:
            letter = self._names.letter(change.now["letter_id"])
            role = _(WORDS[MentionRole(change.now["role"])])
            if change.after is None:
                if not self._is_whole(change):
                    yield _("No longer mentioned in letter {letter}").format(letter=letter)
                continue
            if change.before is None:
                text = _("Mentioned in letter {letter}").format(letter=letter)
                yield text if change.after["role"] == MentionRole.MENTIONS else f"{text}: {role}"
            elif change.differs("item_id"):
                yield _("Mentioned in letter {letter}").format(letter=letter)
            elif change.differs("role"):
                old = _(WORDS[MentionRole(change.before["role"])])
                yield difference(_("In letter {letter}").format(letter=letter), old, role)
            if change.differs("stage", "degree", "body", "decided_on", "remarks"):
                yield from self._settlement(change, letter)

    def settlements(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell what meets the item."""
        for change in changes:
            letter = self._names.letter(change.now["letter_id"])
            mine = [row is not None and row["item_id"] == self._item_id for row in (change.before, change.after)]
            if mine[0] and not mine[1]:
                yield self._taken_away(change.before or {}, letter)
            elif mine[1]:
                yield from self._settlement(change, letter)

    def _settlement(self, change: RowChange, letter: str) -> Iterator[str]:
        if change.after is not None and change.after["stage"]:
            yield settlement_text(settlement_of(change.after), letter)
        elif change.before is not None and change.before["stage"]:
            yield self._taken_away(change.before, letter)

    def _taken_away(self, row: Row, letter: str) -> str:
        return _("Settlement taken away: {settlement}").format(settlement=settlement_text(settlement_of(row), letter))

    def proposals(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell what a clerk did with the proposal that a letter settles the item."""
        for change in changes:
            if change.after is None:
                text = _("The proposal that letter {letter} settles it is open again")
            elif change.after["state"] == "accepted":
                text = _("The proposal that letter {letter} settles it was accepted")
            else:
                text = _("The proposal that letter {letter} settles it was left out")
            if not self._is_whole(change):
                yield text.format(letter=self._names.letter(change.now["letter_id"]))

    def passages(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell of words that the item was tied to, untied from, or whose ends were moved."""
        rows = {change.row_id: change for change in self._of("passage")}
        for change in changes:
            owner = change.now.get("item_id") or self._item_id
            if owner in self._gone:
                continue
            tied = rows.get(change.now["passage_id"])
            row = tied.now if tied is not None else self._names.passages.get(change.now["passage_id"])
            if row is None or (change.before is not None and change.after is not None):
                continue
            text = _("Untied from {words}") if change.after is None else _("Tied to {words}")
            yield self._about(owner, text.format(words=self._words(row)))

    def _words(self, row: Row) -> str:
        page = int(str(row["sort_key"]).split("|")[0])
        parts = [_("letter {number}").format(number=self._names.letter(row["letter_id"]))]
        parts += [_("p. {n}").format(n=page + 1)] if page != _PASSAGELESS else []
        return ", ".join(parts) + (f": “{short(row['quote'])}”" if row["quote"] else "")

    def adjusted(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell of passages of which the words have changed."""
        for change in changes:
            if change.before is None or change.after is None:
                continue
            old, new = (f"“{short(row['quote'])}”" for row in (change.before, change.after))
            if old != new:
                yield difference(_("Passage"), old, new)
            elif change.differs("spans", "document_id"):
                yield _("Passage tied anew to the same words: {words}").format(words=self._words(change.after))
            else:
                yield _("Passage looked at: {words}").format(words=self._words(change.after))

    # -- what came after

    def progress(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell of dated lines."""
        for change in changes:
            old, new = (progress_of(row) if row is not None else None for row in (change.before, change.after))
            letter = self._names.letter(change.now["letter_id"])
            if self._is_whole(change):
                continue
            if old is not None and new is not None:
                both = progress_text(old, letter), progress_text(new, letter)
                if both[0] != both[1]:
                    yield difference(_("Note changed"), *both)
            elif new is not None:
                yield progress_text(new, letter)
            elif old is not None:
                yield _("Note deleted: {note}").format(note=progress_text(old, letter))

    def relations(self, changes: Sequence[RowChange]) -> Iterator[str]:
        """Tell how the item stands to others, as seen from it."""
        for change in changes:
            row = change.now
            inverse = row["item_id"] != self._item_id and row["other_id"] == self._item_id
            other = self._names.item(row["item_id"] if inverse else row["other_id"])
            text = f"{_(RELATION_WORDS[RelationKind(row['kind'])][int(inverse)])} {other}"
            if change.after is None:
                if not self._is_whole(change):
                    yield _("Relation taken away: {relation}").format(relation=text)
            else:
                yield _("Relation: {relation}").format(relation=text)


def _nothing(_teller: _Teller, _changes: Sequence[RowChange]) -> Iterator[str]:
    """Tell nothing: moves of a deadline are the reason of its new date, and told with that."""
    return iter(())


TELLERS: Mapping[str, Callable[[_Teller, Sequence[RowChange]], Iterator[str]]] = {
    "item": lambda teller, changes: teller.own("item", changes),
    "commitment": lambda teller, changes: teller.own("commitment", changes),
    "motion": lambda teller, changes: teller.own("motion", changes),
    "item_person": _Teller.people,
    "deadline": _Teller.deadlines,
    "deadline_change": _nothing,
    "mention": _Teller.mentions,
    "settlement": _Teller.settlements,
    "proposal_decision": _Teller.proposals,
    "progress": _Teller.progress,
    "relation": _Teller.relations,
    "tie": _Teller.passages,
    "passage": _Teller.adjusted,
}
"""What tells the rows of each table, in the order in which it is told."""

OF_NO_ITEM = frozenset(
    {"letter", "letter_sender", "letter_dossier", "letter_committee", "document", "decision", "citation_fix",
     "saved_view"}
)  # fmt: skip
"""Tables of the log that are of no item; a decision on a suggestion stands beside what came of it."""
