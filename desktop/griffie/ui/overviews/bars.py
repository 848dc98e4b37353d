"""What the bars of an overview show, free of how they are drawn: parts or one number of each row, and the years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from griffie.base.i18n import _
from griffie.domain.listing import Wanted
from griffie.domain.overview import (
    LEADS_TO,
    MEASURE_WORDS,
    PART_WORDS,
    SHARES,
    Dimension,
    Measure,
    Overview,
    Part,
    Row,
    Tally,
    label_of,
)
from griffie.ui.overviews import wording

MOST_BARS = 40
"""No chart has room for more."""


class Look(StrEnum):
    """How a part of a bar is told apart: each has its colour and its pattern."""

    SETTLED = "settled"
    LAPSED = "lapsed"
    PARTLY = "partly"
    IN_TIME = "in_time"
    LATE = "late"
    PLAIN = "plain"
    MADE = "made"


LOOKS = {
    Part.SETTLED: Look.SETTLED,
    Part.LAPSED: Look.LAPSED,
    Part.PARTLY_IN_TIME: Look.PARTLY,
    Part.IN_TIME: Look.IN_TIME,
    Part.LATE: Look.LATE,
}


@dataclass(frozen=True)
class Bar:
    """One bar, or one part of it: its length, what is told of it, and where a click leads."""

    value: float
    told: str
    wanted: Wanted | None


@dataclass(frozen=True)
class BarSet:
    """The bars of one meaning, one for each name."""

    name: str
    look: Look
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Drawing:
    """A chart: names along one side, sets of bars, and a title that says what they are.

    `lying` bars go to the right, others up; `stacked` sets stand one behind the other in one bar. `share` is True where
    the axis goes to 100 per cent. `rows` is how many rows the table has: a chart shows the first ones that it has room
    for, of years the last ones.
    """

    title: str
    names: tuple[str, ...]
    sets: tuple[BarSet, ...]
    lying: bool = True
    stacked: bool = True
    share: bool = False
    rows: int = 0

    def cut(self, count: int) -> "Drawing":
        """Return the same with so many names and bars."""
        if count >= len(self.names):
            return self
        some = slice(0, count) if self.lying else slice(len(self.names) - count, None)
        sets = tuple(replace(one, bars=one.bars[some]) for one in self.sets)
        return replace(self, names=self.names[some], sets=sets)

    @property
    def heading(self) -> str:
        """The title, and of how many rows not all have a bar."""
        if len(self.names) >= self.rows:
            return self.title
        return self.title + _(" (the first {n} rows)").format(n=len(self.names))


def of_rows(overview: Overview, rows: Sequence[Row], measure: Measure | None) -> Drawing:
    """Return the bars of the first rows: what has become of their items, or one number."""
    first = rows[:MOST_BARS]
    names = tuple(label_of(overview.dimension, row.value) for row in first)
    title = _("What has become of them") if measure is None else _(MEASURE_WORDS[measure])
    if measure is None:
        return Drawing(title, names, tuple(_parts(overview, first, part) for part in Part), rows=len(rows))
    bars = tuple(_bar(overview, row, measure, row.tally) for row in first)
    sets = (BarSet(_(MEASURE_WORDS[measure]), Look.PLAIN, bars),)
    return Drawing(title, names, sets, share=measure in SHARES, rows=len(rows))


def _parts(overview: Overview, rows: Iterable[Row], part: Part) -> BarSet:
    bars = []
    for row in rows:
        number, measure = row.tally.part(part), LEADS_TO[part]
        all_of_them = row.tally.value(measure) or 0
        told = (
            f"{label_of(overview.dimension, row.value)}\n{_(PART_WORDS[part])}: {wording.shown(number, Measure.MADE)}"
        )
        if all_of_them != number:
            told += "\n" + _("A click shows all {n}: {what}.").format(
                n=wording.shown(all_of_them, measure), what=_(MEASURE_WORDS[measure])
            )
        bars.append(Bar(number, told, overview.limited_to(row, measure) if number else None))
    return BarSet(_(MEASURE_WORDS[LEADS_TO[part]]), LOOKS[part], tuple(bars))


def _bar(overview: Overview, row: Row, measure: Measure, tally: Tally) -> Bar:
    number = tally.value(measure)
    told = f"{label_of(overview.dimension, row.value)}\n{_(MEASURE_WORDS[measure])}: {wording.shown(number, measure)}"
    length = (number or 0) * (100 if measure in SHARES else 1)
    return Bar(length, told, overview.limited_to(row, measure) if number else None)


def of_years(overview: Overview) -> Drawing | None:
    """Return how much was made in each year and how much of that is settled; None where the rows are years already."""
    years = [year for year in overview.years if year][-MOST_BARS:]
    if overview.dimension is Dimension.YEAR or not years:
        return None
    return Drawing(
        _("Made per year, and settled so far"),
        tuple(years),
        (
            _in_years(overview, years, Measure.MADE, Look.MADE),
            _in_years(overview, years, Measure.SETTLED, Look.SETTLED),
        ),
        lying=False,
        stacked=False,
    )


def _in_years(overview: Overview, years: Iterable[str], measure: Measure, look: Look) -> BarSet:
    bars = []
    for year in years:
        number = overview.total.by_year.get(year, Tally()).value(measure) or 0
        told = f"{year}\n{_(MEASURE_WORDS[measure])}: {wording.shown(number, measure)}"
        bars.append(Bar(number, told, overview.limited_to(None, measure, year) if number else None))
    return BarSet(_(MEASURE_WORDS[measure]), look, tuple(bars))
