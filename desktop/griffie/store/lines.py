"""The lines that the register view sorts, filters and counts by: one flat row per item, made of all other tables.

A line is a cache like the full-text index: it is refreshed in the transaction of each change and can be made anew at
any time. `line_also` holds what does not fit in one column: further senders, dossiers, committees and deadlines.
"""

import json
import sqlite3
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from griffie.domain.ministries import Ministries

NO_DATE = "~"
"""`due` of an item without a date: it sorts behind every date and lies in no range of dates."""
CLOSED = ("settled", "lapsed")
TITLE_LENGTH = 160

_SOURCE = """
    WITH chosen AS MATERIALIZED (
        SELECT i.seq, i.id, i.kind, i.number, coalesce(o.id, i.id) AS subject, d.date_to, d.phrase,
            coalesce(nullif(i.letter_id, ''), o.letter_id,
                (SELECT letter_id FROM mention m WHERE m.item_id = coalesce(o.id, i.id) ORDER BY m.rowid LIMIT 1))
                AS letter_id
        FROM {asked} LEFT JOIN deadline d ON d.id = i.id LEFT JOIN item o ON o.id = d.owner_id)
"""
_ALL = "item i"
_ASKED = "json_each(:seqs) asked CROSS JOIN item i ON i.seq = asked.value"

_LINE = f"""{_SOURCE}
    SELECT c.seq, c.id, c.kind, c.number,
        substr(coalesce(
            CASE c.kind WHEN 'deadline' THEN nullif(c.phrase, '')
                || CASE WHEN c.subject <> c.id AND i.summary <> '' THEN ' · ' || i.summary ELSE '' END
                ELSE nullif(i.summary, '') END,
            (SELECT p.quote FROM tie t
            JOIN passage p ON p.id = t.passage_id WHERE t.item_id = c.id ORDER BY t.position LIMIT 1),
            (SELECT p.quote FROM mention m JOIN tie t ON t.mention_id = m.id JOIN passage p ON p.id = t.passage_id
            WHERE m.item_id = c.id ORDER BY m.rowid, t.position LIMIT 1), ''), 1, {TITLE_LENGTH}),
        i.status, i.status IN {CLOSED},
        coalesce(nullif(CASE c.kind WHEN 'deadline' THEN c.date_to ELSE
            (SELECT min(date_to) FROM deadline x WHERE x.owner_id = c.id AND x.date_to <> '') END, ''), '{NO_DATE}'),
        coalesce(nullif(i.meeting_date, ''), nullif(l.date, ''), substr(i.created_at, 1, 10)),
        ministry_code(coalesce(nullif(k.ministry, ''), s.ministry, '')),
        coalesce((SELECT name FROM item_person x WHERE x.item_id = i.id AND role IN ('promised_by', 'asked_of')
            ORDER BY role, position LIMIT 1), s.function, ''),
        coalesce(nullif(i.committee, ''),
            (SELECT name FROM letter_committee x WHERE x.letter_id = c.letter_id ORDER BY position LIMIT 1), ''),
        coalesce(CASE m.suffix WHEN '' THEN nullif(m.dossier, '') ELSE m.dossier || '-' || m.suffix END,
            (SELECT CASE suffix WHEN '' THEN number ELSE number || '-' || suffix END FROM letter_dossier x
            WHERE x.letter_id = c.letter_id ORDER BY position LIMIT 1), ''),
        coalesce(nullif(l.chamber, ''),
            CASE WHEN i.official_number LIKE 'TZ%' THEN 'TK' WHEN i.official_number <> '' THEN 'EK' END, ''),
        coalesce(nullif(i.handler, ''), l.handler, ''), coalesce(l.number, ''), coalesce(l.state, ''),
        i.status NOT IN {CLOSED} AND (
            EXISTS (SELECT 1 FROM settlement x WHERE x.item_id = i.id AND x.stage <> 'decided')
            OR EXISTS (SELECT 1 FROM mention x WHERE x.item_id = i.id AND x.stage IN ('claimed', 'proposed'))),
        max(coalesce((SELECT max(decided_on) FROM settlement x WHERE x.item_id = i.id AND x.stage = 'decided'), ''),
            coalesce((SELECT max(decided_on) FROM mention x WHERE x.item_id = i.id AND x.stage = 'decided'), '')),
        c.subject = c.id
    FROM chosen c JOIN item i ON i.id = c.subject LEFT JOIN letter l ON l.id = c.letter_id
    LEFT JOIN commitment k ON k.id = c.subject LEFT JOIN motion m ON m.id = c.subject
    LEFT JOIN letter_sender s ON s.letter_id = c.letter_id AND s.position = 0
"""

_LETTERS_OF = """SELECT c.seq, c.letter_id FROM chosen c
    UNION SELECT c.seq, m.letter_id FROM chosen c JOIN mention m ON m.item_id = c.subject"""
