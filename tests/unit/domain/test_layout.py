"""What a line is on its page, and in which order a person reads the lines."""

import pytest

from griffie.domain.layout import LetterLayout, Role
from tests.unit.domain.drawn import Drawn, draw, line, paragraph

LONG = "Hierbij informeer ik uw Kamer over de voortgang van dit onderwerp, zoals"  # 73 letters: 365 points
MORE = "toegezegd in het debat van deze zomer over de uitvoering van de regeling"


def body(top=100, count=20, left=80):
    return paragraph(left, top, *([LONG, MORE] * count)[:count])


def foot(number, text="Tweede Kamer, vergaderjaar 2022-2023, 28 844, nr. 269"):
    return [line(80, 800, text, 8), line(500, 800, str(number), 8)]


def test_running_feet_and_page_numbers_are_no_text():
    letter = Drawn([*body(), *foot(1)], [*body(), *foot(2)])
    for index in (0, 1):
        assert letter.role("Tweede Kamer", index) is Role.FOOTER
        assert letter.role(str(index + 1), index) is Role.PAGE_NUMBER
        assert letter.order(index)[-1] == str(index + 1)
    assert letter.role(LONG) is Role.BODY


def test_a_running_head_is_known_by_its_repetition():
    letter = Drawn(*[[line(80, 40, f"Voortgangsrapportage {n} 2023", 8), *body()] for n in range(3)])
    assert letter.role("Voortgangsrapportage", 1) is Role.HEADER
    assert letter.order(1)[0].startswith("Voortgangsrapportage")


def test_a_first_line_that_the_next_page_repeats_stays_text_when_text_follows_it():
    letter = Drawn(body(60), body(60))
    assert set(letter.layouts.layout(0).roles) == {Role.BODY}


@pytest.mark.parametrize("number", ["Pagina 1 van 7", "P agina 1 van 7", "1", "- 1 -", "1/7", "pag. 1"])
def test_page_numbers_are_known_in_all_their_forms(number):
    assert Drawn([*body(), line(450, 805, number, 7)]).role(number) is Role.PAGE_NUMBER


def test_a_number_in_the_text_is_no_page_number():
    assert Drawn([*body(count=30), line(80, 460, "1"), *body(480, 10)]).role("1") is Role.BODY


def test_the_imprint_of_an_official_print_is_a_foot():
    letter = Drawn([*body(left=200), line(37, 770, "kst-28286-1366", 6), line(37, 777, "ISSN 0921 - 7371", 6)])
    assert letter.role("kst-28286") is letter.role("ISSN") is Role.FOOTER


def test_the_reference_column_of_a_ministry_stands_beside_the_text():
    strip = [
        line(467, 150 + 9 * n, text, 6.8) for n, text in enumerate(["Ministerie van", "Kenmerk", "IENW/BSK-2023/1"])
    ]
    letter = Drawn([*strip, *body()], [line(467, 150, "Kenmerk", 6.8), line(467, 159, "IENW/BSK-2023/1", 6.8), *body()])
    for index in (0, 1):
        assert letter.role("Kenmerk", index) is Role.COLUMN
        assert letter.order(index)[0] == LONG
    assert letter.role("Ministerie van") is Role.COLUMN


def test_the_last_cells_of_a_table_are_no_reference_column():
    table = [line(left, 400, text) for left, text in ((80, "Grond"), (300, "2021"), (420, "2022"))]
    assert Drawn([*body(count=10), *table]).role("2022") is Role.BODY


def test_notes_are_small_lines_at_the_foot_that_begin_with_rising_marks():
    notes = paragraph(
        80, 700, "1 Kamerstuk 28 844, nr. 266.", "2 Zie ook de brief van 12", "mei 2016.", size=8, pitch=9.6
    )
    letter = Drawn([*body(), *notes, *foot(1)])
    assert [letter.role(text) for text in ("1 Kamer", "2 Zie", "mei 2016")] == [Role.NOTE] * 3
    assert [text for text in letter.starts() if text[0] in "12m"] == [
        "1 Kamerstuk 28 844, nr. 266.",
        "2 Zie ook de brief van 12",
        "1",
    ]


