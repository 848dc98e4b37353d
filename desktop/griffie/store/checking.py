"""Checks a register from the file up: pages of the database, schema, references, PDFs, page texts, passages, log."""

import contextlib
import hashlib
import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from griffie.base.errors import UserError
from griffie.base.i18n import N_, _
from griffie.domain.page import strip_text
from griffie.store.database import Register
from griffie.store.lines import stale_lines
from griffie.store.rows import page_from_row
from griffie.store.schema import SCHEMA_DIGEST, schema_digest
from griffie.store.search import item_body, letter_body


@dataclass
class Report:
    """What a check found: how many letters and items it went through, and a line for each fault."""

    letters: int = 0
    items: int = 0
    documents: int = 0
    steps: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """True where nothing is wrong."""
        return not self.faults


def check(register: Register, *, progress: Callable[[str], None] | None = None) -> Report:
    """Run every check on one consistent view of the register; damage ends in the report, not in an error."""
    report, conn = Report(), register.read
    conn.execute("BEGIN")
    try:
        for name, look in _CHECKS:
            if progress is not None:
                progress(_(name))
            with _damage_into(report):
                report.faults += look(conn)
        for name, table in (("letters", "letter"), ("items", "item"), ("documents", "document"), ("steps", "step")):
            with _damage_into(report):
                setattr(report, name, conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        conn.execute("ROLLBACK")
    return report


@contextlib.contextmanager
def _damage_into(report: Report) -> Iterator[None]:
    """Put what cannot be read into the report: rows of a damaged file may hold anything."""
    try:
        yield
    except UserError as error:
        report.faults.append(error.text)
    except (sqlite3.DatabaseError, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        report.faults.append(_("The file is damaged: {detail}.").format(detail=error))


def _file(conn: sqlite3.Connection) -> Iterator[str]:
    for (line,) in conn.execute("PRAGMA integrity_check(100)").fetchall():
        if line != "ok":
            yield _("The file is damaged: {detail}.").format(detail=line)


def _schema(conn: sqlite3.Connection) -> Iterator[str]:
    if schema_digest(conn) != SCHEMA_DIGEST:
        yield _("The tables are not those that Griffie makes.")


def _references(conn: sqlite3.Connection) -> Iterator[str]:
    for table, rowid, parent, _number in conn.execute("PRAGMA foreign_key_check").fetchall():
        yield _("A row of {table} ({row}) points at something missing in {parent}.").format(
            table=table, row=rowid, parent=parent
        )


def _pdfs(conn: sqlite3.Connection) -> Iterator[str]:
    for (sha256,) in conn.execute("SELECT sha256 FROM pdf").fetchall():
        data = conn.execute("SELECT bytes FROM pdf WHERE sha256 = ?", (sha256,)).fetchone()[0]
        if hashlib.sha256(data).hexdigest() != sha256:
            yield _("The PDF {name} is not what was stored.").format(name=sha256[:12])


def _pages(conn: sqlite3.Connection) -> Iterator[str]:
    for (seq,) in conn.execute("SELECT seq FROM page").fetchall():
        row = conn.execute("SELECT * FROM page WHERE seq = ?", (seq,)).fetchone()
        try:
            page = page_from_row(row)
            sound = page.digest == row["digest"] and page.text == row["text"]
        except (ValueError, TypeError, KeyError, IndexError, AttributeError):
            sound = False
        if not sound:
            yield _("The text of page {page} of {name} is not what was stored.").format(
                page=row["page_index"] + 1, name=row["sha256"][:12]
            )


def _documents(conn: sqlite3.Connection) -> Iterator[str]:
    counted = "SELECT count(*) FROM page WHERE sha256 = d.sha256"
    rows = conn.execute(f"SELECT file_name FROM document d WHERE page_count <> ({counted})").fetchall()
    for (name,) in rows:
        yield _("Pages of {name} are missing.").format(name=name)


def _passages(conn: sqlite3.Connection) -> Iterator[str]:
    sql = "SELECT p.id, p.spans, d.sha256 FROM passage p JOIN document d ON d.id = p.document_id"
    for name, readable in _astray(conn, sql):
        text = _("The passage {name} is not on its page.") if readable else _("The passage {name} cannot be read.")
        yield text.format(name=name)


def _readings(conn: sqlite3.Connection) -> Iterator[str]:
    """What was read in letters can be made anew, but must not point beside its words."""
    for table in ("suggestion", "citation"):
        sql = f"SELECT r.id, r.spans, d.sha256 FROM {table} r JOIN document d ON d.id = r.document_id"
        for name, _readable in _astray(conn, sql):
            yield _("What was read in a letter ({name}) is not on its page.").format(name=name)


def _astray(conn: sqlite3.Connection, sql: str) -> Iterator[tuple[str, bool]]:
    """Yield the beginning of the id of each row whose words are not on their page, and whether they can be read."""
    texts: dict[tuple[str, int], str] = {}
    for row in conn.execute(sql).fetchall():
        try:
            spans = [(span[0], span[1], span[2], span[3]) for span in json.loads(row["spans"])]
            if not all(isinstance(n, int) for span in spans for n in span[:3]):
                raise TypeError
        except (ValueError, TypeError, KeyError, IndexError):
            yield row["id"][:8], False
            continue
        for page_index, start, end, raw in spans:
            key = (row["sha256"], page_index)
            if key not in texts:
                found = conn.execute("SELECT text FROM page WHERE sha256 = ? AND page_index = ?", key).fetchone()
                texts[key] = strip_text(found[0]) if found else ""
            if texts[key][start:end] != strip_text(raw):
                yield row["id"][:8], True


def _ties(conn: sqlite3.Connection) -> Iterator[str]:
    alone = """SELECT id FROM passage WHERE id NOT IN (SELECT passage_id FROM tie)
        AND id NOT IN (SELECT passage_id FROM settlement WHERE passage_id IS NOT NULL)"""
    for (name,) in conn.execute(alone).fetchall():
        yield _("The passage {name} belongs to nothing.").format(name=name[:8])


def _subtypes(conn: sqlite3.Connection) -> Iterator[str]:
    for kind in ("commitment", "motion", "deadline"):
        missing = f"SELECT number FROM item WHERE kind = ? AND id NOT IN (SELECT id FROM {kind})"
        stray = f"SELECT number FROM item WHERE kind <> ? AND id IN (SELECT id FROM {kind})"
        for (number,) in conn.execute(f"{missing} UNION ALL {stray}", (kind, kind)).fetchall():
            yield _("{number} has lost its fields.").format(number=number)


def _numbers(conn: sqlite3.Connection) -> Iterator[str]:
    """The counter must be past every number in use, or one would be given twice."""
    used = "SELECT number FROM item UNION ALL SELECT number FROM letter"
    last = {(row[0], row[1]): row[2] for row in conn.execute("SELECT prefix, year, last FROM counter").fetchall()}
    for (number,) in conn.execute(used).fetchall():
        found = _OWN_NUMBER.fullmatch(number)
        if found is None or int(found[3]) > last.get((found[1], int(found[2])), 0):
            yield _("The number {number} would be given again.").format(number=number)


_OWN_NUMBER = re.compile(r"([A-Z])(\d{4})-(\d+)")


def _log(conn: sqlite3.Connection) -> Iterator[str]:
    position, waiting = conn.execute("SELECT position, redo FROM cursor").fetchone()
    for step_id in [position, *json.loads(waiting)]:
        if step_id is not None and not conn.execute("SELECT 1 FROM step WHERE id = ?", (step_id,)).fetchone():
            yield _("The undo history has lost step {step}.").format(step=step_id)


def _search(conn: sqlite3.Connection) -> Iterator[str]:
    for index, table in (("fts_letter", "letter"), ("fts_item", "item"), ("fts_page", "page")):
        indexed, there = f"SELECT id FROM {index}_docsize", f"SELECT seq FROM {table}"
        if conn.execute(f"SELECT * FROM ({indexed} EXCEPT {there})").fetchone() or (
            conn.execute(f"SELECT * FROM ({there} EXCEPT {indexed})").fetchone()
        ):
            yield _("The search index of {table} is out of step.").format(table=table)
    for index, table, body in (("fts_letter", "letter", letter_body), ("fts_item", "item", item_body)):
        texts = dict(conn.execute(f"SELECT rowid, body FROM {index}").fetchall())
        if any(texts.get(row["seq"]) != body(conn, row) for row in conn.execute(f"SELECT * FROM {table}").fetchall()):
            yield _("The search index of {table} is out of step.").format(table=table)


def _lines(conn: sqlite3.Connection) -> Iterator[str]:
    stale = stale_lines(conn)
    if stale:
        yield _("The register view is out of step at {numbers}.").format(numbers=", ".join(stale[:10]))


_CHECKS: tuple[tuple[str, Callable[[sqlite3.Connection], Iterator[str]]], ...] = (
    (N_("The file"), _file),
    (N_("The tables"), _schema),
    (N_("References"), _references),
    (N_("PDF files"), _pdfs),
    (N_("Page texts"), _pages),
    (N_("Documents"), _documents),
    (N_("Passages"), _passages),
    (N_("Passages"), _ties),
    (N_("Readings"), _readings),
    (N_("Fields"), _subtypes),
    (N_("Own numbers"), _numbers),
    (N_("History"), _log),
    (N_("Search"), _search),
    (N_("Register view"), _lines),
)
