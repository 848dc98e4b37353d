"""The register view: first rows of every order and limit, a block deep down, the numbers of all rows, the facets."""

import datetime as dt
from dataclasses import replace

from griffie.domain.listing import Wanted
from griffie.services import register
from griffie.store.register_rows import SORTS
from griffie.ui.register.model import BLOCK
from tests.benchmarks.big_register import cached
from tests.benchmarks.measuring import Measured, Rows, repeated, side_by_side
from tests.benchmarks.register_rows import sizes
from tests.helpers.registers import new_desk

ROWS = Rows()
SCREEN = 50
DAY = dt.date(2026, 6, 1)
LIMITS = {
    "all": Wanted(),
    "open": Wanted(open_only=True),
    "overdue": Wanted(overdue_on=DAY),
    "a ministry": Wanted().choose("ministry", "VWS"),
    "a ministry, open": Wanted(open_only=True).choose("ministry", "VWS"),
    "a kind and a status": Wanted().choose("kind", "commitment").choose("status", "open"),
    "due in two months": Wanted(due_after=DAY, due_before=DAY + dt.timedelta(days=60)),
    "words": Wanted(query="kamer"),
}
FLOOR = "SELECT * FROM item WHERE seq < ? ORDER BY seq DESC LIMIT ?"


@ROWS.row("11", " register")
def register_view(setting):
    """The floor is a page of bare item rows by key; ours brings everything that a row of the view shows."""
    desk = new_desk(cached(*sizes(setting)))
    middle = sizes(setting)[1] // 2

    def floor():
        desk.register.read.execute(FLOOR, (middle, SCREEN)).fetchall()

    lines = []
    for name, wanted in LIMITS.items():
        for sort in SORTS if name in ("all", "a ministry") else ("due", "title"):
            for down in (False, True):
                order = ((sort, down),)
                ours = repeated(lambda w=wanted, o=order: register.first_rows(desk, w, o, SCREEN), 3)
                ours_ms, floor_ms = side_by_side(ours, repeated(floor, 3), setting.rounds)
                part = f"register, {name}, by {sort} {'down' if down else 'up'}"
                lines.append(Measured("11", part, ours_ms, floor_ms))
    seqs = register.all_seqs(desk, Wanted(), (("due", False),))
    deep = seqs[middle : middle + BLOCK]
    ours_ms, floor_ms = side_by_side(repeated(lambda: register.rows(desk, deep), 3), repeated(floor, 3), setting.rounds)
    lines.append(Measured("11", "register, a block in the middle", ours_ms, floor_ms))
    desk.register.close()
    lines.sort(key=lambda one: one.ratio)
    yield replace(lines[len(lines) // 2], part=f"register: median of {len(lines)} orders and limits")
    for worst in lines[:-4:-1]:
        yield replace(worst, note="among the worst")
