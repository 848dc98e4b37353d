"""The change log of one item in plain words, page by page, newest first; from any thread but the window's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from griffie.domain.telling import makes, tell
from griffie.domain.told import Names, Row, RowChange
from griffie.services.desk import Desk
from griffie.store import trail
from griffie.store.steps import StepLine
from griffie.store.trail import Trail

PAGE = 50


@dataclass(frozen=True)
class ToldStep:
    """One step as it is told: when (UTC, ISO), who, a title where the lines do not say all, and what changed."""

    id: int
    at: str
    who: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class TrailPage:
    """A page of an item's log; `more` is where the next one begins, None at the end."""

    trail: Trail
    steps: tuple[ToldStep, ...]
    more: int | None = None


def first_page(desk: Desk, item_id: str, *, limit: int = PAGE) -> TrailPage:
    """Return the newest steps of an item in words."""
    return _page(desk, trail.trail_of(desk.register, item_id), None, limit)


def next_page(desk: Desk, page: TrailPage, *, limit: int = PAGE) -> TrailPage:
    """Return the steps that come before those of a page; an empty one where there are no more."""
    if page.more is None:
        return TrailPage(page.trail, ())
    return _page(desk, page.trail, page.more, limit)


def whole(desk: Desk, item_id: str) -> Iterator[ToldStep]:
    """Yield all steps of an item in words, newest first."""
    page = first_page(desk, item_id)
    yield from page.steps
    while page.more is not None:
        page = next_page(desk, page)
        yield from page.steps


def _page(desk: Desk, of: Trail, before: int | None, limit: int) -> TrailPage:
    lines = trail.steps_of(desk.register, of, before=before, limit=limit + 1)
    shown = lines[:limit]
    changes = trail.changes_of(desk.register, of, [line.id for line in shown])
    names = _names(desk, of, [change for found in changes.values() for change in found])
    steps = tuple(_told(line, changes[line.id], of.item_id, names) for line in shown)
    return TrailPage(of, steps, shown[-1].id if len(lines) > limit else None)


def _told(line: StepLine, changes: list[RowChange], item_id: str, names: Names) -> ToldStep:
    told = tuple(tell(changes, item_id, names))
    titled = line.kind != "do" or not told or makes(changes, item_id)
    return ToldStep(line.id, line.at, line.who, line.text if titled else "", told)


def _names(desk: Desk, of: Trail, changes: Iterable[RowChange]) -> Names:
    rows = [row for change in changes for row in (change.before, change.after) if row is not None]
    held = trail.passages(desk.register, _ids(rows, "passage_id"))
    return Names(
        trail.letter_numbers(desk.register, _ids([*rows, *held.values()], "letter_id")),
        trail.item_names(desk.register, {*of.ids, *_ids(rows, "owner_id", "other_id", "item_id")}),
        held,
    )


def _ids(rows: Iterable[Row], *names: str) -> set[str]:
    return {str(row[name]) for row in rows for name in names if row.get(name)}