def test_a_note_that_runs_on_over_the_page_end_stays_a_note():
    first = [*body(), *paragraph(80, 740, "3 Zie bijlage bij Kamerstuk 29 665, nr.", size=8)]
    second = [*body(), line(80, 700, "482, zoals eerder gemeld.", 8), line(80, 709.6, "4 Jaarverslag 2023.", 8)]
    letter = Drawn(first, second)
    assert letter.role("482", 1) is letter.role("4 Jaar", 1) is Role.NOTE


def test_small_type_throughout_is_text():
    letter = Drawn(paragraph(80, 100, "1 Eerste punt van de bijlage", "2 Tweede punt", size=7), body())
    assert letter.role("1 Eerste", 0) is Role.BODY


def test_a_table_in_small_type_above_the_notes_stays_text():
    table = [line(80, 500, "Grond 2021", 7), line(80, 510, "TOTAAL 40", 7)]
    letter = Drawn([*body(), *table, line(80, 700, "1 Kamerstuk 28 844.", 7)])
    assert letter.role("TOTAAL") is Role.BODY
    assert letter.role("1 Kamer") is Role.NOTE


def test_two_columns_are_read_one_after_the_other():
    left = paragraph(60, 100, *[f"links regel {n} van de tekst in de kolom" for n in range(8)])
    right = paragraph(310, 100, *[f"rechts regel {n} van de tekst in de kolom" for n in range(8)])
    mixed = [found for pair in zip(left, right, strict=True) for found in pair]
    assert Drawn(mixed).order() == [found[2] for found in left + right]


def test_a_heading_over_two_columns_divides_them():
    def two(top, name):
        left = paragraph(60, top, *[f"{name} links {n} van de tekst in de kolom" for n in range(4)])
        right = paragraph(310, top, *[f"{name} rechts {n} van de tekst in de kolom" for n in range(4)])
        return left, right

    a, b = two(100, "boven"), two(200, "onder")
    title = line(60, 170, "Een kop die over beide kolommen van deze bladzijde heen loopt en verder", 12, bold=True)
    order = Drawn([*a[0], *b[0], title, *a[1], *b[1]]).order()
    assert order == [found[2] for found in (*a[0], *a[1], title, *b[0], *b[1])]


@pytest.mark.parametrize("by_column", [True, False])
def test_labels_are_followed_by_their_values(by_column):
    rows = [("Datum", "18 oktober 2023"), ("Betreft", "Verzamelbrief luchtvaart"), ("Kenmerk", "IENW 12")]
    labels = [line(84, 300 + 12 * n, label, 9) for n, (label, _) in enumerate(rows)]
    values = [line(142, 300 + 12 * n, value, 9) for n, (_, value) in enumerate(rows)]
    lines = labels + values if by_column else [found for pair in zip(labels, values, strict=True) for found in pair]
    assert Drawn([*lines, *body(380)]).order()[:6] == [text for row in rows for text in row]


def test_a_cell_of_several_lines_is_read_as_one():
    cell = paragraph(
        200, 300, "Verzoek van het lid Karabulut om de minister uit", "te nodigen voor het overleg over discriminatie"
    )
    order = Drawn([line(80, 300, "Agendapunt:"), *cell, *body(400)]).order()
    assert order[:3] == ["Agendapunt:", cell[0][2], cell[1][2]]


def test_lines_extracted_upside_down_are_read_from_the_top():
    lines = paragraph(80, 100, *[f"regel {n} van de brief aan de Kamer" for n in range(6)])
    assert Drawn(lines[::-1]).order() == [found[2] for found in lines]


