"""The agenda: first lines, lines anywhere, counts by group and by day, a month, a timeline, the words of a start."""

import datetime as dt

from griffie.domain.agenda import AgendaFilter, Leads
from griffie.domain.kinds import ItemKind
from griffie.services import agenda
from tests.benchmarks.big_register import cached
from tests.benchmarks.measuring import Measured, Rows, repeated, side_by_side
from tests.benchmarks.register_rows import sizes
from tests.helpers.registers import new_desk

ROWS = Rows()
PAGE = 100
DAY = dt.date(2026, 6, 10)
FILTERS = {
    "all": AgendaFilter(),
    "settled ones too": AgendaFilter(also_closed=True),
    "a ministry": AgendaFilter(ministry="VWS"),
    "a handler": AgendaFilter(handler="Anna"),
    "a kind": AgendaFilter(kinds=(ItemKind.DEADLINE,)),
}
FLOOR = "SELECT * FROM item WHERE seq < ? ORDER BY seq DESC LIMIT ?"
MONTH = [(DAY.replace(day=1) + dt.timedelta(days=n)).isoformat() for n in range(35)]


@ROWS.row("11", " agenda")
def agenda_view(setting):
    """The floor is a page of bare item rows by key; ours brings all that a line shows, or counts the whole agenda."""
    desk = new_desk(cached(*sizes(setting)))
    middle = sizes(setting)[1] // 2

    def floor():
        desk.register.read.execute(FLOOR, (middle, PAGE)).fetchall()

    for part, ours in questions(desk):
        ours_ms, floor_ms = side_by_side(repeated(ours, 3), repeated(floor, 3), setting.rounds)
        yield Measured("11", f"agenda, {part}", ours_ms, floor_ms)
    desk.register.close()


def questions(desk):
    """Yield what the agenda asks of the register, each with its name."""
    for name, shown in FILTERS.items():
        counted = agenda.tally(desk, shown)
        half = counted.total // 2
        yield f"{name}: first lines", lambda s=shown: agenda.page(desk, s, limit=PAGE)
        yield f"{name}: lines in the middle", lambda s=shown, c=counted, h=half: agenda.Track(desk, s, c).page(h, PAGE)
        yield f"{name}: counts by group and day", lambda s=shown: agenda.tally(desk, s)
        yield f"{name}: items without a deadline", lambda s=shown: agenda.without_deadline(desk, s)
    shown = AgendaFilter()
    yield "a month of days", lambda: agenda.of_days(desk, shown, MONTH, 5)
    last = DAY + dt.timedelta(days=90)
    yield "a timeline of three months", lambda: agenda.lanes(desk, shown, "ministry", DAY, last)
    yield "the words of a start", lambda: agenda.summary(desk, DAY, Leads())
