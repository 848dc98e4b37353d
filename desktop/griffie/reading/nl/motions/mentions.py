"""Finds the places where a letter speaks of a motion, in every way a motion is named; joins nothing.

One `Mention` is one motion at one place. Who submitted it, its papers from the brackets and notes behind the name, and
whether the words only point back ("die motie") are told; `griffie.reading.nl.motions.identity` makes motions of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from griffie.domain.reading import CitationFound, Extent
from griffie.reading.nl.motions import forms as f
from griffie.reading.nl.motions.linked import LinkedPapers
from griffie.reading.nl.motions.names import Member, double_names, groups, members_at
from griffie.reading.nl.motions.words import VAN_NAMES
from griffie.reading.text import LetterText

BEFORE = 160
"""So many characters before the word "motie" tell how it is meant."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One motion at one place.

    `extent` runs from the words before "motie" that belong to it to the last name. `papers` are ids of brackets and
    notes behind it. `pointing` is True for "die motie", whose motion was named before; `count` says of how many such
    words speak (1, 2, ...; 0 unknown). `number` is a bare number ("motie nr. 571"). `nickname` is what the letter calls it: given here, or used here in
    place of a name.
    """

    extent: Extent
    submitters: tuple[str, ...] = ()
    cs: bool = False
    papers: tuple[str, ...] = ()
    pointing: bool = False
    indefinite: bool = False
    count: int = 1
    subject: str = ""
    number: str = ""
    nickname: str = ""


@dataclass(frozen=True)
class _Word:
    """The word "motie" or "moties" somewhere, with what stands before it in its line and how far it may look ahead."""

    match: "re.Match[str]"
    before: str
    begin: int
    stop: int
    several: bool = field(default=False)

    @property
    def start(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def counted(self) -> int:
        """Of how many the words say that they speak, 0 where they do not say."""
        found = f.COUNT.search(self.before)
        return f.NUMBER_WORDS[found["count"].casefold()] if found else 0


class MentionFinder:
    """Finds the mentions of one letter."""

    def __init__(self, letter: LetterText, citations: Sequence[CitationFound]) -> None:
        self._letter = letter
        self._text = letter.text
        self._papers = LinkedPapers(letter, citations)
        self._doubles = double_names(letter.text)
        self._last: list[Member] = []
        self._nicknames: set[str] = set()

    def all(self) -> list[Mention]:
        """Return every mention in order."""
        words = [found for found in f.MOTION.finditer(self._text) if not self._papers.in_debate(found.start())]
        stops = [*(found.start() for found in words[1:]), len(self._text)]
        return [mention for found, stop in zip(words, stops, strict=False) for mention in self._at(found, stop)]

    def _at(self, found: "re.Match[str]", stop: int) -> list[Mention]:
        """Return the mentions of one word "motie" or "moties"."""
        line_end = self._text.find("\n", found.end())
        before = self._text[max(0, found.start() - BEFORE) : found.start()].rpartition("\n")[2]
        own = f.BEFORE.search(before)
        begin = found.start() - (len(own[0]) if own else 0)
        word = _Word(found, before, begin, stop if line_end < 0 else min(stop, line_end), bool(found["several"]))
        if called := self._nickname_at(word.start):
            return [Mention(Extent(word.start, word.start + len(called)), pointing=True, nickname=called)]
        for members in self._ways(word):
            if members:
                self._last = members
                return self._several(members, word) if word.several else [self._one(members, word)]
        return self._unnamed(word)

    def _nickname_at(self, at: int) -> str:
        """Return the nickname that stands at a place, given to a motion before; "" where none does."""
        for nickname in sorted(self._nicknames):
            words = self._text[at : at + len(nickname)]
            if (
                words.casefold() == nickname.casefold()
                and not self._text[at + len(nickname) : at + len(nickname) + 1].isalnum()
            ):
                return nickname
        return ""

    def _named_as(self, end: int) -> str:
        """Return the nickname that is given behind a name: "(hierna: motie A)"."""
        found = f.NICKNAME.match(self._text, end)
        if found is None:
            return ""
        nickname = found["nickname"].strip()
        self._nicknames.add(nickname)
        return nickname

    def _ways(self, word: _Word) -> Iterator[list[Member]]:
        """Try the ways in which a name is tied to the word, the surest first."""
        text = self._text
        after = self._papers.number_ends(word.end)
        for place in dict.fromkeys((after, word.end)):
            if by := f.BY.match(text, place):
                yield list(members_at(text, by.end(), titled=True))
        if f.SAME_MEMBERS.match(text, after):
            yield self._last
        if direct := f.DIRECT.match(text, word.end):
            yield list(members_at(text, self._direct_begin(direct.end()), titled=False))
        if submitted := f.SUBMITTED_BY.search(word.before):
            begin = word.start - len(word.before) + submitted.start("who")
            yield list(members_at(text, begin, titled=True))
        if far := f.FAR_BY.match(text, word.end):
            yield list(members_at(text, far.end(), titled=True))
        if self._is_of_subject(word):
            yield self._last_member(word)

    def _direct_begin(self, begin: int) -> int:
        """Return where a name right behind the word begins: of Van Nispen in "motie van Nispen", not so for Klaver."""
        van = f.VAN.match(self._text, begin)
        return begin - len("van ") if van and self._is_van_name(van["name"]) else begin

    def _is_van_name(self, name: str) -> bool:
        if re.search(rf"(?:\blid|\bheer|[Mm]evrouw|/|\bleden|-) ?[Vv]an {name}\b", self._text):
            return True
        return name in VAN_NAMES and not re.search(rf"\b(?:lid|heer|[Mm]evrouw) {name}\b", self._text)

    def _is_of_subject(self, word: _Word) -> bool:
        """Tell whether the sentence's member moved it: "heeft een motie ingediend", "in zijn motie", "bij motie"."""
        if f.HIS.search(word.before) or (f.VIA.search(word.before) and not word.several):
            return True
        return f.A_MOTION.search(word.before) is not None and f.SUBMITS.match(self._text, word.end) is not None

    def _last_member(self, word: _Word) -> list[Member]:
        """Return the member, or members, that the sentence names last before the word."""
        sentence = self._letter.sentence_at(word.start)
        start = max(word.start - len(word.before), sentence.start if sentence else 0)
        last: list[Member] = []
        for title in f.TITLED.finditer(self._text, start, word.start):
            found = [m for m in members_at(self._text, title.start(), titled=True) if m.end <= word.start]
            last = found or last
        return last

    def _one(self, members: list[Member], word: _Word) -> Mention:
        """Return the motion of named members, with the paper behind its name."""
        behind = members[0].end > word.end
        end = members[-1].end if behind else word.end
        names, cs, _ = groups(members, self._doubles, several=False)[0]
        inside = self._papers.between(word.end, end)
        papers = inside or self._papers.behind(end, word.stop) or self._papers.before(word.begin)
        start = word.begin if behind else min(word.begin, members[0].start)
        number = None if papers else f.NUMBER.match(self._text, word.end)
        return Mention(
            Extent(start, end),
            names,
            cs,
            papers[:1],
            subject=self._subject(end, word.stop),
            number=number["number"] if number else "",
            nickname=self._named_as(end),
        )

    def _several(self, members: list[Member], word: _Word) -> list[Mention]:
        """Return the motions of "moties": one for each group of names, or many of the same members."""
        at = members[-1].end if members[0].end > word.end else word.end
        made: list[Mention] = []
        while bracket := self._papers.bracket(at, word.stop):
            papers, end = bracket
            made += self._shared(members, papers, word, at)
            link = f.LINK.match(self._text, end)
            if link and (more := list(members_at(self._text, link.end(), titled=True))):
                members, at = more, more[-1].end
            elif again := f.SAME_AGAIN.match(self._text, end):
                at = again.end()
            else:
                return made
        papers = self._papers.noted(at, word.stop)
        rest = self._shared(members, papers, word, at)
        if nickname := self._named_as(at):
            rest[-1] = replace(rest[-1], nickname=nickname)
        return made + [replace(mention, count=max(1, word.counted)) for mention in rest]

    def _shared(self, members: list[Member], papers: tuple[str, ...], word: _Word, end: int) -> list[Mention]:
        """Divide papers among the groups of names: one each, or all to the only group."""
        base = Mention(Extent(word.begin, end), subject=self._subject(end, word.stop))
        split = groups(members, self._doubles, several=True)
        own = [self._papers.noted(at, at + 1)[:1] for _, _, at in split]
        if len(split) > 1 and sum(bool(note) for note in own) < 2:
            own = [papers[n : n + 1] for n in range(len(split))] if len(papers) in (0, len(split)) else []
        if len(split) > 1 and own:
            return [
                replace(base, submitters=names, cs=cs, papers=paper)
                for (names, cs, _), paper in zip(split, own, strict=True)
            ]
        names, cs, _ = groups(members, self._doubles, several=False)[0]
        return [replace(base, submitters=names, cs=cs, papers=(paper,)) for paper in papers] or [
            replace(base, submitters=names, cs=cs)
        ]

    def _unnamed(self, word: _Word) -> list[Mention]:
        """Return mentions without a name: known by number, or pointing back."""
        papers = self._papers.behind(word.end, word.stop)
        after = self._papers.number_ends(word.end)
        if not papers and after > word.end:
            papers = self._papers.behind(after, word.stop)
        base = Mention(
            Extent(word.begin, word.end),
            pointing=f.POINTING.search(word.before) is not None,
            indefinite=f.INDEFINITE.search(word.before) is not None,
            subject=self._subject(word.end, word.stop),
        )
        if papers:
            return [replace(base, papers=(paper,)) for paper in (papers if word.several else papers[:1])]
        if not word.several and (number := f.NUMBER.match(self._text, word.end)):
            return [replace(base, extent=Extent(word.begin, number.end()), number=number["number"])]
        return [replace(base, count=word.counted or (0 if word.several else 1))]

    def _subject(self, at: int, stop: int) -> str:
        """Return what the motion is about, in the letter's words."""
        found = f.SUBJECT.match(self._text[at : min(stop, at + 240)])
        if not found:
            return ""
        about, start = found["about"], at + found.start("about")
        marks = [mark.at - start for mark in self._letter.marks if start < mark.at <= start + len(about)]
        about = about[: marks[0]] if marks else about
        cut = f.SUBJECT_END.search(about)
        return (about[: cut.start()] if cut else about).strip(" ,")
