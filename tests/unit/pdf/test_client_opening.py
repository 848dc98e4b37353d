"""What a caller learns of a file: its facts, its text, its outline, or clearly why not."""

import os

import pymupdf
import pytest

from griffie.base.errors import UserError
from griffie.pdf import errors
from tests.unit.pdf.pdf_samples import ANSWER_S, make_empty_book, make_letter

pytestmark = pytest.mark.pdf_process

ENCRYPTED = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "owner_pw": "eigenaar"}
NO_COPY = {"permissions": pymupdf.PDF_PERM_PRINT}


def failure(service, source, **how):
    document = service.open(source, **how)
    queued = document.render(0, 1.0)
    error = document.info.exception(ANSWER_S)
    assert isinstance(error, UserError)
    assert error.text
    assert type(queued.exception(ANSWER_S)) is type(error)
    assert type(document.text(0).exception(ANSWER_S)) is type(error)
    return error


def test_a_path_and_its_bytes_open_alike(service, letter, letter_path):
    from_path, from_bytes = service.open(letter_path), service.open(letter)
    assert from_path.info.result(ANSWER_S) == from_bytes.info.result(ANSWER_S)
    first, second = (d.render(2, 1.0).result(ANSWER_S) for d in (from_path, from_bytes))
    assert bytes(first.data) == bytes(second.data)


def test_the_facts_of_a_letter(service, letter):
    info = service.open(letter).info.result(ANSWER_S)
    assert info.page_count == 3
    assert info.sizes == ((600.0, 800.0, 0),) * 3
    assert (info.has_text, info.encrypted, info.repaired, info.permissions_copy) == (True, False, False, True)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_sizes_are_of_the_cropbox_before_rotation(service, rotation):
    data = make_letter(1, rotation=rotation, cropbox=(20, 30, 560, 770))
    assert service.open(data).info.result(ANSWER_S).sizes == ((540.0, 740.0, rotation),)


def test_a_relative_path_is_the_callers(service, letter_path, monkeypatch):
    monkeypatch.chdir(letter_path.parent)
    relative = type(letter_path)(letter_path.name)
    assert service.open(relative).info.result(ANSWER_S).page_count == 3


def test_a_name_that_is_no_unicode_opens(service, letter, tmp_path):
    path = tmp_path / os.fsdecode(b"brief-\xff.pdf")
    try:
        path.write_bytes(letter)
    except OSError:
        pytest.skip("this file system wants Unicode names")
    assert service.open(path).info.result(ANSWER_S).page_count == 3


def test_text_and_boxes_come_back_whole(service, letter):
    document = service.open(letter)
    text = document.text(1).result(ANSWER_S)
    assert text.text == "Bladzijde 2: ik zal uw Kamer informeren."
    assert (text.page_index, text.width, text.height) == (1, 600.0, 800.0)
    same, boxes = document.boxes(1).result(ANSWER_S)
    assert same == text
    assert len(boxes) == len(text.stripped)
    left, top, *_ = boxes.quad(0)
    assert 71 < left < 74
    assert 85 < top < 100


def test_text_that_was_taken_with_boxes_is_the_same_without(service, letter):
    document = service.open(letter)
    text, _ = document.boxes(0).result(ANSWER_S)
    assert document.text(0).result(ANSWER_S) == text


def test_the_outline_leads_to_pages(service):
    toc = [[1, "Inleiding", 1, 40], [2, "Nader", 2, {"kind": 1, "to": pymupdf.Point(0, 300)}], [1, "Slot", 3]]
    entries = service.open(make_letter(toc=toc)).outline().result(ANSWER_S)
    assert [(e.level, e.title, e.page_index) for e in entries] == [(1, "Inleiding", 0), (2, "Nader", 1), (1, "Slot", 2)]
    assert entries[1].y_pt == pytest.approx(300, abs=1)


