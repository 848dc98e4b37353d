"""The lines of the register: flat, always up to date, and counted and sorted as a slow recount would."""

import datetime as dt
import random

import pytest

from griffie.domain.kinds import ItemKind, Precision, Status
from griffie.domain.listing import FACETS, Wanted, wanted_from_json, wanted_to_json
from griffie.domain.periods import DateRange
from griffie.domain.settlement import Degree, Stage
from griffie.services import itemising, keeping, lettering, settling
from griffie.services.settling import Ruling
from griffie.store import register_rows
from griffie.store.lines import NO_DATE, ministry_code, rebuild
from griffie.store.register_rows import SORTS
from griffie.store.steps import step
from tests.helpers.registers import new_desk, put_letter

TODAY = dt.date(2026, 6, 1)


def line(desk, item_id):
    found = desk.register.read.execute("SELECT * FROM line WHERE item_id = ?", (item_id,)).fetchone()
    return dict(found) if found else None


def also(desk, item_id):
    rows = desk.register.read.execute(
        "SELECT facet, value FROM line_also a JOIN line n ON n.seq = a.seq WHERE n.item_id = ?", (item_id,)
    )
    return {tuple(row) for row in rows.fetchall()}


def new(desk, kind=ItemKind.COMMITMENT, letter=None, owner=None, **values):
    return itemising.new_item(desk, kind, values, letter_id=letter, owner_id=owner)[0]


def due(day):
    return {"date_to": day, "precision": Precision.DAY}


def test_an_item_stands_under_the_header_of_its_letter(desk, letter_id):
    item = new(desk, letter=letter_id, summary="Het rapport")
    found = line(desk, item)
    assert (found["ministry"], found["made_on"], found["title"]) == ("JenV", "2026-03-01", "Het rapport")
    assert (found["status"], found["closed"], found["due"]) == ("open", 0, NO_DATE)
    lettering.set_letter_field(desk, letter_id, "handler", "Bakker")
    assert line(desk, item)["handler"] == "Bakker"


def test_its_own_ministry_and_handler_go_before_those_of_the_letter(desk, letter_id):
    item = new(desk, letter=letter_id, ministry="Volksgezondheid, Welzijn en Sport", handler="Smit")
    assert (line(desk, item)["ministry"], line(desk, item)["handler"]) == ("VWS", "Smit")


def test_the_first_of_its_deadlines_is_the_one_it_is_sorted_by(desk, letter_id):
    item = new(desk, letter=letter_id)
    late = new(desk, ItemKind.DEADLINE, owner=item, **due(dt.date(2026, 9, 1)))
    early = new(desk, ItemKind.DEADLINE, owner=item, **due(dt.date(2026, 7, 1)))
    assert line(desk, item)["due"] == "2026-07-01"
    assert ("due", "2026-09-01") in also(desk, item)
    itemising.delete_item(desk, early)
    assert line(desk, item)["due"] == "2026-09-01"
    itemising.set_deadline(desk, late, DateRange(None, dt.date(2027, 1, 1), Precision.DAY), reason="uitstel")
    assert line(desk, item)["due"] == "2027-01-01"


def test_a_deadline_has_the_status_of_what_it_belongs_to(desk, letter_id):
    item = new(desk, letter=letter_id)
    deadline = new(desk, ItemKind.DEADLINE, owner=item, **due(dt.date(2026, 7, 1)))
    itemising.set_item_field(desk, item, "status", Status.SETTLED)
    assert (line(desk, deadline)["status"], line(desk, deadline)["closed"]) == ("settled", 1)


def test_a_deadline_of_an_item_can_be_left_to_the_row_of_that_item(desk, letter_id):
    item = new(desk, letter=letter_id)
    new(desk, ItemKind.DEADLINE, owner=item, **due(dt.date(2026, 7, 1)))
    loose = new(desk, ItemKind.DEADLINE, letter=letter_id, **due(dt.date(2026, 8, 1)))
    rows = register_rows.first_rows(desk.register, Wanted(once=True), (("due", False),), 10)
    assert [row.id for row in rows] == [item, loose]
    assert register_rows.count(desk.register, Wanted()) == 3


def test_a_settlement_is_reported_until_it_is_decided(desk, letter_id):
    item, later = new(desk, letter=letter_id), put_letter(desk, date="2026-05-01")
    settling.settle(desk, item, Ruling(Stage.CLAIMED), letter_id=later)
    assert (line(desk, item)["claimed"], line(desk, item)["closed"]) == (1, 0)
    decided = Ruling(Stage.DECIDED, Degree.WHOLE, "commissie", dt.date(2026, 5, 12))
    settling.settle(desk, item, decided, letter_id=later)
    found = line(desk, item)
    assert (found["claimed"], found["closed"], found["settled_on"]) == (0, 1, "2026-05-12")


