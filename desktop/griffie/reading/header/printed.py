"""The head of a printed Kamerstuk: chamber, year, dossiers with titles, "Nr. 131 BRIEF VAN DE ...", place and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from griffie.base.errors import InvalidValueError
from griffie.domain.dates import MONTH_WORD, Now, day_of
from griffie.domain.kinds import Chamber
from griffie.domain.letter import Dossier
from griffie.domain.page import strip_text
from griffie.domain.papers import parse_dossier, parse_paper
from griffie.domain.plain import fold, plain
from griffie.reading.header.model import Found
from griffie.reading.header.sheet import Row, Sheet, join, row_text

_CHAMBER: Final = re.compile(r"(tweede|eerste) kamer der staten-generaal(?: \d)?", re.IGNORECASE)
_JOINT: Final = re.compile(r"(?:verenigde vergadering|staten-generaal)(?: der staten-generaal)?(?: \d)?", re.IGNORECASE)
_YEAR: Final = re.compile(r"vergaderjaar \d{4}", re.IGNORECASE)
_R: Final = r"(?:[ -]?\(R ?\d+\))?"
_SUFFIX: Final = r"(?:[ -](?:[XVI]+[A-Z]?|[A-Z]|\d{2})(?![\w.]))?"
_DOSSIER: Final = re.compile(
    rf"(?P<dossier>\d{{2}}[ .]?\d{{3}}{_R}{_SUFFIX}{_R}|[CL][CLXVI]{{2,}})(?: (?P<title>\D.*)|$)"
)
_KINDS: Final = (
    "BRIEF|VERSLAG|EINDVERSLAG|LIJST|NOTA|MEMORIE|ADVIES|ANTWOORD|MEDEDELING|VOORSTEL|VOORLICHTING|GELEIDENDE|RAPPORT"
)
_HEADING: Final = re.compile(
    rf"(?:(?:Nr\. ?(?P<number>\d+)|(?P<letters>[A-Z]{{1,2}}))(?: |$))?"
    rf"(?P<reprint>(?:GEWIJZIGDE? )?HERDRUK ?\d?(?: |$))?"
    rf"(?P<kind>(?:(?:(?:VOORLOPIG|NADER|NADERE?|TWEEDE|GEWIJZIGDE?|AANVULLENDE?) )*(?:{_KINDS})\b|(?<=\d ).).*)?"
)
_WRITTEN_DAY: Final = rf"\d{{1,2}} {MONTH_WORD} \d{{4}}"
_PLACE_AND_DATE: Final = re.compile(
    rf"(?:['’]s-|[^\W\d_])[^\d,]{{1,30}}, (?:de )?(?P<date>{_WRITTEN_DAY})"
    rf"|(?:vastgesteld|ontvangen) (?P<other>{_WRITTEN_DAY})",
    re.IGNORECASE,
)
_FOOT: Final = re.compile(
    r"(?:Tweede|Eerste) Kamer, vergaderjaar \d{4} ?[-/] ?\d{2,4}, (?P<paper>.+?, (?:nr\. ?\d+|[A-Z]{1,2}))(?: \d+)?",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(r"kst-(\d{5})(?:-[A-Z\d]+){1,3}", re.IGNORECASE)
_HEAD_ROWS: Final = 40


@dataclass(frozen=True)
class PrintedHead:
    """What the head of a Kamerstuk says; all empty for a letter that has none."""

    chamber: Found[Chamber] | None = None
    dossiers: tuple[Found[Dossier], ...] = ()
    titles: tuple[Found[str], ...] = ()
    number: Found[str] | None = None
    heading: Found[str] | None = None
    reprint: bool = False
    date: Found[date] | None = None
    body_top: float = 0.0
    rows: tuple[Row, ...] = field(default=(), repr=False)

    @property
    def found(self) -> bool:
        """Tell whether this is a Kamerstuk at all."""
        return self.heading is not None or (self.number is not None and self.chamber is not None)


def read_printed_head(sheet: Sheet) -> PrintedHead:
    """Return the printed head of a first page."""
    rows = sheet.rows[:_HEAD_ROWS]
    start = next((n for n, row in enumerate(rows) if _heading_at(row)), None)
    if start is None:
        return PrintedHead()
    head = PrintedHead(chamber=_chamber(rows[:start]), rows=rows)
    head = _with_heading(head, start)
    head = _with_dossiers(head, rows[:start])
    head = head if head.dossiers else _with_foot(head, sheet)
    return _with_date(head, rows[start + 1 :])


def _heading_at(row: Row) -> "re.Match[str] | None":
    """Return the match of a row that begins the heading: "Nr. 131 BRIEF VAN", "K BRIEF VAN", "Nr. 131", "BRIEF VAN"."""
    found = _HEADING.fullmatch(row_text(row))
    if not found or not (found["number"] or found["kind"]):
        return None
    if found["kind"] and not _in_capitals(found["kind"]):
        return None
    return found


def _in_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def _chamber(rows: Sequence[Row]) -> Found[Chamber] | None:
    for row in rows:
        for line in row:
            if found := _CHAMBER.fullmatch(line.text):
                return Found(Chamber.TK if found[1].casefold() == "tweede" else Chamber.EK, line.cut().places)
            if _JOINT.fullmatch(line.text):
                return Found(Chamber.BOTH, line.cut().places)
    return None


def _with_heading(head: PrintedHead, start: int) -> PrintedHead:
    """Read the heading and the rows in capitals that it runs on over."""
    rows = head.rows
    found = _heading_at(rows[start])
    if found is None:
        return head
    line = rows[start][0]
    label = found["number"] or found["letters"]
    number = Found(label, line.cut(label).places) if label else None
    parts = [rows[start][-1].cut(found["kind"])] if found["kind"] else []
    last = rows[start][0]
    for row in rows[start + 1 : start + 10]:
        text = row_text(row)
        if not _in_capitals(text) or row[0].top - last.bottom > 1.2 * last.size or text.startswith("AAN DE"):
            break
        if not parts and (again := _HEADING.fullmatch(text)) and not again["kind"]:
            last = row[0]  # "HERDRUK" on a row of its own
            continue
        parts += [one.cut() for one in row]
        last = row[0]
    reprint = bool(found["reprint"]) or any("HERDRUK" in row_text(row) for row in rows[start : start + 2])
    return replace(head, number=number, heading=join(parts) if parts else None, reprint=reprint, body_top=last.bottom)


def _with_dossiers(head: PrintedHead, rows: Sequence[Row]) -> PrintedHead:
    """Read the rows that begin with a dossier number, and the titles that run on below them."""
    dossiers: list[Found[Dossier]] = []
    titles: list[list[Found[str]]] = []
    for row in rows:
        text = plain(row_text(row))
        if _YEAR.match(text) or any(_CHAMBER.fullmatch(line.text) for line in row):
            dossiers, titles = [], []
        elif found := _dossier_at(text):
            dossier, title = found
            dossiers.append(
                Found(dossier, row[0].cut(row[0].text if len(row) > 1 else _raw(row[0].text, title)).places)
            )
            titles.append([row[-1].cut(_title(row[-1].text, title))] if title else [])
        elif titles:
            titles[-1] += [line.cut() for line in row]
    return replace(head, dossiers=tuple(dossiers), titles=tuple(join(parts) for parts in titles))


def _raw(text: str, title: str) -> str:
    """Return the number of a dossier as it is printed, in front of its title."""
    return text[: len(text) - len(title)].strip() if title else text


def _title(text: str, title: str) -> str:
    return text[-len(title) :]


def _dossier_at(text: str) -> tuple[Dossier, str] | None:
    if not (found := _DOSSIER.fullmatch(text)):
        return None
    try:
        return parse_dossier(found["dossier"]), found["title"] or ""
    except InvalidValueError:
        return None


def _with_foot(head: PrintedHead, sheet: Sheet) -> PrintedHead:
    """Take dossier and number from the foot of the page where the head does not show them."""
    for line in sheet.lines:
        text = plain(line.text)
        foot = _FOOT.fullmatch(text)
        published = _PUBLISHED.fullmatch(text.replace(" ", ""))
        if not foot and not published:
            continue
        try:
            paper = parse_paper(foot["paper"] if foot else text.replace(" ", ""))
        except InvalidValueError:
            continue
        places = line.cut().places
        number = head.number or Found(paper.number, places)
        return replace(head, dossiers=tuple(Found(d, places) for d in paper.dossiers), number=number)
    return head


def _with_date(head: PrintedHead, rows: Sequence[Row]) -> PrintedHead:
    for row in rows:
        for line in row:
            if day := date_in(line.text):
                return replace(head, date=Found(day, line.cut().places), body_top=line.bottom)
    return head


def date_in(text: str) -> date | None:
    """Return the day of a line that is nothing but place and date: "Den Haag, 12 augustus 2016"."""
    found = _PLACE_AND_DATE.fullmatch(plain(text).strip(" ."))
    return day_in(found["date"] or found["other"]) if found else None


def day_in(text: str) -> date | None:
    """Return the day that a text is, with its year; letter-spacing ("1 8 oktober 2 023") does no harm."""
    if not re.search(r"\d{4}|[-/.]\d{2}$", strip_text(text)):
        return None  # a printed date has its year
    for form in (fold(text).strip(" .,"), _tight(text)):
        try:
            if found := day_of(form, Now(today=date(1900, 1, 1))):
                return found
        except InvalidValueError:
            continue
    return None


def _tight(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})([^\W\d_]+)(\d{4})", fold(strip_text(text)).strip(".,"))
    return f"{found[1]} {found[2]} {found[3]}" if found else ""
