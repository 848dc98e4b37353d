"""Search everywhere in the register: items, headers and page texts with the words in context, newest first.

Newest first is the order of rowids backwards, in which the index itself streams: a word that stands on half a million
pages is answered after the first fifty, and nothing is ranked or counted. A number goes straight to what bears it.
"""

import json
import re
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from typing import Any

from griffie.base.errors import Cancelled
from griffie.domain.excerpts import OFF, ON, context, one_line
from griffie.domain.finding import (
    Found,
    Group,
    GroupName,
    Hit,
    HitKind,
    Numbers,
    Query,
    Term,
    broken,
)
from griffie.domain.kinds import ItemKind
from griffie.store.beginnings import is_open, whole_words, words_for
from griffie.store.database import Register, translated
from griffie.store.expressions import expression
from griffie.store.lines import NO_DATE

TOKENS = 24
"""Words of a page that are shown around what was found."""

Row = tuple[Any, ...]


class Asking:
    """One question to the register. `cut_short` may be called from another thread at any moment.

    `limit` is how many hits a group may have. A question without words is answered with letters: those that were
    `opened` last, by id, then the newest.
    """

    def __init__(self, register: Register, query: Query, limit: int, opened: Sequence[str] = ()) -> None:
        self._register, self._query, self._limit, self._opened = register, query, limit, opened
        self._guard = threading.Lock()
        self._conn: sqlite3.Connection | None = None
        self._stopped = False

    def cut_short(self) -> None:
        """End the search: it raises Cancelled, at once if it is running, else when it begins."""
        with self._guard:
            self._stopped = True
            if self._conn is not None:
                self._conn.interrupt()

    def found(self) -> Found:
        """Return what is found, group by group.

        Raises:
            Cancelled: it was cut short.
            UserError: the register is damaged or locked.
        """
        conn = self._register.read
        with self._guard:
            self._conn = conn
        try:
            with translated(self._register.path):
                groups = tuple(group for group in self._groups(conn) if group.hits)
            return Found(self._query.typed if self._query.terms else "", groups)
        except sqlite3.OperationalError as error:
            if self._stopped:
                raise Cancelled from error
            raise
        finally:
            with self._guard:
                self._conn = None

    def _groups(self, conn: sqlite3.Connection) -> Iterator[Group]:
        query, most = self._query, self._limit
        if not query.terms:
            yield Group(GroupName.LETTERS, tuple(self._recent(conn)))
            return
        self._go_on()
        direct = by_number(conn, query.numbers, most)
        yield _group(GroupName.NUMBER, direct, most)
        known = json.dumps([hit.item_id or hit.letter_id for hit in direct])
        args = {"limit": most + 1, "known": known}
        yield _group(GroupName.ITEMS, [_item(row) for row in self._newest(conn, GroupName.ITEMS, args)], most)
        yield _group(GroupName.LETTERS, [_letter(row) for row in self._newest(conn, GroupName.LETTERS, args)], most)
        yield _group(GroupName.PAGES, self._pages(conn, args), most)

    def _newest(self, conn: sqlite3.Connection, name: GroupName, args: dict[str, Any]) -> list[Row]:
        """Return the newest rows of a group: with the words as they are where those fill it, else with longer ones too.

        The index streams the pages of a word; of all words that begin alike it must first gather every page.
        """
        terms = self._query.terms
        if is_open(terms):
            rows = self._found_by(conn, name, whole_words(terms), args)
            if len(rows) > self._limit:
                return rows
            instead = words_for(conn, _INDEX[name], terms, self._limit + 1)
            if instead is not None:
                rows = self._found_by(conn, name, instead.terms, args) if instead.terms else []
                if instead.complete or len(rows) > self._limit:
                    return rows
        return self._found_by(conn, name, terms, args)

    def _found_by(
        self, conn: sqlite3.Connection, name: GroupName, terms: tuple[Term, ...], args: dict[str, Any]
    ) -> list[Row]:
        self._go_on()
        return _rows(conn, _FOUND[name], args | {"match": expression(terms)})

    def _recent(self, conn: sqlite3.Connection) -> list[Hit]:
        """Return the letters that were opened last, then the newest of the register."""
        opened = _letters(conn, _THESE_LETTERS, {"ids": json.dumps(list(self._opened))})
        known = {hit.letter_id for hit in opened}
        newest = _letters(conn, _NEWEST_LETTERS, {"limit": self._limit + len(known)})
        return (opened + [hit for hit in newest if hit.letter_id not in known])[: self._limit]

    def _pages(self, conn: sqlite3.Connection, args: dict[str, Any]) -> list[Hit]:
        """Return pages with the words; where they are few, those too where a line end breaks one of them."""
        pages = [_Page(row) for row in self._newest(conn, GroupName.PAGES, args)]
        halves = broken(self._query.terms) if len(pages) <= self._limit else None
        if halves is not None:
            known = {page.seq for page in pages}
            also = [_Page(row) for row in self._found_by(conn, GroupName.PAGES, halves, args)]
            pages += [page for page in also if page.seq not in known and page.at_line_end]
            pages.sort(key=lambda page: -page.seq)
        return _in_reading_order(pages)

    def _go_on(self) -> None:
        if self._stopped:
            raise Cancelled


