"""The schema of a register, one migration per step; never edited once released, and free of domain types.

Rules: STRICT tables; every row that a clerk can change has a UUID `id`; list values are rows; text is never NULL, an
empty text or date is ''. The indexes of FTS5 are refreshed in the transaction of the change, by store/search.py: no
trigger does it, because a schema is not trusted when opened and SQLite then refuses virtual tables in triggers. No
function in a CHECK either. A migration that changes the text of what is searched must rebuild its index.
"""

from sqlite_utils import Migrations
from sqlite_utils.db import Database

from griffie.store.schema import schema_digest

REGISTER_MIGRATIONS = Migrations("griffie")

_LETTERS = """
CREATE TABLE pdf (sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE page (
    seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL REFERENCES pdf(sha256), page_index INTEGER NOT NULL,
    width REAL NOT NULL, height REAL NOT NULL, rotation INTEGER NOT NULL,
    text TEXT NOT NULL, lines TEXT NOT NULL,
    digest TEXT NOT NULL, extractor TEXT NOT NULL, UNIQUE (sha256, page_index)) STRICT;
CREATE TABLE letter (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL DEFAULT '', received_on TEXT NOT NULL DEFAULT '', chamber TEXT NOT NULL DEFAULT '',
    paper_number TEXT NOT NULL DEFAULT '', subject TEXT NOT NULL DEFAULT '', reference TEXT NOT NULL DEFAULT '',
    document_number TEXT NOT NULL DEFAULT '', case_number TEXT NOT NULL DEFAULT '', meeting TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '', letter_kind TEXT NOT NULL DEFAULT '', handler TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'new', remarks TEXT NOT NULL DEFAULT '', added_at TEXT NOT NULL,
    sender_line TEXT NOT NULL DEFAULT '', dossier_line TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE letter_sender (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, function TEXT NOT NULL, ministry TEXT NOT NULL, person TEXT NOT NULL) STRICT;
CREATE TABLE letter_dossier (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, number TEXT NOT NULL, suffix TEXT NOT NULL) STRICT;
CREATE TABLE letter_committee (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, name TEXT NOT NULL) STRICT;
CREATE TABLE document (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, role TEXT NOT NULL, file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES pdf(sha256), page_count INTEGER NOT NULL, has_text INTEGER NOT NULL) STRICT;
CREATE TABLE view_state (letter_id TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT;
CREATE INDEX letter_by_date ON letter(date, seq);
CREATE INDEX letter_by_received_on ON letter(received_on, seq);
CREATE INDEX letter_by_subject ON letter(subject COLLATE NOCASE, seq);
CREATE INDEX letter_by_sender ON letter(sender_line COLLATE NOCASE, seq);
CREATE INDEX letter_by_dossier ON letter(dossier_line, seq);
CREATE INDEX letter_by_state ON letter(state, seq);
CREATE INDEX letter_by_handler ON letter(handler COLLATE NOCASE, seq);
CREATE INDEX letter_of_state_by_date ON letter(state, date, seq);
CREATE INDEX letter_of_state_by_received_on ON letter(state, received_on, seq);
CREATE INDEX letter_of_state_by_subject ON letter(state, subject COLLATE NOCASE, seq);
CREATE INDEX letter_of_state_by_sender ON letter(state, sender_line COLLATE NOCASE, seq);
CREATE INDEX letter_of_state_by_dossier ON letter(state, dossier_line, seq);
CREATE INDEX letter_of_state_by_handler ON letter(state, handler COLLATE NOCASE, seq);
CREATE INDEX letter_by_reference ON letter(reference) WHERE reference <> '';
CREATE INDEX letter_by_document_number ON letter(document_number) WHERE document_number <> '';
CREATE INDEX sender_of_letter ON letter_sender(letter_id, position);
CREATE INDEX dossier_of_letter ON letter_dossier(letter_id, position);
CREATE INDEX dossier_by_number ON letter_dossier(number, suffix);
CREATE INDEX committee_of_letter ON letter_committee(letter_id, position);
CREATE INDEX document_of_letter ON document(letter_id, position);
CREATE INDEX document_by_pdf ON document(sha256);
"""

