"""Where pages lie, and the way between the view and unrotated page points."""

import pytest

from griffie.ui.page.geometry import PagePoint, PageStack, apply, inverted, pixels, turn_matrix, turned_size

A4 = (595.0, 842.0, 0)


def stack(*sizes, scale=1.0, turn=0, viewport_width=800):
    return PageStack(sizes, scale, turn, gap=10, margin=20, viewport_width=viewport_width)


def test_pages_stand_below_one_another_in_the_middle_with_a_gap():
    pages = stack(A4, (842.0, 595.0, 0), scale=1.0, viewport_width=1000)
    first, second = pages.frame(0), pages.frame(1)
    assert (first.top, first.bottom) == (10, 852)
    assert second.top == 862
    assert (first.left, second.left) == ((1000 - 595) // 2, (1000 - 842) // 2)


def test_a_page_wider_than_the_view_keeps_its_margin():
    pages = stack((2000.0, 100.0, 0), viewport_width=800)
    assert pages.width == 2040
    assert pages.frame(0).left == 20


@pytest.mark.parametrize(("own", "turn"), [(own, turn) for own in (0, 90, 180, 270) for turn in (0, 90, 180, 270)])
def test_the_corners_of_a_turned_page_are_the_corners_of_its_frame(own, turn):
    size = (300.0, 500.0, own)
    shown = turned_size(size, turn)
    matrix = turn_matrix(size, turn)
    found = {apply(matrix, x, y) for x in (0.0, 300.0) for y in (0.0, 500.0)}
    assert found == {(x, y) for x in (0.0, shown[0]) for y in (0.0, shown[1])}


def test_a_quarter_turn_clockwise_takes_the_top_left_to_the_top_right():
    assert apply(turn_matrix((300.0, 500.0, 90), 0), 0, 0) == (500.0, 0.0)
    assert apply(turn_matrix((300.0, 500.0, 0), 270), 0, 0) == (0.0, 300.0)
    assert apply(turn_matrix((300.0, 500.0, 90), 90), 0, 0) == (300.0, 500.0)


def test_turns_are_those_of_mupdf():
    pymupdf = pytest.importorskip("pymupdf")
    for rotation in (0, 90, 180, 270):
        with pymupdf.open() as document:
            page = document.new_page(width=300, height=500)
            page.set_rotation(rotation)
            theirs = page.rotation_matrix
            assert turn_matrix((300.0, 500.0, rotation), 0) == pytest.approx(tuple(theirs))


@pytest.mark.parametrize("own", [0, 90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_point_of_the_view_comes_back_from_the_page(own, turn):
    pages = stack(A4, (400.0, 700.0, own), A4, scale=1.7, turn=turn)
    point = PagePoint(1, 123.0, 456.0)
    x, y = pages.from_page(point)
    frame = pages.frame(1)
    assert frame.left < x < frame.right
    assert frame.top < y < frame.bottom
    back = pages.to_page(x, y)
    assert (back.page_index, back.x_pt, back.y_pt) == (1, pytest.approx(123.0), pytest.approx(456.0))


def test_a_point_between_pages_belongs_to_the_nearer_one():
    pages = stack(A4, A4)
    assert pages.to_page(400, 854).page_index == 0
    assert pages.to_page(400, 860).page_index == 1
    assert pages.to_page(400, -50).page_index == 0
    assert pages.to_page(400, 99999).page_index == 1


def test_only_pages_that_are_seen_are_visible():
    pages = stack(*[A4] * 10)
    assert list(pages.visible(0, 600)) == [0]
    assert list(pages.visible(800, 1400)) == [0, 1]
    assert list(pages.visible(852, 862)) == []  # the gap between two
    assert list(pages.visible(855, 1400)) == [1]
    assert list(pages.visible(pages.frame(9).top + 1, pages.height)) == [9]
    assert list(stack().visible(0, 600)) == []


def test_a_matrix_and_its_inverse_cancel_out():
    matrix = (0.0, 2.0, -2.0, 0.0, 30.0, 7.0)
    assert apply(inverted(matrix), *apply(matrix, 3.0, 4.0)) == pytest.approx((3.0, 4.0))


def test_a_page_has_as_many_pixels_as_mupdf_draws():
    assert pixels(595.0, 96 / 72) == 794
    assert pixels(600.0, 1.0) == 600
    assert pixels(300.0, 1 / 3) == 100
    assert pixels(0.1, 0.1) == 1


def test_every_page_of_a_long_report_is_found_where_it_lies():
    pages = PageStack([A4] * 2000, 1.5, gap=10, margin=20, viewport_width=800)
    for index in (0, 1, 999, 1998, 1999):
        frame = pages.frame(index)
        assert list(pages.visible(frame.top, frame.bottom)) == [index]
