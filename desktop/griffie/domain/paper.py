"""What goes on paper, or into a PDF to be read: a title and below it tables and fields, in words shown as they are.

All texts are in the reader's language already; dates and numbers are written out by the caller.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

CellKind = Literal["text", "short", "date", "number"]
"""How a column is set: `text` wraps; `short` (an own number, a status), `date` and `number` stay on one line."""
Align = Literal["", "left", "right", "centre"]
"""Where the words of a column stand; '' is right for a number, else left."""

LONGEST_FILE_NAME: Final = 80
_NOT_IN_FILE_NAMES: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """One column of a table.

    `width` is its share of the width of the paper: 2 is twice as wide as 1, and 0 is no wider than its values need. A
    column that does not wrap is never narrower than the longest of its values, at the cost of the others.
    """

    heading: str
    width: float = 1.0
    align: Align = ""
    kind: CellKind = "text"

    @property
    def wraps(self) -> bool:
        """True where long words go on to the next line."""
        return self.kind == "text"

    @property
    def side(self) -> Literal["left", "right", "centre"]:
        """Where the words stand, the default filled in."""
        return self.align or ("right" if self.kind == "number" else "left")


@dataclass(frozen=True, slots=True)
class Section:
    """A table with a heading. Its columns' headings come back on every page; a row stays in one piece.

    Attributes:
        heading: above the table; '' for none.
        columns: at least one.
        rows: as many texts in each as there are columns; a line feed in one begins a new line.
        intro: some sentences between heading and table.
        total: a line below the table, such as "60 items".
        nothing: the sentence that stands instead of a table without rows.
        totals: a last row in bold, such as sums; () for none.

    Raises:
        ValueError: a row has not as many texts as there are columns.
    """

    heading: str
    columns: tuple[PaperColumn, ...]
    rows: Sequence[tuple[str, ...]]
    intro: str = ""
    total: str = ""
    nothing: str = ""
    totals: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        many = len(self.columns)
        if not many or any(len(row) != many for row in self.rows) or len(self.totals) not in (0, many):
            raise ValueError(f"a row of {self.heading!r} does not fit its {many} columns")


@dataclass(frozen=True, slots=True)
class Block:
    """Running fields, as on the sheet of an item: a label with its value beside it. Those without a value are left out.

    `nothing` is the sentence that stands there when no field has a value.
    """

    heading: str
    fields: tuple[tuple[str, str], ...]
    intro: str = ""
    nothing: str = ""

    @property
    def filled(self) -> tuple[tuple[str, str], ...]:
        """The fields that have a value."""
        return tuple((label, value) for label, value in self.fields if value.strip())


@dataclass(frozen=True, slots=True)
class Paper:
    """One thing to be printed.

    Attributes:
        title: large on the first page, small at the head of the others, and the title of a PDF.
        subtitle: below the title: what is shown and of which day.
        sections: tables and fields, in order.
        landscape: a wide table lies on its side.
        note: some sentences at the end, such as how things were counted.
        source: at the foot of each page on the left; the name of the register file where it is ''.
    """

    title: str
    subtitle: str
    sections: tuple[Section | Block, ...]
    landscape: bool = False
    note: str = ""
    source: str = ""

    @property
    def row_count(self) -> int:
        """How many rows and fields there are: a measure of the work."""
        return sum(len(part.rows) if isinstance(part, Section) else len(part.fields) for part in self.sections)


def tables_alike(paper: Paper) -> Iterator[tuple[tuple[PaperColumn, ...], tuple[Section, ...]]]:
    """Yield the tables that have the same columns together: they get the same widths, so that a list reads as one."""
    groups: dict[tuple[PaperColumn, ...], list[Section]] = {}
    for part in paper.sections:
        if isinstance(part, Section):
            groups.setdefault(part.columns, []).append(part)
    for columns, sections in groups.items():
        yield columns, tuple(sections)


def file_name(paper: Paper, ending: str = ".pdf") -> str:
    """Return a name for a file with the paper in it, one that every system takes."""
    name = " ".join(_NOT_IN_FILE_NAMES.sub(" ", paper.title).split())[:LONGEST_FILE_NAME].strip(" .")
    return f"{'griffie' if not name or _DEVICES.fullmatch(name) else name}{ending}"
