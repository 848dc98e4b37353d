"""Lists over the whole register: what is limited by what, and that a long list stays small in memory."""

import datetime as dt
import tracemalloc

import pytest

from griffie.domain.item import Person
from griffie.domain.kinds import Action, ItemKind, LetterState, MentionRole, Status
from griffie.domain.letter import Dossier
from griffie.domain.listing import ItemRow, Wanted
from griffie.services import itemising, lettering, tagging
from griffie.store.lines import rebuild
from griffie.store.listing import batches, items_in_register, letters_in_register
from tests.helpers.registers import document_of, put_letter, select

PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering."
MOTION = "De motie van het lid Azmani (29 344, nr. 120)"


def tagged(desk, letter_id, kind, words):
    item_id, _changes = tagging.tag(desk, letter_id, document_of(desk, letter_id), kind, select(desk, letter_id, words))
    return item_id


@pytest.fixture
def filled(desk):
    """Two letters: of JenV with a commitment, its deadline and a motion; of another with a motion and a request."""
    line = "Minister van Justitie en Veiligheid"
    first, second = put_letter(desk, sender_line=line), put_letter(desk, sender_line=line)
    lettering.set_letter_field(desk, first, "dossiers", (Dossier("29344"), Dossier("36600", "VI")))
    lettering.set_letter_field(desk, first, "paper_number", "131")
    lettering.set_letter_field(desk, second, "committees", ("Justitie en Veiligheid",))
    promise = tagged(desk, first, ItemKind.COMMITMENT, PROMISE)
    itemising.set_item_fields(
        desk,
        promise,
        {"action": Action.INFORM, "promised_to": (Person("Azmani", "VVD"), Person("Keijzer", "CDA"))},
    )
    tagged(desk, first, ItemKind.DEADLINE, "voor 1 mei 2026")
    motion = tagged(desk, first, ItemKind.MOTION, MOTION)
    itemising.type_item_field(desk, desk.item(motion, first), "dossier", "29344, nr. 120", letter_id=first)
    again = tagged(desk, second, ItemKind.MOTION, MOTION)
    itemising.type_item_field(desk, desk.item(again, second), "dossier", "29344, nr. 120", letter_id=second)
    itemising.set_item_field(desk, motion, "role", MentionRole.SETTLES, letter_id=second)
    asked = tagged(desk, second, ItemKind.REQUEST, "De commissie verzoekt mij het rapport")
    itemising.new_item(desk, ItemKind.DEADLINE, {"phrase": "1 juli 2026"}, owner_id=asked)
    return desk, first, second


def numbers(desk, **limits):
    return [row.number for row in items_in_register(desk.register, Wanted(**limits))]


def row_of(desk, number, **limits):
    return next(row for row in items_in_register(desk.register, Wanted(**limits)) if row.number == number)


def year():
    return dt.date.today().year


def own(*numbers):
    return [f"{number[0]}{year()}-{number[1:]:0>4}" for number in numbers]


def test_all_items_come_in_the_order_in_which_they_were_made(filled):
    desk, *_letters = filled
    assert numbers(desk) == own("C1", "T1", "M1", "V1", "T2")


def test_a_row_has_what_a_table_wants(filled):
    desk, first, _second = filled
    row = row_of(desk, *own("C1"))
    assert (row.kind, row.status, row.action) == ("commitment", "open", "inform")
    assert row.promised_to == "Azmani (VVD); Keijzer (CDA)"
    assert row.promised_by == "Minister van Justitie en Veiligheid"
    assert (row.phrase, row.date_to, row.precision) == ("voor 1 mei 2026", "2026-04-30", "day")
    assert (row.page, row.quote) == (1, PROMISE)
    assert (row.letter_id, row.letter_number) == (first, *own("B1"))
    assert row.letter_citation == "29344 / 36600-VI, nr. 131"
    assert (row.letter_date, row.letter_senders) == ("2026-03-01", "Minister van Justitie en Veiligheid")


