"""The columns that the register view can show: key, heading, text of a row, width, what it is sorted and edited by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from griffie.base.i18n import N_, _, current_language
from griffie.domain.kinds import WORDS, Chamber, ItemKind, LetterState, Status
from griffie.domain.listing import ItemRow
from griffie.services.statuses import status_words
from griffie.ui.agenda.words import days_words
from griffie.ui.letters.model import short_date

CLOSED = (Status.SETTLED, Status.LAPSED)


@dataclass(frozen=True)
class Column:
    """One column: key, heading, text of a row, width in letters, the sort of the register and the field it edits."""

    key: str
    heading: str
    text: Callable[[ItemRow], str]
    width: int
    sort: str = ""
    field: str = ""
    usual: bool = True


def is_overdue(row: ItemRow, today: date) -> bool:
    """Tell whether an item is open and its term has passed."""
    return bool(row.date_to) and row.date_to < today.isoformat() and row.status not in CLOSED


def title_of(row: ItemRow) -> str:
    """Return what an item is about, on one line: its summary, a deadline's phrase, or the letter's words."""
    return " ".join((row.title or row.quote).split())


def status_text(row: ItemRow) -> str:
    """Return the status in words, the chamber's own word where there is one, and that a settlement is reported."""
    word = row.status_word or _chambers_word(row) or word_of(Status, row.status)
    return _("{status}, settlement reported").format(status=word) if row.claimed else word


def _chambers_word(row: ItemRow) -> str:
    """Return how the chamber itself calls a status, in small letters, since rows of both stand in one table.

    The chambers speak Dutch, so an English window says it in its own words.
    """
    if current_language() != "nl" or row.status not in list(Status):
        return ""
    chamber = row.letter_chamber or ("TK" if row.official_number.startswith("TZ") else "")
    chamber = chamber or ("EK" if row.official_number else "")
    return status_words().word_of(Status(row.status), chamber).lower()


def word_of(choices: type, code: str) -> str:
    """Return the word of a code in the language in force; a code of another version is shown as it is."""
    try:
        return _(WORDS[choices(code)]) if code else ""
    except ValueError:
        return code


def day_text(text: str) -> str:
    """Return an ISO date as it fits a column."""
    try:
        return short_date(date.fromisoformat(text)) if text else ""
    except ValueError:
        return text


def due_text(row: ItemRow) -> str:
    """Return the last day of the deadline, or what is known instead of one."""
    if not row.date_to:
        return _("no date") if row.no_date else row.phrase
    return day_text(row.date_to)


def days_text(row: ItemRow, today: date) -> str:
    """Return how many days are left or how many it is late; nothing for what is closed."""
    if not row.date_to or row.status in CLOSED:
        return ""
    try:
        days = (date.fromisoformat(row.date_to) - today).days
    except ValueError:
        return ""
    return days_words(days)


def _made_on(row: ItemRow) -> str:
    return day_text(row.meeting_date or row.letter_date or row.created_at[:10])


def _person(row: ItemRow) -> str:
    return row.promised_by or row.asked_of or row.letter_senders


def _paper(row: ItemRow) -> str:
    if row.dossier:
        return f"{row.dossier}, nr. {row.paper_number}" if row.paper_number else row.dossier
    return row.letter_citation


COLUMNS: tuple[Column, ...] = (
    Column("kind", N_("Kind"), lambda row: word_of(ItemKind, row.kind), 17, "kind"),
    Column("number", N_("Number"), lambda row: row.official_number or row.number, 14, "number"),
    Column("title", N_("About"), title_of, 52, "title", "summary"),
    Column("status", N_("Status"), status_text, 20, "status", "status"),
    Column("due", N_("Deadline"), due_text, 16, "due"),
    Column("days", N_("Days"), lambda row: days_text(row, date.today()), 19, "open"),
    Column("ministry", N_("Ministry"), lambda row: row.of_ministry, 12, "ministry"),
    Column("committee", N_("Committee"), lambda row: row.committee or row.of_committee, 22, "committee", "committee"),
    Column("made_on", N_("Made on"), _made_on, 14, "made_on"),
    Column("letter", N_("Letter"), lambda row: row.letter_number, 13, "letter"),
    Column("handler", N_("Handled by"), lambda row: row.handler, 14, "handler", "handler"),
    Column("person", N_("Minister"), _person, 30, "person", usual=False),
    Column("paper", N_("Paper"), _paper, 22, "dossier", usual=False),
    Column("own_number", N_("Own number"), lambda row: row.number, 13, "number", usual=False),
    Column("phrase", N_("Phrase"), lambda row: row.phrase, 26, usual=False),
    Column("promised_to", N_("Promised to"), lambda row: row.promised_to or row.submitters or row.asked_by, 26,
           usual=False),
    Column("chamber", N_("Chamber"), lambda row: word_of(Chamber, row.letter_chamber), 24, "chamber", usual=False),
    Column("letter_subject", N_("Subject of the letter"), lambda row: row.letter_subject, 36, usual=False),
    Column("quote", N_("Literal text"), lambda row: " ".join(row.quote.split()), 48, usual=False),
    Column("page", N_("Page"), lambda row: str(row.page or ""), 6, usual=False),
    Column("remarks", N_("Remarks"), lambda row: " ".join(row.remarks.split()), 30, field="remarks", usual=False),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
USUAL = tuple(column.key for column in COLUMNS if column.usual)

FACET_HEADINGS = {
    "kind": N_("Kind"),
    "status": N_("Status"),
    "ministry": N_("Ministry"),
    "committee": N_("Committee"),
    "person": N_("Minister"),
    "dossier": N_("Dossier"),
    "chamber": N_("Chamber"),
    "handler": N_("Handled by"),
    "letter_state": N_("State of the letter"),
    "year": N_("Year"),
}


def facet_word(facet: str, value: str) -> str:
    """Return the word for a value of a facet."""
    choices: dict[str, type] = {
        "kind": ItemKind, "status": Status, "chamber": Chamber, "letter_state": LetterState,
    }  # fmt: skip
    return (word_of(choices[facet], value) if facet in choices else value) or _("not given")
