"""Makes big registers fast, straight into the tables, as sound as one that clerks filled: texts, passages, log, search.

`cached(letters, items)` keeps them below build/bench, so that a second run of the measurements starts at once.
"""

import hashlib
import json
import random
import uuid
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from griffie.domain.page import strip_text
from griffie.store.database import open_register
from griffie.store.lines import rebuild
from griffie.store.schema import SCHEMA_DIGEST
from griffie.store.search import refresh_items, refresh_letters

ROOT = Path(__file__).resolve().parents[2]
MOMENT = "2026-01-01T00:00:00+00:00"
KINDS = ("commitment",) * 9 + ("deadline",) * 5 + ("motion",) * 4 + ("request",) * 2
PREFIX = {"commitment": "C", "motion": "M", "deadline": "T", "request": "V"}
MINISTRIES = ("JenV", "BZK", "VWS", "IenW", "Fin", "OCW", "Def", "BZ", "SZW", "LVVN", "KGG", "EZ")
STATES = ("new", "in_progress", "done", "done", "done")
LINES_OF_PAGE = 16
SYLLABLES = "ka mer brief mo tie toe zeg ging ter mijn on der zoek uit voe ring wet jaar ver slag be leid"
COLUMNS = {
    "item": "seq id kind number letter_id origin official_number summary status status_word meeting meeting_date "
    "committee place remarks unreviewed created_at created_by handler",
    "commitment": "id action ministry",
    "motion": "id dossier suffix paper_number cs vote judgement execution",
    "deadline": "id owner_id phrase date_from date_to precision rule recurring no_date reason",
    "item_person": "id item_id role position name party",
    "mention": "id item_id letter_id role stage degree body decided_on remarks",
    "passage": "id letter_id document_id quote prefix suffix spans state sort_key",
    "tie": "id passage_id item_id mention_id position",
}


@dataclass
class Sentences:
    """A pool of sentences of words as frequent as in a language: some everywhere, most of them rare."""

    chance: random.Random
    pool: list[str] = field(default_factory=list)
    stripped: list[str] = field(default_factory=list)

    def __post_init__(self):
        syllables = SYLLABLES.split()
        words = [
            "".join(self.chance.choices(syllables, k=2 + n % 3)) + (str(n) if n % 7 == 0 else "") for n in range(4000)
        ]
        weights = [1 / (rank + 1) for rank in range(len(words))]
        for _n in range(6000):
            self.pool.append(" ".join(self.chance.choices(words, weights, k=12)).capitalize() + ".")
        self.stripped = [strip_text(sentence) for sentence in self.pool]


def cached(letters, items, pages=2):
    """Return the path of a register of this size; made when it is not there yet."""
    folder = ROOT / "build" / "bench"
    source = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    path = folder / f"register-{letters}-{items}-{pages}-{SCHEMA_DIGEST[:8]}-{source}.sqlite"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
        make(unfinished, letters, items, pages)
        unfinished.replace(path)
    return path


def make(path, letters, items, pages=2, seed=1):
    """Make a register of so many letters (each of `pages` pages) and items over them; returns the path."""
    register = open_register(path)
    maker = _Maker(random.Random(seed), pages)
    with register.write(durable=False) as conn:
        for table, rows in maker.rows(letters, items).items():
            if rows:
                marks = ", ".join("?" for _value in rows[0])
                conn.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        conn.execute("UPDATE cursor SET position = (SELECT max(id) FROM step)")
        conn.execute("INSERT INTO fts_page (rowid, text) SELECT seq, text FROM page")
        refresh_letters(conn, maker.letter_ids)
        refresh_items(conn, maker.item_ids)
        rebuild(conn)
        for index in ("fts_page", "fts_letter", "fts_item"):
            conn.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    register.close()
    return path


