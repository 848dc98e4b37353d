"""Handelingen and their Aanhangsel: "Handelingen II 2014/15, nr. 100, item 6", "TK 85-5-7, 25 mei 2023".

Series, chamber, session and date stand in any order before the numbers, and what is missing there may stand behind.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from griffie.domain.kinds import Chamber
from griffie.domain.reading import CitationKind
from griffie.reading.nl.citations import sessions, words
from griffie.reading.nl.citations.debate_numbers import Numbered, answers_at, reports_at
from griffie.reading.nl.citations.found import Cited
from griffie.reading.text import LetterText

_ANNEX = rf"(?i:{words.spaced('aanhangsel')}(?P<counted>nummers?|nrs?\.?)?|aanh\.)"
_REPORT = rf"(?i:{words.spaced('handelingen')}|hand\.|h\.(?= (?:II?|TK|EK)\b))"
_ANNEX_OR_REPORT = f"(?:{_ANNEX.replace('(?P<counted>', '(?:')}|{_REPORT})"
_CUE = re.compile(
    rf"{words.NO_LETTER}(?:{_ANNEX_OR_REPORT}"
    r"|(?:T ?\.? ?K|E ?\.? ?K|Tweede Kamer|Eerste Kamer)\.?[ ,]{1,2}"
    rf"(?:(?:{words.SESSION_WORD} )?{words.YEAR}[ ,]{{1,2}})?"
    r"(?:nr\.? ?)?"
    r"(?=\d{1,3} ?- ?\d{1,3} ?- ?\d{1,4}(?![\d-])|\d{1,3},? item \d))(?![^\W\d_])"
)
_CHAMBER = rf"(?P<chamber>{words.CHAMBER})"
_IN_SESSION = rf"(?:{words.SESSION_WORD}[ :]{{0,2}})?(?P<session>{words.YEAR})"
_CLOSED_AGAIN = r"(?:\)(?=[ ,]{1,2}(?:n ?r|nummer|item|Aanh|\d{1,4}[ ,])))?"
_PIECE = re.compile(
    rf"[ ,.:;(]{{0,3}}(?:(?P<annex>{_ANNEX}(?:\)(?= ?{words.YEAR}))?)|{_REPORT}|{_CHAMBER}|{_IN_SESSION}{_CLOSED_AGAIN}"
    rf"|{words.SESSION_WORD}|(?P<date>{sessions.DATE})"
    r"|(?i:van|der|bij|tot|de|het|op|behorende?|plenair|vergadering|kamer|kamervragen|vragen)(?![^\W_])"
    r"(?:\)(?= [Hh]))?)"
)
_TAIL = re.compile(
    rf",? ?(?P<open>\()?(?:{_CHAMBER}[ ,]{{1,2}})?(?:{_IN_SESSION}|(?P<date>{sessions.DATE}))(?(open)\))"
)
_BEFORE = re.compile(rf"(?:(?<![^\W_]){_CHAMBER}[ ,.:]{{0,2}})?{_IN_SESSION}[ ,.:(]{{0,3}}(?:van de )?\Z")
_AGAIN = re.compile(
    rf"(?: ?[;,] ?(?:{words.AND} )?| {words.AND} )(?:(?P<session>{words.YEAR})[ ,]{{1,2}})?(?={words.NUMBER_WORD}\d)"
)
_MOST_PIECES: Final = 14
_REACH: Final = 90
_MOST_EK_ANSWERS: Final = 60
"""The Eerste Kamer asks so few written questions that a greater number is one of the Tweede Kamer."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands around the numbers: which series, chamber and session."""

    annex: bool = False
    counted: bool = False
    chamber: str = ""
    session: str = ""

    @property
    def sure(self) -> bool:
        """Whether a number without "nr." can only be that of a report or an answer."""
        return bool(self.session) or self.counted


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
                for cited in self._from(cue.start(), end):
                    end = max(end, cited.end)
                    yield cited

    def _from(self, cue: int, floor: int) -> Iterator[Cited]:
        """Give the citation at a cue, and those that go on with a "nr." of the same series."""
        head, start = self._before(cue, floor)
        head, at = self._pieces(head, cue)
        while numbered := self._numbered(head, at):
            head, end = self._tail(head, numbered.end)
            cited = self._cited(start, end, head, numbered)
            if cited is None:
                return
            yield cited
            if not (again := _AGAIN.match(self.text, end)):
                return
            start, at = again.end(), again.end()
            if again["session"]:
                start = again.start("session")
                head = replace(head, session=sessions.printed_session(again["session"]) or "")

    def _before(self, at: int, floor: int) -> tuple[_Head, int]:
        """Read "Tweede Kamer, vergaderjaar 2022-2023," in front of the word itself."""
        low = max(floor, self.text.rfind("\n", 0, at) + 1, at - _REACH)
        found = _BEFORE.search(self.text, low, at)
        return (self._with(_Head(), found), found.start()) if found else (_Head(), at)

    def _pieces(self, head: _Head, at: int) -> tuple[_Head, int]:
        for _ in range(_MOST_PIECES):
            if not (found := _PIECE.match(self.text, at)):
                break
            if found["annex"]:
                head = replace(head, annex=True, counted=bool(found["counted"]))
            head, at = self._with(head, found), found.end()
        return head, at

    def _numbered(self, head: _Head, at: int) -> Numbered | None:
        return answers_at(self.text, at, head.sure) if head.annex else reports_at(self.text, at, head.sure)

    def _tail(self, head: _Head, at: int) -> tuple[_Head, int]:
        """Read the session or date behind the numbers, where none stands before."""
        found = None if head.session else _TAIL.match(self.text, at)
        return (self._with(head, found), found.end()) if found else (head, at)

    def _with(self, head: _Head, found: "re.Match[str]") -> _Head:
        """Add chamber, session or date; what was read first stays."""
        parts = found.groupdict()
        chamber = head.chamber or _chamber(parts["chamber"])
        session = head.session or (sessions.printed_session(parts["session"]) if parts["session"] else "") or ""
        if not session and parts.get("date") and (day := sessions.day_of(found, self.date)):
            session = sessions.session_of(day)
        return replace(head, chamber=chamber, session=session)

    def _cited(self, start: int, end: int, head: _Head, numbered: Numbered) -> Cited | None:
        chamber = head.chamber or self._usual_chamber(head, numbered)
        session = head.session or self._session(start, head, chamber, numbered)
        if not session:
            return None
        if head.annex:
            ids = tuple(f"ah-{chamber}-{session}-{number}" for number, _ in numbered.targets)
            return Cited(start, end, CitationKind.AANHANGSEL, ids)
        targets = numbered.targets or ((numbered.pages, ""),)
        ids = tuple("-".join(filter(None, ("h", chamber, session, nr, item))) for nr, item in targets)
        return Cited(start, end, CitationKind.HANDELINGEN, ids)

    def _usual_chamber(self, head: _Head, numbered: Numbered) -> str:
        """Return the chamber that a letter means without saying so: the one it is addressed to."""
        few = not head.annex or all(int(number) <= _MOST_EK_ANSWERS for number, _ in numbered.targets)
        return "ek" if self.addressed is Chamber.EK and few else "tk"

    def _session(self, at: int, head: _Head, chamber: str, numbered: Numbered) -> str:
        """Return the session by a date in the same sentence, or the letter's own where so high a number can be."""
        sentence = self.letter.sentence_at(at)
        if sentence and (days := sessions.dates_in(self.text[sentence.start : at], self.date)):
            return sessions.session_of(days[-1])
        if self.date is None or not numbered.targets:
            return ""
        a_week = (sessions.ANSWERS_A_WEEK if head.annex else sessions.MEETINGS_A_WEEK).get(chamber, 0.0)
        return sessions.session_of_number(int(numbered.targets[0][0]), self.date, a_week) or ""


def _chamber(text: str | None) -> str:
    bare = re.sub(r"[ .]", "", text or "").casefold()
    if not bare:
        return ""
    if bare in ("vv", "i-ii", "i/ii") or "verenigde" in bare:
        return "vv"
    return "ek" if bare in ("i", "1", "ek") or "eerste" in bare or "1e" in bare else "tk"
