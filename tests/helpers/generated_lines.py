"""Lines of a register drawn by chance, straight into the tables: for counts that are held against a slow recount."""

import random
from dataclasses import dataclass, field, fields
from datetime import date, timedelta

FIRST = date(2022, 1, 1)
KINDS = ("commitment", "motion", "request", "deadline")
STATUSES = ("open", "partly_settled", "settled", "settled", "lapsed", "unknown")
VALUES = {
    "ministry": ("JenV", "BZK", "VWS", "Fin", ""),
    "person": ("Minister van JenV", "Staatssecretaris van Fin", "Minister O'Brien", ""),
    "committee": ("Justitie en Veiligheid", "Financiën", ""),
    "dossier": ("29344", "36600-VI", "36112", "35000", ""),
}
MEMBERS = ("Lid Een", "Lid Twee")
"""People to whom something was promised: found by name, but never answerable."""


@dataclass
class Line:
    """A row of the table `line`, in the order of its columns; `besides` goes into `line_also`."""

    seq: int
    item_id: str
    kind: str
    number: str
    title: str
    status: str
    closed: int
    due: str
    made_on: str
    ministry: str
    person: str
    committee: str
    dossier: str
    chamber: str
    handler: str
    letter: str
    letter_state: str
    claimed: int
    settled_on: str
    alone: int = 1
    besides: dict = field(default_factory=dict)

    def values(self, facet):
        """Return everything that the line is found by in a facet."""
        own = self.made_on[:4] if facet == "year" else getattr(self, facet)
        return {own} | self.besides.get(facet, set())


def drawn(seed, count):
    """Return `count` lines by chance; the same seed gives the same ones."""
    chance = random.Random(seed)
    return [_line(chance, seq) for seq in range(1, count + 1)]


def _line(chance, seq):
    status = chance.choice(STATUSES)
    closed = int(status in ("settled", "lapsed"))
    made = FIRST + timedelta(days=chance.randrange(1500))
    settled = made + timedelta(days=chance.randrange(-5, 400))
    due = (made + timedelta(days=chance.randrange(300))).isoformat() if chance.random() < 0.7 else "~"
    own = {facet: chance.choice(values) for facet, values in VALUES.items()}
    kind = chance.choice(KINDS)
    line = Line(
        seq, f"id-{seq}", kind, f"C-{seq}", "", status, closed, due, made.isoformat(), **own,
        chamber=chance.choice(("TK", "EK", "")), handler="", letter="", letter_state="",
        claimed=int(not closed and chance.random() < 0.3),
        settled_on=settled.isoformat() if status == "settled" and chance.random() < 0.8 else "",
        alone=int(kind != "deadline" or chance.random() < 0.3),
    )  # fmt: skip
    for facet, values in VALUES.items():
        more = set(chance.sample(values, chance.choice((0, 0, 0, 1, 2)))) - {"", own[facet]}
        if facet == "person" and chance.random() < 0.5:
            more.add(chance.choice(MEMBERS))
        line.besides[facet] = more
    return line


def put(register, lines):
    """Write lines into a register, and nothing else."""
    columns = [one.name for one in fields(Line) if one.name != "besides"]
    marks = ", ".join("?" for _name in columns)
    with register.write(durable=False) as conn:
        rows = [[getattr(line, name) for name in columns] for line in lines]
        conn.executemany(f"INSERT INTO line ({', '.join(columns)}) VALUES ({marks})", rows)
        also = [(facet, v, line.seq) for line in lines for facet, values in line.besides.items() for v in values]
        conn.executemany("INSERT INTO line_also (facet, value, seq) VALUES (?, ?, ?)", also)