def test_a_page_drawn_sideways_is_read_as_it_is_held():
    lines = [line(500 - 12 * n, 60, f"regel {n} van de gedraaide bladzijde", direction=(0.0, 1.0)) for n in range(5)]
    letter = Drawn(lines[::-1])
    assert letter.order() == [found[2] for found in lines]
    assert letter.layouts.layout(0).direction == (0.0, 1.0)


def test_a_stamp_that_stands_upright_in_the_margin_is_out_of_the_text():
    letter = Drawn([line(20, 600, "arXiv:1234 stempel", direction=(0.0, -1.0)), *body()])
    assert letter.role("stempel") is Role.COLUMN


@pytest.mark.parametrize(
    "heading",
    [
        line(80, 200, "Stand van zaken", bold=True),
        line(80, 200, "Stand van zaken", 13),
        line(80, 200, "Stand van zaken"),
        line(80, 200, "2. Personeel"),
        line(80, 200, "Draagmoederschap of adoptie?"),
    ],
)
def test_a_short_line_that_stands_out_or_names_what_follows_is_a_heading(heading):
    letter = Drawn([*body(100, 7), heading, *body(212, 10)])
    assert letter.role(heading[2]) is Role.HEADING


@pytest.mark.parametrize("text", ["Den Haag, 12 augustus 2016", "Geachte voorzitter,", "en dat is alles", "Ja."])
def test_dates_and_salutations_are_no_headings(text):
    assert Drawn([line(80, 100, text), *body(124)]).role(text) is Role.BODY


def test_a_paragraph_begins_after_white_space_an_indent_an_item_or_a_line_with_room_left():
    page = [
        *paragraph(80, 100, LONG, "en dat was het eerste."),  # room left, then a capital
        *paragraph(
            80,
            124,
            LONG.replace("Hierbij", "Tweede "),
            "met een regel die tot het einde loopt en dan ophoudt met een punt aan..",
        ),
        *paragraph(92, 148, "Derde alinea springt in en loopt door tot aan het einde van de regel, een"),
        *paragraph(
            80, 160, "voor een.", "1. een punt van de lijst", "2. nog een punt van de lijst", "– en een streepje"
        ),
        *paragraph(80, 226, "Na het wit."),
    ]
    assert [text[:6] for text in Drawn(page).starts()] == [
        "Hierbi",
        "Tweede",
        "Derde ",
        "1. een",
        "2. nog",
        "– en e",
        "Na het",
    ]


def test_a_hyphen_at_the_line_end_never_ends_a_paragraph():
    page = paragraph(80, 100, LONG, "weerbar-", "Stigheid van het beleid", LONG)
    assert Drawn(page).starts() == [LONG, LONG]


def test_empty_pages_and_pages_of_blanks_have_no_order():
    letter = Drawn([], [line(80, 100, "   "), line(80, 112, "")])
    assert letter.layouts.layout(0).order == ()
    assert letter.layouts.layout(1).roles == (Role.BLANK, Role.BLANK)
    assert letter.layouts.layout(1).regions == (-1, -1)


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(IndexError):
        Drawn([]).layouts.layout(1)
    with pytest.raises(IndexError):
        Drawn([]).layouts.layout(-1)


class Watched:
    """Pages that remember which of them were looked at."""

    def __init__(self, count):
        self.asked = set()
        self._page, self._count = draw(*body())[0], count

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        self.asked.add(index)
        return self._page


def test_opening_a_long_report_looks_at_no_page_and_one_page_at_its_neighbours_only():
    pages = Watched(300)
    layouts = LetterLayout(pages)
    assert pages.asked == set()
    layouts.layout(150)
    assert pages.asked <= set(range(147, 153))


def test_the_answer_does_not_depend_on_which_page_was_asked_for_first():
    pages = [[*body(), *foot(n)] for n in range(4)]
    forward, backward = Drawn(*pages), Drawn(*pages)
    ahead = [forward.layouts.layout(n) for n in range(4)]
    behind = [backward.layouts.layout(n) for n in reversed(range(4))]
    assert ahead == behind[::-1]
