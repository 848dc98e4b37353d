"""Finds the places where a letter speaks of a motion, in every way a motion is named; joins nothing.

One `Mention` is one motion at one place. Who submitted it, its papers from the brackets and notes behind the name, and
whether the words only point back ("die motie") are told; `griffie.reading.nl.motions.identity` makes motions of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from griffie.domain.reading import CitationFound, CitationKind, Extent
from griffie.reading.nl.motions.names import Member, double_names, groups, members_at
from griffie.reading.nl.motions.words import TITLE, VAN_NAMES
from griffie.reading.text import LetterText

MOTION = re.compile(r"\b[Mm](?:otie|OTIE)(?P<several>s|S)?\b(?!#)")
_BEFORE = re.compile(
    r"(?:\(?(?:[Nn]ader |[Tt]weede )?(?:[Gg]ewijzigde|[Aa]angehouden|[Aa]angenomen|[Vv]erworpen|[Ii]ngetrokken|[Ss]pelende)\)? )+$"
)
_OPEN_BRACKET = r"(?:[ ]?\([^()]{2,60}\))"
_DATED = r"(?:[ ](?:d\.d\.|van|uit)[ ]\d{1,2}[ ][a-z]+(?:[ ]\d{4}|[ ]jl\.?)?)"
_TOPIC = r"(?:[ ](?:over|inzake|betreffende|aangaande|omtrent|ter[ ]zake[ ]van|met[ ]betrekking[ ]tot|ten[ ]aanzien[ ]van)[ ][^.;:()]{3,140}?)"
_BY = re.compile(
    rf"(?:{_OPEN_BRACKET}|{_DATED}|[ ]nr\.[ ]?\d+|,)?{_TOPIC}?,?[ ]"
    rf"(?:van|door|(?:die|welke|dat)(?:[ ]door)?|(?:(?:mede-?)?(?:ingediend|voorgesteld|ondertekend)(?:[ ]door)))[ ](?={TITLE}[ ])"
)
_VAN = re.compile(r"(?<=[ ]van[ ])(?P<name>[A-ZÀ-Þ]\w+)")
_REPLACED = re.compile(
    r"(?:t\.v\.v\.|ter vervanging van|die gedrukt onder|voorheen|was|in plaats van|vervangt|abusievelijk)[ ,]*(?:nr\.? ?)?$"
)
_NUMBER = re.compile(
    r"[ ](?:(?:op|met|onder)[ ])?(?:stuk[ ])?(?:(?:nr|nummer)\.?[ ]?)?(?P<number>\d{1,4})(?![\d.]*\d)(?=[ ,(.;]|$)(?![ ]\d{3})"
)
_LABEL = re.compile(
    r"[ ,:]*(?:(?:op|met|onder|als|bij|gedrukt als|gedrukt onder|nr\.?)[ ])?(?:stuk[ ])?(?:[Kk]amerstuk\w*[ ]?)?(?:nummer[ ])?"
)
_SAME_MEMBERS = re.compile(r",? van (?:dezelfde (?:leden|indieners?)|hetzelfde lid|beide leden)\b")
_VIA = re.compile(r"\b(?:bij|via|per|in|door)(?: middel van)?(?: (?:een|de|deze))?(?: (?:aangenomen|gewijzigde))? $")
_ON_VOTES = re.compile(r"\bStemming(?:en)?(?: over)?(?: de)? $")
_FAR_BY = re.compile(rf"[^.;:()]{{0,60}}?[ ]door[ ](?={TITLE}[ ])")
_DIRECT = re.compile(r"(?:[ ]?[-–‐‑][ ]?|[ ]van[ ](?=[A-ZÀ-Þ])|[ ]|:[ ])(?:[«“\"])?")
_TITLED = re.compile(rf"{TITLE}[ ]")
_SUBMITTED_BY = re.compile(
    rf"(?:door|van)[ ](?={TITLE}[ ])(?P<who>[^.;:]{{3,120}}?)[ ](?:(?:[^.;:() ]+[ ]){{0,8}})?"
    rf"(?:ingediende|voorgestelde|aangehouden|ondertekende)[ ](?:en[ ]\w+[ ])?(?:(?:nader[ ])?gewijzigde[ ])?$"
)
_HIS = re.compile(
    r"(?:door (?:hem|haar|hen|beiden?|deze leden) (?:\w+ ){0,4}(?:ingediende|voorgestelde|aangehouden) (?:(?:nader )?\w+ ){0,2}"
    r"|\b(?:in|met|bij|op|over|aan|van|naar|om|trok|diende|heeft|hebben) (?:zijn|haar|hun) (?:\w+ ){0,2})$"
)
_SUBMITS = re.compile(r"[^.;]{0,200}?\b(?:ingediend|voorgesteld|ingetrokken|aangehouden|indiende[n]?|in)\b")
_A_MOTION = re.compile(r"\b(?:een|twee|drie|vier|vijf|enkele|de volgende) (?:\w+ ){0,2}$")
_NUMBER_WORDS = {"twee": 2, "beide": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
_COUNT = re.compile(r"\b(?P<count>[Tt]wee|[Bb]eide|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es) (?:\w+ ){0,2}$")
_POINTING = re.compile(
    r"\b(?:[Dd]e|[Dd]ie|[Dd]eze|[Bb]eide|(?:[Dd]e )?(?:boven|eerder|voor|hierboven |hiervoor )?genoemde|(?:[Dd]e )?(?:desbetreffende|betreffende|onderhavige))"
    r" (?:(?:aangenomen|gewijzigde|betreffende|genoemde|twee|drie|vier|vijf|laatste|eerste|overige|laatstgenoemde) )*$"
)
_INDEFINITE = re.compile(
    r"\b(?:[Ee]en|[Gg]een|[Aa]ndere|[Oo]verige|[Aa]lle|[Dd]iverse|[Vv]erschillende|[Vv]erscheidene) (?:\w+ )?$"
)
_MAIN_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|heb|hebben|had|wordt|worden|werd|werden|verzoekt|verzocht|vraagt|vroeg|roept|zal|zullen|"
    r"beschouw|geef|kan|ga|reageer|informeer|doe|zie|bericht|beantwoord|antwoord|brief|Kamerbrief|rapport|bijlage)\b"
)
_BRACKET_AFTER = re.compile(
    r"(?P<gap>[^().;:\n]{0,260}?)[ ]?[(\[](?P<inner>[^()\[\]\n]{3,160}(?:\([^()]*\)[^()]*)?)[)\]]"
)
_OPENERS = re.compile(
    r"^(?:[ ,]|in (?:over|die|waarin|om|betreffende|inzake)\b|in$|ingediend|voorgesteld|over|inzake|betreffende|aangaande|omtrent|met|ter|ten|van|d\.d\.|om|voor|tot|die|waarin|waarmee|tegen)"
)
_ITS_OWN_VERB = re.compile(
    r"[ ,]*(?:die|waarin|waarmee|verzoekt|verzoekende|vraagt|roept|verzocht|gevraagd|vroeg|opgeroepen|strekkende|strekt|ingediend|diende|in)\b"
)
_OTHER_PAPER = re.compile(
    r"\b(?:brief|rapport|advies|bijlage|zie|zoals|wetsvoorstel|verslag|nota|antwoord\w*|bericht|gemeld|toegezegd|debat|amendement)\b"
)
_LINK = re.compile(r"(?:,? (?:en|alsmede|alsook|evenals)(?: ook)? |, )(?:de (?:\w+ )?motie )?(?:van )?")
_SAME_AGAIN = re.compile(r"(?:,? en |, )(?:de motie )?(?=(?:over|inzake|betreffende)\b)")
_SUBJECT = re.compile(
    r"^(?:[ ,]*\([^()]{3,80}\))?[ ,]*(?:(?:ingediend|in) )?(?:(?:over|inzake|betreffende|aangaande|omtrent|met betrekking tot|ten aanzien van)"
    r"|(?:die )?(?:(?:verzoekt|vraagt|roept|vroeg|verzocht)(?: (?:de regering|het kabinet|ons|mij|ertoe))?(?: op)?,?(?: om| te bezien of|(?= te ))"
    r"|(?:gaat|gaan)(?: beide)? over|ziet op|betreft|strekt ertoe dat))[ ](?P<about>[^.;:()«»]{3,160})"
)
_SUBJECT_END = re.compile(
    r"[ ](?:is|zijn|wordt|worden|heeft|hebben|werd|verzoekt|vraagt|verzocht|vroeg|roept|beschouw|geef|ga|gaat|kan|als|ligt|raakt"
    r"|betreft|besproken|ingetrokken|aangenomen|verworpen|aangehouden|en (?:de|een) (?:\w+ )?moties?|wil|zal|heb|voer|acht|doe|laat)\b|,[ ]"
)
FAR = 260


@dataclass(frozen=True, slots=True)
class Mention:
    """One motion at one place.

    `extent` runs from the words before "motie" that belong to it to the last name. `papers` are ids of brackets and
    notes behind it. `pointing` is True for "die motie", whose motion was named before; `count` says of how many such
    words speak (1, 2, ...; 0 unknown). `number` is a bare number ("motie nr. 571").
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


