"""What reading a letter keeps, when it is out of date, and what it never does."""

import datetime as dt

import pytest

from griffie.base.errors import Cancelled, UserError
from griffie.domain.kinds import Chamber, DocumentRole, ItemKind
from griffie.domain.letter import Dossier, Sender
from griffie.domain.reading import Reading
from griffie.services import history, lettering, looking, reading, suggesting
from griffie.services.adding import join_letters
from griffie.services.keeping import check
from griffie.services.reading import Reader
from tests.helpers.composed_readings import cited, composed_reader, read, ruled, suggested
from tests.helpers.registers import dump, log_size, new_desk, put_letter

PROMISE = "Ik zeg toe uw Kamer voor 1 mei 2026 te informeren over de uitvoering."


def promise(desk, letter_id, **more):
    deadline = ruled(desk, letter_id, "voor 1 mei 2026", None, dt.date(2026, 4, 30))
    return suggested(desk, letter_id, "commitment", PROMISE, **({"deadline": deadline} | more))


def test_a_suggestion_is_kept_whole(desk, letter_id):
    place = suggested(desk, letter_id, "motion", "De motie van het lid Azmani").selection
    one = promise(desk, letter_id, places=(place,), targets=("TZ202501-153",), fields={"summary": "Iets — ‘één’"})
    changes = read(desk, letter_id, one)
    (shown,) = suggesting.suggestions(desk, letter_id)
    assert shown.suggestion == one
    assert shown.suggestion.why() == f"“{PROMISE}”: promise to inform"
    assert (shown.page_number, changes.letters) == (1, {letter_id})


def test_reading_is_no_step_and_a_clerk_sees_no_change_of_rows(desk, letter_id):
    rows, log = dump(desk.register), log_size(desk.register)
    read(desk, letter_id, promise(desk, letter_id))
    assert (dump(desk.register), log_size(desk.register)) == (rows, log)
    assert history.status(desk).undo.label == "Add letter {number}"


def test_reading_anew_replaces_what_was_read_and_keeps_the_ids(desk, letter_id):
    one, other = promise(desk, letter_id), suggested(desk, letter_id, "request", "De commissie verzoekt mij")
    read(desk, letter_id, one, citations=(cited(desk, letter_id, "29 344, nr. 120", "29344-120"),))
    before = {shown.id for shown in suggesting.suggestions(desk, letter_id)}
    read(desk, letter_id, other, one)
    after = [shown.id for shown in suggesting.suggestions(desk, letter_id)]
    assert before < set(after)
    assert len(after) == 2
    assert desk.register.read.execute("SELECT count(*) FROM citation").fetchone()[0] == 0


def test_two_with_one_key_are_two(desk, letter_id):
    read(desk, letter_id, promise(desk, letter_id, key="x"), promise(desk, letter_id, key="x"))
    assert len({shown.id for shown in suggesting.suggestions(desk, letter_id)}) == 2
    suggesting.dismiss(desk, letter_id, [suggesting.suggestions(desk, letter_id)[0].id])
    assert suggesting.counts(desk, letter_id) == (1, 1)


def test_the_reader_knows_the_header_as_the_clerk_has_it(desk, letter_id):
    lettering.set_letter_fields(desk, letter_id, {"dossiers": (Dossier("36600", "VI"),), "chamber": Chamber.EK})
    seen = []
    reader = Reader("r", lambda pages, boxes, facts: seen.append((pages, facts)) or Reading(reader="r"))
    reading.read_document(desk, letter_id, reader=reader)
    ((pages, facts),) = seen
    assert PROMISE in pages[0].text
    assert (facts.date, facts.chamber) == (dt.date(2026, 3, 1), Chamber.EK)
    assert facts.dossiers == (Dossier("36600", "VI"),)
    assert facts.functions == ("Minister van Justitie en Veiligheid",)
    assert facts.calendar.rows


READER = composed_reader()


def unread(desk, reader=READER):
    return reading.unread(desk, reader=reader)


def test_a_letter_is_unread_until_it_is_read(desk, letter_id):
    other = put_letter(desk)
    assert unread(desk) == [other, letter_id]
    assert not reading.is_read(desk, letter_id)
    read(desk, letter_id)
    assert unread(desk) == [other]
    assert reading.is_read(desk, letter_id)
    assert reading.is_current(desk, letter_id, reader=READER)
    assert not reading.is_current(desk, other, reader=READER)


def test_letters_at_work_are_read_before_those_that_are_done(desk, letter_id):
    done = put_letter(desk, state="done")
    assert unread(desk) == [letter_id, done]


HEADERS = {
    "date": dt.date(2026, 3, 2),
    "chamber": Chamber.EK,
    "dossiers": (Dossier("29344"),),
    "senders": (Sender("Staatssecretaris van BZK"),),
}


@pytest.mark.parametrize("field", HEADERS)
def test_another_header_makes_a_reading_stale_and_undo_makes_it_good_again(desk, letter_id, field):
    read(desk, letter_id)
    lettering.set_letter_field(desk, letter_id, field, HEADERS[field])
    assert unread(desk) == [letter_id]
    history.undo(desk)
    assert unread(desk) == []


def test_what_rules_do_not_know_makes_nothing_stale(desk, letter_id):
    read(desk, letter_id)
    lettering.set_letter_field(desk, letter_id, "subject", "Anders")
    assert unread(desk) == []