def _group(name: GroupName, hits: list[Hit], most: int) -> Group:
    return Group(name, tuple(hits[:most]), len(hits) > most)


# what bears a number


def by_number(conn: sqlite3.Connection, numbers: Numbers, limit: int) -> list[Hit]:
    """Return the items and letters that bear a number, what bears exactly that one first."""
    if numbers == Numbers():
        return []
    args: dict[str, Any] = {"limit": limit + 1}
    args |= {"own": numbers.own, "official": numbers.official, "exact": numbers.exact}
    args["papers"] = json.dumps([(p.dossiers[0].number, p.dossiers[0].suffix, p.number) for p in numbers.papers])
    args["dossier"] = numbers.dossier.number if numbers.dossier else ""
    args["suffix"] = numbers.dossier.suffix if numbers.dossier else ""
    hits = [*_items(conn, _ITEMS_BY_NUMBER, args), *_letters(conn, _LETTERS_BY_NUMBER, args)]
    if numbers.dossier is not None:
        hits += [*_items(conn, _ITEMS_BY_DOSSIER, args), *_letters(conn, _LETTERS_BY_DOSSIER, args)]
    return list({hit.item_id or hit.letter_id: hit for hit in reversed(hits)}.values())[::-1]


# rows to hits


def _rows(conn: sqlite3.Connection, sql: str, args: dict[str, Any]) -> list[Row]:
    cursor = conn.execute(sql, args)
    cursor.row_factory = None
    return cursor.fetchall()


def _items(conn: sqlite3.Connection, sql: str, args: dict[str, Any]) -> list[Hit]:
    return [_item(row) for row in _rows(conn, sql, args)]


def _item(row: Row) -> Hit:
    (_seq, item_id, kind, number, official, status, title, due, made_on, letter_number, letter_id, subject, senders,
     sort_key, body) = row  # fmt: skip
    head, excerpt = context(body, title or "", number)
    return Hit(
        HitKind.ITEM, number, head, excerpt, item_id, ItemKind(kind), official, status,
        "" if due == NO_DATE else due or "", made_on or "", letter_id or "", letter_number or "", subject or "",
        senders or "", page_number=_page_of(sort_key or ""),
    )  # fmt: skip


def _page_of(sort_key: str) -> int:
    return 0 if not sort_key or sort_key.startswith("99999") else int(sort_key[:5]) + 1


def _letters(conn: sqlite3.Connection, sql: str, args: dict[str, Any]) -> list[Hit]:
    return [_letter(row) for row in _rows(conn, sql, args)]


def _letter(row: Row) -> Hit:
    _seq, letter_id, number, day, subject, file_name, senders, body = row
    head, excerpt = context(body, subject or file_name or "", number)
    return Hit(
        HitKind.LETTER, number, head, excerpt, made_on=day, letter_id=letter_id, letter_number=number,
        letter_subject=subject, senders=senders,
    )  # fmt: skip


class _Page:
    """A page that was found, before it is put in order."""

    def __init__(self, row: Row) -> None:
        (self.seq, self.page_index, self._document_id, self._letter_id, self._number, self._day, self._subject,
         self._file_name, self._senders, self._text) = row  # fmt: skip

    @property
    def document_id(self) -> str:
        """The document it is a page of."""
        return str(self._document_id)

    @property
    def at_line_end(self) -> bool:
        """Whether a line end breaks any of the words that were found."""
        return _AT_LINE_END.search(self._text) is not None

    def hit(self) -> Hit:
        """Return it as it is shown."""
        title = self._subject or self._file_name or ""
        return Hit(
            HitKind.PAGE, self._number, ((title, False),) if title else (), one_line(self._text), made_on=self._day,
            letter_id=self._letter_id, letter_number=self._number, letter_subject=self._subject, senders=self._senders,
            document_id=self.document_id, page_number=self.page_index + 1,
        )  # fmt: skip


_AT_LINE_END = re.compile(f"{ON}[^{OFF}]*[^\\W\\d_][-\u2010\u00ad]\\s*[^\\W\\d_][^{OFF}]*{OFF}")


def _in_reading_order(pages: list[_Page]) -> list[Hit]:
    """Return the newest document first, and its pages as they are read."""
    place: dict[str, int] = {}
    for page in pages:
        place.setdefault(page.document_id, len(place))
    return [page.hit() for page in sorted(pages, key=lambda page: (place[page.document_id], page.page_index))]


# what is asked

_FIRST_PASSAGE = """coalesce((SELECT p.sort_key FROM tie t JOIN passage p ON p.id = t.passage_id
        WHERE t.item_id = i.id ORDER BY t.position LIMIT 1),
    (SELECT p.sort_key FROM mention m JOIN tie t ON t.mention_id = m.id JOIN passage p ON p.id = t.passage_id
        WHERE m.item_id = i.id ORDER BY m.rowid, t.position LIMIT 1))"""
_ITEM = f"""i.seq, i.id, i.kind, i.number, i.official_number, n.status, n.title, n.due, n.made_on, n.letter, l.id,
    l.subject, l.sender_line, {_FIRST_PASSAGE}"""
