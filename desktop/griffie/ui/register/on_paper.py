"""The rows of the register as they are printed: the columns of the screen, and no more than is leafed through."""

import datetime as dt
from collections.abc import Sequence

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.dates import format_date
from griffie.domain.paper import Paper, PaperColumn, Section
from griffie.ui.register.columns import Column
from griffie.ui.register.model import RegisterModel

PRINTED_AT_MOST = 5_000
NARROW = 16


def paper_of(model: RegisterModel, columns: Sequence[Column], title: str) -> Paper | None:
    """Return the rows as a paper, None where there are none; `columns` in the order of the screen."""
    count = model.rowCount()
    if not count:
        return None
    rows = [row for place in range(min(count, PRINTED_AT_MOST)) if (row := model.item_row(place)) is not None]
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