class MentionFinder:
    """Finds the mentions of one letter."""

    def __init__(self, letter: LetterText, citations: Sequence[CitationFound]) -> None:
        self._letter = letter
        self._text = letter.text
        self._papers = [c for c in citations if c.kind is CitationKind.KAMERSTUK and "-" in c.id]
        self._debates = [c.extent for c in citations if c.kind is CitationKind.HANDELINGEN]
        self._doubles = double_names(letter.text)
        self._last: list[Member] = []

    def all(self) -> list[Mention]:
        """Return every mention in order."""
        starts = [found for found in MOTION.finditer(self._text) if not self._in_debate(found.start())]
        made: list[Mention] = []
        for number, found in enumerate(starts):
            stop = starts[number + 1].start() if number + 1 < len(starts) else len(self._text)
            stop = min(stop, self._line_end(found.end()))
            made += self._at(found, stop)
        return made

    def _in_debate(self, at: int) -> bool:
        """Tell whether a word is part of the name of a debate: "Stemmingen moties Politie"."""
        if _ON_VOTES.search(self._text, max(0, at - 24), at):
            return True
        return any(debate.start <= at < debate.end for debate in self._debates)

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        return len(self._text) if end < 0 else end

    def _at(self, found: re.Match[str], stop: int) -> list[Mention]:
        """Return the mentions of one word "motie" or "moties"."""
        several = bool(found["several"])
        before = self._text[max(0, found.start() - 160) : found.start()].rpartition("\n")[2]
        begin = found.start() - (len(m[0]) if (m := _BEFORE.search(before)) else 0)
        for members in self._ways(found, before):
            if members:
                self._last = members
                return self._named(members, begin, found, stop, several=several, before=before)
        return self._unnamed(begin, found, stop, before, several=several)

    def _ways(self, found: re.Match[str], before: str) -> Iterator[list[Member]]:
        """Try the ways in which a name is tied to the word, the surest first."""
        text, end = self._text, found.end()
        after = self._behind_number(end)
        for place in dict.fromkeys((after, end)):
            if by := _BY.match(text, place):
                yield list(members_at(text, by.end(), titled=True))
        if _SAME_MEMBERS.match(text, after):
            yield self._last
        if direct := _DIRECT.match(text, end):
            begin = direct.end()
            if (van := _VAN.match(text, begin)) and self._is_van_name(van["name"]):
                begin -= len("van ")
            yield list(members_at(text, begin, titled=False))
        if sub := _SUBMITTED_BY.search(before):
            start = found.start() - len(before) + sub.start("who")
            yield list(members_at(text, start, titled=True))
        if far := _FAR_BY.match(text, end):
            yield list(members_at(text, far.end(), titled=True))
        if (
            _HIS.search(before)
            or (_VIA.search(before) and not found["several"])
            or (_A_MOTION.search(before) and _SUBMITS.match(text, end))
        ):
            yield self._last_member(found.start() - len(before), found.start())

    def _is_van_name(self, name: str) -> bool:
        """Tell whether "motie van Nispen" is of Van Nispen: a known name, or the letter calls the member so."""
        if re.search(rf"(?:\blid|\bheer|[Mm]evrouw|/|\bleden|-) ?[Vv]an {name}\b", self._text):
            return True
        return name in VAN_NAMES and not re.search(rf"\b(?:lid|heer|[Mm]evrouw) {name}\b", self._text)

    def _behind_number(self, at: int) -> int:
        """Return where the number that stands right behind the word ends: "motie nr. 571", "motie op stuk 30 012 nr. 31"."""
        for paper in self._papers:
            if at <= paper.extent.start < at + 40 and _LABEL.fullmatch(self._text, at, paper.extent.start):
                return paper.extent.end
        number = _NUMBER.match(self._text, at)
        return number.end() if number else at

    def _last_member(self, start: int, end: int) -> list[Member]:
        """Return the member, or members, that the sentence names last before a place."""
        sentence = self._letter.sentence_at(end)
        start = max(start, sentence.start) if sentence else start
        last: list[Member] = []
        for title in _TITLED.finditer(self._text, start, end):
            if members := [m for m in members_at(self._text, title.start(), titled=True) if m.end <= end]:
                last = members
        return last

    def _named(
        self, members: list[Member], begin: int, found: re.Match[str], stop: int, *, several: bool, before: str
    ) -> list[Mention]:
        """Return the motions of named members, each with the papers behind its name."""
        text = self._text
        behind = members[0].end > found.end()
        last_end = members[-1].end if behind else found.end()
        if not several:
            names, cs, _ = groups(members, self._doubles, several=False)[0]
            papers = self._papers_between(found.end(), last_end) if last_end > found.end() else ()
            papers = papers or self._papers_behind(last_end, stop) or self._paper_before(begin)
            start = begin if behind else min(begin, members[0].start)
            number = _NUMBER.match(text, found.end())
            return [
                Mention(
                    Extent(start, last_end),
                    names,
                    cs,
                    papers[:1],
                    subject=self._subject(last_end, stop),
                    number=number["number"] if number and not papers else "",
                )
            ]
        return self._several(members, begin, found, stop, before, last_end)

    def _several(
        self, members: list[Member], begin: int, found: re.Match[str], stop: int, before: str, last_end: int
    ) -> list[Mention]:
        """Return the motions of "moties": a motion a group of names, or many of the same members."""
        parts: list[tuple[list[Member], int]] = [(members, last_end)]
        at = last_end
        made: list[Mention] = []
        while bracket := self._bracket(at, stop):
            papers, end = bracket
            batch, _ = parts[-1]
            made += self._shared(batch, papers, begin, max(at, last_end), stop)
            parts.append(([], end))
            again = _SAME_AGAIN.match(self._text, end)
            link = _LINK.match(self._text, end)
            more = list(members_at(self._text, link.end(), titled=True)) if link else []
            if more:
                parts[-1] = (more, more[-1].end)
                at = more[-1].end
            elif again:
                parts[-1] = (batch, again.end())
                at = again.end()
            else:
                return made
        papers = self._note_papers(at, stop)
        return made + self._shared(parts[-1][0], papers, begin, at, stop, counted=_COUNT.search(before))

    def _shared(
        self,
        members: list[Member],
        papers: tuple[str, ...],
        begin: int,
        end: int,
        stop: int,
        counted: re.Match[str] | None = None,
    ) -> list[Mention]:
        """Divide papers among the groups of names: one each, or all to the only group."""
        subject = self._subject(end, stop)
        whole = groups(members, self._doubles, several=False)
        split = groups(members, self._doubles, several=True)
        own = [self._note_papers(at, at + 1) for _, _, at in split]
        if len(split) > 1 and sum(bool(note) for note in own) > 1:
            return [
                Mention(Extent(begin, end), names, cs, note[:1], subject=subject)
                for (names, cs, _), note in zip(split, own, strict=True)
            ]
        if len(split) > 1 and len(papers) in (0, len(split)):
            return [
                Mention(Extent(begin, end), names, cs, papers[n : n + 1], subject=subject)
                for n, (names, cs, _) in enumerate(split)
            ]
        names, cs, _ = whole[0] if len(papers) != 1 or len(split) == 1 else whole[0]
        if papers:
            return [Mention(Extent(begin, end), names, cs, (paper,), subject=subject) for paper in papers]
        count = _NUMBER_WORDS.get(counted["count"].casefold(), 1) if counted else 1
        return [Mention(Extent(begin, end), names, cs, (), count=count, subject=subject)]

    def _unnamed(self, begin: int, found: re.Match[str], stop: int, before: str, *, several: bool) -> list[Mention]:
        """Return mentions without a name: known by number, or pointing back."""
        papers = self._papers_behind(found.end(), stop)
        if not papers and (after := self._behind_number(found.end())) > found.end():
            papers = self._papers_behind(after, stop)
        extent = Extent(begin, found.end())
        counted = _COUNT.search(before)
        count = _NUMBER_WORDS[counted["count"].casefold()] if counted else (0 if several else 1)
        pointing = bool(_POINTING.search(before))
        indefinite = bool(_INDEFINITE.search(before))
        subject = self._subject(found.end(), stop)
        if papers:
            chosen = papers if several else papers[:1]
            return [Mention(extent, papers=(paper,), pointing=pointing, subject=subject) for paper in chosen]
        if (number := _NUMBER.match(self._text, found.end())) and not several:
            extent = Extent(begin, number.end())
            return [Mention(extent, pointing=pointing, subject=subject, number=number["number"])]
        return [Mention(extent, pointing=pointing, indefinite=indefinite, count=count, subject=subject)]

    def _papers_behind(self, at: int, stop: int) -> tuple[str, ...]:
        """Return the papers of the bracket, the words or the note that stand behind a motion's name."""
        if noted := self._note_papers(at, at + 1):
            return noted
        if bracket := self._bracket(at, stop):
            return bracket[0]
        near = [c for c in self._papers if at <= c.extent.start < min(stop, at + FAR)]
        for paper in near[:1]:
            gap = self._text[at : paper.extent.start]
            ends_well = re.search(r"(?:,[ ](?:zie )?|\b(?:onder|als|op|thans|nu) )$", gap)
            if _LABEL.fullmatch(gap) or (ends_well and self._belongs(gap.rstrip(", "))):
                return tuple(c.id for c in near if c.extent == paper.extent)
        return self._note_papers(at, stop)

    def _paper_before(self, at: int) -> tuple[str, ...]:
        """Return the paper that stands right before a motion's name: "Kamerstuk 31 765, nr. 485 (motie Van den Berg)"."""
        for paper in self._papers:
            if at - 6 <= paper.extent.end <= at and re.fullmatch(r"[ ,:(]*", self._text[paper.extent.end : at]):
                return (paper.id,)
        return ()

    def _bracket(self, at: int, stop: int) -> tuple[tuple[str, ...], int] | None:
        """Return the papers of the first bracket behind a name and where it ends; none where a verb stands between."""
        found = _BRACKET_AFTER.match(self._text, at, min(stop, at + FAR + 160))
        while found:
            gap = self._text[at : found.start("inner")]
            if not self._belongs(gap):
                return None
            if ids := self._papers_between(found.start("inner"), found.end("inner")):
                return ids, found.end()
            found = _BRACKET_AFTER.match(self._text, found.end(), min(stop, at + FAR + 160))
        return None

    @staticmethod
    def _belongs(gap: str) -> bool:
        """Tell whether the words between a name and a number leave the number with the name."""
        bare = re.sub(r"\([^()]*\)", "", gap).strip(" ([»”\"'")
        if not bare:
            return True
        if len(bare) >= FAR:
            return False
        if _ITS_OWN_VERB.match(bare):
            return not _OTHER_PAPER.search(bare)
        return bool(_OPENERS.match(bare)) and not _MAIN_VERB.search(bare)

    def _papers_between(self, start: int, end: int) -> tuple[str, ...]:
        inside = (c for c in self._papers if start <= c.extent.start < end and c.extent.end <= end + 1)
        return tuple(dict.fromkeys(c.id for c in inside if not self._is_replaced(c)))

    def _is_replaced(self, paper: CitationFound) -> bool:
        """Tell whether a number is that of the motion's earlier print: "t.v.v. 33 529, nr. 12"."""
        return _REPLACED.search(self._text, max(0, paper.extent.start - 40), paper.extent.start) is not None

    def _note_papers(self, at: int, stop: int) -> tuple[str, ...]:
        """Return the papers of the first note that is cited behind a name, in the same sentence, before another motion."""
        sentence = self._letter.sentence_at(at - 1)
        end = min(stop, sentence.end + 1) if sentence else stop
        for mark in self._letter.marks:
            if at <= mark.at <= end and (note := self._letter.note(mark.number)):
                gap = self._text[at : mark.at]
                if gap.strip() and not self._belongs(gap) and mark.at < end - 2:
                    return ()
                if ids := self._papers_between(note.start, note.end):
                    return ids
                if gap.strip():
                    return ()
        return ()

    def _subject(self, at: int, stop: int) -> str:
        """Return what the motion is about, in the letter's words."""
        found = _SUBJECT.match(self._text[at : min(stop, at + 200)])
        if not found:
            return ""
        about = found["about"]
        marked = [
            mark.at - at - found.start("about") for mark in self._letter.marks if at < mark.at <= at + found.end()
        ]
        about = about[: marked[0]] if marked and marked[0] > 0 else about
        cut = _SUBJECT_END.search(about)
        return (about[: cut.start()] if cut else about).strip(" ,")
