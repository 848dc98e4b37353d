"""The header of a letter, field by field, and the one thing without a way back: forgetting a letter."""

import datetime as dt

import pytest

from griffie.base.errors import InvalidValueError, NotFoundError, UserError
from griffie.domain.fields import LETTER_FIELDS, FieldType
from griffie.domain.kinds import ItemKind, LetterState
from griffie.domain.letter import Dossier, Sender
from griffie.services import history, itemising, lettering, looking, tagging
from griffie.services.keeping import check
from griffie.store import letters
from tests.helpers.registers import document_of, dump, log_size, new_desk, put_letter, select
from tests.unit.services.test_tagging import tag


def example(field):
    match field.field_type:
        case FieldType.DATE:
            return dt.date(2026, 5, 1)
        case FieldType.CHOICE:
            return list(field.choices)[1]
        case FieldType.SENDERS:
            return (Sender("Staatssecretaris van BZK", "BZK", "Z. Kuipers"), Sender("Minister", "", ""))
        case FieldType.DOSSIERS:
            return (Dossier("29344"), Dossier("34475", "VI"))
        case FieldType.TEXTS:
            return ("Justitie en Veiligheid", "Financiën")
        case _:
            return "een twee"


@pytest.mark.parametrize("field", LETTER_FIELDS, ids=lambda field: field.name)
def test_every_field_keeps_its_value_and_undo_takes_it_back(desk, letter_id, field):
    before = dump(desk.register)
    changes = lettering.set_letter_field(desk, letter_id, field.name, example(field))
    assert changes.letters == {letter_id}
    assert getattr(desk.letter(letter_id), field.name) == example(field)
    after = dump(desk.register)
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == after


def test_the_list_shows_senders_and_dossiers_as_they_are_now(desk, letter_id):
    lettering.set_letter_field(desk, letter_id, "senders", (Sender("Minister van Financiën"), Sender("", "", "A. Bos")))
    lettering.set_letter_field(desk, letter_id, "dossiers", (Dossier("34475", "VI"),))
    (row,) = looking.list_letters(desk)
    assert (row.senders, row.dossiers) == ("Minister van Financiën; A. Bos", "34475-VI")


def test_the_same_value_again_is_no_step(desk, letter_id):
    lettering.set_letter_field(desk, letter_id, "committees", ("JV",))
    log = log_size(desk.register)
    assert not lettering.set_letter_field(desk, letter_id, "committees", ("JV",))
    assert not lettering.set_letter_field(desk, letter_id, "date", desk.letter(letter_id).date)
    assert log_size(desk.register) == log


def test_what_is_typed_is_checked(desk, letter_id):
    letter = desk.letter(letter_id)
    lettering.type_letter_field(desk, letter, "dossiers", "29 344; 34475-VI")
    assert desk.letter(letter_id).dossiers == (Dossier("29344"), Dossier("34475", "VI"))
    for name, typed in (("date", "32 mei"), ("state", ""), ("address", "javascript:alert(1)")):
        with pytest.raises(InvalidValueError):
            lettering.type_letter_field(desk, letter, name, typed)
    with pytest.raises(UserError, match="no field"):
        lettering.type_letter_field(desk, letter, "colour", "red")


def test_letters_are_named_by_number_and_by_the_beginning_of_an_id(desk, letter_id):
    number = desk.letter(letter_id).number
    assert {desk.letter(name).id for name in (letter_id, letter_id[:6], number, f" {number.lower()} ")} == {letter_id}
    for name in ("", "B1999-0001", letter_id[:3]):
        with pytest.raises(NotFoundError):
            desk.letter(name)


# ---- forgetting


SECRET = "Geheimwoordxq over Kwartelhoven zeg ik toe"


def secret_letter(desk):
    letter_id = put_letter(desk, SECRET, "De motie Vrijdagzoeker", subject="Onderwerpgeheimq")
    for words, kind in ((SECRET, ItemKind.COMMITMENT), ("De motie Vrijdagzoeker", ItemKind.MOTION)):
        item_id, _changes = tag(desk, letter_id, words, kind)
        itemising.set_item_field(desk, item_id, "remarks", f"Opmerkinggeheimq {kind}")
    return letter_id


def words_in_file(desk):
    """The secret words that the closed file still holds anywhere, tables and indexes and free pages alike."""
    desk.register.close()
    data = desk.register.path.read_bytes().lower()
    return [
        word
        for word in (b"geheimwoordxq", b"kwartelhoven", b"onderwerpgeheimq", b"vrijdagzoeker", b"opmerkinggeheimq")
        if word in data
    ]


def test_forgetting_leaves_no_word_of_the_letter_in_the_file(desk):
    keep = put_letter(desk)
    letter_id = secret_letter(desk)
    sha256 = desk.letter(letter_id).documents[0].sha256
    changes = lettering.forget(desk, letter_id)
    assert letter_id in changes.letters
    assert letters.pdf_bytes(desk.register, sha256) is None
    assert letters.page_texts(desk.register, sha256) == []
    assert check(desk).faults == []
    assert [row.id for row in looking.list_letters(desk)] == [keep]
    assert words_in_file(desk) == []


def test_the_words_are_in_the_file_before(desk):
    secret_letter(desk)
    assert len(words_in_file(desk)) == 5


def test_forgetting_also_erases_what_was_edited_deleted_and_undone_before(desk):
    letter_id = secret_letter(desk)
    items = looking.items_in(desk, letter_id)
    lettering.set_letter_field(desk, letter_id, "subject", "onschuldig")
    for item in items:
        itemising.set_item_field(desk, item.id, "remarks", "")
    for item in items:
        itemising.delete_item(desk, item.id)
    tag(desk, letter_id, SECRET)
    history.undo(desk)
    lettering.forget(desk, letter_id)
    assert check(desk).faults == []
    assert words_in_file(desk) == []


