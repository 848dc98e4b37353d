"""What a letter says that may settle something: its discharges and motions, its reports, and what it puts off.

Goes by the reading that is kept, with the words around each place out of the letter's own text.
"""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Letter
from griffie.domain.matching import Said, Writing
from griffie.domain.page import PageBoxes
from griffie.domain.passage import Selection
from griffie.domain.reading import Extent, Reason, Suggestion, SuggestionKind
from griffie.domain.settlement import MEETING_ROLES, Degree
from griffie.services.desk import Desk
from griffie.services.ministries import known_ministries
from griffie.store import letters, matching, readings
from griffie.store.matching import HeldSuggestion
from griffie.store.readings import KeptCitation

if TYPE_CHECKING:
    from griffie.reading.places import PlacedText
    from griffie.reading.text import LetterText, Sentence

KINDS = {"toezegging": ItemKind.COMMITMENT, "motie": ItemKind.MOTION, "verzoek": ItemKind.REQUEST}
"""By the reader's word for what is met."""
MOST_PAGES = 40
"""Of a longer letter the first pages are read for the words around a place; further on its own sentence must do."""
KEPT_TEXTS = 6
REPORTS = 6
"""So many sentences that only report are looked at."""
BACK = 3
"""So many sentences before it lead to a place."""
FEW = 3
"""A letter with so many places at the most is about its subject in each of them."""

PUT_OFF = re.compile(
    r"\bpas (?:na|in|op|over|later|begin|eind|medio|volgend)|\bnog (?:niet|geen|overleg|in|lopen|even|te)\b"
    r"|\bloopt nog\b|\b(?:voer|ben|wacht) ik nog\b|\bniet (?:eerder|tijdig|haalbaar|meer (?:dit|voor|v[oó]{2}r))"
    r"|\blater (?:dit|in|op|moment)\b|\bmeer tijd\b|\bvertraging|\buitstel\b|\bte zijner tijd\b"
    r"|\b(?:kom|komen) (?:ik|wij|we) (?!hierbij|hiermee|met deze)[^.;]*\bterug\b|\b(?:zal|zullen) (?:ik|wij|we|het kabinet|dan)\b"
    r"|\b(?:ik|wij|het kabinet) (?:zal|zullen)\b|\bwordt\b[^.;]*\b(?:verwacht|voorzien)\b|\bverwacht (?:ik|het kabinet)\b"
    r"|\bstreef|\bvoornemens\b|\bbinnenkort\b|\bzodra\b|\bbetrek\b|\bvolgt (?:nog|later|in|na|voor)\b|\bin voorbereiding\b"
    r"|\b(?:ontvangt|informeer|stuur|bericht|zend|schrijf|kom|rapporteer|licht|meld|bied|doe|geef|ga|rond)\b[^.;]*"
    r"\b(?:eind|medio|begin|in|tegen|(?:in|na|tegen|v[oó]{1,2}r) (?:de|het)) (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|\d{4}|\w*reces|najaar"
    r"|voorjaar|zomer|volgende|komende|eerste|tweede|derde|vierde)",
    re.IGNORECASE,
)
"""What is still to come, or is late."""
_HERE = re.compile(
    r"\b(?:hierbij|hiermee|bijgaande?|bijgevoegde?|als bijlage|in de bijlage|(?:met|in|bij|middels) deze brief"
    r"|hieronder|onderstaande?|ingesloten)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld|schets|licht|ga|reageer|beantwoord|geef|kom|leg|deel|ontvangt|treft"
    r"|bieden|zenden|sturen|informeren|berichten|gaan|geven|vindt|is|zijn|bevat)\b",
    re.IGNORECASE,
)
_THIS_LETTER = re.compile(r"\b(?:deze brief|hierbij|bijgaand|bijlage)\b", re.IGNORECASE)
_TO_CHAMBER = re.compile(
    r"\b(?:bied|zend|stuur|doe|informeer|bericht|meld) ik (?:\w+ )?(?:u|uw Kamer|de Kamer|hierbij|bijgaand)\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:toezeggingen|moties|verzoeken)\b", re.IGNORECASE)