class _Maker:
    def __init__(self, chance, pages):
        self.chance, self.pages = chance, pages
        self.sentences = Sentences(chance)
        self.letter_ids, self.item_ids, self.document_ids = [], [], []
        self.lines_of = []  # of each letter the sentences on its first page
        self.table = {
            name: []
            for name in (
                "pdf", "page", "letter", "letter_sender", "letter_dossier", "document", "passage", "item", "commitment",
                "motion", "deadline", "item_person", "mention", "tie", "step", "change", "counter",
            )
        }  # fmt: skip

    def new_id(self):
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))

    def rows(self, letters, items):
        for n in range(letters):
            self.letter(n)
        used = dict.fromkeys(PREFIX.values(), 0)
        for n in range(items):
            letter = min(n * letters // items, letters - 1)
            kind = self.chance.choice(KINDS)
            used[PREFIX[kind]] += 1
            self.item(n, kind, letter, f"{PREFIX[kind]}2026-{used[PREFIX[kind]]:04d}")
        self.table["counter"] = [("B", 2026, letters), *((prefix, 2026, last) for prefix, last in used.items())]
        return self.table

    def letter(self, n):
        letter_id, document_id, data = self.new_id(), self.new_id(), b"%%PDF %d" % n
        sha256 = hashlib.sha256(data).hexdigest()
        self.table["pdf"].append((sha256, len(data), data))
        for page_index in range(self.pages):
            lines = self.chance.choices(range(len(self.sentences.pool)), k=LINES_OF_PAGE)
            self.page(len(self.table["page"]) + 1, sha256, page_index, lines)
            if page_index == 0:
                self.lines_of.append(lines)
        day = (date(2020, 1, 1) + timedelta(days=self.chance.randrange(2300))).isoformat()
        ministry = self.chance.choice(MINISTRIES)
        dossier = str(29000 + self.chance.randrange(900))
        sender = f"Minister van {ministry}"
        subject = self.sentences.pool[self.chance.randrange(6000)][:70]
        handler, state = self.chance.choice(("", "Anna", "Bram", "Chris")), self.chance.choice(STATES)
        number, kind = f"B2026-{n + 1:04d}", "Brief regering"
        numbers = (str(n % 300 + 1), subject, "", "", "", "", "", kind)
        self.table["letter"].append(
            (n + 1, letter_id, number, day, day, "TK", *numbers, handler, state, "", MOMENT, sender, dossier)
        )
        self.table["letter_sender"].append((self.new_id(), letter_id, 0, sender, ministry, ""))
        self.table["letter_dossier"].append((self.new_id(), letter_id, 0, dossier, ""))
        name = f"brief-{n + 1}.pdf"
        self.table["document"].append((document_id, letter_id, 0, "ministry", name, sha256, self.pages, 1))
        self.letter_ids.append(letter_id)
        self.document_ids.append(document_id)

    def page(self, seq, sha256, page_index, lines):
        texts, start, json_lines, stripped = [], 0, [], ""
        for number, line in enumerate(lines):
            text = self.sentences.pool[line]
            end = start + len(self.sentences.stripped[line])
            json_lines.append([start, end, [72, 80 + 20 * number, 520, 92 + 20 * number], 10, 0, [1, 0], text])
            texts.append(text)
            stripped += self.sentences.stripped[line]
            start = end
        digest = hashlib.sha256(stripped.encode()).hexdigest()
        self.table["page"].append(
            (seq, sha256, page_index, 595.0, 842.0, 0, "\n".join(texts), _json(json_lines), digest, "composed/1")
        )

    def item(self, n, kind, letter, number):
        item_id, letter_id = self.new_id(), self.letter_ids[letter]
        home = None if kind == "motion" else letter_id
        status = self.chance.choice(("open", "open", "settled", "partly_settled"))
        texts = ("", self.sentences.pool[n % 6000], status, "", "", "", "", "", "")
        row = (n + 1, item_id, kind, number, home, "passage", *texts, 0, MOMENT, "clerk", "")
        self.item_ids.append(item_id)
        step = n + 1
        self.table["step"].append(
            (step, MOMENT, "clerk", "do", f"Tag {kind} {{number}}", _json({"number": number}), None, n or None)
        )
        self.put(step, "item", row, letter_id, item_id)
        self.fields(step, kind, item_id, letter_id)
        mention = self.new_id() if kind == "motion" else None
        if mention:
            row = (mention, item_id, letter_id, "mentions", "", "whole", "", "", "")
            self.put(step, "mention", row, letter_id, item_id)
        self.passage(step, letter, letter_id, item_id, mention)

    def fields(self, step, kind, item_id, letter_id):
        day = date(2025, 1, 1) + timedelta(days=self.chance.randrange(900))
        if kind == "commitment":
            self.put(step, kind, (item_id, "inform", self.chance.choice(MINISTRIES)), letter_id, item_id)
            person = (self.new_id(), item_id, "promised_to", 0, f"Lid {self.chance.randrange(150)}", "VVD")
            self.put(step, "item_person", person, letter_id, item_id)
        elif kind == "motion":
            dossier = str(29000 + self.chance.randrange(900))
            self.put(step, kind, (item_id, dossier, "", str(step), 0, "adopted", "", ""), letter_id, item_id)
        elif kind == "deadline":
            row = (item_id, None, "voor het zomerreces", "", day.isoformat(), "recess", "typed", 0, 0, "")
            self.put(step, kind, row, letter_id, item_id)

    def passage(self, step, letter, letter_id, item_id, mention):
        lines = self.lines_of[letter]
        at = self.chance.randrange(LINES_OF_PAGE)
        start = sum(len(self.sentences.stripped[line]) for line in lines[:at])
        quote, end = self.sentences.pool[lines[at]], start + len(self.sentences.stripped[lines[at]])
        top = 80 + 20 * at
        spans = [[0, start, end, quote, [[72, top, 520, top, 72, top + 12, 520, top + 12]]]]
        passage_id = self.new_id()
        row = (
            passage_id,
            letter_id,
            self.document_ids[letter],
            quote,
            "",
            "",
            _json(spans),
            "exact",
            f"00000|{start:06d}",
        )
        self.put(step, "passage", row, letter_id, item_id)
        self.put(step, "tie", (self.new_id(), passage_id, None if mention else item_id, mention, 0), letter_id, item_id)

    def put(self, step, table, row, letter_id, item_id):
        """Add a row and the line in the log that says it was added."""
        self.table[table].append(row)
        after = _json(dict(zip(COLUMNS[table].split(), row, strict=True)))
        row_id = row[1] if table == "item" else row[0]
        changes = self.table["change"]
        changes.append((len(changes) + 1, step, table, row_id, letter_id, item_id, None, after, 0))


def _json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
