"""Handelingen and their Aanhangsel: "Handelingen II 2014/15, nr. 100, item 6", "TK 85-5-7, 25 mei 2023", "Aanhangsel ...".

Until the end of 2010 the pages of a session ran on, and a report has its pages for an id (h-tk-20082009-7140-7144);
since then it has the number of the meeting and of the item (h-tk-20162017-97-8).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from griffie.domain.kinds import Chamber
from griffie.domain.reading import CitationKind
from griffie.reading.nl.citations import sessions, words
from griffie.reading.nl.citations.counting import Numbers, numbers_at
from griffie.reading.nl.citations.found import Cited
from griffie.reading.text import LetterText

ANNEX_WORD = rf"(?i:{words.spaced('aanhangsel')}(?:nummers?|nrs?\.?)?|aanh\.)"
REPORT_WORD = rf"(?i:{words.spaced('handelingen')}|hand\.|h\.(?= (?:II?|TK|EK)\b))"
_CUE = re.compile(
    rf"{words.NO_LETTER}(?:{ANNEX_WORD}|{REPORT_WORD}"
    r"|(?P<page>(?:T ?\.? ?K|E ?\.? ?K|Tweede Kamer|Eerste Kamer)\.?[ ,]{1,2}(?:nr\.? ?)?(?=\d{1,3} ?- ?\d{1,3} ?- ?\d{1,4}(?![\d-])"
    r"|\d{1,3},? item \d)))(?![^\W\d_])"
)
_PIECE = re.compile(
    rf"[ ,.:;(]{{0,3}}(?:(?P<annex>{ANNEX_WORD}(?:\)(?= ?{words.YEAR}))?)|(?P<report>{REPORT_WORD})|(?P<chamber>{words.CHAMBER})"
    rf"|(?:{words.SESSION_WORD}[ :]{{0,2}})?(?P<session>{words.YEAR})|{words.SESSION_WORD}"
    rf"|(?P<date>{sessions.DATE})|(?i:van|der|bij|tot|de|het|op|behorende?|behorend|plenair|vragen|kamervragen)(?![^\W_]))"
)
_BEFORE = re.compile(
    rf"(?:{words.NO_LETTER}(?P<chamber>{words.CHAMBER})[ ,.:]{{0,2}})?(?:{words.SESSION_WORD} )?"
    rf"(?P<session>{words.YEAR})[ ,.:(]{{0,3}}(?:van de )?\Z"
)
_TRIPLE = re.compile(
    r"(?P<nr>\d{1,3}) ?- ?(?P<item>\d{1,3}) ?- ?\d{1,4}(?![\d-])(?: ?(?:t/m|tot en met|-|en) ?(?:\d{1,3}-\d{1,3}-)?\d{1,4}(?!\d))?"
)
_PAIR = re.compile(r"(?P<nr>\d{1,3}) ?- ?(?P<item>\d{1,3})(?![\d-])")
_NUMBER = re.compile(rf"[ ,.:;(]{{0,3}}(?P<word>{words.NUMBER_WORD})?(?=\d)")
_ITEM = re.compile(
    r"[ ,.:;(]{0,3}(?i:agenda)?(?P<word>(?i:i ?t ?e ?m ?s?|agendapunt(?:en)?|punt(?:en)?))(?:[ .:]{1,2}(?:nrs?\.? )?)(?=\d)"
)
_AGAIN = re.compile(
    rf"(?: ?[;,] ?(?:{words.AND} )?| {words.AND} )(?:(?P<session>{words.YEAR})[ ,]{{1,2}})?(?={words.NUMBER_WORD}\d)"
)
_AGENDA = re.compile(r",? (?i:regeling van werkzaamheden|stemmingen|vragenuur|mondelinge vragen)(?![^\W_])")
_OLD_PAGE = re.compile(r"(?<!\d)(?P<nr>\d{1,3})-(?P<page>\d{3,5})(?!\d)")
_LAST_OLD: Final = 2010
"""In the session that began in this year pages stopped running on."""
_LAST_EK_ANSWER: Final = 60
"""The Eerste Kamer asks so few written questions that a greater number is one of the Tweede Kamer."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands around the numbers of a report: which series, chamber and session."""

    annex: bool = False
    counted: bool = False
    chamber: str = ""
    session: str = ""
    day: dt.date | None = None

    @property
    def dated(self) -> bool:
        """Whether session or day is printed."""
        return bool(self.session or self.day)


