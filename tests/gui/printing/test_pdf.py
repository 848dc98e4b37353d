"""What a reader finds in a PDF of a view: all of it, once, in its place, and nothing cut."""

import re
from datetime import date

import pytest
from PySide6.QtGui import QFontDatabase, QPalette

from griffie.base.i18n import set_language
from griffie.domain.dates import format_date
from griffie.domain.paper import Block, Paper, PaperColumn, Section
from griffie.ui.printing.typeset import Style
from griffie.ui.theme import DARK, palette_of
from tests.gui.printing.papers import COLUMNS, NUMBER, paper, row, rows, table

MM = 72 / 25.4
A4 = (595, 842)


def words_of(section):
    return [word for texts in section.rows for word in " ".join(texts[:3]).split() if re.search(r"\d", word)]


@pytest.mark.parametrize("landscape", [False, True])
def test_every_word_of_every_row_stands_there_once(printed, landscape):
    late, soon = table("Late", 150), table("Soon", 90, start=500)
    read = printed(paper(late, soon, landscape=landscape))
    counted = read.counted()
    expected = words_of(late) + words_of(soon)
    assert {word: counted[word] for word in expected if counted[word] != 1} == {}
    assert set(read.sizes) == {A4[::-1] if landscape else A4}


@pytest.mark.parametrize("landscape", [False, True])
def test_no_word_lies_over_another_or_in_the_margin(printed, landscape):
    sheet = Block("Fields", (("Status", "open"), ("A label of several words that is far too wide", "w " * 200)))
    read = printed(paper(table("Late", 60), sheet, landscape=landscape, note="Counted " * 60), source="x" * 300)
    assert read.overlapping() == []
    assert read.outside(17.9 * MM, 13 * MM, 17.9 * MM, 10 * MM) == []


def test_no_row_is_cut_by_the_edge_of_a_page(printed):
    late = table("Late", 200)
    read = printed(paper(late))
    for texts in late.rows:
        first, last = texts[0], texts[1].split()[-1]
        assert read.pages_of(first) == read.pages_of(last)


@pytest.mark.parametrize("lines", range(50, 59))
def test_a_second_row_that_fills_a_page_is_not_cut_to_keep_the_first_company(printed, lines):
    tall = "\n".join(f"line{number}" for number in range(lines))
    late = Section("Late", COLUMNS, (row(1, 2), (NUMBER.format(2), tall, "minister", "3 juli 2026", "1"), row(3, 2)))
    read = printed(paper(late))
    assert read.pages_of("line0") == read.pages_of(f"line{lines - 1}")


def test_headings_of_columns_come_back_on_every_page_of_their_table(printed):
    read = printed(paper(table("Late", 150), Block("Fields", (("Status", "open"),))))
    with_rows = [index for index, text in enumerate(read.texts) if "C2026-" in text]
    assert len(with_rows) > 3
    assert read.pages_of("Promise") == with_rows
    assert read.counted()["Promise"] == len(with_rows)
    assert [text.count("Late (continued)") for text in read.texts][: len(with_rows)] == [0] + [1] * (len(with_rows) - 1)


def test_a_heading_does_not_stand_at_the_foot_of_a_page_without_its_rows(printed):
    for above in range(20, 60, 3):
        read = printed(paper(table("Late", above), table("Later", 5, start=900)))
        heading = [index for index, text in enumerate(read.texts) if "\nLater\n" in text]
        assert heading == read.pages_of(NUMBER.format(900)), f"with {above} rows above it"


def test_the_total_does_not_stand_on_a_page_without_a_row(printed):
    for count in range(20, 60, 3):
        read = printed(paper(table("Late", count, total="Altogether", totals=("Sum", "", "", "", "88"))))
        last = read.pages_of(NUMBER.format(count - 1))
        assert read.pages_of("Sum") == read.pages_of("Altogether") == last, f"with {count} rows"


def test_pages_are_numbered_and_headed(printed):
    read = printed(paper(table("Late", 150)), source="commissie.sqlite")
    day = f"Printed on {format_date(date.today(), 'en')}"
    for number, text in enumerate(read.texts, 1):
        assert f"page {number} of {read.page_count}\n" in text
        assert text.count("Reminder round") == 1
        assert text.count(day) == 1
        assert text.count("commissie.sqlite") == 1


