"""CSV files for Dutch Excel, for other spreadsheets and for programs."""

import csv
import io
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from griffie.base.i18n import in_language
from griffie.domain.kinds import ItemKind
from griffie.domain.listing import ItemRow
from griffie.exchange.columns import COLUMNS, columns_of
from griffie.exchange.guards import guard, one_line
from griffie.exchange.to_csv import PROFILES, csv_lines

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
TYPES = [field.type for field in ItemRow.__dataclass_fields__.values()]
EMPTY = ItemRow(*("" if kind is str else 0 for kind in TYPES))
LETTER = {
    "letter_id": "l1",
    "letter_number": "B2026-0001",
    "letter_date": "2026-03-09",
    "letter_citation": "36112, nr. 47",
    "letter_subject": "Toegankelijke dienstverlening",
    "letter_senders": "Minister van Financiën",
    "letter_chamber": "TK",
    "letters": "B2026-0001",
    "created_at": "2026-03-10T08:15:00Z",
    "created_by": "m.jansen",
    "origin": "passage",
}
COMMITMENT = replace(
    EMPTY,
    id="0c0f3d2e-0000-4000-8000-000000000001",
    kind="commitment",
    number="C2026-0001",
    official_number="TZ202603-130",
    summary="Informeren over de uitkomst\nvan het overleg",
    status="partly_settled",
    status_word="deels afgedaan",
    action="inform",
    promised_by="Minister van Financiën",
    promised_to="Azmani (VVD); Keijzer (CDA)",
    ministry="FIN",
    phrase="voor het zomerreces",
    date_from="2026-03-09",
    date_to="2026-07-02",
    precision="recess",
    page=1,
    quote='Ik zal uw Kamer "voor het zomerreces" informeren; zie nr. 38',
    **LETTER,
)
DEADLINE = replace(
    EMPTY,
    id="0c0f3d2e-0000-4000-8000-000000000002",
    kind="deadline",
    number="T2026-0001",
    status="partly_settled",
    owner_number="C2026-0001",
    phrase="=1+1",
    date_to="2026-07-02",
    precision="recess",
    recurring=1,
    page=1,
    quote="voor het zomerreces",
    **LETTER,
)
MOTION = replace(
    EMPTY,
    id="0c0f3d2e-0000-4000-8000-000000000003",
    kind="motion",
    number="M2026-0001",
    summary="Eén loket",
    status="open",
    dossier="36112",
    paper_number="38",
    submitters="Brouwers (D66)",
    cs=1,
    role="settles",
    vote="adopted",
    judgement="left_to_chamber",
    execution="done",
    page=2,
    quote="De motie van het lid Brouwers",
    **{**LETTER, "letters": "B2026-0001; B2026-0004"},
)
REQUEST = replace(
    EMPTY,
    id="0c0f3d2e-0000-4000-8000-000000000004",
    kind="request",
    number="V2026-0001",
    summary="-overzicht van de pilots",
    status="open",
    asked_by="Vaste commissie voor Financiën",
    asked_of="Minister van Financiën",
    origin="debate",
    meeting="Commissiedebat",
    meeting_date="2026-02-04",
    committee="Financiën",
    remarks="@griffie",
    unreviewed=1,
)
ROWS = [COMMITMENT, DEADLINE, MOTION, REQUEST]


def written(rows, kinds=(), profile="excel_nl", language="en"):
    """Return the bytes of a file with these rows."""
    fields = list(zip(*map(astuple, rows), strict=True))
    return b"".join(csv_lines([fields] if rows else [], columns_of(kinds), PROFILES[profile], in_language(language)))


def read(data, profile="excel_nl"):
    """Return headers and rows as a spreadsheet gets them."""
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=PROFILES[profile].separator, strict=True))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_file_is_the_one_that_was_agreed_on(profile, language, request):
    path = GOLDEN / f"items-{profile}-{language}.csv"
    data = written(ROWS, profile=profile, language=language)
    if request.config.getoption("--write-golden"):
        path.write_bytes(data)
    assert data == path.read_bytes()


def test_dutch_excel_gets_a_byte_order_mark_semicolons_and_crlf():
    data = written(ROWS)
    assert data.startswith(b'\xef\xbb\xbf"Own number";"Kind";')
    assert data.endswith(b'"\r\n')
    assert data.count(b"\r\n") == len(ROWS) + 1
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_the_international_file_has_commas_and_no_byte_order_mark():
    assert written(ROWS, profile="international").startswith(b'"Own number","Kind",')


def test_the_file_for_programs_has_fixed_names_and_codes_in_every_language():
    assert written(ROWS, profile="machine", language="nl") == written(ROWS, profile="machine", language="en")
    headers, first, *_others = read(written(ROWS, profile="machine"), "machine")
    row = dict(zip(headers, first, strict=True))
    assert (row["kind"], row["status"], row["letter_chamber"]) == ("commitment", "partly_settled", "TK")


def test_headers_and_words_are_in_the_chosen_language():
    dutch = written(ROWS, language="nl").decode()
    assert '"Toezegging"' in dutch
    assert '"Commitment"' not in dutch


def test_one_kind_has_only_its_own_columns():
    headers = read(written([MOTION], (ItemKind.MOTION,), "machine"), "machine")[0]
    assert {"submitters", "vote", "letters"} <= set(headers)
    assert not {"promised_by", "asked_by", "owner_number"} & set(headers)


def test_an_empty_list_is_a_file_with_headers():
    assert len(read(written([]))) == 1


def test_no_cell_is_run_and_breaks_become_spaces():
    rows = read(written(ROWS))
    cells = [cell for row in rows[1:] for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@") and cell]
    assert "Informeren over de uitkomst van het overleg" in cells
    assert "'=1+1" in cells


def test_a_code_of_a_newer_griffie_stands_as_it_is():
    odd = replace(COMMITMENT, status="parked", kind="promise")
    assert "parked" in read(written([odd]))[1]


CELLS = st.text(st.sampled_from(list("abc\"'=+-@;, \n\r\t\x00\x1e\x1f\u2028\u00a0é")), max_size=8)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.sampled_from(sorted(PROFILES)))
@example([("", "", ";\x1e")], "excel_nl")  # a line break as the very last character of a batch
def test_every_byte_is_what_the_csv_module_would_write_of_guarded_cells(texts, profile):
    rows = [replace(COMMITMENT, summary=a, quote=b, id=c) for a, b, c in texts]
    columns = columns_of((ItemKind.COMMITMENT,))
    ours = written(rows, (ItemKind.COMMITMENT,), profile).decode("utf-8-sig")
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=PROFILES[profile].separator, quoting=csv.QUOTE_ALL)
    places = {name: [column.name for column in columns].index(name) for name in ("summary", "quote", "id")}
    for row, line in zip(rows, read(ours.encode(), profile)[1:], strict=True):
        for name, place in places.items():
            assert line[place] == guard(one_line(getattr(row, name)))
    writer.writerows(read(ours.encode(), profile))
    assert target.getvalue() == ours


def test_every_field_of_a_row_has_a_column_but_those_that_the_window_is_made_of():
    of_the_window = {"seq", "letter_id", "title", "of_ministry", "of_committee"}
    assert {column.name for column in COLUMNS} == set(ItemRow.__dataclass_fields__) - of_the_window
