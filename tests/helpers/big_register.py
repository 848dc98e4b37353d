"""Fills a register with many letters and items, straight into its tables: for lists, exports and measurements."""

import datetime as dt
import uuid

from griffie.store.database import open_register

PHRASE = (
    "de Kamer voor het zomerreces informeren over de uitkomsten van het onderzoek naar de uitvoering van de regeling"
)
WORDS = PHRASE.split()
SHARES = ("commitment",) * 5 + ("deadline",) * 3 + ("motion", "request")


def make(path, items, letters=0):
    """Make a register with so many items, one letter to every ten of them, and return its path."""
    register = open_register(path)
    letters = letters or max(1, items // 10)
    with register.write(durable=False) as conn:
        ids = [str(uuid.UUID(int=n + 1)) for n in range(letters)]
        _letters(conn, ids)
        _items(conn, items, ids)
    register.close()
    return path


def _day(n):
    return (dt.date(2024, 1, 1) + dt.timedelta(days=n % 900)).isoformat()


def _sentence(n):
    turn = n % len(WORDS)
    return " ".join((*WORDS[turn:], *WORDS[:turn])) + f" ({n})."


def _letters(conn, ids):
    conn.execute("INSERT INTO pdf VALUES ('s', 1, x'00')")
    conn.executemany(
        "INSERT INTO letter (id, number, date, chamber, paper_number, subject, added_at, sender_line, dossier_line) "
        "VALUES (?, ?, ?, 'TK', ?, ?, '2026-01-01T00:00:00+00:00', 'Minister van Justitie en Veiligheid', ?)",
        (
            (id_, f"B2026-{n:06d}", _day(n), str(n % 300 + 1), _sentence(n)[:60], str(29000 + n % 900))
            for n, id_ in enumerate(ids)
        ),
    )
    conn.executemany(
        "INSERT INTO letter_sender VALUES (?, ?, 0, 'Minister van Justitie en Veiligheid', ?, '')",
        ((f"s{n}", id_, ("JenV", "BZK", "VWS")[n % 3]) for n, id_ in enumerate(ids)),
    )
    conn.executemany(
        "INSERT INTO letter_dossier VALUES (?, ?, 0, ?, '')",
        ((f"d{n}", id_, str(29000 + n % 900)) for n, id_ in enumerate(ids)),
    )
    conn.executemany(
        "INSERT INTO document VALUES (?, ?, 0, 'ministry', 'brief.pdf', 's', 3, 1)",
        ((f"doc{n}", id_) for n, id_ in enumerate(ids)),
    )


def _items(conn, count, letters):
    rows = {table: [] for table in ("item", "commitment", "motion", "deadline", "person", "mention", "passage", "tie")}
    commitment = None
    for n in range(count):
        kind, id_, letter = SHARES[n % 10], str(uuid.UUID(int=2**64 + n)), letters[n // 10 % len(letters)]
        document = f"doc{n // 10 % len(letters)}"
        rows["item"].append(
            (id_, kind, f"{kind[0].upper()}2026-{n:06d}", None if kind == "motion" else letter, _sentence(n),
             ("open", "settled", "open", "partly_settled")[n % 4])
        )  # fmt: skip
        mention = None
        if kind == "commitment":
            commitment = id_
            rows["commitment"].append((id_, "inform", ("JenV", "BZK", "VWS")[n % 3]))
            rows["person"].append((f"p{n}", id_, "promised_by", 0, "Minister van Justitie en Veiligheid", ""))
            rows["person"].append((f"q{n}", id_, "promised_to", 0, f"Azmani{n % 150}", "VVD"))
        elif kind == "deadline":
            rows["deadline"].append((id_, commitment, "voor het zomerreces", _day(n), _day(n + 30), "recess"))
        elif kind == "motion":
            mention = f"m{n}"
            rows["motion"].append((id_, str(29000 + n % 900), str(n // 10 + 1)))
            rows["mention"].append((mention, id_, letter))
            rows["person"].append((f"p{n}", id_, "submitter", 0, f"Keijzer{n % 150}", "CDA"))
        rows["passage"].append((f"x{n}", letter, document, _sentence(n), f"{n % 3:05d}|{n % 2000:06d}"))
        rows["tie"].append((f"t{n}", f"x{n}", None if mention else id_, mention))
    _insert(conn, rows)


def _insert(conn, rows):
    for table, sql in {
        "item": "item (id, kind, number, letter_id, origin, summary, status, created_at, created_by) "
        "VALUES (?, ?, ?, ?, 'passage', ?, ?, '2026-01-01T00:00:00+00:00', 'clerk')",
        "commitment": "commitment VALUES (?, ?, ?)",
        "motion": "motion (id, dossier, paper_number) VALUES (?, ?, ?)",
        "deadline": "deadline (id, owner_id, phrase, date_from, date_to, precision) VALUES (?, ?, ?, ?, ?, ?)",
        "person": "item_person VALUES (?, ?, ?, ?, ?, ?)",
        "mention": "mention VALUES (?, ?, ?, 'mentions')",
        "passage": "passage VALUES (?, ?, ?, ?, '', '', '[]', 'exact', ?)",
        "tie": "tie VALUES (?, ?, ?, ?, 0)",
    }.items():
        conn.executemany(f"INSERT INTO {sql}", rows[table])
    conn.execute("INSERT INTO fts_item (rowid, body) SELECT seq, number || ' ' || summary FROM item")
    conn.execute("INSERT INTO fts_letter (rowid, body) SELECT seq, number || ' ' || subject FROM letter")
    conn.execute("ANALYZE")