@dataclass(frozen=True, slots=True)
class Debates:
    """Finds reports and answers; what a citation leaves out is taken from the letter's date and chamber."""

    text: str
    letter: LetterText
    date: dt.date | None
    addressed: Chamber | None

    def all(self) -> Iterator[Cited]:
        """Give the citations in order."""
        end = 0
        for cue in _CUE.finditer(self.text):
            if cue.start() >= end:
                for cited in self._from(cue, end):
                    end = max(end, cited.end)
                    yield cited

    def _from(self, cue: "re.Match[str]", floor: int) -> Iterator[Cited]:
        head, start = self._before(cue.start(), floor)
        head, at = self._pieces(head, cue.start())
        while numbered := self._numbered(at, head):
            ids_of, at = numbered
            tail, at = self._pieces(head, at, tail=True)
            cited = self._cited(start, at, tail, ids_of)
            if cited is None:
                return
            yield cited
            if not (again := _AGAIN.match(self.text, at)):
                return
            start = at = again.start("session") if again["session"] else again.end()
            head = replace(tail, session=sessions.printed_session(again["session"]) or "") if again["session"] else tail
            at = again.end()

    def _before(self, at: int, floor: int) -> tuple[_Head, int]:
        """Read "Tweede Kamer, vergaderjaar 2022-2023," in front of the word itself."""
        low = max(floor, self.text.rfind("\n", 0, at) + 1, at - 90)
        found = _BEFORE.search(self.text[low:at])
        if not found:
            return _Head(), at
        head = _Head(chamber=_chamber(found["chamber"]), session=sessions.printed_session(found["session"]) or "")
        return head, low + found.start()

    def _pieces(self, head: _Head, at: int, tail: bool = False) -> tuple[_Head, int]:
        """Read series, chamber, session and date, in any order; behind the numbers only what is still missing."""
        while found := _PIECE.match(self.text, at):
            if (
                tail
                and (head.dated or not (found["session"] or found["date"]))
                and not _session_ahead(self.text, found)
            ):
                break
            if found["date"] and not tail and _item_ahead(self.text, found):
                break
            head, at = _with(head, found, self.date), found.end()
        if tail and at < len(self.text) and self.text[at] == ")" and self.text.rfind("(", max(0, at - 40), at) > 0:
            opened = self.text.rfind("(", max(0, at - 40), at)
            at += 1 if re.fullmatch(r"\([^()]*", self.text[opened:at]) and _opens_tail(self.text, opened) else 0
        return head, at

    def _numbered(self, at: int, head: _Head) -> "tuple[_Numbered, int] | None":
        """Read the numbers at a place: of the meeting and its items, or of the answer, or the pages alone."""
        pages = words.PAGES.match(self.text, at)
        if pages and not (_NUMBER.match(self.text, at) or head.annex):
            return self._by_pages(pages)
        opened = _NUMBER.match(self.text, at)
        if not opened or not (opened["word"] or head.dated or head.counted or _item_follows(self.text, opened.end())):
            if not (opened and _TRIPLE.match(self.text, opened.end())):
                return None
        start = opened.end()
        if not head.annex and (found := _TRIPLE.match(self.text, start) or _PAIR.match(self.text, start)):
            return _Numbered((_pair(found),)), self._behind(found.end())
        numbers = numbers_at(self.text, start, plural=bool(words.PLURAL.search(opened["word"] or "")), letters=False)
        if numbers is None or (not head.annex and len(numbers.values[0]) > 3):
            return None
        return self._items(numbers, head)

    def _items(self, numbers: Numbers, head: _Head) -> "tuple[_Numbered, int]":
        item = None if head.annex else _ITEM.match(self.text, numbers.end)
        if item:
            plural = item["word"].replace(" ", "").endswith(("s", "en"))
            items = numbers_at(self.text, item.end(), plural=plural, letters=False, again=False)
            if items:
                targets = tuple((numbers.values[-1], value) for value in items.values)
                alone = tuple((value, "") for value in numbers.values[:-1])
                return _Numbered(alone + targets), self._behind(items.end)
        pages = words.PAGES.match(self.text, numbers.end)
        targets = tuple((value, "") for value in numbers.values)
        return _Numbered(targets, _page_range(pages) if pages else ""), self._behind(numbers.end)

    def _behind(self, at: int) -> int:
        """Take the pages, or the name of the point of the agenda, along."""
        for pattern in (words.PAGES, _AGENDA):
            if found := pattern.match(self.text, at):
                at = found.end()
        return at

    def _by_pages(self, pages: "re.Match[str]") -> "tuple[_Numbered, int]":
        if found := _OLD_PAGE.search(pages[0]):
            return _Numbered(((found["nr"], ""),)), pages.end()
        if found := _TRIPLE.search(pages[0]):
            return _Numbered((_pair(found),)), pages.end()
        return _Numbered((), _page_range(pages)), pages.end()

    def _cited(self, start: int, end: int, head: _Head, numbered: "_Numbered") -> Cited | None:
        chamber = head.chamber or self._usual_chamber(head, numbered)
        session = head.session or (
            sessions.session_of(head.day) if head.day else self._session(start, head, chamber, numbered)
        )
        if not session:
            return None
        if head.annex:
            ids = tuple(f"ah-{chamber}-{session}-{number}" for number, _ in numbered.targets)
            return Cited(start, end, CitationKind.AANHANGSEL, ids) if ids else None
        if numbered.pages and int(session[:4]) <= _LAST_OLD and not any(item for _, item in numbered.targets):
            return Cited(start, end, CitationKind.HANDELINGEN, (f"h-{chamber}-{session}-{numbered.pages}",))
        ids = tuple("-".join(filter(None, ("h", chamber, session, nr, item))) for nr, item in numbered.targets)
        return Cited(start, end, CitationKind.HANDELINGEN, ids) if ids else None

    def _usual_chamber(self, head: _Head, numbered: "_Numbered") -> str:
        """Return the chamber that a letter means without saying so: the one it is addressed to."""
        few = not head.annex or all(int(n) <= _LAST_EK_ANSWER for n, _ in numbered.targets)
        return "ek" if self.addressed is Chamber.EK and few else "tk"

    def _session(self, at: int, head: _Head, chamber: str, numbered: "_Numbered") -> str:
        """Return the session by a date in the same sentence, or the letter's own where so high a number can be."""
        sentence = self.letter.sentence_at(at)
        if sentence and (days := sessions.dates_in(self.text[sentence.start : at], self.date)):
            return sessions.session_of(days[-1])
        if self.date is None or not numbered.targets:
            return ""
        a_week = (sessions.ANSWERS_A_WEEK if head.annex else sessions.MEETINGS_A_WEEK).get(chamber, 0.0)
        return sessions.session_of_number(int(numbered.targets[0][0]), self.date, a_week) or ""


