"""Which pixels a wish comes down to, before anything is drawn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.pdf.render import EXTENT_LIMIT, PIXEL_LIMIT, Frame, frame_for

SIZES = st.floats(min_value=0.0, max_value=1e6)
POINTS = st.floats(min_value=-1e7, max_value=1e7)


def test_a_page_gets_all_the_pixels_it_touches():
    assert frame_for(595.28, 841.89, 1.5, None) == Frame(1.5, 0, 0, 893, 1263)


def test_a_thousandth_of_a_pixel_is_forgiven():
    assert frame_for(100.0004, 100.0, 1.0, None).width == 100


def test_tiles_side_by_side_leave_no_gap():
    whole = frame_for(600, 800, 1.37, None)
    tiles = [frame_for(600, 800, 1.37, (left, 0, left + 150, 800)) for left in (0, 150, 300, 450)]
    assert tiles[0].left == 0
    assert all(next_one.left <= one.right for one, next_one in pairwise(tiles))
    assert tiles[-1].right == whole.right


@given(SIZES, SIZES, st.floats(min_value=1e-6, max_value=1e12), st.none() | st.tuples(POINTS, POINTS, POINTS, POINTS))
def test_no_wish_makes_a_picture_of_no_pixels_or_too_many(width, height, scale, clip):
    frame = frame_for(width, height, scale, clip)
    assert 1 <= frame.width * frame.height <= PIXEL_LIMIT
    assert 0 < frame.scale <= scale
    assert max(frame.right, frame.bottom) <= EXTENT_LIMIT + 1


@pytest.mark.parametrize("width", [14400, 13000, 7000])
def test_a_large_page_gets_nearly_all_the_pixels_there_may_be(width):
    frame = frame_for(width, width, 2.0, None)
    assert frame.width * frame.height > 0.97 * PIXEL_LIMIT