_CLOSES = re.compile(
    r"\b(?:afgedaan|afgehandeld|voldaan|voldoe|nagekomen|kom\b[^.;]*\bna|gestand|uitgevoerd|ingelost|ingevuld|tegemoet\w*"
    r"|(?:invulling|uitvoering|gevolg|gehoor) (?:te )?ge\w+|ge\w+ (?:ik|wij|we)[^.;]*\b(?:invulling|uitvoering|gevolg))\b",
    re.IGNORECASE,
)
"""Plain words for meeting something."""
_EARLIER_LETTER = re.compile(
    r"\b(?:bij|met|in|via|per) (?:mijn |de |onze |een )?(?:eerdere )?\w*brief van \d{1,2} \w+(?! [^.;]*\b(?:toegezegd|verzocht"
    r"|gevraagd|aangekondigd)\b)[^.;]*\b(?:ge[iï]nformeerd|gemeld|bericht|toegezonden|gestuurd|gezonden|aangeboden|ingegaan"
    r"|voldaan|afgedaan|nagekomen|gestand|uitgevoerd|toegelicht)\b|\bdestijds\b",
    re.IGNORECASE,
)
"""It was met by a letter of before."""
_UNDER_WAY = re.compile(r"\bvoer(?:t|en)?\b[^.;]*\buit\b|\bwordt\b[^.;]*\buitgevoerd\b|\bin uitvoering\b", re.IGNORECASE)
_ABOUT_IT = re.compile(r"\b(?:daar|hier)over\b", re.IGNORECASE)
_CASE = re.compile(r"\d{4}[ZD]\d+")
"""The number of a case or document of the Chamber."""
_CUTS = re.compile(r"[;:]\s|,\s(?=(?:maar|terwijl|doch|en de (?:toezegging|motie))\b)")


@dataclass(frozen=True)
class Evidence:
    """A letter as the matcher sees it; of each place of `writing` the suggestion it comes from and where it stands."""

    letter: Letter
    writing: Writing
    places: "tuple[Place, ...]" = ()
    document_id: str = ""


@dataclass(frozen=True)
class Place:
    """Where a letter says something: the suggestion that it is, else the extent of its sentence in the text."""

    quote: str
    selection: Selection | None = None
    held: HeldSuggestion | None = None
    extent: Extent | None = None
    page_number: int = 0


def evidence_in(desk: Desk, letter_id: str) -> Evidence:
    """Return what a letter says that may settle something; nothing where it has not been read yet."""
    letter = desk.letter(letter_id)
    found = readings.document_to_read(desk.register, letter.id)
    if found is None or not readings.is_read(desk.register, letter.id):
        return Evidence(letter, Writing())
    document_id, sha256 = found
    held = matching.held_suggestions(desk.register, letter.id)
    collector = _Collector(letter, placed_text(desk, sha256), held, readings.citations(desk.register, letter.id))
    return collector.evidence(document_id)


_texts: "OrderedDict[str, PlacedText]" = OrderedDict()
"""The texts of the letters that were asked for last, by the hash of their PDF: its pages never change."""


def placed_text(desk: Desk, sha256: str) -> "PlacedText":
    """Return the text of a letter with the way back to its pages."""
    from griffie.reading.facts import LetterFacts
    from griffie.reading.reader import LetterReader

    known = _texts.get(sha256)
    if known is None:
        pages = letters.page_texts(desk.register, sha256)[:MOST_PAGES]
        known = _texts[sha256] = LetterReader(pages, _no_boxes, LetterFacts()).placed
        while len(_texts) > KEPT_TEXTS:
            _texts.popitem(last=False)
    return known


def _no_boxes(page_index: int) -> PageBoxes:
    raise LookupError(page_index)  # the text alone is wanted


@dataclass
class _Spot:
    """A place that is being collected: its sentences by index, and what the reader made of it."""

    sentence: "Sentence | None"
    place: Place
    what: ItemKind | None
    sure: float
    numbers: frozenset[str] = frozenset()
    names: tuple[str, ...] = ()
    degree: Degree = Degree.WHOLE
    more: tuple[tuple[str, float], ...] = ()
    reasons: tuple[Reason, ...] = ()
    others: "list[Sentence]" = field(default_factory=list)


