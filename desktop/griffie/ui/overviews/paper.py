"""An overview as it is printed: the table with its total, what is counted, and what the numbers mean."""

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.kinds import WORDS, Chamber, ItemKind
from griffie.domain.overview import MEANINGS, MEASURE_WORDS, SEVERAL
from griffie.domain.paper import Paper, PaperColumn, Section
from griffie.ui.overviews import wording
from griffie.ui.overviews.bar import EVERY, ONCE, Asked
from griffie.ui.overviews.model import Column, OverviewModel


def paper_of(rows: OverviewModel, total: OverviewModel, asked: Asked) -> Paper | None:
    """Return the table as a paper, None where nothing is counted."""
    overview = rows.overview
    if overview is None or not overview.total.tally.made:
        return None
    first = PaperColumn(wording.heading(overview.dimension), 2)
    numbers = (PaperColumn(rows.heading_of(column), 0, kind="number") for column in rows.columns)
    lines = [_line(rows, place) for place in range(rows.rowCount())]
    section = Section("", (first, *numbers), lines, totals=_line(total, 0))
    measures = dict.fromkeys(column.measure for column in rows.columns)
    notes = [f"{_(MEASURE_WORDS[measure])}: {_(MEANINGS[measure])}" for measure in measures]
    if sum(row.tally.made for row in overview.rows) > overview.total.tally.made:
        notes.append(_(SEVERAL))
    title = f"{_('Overview')} {wording.per(overview.dimension)}"
    if len(measures) == 1:
        title = f"{title}: {_(MEASURE_WORDS[next(iter(measures))])}"
    day = format_date(overview.today, current_language())
    subtitle = ", ".join([*limits_of(asked), _("as of {day}").format(day=day)])
    return Paper(title, subtitle, (section,), landscape=len(rows.columns) > 5, note=" ".join(notes))


def limits_of(asked: Asked) -> list[str]:
    """Return what is counted, in words."""
    counted = {ONCE: _("all items"), EVERY: _("items and their deadlines")}
    found = [counted[asked.kind] if asked.kind in counted else _(WORDS[ItemKind(asked.kind)])]
    if asked.first and asked.last:
        found.append(_("{first} to {last}").format(first=asked.first, last=asked.last))
    elif asked.first or asked.last:
        found.append((_("from {year}") if asked.first else _("to {year}")).format(year=asked.first or asked.last))
    if asked.chamber:
        found.append(_(WORDS[Chamber(asked.chamber)]))
    return found


def _line(model: OverviewModel, place: int) -> tuple[str, ...]:
    row = model.rows[place]

    def number(column: Column) -> str:
        return wording.shown(column.value(row), column.measure)

    return (model.name_of(row), *map(number, model.columns))