@dataclass(frozen=True, slots=True)
class _Numbered:
    """Targets as number and item (or "" for none), and the range of running pages."""

    targets: tuple[tuple[str, str], ...]
    pages: str = ""


def _chamber(text: str | None) -> str:
    bare = re.sub(r"[ .]", "", text or "").casefold()
    if not bare:
        return ""
    if bare in ("vv", "i-ii", "i/ii") or "verenigde" in bare:
        return "vv"
    return "ek" if bare in ("i", "1", "ek") or "eerste" in bare or "1e" in bare else "tk"


def _with(head: _Head, found: "re.Match[str]", letter: dt.date | None) -> _Head:
    if found["annex"]:
        return replace(head, annex=True, counted="n" in found["annex"][-8:].replace("aanhangsel", ""))
    if found["chamber"]:
        return replace(head, chamber=head.chamber or _chamber(found["chamber"]))
    if found["session"]:
        return replace(head, session=head.session or sessions.printed_session(found["session"]) or "")
    if found["date"]:
        return replace(head, day=head.day or sessions.day_of(found, letter))
    return head


def _session_ahead(text: str, found: "re.Match[str]") -> bool:
    """Tell whether "vergaderjaar" is followed by a session, so that it belongs to the tail."""
    return bool(
        not found["date"]
        and not found["chamber"]
        and re.match(rf" ?{words.YEAR}", text[found.end() : found.end() + 14])
        and re.match(words.SESSION_WORD, found[0].lstrip(" ,.:;("))
    )


def _item_ahead(text: str, found: "re.Match[str]") -> bool:
    return False


def _item_follows(text: str, at: int) -> bool:
    return bool(
        re.match(r"\d{1,3}(?!\d)", text[at : at + 4])
        and _ITEM.match(text, at + len(re.match(r"\d+", text[at : at + 4])[0]))
    )  # type: ignore[index]


def _opens_tail(text: str, opened: int) -> bool:
    return opened > 0 and text[opened - 1] in " \u00a0" and text[opened - 2 : opened - 1].isdigit()


def _pair(found: "re.Match[str]") -> tuple[str, str]:
    return found["nr"].lstrip("0"), found["item"].lstrip("0")


def _page_range(pages: "re.Match[str]") -> str:
    """Return "7140-7144", or the one page."""
    last = re.match(r" ?- ?(\d+)", pages["more"])
    return f"{pages['first']}-{last[1]}" if last else pages["first"]