def test_another_reader_or_calendar_makes_a_reading_stale(desk, letter_id, tmp_path):
    read(desk, letter_id)
    assert unread(desk, composed_reader(name="composed/2")) == [letter_id]
    desk.own_recesses = tmp_path / "recesses.toml"
    assert unread(desk) == []
    desk.own_recesses.write_text(
        '[[recess]]\nchamber = "TK"\nkind = "summer"\nfirst = 2026-07-01\nlast = 2026-08-31\n', encoding="utf-8"
    )
    assert unread(desk) == [letter_id]


def test_a_letter_without_text_is_read_once_with_nothing_in_it(desk, letter_id):
    with desk.register.write() as conn:
        conn.execute("UPDATE document SET has_text = 0")
    reader = Reader("composed/1", lambda pages, boxes, facts: pytest.fail("there is nothing to read"))
    assert reading.read_document(desk, letter_id, reader=reader).letters == {letter_id}
    assert unread(desk) == []
    assert suggesting.counts(desk, letter_id) == (0, 0)


def test_a_print_with_text_that_comes_later_is_read(desk, letter_id):
    with desk.register.write() as conn:
        conn.execute("UPDATE document SET has_text = 0")
    read(desk, letter_id)
    join_letters(desk, put_letter(desk), letter_id, DocumentRole.KAMERSTUK)
    assert unread(desk) == [letter_id]


def test_a_letter_that_is_forgotten_while_it_is_read_leaves_nothing(desk, letter_id):
    prepared = reading.prepare(desk, letter_id, reader=composed_reader(promise(desk, letter_id)))
    lettering.forget(desk, letter_id)
    assert not reading.keep(desk, prepared)
    for table in ("reading", "suggestion", "citation"):
        assert desk.register.read.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0


def test_one_letter_that_cannot_be_read_does_not_stop_the_rest(desk, letter_id):
    other = put_letter(desk)

    def fail_once(pages, boxes, facts, seen=[]):  # noqa: B006
        seen.append(1)
        if len(seen) == 1:
            raise UserError("een pagina is stuk")
        return Reading(reader="composed/1")

    said = []
    outcomes = list(
        reading.read_letters(
            desk,
            [letter_id, "no letter at all", other],
            reader=Reader("composed/1", fail_once),
            progress=lambda *where: said.append(where),
        )
    )
    assert [str(outcome.error or "") for outcome in outcomes] == ["een pagina is stuk", "", ""]
    assert [bool(outcome.changes) for outcome in outcomes] == [False, False, True]
    assert said == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert unread(desk) == [letter_id]


def test_reading_many_letters_can_be_stopped_and_keeps_what_was_read(desk, letter_id):
    put_letter(desk)
    outcomes = reading.read_letters(desk, unread(desk), reader=READER, cancelled=lambda: len(unread(desk)) == 1)
    with pytest.raises(Cancelled):
        list(outcomes)
    assert len(unread(desk)) == 1


def test_an_undone_letter_that_comes_back_is_still_read(desk, letter_id):
    read(desk, letter_id, promise(desk, letter_id))
    history.undo(desk)
    assert looking.list_letters(desk) == []
    history.redo(desk)
    assert suggesting.counts(desk, letter_id) == (1, 0)
    assert check(desk).faults == []


def test_a_program_that_stops_half_way_keeps_the_last_reading_whole(desk, letter_id, monkeypatch):
    read(desk, letter_id, promise(desk, letter_id))
    broken = promise(desk, letter_id, key="b", confidence=object())
    with pytest.raises(Exception, match="bind"):
        read(desk, letter_id, suggested(desk, letter_id, "request", "De commissie verzoekt mij"), broken)
    (shown,) = suggesting.suggestions(desk, letter_id)
    assert shown.suggestion.kind.value == ItemKind.COMMITMENT.value


def test_the_list_says_how_many_suggestions_are_left(desk, letter_id):
    put_letter(desk)
    read(desk, letter_id, promise(desk, letter_id), suggested(desk, letter_id, "request", "De commissie verzoekt mij"))
    assert [row.suggestions for row in looking.list_letters(desk)] == [0, 2]
    first = suggesting.suggestions(desk, letter_id)[0]
    suggesting.dismiss(desk, letter_id, [first.id])
    assert [row.suggestions for row in looking.list_letters(desk)] == [0, 1]


def test_the_check_finds_what_was_read_beside_its_words(desk, letter_id):
    read(desk, letter_id, promise(desk, letter_id))
    assert check(desk).faults == []
    with desk.register.write() as conn:
        conn.execute("""UPDATE suggestion SET spans = '[[0,3,9,"iets anders",[]]]'""")
    assert any("not on its page" in fault for fault in check(desk).faults)


def test_a_register_that_can_only_be_read_says_so(desk, letter_id, tmp_path):
    one = promise(desk, letter_id)
    desk.register.close()
    path = desk.register.path
    path.chmod(0o444)
    other = new_desk(path)
    try:
        if other.register.read_only:
            with pytest.raises(UserError, match="only be read"):
                reading.read_document(other, letter_id, reader=composed_reader(one))
    finally:
        other.register.close()
        path.chmod(0o644)
        desk.register = new_desk(path).register