_ALSO = (
    f"""SELECT 'ministry', ministry_code(s.ministry), f.seq FROM ({_LETTERS_OF}) f
        JOIN letter_sender s ON s.letter_id = f.letter_id JOIN chosen c ON c.seq = f.seq
        WHERE NOT EXISTS (SELECT 1 FROM commitment k WHERE k.id = c.subject AND k.ministry <> '')""",
    """SELECT 'person', p.name, c.seq FROM chosen c JOIN item_person p ON p.item_id = c.subject""",
    f"""SELECT 'person', s.function, f.seq FROM ({_LETTERS_OF}) f
        JOIN letter_sender s ON s.letter_id = f.letter_id""",
    f"""SELECT 'person', s.person, f.seq FROM ({_LETTERS_OF}) f
        JOIN letter_sender s ON s.letter_id = f.letter_id""",
    f"""SELECT 'committee', x.name, f.seq FROM ({_LETTERS_OF}) f
        JOIN letter_committee x ON x.letter_id = f.letter_id""",
    f"""SELECT 'dossier', CASE x.suffix WHEN '' THEN x.number ELSE x.number || '-' || x.suffix END, f.seq
        FROM ({_LETTERS_OF}) f JOIN letter_dossier x ON x.letter_id = f.letter_id""",
    """SELECT 'due', x.date_to, c.seq FROM chosen c JOIN deadline x ON x.owner_id = c.id""",
)
"""Everything a line is found by; what stands in its own column is taken out again. Column of a facet: its name."""
FACETS_ALSO = ("ministry", "person", "committee", "dossier", "due")


def prepare(conn: sqlite3.Connection) -> None:
    """Teach a new connection the function that lines are made with; it cannot learn while a statement is open."""
    conn.create_function("ministry_code", 1, ministry_code, deterministic=True)


def rebuild(conn: sqlite3.Connection) -> None:
    """Make every line anew; the caller has opened a transaction."""
    conn.execute("DELETE FROM line")
    conn.execute("DELETE FROM line_also")
    _fill(conn, _ALL, {})


def refresh_lines(conn: sqlite3.Connection, item_ids: Iterable[str], letter_ids: Iterable[str]) -> None:
    """Bring lines up to date inside the transaction of the change.

    Args:
        conn: the writing connection.
        item_ids: items that changed themselves, with what belongs to them; their deadlines follow.
        letter_ids: letters whose header changed: all their items follow.
    """
    ids = {"items": json.dumps(sorted(item_ids)), "letters": json.dumps(sorted(letter_ids))}
    seqs = [row[0] for row in conn.execute(_TOUCHED, ids).fetchall()]
    for start in range(0, len(seqs), 5000):
        some = json.dumps(seqs[start : start + 5000])
        drop_lines_json(conn, some)
        _fill(conn, _ASKED, {"seqs": some})


def drop_lines(conn: sqlite3.Connection, seqs: Iterable[int]) -> None:
    """Take the lines of deleted items, known by `seq`, away."""
    drop_lines_json(conn, json.dumps(sorted(seqs)))


def drop_lines_json(conn: sqlite3.Connection, seqs: str) -> None:
    """The same for a JSON list of `seq`."""
    for table in ("line", "line_also"):
        conn.execute(f"DELETE FROM {table} WHERE seq IN (SELECT value FROM json_each(?))", (seqs,))


def stale_lines(conn: sqlite3.Connection) -> list[str]:
    """Return the own numbers of items whose line is not what the other tables say, for a check of the register."""
    made = _LINE.format(asked=_ALL)
    rows = conn.execute(
        f"SELECT number FROM (SELECT * FROM line EXCEPT SELECT * FROM ({made})) "
        f"UNION SELECT number FROM (SELECT * FROM ({made}) EXCEPT SELECT * FROM line) LIMIT 100"
    )
    return [row[0] for row in rows.fetchall()]


_TOUCHED = """
    WITH own(id) AS (
        SELECT value FROM json_each(:items)
        UNION SELECT i.id FROM json_each(:letters) l CROSS JOIN item i ON i.letter_id = l.value
        UNION SELECT m.item_id FROM json_each(:letters) l CROSS JOIN mention m ON m.letter_id = l.value)
    SELECT i.seq FROM own CROSS JOIN item i ON i.id = own.id
    UNION SELECT i.seq FROM own CROSS JOIN deadline d ON d.owner_id = own.id CROSS JOIN item i ON i.id = d.id
"""


def _fill(conn: sqlite3.Connection, asked: str, args: dict[str, str]) -> None:
    conn.execute(f"INSERT INTO line {_LINE.format(asked=asked)}", args)
    source = _SOURCE.format(asked=asked).rstrip()
    for also in _ALSO:
        conn.execute(
            f"{source}, found(facet, value, seq) AS ({also}) "
            "INSERT OR IGNORE INTO line_also SELECT facet, value, seq FROM found WHERE value <> ''",
            args,
        )
    where = "seq IN (SELECT value FROM json_each(:seqs))" if args else "1"
    for facet in FACETS_ALSO:
        conn.execute(
            f"DELETE FROM line_also WHERE {where} AND facet = '{facet}' AND value = "
            f"(SELECT {facet} FROM line n WHERE n.seq = line_also.seq)",
            args,
        )


@lru_cache(maxsize=4096)
def ministry_code(text: str) -> str:
    """Return the abbreviation of the ministry that a text names as a whole; any other text comes back as it is."""
    if not text:
        return ""
    found = _ministries().find_all(text)
    whole = len(found) == 1 and found[0].end - found[0].start >= len(text.strip()) - len("ministerie van ")
    return found[0].code if whole else text


@lru_cache(maxsize=1)
def _ministries() -> "Ministries":
    from griffie.base.resources import resource  # a table that the first change of a register may wait for, not a start
    from griffie.domain.ministries import read_ministries

    return read_ministries(resource("ministries.toml").read_text(encoding="utf-8"))
