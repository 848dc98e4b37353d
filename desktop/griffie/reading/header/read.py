"""Reads the header: printed head, then labels, then signature; each fills what the one before left open."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from griffie.domain.kinds import Chamber
from griffie.domain.letter import Sender
from griffie.domain.ministries import Ministries
from griffie.domain.page import PageText, strip_text
from griffie.domain.periods import budget_day
from griffie.domain.plain import fold
from griffie.reading.header.functions import in_lower_case, split_functions, without_article
from griffie.reading.header.labels import Label, Labelled, candidates, is_salutation, labels_on, subject_of
from griffie.reading.header.model import Found, Header, Place
from griffie.reading.header.printed import PrintedHead, date_in, day_in, read_printed_head
from griffie.reading.header.sheet import Line, Sheet
from griffie.reading.header.signature import Signature, find_lone_name, find_signatures, without_titles

_ADDRESSED: Final = re.compile(
    r"(?:voorzitters?|leden)vande"
    r"(?:(eerste)(?:kamer)?en(?:vande)?(tweede)|(tweede)(?:kamer)?en(?:vande)?(eerste)|(eerste|tweede))kamer"
)
_CHAMBER: Final = re.compile(r"(eerste|tweede)kamerderstaten-?generaal")
_DOCUMENT: Final = re.compile(r"(?<!\d)(20\d\dD\d{5})(?!\d)")
_CASE: Final = re.compile(r"(?<!\d)(20\d\dZ\d{5})(?!\d)")
_SESSION: Final = re.compile(r"[Vv]ergaderjaar (\d{4}) ?[-–/] ?(\d{2,4})")
_FROM: Final = re.compile(r"BRIEF VAN (?:DE |HET |)", re.IGNORECASE)
_KINDS: Final = (
    (re.compile(r"\buitstel"), "Uitstelbericht"),
    (re.compile(r"\b(?:beantwoording|antwoord)\w*\b.*vragen\b"), "Beantwoording vragen"),
    (re.compile(r"\bgeannoteerde agenda\b"), "Geannoteerde agenda"),
    (re.compile(r"\bverzamelbrief\b"), "Verzamelbrief"),
    (re.compile(r"\bvoortgangs(?:brief|rapportage)\b"), "Voortgangsrapportage"),
)
LETTER: Final = "Brief regering"
"""What the Tweede Kamer calls a minister's letter of no special kind."""


def read_header(pages: Sequence[PageText], ministries: Ministries | None = None) -> Header:
    """Return the header of a letter.

    Args:
        pages: its pages in order; the head is read from the first that has text, the signature from all.
        ministries: gives senders their ministry and tells a function from a name; without it both are weaker.
    """
    first = next((page for page in pages if page.lines and page.stripped), None)
    if first is None:
        return Header()
    return _Reading(first, pages, ministries).header()


