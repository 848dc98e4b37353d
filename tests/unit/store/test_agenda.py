"""The agenda read off the indexes is the same as read row by row: counts, pages, days, lanes, whatever limits it."""

import datetime as dt
import itertools
import random

import pytest

from griffie.domain.agenda import NO_DATE, NO_DEADLINE, AgendaFilter, Summary
from griffie.domain.kinds import ItemKind, Status
from griffie.domain.letter import Dossier, Sender
from griffie.services import itemising, lettering
from griffie.store import agenda, agenda_filter
from tests.helpers.agenda_register import TODAY, add_deadline, add_item, agenda_desk, plain_agenda
from tests.helpers.registers import new_desk, put_letter

KINDS = (ItemKind.COMMITMENT, ItemKind.REQUEST, ItemKind.MOTION)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A register by chance: items with none, one or more deadlines, dated or not, of several ministries."""
    desk, chance = new_desk(tmp_path_factory.mktemp("agenda") / "r.sqlite"), random.Random(7)
    homes = [put_letter(desk, handler=name) for name in ("Anna", "Bram", "")]
    others = (Sender("Minister van JenV", "JenV"), Sender("Minister van BZK", "BZK"))
    lettering.set_letter_field(desk, homes[1], "senders", others)  # what is of this letter is of two ministries
    for n in range(120):
        kind, home = chance.choice(KINDS), chance.choice(homes)
        values = {"dossier": "29344", "paper_number": str(n)} if kind is ItemKind.MOTION else {"summary": f"Item {n}"}
        if kind is ItemKind.COMMITMENT:
            values["ministry"] = chance.choice(("JenV", "BZK", "VWS"))
        owner = add_item(desk, kind, home, **values)
        for _n in range(chance.choice((0, 0, 1, 1, 2))):
            add_deadline(desk, chance.choice((None, day(chance))), owner)
        if chance.random() < 0.3:
            itemising.set_item_field(desk, owner, "status", chance.choice((Status.SETTLED, Status.LAPSED)))
    for _n in range(25):
        add_deadline(desk, chance.choice((None, day(chance))), letter_id=chance.choice(homes))
    yield desk
    desk.register.close()


def day(chance):
    return TODAY + dt.timedelta(days=chance.randrange(-40, 60) // 3 * 3)


FILTERS = {
    "all": AgendaFilter(),
    "closed too": AgendaFilter(also_closed=True),
    **{kind.value: AgendaFilter(kinds=(kind,)) for kind in ItemKind},
    "two kinds": AgendaFilter(kinds=(ItemKind.MOTION, ItemKind.DEADLINE), also_closed=True),
    "ministry": AgendaFilter(ministry="BZK"),
    "handler": AgendaFilter(handler="Anna"),
    "ministry and handler, closed too": AgendaFilter(ministry="VWS", handler="Bram", also_closed=True),
    "kind and ministry": AgendaFilter(kinds=(ItemKind.COMMITMENT,), ministry="JenV"),
    "kind and handler": AgendaFilter(kinds=(ItemKind.REQUEST,), handler="Bram", also_closed=True),
    "nothing": AgendaFilter(committee="Nergens"),
}


def expected(register, shown):
    return [
        (day, seq)
        for day, seq, kind, closed, ministries, handler in plain_agenda(register)
        if (not shown.kinds or kind in shown.kinds)
        and (shown.also_closed or not closed)
        and shown.ministry in ("", *ministries)
        and shown.handler in ("", handler)
        and not shown.committee
    ]


@pytest.fixture(params=FILTERS.values(), ids=FILTERS)
def shown(request):
    return request.param


def test_the_chance_register_has_something_of_everything(mixed):
    rows = plain_agenda(mixed.register)
    assert {row[2] for row in rows} == set(ItemKind)
    assert {row[3] for row in rows} == {0, 1}
    assert {NO_DATE, NO_DEADLINE} < {row[0] for row in rows}
    assert any(len(row[4]) > 1 for row in rows)


def test_the_counts_by_day(mixed, shown):
    tally = agenda.tally(mixed.register, shown)
    tally = tally.with_day(NO_DEADLINE, agenda.count_without_deadline(mixed.register, shown))
    counted = dict(zip(tally.days, tally.counts, strict=True))
    by_day = itertools.groupby(expected(mixed.register, shown), key=lambda key: key[0])
    assert counted == {day: len(list(rows)) for day, rows in by_day}


@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_pages_follow_one_another_without_gap_or_repeat(mixed, shown, limit):
    found, after = [], ("", 0)
    while some := agenda.keys(mixed.register, shown, after=after, limit=limit):
        assert len(some) <= limit
        found += some
        after = some[-1]
    assert found == expected(mixed.register, shown)


def test_a_page_ends_before_the_day_that_is_not_wanted(mixed, shown):
    edge = TODAY.isoformat()
    found = agenda.keys(mixed.register, shown, behind=edge, limit=1000)
    assert found == [key for key in expected(mixed.register, shown) if key[0] < edge]


def test_the_lines_of_a_day(mixed, shown):
    for day in {key[0] for key in expected(mixed.register, shown)} | {"2030-01-01"}:
        of_day = [seq for found, seq in expected(mixed.register, shown) if found == day]
        assert list(agenda.seqs_of_day(mixed.register, shown, day)) == of_day


def test_lines_know_their_place(mixed, shown):
    for entry in agenda.entries(mixed.register, [seq for _day, seq in expected(mixed.register, shown)]):
        assert agenda.key_of(mixed.register, shown, entry.id) == (entry.day, entry.seq)


@pytest.mark.parametrize("by", ["ministry", "kind"])
def test_lanes(mixed, shown, by):
    first, behind = (TODAY - dt.timedelta(days=20)).isoformat(), (TODAY + dt.timedelta(days=20)).isoformat()
    wanted = set(expected(mixed.register, shown))
    by_hand = {}
    for row in plain_agenda(mixed.register):
        if first <= row[0] < behind and row[:2] in wanted:
            days = by_hand.setdefault(row[4][0] if by == "ministry" else row[2], {})
            days[row[0]] = days.get(row[0], 0) + 1
    found = agenda.lanes(mixed.register, shown, by, first, behind)
    assert {lane: dict(days) for lane, days in found.items()} == by_hand


@pytest.mark.parametrize("few", [0, 3_000])
def test_pages_are_the_same_whether_few_or_many_are_of_the_kind(mixed, shown, few, monkeypatch):
    monkeypatch.setattr(agenda_filter, "FEW", few)
    register, middle = mixed.register, (TODAY.isoformat(), 0)
    found = agenda.keys(register, shown, after=middle, limit=1000)
    assert found == [key for key in expected(register, shown) if key > middle]
    lanes = agenda.lanes(register, shown, "kind", "", "~")
    dated = [key for key in expected(register, shown) if key[0] < "~"]
    assert sum(count for days in lanes.values() for _day, count in days) == len(dated)


def test_lanes_are_by_ministry_or_by_kind(mixed):
    with pytest.raises(ValueError, match="colour"):
        agenda.lanes(mixed.register, AgendaFilter(), "colour", "", "~")


@pytest.fixture
def desk(tmp_path):
    desk = agenda_desk(tmp_path / "r.sqlite")
    yield desk
    desk.register.close()


def lines(desk, **limits):
    register, shown = desk.register, AgendaFilter(**limits)
    return agenda.entries(register, [seq for _day, seq in agenda.keys(register, shown, limit=100)])


def test_a_deadline_stands_with_the_item_it_belongs_to_and_never_twice(desk):
    assert [entry.title for entry in lines(desk)] == [
        "Te laat", "Gisteren", "Vandaag", "Verzoek deze week", "binnen drie dagen", "Zondag", "Eind juni",
        "Voor het reces", "In het reces", "Zo spoedig mogelijk", "Zonder termijn", "Verzoek zonder termijn", "Motie",
    ]  # fmt: skip
    late = lines(desk)[0]
    assert (late.kind, late.number, late.due) == (ItemKind.COMMITMENT, "C2026-0001", TODAY - dt.timedelta(days=30))
    assert late.deadline_id
    assert late.letter_id
    assert late.letter_number == "B2026-0001"
    assert late.ministry == "JenV"


def test_a_deadline_of_the_letter_stands_for_itself(desk):
    (loose,) = lines(desk, kinds=(ItemKind.DEADLINE,))
    assert (loose.kind, loose.number, loose.phrase) == (ItemKind.DEADLINE, "T2026-0011", "binnen drie dagen")
    assert loose.item_id == loose.deadline_id


def test_what_is_settled_shows_only_when_asked_for(desk):
    assert "Voldaan" not in [entry.title for entry in lines(desk)]
    (settled,) = [entry for entry in lines(desk, also_closed=True) if entry.closed]
    assert (settled.title, settled.status) == ("Voldaan", "settled")


def test_limits_by_dossier_and_chamber(desk):
    assert [entry.title for entry in lines(desk, dossier=Dossier("29344"))] == ["Motie"]
    assert len(lines(desk, chamber="TK")) == len(lines(desk))
    assert lines(desk, chamber="EK") == []


def test_a_new_date_or_a_settlement_shows_at_once(desk):
    late = lines(desk)[0]
    itemising.set_item_field(desk, late.item_id, "status", Status.SETTLED)
    assert lines(desk)[0].title == "Gisteren"
    itemising.set_item_field(desk, late.item_id, "status", Status.OPEN)
    itemising.set_item_field(desk, late.deadline_id, "date_to", TODAY, reason="Uitstel gevraagd")
    assert [entry.title for entry in lines(desk)][:3] == ["Gisteren", "Te laat", "Vandaag"]


def test_the_summary_counts_what_is_open(desk):
    leads = [(kind, (TODAY + dt.timedelta(days=3)).isoformat()) for kind in ItemKind]
    found = agenda.summary(desk.register, TODAY.isoformat(), "2026-06-15", leads)
    assert found == Summary(overdue=2, this_week=4, coming_up=2)
    only = [(ItemKind.REQUEST, "2026-06-20")]
    assert agenda.summary(desk.register, TODAY.isoformat(), "2026-06-15", only).coming_up == 1


def test_the_values_that_occur_each_once(desk):
    assert agenda.values(desk.register, "ministry") == ["BZK", "JenV"]
    assert agenda.values(desk.register, "handler") == ["Anna", "Bram"]
    assert agenda.values(desk.register, "committee") == []
    with pytest.raises(ValueError, match="title"):
        agenda.values(desk.register, "title")


def test_reasons_newest_first_each_once(desk):
    entry = lines(desk)[0]
    for n, reason in enumerate(("Reces", "Advies is later", "Reces")):
        itemising.set_item_field(desk, entry.deadline_id, "date_to", TODAY + dt.timedelta(days=n), reason=reason)
    assert agenda.reasons(desk.register) == ["Reces", "Advies is later"]
    assert agenda.reasons(desk.register, limit=1) == ["Reces"]


@pytest.mark.parametrize(
    ("text", "title"),
    [("c2026-0003", "Vandaag"), ("C2026-0009", "Zonder termijn"), ("T2026-0011", "binnen drie dagen"),
     ("eind", "Eind juni"), ("ZONDER", "Zonder termijn"), ("verzoek d", "Verzoek deze week")],
)  # fmt: skip
def test_a_line_is_found_by_what_its_number_or_title_begins_with(desk, text, title):
    key = agenda.find(desk.register, AgendaFilter(), text)
    assert [entry.title for entry in agenda.entries(desk.register, [key[1]])] == [title]


@pytest.mark.parametrize("text", ["voldaan", "x", "C2027", "%"])
def test_what_is_not_in_the_list_is_not_found(desk, text):
    assert agenda.find(desk.register, AgendaFilter(), text) is None


def test_an_empty_register_has_no_lines(tmp_path):
    desk = new_desk(tmp_path / "empty.sqlite")
    assert not agenda.has_lines(desk.register)
    assert agenda.tally(desk.register, AgendaFilter()).total == 0
    assert agenda.keys(desk.register, AgendaFilter(), limit=10) == []
    desk.register.close()
