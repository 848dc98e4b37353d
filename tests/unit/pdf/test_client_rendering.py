"""What a window sees of a page: the same pixels that MuPDF would give it, turned and cut as asked."""

import gc

import pymupdf
import pytest

from tests.unit.pdf.pdf_samples import ANSWER_S, make_letter, rgb

pytestmark = pytest.mark.pdf_process


def own_pixmap(data, page_index=0, scale=1.5, **wishes):
    with pymupdf.open(stream=data) as document:
        return document[page_index].get_pixmap(matrix=pymupdf.Matrix(scale, scale), **wishes)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("cropbox", [None, (20, 30, 560, 770)])
def test_a_page_looks_as_mupdf_draws_it_also_rotated_and_cropped(service, rotation, cropbox):
    data = make_letter(rotation=rotation, cropbox=cropbox)
    pixels = service.open(data).render(1, 1.5).result(ANSWER_S)
    own = own_pixmap(data, 1)
    assert (pixels.width, pixels.height) == (own.width, own.height)
    assert (pixels.scale, pixels.clip, pixels.page_index) == (1.5, None, 1)
    assert rgb(pixels) == own.samples
    assert set(bytes(pixels.data)[3::4]) == {255}


def test_red_comes_out_as_red_in_a_qimage(service, letter):
    gui = pytest.importorskip("PySide6.QtGui")
    pixels = service.open(letter).render(0, 1.0).result(ANSWER_S)
    image = gui.QImage(pixels.data, pixels.width, pixels.height, pixels.stride, gui.QImage.Format.Format_RGB32)
    assert image.pixelColor(150, 230).name() == "#ff0000"
    assert image.pixelColor(350, 600).name() == "#0000ff"


@pytest.mark.parametrize("own_rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_the_viewers_turn_adds_to_the_pages_own(service, own_rotation, turn):
    pixels = service.open(make_letter(rotation=own_rotation)).render(0, 1.0, rotation=turn).result(ANSWER_S)
    turned = own_pixmap(make_letter(rotation=(own_rotation + turn) % 360), scale=1.0)
    assert (pixels.width, pixels.height) == (turned.width, turned.height)
    assert rgb(pixels) == turned.samples


@pytest.mark.parametrize(("own_rotation", "turn"), [(0, 0), (90, 0), (0, 90), (270, 180)])
def test_a_clip_is_that_part_of_the_displayed_page(service, own_rotation, turn):
    document = service.open(make_letter(rotation=own_rotation))
    whole = document.render(0, 2.0, rotation=turn).result(ANSWER_S)
    part = document.render(0, 2.0, rotation=turn, clip=(100.2, 150.2, 300.4, 400.4)).result(ANSWER_S)
    assert part.clip == (100.0, 150.0, 300.5, 400.5)
    assert (part.width, part.height) == (401, 501)
    assert rows(part, 0, 0, 401, 501) == rows(whole, 200, 300, 401, 501)


def rows(pixels, left, top, width, height):
    data, stride = bytes(pixels.data), pixels.stride
    return [data[y * stride + left * 4 : y * stride + (left + width) * 4] for y in range(top, top + height)]


def test_a_clip_beyond_the_page_ends_at_its_edge(service, letter):
    part = service.open(letter).render(0, 1.0, clip=(-50, 700, 9000, 9000)).result(ANSWER_S)
    assert part.clip == (0, 700, 600, 800)


def test_a_clip_beside_the_page_is_a_single_pixel_and_no_failure(service, letter):
    part = service.open(letter).render(0, 1.0, clip=(5000, 5000, 5100, 5100)).result(ANSWER_S)
    assert (part.width, part.height) == (1, 1)


def test_a_draft_has_the_same_size_and_rougher_edges(service, letter):
    document = service.open(letter)
    fine = document.render(0, 1.0).result(ANSWER_S)
    draft = document.render(0, 1.0, draft=True).result(ANSWER_S)
    again = document.render(0, 1.0).result(ANSWER_S)
    assert (draft.width, draft.height) == (fine.width, fine.height)
    assert bytes(draft.data) != bytes(fine.data)
    assert bytes(again.data) == bytes(fine.data)


def test_a_giant_page_is_drawn_smaller_and_says_so(service):
    pixels = service.open(make_letter(1, width=14400, height=14400)).render(0, 2.0).result(ANSWER_S)
    assert 38_000_000 < pixels.width * pixels.height <= 40_000_000
    assert pixels.scale == pytest.approx(pixels.width / 14400, rel=1e-3)


def test_a_small_part_of_a_giant_page_is_drawn_at_the_scale_asked_for(service):
    document = service.open(make_letter(1, width=14400, height=14400))
    part = document.render(0, 8.0, clip=(100, 200, 220, 260)).result(ANSWER_S)
    assert (part.scale, part.width, part.height) == (8.0, 960, 480)


def test_a_tiny_page_is_at_least_a_pixel(service):
    pixels = service.open(make_letter(1, width=3, height=3)).render(0, 0.01).result(ANSWER_S)
    assert (pixels.width, pixels.height) == (1, 1)


def test_an_absurd_scale_is_brought_down(service, letter):
    pixels = service.open(letter).render(0, 1e9, clip=(10, 10, 11, 11)).result(ANSWER_S)
    assert pixels.scale < 2000
    assert pixels.width * pixels.height <= 40_000_000


@pytest.mark.parametrize(
    "wish",
    [{"scale": 0}, {"scale": float("nan")}, {"scale": 1, "rotation": 45}, {"scale": 1, "clip": (5, 5, 5, 9)}],
)
def test_a_senseless_wish_is_refused_at_once(service, letter, wish):
    with pytest.raises(ValueError, match=r"scale|clip"):
        service.open(letter).render(0, **wish)


def test_pixels_that_are_held_are_never_drawn_over(service, letter):
    document = service.open(letter)
    held = document.render(0, 1.0).result(ANSWER_S)
    before = bytes(held.data)
    others = [document.render(i % 3, 1.0 + i / 100).result(ANSWER_S) for i in range(8)]
    assert bytes(held.data) == before
    assert len({bytes(other.data) for other in others}) == 8


def test_released_memory_is_used_again_also_by_garbage_collection(service, letter):
    document = service.open(letter)
    first = document.render(0, 1.0).result(ANSWER_S)
    memory = first._memory
    first.release()
    first.release()
    second = document.render(1, 1.0).result(ANSWER_S)
    assert second._memory is memory
    del first, second
    gc.collect()
    assert document.render(2, 1.0).result(ANSWER_S)._memory is memory


def test_released_pixels_cannot_be_looked_at_by_mistake(service, letter):
    pixels = service.open(letter).render(0, 1.0).result(ANSWER_S)
    pixels.release()
    with pytest.raises(ValueError, match="released"):
        bytes(pixels.data)


def test_pixels_outlive_their_document(service, letter):
    document = service.open(letter)
    pixels = document.render(0, 1.0).result(ANSWER_S)
    before = bytes(pixels.data)
    service.close()
    assert bytes(pixels.data) == before


def test_memory_grows_and_shrinks_with_the_pages(service, letter):
    document = service.open(letter)
    for scale in (0.5, 4.0, 0.5, 6.0, 0.2, 1.0):
        pixels = document.render(0, scale).result(ANSWER_S)
        assert rgb(pixels) == own_pixmap(letter, scale=scale).samples
        pixels.release()