_ITEMS = """
CREATE TABLE passage (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    document_id TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
    quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    spans TEXT NOT NULL, state TEXT NOT NULL, sort_key TEXT NOT NULL) STRICT;
CREATE TABLE item (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('commitment', 'motion', 'deadline', 'request')), number TEXT NOT NULL UNIQUE,
    letter_id TEXT REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED, origin TEXT NOT NULL,
    official_number TEXT NOT NULL DEFAULT '', summary TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open', status_word TEXT NOT NULL DEFAULT '',
    meeting TEXT NOT NULL DEFAULT '', meeting_date TEXT NOT NULL DEFAULT '', committee TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '', remarks TEXT NOT NULL DEFAULT '', unreviewed INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE commitment (
    id TEXT PRIMARY KEY REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    action TEXT NOT NULL DEFAULT '', ministry TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE motion (
    id TEXT PRIMARY KEY REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    dossier TEXT NOT NULL DEFAULT '', suffix TEXT NOT NULL DEFAULT '', paper_number TEXT NOT NULL DEFAULT '',
    cs INTEGER NOT NULL DEFAULT 0, vote TEXT NOT NULL DEFAULT '', judgement TEXT NOT NULL DEFAULT '',
    execution TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE deadline (
    id TEXT PRIMARY KEY REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    owner_id TEXT REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED, phrase TEXT NOT NULL DEFAULT '',
    date_from TEXT NOT NULL DEFAULT '', date_to TEXT NOT NULL DEFAULT '', precision TEXT NOT NULL DEFAULT 'none',
    rule TEXT NOT NULL DEFAULT '', recurring INTEGER NOT NULL DEFAULT 0, no_date INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE deadline_change (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL, who TEXT NOT NULL, reason TEXT NOT NULL, phrase TEXT NOT NULL, date_from TEXT NOT NULL,
    date_to TEXT NOT NULL, no_date INTEGER NOT NULL) STRICT;
CREATE TABLE item_person (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, party TEXT NOT NULL) STRICT;
CREATE TABLE mention (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL,
    UNIQUE (letter_id, item_id)) STRICT;
CREATE TABLE tie (
    id TEXT PRIMARY KEY, passage_id TEXT NOT NULL REFERENCES passage(id) DEFERRABLE INITIALLY DEFERRED,
    item_id TEXT REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    mention_id TEXT REFERENCES mention(id) DEFERRABLE INITIALLY DEFERRED, position INTEGER NOT NULL,
    CHECK ((item_id IS NULL) <> (mention_id IS NULL))) STRICT;
CREATE INDEX passage_of_letter ON passage(letter_id, sort_key);
CREATE INDEX passage_of_document ON passage(document_id);
CREATE INDEX item_of_letter ON item(letter_id, kind);
CREATE INDEX item_by_kind ON item(kind, status, seq);
CREATE INDEX item_by_official_number ON item(official_number) WHERE official_number <> '';
CREATE INDEX motion_by_paper ON motion(dossier, suffix, paper_number);
CREATE INDEX commitment_by_ministry ON commitment(ministry);
CREATE INDEX deadline_of_owner ON deadline(owner_id);
CREATE INDEX deadline_by_date ON deadline(date_to, id);
CREATE INDEX change_of_deadline ON deadline_change(item_id, at);
CREATE INDEX person_of_item ON item_person(item_id, role, position);
CREATE INDEX person_by_name ON item_person(name);
CREATE INDEX mention_of_item ON mention(item_id);
CREATE INDEX tie_of_passage ON tie(passage_id);
CREATE INDEX tie_of_item ON tie(item_id, position) WHERE item_id IS NOT NULL;
CREATE INDEX tie_of_mention ON tie(mention_id, position) WHERE mention_id IS NOT NULL;
"""