_LETTER = """l.seq, l.id, l.number, l.date, l.subject,
    (SELECT file_name FROM document d WHERE d.letter_id = l.id ORDER BY d.position LIMIT 1), l.sender_line"""
_OF_ITEM = "LEFT JOIN line n ON n.seq = i.seq LEFT JOIN letter l ON l.number = n.letter"
_MARKS = f"'{ON}', '{OFF}'"

_INDEX = {GroupName.ITEMS: "fts_item", GroupName.LETTERS: "fts_letter", GroupName.PAGES: "fts_page"}
_FOUND = {
    GroupName.ITEMS: f"""SELECT {_ITEM}, highlight(fts_item, 0, {_MARKS})
        FROM fts_item f CROSS JOIN item i ON i.seq = f.rowid {_OF_ITEM}
        WHERE f.fts_item MATCH :match AND i.id NOT IN (SELECT value FROM json_each(:known))
        ORDER BY f.rowid DESC LIMIT :limit""",
    GroupName.LETTERS: f"""SELECT {_LETTER}, highlight(fts_letter, 0, {_MARKS})
        FROM fts_letter f CROSS JOIN letter l ON l.seq = f.rowid
        WHERE f.fts_letter MATCH :match AND l.id NOT IN (SELECT value FROM json_each(:known))
        ORDER BY f.rowid DESC LIMIT :limit""",
    GroupName.PAGES: f"""SELECT f.rowid, p.page_index, d.id, l.id, l.number, l.date, l.subject, d.file_name,
            l.sender_line, snippet(fts_page, 0, {_MARKS}, '…', {TOKENS})
        FROM fts_page f CROSS JOIN page p ON p.seq = f.rowid CROSS JOIN document d ON d.sha256 = p.sha256
        CROSS JOIN letter l ON l.id = d.letter_id
        WHERE f.fts_page MATCH :match ORDER BY f.rowid DESC LIMIT :limit""",
}
"""CROSS JOIN keeps the index outermost: its rows come newest first, and LIMIT ends the search. The text of a letter
that was taken back stays in the index until it is forgotten; the joins leave it out."""

_NEWEST_LETTERS = f"SELECT {_LETTER}, '' FROM letter l ORDER BY l.seq DESC LIMIT :limit"
_THESE_LETTERS = f"SELECT {_LETTER}, '' FROM json_each(:ids) asked CROSS JOIN letter l ON l.id = asked.value"
_ITEMS_BY_NUMBER = f"""SELECT {_ITEM}, '' FROM (
        SELECT seq, id, 0 AS rank FROM item WHERE number = :own
        UNION ALL SELECT seq, id, 1 FROM item WHERE official_number <> '' AND official_number = :official
        UNION ALL SELECT o.seq, o.id, 2 FROM json_each(:papers) asked CROSS JOIN motion m
            ON m.dossier = json_extract(asked.value, '$[0]') AND m.suffix = json_extract(asked.value, '$[1]')
            AND m.paper_number = json_extract(asked.value, '$[2]') CROSS JOIN item o ON o.id = m.id
    ) asked CROSS JOIN item i ON i.seq = asked.seq {_OF_ITEM} ORDER BY asked.rank, i.seq DESC LIMIT :limit"""
_LETTERS_BY_NUMBER = f"""SELECT {_LETTER}, '' FROM (
        SELECT id FROM letter WHERE number = :own
        UNION SELECT id FROM letter WHERE document_number <> '' AND document_number = upper(:exact)
        UNION SELECT id FROM letter WHERE reference <> '' AND reference = :exact
        UNION SELECT x.letter_id FROM json_each(:papers) asked CROSS JOIN letter_dossier x
            ON x.number = json_extract(asked.value, '$[0]') AND x.suffix = json_extract(asked.value, '$[1]')
            CROSS JOIN letter o ON o.id = x.letter_id AND o.paper_number = json_extract(asked.value, '$[2]')
    ) asked CROSS JOIN letter l ON l.id = asked.id ORDER BY l.seq DESC LIMIT :limit"""
_ITEMS_BY_DOSSIER = f"""SELECT {_ITEM}, '' FROM (
        SELECT o.seq FROM motion m CROSS JOIN item o ON o.id = m.id
        WHERE m.dossier = :dossier AND (:suffix = '' OR m.suffix = :suffix) ORDER BY o.seq DESC LIMIT :limit
    ) asked CROSS JOIN item i ON i.seq = asked.seq {_OF_ITEM} ORDER BY i.seq DESC"""
_LETTERS_BY_DOSSIER = f"""SELECT {_LETTER}, '' FROM (
        SELECT DISTINCT o.seq FROM letter_dossier x CROSS JOIN letter o ON o.id = x.letter_id
        WHERE x.number = :dossier AND (:suffix = '' OR x.suffix = :suffix) ORDER BY o.seq DESC LIMIT :limit
    ) asked CROSS JOIN letter l ON l.seq = asked.seq ORDER BY l.seq DESC"""
"""The newest are chosen before anything else is read of them."""
