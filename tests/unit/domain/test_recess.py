from datetime import date

import pytest

from griffie.base.errors import InvalidValueError, UserError
from griffie.domain.kinds import Chamber
from griffie.domain.recess import Recess, RecessCalendar, RecessKind, read_recesses, shipped_calendar, to_toml

ROW = '[[recess]]\nchamber = "TK"\nkind = "may"\nfirst = 2026-04-24\nlast = 2026-05-11\n'


def test_the_shipped_calendar_knows_the_published_recesses_with_their_source():
    found = shipped_calendar().recess(RecessKind.MAY, 2026)
    assert (found.first, found.last, found.grade) == (date(2026, 4, 24), date(2026, 5, 11), "B")
    assert found.source


def test_the_senate_has_recesses_of_its_own():
    calendar = shipped_calendar()
    assert calendar.recess(RecessKind.SUMMER, 2009, Chamber.EK).first == date(2009, 7, 9)
    assert calendar.recess(RecessKind.SUMMER, 2009, Chamber.TK).first == date(2009, 7, 3)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (RecessKind.SUMMER, date(2027, 7, 9), date(2027, 9, 6)),
        (RecessKind.CHRISTMAS, date(2026, 12, 18), date(2027, 1, 11)),
    ],
)
def test_summer_and_christmas_go_by_rule_where_there_is_no_row(kind, first, last):
    found = shipped_calendar().recess(kind, first.year)
    assert (found.first, found.last, found.grade) == (first, last, "R")


@pytest.mark.parametrize("kind", [RecessKind.MAY, RecessKind.SPRING, RecessKind.AUTUMN, RecessKind.ELECTION])
def test_a_recess_that_follows_the_school_holidays_is_not_guessed(kind):
    assert shipped_calendar().recess(kind, 2031) is None


def test_every_shipped_summer_of_the_house_fits_the_rule():
    for row in shipped_calendar().rows:
        if row.chamber is Chamber.TK and row.kind is RecessKind.SUMMER:
            by_rule = RecessCalendar().recess(RecessKind.SUMMER, row.first.year)
            assert (row.first, row.last) == (by_rule.first, by_rule.last)


def test_a_letter_to_both_chambers_goes_by_the_house():
    assert shipped_calendar().recess(RecessKind.MAY, 2026, Chamber.BOTH).first == date(2026, 4, 24)


def test_a_users_own_row_lies_over_the_shipped_one_and_leaves_the_others():
    own = Recess(Chamber.TK, RecessKind.MAY, date(2026, 4, 17), date(2026, 5, 4), "Presidium", "A")
    calendar = shipped_calendar().merged([own])
    assert calendar.recess(RecessKind.MAY, 2026) == own
    assert calendar.recess(RecessKind.SPRING, 2026) == shipped_calendar().recess(RecessKind.SPRING, 2026)
    assert len(calendar.rows) == len(shipped_calendar().rows)


def test_a_single_free_day_does_not_replace_another_of_that_year():
    own = Recess(Chamber.EK, RecessKind.FREE, date(2010, 6, 1), date(2010, 6, 1))
    assert len(shipped_calendar().merged([own]).rows) == len(shipped_calendar().rows) + 1


def test_rows_written_are_read_back_as_they_were():
    rows = (*shipped_calendar().rows, Recess(Chamber.EK, RecessKind.MAY, date(2030, 5, 1), date(2030, 5, 1), 'é "x"'))
    assert read_recesses(to_toml(rows)).rows == RecessCalendar(rows).rows


def test_no_rows_are_written_as_an_empty_file_that_can_be_read():
    assert read_recesses(to_toml([])).rows == ()


def test_a_row_without_source_and_grade_is_unchecked():
    (row,) = read_recesses(ROW).rows
    assert (row.source, row.grade) == ("", "U")


def test_a_file_is_read_by_its_path(tmp_path):
    (tmp_path / "own.toml").write_text("\ufeff" + ROW, encoding="utf-8")
    assert len(read_recesses(tmp_path / "own.toml").rows) == 1


def test_a_missing_file_is_told_by_its_name(tmp_path):
    with pytest.raises(UserError, match="own\\.toml"):
        read_recesses(tmp_path / "own.toml")


def test_a_file_that_is_no_text_is_told(tmp_path):
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="own\\.toml"):
        read_recesses(tmp_path / "own.toml")


@pytest.mark.parametrize("text", ["[[recess]", "recess = 3", "recess = [1, 2]", 'recess = "x"'])
def test_what_is_no_calendar_is_refused_with_advice(text):
    with pytest.raises(UserError) as error:
        read_recesses(text)
    assert error.value.advice


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"TK"', '"XX"', "chamber"),
        ('"TK"', '"VV"', "TK"),
        ('"may"', '"weekend"', "kind"),
        ("first = 2026-04-24", "first = 2026-05-24", "ends before"),
        ("first = 2026-04-24", 'first = "24 april"', "first"),
        ("first = 2026-04-24", "first = 2026-04-24T10:00:00", "first"),
        ("last = 2026-05-11\n", "", "last"),
        ("last = 2026-05-11", "last = 2027-05-11", "longer"),
        ("last = 2026-05-11", 'last = 2026-05-11\ngrade = "Z"', "grade"),
        ("last = 2026-05-11", "last = 2026-05-11\nsource = 4", "source"),
        ("last = 2026-05-11", "last = 2026-05-11\nnaam = 4", "naam"),
    ],
)
def test_a_wrong_row_is_told_by_its_number_and_what_is_wrong(old, new, told):
    assert old in ROW
    with pytest.raises(InvalidValueError, match=r"row 2") as error:
        read_recesses(ROW + "\n" + ROW.replace(old, new))
    assert told in error.value.text
