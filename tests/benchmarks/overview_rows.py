"""The overviews: counts and medians of every dimension, with the years, as the window asks for them.

The floor is one pass over the same lines that counts two things by the same column and the year.
"""

import datetime as dt
import shutil
import sqlite3
from dataclasses import replace

from griffie.domain.listing import Wanted
from griffie.domain.overview import Dimension
from griffie.services.overview import overview
from tests.benchmarks.big_register import cached
from tests.benchmarks.budgets import BUDGETS, Budget
from tests.benchmarks.measuring import Measured, Rows, side_by_side
from tests.benchmarks.register_rows import sizes
from tests.helpers.registers import new_desk

ROWS = Rows()
NUMBER = "21"
BUDGETS[NUMBER] = Budget(
    "an overview of 50,000 items, years and medians included", "two counts, bare GROUP BY", 8.0, 5.0
)
DAY = dt.date(2026, 6, 1)
YEAR = "substr(made_on, 1, 4)"
FLOOR = f"SELECT {{column}}, {YEAR}, count(*), sum(closed) FROM line NOT INDEXED GROUP BY 1, 2"
SETTLED = "UPDATE line SET settled_on = date(made_on, '+' || (10 + seq % 500) || ' days') WHERE status = 'settled'"
"""Registers made for measuring have no decisions; medians are to be found among as many days as clerks would have."""


@ROWS.row(NUMBER)
def overviews(setting):
    path = setting.folder / "overviews.sqlite"
    shutil.copyfile(cached(*sizes(setting)), path)
    with sqlite3.connect(path) as conn:
        conn.execute(SETTLED)
    conn.close()
    yield from measured(path, setting.rounds)


def measured(path, rounds):
    """Measure every dimension on a register; also by hand on one of a million items."""
    desk, bare = new_desk(path), sqlite3.connect(path)
    lines = []
    for dimension in Dimension:
        bare_sql = FLOOR.format(column=YEAR if dimension is Dimension.YEAR else dimension.value)
        for name, wanted in (("all", Wanted(once=True)), ("motions", Wanted().choose("kind", "motion"))):
            ours_ms, floor_ms = side_by_side(
                lambda d=dimension, w=wanted: overview(desk, w, d, DAY, by_year=True),
                lambda sql=bare_sql: bare.execute(sql).fetchall(),
                rounds,
            )
            lines.append(Measured(NUMBER, f"overview per {dimension.value}, {name}", ours_ms, floor_ms))
    desk.register.close()
    bare.close()
    lines.sort(key=lambda one: one.ratio)
    yield replace(lines[len(lines) // 2], part=f"overview: median of {len(lines)} dimensions and limits")
    for worst in lines[:-4:-1]:
        yield replace(worst, note="among the worst")
