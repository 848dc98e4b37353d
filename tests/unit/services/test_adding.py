"""Taking letters in: whole, once, one bad file never stops the rest; a second print is recognised and tied anew."""

import datetime as dt
import os
from pathlib import Path

import pytest

from griffie.base.errors import Cancelled, UserError
from griffie.domain.anchor import find_quote
from griffie.domain.flow import Flow
from griffie.domain.kinds import AnchorState, DocumentRole, ItemKind
from griffie.domain.page import strip_text
from griffie.domain.reading import Reading, Suggestion, SuggestionKind
from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from griffie.services import adding, files, history, itemising, lettering, looking, reading, suggesting, tagging
from griffie.services.adding import AddStatus, add_document, add_file, add_files, join_letters
from griffie.services.keeping import check
from griffie.services.reading import Reader
from griffie.store import letters
from tests.helpers.registers import document_of, dump, new_desk, select
from tests.unit.services.letter_prints import (
    MOTION,
    PARAGRAPHS,
    PROMISE,
    chamber_print,
    covering_note,
    locked_print,
    ministry_print,
)
from tests.unit.services.test_tagging import tag

pytestmark = pytest.mark.pdf_process


@pytest.fixture(scope="module")
def service():
    launcher = start_launcher()
    service = PdfService(launcher)
    yield service
    service.close()
    launcher.close()


@pytest.fixture
def desk(desk, service):
    desk.pdf = service
    return desk


@pytest.fixture
def file(tmp_path):
    """Write bytes to a file of a name and return its path."""

    def write(name, data):
        path = tmp_path / "letters" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def ministry(desk, file):
    """The id of the letter as the ministry printed it."""
    return add_file(desk, file("brief.pdf", ministry_print())).letter_id


def statuses(outcomes):
    return [(added.path.name, added.status) for added in outcomes]


# ---- one file


def test_a_letter_is_stored_whole_with_its_header_and_texts_in_one_step(desk, file):
    before, data = dump(desk.register), ministry_print()
    added = add_file(desk, file("brief.pdf", data))
    assert added.status is AddStatus.ADDED
    letter = desk.letter(added.letter_id)
    assert (letter.date, letter.subject) == (dt.date(2026, 3, 12), "Uitvoering regeling windmolens")
    assert [sender.person for sender in letter.senders] == ["S. Winter"]
    (document,) = letter.documents
    assert (document.role, document.file_name, document.page_count) == (DocumentRole.MINISTRY, "brief.pdf", 1)
    assert letters.pdf_bytes(desk.register, document.sha256) == data
    assert "windmolens op zee" in looking.open_document(desk, document).pages[0].text
    assert looking.count_letters(desk, query="visserij scheepvaart") == 1
    assert added.changes.letters == {letter.id}
    assert check(desk).faults == []
    after = dump(desk.register)
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == after


def test_the_print_of_the_chamber_is_known_by_its_number(desk, file):
    letter = desk.letter(add_file(desk, file("kst.pdf", chamber_print())).letter_id)
    assert (letter.citation, letter.documents[0].role) == ("33561, nr. 61", DocumentRole.KAMERSTUK)
    assert looking.list_letters(desk)[0].dossiers == "33561"


def test_the_same_file_twice_is_said_to_be_there_already_under_any_name(desk, file):
    data = ministry_print()
    first = add_file(desk, file("brief.pdf", data))
    again = add_file(desk, file("anders.pdf", data))
    assert (again.status, again.letter_id) == (AddStatus.DUPLICATE, first.letter_id)
    assert "already" in again.reason
    assert looking.count_letters(desk) == 1


def test_a_file_whose_letter_was_undone_can_be_added_again(desk, file):
    path = file("brief.pdf", ministry_print())
    first = add_file(desk, path)
    history.undo(desk)
    second = add_file(desk, path)
    assert (second.status, second.letter_id != first.letter_id) == (AddStatus.ADDED, True)
    assert check(desk).faults == []


