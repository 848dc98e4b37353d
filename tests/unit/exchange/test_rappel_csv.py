"""The form of a reminder round as CSV: for Dutch Excel, for other spreadsheets and for programs."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from griffie.base.i18n import in_language
from griffie.domain.kinds import ItemKind
from griffie.domain.rappel import KINDS, ListName, Proposal, RappelLine, RappelQuestion
from griffie.domain.settlement import Degree, Stage
from griffie.exchange.rappel_csv import COLUMNS, Form
from griffie.exchange.to_csv import PROFILES

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
QUESTION = RappelQuestion(date(2027, 1, 1), undated=True)
FIRST = RappelLine(
    ListName.PASSED, 1, "i1", "commitment", "T02883", "C2026-0001", "Informeren over de uitkomst van het overleg",
    "partly_settled", True, "2026-07-01", 184, "JenV", "Minister van Justitie en Veiligheid", "J&V", "EK", "l1",
    "B2026-0001", "33268, F", 2,
    (
        Proposal(Stage.CLAIMED, Degree.PARTLY, "29344, nr. 131", "2026-08-12", 3, "Hiermee is de toezegging voldaan"),
        Proposal(Stage.PROPOSED, Degree.WHOLE, "B2026-0009", "", 0, "", "mits de bijlage klopt"),
    ),
)  # fmt: skip
COMING = replace(
    FIRST, list_name=ListName.COMING, number="TZ202609-012", text="-een brief; =1+1 sturen", status="open",
    claimed=False, due="2027-03-01", letter_citation="29344", page=0, proposals=(), committee="",
    responsible="@minister",
)  # fmt: skip
UNDATED = replace(
    COMING, list_name=ListName.UNDATED, number="C2026-0004", due="", text='Eén "loket"', letter_citation=""
)
LINES = (FIRST, COMING, UNDATED)


def written(lines=LINES, profile="excel_nl", language="en", question=QUESTION):
    form = Form(question, PROFILES[profile], in_language(language), language)
    return form.head() + (form.rows(lines) if lines else b"")


def rows(data, profile="excel_nl"):
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=PROFILES[profile].separator, strict=True))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("profile", PROFILES)
def test_the_form_is_the_one_that_was_agreed_on(profile, language, request):
    path = GOLDEN / f"rappel-{profile}-{language}.csv"
    data = written(profile=profile, language=language)
    if request.config.getoption("--write-golden"):
        path.write_bytes(data)
    assert data == path.read_bytes()


def test_the_form_has_the_columns_of_the_half_yearly_round():
    headers, first, *_others = rows(written(language="nl"))
    assert headers == [
        "Lijst", "Nummer", "Toezegging", "Status", "Termijn", "Nieuwe termijn / prognose", "Voorstel",
        "Verantwoordelijke", "Commissie", "Brief", "Pagina",
    ]  # fmt: skip
    assert first[0] == "Termijn verstreken op 1 januari 2027"
    assert first[5] == ""
    assert first[6] == (
        "deels voldaan volgens brief van 12 augustus 2026 (29344, nr. 131), p. 3: “Hiermee is de toezegging voldaan”; "
        "als “voldaan” aan te merken: brief B2026-0009 (mits de bijlage klopt)"
    )


def test_a_number_of_the_register_of_a_dossier_alone_names_no_letter():
    table = rows(written())
    assert [row[9] for row in table[1:]] == ["33268, F", "B2026-0001", "B2026-0001"]


def test_text_of_a_letter_never_becomes_a_formula():
    text = written().decode("utf-8-sig")
    assert "\"'-een brief;' =1+1 sturen\"" in text
    assert '"\'@minister"' in text


def test_a_round_of_other_kinds_names_them_in_the_heading():
    several = RappelQuestion(date(2027, 1, 1), kinds=KINDS)
    assert rows(written((), question=several))[0][2] == "Commitment, motion or request"
    motions = RappelQuestion(date(2027, 1, 1), kinds=(ItemKind.MOTION,))
    assert rows(written((), question=motions))[0][2] == "Commitment, motion or request"


def test_the_file_for_programs_has_names_and_codes():
    headers, *found = rows(written(profile="machine", language="nl"), "machine")
    assert headers == [column.name for column in COLUMNS]
    assert [row[0] for row in found] == ["passed", "coming", "undated"]
    assert found[0][3] == "partly_settled"
