"""One change to very many items: one step, and the way back and forth is exact to the last row."""

import datetime as dt
import hashlib
import json

import pytest

from griffie.base.errors import Cancelled
from griffie.domain.following import BulkChange
from griffie.domain.kinds import Precision, Status
from griffie.domain.listing import Wanted
from griffie.domain.periods import DateRange
from griffie.services import following, history, register
from griffie.store.lines import rebuild
from griffie.store.search import refresh_items
from tests.helpers.registers import dump

MANY = 1_000
CHANGE = BulkChange(
    status=Status.PARTLY_SETTLED,
    handler="Bakker",
    due=DateRange(None, dt.date(2027, 10, 1), Precision.DAY),
    reason="in afwachting van de monitor",
    body="commissie voor Financiën",
    on_date=dt.date(2026, 5, 12),
)


@pytest.fixture
def many(desk):
    """Ids of many commitments, every second one with a deadline, put straight into the tables."""
    with desk.register.write(durable=False) as conn:
        for n in range(MANY):
            conn.execute(
                "INSERT INTO item (id, kind, number, origin, summary, created_at) VALUES (?, 'commitment', ?, 'typed', "
                "?, '2026-01-01T00:00:00+00:00')",
                (f"c{n:06d}", f"C2020-{n:05d}", f"Toezegging {n}"),
            )
            conn.execute("INSERT INTO commitment (id) VALUES (?)", (f"c{n:06d}",))
            if n % 2:
                conn.execute(
                    "INSERT INTO item (id, kind, number, origin, created_at) VALUES (?, 'deadline', ?, 'typed', "
                    "'2026-01-01T00:00:00+00:00')",
                    (f"t{n:06d}", f"T2020-{n:05d}"),
                )
                conn.execute(
                    "INSERT INTO deadline (id, owner_id, date_to, precision) VALUES (?, ?, '2026-07-01', 'day')",
                    (f"t{n:06d}", f"c{n:06d}"),
                )
        refresh_items(conn, [row[0] for row in conn.execute("SELECT id FROM item").fetchall()])
        rebuild(conn)
    return [f"c{n:06d}" for n in range(MANY)]


def fingerprint(desk):
    """The hash of every row that a clerk can change, and of the lines made of them."""
    lines = [tuple(row) for row in desk.register.read.execute("SELECT * FROM line ORDER BY seq").fetchall()]
    return hashlib.sha256(json.dumps([dump(desk.register), lines], sort_keys=True).encode()).hexdigest()


def test_a_change_of_many_rows_goes_back_and_forth_to_the_last_row(desk, many):
    before = fingerprint(desk)
    following.change_many(desk, many, CHANGE)
    after = fingerprint(desk)
    assert after != before
    assert register.count(desk, Wanted(once=True).choose("handler", "Bakker")) == MANY
    for way, expected in ((history.undo, before), (history.redo, after), (history.undo, before)):
        way(desk)
        assert fingerprint(desk) == expected
    kinds = [line.kind for line in history.history(desk)]
    assert kinds[:4] == ["undo", "redo", "undo", "do"]


def test_each_row_of_the_change_is_in_the_log(desk, many):
    following.change_many(desk, many, CHANGE)
    conn = desk.register.read
    logged = conn.execute(
        "SELECT tbl, count(DISTINCT row_id) FROM change WHERE step_id = (SELECT max(id) FROM step) GROUP BY tbl"
    ).fetchall()
    counts = dict(map(tuple, logged))
    assert counts["progress"] == MANY
    assert counts["deadline"] == MANY, "half of them moved, half of them made"
    assert counts["deadline_change"] == MANY // 2


def test_a_change_that_is_stopped_leaves_everything_as_it_was(desk, many):
    before, told = fingerprint(desk), []
    with pytest.raises(Cancelled):
        following.change_many(
            desk, many, CHANGE, progress=lambda done, total: told.append((done, total)), cancelled=lambda: len(told) > 3
        )
    assert told[-1][1] == MANY
    assert fingerprint(desk) == before
    assert history.status(desk).undo is None or "Change" not in history.status(desk).undo.label