def test_a_motion_stands_under_every_letter_that_mentions_it(desk, letter_id):
    other = put_letter(desk, date="2026-04-01")
    with step(desk.register, "clerk", "Other sender") as work:
        sender = {"function": "Minister van Financiën", "ministry": "FIN", "person": "E. Heinen"}
        work.replace_children("letter_sender", "letter_id", other, [sender])
    motion = new(desk, ItemKind.MOTION, letter=letter_id, dossier="29344", paper_number="120")
    new(desk, ItemKind.MOTION, letter=other, dossier="29344", paper_number="120")
    assert line(desk, motion)["ministry"] == "JenV"
    assert ("ministry", "FIN") in also(desk, motion)
    for ministry in ("JenV", "FIN"):
        assert register_rows.count(desk.register, Wanted().choose("ministry", ministry)) == 1


def test_what_was_kept_is_what_would_be_made_anew(desk, letter_id):
    fill(desk, letter_id, 60)
    conn = desk.register.read
    tables = ("line", "line_also")
    kept = [sorted(map(tuple, conn.execute(f"SELECT * FROM {name}").fetchall())) for name in tables]
    with desk.register.write() as writer:
        rebuild(writer)
    assert kept == [sorted(map(tuple, conn.execute(f"SELECT * FROM {name}").fetchall())) for name in tables]


def test_a_check_finds_a_line_that_is_out_of_step(desk, letter_id):
    item = new(desk, letter=letter_id)
    assert keeping.check(desk).sound
    with desk.register.write() as conn:
        conn.execute("UPDATE line SET due = '2020-01-01' WHERE item_id = ?", (item,))
    assert any("C2026" in fault or desk.item(item).number in fault for fault in keeping.check(desk).faults)


@pytest.mark.parametrize(
    ("text", "code"),
    [("JenV", "JenV"), ("Justitie en Veiligheid", "JenV"), ("ministerie van Financiën", "FIN"),
     ("Hoofdkantoor", "Hoofdkantoor"),
     ("Minister van Defensie en Minister van Financiën", "Minister van Defensie en Minister van Financiën"), ("", "")],
)  # fmt: skip
def test_a_ministry_is_known_by_its_abbreviation_or_left_as_it_is(text, code):
    assert ministry_code(text) == code


# -- against a slow recount


def fill(desk, letter_id, count, seed=3):
    """Make items of every kind with deadlines, settlements and people, over some letters."""
    chance = random.Random(seed)
    letters = [letter_id, *(put_letter(desk, date=f"2026-0{n + 1}-10", state="done") for n in range(3))]
    for number in range(count):
        kind = chance.choice(list(ItemKind))
        values = {"remarks": "met de hand" if number % 2 else "overgetypt"}
        if kind is ItemKind.COMMITMENT:
            values |= {"ministry": chance.choice(("", "VWS", "FIN", "JenV"))}
        if kind is not ItemKind.DEADLINE:
            values |= {"committee": chance.choice(("", "Financiën", "Zorg")), "summary": f"Zaak {chance.randrange(9)}"}
            values |= {"status": chance.choice(list(Status))}
        else:
            values |= due(dt.date(2026, chance.randrange(1, 13), 5))
        item = new(desk, kind, chance.choice([*letters, None]), **values)
        if kind is not ItemKind.DEADLINE and chance.random() < 0.5:
            new(desk, ItemKind.DEADLINE, owner=item, **due(dt.date(2026, chance.randrange(1, 13), 9)))
        if kind is ItemKind.COMMITMENT and chance.random() < 0.3:
            settling.settle(desk, item, Ruling(Stage.CLAIMED), letter_id=letters[-1])


LIMITS = (
    Wanted(),
    Wanted(open_only=True),
    Wanted(overdue_on=TODAY),
    Wanted(claimed=True),
    Wanted(no_date=True),
    Wanted(once=True),
    Wanted(query="Zaak 3"),
    Wanted(due_after=dt.date(2026, 3, 1), due_before=dt.date(2026, 8, 1)),
    Wanted().choose("ministry", "FIN").choose("ministry", "VWS"),
    Wanted(open_only=True).choose("kind", "commitment").choose("committee", "Zorg"),
    Wanted().choose("status", "settled").choose("year", "2026"),
    Wanted().choose("chamber", "EK"),
)