_HISTORY = """
CREATE TABLE step (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), label TEXT NOT NULL,
    args TEXT NOT NULL, target INTEGER REFERENCES step(id),
    previous INTEGER REFERENCES step(id)) STRICT;
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT, step_id INTEGER NOT NULL REFERENCES step(id), tbl TEXT NOT NULL,
    row_id TEXT NOT NULL, letter_id TEXT NOT NULL, item_id TEXT NOT NULL, before TEXT, after TEXT,
    erased INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE cursor (id INTEGER PRIMARY KEY CHECK (id = 1), position INTEGER REFERENCES step(id),
    redo TEXT NOT NULL) STRICT;
CREATE TABLE counter (prefix TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (prefix, year)) STRICT;
CREATE TABLE tombstone (letter_id TEXT PRIMARY KEY, number TEXT NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL) STRICT;
CREATE TABLE register (id TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT;
CREATE INDEX change_of_step ON change(step_id);
CREATE INDEX change_of_letter ON change(letter_id);
CREATE INDEX change_of_item ON change(item_id);
INSERT INTO cursor VALUES (1, NULL, '[]');
"""

_SEARCH = """
CREATE VIRTUAL TABLE fts_page USING fts5(text, content='page', content_rowid='seq',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE fts_letter USING fts5(body, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
CREATE VIRTUAL TABLE fts_item USING fts5(body, tokenize='unicode61 remove_diacritics 2', prefix='2 3');
"""

_READING = """
CREATE TABLE reading (
    letter_id TEXT PRIMARY KEY, document_id TEXT NOT NULL, reader TEXT NOT NULL, read_at TEXT NOT NULL,
    date TEXT NOT NULL, chamber TEXT NOT NULL, dossiers TEXT NOT NULL, senders TEXT NOT NULL,
    calendar TEXT NOT NULL) STRICT;
CREATE TABLE suggestion (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL, document_id TEXT NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, key TEXT NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    spans TEXT NOT NULL, sort_key TEXT NOT NULL, fields TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL,
    reasons TEXT NOT NULL, deadline TEXT NOT NULL, places TEXT NOT NULL, targets TEXT NOT NULL) STRICT;
CREATE TABLE citation (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL, document_id TEXT NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, ref TEXT NOT NULL, quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
    spans TEXT NOT NULL, sort_key TEXT NOT NULL, place TEXT NOT NULL, address TEXT NOT NULL) STRICT;
CREATE TABLE decision (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    document_id TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, quote TEXT NOT NULL, places TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'dismissed')), item_id TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL) STRICT;
CREATE TABLE citation_fix (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    document_id TEXT NOT NULL, place TEXT NOT NULL, was TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL,
    address TEXT NOT NULL, removed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE settlement (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    item_id TEXT REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED, what TEXT NOT NULL, target TEXT NOT NULL,
    stage TEXT NOT NULL DEFAULT 'claimed' CHECK (stage IN ('claimed', 'proposed', 'decided')),
    degree TEXT NOT NULL DEFAULT 'whole' CHECK (degree IN ('whole', 'partly')),
    passage_id TEXT REFERENCES passage(id) DEFERRABLE INITIALLY DEFERRED, body TEXT NOT NULL DEFAULT '',
    decided_on TEXT NOT NULL DEFAULT '', remarks TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX suggestion_of_letter ON suggestion(letter_id, kind, key);
CREATE INDEX citation_of_letter ON citation(letter_id, sort_key);
CREATE INDEX citation_by_ref ON citation(ref);
CREATE INDEX decision_of_letter ON decision(letter_id, kind, key);
CREATE INDEX fix_of_letter ON citation_fix(letter_id, place);
CREATE INDEX settlement_of_letter ON settlement(letter_id);
CREATE INDEX settlement_of_item ON settlement(item_id) WHERE item_id IS NOT NULL;
CREATE INDEX settlement_of_passage ON settlement(passage_id) WHERE passage_id IS NOT NULL;
CREATE INDEX sender_by_ministry ON letter_sender(ministry);
CREATE INDEX committee_by_name ON letter_committee(name);
CREATE INDEX item_by_committee ON item(committee);
ALTER TABLE deadline ADD COLUMN reason TEXT NOT NULL DEFAULT '';
"""


