"""The fields of a letter and of each kind of item, declared once: the panel, the command line and exports read this.

To add a field: a row here, a column in a migration, a word in the catalogue.
"""

from dataclasses import dataclass
from enum import StrEnum

from griffie.base.i18n import N_
from griffie.domain import kinds
from griffie.domain.kinds import ItemKind


class FieldType(StrEnum):
    """How a value is typed, checked and shown."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    CHOICE = "choice"
    FLAG = "flag"
    PEOPLE = "people"  # tuple of Person: "Azmani (VVD); Keijzer (CDA)"
    SENDERS = "senders"  # tuple of Sender: "Minister van Justitie | JenV | D. Yeşilgöz; ..."
    DOSSIERS = "dossiers"  # tuple of Dossier: "29344; 34475-VI"
    DOSSIER = "dossier"  # digits of one dossier; typed with its suffix it fills both
    TEXTS = "texts"  # tuple of str: "Justitie en Veiligheid; Financiën"
    ADDRESS = "address"  # http or https
    NUMBER = "number"  # an official number with a form of its own: see `form`


@dataclass(frozen=True)
class Field:
    """One field: name (code, database, command line), type, label, fixed choices, and whether a user may type it.

    `table` is where a column of it lies; list fields have tables of their own. `form` names the check of a NUMBER.
    """

    name: str
    field_type: FieldType
    label: str
    table: str
    choices: type[StrEnum] | None = None
    form: str = ""
    required: bool = False
    editable: bool = True


LETTER_FIELDS: tuple[Field, ...] = (
    Field("date", FieldType.DATE, N_("Date"), "letter"),
    Field("received_on", FieldType.DATE, N_("Received on"), "letter"),
    Field("chamber", FieldType.CHOICE, N_("Chamber"), "letter", kinds.Chamber),
    Field("senders", FieldType.SENDERS, N_("Senders"), "letter_sender"),
    Field("dossiers", FieldType.DOSSIERS, N_("Dossiers"), "letter_dossier"),
    Field("paper_number", FieldType.NUMBER, N_("Number in the dossier"), "letter", form="paper_number"),
    Field("subject", FieldType.LONG_TEXT, N_("Subject"), "letter"),
    Field("reference", FieldType.TEXT, N_("Reference of the ministry"), "letter"),
    Field("document_number", FieldType.NUMBER, N_("Document number"), "letter", form="document"),
    Field("case_number", FieldType.NUMBER, N_("Case number"), "letter", form="case"),
    Field("committees", FieldType.TEXTS, N_("Committees"), "letter_committee"),
    Field("meeting", FieldType.TEXT, N_("Meeting"), "letter"),
    Field("address", FieldType.ADDRESS, N_("Official address"), "letter"),
    Field("letter_kind", FieldType.TEXT, N_("Kind of letter"), "letter"),
    Field("handler", FieldType.TEXT, N_("Handled by"), "letter"),
    Field("state", FieldType.CHOICE, N_("State"), "letter", kinds.LetterState, required=True),
    Field("remarks", FieldType.LONG_TEXT, N_("Remarks"), "letter"),
)

_SUMMARY = Field("summary", FieldType.LONG_TEXT, N_("Summary"), "item")
_OFFICIAL = Field("official_number", FieldType.NUMBER, N_("Official number"), "item", form="official")
_STATUS = Field("status", FieldType.CHOICE, N_("Status"), "item", kinds.Status, required=True)
_STATUS_WORD = Field("status_word", FieldType.TEXT, N_("The chamber's own word"), "item")
_HANDLER = Field("handler", FieldType.TEXT, N_("Handled by"), "item")
_REMARKS = Field("remarks", FieldType.LONG_TEXT, N_("Remarks"), "item")
_ORIGIN = (
    Field("origin", FieldType.CHOICE, N_("Origin"), "item", kinds.Origin, required=True),
    Field("meeting", FieldType.TEXT, N_("Meeting"), "item"),
    Field("meeting_date", FieldType.DATE, N_("Date of the meeting"), "item"),
    Field("committee", FieldType.TEXT, N_("Committee"), "item"),
    Field("place", FieldType.TEXT, N_("Place in the Handelingen"), "item"),
)

ITEM_FIELDS: dict[ItemKind, tuple[Field, ...]] = {
    ItemKind.COMMITMENT: (
        _SUMMARY,
        Field("action", FieldType.CHOICE, N_("Action"), "commitment", kinds.Action),
        Field("promised_by", FieldType.PEOPLE, N_("Promised by"), "item_person"),
        Field("promised_to", FieldType.PEOPLE, N_("Promised to"), "item_person"),
        Field("ministry", FieldType.TEXT, N_("Responsible ministry"), "commitment"),
        _STATUS,
        _STATUS_WORD,
        _OFFICIAL,
        _HANDLER,
        _REMARKS,
        *_ORIGIN,
    ),
    ItemKind.MOTION: (
        Field("dossier", FieldType.DOSSIER, N_("Dossier"), "motion"),
        Field("suffix", FieldType.NUMBER, N_("Suffix"), "motion", form="suffix"),
        Field("paper_number", FieldType.NUMBER, N_("Number"), "motion", form="paper_number"),
        Field("submitters", FieldType.PEOPLE, N_("Submitters"), "item_person"),
        Field("cs", FieldType.FLAG, N_("c.s."), "motion"),
        Field("summary", FieldType.LONG_TEXT, N_("Subject"), "item"),
        Field("role", FieldType.CHOICE, N_("In this letter"), "mention", kinds.MentionRole),
        Field("vote", FieldType.CHOICE, N_("Outcome of the vote"), "motion", kinds.Vote),
        Field("judgement", FieldType.CHOICE, N_("Cabinet's judgement"), "motion", kinds.Judgement),
        Field("execution", FieldType.CHOICE, N_("Execution"), "motion", kinds.Execution),
        _STATUS,
        _STATUS_WORD,
        _HANDLER,
        _REMARKS,
        *_ORIGIN,
    ),
    ItemKind.DEADLINE: (
        Field("phrase", FieldType.TEXT, N_("Phrase"), "deadline"),
        Field("date_from", FieldType.DATE, N_("From"), "deadline"),
        Field("date_to", FieldType.DATE, N_("On or before"), "deadline"),
        Field("precision", FieldType.CHOICE, N_("Precision"), "deadline", kinds.Precision, required=True),
        Field("no_date", FieldType.FLAG, N_("No date"), "deadline"),
        Field("recurring", FieldType.FLAG, N_("Recurring"), "deadline"),
        _REMARKS,
    ),
    ItemKind.REQUEST: (
        Field("asked_by", FieldType.PEOPLE, N_("Asked by"), "item_person"),
        Field("asked_of", FieldType.PEOPLE, N_("Asked of"), "item_person"),
        Field("summary", FieldType.LONG_TEXT, N_("What is asked"), "item"),
        _STATUS,
        _STATUS_WORD,
        _OFFICIAL,
        _HANDLER,
        _REMARKS,
        *_ORIGIN,
    ),
}
"""In the order in which the panel shows them; the first is the one that is ready to type after tagging."""


def letter_field(name: str) -> Field | None:
    """Return the letter's field of that name, or None."""
    return next((f for f in LETTER_FIELDS if f.name == name), None)


def item_field(kind: ItemKind, name: str) -> Field | None:
    """Return the field of that name of one kind, or None."""
    return next((f for f in ITEM_FIELDS[kind] if f.name == name), None)
