"""What goes on paper is described in full, or refused at once."""

import pytest

from griffie.domain.paper import Block, Paper, PaperColumn, Section, file_name, tables_alike

COLUMNS = (PaperColumn("Number", kind="short"), PaperColumn("Text", 3))


def paper(title="Reminder round", *sections):
    return Paper(title, "", sections)


@pytest.mark.parametrize("row", [("one",), ("one", "two", "three"), ()])
def test_a_row_that_does_not_fit_its_columns_is_refused(row):
    with pytest.raises(ValueError, match="Late"):
        Section("Late", COLUMNS, (("C2026-0001", "words"), row))


def test_totals_that_do_not_fit_the_columns_are_refused():
    with pytest.raises(ValueError, match="columns"):
        Section("", COLUMNS, (), totals=("4",))


def test_a_table_without_columns_is_refused():
    with pytest.raises(ValueError, match="columns"):
        Section("", (), ())


@pytest.mark.parametrize(
    ("column", "side", "wraps"),
    [
        (PaperColumn("Words"), "left", True),
        (PaperColumn("Day", kind="date"), "left", False),
        (PaperColumn("Days late", kind="number"), "right", False),
        (PaperColumn("Days late", 1, "left", "number"), "left", False),
        (PaperColumn("Number", 0, "centre", "short"), "centre", False),
    ],
)
def test_numbers_stand_right_and_only_text_wraps(column, side, wraps):
    assert (column.side, column.wraps) == (side, wraps)


def test_fields_without_a_value_are_left_out():
    block = Block("", (("Status", "open"), ("Committee", ""), ("Notes", " \n")))
    assert block.filled == (("Status", "open"),)


def test_rows_and_fields_are_counted():
    table = Section("", COLUMNS, (("C2026-0001", "a"), ("C2026-0002", "b")))
    assert paper("x", table, Block("", (("Status", "open"),)), table).row_count == 5


def test_tables_with_the_same_columns_belong_together():
    first, second = Section("First", COLUMNS, ()), Section("Second", COLUMNS, ())
    other = Section("Other", COLUMNS[:1], ())
    found = dict(tables_alike(paper("x", first, other, Block("", ()), second)))
    assert found == {COLUMNS: (first, second), COLUMNS[:1]: (other,)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rappel 1 juli 2026", "Rappel 1 juli 2026.pdf"),
        ("Motie 29 344, nr. 120/121", "Motie 29 344, nr. 120 121.pdf"),
        ('a<b>c:d"e\\f|g?h*i\nj', "a b c d e f g h i j.pdf"),
        ("...", "griffie.pdf"),
        ("", "griffie.pdf"),
        ("CON", "griffie.pdf"),
        ("lpt1.old", "griffie.pdf"),
        ("Commissie", "Commissie.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
    ],
)
def test_the_name_of_a_file_is_one_that_every_system_takes(title, name):
    assert file_name(paper(title)) == name
