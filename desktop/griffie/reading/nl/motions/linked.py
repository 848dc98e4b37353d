"""Links papers to the name of a motion: the bracket, the words or the note behind it, or the number right before it."""

from collections.abc import Sequence

from griffie.domain.reading import CitationFound, CitationKind
from griffie.reading.nl.motions import forms as f
from griffie.reading.text import LetterText

Ids = tuple[str, ...]


class LinkedPapers:
    """The papers of one letter, as the names of motions want them."""

    def __init__(self, letter: LetterText, citations: Sequence[CitationFound]) -> None:
        self._letter = letter
        self._text = letter.text
        self._papers = [c for c in citations if c.kind is CitationKind.KAMERSTUK and "-" in c.id]
        self._debates = [c.extent for c in citations if c.kind is CitationKind.HANDELINGEN]

    def in_debate(self, at: int) -> bool:
        """Tell whether a word is part of the name of a debate: "Stemmingen moties Politie"."""
        if f.ON_VOTES.search(self._text, max(0, at - 24), at):
            return True
        return any(debate.start <= at < debate.end for debate in self._debates)

    def number_ends(self, at: int) -> int:
        """Return where the number right behind a word ends, as in "motie op stuk 30 012 nr. 31"; else `at`."""
        for paper in self._papers:
            if at <= paper.extent.start < at + 40 and f.LABEL.fullmatch(self._text, at, paper.extent.start):
                return paper.extent.end
        number = f.NUMBER.match(self._text, at)
        return number.end() if number else at

    def behind(self, at: int, stop: int) -> Ids:
        """Return the papers behind a name, up to `stop`: of a note on it, a bracket, the words, a later note."""
        if noted := self.noted(at, at + 1):
            return noted
        if bracket := self.bracket(at, stop):
            return bracket[0]
        near = [c for c in self._papers if at <= c.extent.start < min(stop, at + f.FAR)]
        if near:
            gap = self._text[at : near[0].extent.start]
            ends_well = f.ENDS_WELL.search(gap) is not None and _belongs(gap.rstrip(", "))
            if f.LABEL.fullmatch(gap) or ends_well:
                return tuple(c.id for c in near if c.extent == near[0].extent)
        return self.noted(at, stop)

    def before(self, at: int) -> Ids:
        """Return the paper right before a name: "Kamerstuk 31 765, nr. 485 (motie Van den Berg)"."""
        for paper in self._papers:
            end = paper.extent.end
            if at - 6 <= end <= at and f.RELATED.fullmatch(self._text, end, at):
                return (paper.id,)
        return ()

    def between(self, start: int, end: int) -> Ids:
        """Return the papers cited between two places; those of an earlier print ("t.v.v. 33 529, nr. 12") left out."""
        inside = (c for c in self._papers if start <= c.extent.start < end and c.extent.end <= end + 1)
        return tuple(dict.fromkeys(c.id for c in inside if not self._is_replaced(c)))

    def bracket(self, at: int, stop: int) -> tuple[Ids, int] | None:
        """Return the papers of the first bracket behind a name and where it ends; none where a verb stands between."""
        stop = min(stop, at + f.FAR + 160)
        found = f.BRACKET_AFTER.match(self._text, at, stop)
        while found:
            if not _belongs(self._text[at : found.start("inner")]):
                return None
            if ids := self.between(found.start("inner"), found.end("inner")):
                return ids, found.end()
            found = f.BRACKET_AFTER.match(self._text, found.end(), stop)
        return None

    def noted(self, at: int, stop: int) -> Ids:
        """Return the papers of the first note cited behind a name, in its sentence, before another motion."""
        sentence = self._letter.sentence_at(at - 1)
        end = min(stop, sentence.end + 1) if sentence else stop
        for mark in self._letter.marks:
            note = self._letter.note(mark.number)
            if note is None or not at <= mark.at <= end:
                continue
            gap = self._text[at : mark.at].strip()
            if gap and mark.at < end - 2 and not _belongs(gap):
                return ()
            ids = self.between(note.start, note.end)
            if ids or gap:
                return ids
        return ()

    def _is_replaced(self, paper: CitationFound) -> bool:
        start = paper.extent.start
        return f.REPLACED.search(self._text, max(0, start - 40), start) is not None


def _belongs(gap: str) -> bool:
    """Tell whether the words between a name and a number leave the number with the name."""
    bare = f.BRACKETED.sub("", gap).strip(" ([»”\"'")
    if not bare:
        return True
    if len(bare) >= f.FAR:
        return False
    if f.ITS_OWN_VERB.match(bare):
        return not f.OTHER_PAPER.search(bare)
    return f.OPENERS.match(bare) is not None and not f.MAIN_VERB.search(bare)
