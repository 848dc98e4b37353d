"""Finds every citation of a letter, in its text, items, headings and notes, in the order in which they stand."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from griffie.domain.letter import Dossier
from griffie.domain.reading import CitationFound, CitationKind, Extent
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.citations import official, words
from griffie.reading.nl.citations.counting import Numbers, numbers_at
from griffie.reading.nl.citations.debates import Debates
from griffie.reading.nl.citations.found import Cited, without
from griffie.reading.nl.citations.kamerstukken import Papers
from griffie.reading.text import LetterText, ParagraphKind

_RUNNING_HEAD = re.compile(
    rf"(?:Tweede|Eerste) Kamer(?: der Staten-Generaal)?,? vergaderjaar {words.YEAR}, "
    r"\d\d ?\d{3}[^.]{0,20}?,? ?(?:nr\. ?\d+|[A-Z]{1,2})(?: HERDRUK\d?)?(?: \d{1,3})?|kst-[\w-]+ ISSN.*"
)
_LINE_END = re.compile(r"\n(?=\d)")
_CUT = re.compile(
    r"(?<=\))\n(?=\d{1,5}(?: final| def\.?)?\)[.,;: ])"  # (SWD(2018) / 41).
    r"|(?:(?<=\bnr\.)|(?<=\bnrs\.)|(?<=\bnr)|(?<=\bnrs)|(?<=\bnummer)|(?<=\bitem)|(?<=Kamerstuk)|(?<=Kamerstukken)"
    r"|(?<=\bStb\.)|(?<=\bStcrt\.)|(?<=\bTrb\.))\n(?=\d)"
)
"""The end of a line that was taken for that of a paragraph, the next line beginning as an item of a list does."""
_NUMBER = re.compile(r"(?<![\d.,/-])\d{1,4}(?![\d/])|(?<=etters )[A-Z](?![a-z])|(?<=etter )[A-Z](?![a-z])")
_LONGEST_WORD: Final = 24
_LONE_NUMBER = re.compile(rf"(?:(?P<word>{words.NUMBER_WORD}|(?i:\bletters?) )|(?i:\bmoties?) )\Z")
_MOTION_NEAR = re.compile(r"(?i:\b(?:motie|moties|amendement|amendementen|stuk|stukken|gedrukt|vervanging)\b)")
_JUST_BEFORE = re.compile(
    r"(?i:\b(?:motie|moties|amendement|amendementen|stuk|stukken|kamerstuk|kamerstukken|idem|ibid(?:em)?\.?)\b,? ?"
    r"(?:met |onder |op |\()?)\Z"
)
_SAME_DOSSIER = re.compile(
    r" (?i:in|van|uit|onder) (?i:hetzelfde|dit|dat|genoemde?|voornoemde?|bovengenoemde?) "
    r"(?i:(?:kamer)?dossier|kamerstuk)"
)
_OPENED = re.compile(
    r"\((?:(?i:was|voorheen|eerder|nu|thans|later|t\.v\.v\.|ter vervanging van|zie|onder|met|gedrukt onder) ?)*\Z"
)
_PRINTED = re.compile(
    r"(?i:gedrukt onder|gewijzigd in|vervangen door|ter vervanging van(?: (?:die|de motie|motie))?|t\.v\.v\.) ?\Z"
)
_IS_PRINTED = re.compile(r" (?:is |was |zijn )?(?:gedrukt|rondgedeeld|verschenen)\b")
_NAMED = re.compile(r"(?i:kamerstuk|stuk|motie|amendement)")
_BEHIND_MOTION = re.compile(r"\b(?i:motie|moties|amendement)[^,.;:()\n]{0,80}, ?\Z")
_NEAR: Final = 220


def find_citations(letter: LetterText, facts: LetterFacts) -> list[CitationFound]:
    """Return every citation outside the letter's head, each occurrence, one row per paper of a list, in order."""
    text = _readable(letter)
    cited: list[Cited] = []
    for finder in official.FINDERS:
        new = list(finder(text))
        cited += new
        text = without(text, new)
    text = without(text, official.links(text))
    new = list(Debates(text, letter, facts.date, facts.chamber).all())
    cited += new
    text = without(text, new)
    papers = _papers(text, facts)
    text = without(text, papers)
    cited += papers
    cited += _lone_numbers(text, sorted(cited, key=lambda c: c.start), facts)
    return [row for one in sorted(cited, key=lambda c: (c.start, c.end)) for row in _rows(letter, one)]


