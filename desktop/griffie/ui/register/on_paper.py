"""The rows of the register as they are printed: the columns of the screen, and no more than is leafed through."""

import datetime as dt
from collections.abc import Callable, Sequence

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.dates import format_date
from griffie.domain.listing import ItemRow
from griffie.domain.paper import Paper, PaperColumn, Section
from griffie.services import register
from griffie.ui.register.columns import Column
from griffie.ui.register.model import RegisterModel

PRINTED_AT_MOST = 5_000
AT_A_TIME = 500
NARROW = 16


def paper_of(model: RegisterModel, columns: Sequence[Column], title: str) -> Callable[[], Paper] | None:
    """Return what gathers the rows as a paper, off the GUI thread; None where there are none.

    Args:
        model: what is shown.
        columns: in the order of the screen.
        title: the name of the view.
    """
    count = model.rowCount()
    if not count:
        return None
    desk, wanted, seqs = model.desk, model.wanted, model.seqs_of([(0, PRINTED_AT_MOST - 1)])

    def gather() -> Paper:
        rows: list[ItemRow] = []
        for start in range(0, len(seqs), AT_A_TIME):
            rows += register.rows(desk, seqs[start : start + AT_A_TIME], wanted)
        return _paper(rows, columns, title, count)

    return gather


def _paper(rows: Sequence[ItemRow], columns: Sequence[Column], title: str, count: int) -> Paper:
    section = Section(
        heading="",
        columns=tuple(_paper_column(column) for column in columns),
        rows=[tuple(column.text(row) for column in columns) for row in rows],
        total=ngettext("{n} row", "{n} rows", count).format(n=count),
    )
    note = ""
    if count > PRINTED_AT_MOST:
        note = _("Only the first {n} rows are printed.").format(n=PRINTED_AT_MOST)
    today = format_date(dt.date.today(), current_language())
    return Paper(title, _("Register, {date}").format(date=today), (section,), landscape=len(columns) > 5, note=note)


def _paper_column(column: Column) -> PaperColumn:
    if column.key in ("due", "made_on"):
        return PaperColumn(_(column.heading), 0, kind="date")
    if column.key == "page":
        return PaperColumn(_(column.heading), 0, kind="number")
    if column.key in ("number", "own_number", "letter"):
        return PaperColumn(_(column.heading), 0, kind="short")
    return PaperColumn(_(column.heading), column.width / NARROW)