_FOLLOWING = """
CREATE TABLE settlement_now (
    id TEXT PRIMARY KEY, letter_id TEXT REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    item_id TEXT REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED, what TEXT NOT NULL, target TEXT NOT NULL,
    stage TEXT NOT NULL DEFAULT 'claimed' CHECK (stage IN ('claimed', 'proposed', 'decided')),
    degree TEXT NOT NULL DEFAULT 'whole' CHECK (degree IN ('whole', 'partly')),
    passage_id TEXT REFERENCES passage(id) DEFERRABLE INITIALLY DEFERRED, body TEXT NOT NULL DEFAULT '',
    decided_on TEXT NOT NULL DEFAULT '', remarks TEXT NOT NULL DEFAULT '',
    CHECK (letter_id IS NOT NULL OR item_id IS NOT NULL)) STRICT;
INSERT INTO settlement_now SELECT * FROM settlement;
DROP TABLE settlement;
ALTER TABLE settlement_now RENAME TO settlement;
CREATE INDEX settlement_of_letter ON settlement(letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX settlement_of_item ON settlement(item_id) WHERE item_id IS NOT NULL;
CREATE INDEX settlement_of_passage ON settlement(passage_id) WHERE passage_id IS NOT NULL;
ALTER TABLE mention ADD COLUMN stage TEXT NOT NULL DEFAULT '' CHECK (stage IN ('', 'claimed', 'proposed', 'decided'));
ALTER TABLE mention ADD COLUMN degree TEXT NOT NULL DEFAULT 'whole' CHECK (degree IN ('whole', 'partly'));
ALTER TABLE mention ADD COLUMN body TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN decided_on TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN remarks TEXT NOT NULL DEFAULT '';
UPDATE mention SET stage = 'claimed' WHERE role IN ('carries_out', 'settles');
ALTER TABLE item ADD COLUMN handler TEXT NOT NULL DEFAULT '';
CREATE TABLE progress (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    on_date TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('note', 'interim', 'ruling')), text TEXT NOT NULL,
    body TEXT NOT NULL DEFAULT '', letter_id TEXT REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL, who TEXT NOT NULL) STRICT;
CREATE TABLE relation (
    id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    other_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('repeats', 'changes', 'adds_to', 'replaces', 'carries_out')),
    UNIQUE (item_id, other_id, kind)) STRICT;
CREATE TABLE proposal_decision (
    id TEXT PRIMARY KEY, letter_id TEXT NOT NULL REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    item_id TEXT NOT NULL REFERENCES item(id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL CHECK (state IN ('accepted', 'dismissed')), at TEXT NOT NULL,
    UNIQUE (letter_id, item_id)) STRICT;
CREATE TABLE saved_view (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, position INTEGER NOT NULL, wanted TEXT NOT NULL,
    columns TEXT NOT NULL, sort TEXT NOT NULL) STRICT;
CREATE TABLE line (
    seq INTEGER PRIMARY KEY, item_id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, title TEXT NOT NULL,
    status TEXT NOT NULL, closed INTEGER NOT NULL, due TEXT NOT NULL, made_on TEXT NOT NULL, ministry TEXT NOT NULL,
    person TEXT NOT NULL, committee TEXT NOT NULL, dossier TEXT NOT NULL, chamber TEXT NOT NULL, handler TEXT NOT NULL,
    letter TEXT NOT NULL, letter_state TEXT NOT NULL, claimed INTEGER NOT NULL, settled_on TEXT NOT NULL,
    alone INTEGER NOT NULL) STRICT;
CREATE TABLE line_also (
    facet TEXT NOT NULL, value TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (facet, value, seq)) STRICT, WITHOUT ROWID;
CREATE INDEX also_of_line ON line_also(seq);
CREATE INDEX line_by_due ON line(due, kind, seq);
CREATE INDEX line_by_title ON line(title COLLATE NOCASE, seq);
CREATE INDEX line_by_number ON line(number, seq);
CREATE INDEX line_by_letter ON line(letter, seq);
CREATE INDEX line_open ON line(closed, due, kind, seq);
CREATE INDEX line_by_kind ON line(kind, closed, due, seq);
CREATE INDEX line_by_status ON line(status, closed, due, kind, seq);
CREATE INDEX line_by_made_on ON line(made_on, closed, due, kind, seq);
CREATE INDEX line_by_ministry ON line(ministry, closed, due, kind, seq);
CREATE INDEX line_by_person ON line(person, closed, due, kind, seq);
CREATE INDEX line_by_committee ON line(committee, closed, due, kind, seq);
CREATE INDEX line_by_dossier ON line(dossier, closed, due, kind, seq);
CREATE INDEX line_by_handler ON line(handler, closed, due, kind, seq);
CREATE INDEX line_by_chamber ON line(chamber, closed, due, kind, seq);
CREATE INDEX line_by_letter_state ON line(letter_state, closed, due, kind, seq);
CREATE INDEX line_claimed ON line(claimed, due, seq);
CREATE INDEX progress_of_item ON progress(item_id, on_date);
CREATE INDEX progress_of_letter ON progress(letter_id) WHERE letter_id IS NOT NULL;
CREATE INDEX relation_of_item ON relation(item_id);
CREATE INDEX relation_to_item ON relation(other_id);
CREATE INDEX proposal_of_item ON proposal_decision(item_id);
"""