def test_a_letter_without_bookmarks_has_an_empty_outline(service, letter):
    assert service.open(letter).outline().result(ANSWER_S) == ()


def test_sizes_beyond_the_first_come_when_asked_for(service):
    document = service.open(make_letter(5))
    assert document.sizes(3, 99).result(ANSWER_S) == ((600.0, 800.0, 0),) * 2


@pytest.mark.parametrize("data", [b"<html><body>hallo</body></html>", b"\x89PNG\r\n\x1a\n", b"zomaar wat tekst" * 50])
def test_something_else_is_no_pdf_whatever_its_name(service, tmp_path, data):
    path = tmp_path / "brief.pdf"
    path.write_bytes(data)
    assert isinstance(failure(service, path), errors.NotAPdf)
    assert isinstance(failure(service, data), errors.NotAPdf)


def test_a_picture_named_pdf_is_no_pdf(service):
    picture = pymupdf.Pixmap(pymupdf.csRGB, (0, 0, 9, 9), False)
    picture.clear_with(255)
    assert isinstance(failure(service, picture.tobytes("png")), errors.NotAPdf)


def test_an_empty_file_is_called_empty(service, tmp_path):
    path = tmp_path / "leeg.pdf"
    path.touch()
    assert isinstance(failure(service, path), errors.EmptyFile)
    assert isinstance(failure(service, b""), errors.EmptyFile)


def test_a_file_cut_off_opens_as_repaired_or_is_refused(service, letter):
    info = service.open(letter[: len(letter) - 300]).info.result(ANSWER_S)
    assert info.repaired
    assert isinstance(failure(service, letter[:60]), errors.NotAPdf | errors.NoPages)


def test_a_pdf_without_pages_says_so(service):
    assert isinstance(failure(service, make_empty_book()), errors.NoPages)


def test_a_missing_file_a_folder_and_a_pipe_are_unreadable(service, tmp_path):
    assert isinstance(failure(service, tmp_path / "weg.pdf"), errors.FileUnreadable)
    assert isinstance(failure(service, tmp_path), errors.FileUnreadable)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.pdf")
        assert isinstance(failure(service, tmp_path / "pijp.pdf"), errors.FileUnreadable)


def test_a_user_password_is_asked_for_and_checked(service):
    data = make_letter(user_pw="géheim", **ENCRYPTED)
    assert isinstance(failure(service, data), errors.NeedsPassword)
    wrong = failure(service, data, password="raad maar")
    assert isinstance(wrong, errors.WrongPassword)
    assert "raad maar" not in repr(wrong) + str(wrong) + wrong.detail
    assert isinstance(failure(service, data, password=""), errors.WrongPassword)
    info = service.open(data, password="géheim").info.result(ANSWER_S)
    assert (info.page_count, info.encrypted) == (3, True)


def test_an_owner_password_alone_needs_no_prompt_and_its_wish_is_told(service):
    document = service.open(make_letter(**ENCRYPTED, **NO_COPY))
    info = document.info.result(ANSWER_S)
    assert (info.encrypted, info.permissions_copy) == (True, False)
    assert document.text(0).result(ANSWER_S).text.startswith("Bladzijde 1")


def test_a_page_that_is_not_there_fails_alone(service, letter):
    document = service.open(letter)
    error = document.render(99, 1.0).exception(ANSWER_S)
    assert isinstance(error, errors.PageFailed)
    assert (error.page_index, error.fault) == (99, errors.Fault.DAMAGED)
    assert "Page 100" in str(error)
    assert document.render(-1, 1.0).exception(ANSWER_S)
    assert document.render(0, 1.0).result(ANSWER_S).width == 600


def test_the_file_is_the_same_afterwards(service, letter, letter_path):
    document = service.open(letter_path)
    document.boxes(0).result(ANSWER_S)
    document.render(0, 1.0).result(ANSWER_S)
    service.close()
    assert letter_path.read_bytes() == letter