class _Collector:
    """Collects what one letter says."""

    def __init__(
        self, letter: Letter, placed: "PlacedText", held: Sequence[HeldSuggestion], cited: Sequence[KeptCitation]
    ) -> None:
        self._letter, self._placed, self._held = letter, placed, held
        self._text: LetterText = placed.letter
        self._cited = [(one, self._extent(one.citation.selection)) for one in cited]
        self._spots = [spot for one in held for spot in self._spots_of(one) if self._is_now(spot)]
        self._claimed = {s.index for spot in self._spots for s in self._sentences_of(spot)}
        self._later = [s for s in self._text.body if PUT_OFF.search(self._text.words(s))]
        self._later_indexes = {s.index for s in self._later} - self._claimed

    def evidence(self, document_id: str) -> Evidence:
        """Return everything."""
        spots = [*self._spots, *self._reports()]
        few = len(spots) <= FEW
        said = tuple(self._said(spot, few=few) for spot in spots)
        senders = [s.ministry or s.function for s in self._letter.senders]
        ministries = frozenset(ministry_now(text) for text in senders if text)
        dossiers = frozenset(map(str, self._letter.dossiers))
        writing = Writing(self._letter.date, ministries, dossiers, said, tuple(self._put_off()))
        return Evidence(self._letter, writing, tuple(spot.place for spot in spots), document_id)

    # places

    def _extent(self, selection: Selection) -> Extent | None:
        if not selection.spans:
            return None
        span = selection.spans[0]
        if span.page_index >= len(self._placed.flow.pages):
            return None
        inside = min(span.start + 1, span.end - 1)  # before its first character there may be a space of no sentence
        return self._placed.extent_of(span.page_index, inside, span.end)

    def _sentence(self, selection: Selection) -> "Sentence | None":
        extent = self._extent(selection)
        return self._text.sentence_at(extent.start) if extent else None

    def _spots_of(self, held: HeldSuggestion) -> Iterator[_Spot]:
        suggestion = held.kept.suggestion
        if suggestion.kind is SuggestionKind.DISCHARGE:
            yield self._discharge(held, suggestion)
        elif suggestion.kind is SuggestionKind.MOTION and suggestion.fields.get("role") in MEETING_ROLES:
            yield self._motion(held, suggestion)

    def _discharge(self, held: HeldSuggestion, suggestion: Suggestion) -> _Spot:
        sentence = self._sentence(suggestion.selection)
        place = Place(suggestion.selection.quote, suggestion.selection, held, None, suggestion.selection.page_number)
        degree = Degree.PARTLY if suggestion.fields.get("degree") == Degree.PARTLY.value else Degree.WHOLE
        numbers = frozenset(number for number in suggestion.targets if not self._put_off_here(number, sentence))
        if not numbers and suggestion.fields.get("what") == "verzoek" and sentence is not None:
            lead = self._text.sentences[max(0, sentence.index - BACK) : sentence.index]
            numbers = frozenset(one for one in self._numbers_in(lead) if _CASE.fullmatch(one))
        return _Spot(
            sentence, place, KINDS.get(suggestion.fields.get("what", "")), suggestion.confidence, numbers,
            degree=degree, reasons=suggestion.reasons[:1],
        )  # fmt: skip

    def _motion(self, held: HeldSuggestion, suggestion: Suggestion) -> _Spot:
        said = suggestion.places[-1] if suggestion.places else suggestion.selection
        named, sentence = self._sentence(suggestion.selection), self._sentence(said)
        fields = suggestion.fields
        paper = "-".join(fields[name] for name in ("dossier", "suffix", "paper_number") if fields.get(name))
        place = Place(said.quote, said, held, None, said.page_number)
        names = tuple(name.strip() for name in fields.get("submitters", "").split(";") if name.strip())
        return _Spot(
            sentence, place, ItemKind.MOTION, 0.9, frozenset({paper} if fields.get("paper_number") else ()), names,
            more=((fields.get("summary", ""), 0.9),), reasons=suggestion.reasons[-1:], others=[named] if named else [],
        )  # fmt: skip

    def _is_now(self, spot: _Spot) -> bool:
        """Tell whether a place speaks of this letter: not of one before it, and not of what is still to come."""
        sentence = spot.sentence
        if sentence is None:
            return True
        words = self._text.words(sentence)
        own = self._text.of_paragraph(sentence.paragraph)
        before = next((self._text.words(s) for s in own if s.index == sentence.index - 1), "")
        after = next((self._text.words(s) for s in own if s.index == sentence.index + 1), "")
        points_back = _EARLIER_LETTER.search(words) or (
            re.match(r"(?:Daarmee|Hiermee)\b", words) and _EARLIER_LETTER.search(before)
        )
        if points_back and not _THIS_LETTER.search(words):
            return False
        if PUT_OFF.search(words) and not _CLOSES.search(words) and not _HERE.search(words):
            return False
        return not (_UNDER_WAY.search(words) and _ABOUT_IT.search(after) and PUT_OFF.search(after))

    def _put_off_here(self, number: str, sentence: "Sentence | None") -> bool:
        """Tell whether the part of a sentence that names a number says that it is still to come."""
        if sentence is None:
            return False
        words = self._text.words(sentence)
        for one, extent in self._cited:
            if one.citation.id == number and extent and sentence.start <= extent.start < sentence.end:
                at, begin = extent.start - sentence.start, 0
                cuts = [found.start() for found in _CUTS.finditer(words)]
                for end in (*cuts, len(words)):
                    if begin <= at < end:
                        return len(cuts) > 0 and PUT_OFF.search(words, begin, end) is not None
                    begin = end
        return False

    def _reports(self) -> Iterator[_Spot]:
        """Yield what the letter reports or hands over without saying that it was promised or asked."""
        count = 0
        for sentence in self._text.body:
            words = self._text.words(sentence)
            if sentence.index in self._claimed or count >= REPORTS:
                continue
            if (_HERE.search(words) and _ACTS.search(words)) or _TO_CHAMBER.search(words):
                cited = (one for one in self._numbers_in([sentence]) if one.startswith("T"))
                numbers = frozenset(one for one in cited if not self._put_off_here(one, sentence))
                if sentence.index in self._later_indexes and (not numbers or not _CUTS.search(words)):
                    continue
                count += 1
                yield _Spot(sentence, Place(words, None, None, sentence.extent), None, 0.0, numbers)

    # words around

    def _sentences_of(self, spot: _Spot) -> "list[Sentence]":
        """Return the sentence of a place with those that lead to it, in its own paragraph or the one before."""
        sentence = spot.sentence
        if sentence is None:
            return []
        own = self._text.of_paragraph(sentence.paragraph)
        lead = [s for s in own if sentence.index - BACK <= s.index < sentence.index]
        if not lead and own and own[0].index == sentence.index and len(self._text.words(sentence)) < 90:
            before = [s for s in self._text.body if s.index < sentence.index][-2:]
            lead = before
        return [*lead, *(s for s in spot.others if s not in lead and s != sentence), sentence]

    def _said(self, spot: _Spot, *, few: bool) -> Said:
        sentences = self._sentences_of(spot)
        told = " ".join(self._text.words(s) for s in sentences) or spot.place.quote
        several = _SEVERAL.search(spot.place.quote) is not None or len(spot.numbers) > 1
        return Said(
            spot.what, spot.place.quote, told, spot.numbers, frozenset(self._numbers_in(sentences)), spot.names,
            (*spot.more, *self._around(spot, sentences), (self._letter.subject, 0.8 if few else 0.4)), spot.sure,
            spot.degree, several, spot.reasons,
        )  # fmt: skip

    def _around(self, spot: _Spot, sentences: "Sequence[Sentence]") -> Iterator[tuple[str, float]]:
        sentence = spot.sentence
        if sentence is None:
            return
        used = {s.index for s in sentences}
        for one in sentences:
            if one.index not in self._later_indexes:
                yield self._text.words(one), 0.95
        yield self._text.heading_of(sentence), 0.9
        for one in self._text.of_paragraph(sentence.paragraph):
            if one.index not in used | self._later_indexes:
                yield self._text.words(one), 0.75
        for paragraph in (sentence.paragraph - 1, sentence.paragraph + 1):
            if not 0 <= paragraph < len(self._text.paragraphs):
                continue
            near = self._text.of_paragraph(paragraph)
            if self._text.paragraphs[paragraph].heading != self._text.paragraphs[sentence.paragraph].heading:
                continue
            if not any(s.index in self._claimed for s in near):
                for one in near:
                    if one.index not in self._later_indexes:
                        yield self._text.words(one), 0.5

    def _numbers_in(self, sentences: "Iterable[Sentence]") -> Iterator[str]:
        """Yield the papers and numbers that sentences cite, in their own words or in their notes."""
        places = [s.extent for s in sentences]
        places += [note.extent for place in places for note in self._text.notes_of(place)]
        for one, extent in self._cited:
            if extent is not None and any(place.overlaps(extent) for place in places):
                yield one.citation.id

    def _put_off(self) -> Iterator[str]:
        for sentence in self._later:
            if sentence.index in self._later_indexes:
                yield self._text.words(sentence)
        for one in self._held:
            suggestion = one.kept.suggestion
            if suggestion.kind is SuggestionKind.COMMITMENT:
                sentence_of = self._sentence(suggestion.selection)
                if sentence_of and sentence_of.index not in self._claimed | self._later_indexes:
                    yield self._text.words(sentence_of)


def ministry_now(text: str) -> str:
    """Return the abbreviation of the ministry that has today the place of the one named; else the text itself."""
    found = known_ministries().find_all(text)
    return found[0].name.now if found else text
