"""Parliamentary papers in running text: label, chamber, session, dossiers, numbers, in every form that letters print.

A dossier is looked for first; what stands before it (a label, a session, another citation) and behind it ("nr.", a
hyphen, a letter) tells whether it is a citation. Digits alone never are: money and counts look the same.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from griffie.domain.letter import Dossier
from griffie.domain.papers import ROMAN
from griffie.domain.reading import CitationKind
from griffie.reading.nl.citations import words
from griffie.reading.nl.citations.counting import numbers_at
from griffie.reading.nl.citations.dossiers import CANDIDATE, Dossiered, dossier_of
from griffie.reading.nl.citations.found import Cited
from griffie.reading.nl.citations.heads import LABEL, Head, head_before, letter_spaced

MOST_DOSSIERS: Final = 8
"""No paper is printed in more dossiers."""
_WORD = re.compile(
    rf"[ ,;:.-]{{0,3}}(?:\(?(?:{words.SESSION_WORD} )?{words.YEAR}\)?[ ,]{{0,2}})?(?P<open>\()?"
    rf"(?i:(?:met|onder|op|en|als|stuk|stukken|kamerstuk|kamerstukken) ){{0,2}}(?P<word>{words.NUMBER_WORD}|(?i:stuk ))"
    r"(?=\d|[A-Z]{1,3}(?![^\W_]))"
)
_HYPHEN = re.compile(r"(?P<tight>-)(?=\d{1,4}[a-z]?(?![^\W_]))(?!\d+-\d)| ?- ?(?=\d{1,4}[a-z]?(?![^\W_]))(?!\d+-\d)")
_LETTER = re.compile(r"(?:, ?| ?- ?| |: ?)(?=[A-Z]{1,3}(?![^\W_]))")
_BARE_NUMBER = re.compile(r"(?:, ?| ?/ ?| ?: ?| )(?=\d{1,4}[a-z]?(?![^\W_]))")
_AND_DOSSIER = re.compile(rf"(?: ?[,/&] ?(?:{words.AND} )?| {words.AND} | - )(?:(?:het |de )?{LABEL} )?")
_AND_CHAPTER = re.compile(rf"(?: ?[,/&] ?| {words.AND} )(?P<suffix>{ROMAN}[A-Z]?)(?![^\W_])")
_MORE_AFTER_PAGES = re.compile(rf"(?:[;,] ?(?:{words.AND} )?| {words.AND} )(?P<word>{words.NUMBER_WORD})(?=\d)")
_TURNED = re.compile(
    rf"(?P<word>{words.NUMBER_WORD})(?P<list>\d{{1,4}}(?!\d)[\d ,/&-]*(?:(?:en|t/m) [\d ,/&-]*)*?)"
    r"(?:\(|,? ?(?i:in|van|bij|uit|onder|behorend bij|toegevoegd aan|op)(?i: het| de)?"
    r"(?i: (?:wets)?voorstel(?: van wet)?)? ?)?\Z"
)
_NEVER_BEFORE = re.compile(
    r"(?:[€$£]|\b(?i:eur|postbus|tabel|artikel|art\.|telefoon|tel\.|kvk|iban|iso|iec|nen|din|bic|nen-en)|\bEN) ?\Z"
)
_COUNT_BEFORE = re.compile(
    r"(?:[€$£]|\b(?i:eur|euro|postbus|tabel|artikel|art\.|bladzijde|blz\.|pagina|tel\.?|telefoon|kvk|iban"
    r"|dossiernr\.?|bedrag van|polis"
    r"|zaaknummer|rekening|ruim|circa|ongeveer|bijna|maximaal|minimaal|tot|naar)) ?\Z"
)
_PAPER_BEFORE = re.compile(
    r"(?i:motie|moties|amendement|amendementen|brief|kamerbrief|verslag|nota|nader|bijlage (?:bij|van|behorend bij)"
    r"|t\.v\.v\.|ter vervanging van|[;(\[]) ?(?:met |op |onder )?\Z|(?i:motie)[^.;()]{0,60}\(\Z"
)
_MOTION_NEAR = re.compile(r"(?i:\b(?:motie|moties|amendement|amendementen)\b)")
_REFERENCE = re.compile(r" ?- ?(?:\d{1,4}/\d|(?:19|20)\d\d(?!\d))")
"""A reference of a ministry: "36410-2023/05"."""
_PAPER_NEXT = re.compile(r"; \d{2} ?\d{3}-")
_BILL_NEAR = re.compile(r"(?i:wets?voorstel|voorstel van (?:rijks)?wet|dossier|initiatief|\bwet\b|rijkswet|begroting)")


@dataclass(frozen=True, slots=True)
class _Numbered:
    values: tuple[str, ...]
    end: int
    how: str


class Papers:
    """Finds papers in folded text, in which what other finders took is gone.

    `doubted` holds the dossiers that were taken for money or counts: were they known, they might be citations.
    """

    def __init__(self, text: str, known: frozenset[str]) -> None:
        self._text = text
        self._known = known
        self._last_end = -1
        self._last_bare = False
        self.doubted: set[str] = set()

    def all(self) -> Iterator[Cited]:
        """Give the citations in order."""
        at = 0
        while found := CANDIDATE.search(self._text, at):
            cited = self._at(found)
            if cited is None:
                self.doubted.add(re.sub(r"\D", "", found[0]))
                at = found.start() + 1
                continue
            yield cited
            self._last_end = at = cited.end
            self._last_bare = cited.ids == (str(cited.dossier),)

    def _at(self, found: "re.Match[str]") -> Cited | None:
        head = head_before(self._text, found.start(), self._last_end)
        if head is None:
            return None
        if (found["hyphen"] or found["spaced"]) and not (head.label or head.session):
            return None
        if not head.label and _NEVER_BEFORE.search(self._text, max(0, head.start - 24), head.start):
            return None
        first = dossier_of(self._text, found)
        if not self._likely(first, head):
            return None
        spaced = first.spaced or (head.label and letter_spaced(self._text, head.start, first.start))
        if (numbered := self._numbers(first, head, spaced)) is not None:
            return self._cited(head, (first,), numbered)
        if (turned := self._turned(head, first)) is not None:
            return turned
        group, numbered = self._combined(first, head, spaced)
        if numbered is not None and len(group) > 1 and not _COUNT_BEFORE.search(self._text[: head.start][-24:]):
            return self._cited(head, group, numbered)
        return self._bare(head, group if head.label else (first,))

    def _likely(self, first: Dossiered, head: Head) -> bool:
        number = first.dossier.number
        return not number.isdecimal() or head.label or 10_000 <= int(number) < 50_000

    # --- behind the dossier ---------------------------------------------------------------------------------------
    def _numbers(self, first: Dossiered, head: Head, spaced: bool) -> _Numbered | None:
        text, at = self._text, first.end
        if found := _WORD.match(text, at):
            plural = bool(words.PLURAL.search(found["word"]))
            numbers = numbers_at(text, found.end(), plural=plural, spaced=spaced)
            closed = bool(numbers and found["open"] and text[numbers.end : numbers.end + 1] == ")")
            if numbers and (closed or not found["open"] or head.label):
                return _Numbered(numbers.values, numbers.end + bool(closed), "word")
        if (found := _HYPHEN.match(text, at)) and (head.sure or head.chamber or found["tight"]):
            numbers = numbers_at(text, found.end(), spaced=spaced, letters=False)
            if numbers and (head.sure or head.chamber or self._paper_by_hyphen(first, numbers.end)):
                return _Numbered(numbers.values, numbers.end, "hyphen")
        found = _LETTER.match(text, at)
        numbers = numbers_at(text, found.end()) if found else None
        if found and numbers and self._lettered(first, head, found, numbers.end):
            return _Numbered(numbers.values, numbers.end, "letter")
        return self._bare_number(first, head, spaced)

    def _bare_number(self, first: Dossiered, head: Head, spaced: bool) -> _Numbered | None:
        """Read "Kamerstuk 22112, 2157" or "21501-02 3174": behind a label, and where the number ends it."""
        text = self._text
        found = _BARE_NUMBER.match(text, first.end)
        if not found or not (head.sure or head.chamber or self._motion_bracket(first, head)):
            return None
        at = found.end()
        if words.DOSSIER_AHEAD.match(text, at) or words.MONTH_AHEAD.match(text, at) or words.YEAR_LIKE.match(text, at):
            return None
        numbers = numbers_at(text, at, spaced=spaced, letters=False)
        if numbers and (words.CLOSED.match(text, numbers.end) or words.GOES_ON.match(text, numbers.end)):
            return _Numbered(numbers.values, numbers.end, "number")
        return None

    def _paper_by_hyphen(self, first: Dossiered, end: int) -> bool:
        """Tell whether digits and a hyphen without a label are a paper: "36200-XII-60", "motie 35510-21"."""
        if _REFERENCE.match(self._text, first.end):
            return False
        if first.dossier.suffix or first.kingdom or first.dossier.number in self._known:
            return True
        if _PAPER_NEXT.match(self._text, end):
            return True
        text = self._text
        if not (words.CLOSED.match(text, end) or words.GOES_ON.match(text, end) or text[end + 1 : end + 2].isupper()):
            return False
        if _COUNT_BEFORE.search(text, max(0, first.start - 24), first.start):
            return False
        before = text[max(0, first.start - 80) : first.start]
        plausible = 17_000 <= int(first.dossier.number) < 40_000
        return bool(_PAPER_BEFORE.search(before)) or (plausible and not before[-1:].isalnum())

    def _lettered(self, first: Dossiered, head: Head, found: "re.Match[str]", end: int) -> bool:
        """Tell whether a letter behind a dossier is a paper of the Eerste Kamer."""
        text = self._text
        if not words.CLOSED.match(text, end) and not ((head.sure or head.chamber) and words.GOES_ON.match(text, end)):
            return False
        if head.sure or head.chamber:
            return True
        if not found[0].startswith((",", "-")):
            return bool(first.dossier.suffix) and head.bracket
        roman = not first.dossier.number.isdecimal()
        return head.bracket or bool(first.dossier.suffix) or first.dossier.number in self._known or roman

    def _combined(self, first: Dossiered, head: Head, spaced: bool) -> tuple[tuple[Dossiered, ...], _Numbered | None]:
        """Read "34 834 en 29 477, nr. 6" and "36 600 VI en VII, nr. 5": the number is the first dossier's."""
        group = [first]
        while len(group) < MOST_DOSSIERS:
            last = group[-1]
            if chapter := _AND_CHAPTER.match(self._text, last.end) if last.dossier.suffix else None:
                following = Dossiered(
                    Dossier(last.dossier.number, chapter["suffix"]), chapter.start("suffix"), chapter.end()
                )
            elif (between := _AND_DOSSIER.match(self._text, last.end)) and (
                found := CANDIDATE.match(self._text, between.end())
            ):
                following = dossier_of(self._text, found)
            else:
                return tuple(group), None
            numbered = self._numbers(following, head, spaced)
            if numbered is not None:
                if numbered.how in ("word", "letter"):
                    return (*group, following), numbered
                return tuple(group), None
            group.append(following)
        return (first,), None

    def _bare(self, head: Head, group: tuple[Dossiered, ...]) -> Cited | None:
        """Read a dossier without a number: behind a label, in a list of citations, or in brackets behind its bill."""
        text = self._text
        while len(group) > 1 and words.UNIT.match(text, group[-1].end):
            group = group[:-1]
        end = group[-1].end
        if words.UNIT.match(text, end) or not group[0].dossier.number.isdecimal():
            return None
        closed = bool(words.CLOSED.match(text, end))
        known = group[0].dossier.number in self._known
        alone = head.bracket and closed and text[end : end + 1] in ")];," and not self._counted(group)
        near = _BILL_NEAR.search(text, max(0, head.start - 140), head.start)
        if head.label or head.bill or (head.chamber and head.session):
            accepted = True
        elif head.listed or head.chamber:
            goes_on = bool(words.GOES_ON.match(text, end)) and not group[0].dossier.number.endswith("000")
            accepted = closed or (head.listed and (goes_on or self._last_bare))
        else:
            accepted = alone and bool(near or known)
        if not accepted:
            return None
        return self._cited(head, group, _Numbered((), end, "bare"))

    def _counted(self, group: tuple[Dossiered, ...]) -> bool:
        return bool(re.search(r"\d \Z|aantal|totaal", self._text[max(0, group[0].start - 12) : group[0].start]))

    def _turned(self, head: Head, first: Dossiered) -> Cited | None:
        """Read "nr. 203(28286)", as the Handelingen print it, and "nr. 12 in dossier 29 344"."""
        text = self._text
        low = max(text.rfind("\n", 0, head.start) + 1, head.start - 60, self._last_end)
        found = _TURNED.search(text[low : head.start])
        inside = found is not None and found[0].endswith("(")
        if found is None or not (inside or head.label or head.bill):
            return None
        if inside and not re.match(r" ?[)\];,]", text[first.end : first.end + 2]):
            return None
        numbers = numbers_at(
            text[: head.start], low + found.start("list"), plural=bool(words.PLURAL.search(found["word"]))
        )
        if numbers is None:
            return None
        end = first.end + (1 if inside and text[first.end : first.end + 1] == ")" else 0)
        ids = tuple(f"{first.dossier}-{number}" for number in numbers.values)
        return Cited(low + found.start(), end, CitationKind.KAMERSTUK, ids, first.dossier)

    def _former(self, values: list[str], end: int) -> tuple[list[str], int]:
        """Read the number that the paper had before: "nr. 577, was nr. 562"."""
        found = words.FORMER.match(self._text, end)
        numbers = numbers_at(self._text, found.end(), letters=False) if found else None
        if found is None or numbers is None or not (found["word"] or words.CLOSED.match(self._text, numbers.end)):
            return values, end
        opened = "(" in found[0] and self._text[numbers.end : numbers.end + 1] == ")"
        return [*values, *numbers.values], numbers.end + opened

    def _motion_bracket(self, first: Dossiered, head: Head) -> bool:
        """Tell whether "(36496, 71)" stands behind a motion, or in a dossier that is cited elsewhere."""
        if not head.bracket or not re.match(r",? ?\d{1,4}\)", self._text[first.end : first.end + 7]):
            return False
        near = _MOTION_NEAR.search(self._text, max(0, head.start - 120), head.start)
        return bool(near) or first.dossier.number in self._known

    def _cited(self, head: Head, group: tuple[Dossiered, ...], numbered: _Numbered) -> Cited:
        values, end = list(numbered.values), numbered.end
        if values:
            values, end = self._former(values, end)
        while values and (pages := words.PAGES.match(self._text, end)):
            end = pages.end()
            more = _MORE_AFTER_PAGES.match(self._text, end)
            again = numbers_at(self._text, more.end()) if more else None
            if again is None:
                break
            values += again.values
            end = again.end
        if values and (reprint := words.REPRINT.match(self._text, end)):
            end = reprint.end()
        main, *others = (str(d.dossier) for d in group)
        ids = [f"{main}-{value}" for value in values] or [main]
        return Cited(head.start, end, CitationKind.KAMERSTUK, tuple(dict.fromkeys([*ids, *others])), group[0].dossier)