def test_the_words_around_are_dutch_in_a_dutch_window(printed):
    set_language("nl")
    read = printed(paper(table("Te laat", 40)))
    assert f"pagina 2 van {read.page_count}" in read.texts[1]
    assert f"Afgedrukt op {format_date(date.today(), 'nl')}" in read.texts[1]
    assert "Te laat (vervolg)" in read.texts[1]


def test_a_source_of_its_own_stands_at_the_foot(printed):
    read = printed(paper(table("Late", 3), source="all registers"), source="commissie.sqlite")
    assert "all registers" in read.texts[0]
    assert "commissie.sqlite" not in read.texts[0]


def test_a_table_without_rows_says_so_without_headings(printed):
    read = printed(paper(Section("Late", COLUMNS, (), nothing="Nothing is late.")))
    assert "Nothing is late." in read.texts[0]
    assert "Promise" not in read.texts[0]


def test_fields_without_values_say_so(printed):
    read = printed(paper(Block("Fields", (("Status", ""),), nothing="Nothing is known.")))
    assert "Nothing is known." in read.texts[0]
    assert "Status" not in read.texts[0]


def test_a_paper_with_nothing_on_it_is_one_page_with_its_title(printed):
    read = printed(Paper("Agenda", "", ()))
    assert read.page_count == 1
    assert "Agenda" in read.texts[0]


def test_a_row_taller_than_a_page_goes_on_over_several_and_loses_no_word(printed):
    long = row(7, 3000)
    read = printed(paper(Section("Late", COLUMNS, (row(1, 5), long, row(9, 5)))))
    counted = read.counted()
    assert [word for word in long[1].split() if counted[word] != 1] == []
    assert len(read.pages_of("Promise")) == read.page_count > 2
    assert read.overlapping() == []


def test_a_long_note_and_a_long_field_go_on_over_several_pages(printed):
    quote = " ".join(f"q{number}" for number in range(4000))
    note = " ".join(f"n{number}" for number in range(4000))
    read = printed(paper(Block("", (("Quote", quote),)), note=note))
    counted = read.counted()
    assert [word for word in f"{quote} {note}".split() if counted[word] != 1] == []


def test_what_does_not_wrap_stays_on_one_line_however_narrow_its_share(printed):
    columns = (
        PaperColumn("Number", 0.01, kind="short"),
        PaperColumn("Promise", 50),
        PaperColumn("Term", 0.01, kind="date"),
    )
    texts = tuple((f"C2026-{number:04}", "word " * 60, "30 september 2031") for number in (1, 2))
    read = printed(paper(Section("", columns, texts)))
    assert len(read.boxes_of("C2026-0001")) == 1
    lines = [[round(box.y0) for box in read.boxes_of(word)] for word in ("30", "september", "2031")]
    assert lines[0] == lines[1] == lines[2]


def test_numbers_end_under_each_other(printed):
    columns = (PaperColumn("Ministry", 3), PaperColumn("Open", 1, kind="number"))
    read = printed(paper(Section("", columns, (("Financiën", "7"), ("Defensie", "1.284")), totals=("All", "1.291"))))
    ends = {round(read.boxes_of(word)[0].x1, 1) for word in ("7", "1.284", "1.291", "Open")}
    assert max(ends) - min(ends) < 0.5


def test_a_word_wider_than_its_column_is_cut_and_nothing_of_it_lost(printed):
    word = "https://voorbeeld.example/" + "".join(f"{number}x" for number in range(200))
    columns = tuple(PaperColumn(f"Column{number}") for number in range(6))
    read = printed(paper(Section("", columns, ((word, *("words here",) * 5),))))
    assert word in "".join(read.texts[0].split())
    assert read.overlapping() == []
    assert read.outside(17.9 * MM, 0, 17.9 * MM, 0) == []


