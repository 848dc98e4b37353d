"""What a letter says that may settle something: its discharges and motions, and what it reports to those who asked.

Goes by the reading that is kept. A plain discharge is the reader's; a report counts where it leads to the Chamber (a
member, a committee, a promise, a number is named) and nothing around it is put off.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from griffie.base.i18n import N_
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.domain.matching import PLAIN, Said, Writing
from griffie.domain.passage import Selection
from griffie.domain.reading import Extent, Reason, Suggestion, SuggestionKind
from griffie.domain.settlement import MEETING_ROLES, Degree
from griffie.services import evidence_words as w
from griffie.services.desk import Desk
from griffie.services.evidence_text import LetterWords, placed_text
from griffie.services.ministries import known_ministries
from griffie.store import matching, readings
from griffie.store.matching import HeldSuggestion

if TYPE_CHECKING:
    from griffie.reading.text import Sentence

KINDS = {"toezegging": ItemKind.COMMITMENT, "motie": ItemKind.MOTION, "verzoek": ItemKind.REQUEST}
"""By the reader's word for what is met."""
MOST_REPORTS = 12
"""So many places that only report are looked at."""
BACK = 10
"""So many sentences before it in its paragraph lead to a place, as far as the next one of its kind."""
FEW = 3
"""A letter with so many places at the most is about its subject in each of them."""


GIVEN = N_("the letter gives what was promised or asked")
REPORTED = N_("the letter reports on it, without saying that it is met")


@dataclass(frozen=True)
class Place:
    """Where a letter says something: its words, the suggestion that it is, else the extent of its sentence in the text.

    The quads of a `selection` that is no suggestion are only about where the words are.
    """

    quote: str
    selection: Selection | None = None
    held: HeldSuggestion | None = None
    extent: Extent | None = None

    @property
    def page_number(self) -> int:
        """The page it begins on, from 1; 0 where it lies nowhere."""
        return self.selection.page_number if self.selection is not None else 0


@dataclass(frozen=True)
class Evidence:
    """A letter as the matcher sees it; each place of `writing` has its place in the letter in `places`."""

    letter: Letter
    writing: Writing
    places: tuple[Place, ...] = ()
    document_id: str = ""
    words: LetterWords | None = None

    def place(self, at: int) -> Place:
        """Return a place with where it lies on the page."""
        place = self.places[at]
        if place.selection is None and place.extent is not None and self.words is not None:
            return replace(place, selection=self.words.select(place.extent))
        return place


def evidence_in(desk: Desk, letter_id: str) -> Evidence:
    """Return what a letter says that may settle something; nothing where it has not been read yet.

    Raises:
        NotFoundError: no such letter.
    """
    letter = desk.letter(letter_id)
    found = readings.document_to_read(desk.register, letter.id)
    if found is None or not readings.is_read(desk.register, letter.id):
        return Evidence(letter, Writing())
    document_id, sha256 = found
    held = matching.held_suggestions(desk.register, letter.id)
    cited = readings.citations(desk.register, letter.id)
    words = LetterWords(placed_text(desk, sha256), cited, [one.kept.suggestion for one in held])
    return _Collector(letter, words, held).evidence(document_id)


@dataclass
class _Spot:
    """A place that is being collected; `lead` are the sentences that lead to it, `follow` those that go on about it."""

    sentence: "Sentence | None"
    place: Place
    what: ItemKind | None
    sure: float
    numbers: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    degree: Degree = Degree.WHOLE
    more: tuple[tuple[str, float], ...] = ()
    reasons: tuple[Reason, ...] = ()
    lead: "list[Sentence]" = field(default_factory=list)
    progress: bool = False


