"""The rows that need no window: adding, tagging, lists, search, opening, CSV, backup."""

import csv
import hashlib
import shutil
import sqlite3
import time
import uuid
from dataclasses import replace

import pymupdf

from griffie.domain.finding import query_of
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import Wanted
from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from griffie.services import finding, history, keeping, looking, tagging
from griffie.services.adding import AddStatus, add_file
from griffie.services.exporting import export_csv
from griffie.store.database import open_register
from griffie.store.expressions import expression
from griffie.store.letters import SORTS
from tests.benchmarks.big_register import LINES_OF_PAGE, SYLLABLES, Sentences, cached
from tests.benchmarks.measuring import Measured, Rows, repeated, side_by_side
from tests.helpers.registers import document_of, new_desk, put_letter, select

ROWS = Rows()
FRAME_MS = 16.0
PAGE = 100  # rows that the window's list fetches at a time
SCREEN = 50  # rows that the largest screen shows at once


def sizes(setting):
    return (2_000, 5_000) if setting.quick else (20_000, 50_000)


def big_copy(setting, name):
    """A copy that may be changed."""
    path = setting.folder / name
    shutil.copyfile(cached(*sizes(setting)), path)
    return path


@ROWS.row("7", " service")
def tagging_in_a_full_letter(setting):
    desk = new_desk(big_copy(setting, "tagging.sqlite"))
    sentences = Sentences(__import__("random").Random(2)).pool[:LINES_OF_PAGE]
    letter_id = put_letter(desk, *sentences)
    document_id = document_of(desk, letter_id)
    selections = [select(desk, letter_id, sentence) for sentence in sentences]
    for n in range(200):
        tagging.tag(desk, letter_id, document_id, list(ItemKind)[n % 4], selections[n % len(selections)])
    turn = iter(range(10**6))
    outside = sqlite3.connect(setting.folder / "bare.sqlite", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        outside.execute(f"PRAGMA {pragma}")
    outside.execute("CREATE TABLE t (id TEXT, body TEXT)")

    def ours():
        n = next(turn)
        kind = list(ItemKind)[n % 4]
        tagging.tag(desk, letter_id, document_id, kind, selections[n % len(selections)])

    def commit():
        outside.execute("INSERT INTO t VALUES (?, ?)", (str(uuid.uuid4()), "x" * 500))

    ours_ms, commit_ms = side_by_side(ours, commit, setting.rounds * 4)
    list_ms, _commit = side_by_side(lambda: looking.items_in(desk, letter_id), commit, setting.rounds)
    desk.register.close()
    outside.close()
    yield Measured("7", "tag: transaction", ours_ms, FRAME_MS, f"{ours_ms / commit_ms:.1f} bare FULL commits")
    yield Measured("7", "items of the letter read anew", list_ms, FRAME_MS)


@ROWS.row("8")
def adding_a_letter(setting):
    desk = new_desk(big_copy(setting, "adding.sqlite"))
    launcher = start_launcher()
    desk.pdf = PdfService(launcher)
    paths = iter([five_pages(setting.folder / f"letter{n}.pdf", n) for n in range(setting.rounds + 1)])
    known = sorted(setting.folder.glob("letter*.pdf"))
    again = iter(known)
    outside = sqlite3.connect(setting.folder / "bare8.sqlite", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        outside.execute(f"PRAGMA {pragma}")
    outside.execute("CREATE TABLE t (body BLOB)")

    def ours():
        assert add_file(desk, next(paths), read=True).status is AddStatus.ADDED

    def floor():
        data = next(again).read_bytes()
        with pymupdf.open("pdf", data) as document:
            for page in document:
                page.get_text("rawdict")
        outside.execute("INSERT INTO t VALUES (?)", (data,))

    ours_ms, floor_ms = side_by_side(ours, floor, setting.rounds)
    desk.register.close()
    desk.pdf.close()
    launcher.close()
    outside.close()
    yield Measured("8", "one letter", ours_ms, floor_ms)


def five_pages(path, seed):
    """A letter of five full pages in the manner of a ministry's, every one with words of its own."""
    sentences = Sentences(__import__("random").Random(seed)).pool
    document = pymupdf.open()
    for number in range(5):
        page = document.new_page(width=595, height=842)
        if number == 0:
            page.insert_text((90, 50), f"Datum {seed % 28 + 1} maart 2026", fontsize=10)
        body = " ".join(sentences[number * 35 : number * 35 + 35])
        assert page.insert_textbox((90, 70, 500, 800), body, fontsize=9) >= 0, "the page overflows and stays blank"
    document.save(path)
    return path


@ROWS.row("11")
def letters_list(setting):
    register = open_register(cached(*sizes(setting)))
    desk = new_desk(cached(*sizes(setting)))
    keyset = "SELECT * FROM letter WHERE seq < ? ORDER BY seq DESC LIMIT ?"
    middle = sizes(setting)[0] // 2

    def floor():
        register.read.execute(keyset, (middle, PAGE)).fetchall()

    lines = []
    for sort in SORTS:
        for descending in (True, False):
            for state in ("", "new"):
                order = {"sort": sort, "descending": descending, "state": state}
                deep = looking.list_letters(desk, **order, limit=middle // (5 if state else 1))[-1]
                for after, part in ((None, "first page"), (deep, "page deep down")):
                    wish = order | {"after": after, "limit": PAGE}
                    ours = repeated(lambda wish=wish: looking.list_letters(desk, **wish), 3)
                    ours_ms, floor_ms = side_by_side(ours, repeated(floor, 3), setting.rounds)
                    direction = "down" if descending else "up"
                    lines.append(Measured("11", f"letters by {sort} {direction} {state} {part}", ours_ms, floor_ms))
    desk.register.close()
    register.close()
    lines.sort(key=lambda one: one.ratio)
    yield replace(lines[len(lines) // 2], part=f"median of {len(lines)} orders, filters and pages")
    for worst in lines[:-4:-1]:
        yield replace(worst, note="among the worst")


@ROWS.row("12", " letters")
def letters_search(setting):
    desk = new_desk(cached(*sizes(setting)))
    bare = sqlite3.connect(cached(*sizes(setting)))
    match = " UNION ALL ".join(
        f"SELECT rowid FROM {index} WHERE {index} MATCH ?1" for index in ("fts_page", "fts_item", "fts_letter")
    )
    words = SYLLABLES.split()
    for query in (words[0] + words[1], f"{words[2]}{words[3]} {words[4]}", words[5], "anna", "bram 2026"):
        expression = " ".join(f'"{word}"*' for word in query.split())

        def floor(expression=expression):
            bare.execute(match, (expression,)).fetchall()

        def ours(query=query):
            looking.list_letters(desk, query=query, limit=50)

        hits = looking.count_letters(desk, query=query)
        ours_ms, floor_ms = side_by_side(ours, floor, setting.rounds)
        yield Measured("12", f"letters with “{query}” ({hits})", ours_ms, floor_ms)
    desk.register.close()
    bare.close()


@ROWS.row("12", " everywhere")
def search_everywhere(setting):
    """The box of Ctrl+K: newest 50 of items, headers and pages, with the words in context.

    The floor is the bare match of the three indexes, and of numbers the bare lookup of the ids that bear them. The note
    says how many times the newest 50 ids alone that is, without reading a word of them.
    """
    desk = new_desk(cached(*sizes(setting)))
    bare = sqlite3.connect(cached(*sizes(setting)))
    match = [f"SELECT rowid FROM {index} WHERE {index} MATCH ?1" for index in ("fts_item", "fts_letter", "fts_page")]
    newest = [f"{one} ORDER BY rowid DESC LIMIT 50" for one in match]
    for typed in queries_everywhere():
        query = query_of(typed)
        terms, bearing = expression(query.terms), bare_lookups(query)

        def floor(statements=match, terms=terms, bearing=bearing):
            for statement in statements:
                bare.execute(statement, (terms,)).fetchall()
            for statement, number in bearing:
                bare.execute(statement, (number,)).fetchall()

        def ours(typed=typed):
            finding.search(desk, typed)

        ours_ms, floor_ms = side_by_side(ours, floor, setting.rounds)
        ours_again, ids_ms = side_by_side(ours, lambda floor=floor: floor(newest), setting.rounds)
        hits = sum(len(group.hits) for group in finding.search(desk, typed).groups)
        note = f"{ours_again / ids_ms:.1f}x ids alone"
        yield Measured("12", f"everywhere “{typed}” ({hits})", ours_ms, floor_ms, note)
    desk.register.close()
    bare.close()


def bare_lookups(query):
    """Return the statements that find what bears the number of a query, with what they are asked."""
    if query.numbers.own:
        return [(f"SELECT id FROM {table} WHERE number = ?", query.numbers.own) for table in ("item", "letter")]
    if query.numbers.dossier:
        number = query.numbers.dossier.number
        return [
            ("SELECT i.seq FROM motion m JOIN item i ON i.id = m.id WHERE dossier = ?", number),
            ("SELECT l.seq FROM letter_dossier x JOIN letter l ON l.id = x.letter_id WHERE x.number = ?", number),
        ]
    return []


def queries_everywhere():
    """Return what somebody types: frequent and rare words, beginnings, phrases, numbers, what is not there."""
    words = SYLLABLES.split()
    frequent = Sentences(__import__("random").Random(1)).pool[0].split()[0].lower()
    return (
        frequent, frequent[:3], words[0] + words[1], f"{frequent} {words[0]}", f"{words[2]}{words[3]} {words[4]}",
        '"minister van jenv"', "voor het zomerreces", "29344", "29344-120", "C2026-0007", "overslaan",
    )  # fmt: skip


@ROWS.row("13")
def opening(setting):
    big, small = cached(*sizes(setting)), cached(100, 1_000)

    def opened(path):
        def first_view():
            start = time.perf_counter()
            desk = new_desk(path)
            looking.list_letters(desk, limit=SCREEN)
            history.status(desk)
            took = time.perf_counter() - start
            desk.register.close()
            return took

        return first_view

    ours_ms, floor_ms = side_by_side(opened(big), opened(small), setting.rounds * 4)
    yield Measured("13", "open, first screen of letters, undo menu", ours_ms, floor_ms)


@ROWS.row("14")
def csv_export(setting):
    desk = new_desk(cached(*((1_000, 10_000) if setting.quick else (10_000, 100_000))))
    target, bare = setting.folder / "ours.csv", setting.folder / "floor.csv"
    export_csv(desk, target, Wanted())
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))

    def floor():
        with bare.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)

    ours_ms, floor_ms = side_by_side(lambda: export_csv(desk, target, Wanted()), floor, 3)
    desk.register.close()
    yield Measured("14", f"{len(rows) - 1:,} rows of {len(rows[0])} columns", ours_ms, floor_ms)


@ROWS.row("16")
def backup(setting):
    desk = new_desk(cached(*sizes(setting)))
    source, ours, floor = desk.register.path, setting.folder / "backup.sqlite", setting.folder / "copy.sqlite"
    ours_ms, floor_ms = side_by_side(
        lambda: keeping.back_up(desk, ours, overwrite=True), lambda: copied(source, floor), 5
    )
    assert hashlib.sha256(floor.read_bytes()).digest() == hashlib.sha256(source.read_bytes()).digest()
    desk.register.close()
    yield Measured("16", f"{source.stat().st_size / 1e6:,.0f} MB", ours_ms, floor_ms)


def copied(source, target):
    """Copy the bytes through memory: a file system that shares blocks would copy nothing at all."""
    with source.open("rb") as reading, target.open("wb") as writing:
        shutil.copyfileobj(reading, writing, 1024 * 1024)
