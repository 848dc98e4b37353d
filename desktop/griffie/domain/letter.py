"""A minister's letter: its header, its senders and dossiers, and the documents it is printed in."""

import datetime as dt
from dataclasses import dataclass, field

from griffie.domain.kinds import Chamber, DocumentRole, LetterState


@dataclass(frozen=True, slots=True)
class Sender:
    """One who signs: function as written, ministry (abbreviation where known), person."""

    function: str = ""
    ministry: str = ""
    person: str = ""

    def __str__(self) -> str:
        return " | ".join((self.function, self.ministry, self.person)).rstrip(" |")


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier of the Chamber: digits and, for budget chapters and EU councils, a suffix ("VI", "A", "08")."""

    number: str
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.number}-{self.suffix}" if self.suffix else self.number


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF of a letter. `sha256` finds its bytes and its page texts; `has_text` is false for a bare scan."""

    id: str
    letter_id: str
    role: DocumentRole
    file_name: str
    sha256: str
    page_count: int
    has_text: bool = True
    position: int = 0


@dataclass(frozen=True)
class Letter:
    """A letter with its header as the clerk keeps it. `number` is its own label (B2026-0001)."""

    id: str
    number: str
    date: dt.date | None = None
    received_on: dt.date | None = None
    chamber: Chamber | None = None
    senders: tuple[Sender, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    paper_number: str = ""
    subject: str = ""
    reference: str = ""
    document_number: str = ""
    case_number: str = ""
    committees: tuple[str, ...] = ()
    meeting: str = ""
    address: str = ""
    letter_kind: str = ""
    handler: str = ""
    state: LetterState = LetterState.NEW
    remarks: str = ""
    added_at: dt.datetime | None = None
    documents: tuple[Document, ...] = field(default=())

    @property
    def title(self) -> str:
        """What a list or a window title calls it: the subject, else the file's name."""
        return self.subject or (self.documents[0].file_name if self.documents else self.number)

    @property
    def citation(self) -> str:
        """The paper as it is cited: "29344, nr. 131"; empty where it has no number yet."""
        if not self.dossiers:
            return ""
        dossiers = " / ".join(str(d) for d in self.dossiers)
        if not self.paper_number:
            return dossiers
        return f"{dossiers}, {'nr. ' if self.paper_number[:1].isdigit() else ''}{self.paper_number}"