class _Reading:
    """One letter being read: what each source says, kept until all fields are filled."""

    def __init__(self, first: PageText, pages: Sequence[PageText], ministries: Ministries | None) -> None:
        self.sheet = Sheet(first)
        self.pages = pages
        self.ministries = ministries
        self.head: PrintedHead = read_printed_head(self.sheet)
        self.labels: tuple[Labelled, ...] = () if self.head.found else labels_on(self.sheet)
        self.signatures: tuple[Signature, ...] = find_signatures(pages, ministries)
        self.places: dict[str, tuple[Place, ...]] = {}

    def header(self) -> Header:
        """Fill every field."""
        day = self._keep("date", self._date())
        subject = self._keep("subject", self._subject()) or ""
        sender, senders = self._senders(day)
        return Header(
            date=day,
            chamber=self._keep("chamber", self._chamber()),
            sender=sender,
            senders=senders,
            signatory=without_titles(self._keep("signatory", self._signatory()) or ""),
            dossiers=self._dossiers(),
            paper_number=self._keep("paper_number", self.head.number) or "",
            subject=subject,
            reference=self._keep("reference", self._reference()) or "",
            document_number=self._keep("document_number", self._number(_DOCUMENT)) or "",
            case_number=self._keep("case_number", self._number(_CASE)) or "",
            letter_kind=self._kind(subject, sender),
            session_year=self._keep("session_year", self._session()) or _session_of(day),
            reprint=self.head.reprint,
            places=self.places,
        )

    def _signatory(self) -> Found[str] | None:
        return self.signatures[0].person if self.signatures else find_lone_name(self.pages)

    def _keep(self, field: str, found: Found[Any] | None) -> Any:
        """Note where a field was read and return its value."""
        if found is None:
            return None
        self.places[field] = found.places
        return found.value

    def _dossiers(self) -> tuple[Any, ...]:
        if self.head.dossiers:
            self.places["dossiers"] = tuple(place for one in self.head.dossiers for place in one.places)
        return tuple(dict.fromkeys(one.value for one in self.head.dossiers))

    def _date(self) -> Found[date] | None:
        if self.head.date:
            return self.head.date
        labelled = sorted((one for one in self.labels if one.label is Label.DATE), key=lambda one: one.line.left)
        for one in labelled:
            for found in candidates(self.sheet, one):
                if day := day_in(found.value):
                    return Found(day, found.places)
        for line in self._upper_lines():
            if day := date_in(line.text) or day_in(line.text):
                return Found(day, line.cut().places)
        return None

    def _subject(self) -> Found[str] | None:
        for one in self.labels:
            if one.label is Label.SUBJECT and (found := subject_of(self.sheet, one)):
                return found
        return next((title for title in self.head.titles if title.value), None)

    def _reference(self) -> Found[str] | None:
        for label in (Label.OUR_REFERENCE, Label.REFERENCE):
            labelled = (next(candidates(self.sheet, one), None) for one in self.labels if one.label is label)
            for found in labelled:
                if found and any(c.isdigit() for c in found.value):
                    return found
        return None

    def _upper_lines(self) -> list[Line]:
        """Return the lines above the letter's own text."""
        if self.head.body_top:
            return [line for line in self.sheet.lines if line.top < self.head.body_top]
        start = next((line.top for line in self.sheet.lines if is_salutation(line)), None)
        if start is None:
            low = [one.line.bottom for one in self.labels if one.label in (Label.SUBJECT, Label.DATE)]
            start = max(low) + 1 if low else self.sheet.page.height * 0.35
        return [line for line in self.sheet.lines if line.top < start]

    def _chamber(self) -> Found[Chamber] | None:
        lines = self._upper_lines()
        for pattern in (_ADDRESSED, _CHAMBER):
            for n, line in enumerate(lines):
                window = [line, *(after for after in lines[n + 1 : n + 4] if after.overlaps(line))][:3]
                text = "".join(fold(strip_text(one.text)) for one in window)
                if found := pattern.search(text):
                    return Found(_chamber_of(found), tuple(p for one in window for p in one.cut().places))
            if self.head.chamber:
                return self.head.chamber
        return None

    def _session(self) -> Found[str] | None:
        for line in self._upper_lines():
            if (found := _SESSION.search(line.text)) and len(found[2]) in (2, 4):
                first = int(found[1])
                return Found(f"{first}-{first + 1}", line.cut(found[0]).places)
        return None

    def _number(self, pattern: "re.Pattern[str]") -> Found[str] | None:
        """Return a number of the Chamber that stands above the letter's text or in its reference column."""
        lines = [*self._upper_lines(), *(line for one in self.labels if (line := self.sheet.below(one.line)))]
        for line in lines:
            if found := pattern.search(strip_text(line.text)):
                return line.cut(found[1])
        return None

    def _senders(self, day: date | None) -> tuple[str, tuple[Sender, ...]]:
        """Return the heading's phrase and the senders it names; without a heading those who signed."""
        heading = self.head.heading
        if heading and (start := _FROM.match(heading.value)):
            phrase = self._spelled(heading.value[start.end() :])
            self.places["senders"] = heading.places
            return phrase, self._people(split_functions(phrase), day)
        if not self.signatures:
            return "", ()
        self.places["senders"] = tuple(p for one in self.signatures for p in one.function.places)
        functions = tuple(dict.fromkeys(one.function.value for one in self.signatures))
        return functions[0], self._people(functions, day)

    def _spelled(self, phrase: str) -> str:
        """Return a phrase in capitals as the signature spells it, else by the rules of spelling."""
        for one in self.signatures:
            if fold(one.function.value) == fold(phrase.strip(" ,.")):
                return one.function.value
        return without_article(in_lower_case(phrase, self.ministries))

    def _people(self, functions: Sequence[str], day: date | None) -> tuple[Sender, ...]:
        signed = {fold(one.function.value): one.person.value for one in self.signatures}
        in_order = len(functions) == len(self.signatures)
        senders = []
        for n, function in enumerate(functions):
            ministry = self.ministries.find(function, day) if self.ministries else None
            person = signed.get(fold(function)) or (self.signatures[n].person.value if in_order else "")
            senders.append(Sender(function, ministry.code if ministry else "", person))
        return tuple(senders)

    def _kind(self, subject: str, sender: str) -> str:
        heading = self.head.heading.value if self.head.heading else ""
        if heading and not heading.startswith("BRIEF"):
            return " ".join(heading.split()[:8]).capitalize()
        for pattern, kind in _KINDS:
            if not heading and pattern.search(fold(subject)):
                return kind
        return LETTER if re.match(r"minister|staatssecretaris", sender, re.IGNORECASE) else ""


def _session_of(day: date | None) -> str:
    """Return the session year of a day: it begins on the third Tuesday of September."""
    if day is None:
        return ""
    first = day.year if day >= budget_day(day.year) else day.year - 1
    return f"{first}-{first + 1}"


def _chamber_of(found: "re.Match[str]") -> Chamber:
    named = {group for group in found.groups() if group}
    if len(named) == 2:
        return Chamber.BOTH
    return Chamber.EK if named == {"eerste"} else Chamber.TK