def test_a_file_that_another_process_adds_meanwhile_is_stored_once(desk, file, monkeypatch):
    path, other = file("brief.pdf", ministry_print()), new_desk(desk.register.path, "collega")
    other.pdf, real, twice = desk.pdf, adding.read_header, []

    def slow(pages, ministries):
        if not twice:
            twice.append(True)
            assert add_file(other, path).status is AddStatus.ADDED
        return real(pages, ministries)

    monkeypatch.setattr(adding, "read_header", slow)
    assert add_file(desk, path).status is AddStatus.DUPLICATE
    assert looking.count_letters(desk) == 1
    other.register.close()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("text.pdf", b"just text"),
        ("empty.pdf", b""),
        ("cut.pdf", ministry_print()[:60]),
        ("locked.pdf", locked_print("geheim")),
        ("page.pdf", b"<html><body>Aan de Voorzitter</body></html>"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason_and_leaves_nothing(desk, file, name, data):
    before = dump(desk.register)
    added = add_file(desk, file(name, data))
    assert (added.status, added.letter_id) == (AddStatus.REFUSED, None)
    assert added.reason.endswith(".")
    assert dump(desk.register) == before
    assert desk.register.read.execute("SELECT count(*) FROM pdf").fetchone()[0] == 0


def test_what_is_no_file_or_too_large_is_refused(desk, file, tmp_path, monkeypatch):
    assert "no file" in add_file(desk, tmp_path / "nothing.pdf").reason
    assert "not a file" in add_file(desk, tmp_path).reason
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.pdf")
        assert "not a file" in add_file(desk, tmp_path / "pipe.pdf").reason
    monkeypatch.setattr(files, "LARGEST_FILE", 10)
    assert "larger" in add_file(desk, file("big.pdf", ministry_print())).reason


@pytest.mark.skipif(os.name != "posix", reason="only there a name may be any bytes")
def test_a_file_name_that_is_no_text_is_kept_readable(desk, file, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/brief-\xe9\xff.pdf"))
    path.write_bytes(ministry_print())
    added = add_file(desk, path)
    assert added.status is AddStatus.ADDED
    assert desk.letter(added.letter_id).documents[0].file_name == "brief-\ufffd\ufffd.pdf"


def test_without_the_pdf_process_a_file_is_refused(desk, file):
    desk.pdf = None
    assert "cannot be read here" in add_file(desk, file("brief.pdf", ministry_print())).reason


# ---- many files


def test_one_bad_file_in_a_folder_does_not_stop_the_rest(desk, file, tmp_path):
    for name, data in (("b.pdf", b"bad"), ("a.pdf", covering_note("een")), ("c.PDF", covering_note("twee"))):
        file(name, data)
    file("list.txt", b"no pdf")
    (tmp_path / "letters" / "z").mkdir()
    (tmp_path / "letters" / "z" / "d.pdf").write_bytes(covering_note("drie"))
    if os.name == "posix":
        (tmp_path / "letters" / "loop").symlink_to(tmp_path / "letters")
    said = []
    outcomes = add_files(desk, [tmp_path / "letters"], progress=lambda done, total, path: said.append((done, total)))
    assert statuses(outcomes) == [
        ("a.pdf", AddStatus.ADDED),
        ("b.pdf", AddStatus.REFUSED),
        ("c.PDF", AddStatus.ADDED),
        ("d.pdf", AddStatus.ADDED),
    ]
    assert said == [(n, 4) for n in range(5)]


def test_what_was_added_before_the_user_stopped_it_stays(desk, file, tmp_path):
    for n in range(3):
        file(f"{n}.pdf", covering_note(f"brief {n}"))
    with pytest.raises(Cancelled):
        for _added in add_files(desk, [tmp_path / "letters"], cancelled=lambda: looking.count_letters(desk) == 2):
            pass
    assert looking.count_letters(desk) == 2


# ---- another print of the same letter


def test_a_second_print_of_a_letter_is_recognised(desk, file, ministry):
    assert add_file(desk, file("kst.pdf", chamber_print())).same_as == ministry


def test_another_letter_of_the_same_day_is_not_taken_for_the_same(desk, file, ministry):
    other = (PARAGRAPHS[0], "Hierbij bied ik u de geannoteerde agenda aan voor de Raad van 20 maart in Brussel. " * 3)
    assert add_file(desk, file("anders.pdf", ministry_print(other, "Agenda"))).same_as is None


def tagged(desk, letter_id):
    """Tag a promise, a motion, the same promise as a request, and a deadline."""
    ids = [tag(desk, letter_id, PROMISE)[0], tag(desk, letter_id, MOTION, ItemKind.MOTION)[0]]
    ids.append(tag(desk, letter_id, PROMISE, ItemKind.REQUEST)[0])
    return [*ids, tag(desk, letter_id, "voor 1 mei 2026", ItemKind.DEADLINE)[0]]


def passages(desk, letter_id, document_id):
    return {
        item.id: [p for p in item.passages if p.document_id == document_id]
        for item in looking.items_in(desk, letter_id)
    }


def test_adding_a_print_ties_every_passage_anew_by_its_quote_and_undo_takes_it_back(desk, file, ministry):
    items = tagged(desk, ministry)
    before = dump(desk.register)
    add_document(desk, ministry, file("kst.pdf", chamber_print()), DocumentRole.KAMERSTUK)
    first, second = desk.letter(ministry).documents
    found = passages(desk, ministry, second.id)
    assert {item: len(ties) for item, ties in found.items()} == dict.fromkeys(items, 1)
    pages = looking.open_document(desk, second).pages
    for item_id in items:
        (passage,) = found[item_id]
        words = "".join(pages[s.page_index].stripped[s.start : s.end] for s in passage.spans)
        assert words == strip_text(passage.quote)
        assert passage.state is AnchorState.REPAIRED
        assert all(s.quads for s in passage.spans)
    item = desk.item(items[0])
    assert item.literal == PROMISE
    assert item.passages[0].document_id == first.id
    assert check(desk).faults == []
    history.undo(desk)
    assert dump(desk.register) == before


def test_a_third_print_ties_each_item_once_more_not_twice(desk, file, ministry):
    items = tagged(desk, ministry)
    add_document(desk, ministry, file("kst.pdf", chamber_print()), DocumentRole.KAMERSTUK)
    reprint = chamber_print((*PARAGRAPHS, "Herdruk i.v.m. een correctie."))
    add_document(desk, ministry, file("herdruk.pdf", reprint), DocumentRole.REPRINT)
    third = desk.letter(ministry).documents[2]
    assert {i: len(t) for i, t in passages(desk, ministry, third.id).items()} == dict.fromkeys(items, 1)


def test_words_that_the_other_print_does_not_have_are_put_up_for_review(desk, file, ministry):
    item_id, _changes = tag(desk, ministry, "Het rapport van de onafhankelijke commissie treft u")
    without = chamber_print([p for p in PARAGRAPHS if "rapport van" not in p])
    add_document(desk, ministry, file("kst.pdf", without), DocumentRole.KAMERSTUK)
    ours, theirs = desk.item(item_id).passages
    assert (ours.state, theirs.state, theirs.spans) == (AnchorState.EXACT, AnchorState.REVIEW, ())
    assert theirs.page_number == 0
    assert desk.item(item_id).page_number == 1
    assert check(desk).faults == []


def test_an_annex_ties_nothing(desk, file, ministry):
    tagged(desk, ministry)
    add_document(desk, ministry, file("bijlage.pdf", chamber_print()), DocumentRole.ANNEX)
    assert not any(passages(desk, ministry, desk.letter(ministry).documents[1].id).values())


def test_a_document_that_the_register_has_already_is_refused(desk, file, ministry):
    path = file("kst.pdf", chamber_print())
    other = add_file(desk, path).letter_id
    with pytest.raises(UserError, match="already"):
        add_document(desk, ministry, path, DocumentRole.KAMERSTUK)
    assert len(desk.letter(other).documents) == len(desk.letter(ministry).documents) == 1


def test_deleting_an_item_takes_its_passages_in_every_print(desk, file, ministry):
    items = tagged(desk, ministry)
    add_document(desk, ministry, file("kst.pdf", chamber_print()), DocumentRole.KAMERSTUK)
    before = dump(desk.register)
    for item_id in items[:3]:  # the deadline goes with its commitment
        itemising.delete_item(desk, item_id)
    assert desk.register.read.execute("SELECT count(*) FROM passage").fetchone()[0] == 0
    for _item in items[:3]:
        history.undo(desk)
    assert dump(desk.register) == before


def test_tying_to_other_words_in_one_print_leaves_the_other_print_alone(desk, file, ministry):
    item_id, _changes = tag(desk, ministry, PROMISE)
    add_document(desk, ministry, file("kst.pdf", chamber_print()), DocumentRole.KAMERSTUK)
    tagging.tie_item(desk, item_id, ministry, document_of(desk, ministry), select(desk, ministry, MOTION))
    assert [p.quote for p in desk.item(item_id).passages] == [MOTION, PROMISE]
    assert desk.item(item_id).literal == MOTION


# ---- joining two letters


def test_joining_moves_everything_over_in_one_step_and_undo_parts_them_again(desk, file, ministry):
    items = tagged(desk, ministry)
    other = add_file(desk, file("kst.pdf", chamber_print())).letter_id
    theirs, _changes = tag(desk, other, "de gevolgen voor de visserij", ItemKind.REQUEST)
    motion, _changes = tag(desk, other, MOTION, ItemKind.MOTION)
    for motion_id, letter_id in ((items[1], ministry), (motion, other)):
        itemising.type_item_field(desk, desk.item(motion_id, letter_id), "dossier", "33561-58")
    before = dump(desk.register)
    changes = join_letters(desk, other, ministry, DocumentRole.KAMERSTUK)
    assert {other, ministry} <= changes.letters
    letter = desk.letter(ministry)
    assert [d.role for d in letter.documents] == [DocumentRole.MINISTRY, DocumentRole.KAMERSTUK]
    assert [row.id for row in looking.list_letters(desk)] == [ministry]
    assert {item.id for item in looking.items_in(desk, ministry)} == {*items, theirs}
    found = passages(desk, ministry, letter.documents[1].id)
    assert [len(found[item_id]) for item_id in (*items, theirs)] == [1, 2, 1, 1, 1]
    assert check(desk).faults == []
    after = dump(desk.register)
    history.undo(desk)
    assert dump(desk.register) == before
    history.redo(desk)
    assert dump(desk.register) == after


def test_a_letter_is_not_joined_with_itself(desk, ministry):
    before = dump(desk.register)
    with pytest.raises(UserError, match="itself"):
        join_letters(desk, ministry, ministry, DocumentRole.REPRINT)
    assert dump(desk.register) == before


def test_forgetting_a_joined_letter_leaves_no_word_of_either_print(desk, file, ministry):
    other = add_file(desk, file("kst.pdf", chamber_print())).letter_id
    lettering.set_letter_field(desk, other, "remarks", "Geheimwoordxq")
    tagged(desk, other)
    join_letters(desk, other, ministry, DocumentRole.KAMERSTUK)
    lettering.forget(desk, ministry)
    assert check(desk).faults == []
    assert history.status(desk).undo is None
    desk.register.close()
    data = desk.register.path.read_bytes().lower()
    assert [word for word in (b"geheimwoordxq", b"windmolens", b"onafhankelijke", b"azmani") if word in data] == []


# ---- reading at once


def found_in(words):
    """Return a reader that finds one commitment over these words, with their places."""

    def read(pages, boxes, facts):
        flow = Flow(pages)
        selection = flow.select(*find_quote(words, flow)[0], boxes)
        return Reading((), (Suggestion(SuggestionKind.COMMITMENT, "a", selection, {}, 0.9, "r", ()),), "composed/1")

    return Reader("composed/1", read)


def test_a_letter_is_read_as_it_is_added_where_that_is_asked_for(desk, file):
    reader = found_in(PROMISE)
    added = add_file(desk, file("brief.pdf", ministry_print()), read=True, reader=reader)
    (shown,) = suggesting.suggestions(desk, added.letter_id)
    assert shown.suggestion.selection.quote == PROMISE
    assert all(span.quads for span in shown.suggestion.selection.spans)
    assert reading.unread(desk, reader=reader) == []
    assert added.changes.letters == {added.letter_id}
    assert check(desk).faults == []
    history.undo(desk)
    assert looking.count_letters(desk) == 0


def test_a_letter_is_left_unread_where_that_is_not_asked_for_and_can_be_read_later(desk, file):
    reader = found_in(PROMISE)
    added = add_file(desk, file("brief.pdf", ministry_print()))
    assert reading.unread(desk, reader=reader) == [added.letter_id]
    (outcome,) = reading.read_letters(desk, [added.letter_id], reader=reader)
    assert outcome.error is None
    (shown,) = suggesting.suggestions(desk, added.letter_id)
    assert all(span.quads for span in shown.suggestion.selection.spans)


def test_a_letter_that_the_reader_stumbles_over_is_added_all_the_same(desk, file, caplog):
    stumbling = Reader("composed/1", lambda *args: [][0])
    added = add_file(desk, file("brief.pdf", ministry_print()), read=True, reader=stumbling)
    assert (added.status, added.reason) == (AddStatus.ADDED, "")
    assert "could not be read" in caplog.text
    assert reading.unread(desk, reader=stumbling) == [added.letter_id]
