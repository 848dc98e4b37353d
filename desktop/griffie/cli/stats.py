"""`griffie stats`: how many items each ministry, minister, committee, dossier or year has, and how far they are."""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from griffie.base.i18n import _, current_language
from griffie.cli.filters import add_filters, wanted
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import DAY, Parser
from griffie.domain.kinds import ItemKind
from griffie.domain.overview import (
    DIMENSION_WORDS,
    MEANINGS,
    MEASURE_WORDS,
    SEVERAL,
    SHARES,
    Dimension,
    Measure,
    Overview,
    Tally,
    label_of,
)
from griffie.services import overview as services

LONGEST_LABEL = 44
NOTHING = "-"
"""What stands where a number cannot be said: no share of nothing, no median without decisions."""


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    add = parser.choices.add_argument
    names = [dimension.value for dimension in Dimension]
    add("--by", choices=names, default=Dimension.MINISTRY.value, help=_("what the rows are; ministry when left out"))
    add("--on", type=DAY, metavar=_("DATE"), help=_("late is what was due before this day; today when left out"))
    add("--per-year", action="store_true", help=_("the numbers of each year besides"))
    measures = [measure.value for measure in Measure]
    add(
        "--measure",
        choices=measures,
        default=Measure.MADE.value,
        help=_("which number the years show; made when left out"),
    )
    add("--all", action="store_true", help=_("count deadlines of an item as well, each by itself"))
    add_filters(parser)


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Print the numbers."""
    with house.desk(options.db) as desk:
        kinds = tuple(ItemKind(kind) for kind in options.kind)
        limits = replace(wanted(desk, options, kinds), once=not (kinds or options.all))
        found = services.overview(
            desk, limits, Dimension(options.by), options.on or date.today(), by_year=options.per_year
        )
    out.give(as_json(found, by_year=options.per_year))
    if not out.as_json:
        cells = _years(found, Measure(options.measure)) if options.per_year else _numbers(found)
        for line in _aligned(cells):
            out.say(line)
        out.say("")
        for line in _notes(found, [Measure(options.measure)] if options.per_year else list(Measure)):
            out.say(line)
    return 0


def as_json(found: Overview, *, by_year: bool) -> dict[str, Any]:
    """Return the numbers for programs: shares from 0 to 1, null where a number cannot be said."""

    def row(value: str, tally: Tally, years: dict[str, Tally]) -> dict[str, Any]:
        named = {"value": value, "label": label_of(found.dimension, value), **_measures(tally)}
        in_years = {year: _measures(years.get(year, Tally())) for year in found.years}
        return named | ({"years": in_years} if by_year else {})

    total = row("", found.total.tally, found.total.by_year)
    return {
        "by": found.dimension.value,
        "on": found.today.isoformat(),
        "once": found.wanted.once,
        "rows": [row(one.value, one.tally, one.by_year) for one in found.rows],
        "total": {name: number for name, number in total.items() if name not in ("value", "label")},
    }


def _measures(tally: Tally) -> dict[str, Any]:
    return {measure.value: tally.value(measure) for measure in Measure} | {"settled_late": tally.settled_late}


def _numbers(found: Overview) -> list[list[str]]:
    """Return the cells of the table: a heading, the rows, the total."""
    rows = [[label_of(found.dimension, row.value), *_told(row.tally, Measure)] for row in found.rows]
    heading = [_(DIMENSION_WORDS[found.dimension]), *(_(MEASURE_WORDS[measure]) for measure in Measure)]
    return [heading, *rows, [_("All items"), *_told(found.total.tally, Measure)]]


def _years(found: Overview, measure: Measure) -> list[list[str]]:
    """Return the cells of the table whose columns are years: one number for each row and year."""

    def cells(label: str, tally: Tally, years: dict[str, Tally]) -> list[str]:
        return [label, *(told(years.get(year, Tally()), measure) for year in found.years), told(tally, measure)]

    heading = [_(DIMENSION_WORDS[found.dimension]), *(year or "?" for year in found.years), _("All years")]
    rows = [cells(label_of(found.dimension, row.value), row.tally, row.by_year) for row in found.rows]
    return [heading, *rows, cells(_("All items"), found.total.tally, found.total.by_year)]


def _told(tally: Tally, measures: Iterable[Measure]) -> list[str]:
    return [told(tally, measure) for measure in measures]


def told(tally: Tally, measure: Measure) -> str:
    """Return a number as people read it: a share in per cent, half a day as .5."""
    number = tally.value(measure)
    if number is None:
        return NOTHING
    text = f"{number:.0%}" if measure in SHARES else f"{number:.1f}".removesuffix(".0")
    return text.replace(".", ",") if current_language() == "nl" else text


def _aligned(cells: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield the lines of a table: names to the left, numbers to the right."""
    cut = [[_short(line[0]), *line[1:]] for line in cells]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    for line in cut:
        numbers = (f"{text:>{width}}" for text, width in zip(line[1:], widths[1:], strict=True))
        yield "  ".join([f"{line[0]:<{widths[0]}}", *numbers])


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else f"{text[: LONGEST_LABEL - 1]}…"


def _notes(found: Overview, measures: Iterable[Measure]) -> Iterable[str]:
    """Yield what each number means, and why the rows may add up to more than the total."""
    for measure in measures:
        yield f"{_(MEASURE_WORDS[measure])}: {_(MEANINGS[measure])}"
    if sum(row.tally.made for row in found.rows) > found.total.tally.made:
        yield _(SEVERAL)