def test_a_deadline_has_the_number_and_status_of_what_it_belongs_to(filled):
    desk, *_letters = filled
    itemising.set_item_field(desk, desk.item(*own("C1")).id, "status", Status.SETTLED)
    row = row_of(desk, *own("T1"))
    assert (row.owner_number, row.status) == (*own("C1"), "settled")


def test_a_motion_is_one_row_that_names_all_letters(filled):
    desk, first, second = filled
    row = row_of(desk, *own("M1"))
    assert (row.dossier, row.paper_number) == ("29344", "120")
    assert row.letters == "; ".join(own("B1", "B2"))
    assert (row.letter_id, row.role) == (first, "mentions")
    there = row_of(desk, *own("M1"), letter_id=second)
    assert (there.letter_id, there.role, there.quote) == (second, "settles", MOTION)


def test_words_in_several_places_are_joined_and_the_first_page_counts(filled):
    desk, first, _second = filled
    item = desk.item(*own("C1"))
    more = select(desk, first, "Hoogachtend, de Minister van Justitie en Veiligheid")
    tagging.tie_item(desk, item.id, first, document_of(desk, first), more, replace=False)
    row = row_of(desk, *own("C1"))
    assert row.quote == desk.item(*own("C1")).literal
    assert row.quote == f"{PROMISE} […] Hoogachtend, de Minister van Justitie en Veiligheid"


def test_an_item_without_words_has_no_page(filled):
    desk, *_letters = filled
    row = row_of(desk, *own("T2"))
    assert (row.page, row.quote) == (0, "")


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({"kinds": (ItemKind.COMMITMENT,)}, ["C1"]),
        ({"kinds": (ItemKind.DEADLINE,)}, ["T1", "T2"]),
        ({"kinds": (ItemKind.MOTION, ItemKind.REQUEST)}, ["M1", "V1"]),
        ({"statuses": (Status.SETTLED,)}, []),
        ({"kinds": (ItemKind.REQUEST,), "statuses": (Status.OPEN,)}, ["V1"]),
        ({"statuses": (Status.OPEN, Status.SETTLED)}, ["C1", "T1", "M1", "V1", "T2"]),
        ({"due_before": dt.date(2026, 5, 1)}, ["C1", "T1"]),
        ({"due_before": dt.date(2026, 4, 30)}, []),
        ({"due_after": dt.date(2026, 5, 1)}, ["V1", "T2"]),
        ({"due_after": dt.date(2026, 1, 1), "due_before": dt.date(2026, 12, 31)}, ["C1", "T1", "V1", "T2"]),
        ({"ministry": "jenv"}, ["C1", "T1", "M1", "V1", "T2"]),
        ({"ministry": "BZK"}, []),
        ({"committee": "veiligheid"}, ["M1", "V1", "T2"]),
        ({"dossier": Dossier("29344")}, ["C1", "T1", "M1"]),
        ({"dossier": Dossier("36600", "VI")}, ["C1", "T1", "M1"]),
        ({"dossier": Dossier("36600")}, ["C1", "T1", "M1"]),
        ({"dossier": Dossier("36600", "VII")}, []),
        ({"query": "rapport"}, ["V1"]),
        ({"query": "azma"}, ["C1", "M1"]),
        ({"query": '"NEAR( *'}, []),
        ({"query": "..."}, []),
    ],
)
def test_a_list_has_only_what_is_wanted(filled, limits, expected):
    desk, *_letters = filled
    assert numbers(desk, **limits) == own(*expected)


def test_a_list_of_one_letter_has_its_motions_too(filled):
    desk, first, second = filled
    assert numbers(desk, letter_id=first) == own("C1", "T1", "M1")
    assert numbers(desk, letter_id=second) == own("M1", "V1", "T2")


def test_of_several_deadlines_the_first_to_end_is_shown_and_within_asked_dates_another(filled):
    desk, *_letters = filled
    itemising.new_item(desk, ItemKind.DEADLINE, {"phrase": "1 juni 2027"}, owner_id=desk.item(*own("C1")).id)
    assert row_of(desk, *own("C1")).date_to == "2026-04-30"
    assert row_of(desk, *own("C1"), due_after=dt.date(2027, 1, 1)).date_to == "2027-06-01"