def fits(row, wanted, others):
    """Tell slowly whether a line is wanted."""
    facet = {name: wanted.values_of(name) for name in FACETS}
    values = {name: {row[name]} | others.get(name, set()) for name in FACETS if name != "year"}
    values["year"] = {row["made_on"][:4]}
    dates = {row["due"]} | others.get("due", set())
    after, before = wanted.due_after, wanted.due_before
    words = row["kind"] != "deadline" and all(w.casefold() in row["title"].casefold() for w in wanted.query.split())
    between = after is None or any(after.isoformat() < day < before.isoformat() for day in dates)
    return (
        all(not chosen or values[name] & set(chosen) for name, chosen in facet.items())
        and (not wanted.open_only or not row["closed"])
        and (wanted.overdue_on is None or (not row["closed"] and row["due"] < wanted.overdue_on.isoformat()))
        and (not wanted.claimed or row["claimed"])
        and (not wanted.once or row["alone"])
        and (not wanted.no_date or row["due"] == NO_DATE)
        and (not wanted.query or words)
        and between
    )


def recount(desk, wanted):
    conn = desk.register.read
    others = {}
    for seq, facet, value in conn.execute("SELECT seq, facet, value FROM line_also").fetchall():
        others.setdefault(seq, {}).setdefault(facet, set()).add(value)
    rows = [dict(row) for row in conn.execute("SELECT * FROM line").fetchall()]
    return [row for row in rows if fits(row, wanted, others.get(row["seq"], {}))]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    desk = new_desk(tmp_path_factory.mktemp("lines") / "griffie.sqlite")
    fill(desk, put_letter(desk), 80)
    yield desk
    desk.register.close()


@pytest.mark.parametrize("wanted", LIMITS)
def test_the_register_has_exactly_the_rows_that_are_wanted(filled, wanted):
    expected = {row["seq"] for row in recount(filled, wanted)}
    seqs = register_rows.all_seqs(filled.register, wanted, (("due", False),))
    assert set(seqs) == expected
    assert len(seqs) == len(expected) == register_rows.count(filled.register, wanted)
    assert [row.seq for row in register_rows.first_rows(filled.register, wanted, (("due", False),), 10)] == list(
        seqs[:10]
    )


@pytest.mark.parametrize("wanted", LIMITS)
def test_the_facets_count_what_a_click_would_show(filled, wanted):
    for facet, counts in register_rows.facets(filled.register, wanted).items():
        rows = recount(filled, wanted.without(facet))
        own = {row["made_on"][:4] if facet == "year" else row[facet] for row in rows} - {""}
        assert {one.value for one in counts} == own
        for one in counts:
            clicked = wanted.without(facet).choose(facet, one.value)
            assert one.count == register_rows.count(filled.register, clicked), (facet, one.value)


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("key", [key for key in SORTS if key not in ("added", "open")])
def test_every_order_is_that_of_its_column(filled, key, down):
    rows = {row["seq"]: row for row in recount(filled, Wanted())}
    seqs = register_rows.all_seqs(filled.register, Wanted(), ((key, down), ("added", False)))
    values = [rows[seq][key] for seq in seqs]
    if key == "title":
        values = [value.lower() for value in values]
    assert values == sorted(values, reverse=down)


def test_a_second_order_counts_where_the_first_is_equal(filled):
    rows = {row["seq"]: row for row in recount(filled, Wanted())}
    seqs = register_rows.all_seqs(filled.register, Wanted(), (("status", False), ("due", True)))
    pairs = [(rows[seq]["status"], rows[seq]["due"]) for seq in seqs]
    assert pairs == sorted(sorted(pairs, key=lambda pair: pair[1], reverse=True), key=lambda pair: pair[0])


@pytest.mark.parametrize("wanted", LIMITS)
def test_what_is_wanted_survives_being_written_down(wanted):
    assert wanted_from_json(wanted_to_json(wanted)) == wanted


@pytest.mark.parametrize("text", ["", "[]", '{"colour": "red"}', '{"kinds": ["plan"]}', '{"query": 5}', "null"])
def test_what_nobody_can_read_is_said_to_be_so(text):
    with pytest.raises(ValueError):  # noqa: PT011  whatever the words, the caller only leaves the view out
        wanted_from_json(text)


@pytest.mark.parametrize("key", [key for key in SORTS if key != "added"])
def test_no_order_of_the_whole_register_is_made_by_sorting(filled, key):
    sql = f"EXPLAIN QUERY PLAN SELECT n.seq FROM line n ORDER BY {register_rows.order_by(((key, False),))} LIMIT 60"
    plan = [row[3] for row in filled.register.read.execute(sql).fetchall()]
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