def papers_in(
    citations: Sequence[CitationFound], extent: Extent, letter: LetterText | None = None
) -> list[CitationFound]:
    """Return the kamerstukken that are cited within an extent or, given the letter, in a note that is marked there."""
    places = [extent, *(note.extent for note in (letter.notes_of(extent) if letter else ()))]
    return [
        citation
        for citation in citations
        if citation.kind is CitationKind.KAMERSTUK and any(place.holds(citation.extent) for place in places)
    ]


def _readable(letter: LetterText) -> str:
    """Return the folded text without the letter's head and its running heads; a cut inside a citation is mended."""
    text = words.fold(letter.text)
    text = _LINE_END.sub(lambda end: " " if _CUT.match(text, end.start()) else end[0], text)
    gone = [
        (paragraph.start, paragraph.end)
        for paragraph in letter.paragraphs
        if paragraph.kind is ParagraphKind.HEAD
        or (paragraph.kind is not ParagraphKind.NOTE and _RUNNING_HEAD.fullmatch(text[paragraph.start : paragraph.end]))
    ]
    return without(text, gone)


def _papers(text: str, facts: LetterFacts) -> list[Cited]:
    """Return the papers; the dossiers of the header and of sure citations make others of the same dossier sure."""
    header = frozenset(dossier.number for dossier in facts.dossiers)
    papers = Papers(text, header)
    first = list(papers.all())
    known = header | {cited.dossier.number for cited in first if cited.dossier}
    return list(Papers(text, known).all()) if papers.doubted & (known - header) else first


def _lone_numbers(text: str, cited: Sequence[Cited], facts: LetterFacts) -> Iterator[Cited]:
    """Give "(nr. 12)" behind a motion and "nr. 12 in hetzelfde dossier": of the dossier last cited, else the header's.

    A dossier is "last cited" in the order of the text, so that a note goes on from the note before it.
    """
    only = facts.dossiers[0] if len(facts.dossiers) == 1 else None
    end = 0
    for number in _NUMBER.finditer(text):
        found = _LONE_NUMBER.search(text, max(end, number.start() - _LONGEST_WORD), number.start())
        if found is None:
            continue
        numbers = _numbers(text, found)
        end = numbers.end if numbers else end
        if numbers is None or not _meant(text, found, numbers.end):
            continue
        dossier = _last_dossier(cited, found.start()) or only
        if dossier is not None:
            ids = tuple(f"{dossier}-{number}" for number in numbers.values)
            yield Cited(found.start(), numbers.end, CitationKind.KAMERSTUK, ids, dossier)


def _numbers(text: str, found: "re.Match[str]") -> Numbers | None:
    if words.DOSSIER_AHEAD.match(text, found.end()) or words.MONTH_AHEAD.match(text, found.end()):
        return None
    word = found["word"] or ""
    numbers = numbers_at(text, found.end(), plural=bool(words.PLURAL.search(word)), letters="letter" in word.casefold())
    if numbers is None or word:
        return numbers
    named = (
        len(numbers.values[0]) > 1
        and not words.YEAR_LIKE.match(text, found.end())
        and not words.UNIT.match(text, numbers.end)
    )
    ends = words.CLOSED.match(text, numbers.end) or re.match(r" [(a-z]", text[numbers.end : numbers.end + 2])
    return numbers if named and ends else None


def _meant(text: str, found: "re.Match[str]", end: int) -> bool:
    """Tell whether a number without dossier is that of a paper: by the words around it, or behind a motion."""
    start = found.start()
    if not found["word"] or _NAMED.match(found["word"]):
        return True
    if _SAME_DOSSIER.match(text, end) or _JUST_BEFORE.search(text, max(0, start - 30), start):
        return True
    low = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    if words.CLOSED.match(text, end) and _BEHIND_MOTION.search(text, low, start):
        return True
    bracketed = _OPENED.search(text, low, start) and text[end : end + 1] in (")", ",", ";")
    printed = _PRINTED.search(text, low, start) or _IS_PRINTED.match(text, end)
    return bool((bracketed or printed) and _MOTION_NEAR.search(text, low, end))


def _last_dossier(cited: Sequence[Cited], at: int) -> Dossier | None:
    return next((c.dossier for c in reversed(cited) if c.start < at and c.dossier), None)


def _rows(letter: LetterText, cited: Cited) -> Iterator[CitationFound]:
    extent = Extent(cited.start, cited.end)
    for paper in dict.fromkeys(cited.ids):
        yield CitationFound(extent, cited.kind, paper, letter.quote(extent))