class _Collector:
    """Collects what one letter says."""

    def __init__(self, letter: Letter, words: LetterWords, held: Sequence[HeldSuggestion]) -> None:
        self._letter, self._words, self._text, self._held = letter, words, words.text, held
        self._plain = self._plain_claims(held)
        found = [spot for one in held if (spot := self._spot_of(one)) is not None]
        self._spots = [spot for spot in found if self._is_now(spot)]
        self._claimed = {s.index for spot in found for s in (*spot.lead, spot.sentence) if s is not None}
        self._taken = {s.paragraph for spot in found if (s := spot.sentence) is not None}

    def evidence(self, document_id: str) -> Evidence:
        """Return everything."""
        spots = [*self._spots, *self._reports()]
        few = len(spots) <= FEW
        said = tuple(self._said(spot, few=few) for spot in spots)
        senders = [s.ministry or s.function for s in self._letter.senders]
        writing = Writing(
            self._letter.date, frozenset(ministry_now(text) for text in senders if text),
            frozenset(map(str, self._letter.dossiers)), said,
            tuple(self._words.words(s) for s in self._text.body if s.index in self._words.later - self._claimed),
        )  # fmt: skip
        return Evidence(self._letter, writing, tuple(spot.place for spot in spots), document_id, self._words)

    # what the reader found

    def _plain_claims(self, held: Sequence[HeldSuggestion]) -> frozenset[int]:
        """Return the indexes of the sentences with a discharge: where one ends the lead of the next begins."""
        ends = (one.kept.suggestion for one in held if one.kept.suggestion.kind is SuggestionKind.DISCHARGE)
        return frozenset(s.index for one in ends if (s := self._words.sentence(one.selection)) is not None)

    def _spot_of(self, held: HeldSuggestion) -> _Spot | None:
        suggestion = held.kept.suggestion
        if suggestion.kind is SuggestionKind.DISCHARGE:
            spot = self._discharge(held, suggestion)
        elif suggestion.kind is SuggestionKind.MOTION and suggestion.fields.get("role") in MEETING_ROLES:
            spot = self._motion(held, suggestion)
        else:
            return None
        spot.lead = self._lead(spot)
        return self._with_numbers(spot)

    def _discharge(self, held: HeldSuggestion, suggestion: Suggestion) -> _Spot:
        place = Place(suggestion.selection.quote, suggestion.selection, held)
        degree = Degree.PARTLY if suggestion.fields.get("degree") == Degree.PARTLY.value else Degree.WHOLE
        return _Spot(
            self._words.sentence(suggestion.selection), place, KINDS.get(suggestion.fields.get("what", "")),
            suggestion.confidence, frozenset(suggestion.targets), degree=degree, reasons=suggestion.reasons[:1],
        )  # fmt: skip

    def _motion(self, held: HeldSuggestion, suggestion: Suggestion) -> _Spot:
        said = suggestion.places[-1] if suggestion.places else suggestion.selection
        named = self._words.sentence(suggestion.selection)
        return _Spot(
            self._words.sentence(said), Place(said.quote, said, held), ItemKind.MOTION, 0.9,
            _paper_of(suggestion), _submitters(suggestion), more=((suggestion.fields.get("summary", ""), 0.9),),
            reasons=suggestion.reasons[-1:], lead=[named] if named else [],
        )  # fmt: skip

    def _lead(self, spot: _Spot) -> "list[Sentence]":
        """Return the sentences that lead to a place, in its own paragraph or, for a short one, the one before."""
        sentence = spot.sentence
        if sentence is None:
            return spot.lead
        own = self._text.of_paragraph(sentence.paragraph)
        lead = [s for s in own if sentence.index - BACK <= s.index < sentence.index]  # as far as another claim
        lead = lead[max((n + 1 for n, s in enumerate(lead) if s.index in self._plain), default=0) :]
        if not lead and own and own[0].index == sentence.index and len(self._words.words(sentence)) < 90:
            lead = [s for s in self._text.body if s.index < sentence.index][-2:]
        return [*lead, *(s for s in spot.lead if s not in lead and s != sentence)]

    def _with_numbers(self, spot: _Spot) -> _Spot:
        """Return a place with the numbers that it really meets: not those put off, and those told just before it."""
        sentence = spot.sentence
        if sentence is None:
            return spot
        numbers = frozenset(n for n in spot.numbers if not self._is_put_off(n, sentence))
        if not numbers and spot.what is not ItemKind.MOTION:
            before = [s for s in self._text.of_paragraph(sentence.paragraph) if s.index <= sentence.index]
            told = self._words.registered(before)
            told += [n for n in self._words.numbers_in(before or spot.lead) if w.CASE.fullmatch(n)]
            numbers = frozenset(told[-1:] if not spot.numbers else ())
        if (nth := w.ORDINAL.search(self._words.words(sentence))) and (several := self._listed(spot, sentence)):
            at = w.NTH[nth["nth"].casefold()]
            numbers = frozenset(several[at:][:1] if at >= 0 else several[-1:])
        return replace(spot, numbers=numbers)

    def _listed(self, spot: _Spot, sentence: "Sentence") -> list[str]:
        """Return the several numbers of one kind told in a place's paragraph or before it, for "de eerste motie"."""
        for paragraph in (sentence.paragraph, sentence.paragraph - 1):
            found = self._words.numbers_in(self._text.of_paragraph(paragraph))
            kind = [n for n in found if bool(w.REGISTERED.match(n)) is (spot.what is not ItemKind.MOTION)]
            if len(kind) > 1:
                return kind
        return []

    def _is_put_off(self, number: str, sentence: "Sentence") -> bool:
        part = self._words.part_with(sentence, number)
        return part != self._words.words(sentence) and w.put_off(part)

    def _is_now(self, spot: _Spot) -> bool:
        """Tell whether a place speaks of this letter: not of one before it, and not of what is still to come."""
        sentence = spot.sentence
        if sentence is None:
            return True
        words, before = self._words.words(sentence), self._words.beside(sentence, -1)
        after = self._words.beside(sentence, 1)
        points_back = w.LOOKS_BACK.search(words) or (
            re.match(r"(?:Daarmee|Hiermee)\b", words) and w.LOOKS_BACK.search(before)
        )
        if points_back and not w.THIS_LETTER.search(words):
            return False
        if w.put_off(words) and not w.CLOSES.search(words) and not w.HERE.search(words):
            return False
        return not (w.UNDER_WAY.search(words) and w.ABOUT_IT.search(after) and w.put_off(after))

    # what it reports

    def _reports(self) -> Iterator[_Spot]:
        """Yield what the letter hands over, and what it reports to those who asked, without saying that it is met."""
        found = 0
        for sentence in self._text.body:
            if sentence.index in self._claimed or found >= MOST_REPORTS:
                continue
            spot = self._given(sentence) or self._handed_over(sentence) or self._answered(sentence)
            if spot is not None:
                found += 1
                yield spot

    def _given(self, sentence: "Sentence") -> _Spot | None:
        """Return what is given by its name: "Met dit overzicht is het toegezegde inzicht gegeven"."""
        words = self._words.words(sentence)
        if sentence.index in self._words.later:
            return None
        motion = self._motion_in(sentence)
        asked = motion or any(p.search(words) for p in (w.ASKED, w.PROMISED, w.OF_MEMBERS))
        if not (w.GIVEN.search(words) and w.THEREBY.search(words)) and not (w.BY_THIS.search(words) and asked):
            return None
        spot = self._spot_on(sentence, motion, 0.6)
        spot.lead = self._lead(spot)
        return self._with_numbers(spot)

    def _spot_on(self, sentence: "Sentence", motion: Suggestion | None, sure: float) -> _Spot:
        """Return a place that the reader did not find, with the motion that it names."""
        place, reasons = self._own_place(sentence), (Reason(GIVEN if sure >= PLAIN else REPORTED),)
        if motion is None:
            return _Spot(sentence, place, None, sure, reasons=reasons)
        summary = motion.fields.get("summary", "")
        return _Spot(
            sentence, place, ItemKind.MOTION, sure, _paper_of(motion), _submitters(motion), more=((summary, 0.9),),
            reasons=reasons,
        )  # fmt: skip

    def _handed_over(self, sentence: "Sentence") -> _Spot | None:
        words = self._words.words(sentence)
        if not (w.HERE.search(words) and w.ACTS.search(words)) and not w.TO_CHAMBER.search(words):
            return None
        cited = self._words.registered([sentence]) or self._words.registered(self._words.heading(sentence))
        numbers = frozenset(n for n in cited if not self._is_put_off(n, sentence))
        if sentence.index in self._words.later and (not numbers or not w.CUTS.search(words)):
            return None
        progress = w.PROGRESS.search(words) is not None
        sure = 0.6 if w.PROMISED.search(words) or w.ASKED.search(words) else 0.0
        spot = self._spot_on(sentence, None, sure)
        spot.numbers, spot.progress = numbers, progress
        return spot

    def _answered(self, sentence: "Sentence") -> _Spot | None:
        """Return a report that leads to the Chamber, where it goes on with facts and nothing is put off."""
        if sentence.paragraph in self._taken or sentence.index in self._words.later:
            return None
        words = self._words.words(sentence)
        motion = self._motion_in(sentence)
        cited = self._words.numbers_in([sentence])
        if not (motion or cited or any(p.search(words) for p in (w.ASKED, w.PROMISED, w.OF_MEMBERS))):
            return None
        asked = w.ASKED.search(words) is not None and not (motion or cited)
        if w.LOOKS_BACK.search(words) or not self._goes_on(sentence, motion=motion is not None, asked=asked):
            return None
        spot = self._spot_on(sentence, motion, 0.0)
        if motion is None:
            spot.numbers = frozenset(n for n in cited if w.REGISTERED.match(n) or w.CASE.fullmatch(n))
            if w.ASKED.search(words):
                spot.what, spot.sure = ItemKind.REQUEST, 0.3
        spot.progress = w.PROGRESS.search(words) is not None
        return spot

    def _motion_in(self, sentence: "Sentence") -> Suggestion | None:
        """Return the motion that a sentence names, where the letter does not say that it delays or declines it."""
        for one in self._held:
            suggestion = one.kept.suggestion
            if suggestion.kind is SuggestionKind.MOTION and suggestion.fields.get("role", "mentions") == "mentions":
                extent = self._words.extent(suggestion.selection)
                if extent is not None and sentence.start <= extent.start < sentence.end:
                    return suggestion
        return None

    def _goes_on(self, sentence: "Sentence", *, motion: bool, asked: bool) -> bool:
        """Tell whether facts stand behind a sentence, or before the last one, and nothing there is still to come.

        A motion wants a deed among them; what only was asked is answered by any words.
        """
        whole = self._text.of_paragraph(sentence.paragraph)
        behind = [s for s in whole if s.index > sentence.index]
        behind = list(takewhile(lambda s: w.SHIFTS.match(self._words.words(s)) is None, behind))
        own = behind or [s for s in whole if s.index < sentence.index]
        if not own and sentence.paragraph + 1 not in self._taken:
            own = [s for s in self._text.body if s.paragraph == sentence.paragraph + 1]
        if not own or any(s.index in self._words.later for s in own):
            return False
        told = [self._words.words(s) for s in own]
        signs = (w.RESULT, w.DONE) if motion else (w.RESULT, w.DONE, w.FIGURES)
        return asked or any(p.search(text) for p in signs for text in told)

    def _own_place(self, sentence: "Sentence") -> Place:
        return Place(self._words.words(sentence), None, None, sentence.extent)

    # words around

    def _said(self, spot: _Spot, *, few: bool) -> Said:
        sentences = [*spot.lead, spot.sentence] if spot.sentence is not None else []
        told = " ".join(self._words.words(s) for s in sentences) or spot.place.quote
        several = w.SEVERAL.search(spot.place.quote) is not None or len(spot.numbers) > 1
        return Said(
            spot.what, spot.place.quote, told, spot.numbers, frozenset(self._words.numbers_in(sentences)), spot.names,
            (*spot.more, *self._around(spot, sentences), (self._letter.subject, 0.8 if few else 0.4)), spot.sure,
            spot.degree, several, spot.progress, spot.reasons,
        )  # fmt: skip

    def _around(self, spot: _Spot, sentences: "Sequence[Sentence]") -> Iterator[tuple[str, float]]:
        sentence = spot.sentence
        if sentence is None:
            return
        used = {s.index for s in sentences} | self._words.later
        for one in sentences:
            if one.index not in self._words.later:
                yield self._words.words(one), 0.95
        yield self._text.heading_of(sentence), 0.9
        for one in self._text.of_paragraph(sentence.paragraph):
            if one.index not in used:
                yield self._words.words(one), 0.8
        yield from self._beside(spot, sentence, used)

    def _beside(self, spot: _Spot, sentence: "Sentence", used: set[int]) -> Iterator[tuple[str, float]]:
        """Yield the words of the paragraphs before and behind, under the same heading, that are of no other matter."""
        own = self._text.paragraphs[sentence.paragraph].heading
        for paragraph in (sentence.paragraph - 1, sentence.paragraph + 1):
            if not 0 <= paragraph < len(self._text.paragraphs) or self._text.paragraphs[paragraph].heading != own:
                continue
            near = self._text.of_paragraph(paragraph)
            put_off = any(s.index in self._words.later for s in near)
            if paragraph not in self._taken and not (put_off and spot.sure < PLAIN):
                for one in near:
                    if one.index not in used:
                        yield self._words.words(one), 0.6


def _paper_of(suggestion: Suggestion) -> frozenset[str]:
    fields = suggestion.fields
    if not fields.get("paper_number"):
        return frozenset()
    return frozenset({"-".join(fields[n] for n in ("dossier", "suffix", "paper_number") if fields.get(n))})


def _submitters(suggestion: Suggestion) -> tuple[str, ...]:
    return tuple(name.strip() for name in suggestion.fields.get("submitters", "").split(";") if name.strip())


def ministry_now(text: str) -> str:
    """Return the abbreviation of the ministry that has today the place of the one named; else the text itself."""
    found = known_ministries().find_all(text)
    return found[0].name.now if found else text