def test_more_columns_than_fit_are_made_narrower(printed):
    columns = tuple(PaperColumn(f"Heading{number}", 1, kind="short") for number in range(25))
    read = printed(paper(Section("", columns, (tuple(f"value{number}" for number in range(25)),))))
    assert read.outside(17.9 * MM, 0, 17.9 * MM, 0) == []
    assert read.overlapping() == []
    assert "".join(read.texts[0].split()).count("value24") == 1


def test_a_column_that_should_not_wrap_does_so_before_it_takes_all_the_room(printed):
    columns = (PaperColumn("Letter", 0, kind="short"), PaperColumn("Promise", 3), PaperColumn("Term", 0, kind="date"))
    letter = " ".join(f"letter{number}" for number in range(30))
    read = printed(paper(Section("", columns, ((letter, "promise " * 40, "30 september 2031"),))))
    assert len({round(box.y0) for box in read.boxes_of("promise")}) < 12
    assert len({round(read.boxes_of(word)[0].y0) for word in ("september", "2031")}) == 1
    assert read.overlapping() == []


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("vóór 1 mei – “zo snel”", "vóór 1 mei – “zo snel”"),
        ("efficiënt afficheren", "efficiënt afficheren"),
        ("one\nother", "one\nother"),
        ("bell\x07 and tab\there", "bell and tab here"),
        ("a<b> & c", "a<b> & c"),
    ],
)
def test_words_can_be_copied_as_they_were_typed(printed, typed, stands):
    read = printed(paper(Section("", COLUMNS[:2], (("C2026-0001", typed),))))
    assert stands in read.texts[0]


def test_letters_are_not_joined_whatever_the_font(printed, monkeypatch):
    family = "DejaVu Sans"  # joins f and i where it may
    if family not in QFontDatabase.families():
        pytest.skip(f"there is no {family} here")
    monkeypatch.setattr("griffie.ui.printing.typeset.paper_family", lambda: family)
    assert "efficiënt afficheren" in printed(paper(Block("", (("Words", "efficiënt afficheren"),)))).texts[0]


def test_letters_outside_the_basic_plane_do_not_shift_where_lines_break(printed):
    text = " ".join(f"\U0001d538x{number}" for number in range(60))
    read = printed(paper(Section("", COLUMNS[:2], (("C2026-0001", text),))))
    assert [number for number in range(60) if f"x{number}" not in re.findall(r"x\d+", read.texts[0])] == []


def test_the_title_is_that_of_the_file(printed):
    read = printed(paper(table("Late", 1), title="Rappèl 1 juli"))
    assert (read.metadata["title"], read.metadata["creator"]) == ("Rappèl 1 juli", "Griffie")


def test_paper_is_black_on_white_in_a_dark_window(printed, qapp):
    before = QPalette(qapp.palette())
    qapp.setPalette(palette_of(DARK))
    try:
        read = printed(paper(table("Late", 40), Block("", (("Status", "open"),))))
    finally:
        qapp.setPalette(before)
    assert read.colours() == ({(0.0, 0.0, 0.0)}, {(0.0, 0.0, 0.0)})


def test_nothing_is_smaller_than_eight_points(printed):
    assert min(style.value[0] for style in Style) >= 80
    assert Style.CELL.value[0] >= 90


def test_a_title_of_several_lines_leaves_room_for_the_day(printed):
    title = "Rappel van " + "toezeggingen en moties " * 12
    read = printed(paper(table("Late", 60), title=title))
    assert read.overlapping() == []
    assert read.counted()["Printed"] == read.page_count


def test_tables_with_the_same_columns_stand_in_line(printed):
    wide = Section("Wide", COLUMNS, ((f"C2026-{'9' * 12}", "word", "minister", "3 juli 2026", "1"),))
    read = printed(paper(table("Late", 3), wide, Section("Empty", COLUMNS, (), nothing="None.")))
    assert len({round(box.x0, 1) for box in read.boxes_of("Promise")}) == 1


def test_a_long_list_has_each_of_its_rows(printed):
    read = printed(paper(Section("", COLUMNS, rows(700)), landscape=True))
    counted = read.counted()
    assert read.page_count > 20
    assert [number for number in range(700) if counted[NUMBER.format(number)] != 1] == []