def test_forgetting_keeps_a_tombstone_with_number_who_and_when(desk, letter_id):
    number = desk.letter(letter_id).number
    lettering.forget(desk, letter_id)
    row = desk.register.read.execute("SELECT * FROM tombstone").fetchone()
    assert (row["letter_id"], row["number"], row["who"]) == (letter_id, number, "clerk")
    assert put_letter(desk)
    assert desk.letter(looking.list_letters(desk)[0].id).number > number


def test_undo_skips_what_was_forgotten_and_goes_on_with_what_came_before(desk):
    keep = put_letter(desk, subject="oud")
    lettering.set_letter_field(desk, keep, "subject", "nieuw")
    gone = put_letter(desk)
    tag(desk, gone, "het rapport")
    lettering.forget(desk, gone)
    assert "Subject" in history.status(desk).undo.text or "subject" in history.status(desk).undo.text
    history.undo(desk)
    assert desk.letter(keep).subject == "oud"
    history.redo(desk)
    assert desk.letter(keep).subject == "nieuw"
    history.undo(desk)
    history.undo(desk)
    with pytest.raises(UserError, match="nothing to undo"):
        history.undo(desk)


def test_redo_skips_what_was_forgotten(desk):
    keep = put_letter(desk, subject="oud")
    gone = put_letter(desk)
    lettering.set_letter_field(desk, keep, "subject", "nieuw")
    tag(desk, gone, "het rapport")
    history.undo(desk)
    history.undo(desk)
    lettering.forget(desk, gone)
    history.redo(desk)
    assert desk.letter(keep).subject == "nieuw"
    assert history.status(desk).redo is None


def test_a_motion_that_another_letter_mentions_stays_and_is_no_longer_found_by_the_forgotten_words(desk):
    letter_id = put_letter(desk, "De motie Vrijdagzoeker van het lid Azmani")
    motion_id, _changes = tag(desk, letter_id, "De motie Vrijdagzoeker", ItemKind.MOTION)
    other = put_letter(desk)
    tagging.tie_item(desk, motion_id, other, document_of(desk, other), select(desk, other, "De motie"))
    changes = lettering.forget(desk, letter_id)
    assert motion_id in changes.items
    assert [p.letter_id for p in desk.item(motion_id).passages] == [other]
    assert check(desk).faults == []
    history.undo(desk)
    assert desk.item(motion_id).passages == ()
    assert words_in_file(desk) == []


def test_an_item_of_another_letter_tied_to_the_forgotten_words_stays_without_them(desk):
    home, gone = put_letter(desk), put_letter(desk)
    item_id, _changes = tag(desk, home, "het rapport")
    tagging.tie_item(desk, item_id, gone, document_of(desk, gone), select(desk, gone, "Hoogachtend"), replace=False)
    lettering.forget(desk, gone)
    assert [p.quote for p in desk.item(item_id).passages] == ["het rapport"]
    assert check(desk).faults == []
    history.undo(desk)
    assert looking.items_in(desk, home) == []


def test_a_deadline_elsewhere_of_a_forgotten_commitment_goes_with_it_and_undo_still_works(desk):
    gone, home = put_letter(desk), put_letter(desk)
    owner, _changes = tag(desk, gone, "het rapport")
    tag(desk, home, "voor 1 mei 2026", ItemKind.DEADLINE, owner)
    lettering.set_letter_field(desk, home, "state", LetterState.DONE)
    lettering.forget(desk, gone)
    assert looking.items_in(desk, home) == []
    assert check(desk).faults == []
    while history.status(desk).undo:
        history.undo(desk)
    assert looking.list_letters(desk) == []


def test_a_pdf_that_another_letter_also_holds_stays(desk, letter_id):
    other = put_letter(desk)
    sha256 = desk.letter(letter_id).documents[0].sha256
    with desk.register.write() as conn:
        conn.execute("UPDATE document SET sha256 = ? WHERE letter_id = ?", (sha256, other))
    lettering.forget(desk, letter_id)
    assert letters.pdf_bytes(desk.register, sha256)


def test_forgetting_while_somebody_reads_is_finished_when_the_register_is_closed(desk, monkeypatch):
    letter_id = secret_letter(desk)
    reader = new_desk(desk.register.path)
    monkeypatch.setattr("griffie.store.database.BUSY_MS", 50)
    desk.register._writer.execute("PRAGMA busy_timeout=50")
    reader.register.read.execute("BEGIN")
    reader.register.read.execute("SELECT count(*) FROM letter").fetchone()
    lettering.forget(desk, letter_id)
    reader.register.read.execute("ROLLBACK")
    reader.register.close()
    assert words_in_file(desk) == []


def test_where_the_clerk_left_a_letter_is_remembered_and_is_no_step(desk, letter_id):
    log = log_size(desk.register)
    assert looking.view_state(desk, letter_id) == {}
    looking.keep_view_state(desk, letter_id, {"page": 2})
    looking.keep_view_state(desk, letter_id, {"page": 3, "zoom": 1.25})
    assert looking.view_state(desk, letter_id) == {"page": 3, "zoom": 1.25}
    assert log_size(desk.register) == log


def test_several_fields_of_a_letter_change_in_one_step(desk, letter_id):
    before = dump(desk.register)
    values = {"subject": "Nieuw", "dossiers": (Dossier("29344"),), "state": LetterState.DONE}
    lettering.set_letter_fields(desk, letter_id, values)
    letter = desk.letter(letter_id)
    assert (letter.subject, letter.dossiers, letter.state) == tuple(values.values())
    history.undo(desk)
    assert dump(desk.register) == before
