"""Finds the sentences that say that this letter meets something earlier, and what they say it of; ties no numbers.

One sentence is judged by the frames of `words`, then read in its place: "deze brief strekt daartoe" is a claim only
behind a request, an annex only where it is what was asked, and a hint gives way to the plain words that follow it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from griffie.domain.reading import Discharged, Extent
from griffie.reading.nl.discharges import words as w
from griffie.reading.text import LetterText, ParagraphKind, Sentence

LONGEST_PHRASE = 90
REACH = 3
"""How many sentences a hint may stand before the plain words that make it needless."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that says that something is met here: what, by which rule, in which words.

    `whats` holds all it says it of, the first named first. `plain` is False for a hint, that needs what stands around
    it. `named` is False where the object is a pronoun.
    """

    extent: Extent
    whats: tuple[Discharged, ...]
    rule: str
    words: str
    plain: bool = True
    partly: bool = False
    settles: bool = False
    named: bool = True


@dataclass(frozen=True, slots=True)
class Pending:
    """What was asked or promised in a sentence told before."""

    what: Discharged
    sentence: int
    words: str
    figures: bool = False
    firm: bool = True


def claims(letter: LetterText) -> list[Claim]:
    """Return the claims of a letter, in order."""
    reader = _Reader(letter)
    return reader.read()


class _Reader:
    def __init__(self, letter: LetterText) -> None:
        self._letter = letter
        self._pending: list[Pending] = []

    def read(self) -> list[Claim]:
        found: list[tuple[Sentence, Claim]] = []
        for sentence in self._letter.sentences:
            kind = self._letter.paragraphs[sentence.paragraph].kind
            if kind is ParagraphKind.NOTE:
                self._pending = []
            text = self._letter.words(sentence)
            claim = self._claim(sentence, text)
            if claim and not _may_stand_in(kind, claim):
                claim = None
            if claim:
                found.append((sentence, claim))
            self._note(sentence, text, claim)
        return [claim for n, (sentence, claim) in enumerate(found) if self._stays(n, sentence, claim, found)]

    def _stays(self, n: int, sentence: Sentence, claim: Claim, found: Sequence[tuple[Sentence, Claim]]) -> bool:
        """Tell whether a hint stays: no plain words of the same matter follow it."""
        if claim.plain:
            return True
        for later, other in found[n + 1 :]:
            if later.index - sentence.index > REACH:
                break
            if other.plain and (sentence.paragraph == later.paragraph or set(other.whats) & set(claim.whats)):
                return not self._same_matter(sentence, later) or self._new_name(later)
        return True

    def _same_matter(self, sentence: Sentence, later: Sentence) -> bool:
        """Tell whether no new item begins between two sentences."""
        if sentence.paragraph == later.paragraph:
            return True
        return later.paragraph - sentence.paragraph == 1

    def _new_name(self, later: Sentence) -> bool:
        """Tell whether a sentence names a motion that was not named before it: another matter."""
        found = _NAMED_MOTION.search(self._letter.text, later.start, later.end)
        return found is not None and found["name"] not in self._letter.text[: later.start]

    def _note(self, sentence: Sentence, text: str, claim: Claim | None) -> None:
        """Keep in mind what a sentence says was asked or promised."""
        if claim and claim.plain:
            self._pending = []
            return
        if not _worth_reading(text):
            return
        self._pending = [*self._pending, *asked_in(text, sentence.index)][-6:]

    def _claim(self, sentence: Sentence, text: str) -> Claim | None:
        recent = [p for p in self._pending if p.sentence >= sentence.index - 4]
        if not _worth_reading(text):
            return self._hint(sentence, text, recent) if recent else None
        parliamentary = bool(w.PARLIAMENT.search(text)) or any(
            p.sentence >= sentence.index - 5 and p.what is Discharged.REQUEST for p in self._pending
        )
        for claim in _judged(text, parliamentary=parliamentary, pending=recent[-1] if recent else None):
            return replace(claim, extent=sentence.extent)
        return self._hint(sentence, text, recent)

    def _hint(self, sentence: Sentence, text: str, recent: Sequence[Pending]) -> Claim | None:
        """Return what an annex, or the asked figures, say behind a request or promise."""
        near = [p for p in recent if p.sentence >= sentence.index - 1 and p.firm]
        if not near or w.NEGATED.search(text) or any(p.firm for p in asked_in(text, sentence.index)):
            return None
        pending = near[-1]
        rule = _hinted(text, pending)
        if not rule:
            return None
        return Claim(sentence.extent, (pending.what,), rule, text[:60], plain=False, named=False)


def _may_stand_in(kind: ParagraphKind, claim: Claim) -> bool:
    """Tell whether a claim counts in such a paragraph: a heading has only rows of a list, a note only plain words."""
    if kind in (ParagraphKind.TEXT, ParagraphKind.ITEM):
        return True
    if kind is ParagraphKind.HEADING:
        return claim.rule in ("listed", "settled") and claim.plain
    return kind is ParagraphKind.NOTE and claim.plain and claim.named


def asked_in(text: str, index: int) -> list[Pending]:
    """Return what a sentence tells was moved, asked and promised."""
    found: list[Pending] = []
    if _MOTION.search(text):
        asks = bool(_MOTION_ASKS.search(text))
        found.append(Pending(Discharged.MOTION, index, text, firm=asks))
    if w.ASKS.search(text) and w.PARLIAMENT.search(text) and not _MOTION_ASKS.search(text):
        found.append(Pending(Discharged.REQUEST, index, text, figures=bool(w.FIGURES.search(text))))
    if w.MADE_PROMISE.search(text):
        found.append(Pending(Discharged.COMMITMENT, index, text, firm=bool(w.PROMISES_SAID.search(text))))
    return found


_MOTION = re.compile(r"\b[Mm]oties?\b")
_MOTION_ASKS = re.compile(
    r"\b[Mm]oties?\b.*\b(?:verzoekt|vraagt|verzocht|vroeg|roept|verzoeken|vragen|strekt|verzoekende|opgeroepen)\b"
    r"|\b(?:verzocht|gevraagd|opgeroepen)\b.*\b(?:bij|via|per|in|door) (?:\w+ ){0,3}moties?\b|\bdictum\b"
)


def _hinted(text: str, pending: Pending) -> str:
    """Return by which rule a sentence hints that what is pending is met."""
    if re.search(r"\b(?:ver|ge)zonden\b|\bgestuurd\b", text) or w.FUTURE.search(text) or w.PAST.search(text):
        return ""
    if w.USUAL.search(text):
        return ""
    if w.ATTACHES.search(text):
        return "annex_behind_request"
    if w.HERE.search(text) and w.HANDS_OVER.search(text) and _is_the_asked_thing(text, pending.words):
        return "asked_thing"
    back = w.BACK_AT.search(text) or _shares_noun(text, pending.words)
    if back and w.HERE_ITSELF.search(text) and w.REPORTS_BACK.search(text) and pending.what is not Discharged.MOTION:
        return "reports_back"
    if pending.figures and re.search(r"\d", text) and _shares_noun(text, pending.words) and not w.LATER.search(text):
        return "figures_behind_request"
    if pending.what is Discharged.MOTION and w.ACTED.search(text):
        return "deed_behind_motion"
    return ""


def _is_the_asked_thing(text: str, asked: str) -> bool:
    """Tell whether a sentence hands over, by name, the thing that was asked for: "Mijn reactie treft u hieronder aan"."""
    shared = _THINGS & set(re.findall(r"[a-zà-ÿ]{5,}", text)) & set(re.findall(r"[a-zà-ÿ]{5,}", asked))
    return any(
        re.search(rf"\b(?:mijn|onze|die|deze|dit|dat|het|de|een) (?:\w+ )?{name}\b", text, re.IGNORECASE)
        for name in shared
    )


_THINGS = frozenset(
    """
    reactie kabinetsreactie antwoord overzicht rapport brief notitie informatie appreciatie tijdlijn planning analyse
    toelichting cijfers gegevens notulen verslag onderzoek evaluatie stukken feitenrelaas lijst plan inventarisatie
    uitsplitsing onderbouwing tijdpad advies beantwoording stand beleidsreactie uiteenzetting afschrift raming
    """.split()
)
"""What parliament asks for and letters hand over."""


def _shares_noun(text: str, other: str) -> bool:
    long = set(re.findall(r"\b[a-zà-ÿ]{7,}\b", text))
    return bool(long & set(re.findall(r"\b[a-zà-ÿ]{7,}\b", other)))


def _judged(text: str, *, parliamentary: bool, pending: Pending | None) -> Iterator[Claim]:
    """Yield the claims that a sentence makes by itself, the surest first."""
    whole = Extent(0, 0)
    for clause in re.split(r";\s", text):
        frames = list(_frames(clause, text, parliamentary=parliamentary, pending=pending))
        if named_here := _objects(clause, text, parliamentary=parliamentary):
            pending = Pending(named_here[0], 0, clause)
        for rule, words, whats, settles, named in frames:
            yield Claim(
                whole,
                whats,
                rule,
                words,
                partly=bool(w.PARTLY.search(clause)),
                settles=settles,
                named=named,
                plain=named or bool(w.HERE.search(clause)) or bool(w.THEREBY.search(clause)),
            )


_STEMS = (
    *(
        "toegezegd",
        "toezeg",
        "zegde",
        "belof",
        "beloof",
        "afspra",
        "moti",
        "verzo",
        "vra",
        "vroeg",
        "rappel",
        "gestand",
        "voldo",
    ),
    *(
        "voldaan",
        "tegemoet",
        "gevolg",
        "invulling",
        "uitvoering",
        "gehoor",
        "afgedaan",
        "afgehandeld",
        "strekt",
        "dictum",
    ),
    *("voorzie", "doe ik dat", "doen wij dat", "dat doe", "dit doe", "uitgevoerd", "gewenst", "wens", "opvolging"),
)
_NUMBERED = re.compile(r"\bTZ? ?\d{4,6}")


def _worth_reading(text: str) -> bool:
    small = text.casefold()
    return any(stem in small for stem in _STEMS) or _NUMBERED.search(text) is not None


_NAMED_MOTION = re.compile(r"\bmoties?[- ](?:van (?:het lid|de leden) )?(?P<name>[A-Z][\w/]+)")
_TO = re.compile(r"\b(?:aan|hieraan|daaraan|waaraan)\b", re.IGNORECASE)

Frame = tuple[str, str, tuple[Discharged, ...], bool, bool]
"""Rule, words, what is met, whether it is settled, whether the object is named."""


def _frames(clause: str, text: str, *, parliamentary: bool, pending: Pending | None) -> Iterator[Frame]:
    objects = _objects(clause, text, parliamentary=parliamentary)
    yield from _settled(clause, objects, pending)
    yield from _by_verb(clause, text, objects, pending)
    yield from _serving(clause, pending)
    yield from _according(clause, parliamentary=parliamentary)
    yield from _as_asked(clause, parliamentary=parliamentary)
    yield from _told_how(clause, objects)
    yield from _handed_over(clause, parliamentary=parliamentary, pending=pending)
    yield from _listed(text, objects)


def _objects(clause: str, text: str, *, parliamentary: bool) -> tuple[Discharged, ...]:
    """Return what can be met that a clause names, in order; requests only of parliament."""
    found: list[Discharged] = []
    for noun in w.NOUN.finditer(clause):
        what = w.WHAT[noun.lastgroup or "toezegging"]
        if what is Discharged.REQUEST and (not parliamentary or _of_others(clause, noun)):
            continue
        if noun[0].casefold().startswith("afspra") and (not w.PARLIAMENT.search(clause) or w.AGREEMENT.search(clause)):
            continue
        found.append(what)
    return tuple(dict.fromkeys(found))


_OF = re.compile(
    r" (?:van|uit|door) (?:de |het |een |diverse |verschillende |vele )?(?:vaste |algemene |tijdelijke )?(?P<who>[\w-]+)"
)


def _of_others(clause: str, noun: re.Match[str]) -> bool:
    """Tell whether a request is of somebody outside parliament: "het verzoek van de gemeenten"."""
    of = _OF.match(clause, noun.end())
    if of is None or w.PARLIAMENT.search(clause[of.start() : of.end() + 12]):
        return False
    return of["who"][:1].islower() and not of["who"][:1].isdigit() or not w.PARLIAMENT.search(clause)


def _settled(clause: str, objects: tuple[Discharged, ...], pending: Pending | None) -> Iterator[Frame]:
    """ "... beschouw ik als afgedaan", "... acht ik hiermee uitgevoerd", "... is daarmee in uitvoering"."""
    if w.NEGATED.search(clause) or w.PAST.search(clause):
        return
    found = (
        (w.SETTLED.search(clause) if w.HELD.search(clause) else None)
        or w.DEEMED.search(clause)
        or w.IN_PROGRESS.search(clause)
    )
    if found is None or (w.FUTURE.search(clause) and not w.HERE.search(clause)):
        return
    whats = objects or ((pending.what,) if pending else ())
    if whats:
        settles = found.re is not w.IN_PROGRESS
        yield (
            "settled",
            _span(clause, w.HELD.search(clause), w.NOUN.search(clause), found),
            whats,
            settles,
            bool(objects),
        )


def _by_verb(clause: str, text: str, objects: tuple[Discharged, ...], pending: Pending | None) -> Iterator[Frame]:
    if w.NEGATED.search(clause):
        return
    there = None if objects else w.THERE.search(clause)
    whats = objects
    named = bool(objects)
    if not whats and there and pending:
        whats = (pending.what,)
    questions = bool(w.QUESTION.search(clause)) and bool(w.PARLIAMENT.search(clause))
    for verb in w.VERBS:
        of = whats
        if not of and questions and verb.rule in ("answers", "replies", "goes_into"):
            of = (Discharged.REQUEST,)
        if of and (words := _met_by(verb, clause, named=named, questions=questions and not whats)):
            yield verb.rule, _phrase(clause, verb, words), of, verb.rule in ("disposes",), named or of != whats


def _phrase(clause: str, verb: w.Verb, words: str) -> str:
    """Return the verb with what belongs to it, for people to read: "geef ik invulling aan de motie"."""
    place = re.compile(re.escape(words)).search(clause)
    return _span(clause, w.NOUN.search(clause), verb.needs.search(clause) if verb.needs else None, place)


def _span(clause: str, *places: re.Match[str] | None) -> str:
    """Return the words from the first to the last of some places; those of the last alone where that is long."""
    found = [place for place in places if place is not None]
    phrase = clause[min(place.start() for place in found) : max(place.end() for place in found)]
    return phrase if len(phrase) <= LONGEST_PHRASE else found[-1][0]


def _met_by(verb: w.Verb, clause: str, *, named: bool, questions: bool) -> str:
    """Return the words by which a clause says with a verb that something is met, or ""."""
    if (verb.stem not in clause.casefold()) or (verb.needs and not verb.needs.search(clause)):
        return ""
    if verb.case == "aan" and not _TO.search(clause):
        return ""
    if verb.case == "op" and not _definite_behind_op(clause):
        return ""
    here = bool(w.HERE.search(clause))
    if not here and (w.UNDER_WAY.search(clause) or _is_put_off(clause)):
        return ""
    if present := _present(verb, clause):
        return present
    if verb.done and (done := verb.done.search(clause)):
        if questions and not here:
            return ""
        return _participle(clause, done, here=here, op=verb.case == "op")
    return ""


def _is_put_off(clause: str) -> bool:
    """Tell whether a clause in the present tense speaks of later: "in het najaar geef ik invulling aan de motie"."""
    noun = w.NOUN.search(clause)
    if w.IN_ANOTHER.search(clause):
        return True
    later = w.LATER.search(clause, 0, noun.end() if noun else len(clause))
    return bool(later) or bool(w.HOW.search(clause) and (w.LATER.search(clause) or w.FUTURE.search(clause)))


def _definite_behind_op(clause: str) -> bool:
    """Tell whether "op" has a motion, request or promise of its own: "op de motie-X", not "op enkele moties"."""
    return bool(
        re.search(
            r"\bop (?:(?:de|het|dit|dat|die|deze|uw|mijn|beide|drie|twee|vier)[ ])?(?:(?!aantal|enkele|overige|diverse|verschillende|meeste)[\w-]+[ ]){0,2}?"
            r"(?:moties?|\w*verzoek(?:en)?|toezegging(?:en)?|(?:kamer|commissie)?vra(?:ag|gen) (?:van|die|gesteld|uit|in uw))\b",
            clause,
            re.IGNORECASE,
        )
    )


def _present(verb: w.Verb, clause: str) -> str:
    """Return a finite present: "geef ik ... invulling", "komen wij ... tegemoet", "voldoet het kabinet"."""
    for found in verb.finite.finditer(clause):
        if verb.rule == "answers" and w.AUXILIARY.search(
            clause[: found.start()] + clause[found.start() :].partition("ik")[0]
        ):
            continue
        if not _third_person(found[0]) or w.GOVERNMENT.search(clause):
            return found[0]
    if verb.plural.search(clause) and re.search(r"\b(?:wij|we)\b", clause, re.IGNORECASE):
        found = verb.plural.search(clause)
        before = clause[: found.start()] if found else ""
        if found and not w.FUTURE.search(clause) and not w.MODAL.search(clause) and not re.search(r"\bte $", before):
            return found[0]
    return ""


def _third_person(words: str) -> bool:
    return words.casefold().split(" ")[0].endswith("t") and words.casefold() not in ("beantwoord", "antwoord")


def _participle(clause: str, done: re.Match[str], *, here: bool, op: bool) -> str:
    """Return a participle that meets something now: no future, no modal, not told as done before."""
    if not w.AUXILIARY.search(clause) or w.PAST.search(clause):
        return ""
    may = re.search(r"\b(?:mag|mogen)\b", clause)
    if (w.FUTURE.search(clause) or w.MODAL.search(clause)) and not may:
        return ""
    if re.search(r"\b(?:heeft|hebben)\b|\b(?:haar|hun|zijn) toezegging", clause) and not w.GOVERNMENT.search(clause):
        return ""
    bare = w.PROMISED_EARLIER.sub(" ", clause)
    passive = re.search(r"\bword(?:t|en)\b", clause) and not re.search(r"\b(?:al|reeds)\b", _RELATIVE.sub("", clause))
    if passive:
        return "" if op and not here else done[0]
    if w.EARLIER.search(_without_objects(bare)) and not _now(clause):
        return ""
    if op and not here:
        return ""
    return done[0]


_RELATIVE = re.compile(r"\b(?:die|dat|waarin|waarmee|waarbij)\b.*")


def _now(clause: str) -> bool:
    return bool(
        re.search(
            r"\b(?:hiermee|hierbij|hiermede|bij dezen|met deze brief|deze brief|daarmee|bovenstaande|voorgaande|onderstaand\w*)\b",
            clause,
            re.IGNORECASE,
        )
    )


def _without_objects(clause: str) -> str:
    """Take off the words that say when or where an object was made: "de toezegging van 6 september", "in uw brief"."""
    return re.sub(
        r"(?:toezegging(?:en)?|moties?|verzoek(?:en)?|gedaan|ingediend|aangenomen|debat|overleg|vragenuur)\b(?:(?!\b(?:is|zijn|heb|heeft|hebben|ben)\b)[^,;]){0,80}?\b(?:van|op|d\.d\.|in|bij) (?:uw brief |mijn brief |de brief )?(?:van )?\d{1,2} [a-z]+",
        " ",
        clause,
        flags=re.IGNORECASE,
    )


def _serving(clause: str, pending: Pending | None) -> Iterator[Frame]:
    """ "Deze brief strekt daartoe", "Dat doe ik hierbij": of what was asked just before; "toegezegd in deze brief ..."."""
    if pending and (found := w.SERVES.search(clause)):
        yield "serves", found[0], (pending.what,), False, True
    if (found := w.PROMISED_HERE.search(clause)) and not w.NEGATED.search(clause[: found.end()]):
        yield "promised_here", found[0], (Discharged.COMMITMENT,), False, True


def _according(clause: str, *, parliamentary: bool) -> Iterator[Frame]:
    """ "Conform het verzoek van ... informeer ik u hierbij", "Ter uitvoering van de motie is ..."."""
    if (found := w.ON_YOUR_LETTER.search(clause)) and (w.HERE.search(clause) or w.PRESENT_ACT.search(clause)):
        if not (w.FUTURE.search(clause) or w.NEGATED.search(clause)):
            yield "on_your_letter", found[0], (Discharged.REQUEST,), False, True
    for found in w.ACCORDING.finditer(clause):
        what = w.kind_of(found["noun"])
        if what is Discharged.REQUEST and (not parliamentary or _of_others(clause, _noun_at(found))):
            continue
        rest = clause[: found.start()] + " " + clause[found.end("noun") :]
        if found["noun"].casefold().startswith(("afspra", "belofte")) and not (
            w.PARLIAMENT.search(clause) and w.HERE.search(rest)
        ):
            continue
        if w.NEGATED.search(rest) or re.search(r"\btoegezegd\b|\bzegde\b", rest):
            continue
        if _delivered(found, rest, what, clause):
            yield "according", found[0] + found["noun"], (what,), False, True


def _noun_at(found: re.Match[str]) -> re.Match[str]:
    """Return the noun that a preposition of `ACCORDING` stands before, as a match of its own."""
    noun = re.compile(re.escape(found["noun"])).match(found.string, found.start("noun"))
    return noun if noun is not None else found


def _delivered(found: re.Match[str], rest: str, what: Discharged, clause: str) -> bool:
    """Tell whether the main clause hands over, reports or did what was asked, now."""
    how = found["how"].casefold()
    here = bool(w.HERE.search(rest))
    if w.FULL_EFFECT.search(how) or (how == "in reactie op" and what is Discharged.MOTION):
        return here or not (w.FUTURE.search(rest) or _earlier(rest) or re.search(r"\bgemeld\b", rest))
    if here and w.HANDS_OVER.search(rest):
        return not (w.FUTURE.search(rest) and not re.search(r"\b(?:in|met) deze brief\b", rest)) and not w.PAST.search(
            rest
        )
    if how in (
        "naar aanleiding van",
        "in lijn met",
        "in het kader van",
        "volgens",
        "gelet op",
        "gezien",
        "gehoord",
        "in reactie op",
    ):
        return False
    if w.FUTURE.search(rest) or w.LATER.search(rest) or _earlier(rest):
        return False
    if w.PRESENT_ACT.search(rest):
        return True
    did = bool(re.search(r"\b(?:is|zijn|heb|hebben)\b", rest)) and not w.PAST.search(rest)
    return did and (what is Discharged.COMMITMENT or how in ("conform", "overeenkomstig"))


def _earlier(rest: str) -> bool:
    bare = w.PROMISED_EARLIER.sub(" ", rest)
    bare = re.sub(
        r"\b(?:debat|overleg|vragenuur|behandeling|vergadering|brief|lid|commissie\w*)\b[^,;]{0,90}?\b(?:van|op) \d{1,2} [a-z]+",
        " ",
        bare,
        flags=re.IGNORECASE,
    )
    bare = re.sub(r"^[^,;]{0,60}?\b(?:van|op) \d{1,2} [a-z]+", " ", bare)
    return w.EARLIER.search(bare) is not None


def _as_asked(clause: str, *, parliamentary: bool) -> Iterator[Frame]:
    """ "Zoals toegezegd treft u ...", "zoals door uw Kamer verzocht, informeer ik u"."""
    for found in w.AS_ASKED.finditer(clause):
        what = (
            w.kind_of(found["word"])
            if found["word"].casefold() not in ("toegezegd", "beloofd", "afgesproken")
            else Discharged.COMMITMENT
        )
        if what is Discharged.REQUEST and not parliamentary and not w.HERE.search(clause):
            continue
        rest = clause[: found.start()] + " " + clause[found.end() :]
        here = bool(w.HERE.search(rest))
        if w.NEGATED.search(rest) or w.PAST.search(rest):
            continue
        if (
            here
            and w.HANDS_OVER.search(rest)
            and not (w.FUTURE.search(rest) and not re.search(r"\bdeze brief\b", rest))
        ):
            yield "as_asked", found[0], (what,), False, True
        elif not (here or w.FUTURE.search(rest) or w.LATER.search(rest) or _earlier(rest)) and w.PRESENT_ACT.search(
            rest
        ):
            yield "as_asked", found[0], (what,), False, True

    yield from _of_which(clause, parliamentary=parliamentary)


def _of_which(clause: str, *, parliamentary: bool) -> Iterator[Frame]:
    """ "In deze brief ga ik in op de onderwerpen waarover ik heb toegezegd u te informeren"."""
    found = w.OF_WHICH.search(clause)
    main = clause[: found.start()] if found else ""
    if found is None or not (w.HERE.search(main) and w.HANDS_OVER.search(main)):
        return
    word = found["word"] or found["too"]
    what = Discharged.COMMITMENT if word.casefold() in ("toegezegd", "beloofd") else Discharged.REQUEST
    asked_here = what is Discharged.COMMITMENT or (parliamentary and w.PARLIAMENT.search(found[0]))
    if asked_here and not (w.NEGATED.search(clause) or w.FUTURE.search(main) or w.PAST.search(main)):
        yield "as_asked", found[0], (what,), False, True


def _told_how(clause: str, objects: tuple[Discharged, ...]) -> Iterator[Frame]:
    """ "Met deze brief wordt u geïnformeerd op welke wijze invulling is gegeven aan de motie"."""
    found = w.TELLS_HOW.search(clause)
    if (
        found
        and objects
        and not (
            w.PROGRESS.search(found[0]) or w.NEGATED.search(clause) or w.FUTURE.search(clause) or w.LATER.search(clause)
        )
    ):
        if w.HERE.search(clause) or w.PRESENT_ACT.search(clause):
            if not _earlier(clause) or w.HERE.search(clause):
                yield "tells_how", found[0], (w.kind_of(found["noun"]),), False, True


def _handed_over(clause: str, *, parliamentary: bool, pending: Pending | None) -> Iterator[Frame]:
    """ "Bijlage 2 bevat het gevraagde overzicht", "Hierbij bied ik u de reactie aan op het verzoek van ..."."""
    here = w.HERE.search(clause)
    if (
        not here
        or w.NEGATED.search(clause)
        or w.FUTURE.search(clause)
        or w.PAST.search(clause)
        or not w.HANDS_OVER.search(clause)
    ):
        return
    if found := w.ASKED_FOR.search(clause):
        what = Discharged.COMMITMENT if found["word"][0] in "tbTB" else Discharged.REQUEST
        yield "asked_for", found[0], (what,), False, True
    if parliamentary and (found := w.ANSWERS_SENT.search(clause)) and not re.search(r"\b(?:eerder|reeds|al)\b", clause):
        noun = found["noun"] or found["too"]
        yield "answers_sent", found[0], (w.kind_of(noun),), False, True
    if pending and (
        found := re.search(
            r"\b(?:U|u) (?:vindt|treft)\b[^;]*\b(?:mijn antwoord|die reactie|dat overzicht|die|deze|het antwoord)\b",
            clause,
        )
    ):
        yield "found_there", found[0], (pending.what,), False, True


def _listed(text: str, objects: tuple[Discharged, ...]) -> Iterator[Frame]:
    """An item of a list of motions and promises: "Motie X (29 344, nr. 12): afgedaan met deze brief"."""
    found = w.LISTED.search(text)
    if (
        found
        and objects
        and re.match(
            r"\W*(?:\d+\.? )?(?:De )?(?:(?:nader )?gewijzigde )?(?:Motie|Toezegging|Verzoek|TZ?\d)", text, re.IGNORECASE
        )
    ):
        if not re.search(r"\b(?:bij|in|met) (?:mijn |de |onze )?\w*brief van\b", found["rest"]):
            yield "listed", (found["how"] + found["rest"])[:60], objects, True, True