def _run(db: Database, script: str) -> None:
    """Run statements one by one: `executescript` would commit the transaction that the migration lives in."""
    for statement in script.split(";\n"):
        db.conn.execute(statement)


@REGISTER_MIGRATIONS()
def m0001_letters(db: Database) -> None:
    """Letters, their documents and the frozen text of the pages."""
    _run(db, _LETTERS)


@REGISTER_MIGRATIONS()
def m0002_items(db: Database) -> None:
    """Passages and what is tied to them: commitments, motions with their mentions, requests, deadlines."""
    _run(db, _ITEMS)


@REGISTER_MIGRATIONS()
def m0003_history(db: Database) -> None:
    """The append-only log, the undo cursor, own numbers and tombstones."""
    _run(db, _HISTORY)


@REGISTER_MIGRATIONS()
def m0004_search(db: Database) -> None:
    """Full-text search over pages, headers and items, Dutch diacritics folded."""
    _run(db, _SEARCH)


@REGISTER_MIGRATIONS()
def m0005_reading(db: Database) -> None:
    """What reading a letter gave, what a clerk decided on it, settlements, and why a deadline has its dates.

    The results of a reading belong to nothing in the sense of SQLite: they outlive an undone letter, whose redo finds
    them again.
    """
    _run(db, _READING)


@REGISTER_MIGRATIONS()
def m0006_following(db: Database) -> None:
    """Following items to their end: settlements by a decision alone, progress, relations, saved views, register lines.

    A motion's settlement by a letter lies in its mention, whose role already says what the letter does with it. `line`
    is what the register view sorts and filters by; like the full-text index it is made of other tables and refreshed
    in the transaction of each change; store/database.py fills it after migrating.
    """
    _run(db, _FOLLOWING)


def digest_of_version(version: int) -> str:
    """Return the digest of the schema that the first `version` migrations make."""
    db = Database(memory=True, execute_plugins=False)
    try:
        names = [migration.name for migration in REGISTER_MIGRATIONS.pending(db)]
        REGISTER_MIGRATIONS.apply(db, stop_before=names[version] if version < len(names) else None)
        return schema_digest(db.conn)
    finally:
        db.close()
