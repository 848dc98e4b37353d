"""How the width of the paper is shared out among the columns of a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.domain.paper import PaperColumn
from griffie.ui.printing.widths import shared_out

ROOM = 5000


def columns(*shares):
    return tuple(PaperColumn(str(place), share) for place, share in enumerate(shares))


def test_shares_are_kept_where_all_fit():
    assert shared_out(columns(1, 3), (100, 100), 4000) == [1000, 3000]


def test_a_column_that_needs_more_takes_it_from_the_others_in_proportion():
    assert shared_out(columns(1, 2, 1), (2000, 10, 10), 5000) == [2000, 2000, 1000]


def test_a_column_without_a_share_is_no_wider_than_it_must_be():
    assert shared_out(columns(0, 1), (300, 10), 1000) == [300, 700]
    assert shared_out(columns(0, 0), (300, 10), 1000) == [300, 10]


def test_where_not_all_fit_the_widest_gives_way():
    assert shared_out(columns(1, 1, 1), (100, 5000, 300), 1000) == [100, 600, 300]


@given(st.lists(st.tuples(st.floats(0, 20), st.floats(1, 4000)), min_size=1, max_size=12))
def test_columns_never_take_more_than_there_is_nor_less_than_they_need(wanted):
    least = [need for _share, need in wanted]
    found = shared_out(columns(*(share for share, _need in wanted)), least, ROOM)
    assert sum(found) <= ROOM * 1.0001
    if sum(least) < ROOM:
        assert all(wide >= need * 0.9999 for wide, need in zip(found, least, strict=True))
    else:
        assert sum(found) == pytest.approx(ROOM)
        assert all(wide <= need for wide, need in zip(found, least, strict=True))