def test_letters_are_limited_too(filled):
    desk, first, second = filled

    def ids(**limits):
        return [row.id for row in letters_in_register(desk.register, Wanted(**limits))]

    assert ids() == [first, second]
    assert ids(states=(LetterState.NEW,)) == []
    assert ids(dossier=Dossier("29344")) == [first]
    assert ids(committee="justitie") == [second]
    assert ids(ministry="JenV") == [first, second]
    assert ids(due_before=dt.date(2026, 5, 1)) == [first]
    assert ids(letter_id=second) == [second]
    assert ids(query="rapport") == [first, second]


def test_pages_of_a_list_go_on_after_the_last_row(filled):
    desk, *_letters = filled
    first = list(items_in_register(desk.register, Wanted(), limit=2))
    rest = list(items_in_register(desk.register, Wanted(), after=first[-1].seq))
    assert [row.number for row in first + rest] == numbers(desk)


def test_a_list_that_is_being_read_shows_one_state_of_the_register(desk):
    for _number in range(3):
        itemising.new_item(desk, ItemKind.REQUEST, {"summary": "een"})
    rows = items_in_register(desk.register, Wanted())
    first = next(rows)
    itemising.new_item(desk, ItemKind.REQUEST, {"summary": "twee"})
    assert [first.summary, *(row.summary for row in rows)] == ["een"] * 3


def test_a_list_may_be_left_half_way(filled):
    desk, *_letters = filled
    rows = items_in_register(desk.register, Wanted())
    next(rows)
    rows.close()
    assert numbers(desk, kinds=(ItemKind.REQUEST,)) == own("V1")


def fill(desk, count):
    """Put many plain requests straight into the table."""
    with desk.register.write(durable=False) as conn:
        conn.executemany(
            "INSERT INTO item (id, kind, number, origin, summary, created_at) VALUES (?, 'request', ?, 'typed', ?, '')",
            ((f"{n:08d}", f"V2020-{n:05d}", f"Verzoek {n} " + "x" * 200) for n in range(count)),
        )
        rebuild(conn)


def test_a_list_of_many_items_takes_the_memory_of_a_few(desk):
    fill(desk, 5_000)
    for _row in items_in_register(desk.register, Wanted()):  # what is kept for later lists is kept now
        pass
    tracemalloc.start()
    try:
        count = sum(1 for _row in items_in_register(desk.register, Wanted()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 5_000
    assert peak < 3_000_000, "5,000 rows of a kilobyte each would be more"


def test_bare_values_stand_in_the_order_of_the_fields(filled):
    desk, *_letters = filled
    (columns,) = batches(desk.register, Wanted())
    assert [ItemRow(*values) for values in zip(*columns, strict=True)] == list(
        items_in_register(desk.register, Wanted())
    )


@pytest.mark.parametrize(
    "limits",
    [
        {"kinds": (ItemKind.COMMITMENT,), "statuses": (Status.OPEN,)},
        {"kinds": (ItemKind.COMMITMENT,)},
        {"due_before": dt.date(2026, 1, 1)},
        {"ministry": "JenV"},
        {"committee": "a"},
        {"dossier": Dossier("1")},
        {"letter_id": "x"},
        {"query": "x"},
    ],
)
def test_no_list_sorts_or_runs_through_all_items_for_each_row(desk, limits, monkeypatch):
    statements = []
    desk.register.read.set_trace_callback(statements.append)
    list(items_in_register(desk.register, Wanted(**limits)))
    desk.register.read.set_trace_callback(None)
    main = next(sql for sql in statements if "CROSS JOIN item i" in sql)
    plan = [row[3] for row in desk.register.read.execute(f"EXPLAIN QUERY PLAN {main}").fetchall()]
    allowed = ("SCAN json_each", "SCAN fts_item", "SCAN f")  # f holds numbers only: what is sorted is small
    assert not [line for line in plan if line.startswith("SCAN") and not line.startswith(allowed)], plan
