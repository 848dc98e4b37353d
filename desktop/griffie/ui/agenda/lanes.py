"""The lanes of the timeline: what stands in which lane on which day, and where each mark lies; no painting."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QRectF

from griffie.domain.agenda import Entry
from griffie.domain.kinds import ItemKind
from griffie.ui.agenda.axis import Axis, Zoom

MARK_PX = 14
CHIP_PX = 20
STACK = 5
"""So many marks stand above one another; where there are more, their number stands instead."""
PADDING_PX = 8
LEAST_PX = 36
PILL_PX = 18
FEW = 2
MOST_ROOM_PX = 240.0
LEAST_ROOM_PX = 56.0


@dataclass(frozen=True)
class Spot:
    """Something that can be pointed at: one line, or several of one lane that fall together.

    `room` is how many pixels there are for words to the right of a mark, before the next one.
    """

    lane: int
    bin: date
    entry: Entry | None
    count: int
    area: QRectF
    room: float = 0.0

    @property
    def key(self) -> str:
        """What tells it from others."""
        return self.entry.id if self.entry is not None else f"{self.lane}:{self.bin.isoformat()}"


@dataclass
class Lane:
    """One lane: its name, top and height, the height of a mark with its gap, how many deadlines fall in each column."""

    name: str
    top: float = 0.0
    height: float = LEAST_PX
    row: int = 0
    bins: dict[date, int] = field(default_factory=dict)


def lane_of(entry: Entry, by: str) -> str:
    """Return the name of the lane that a line stands in."""
    return entry.kind.value if by == "kind" else entry.ministry


def lay_out(axis: Axis, counts: Mapping[str, Sequence[tuple[str, int]]], by: str) -> list[Lane]:
    """Return the lanes from top to bottom: kinds in their own order, ministries by name, the nameless one last."""
    order = [kind.value for kind in ItemKind]
    names = sorted(counts, key=lambda name: (order.index(name) if by == "kind" and name in order else 99, not name,
                                             name.casefold()))  # fmt: skip
    lanes, top = [], 0.0
    for name in names:
        lane = Lane(name, top)
        for text, count in counts[name]:
            column = axis.bin_of(date.fromisoformat(text))
            lane.bins[column] = lane.bins.get(column, 0) + count
        highest = min(STACK, max(lane.bins.values(), default=1))
        lane.row = row_px(axis, highest)
        lane.height = max(LEAST_PX, highest * lane.row + 2 * PADDING_PX)
        top += lane.height
        lanes.append(lane)
    return lanes


def spots(axis: Axis, lanes: Sequence[Lane], entries: Iterable[Entry] | None, by: str) -> list[Spot]:
    """Return what can be pointed at: each line where a column has few, else their number.

    Args:
        axis: the axis.
        lanes: the lanes.
        entries: the lines that were read; None where they are too many to be read.
        by: what the lanes are: "ministry" or "kind".
    """
    found: dict[tuple[str, date], list[Entry]] = {}
    for entry in entries or ():
        if entry.due is not None:
            found.setdefault((lane_of(entry, by), axis.bin_of(entry.due)), []).append(entry)
    made = []
    for number, lane in enumerate(lanes):
        for column, count in sorted(lane.bins.items()):
            held = found.get((lane.name, column), [])
            if count <= STACK and len(held) == count:
                made += [Spot(number, column, one, 1, _mark_area(axis, column, lane, n)) for n, one in enumerate(held)]
            else:
                centre = axis.bin_centre(column)
                width = max(PILL_PX, 8.0 * len(str(count)) + 8)
                area = QRectF(centre - width / 2, lane.top + lane.height / 2 - PILL_PX / 2, width, PILL_PX)
                made.append(Spot(number, column, None, count, area))
    return made if has_words(axis) else _with_room(made)


def _with_room(made: list[Spot]) -> list[Spot]:
    """Return the same, each with the room that is free beside it."""
    roomy = []
    for place, spot in enumerate(made):
        right, room = spot.area.right(), MOST_ROOM_PX
        for other in made[place + 1 :]:
            if other.lane != spot.lane or other.area.left() - right > MOST_ROOM_PX:
                break
            level = other.area.top() < spot.area.bottom() and other.area.bottom() > spot.area.top()
            if level and other.area.left() >= right - 1:
                room = other.area.left() - right
                break
        roomy.append(replace(spot, room=room))
    return roomy


def row_px(axis: Axis, highest: int) -> int:
    """Return the height of a mark with what parts it from the next, where so many stand above one another at most.

    With words it has a row for the number and one for the title, as long as that does not make a lane too high.
    """
    if not has_words(axis):
        return MARK_PX + 3
    return (2 * CHIP_PX if highest <= FEW else CHIP_PX) + 2


def has_words(axis: Axis) -> bool:
    """Tell whether a day is wide enough for marks with numbers."""
    return axis.zoom is Zoom.WEEK


def _mark_area(axis: Axis, column: date, lane: Lane, place: int) -> QRectF:
    top = lane.top + PADDING_PX + place * lane.row
    if has_words(axis):
        return QRectF(axis.x_of(column) + 2, top, axis.day_px - 4, lane.row - 2)
    return QRectF(axis.bin_centre(column) - MARK_PX / 2, top, MARK_PX, MARK_PX)
