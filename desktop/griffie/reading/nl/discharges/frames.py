"""Judges one clause by itself: the frames in which letters say that they meet a promise, motion or request."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from griffie.domain.reading import Discharged
from griffie.reading.nl.discharges import phrases as p
from griffie.reading.nl.discharges import words as w
from griffie.reading.nl.discharges.clause import Clause, Pending, shortest
from griffie.reading.nl.discharges.verbs import met_with_verbs

ONLY_HERE = frozenset(
    {
        *("naar aanleiding van", "in lijn met", "in het kader van", "volgens", "gelet op", "gezien", "gehoord"),
        *("in reactie op", "met verwijzing naar", "onder verwijzing naar", "met het oog op"),
    }
)
"""What these introduce is met only where the letter hands something over."""

_THIS_LETTER = re.compile(r"\b(?:in|met) deze brief\b|\bdeze brief\b", re.IGNORECASE)
_PROMISED = re.compile(r"\btoegezegd\b|\bzegde\b")
_REPORTED = re.compile(r"\bgemeld\b")
_DID = re.compile(r"\b(?:is|zijn|heb|hebben)\b")
_ALREADY = re.compile(r"\b(?:eerder|reeds|al)\b")
_FOUND_THERE = re.compile(
    r"\b[Uu] (?:vindt|treft)\b[^;]*\b(?:mijn antwoord|die reactie|dat overzicht|die|deze|het antwoord)\b"
)
_NEXT_CLAUSE = re.compile(r";\s|,\s(?=(?:maar|terwijl|doch)\s)")
_ROW = re.compile(
    r"\W*(?:\d+\.? )?(?:De )?(?:(?:nader )?gewijzigde )?(?:Motie|Toezegging|Verzoek|TZ?\d)", re.IGNORECASE
)
_BY_LETTER = re.compile(r"\b(?:bij|in|met) (?:mijn |de |onze )?\w*brief van\b")
_DEBATE_OF = re.compile(
    r"\b(?:debat|overleg|vragenuur|behandeling|vergadering|brief|lid|commissie\w*)\b[^,;]{0,90}?"
    r"\b(?:van|op) \d{1,2} [a-z]+",
    re.IGNORECASE,
)
_MAIN = re.compile(r"\bdat\b")
_FIRST_DATE = re.compile(r"^[^,;]{0,60}?\b(?:van|op) \d{1,2} [a-z]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """How a clause says that something is met: the rule, its words, what, whether it is settled and named."""

    rule: str
    words: str
    whats: tuple[Discharged, ...]
    settles: bool = False
    named: bool = True


def frames(clause: Clause, sentence: str) -> Iterator[Frame]:
    """Yield the frames that a clause fills, the surest first; `sentence` is the whole that it is part of."""
    yield from _settled(clause)
    for verb, words, whats, named in met_with_verbs(clause):
        yield Frame(verb.rule, words, whats, verb.rule == "disposes", named)
    yield from _serving(clause)
    yield from _on_your_letter(clause)
    yield from _according(clause)
    yield from _as_asked(clause)
    yield from _of_which(clause)
    yield from _told_how(clause)
    yield from _reported_on(clause)
    yield from _handed_over(clause)
    yield from _listed(clause, sentence)


def _settled(clause: Clause) -> Iterator[Frame]:
    """As in "Beschouw ik als afgedaan", "acht ik hiermee uitgevoerd", "is daarmee in uitvoering"."""
    held = p.HELD.search(clause.text)
    settled = (p.SETTLED.search(clause.text) if held else None) or p.DEEMED.search(clause.text)
    found = settled or p.IN_PROGRESS.search(clause.text)
    if found is None or clause.negated or clause.past or (clause.future and not clause.here):
        return
    if whats := clause.objects or ((clause.pending.what,) if clause.pending else ()):
        words = shortest(clause.text, held, clause.noun, found)
        yield Frame("settled", words, whats, settled is not None, bool(clause.objects))


def _serving(clause: Clause) -> Iterator[Frame]:
    """As in "Deze brief strekt daartoe" of what was asked just before; "toegezegd dat ik in deze brief zou ingaan op"."""
    if clause.pending and (found := p.SERVES.search(clause.text)):
        yield Frame("serves", found[0], (clause.pending.what,))
    if clause.objects and (found := p.LETTER_IS.search(clause.text)) and not clause.negated:
        yield Frame("serves", found[0], clause.objects)
    if (found := p.PROMISED_HERE.search(clause.text)) and not w.NEGATED.search(clause.text, 0, found.end()):
        yield Frame("promised_here", found[0], (Discharged.COMMITMENT,))


def _on_your_letter(clause: Clause) -> Iterator[Frame]:
    """As in "Naar aanleiding van uw brief van 3 mei, waarin u mij vraagt ..., bericht ik u als volgt"."""
    found = p.ON_YOUR_LETTER.search(clause.text)
    if found is None or clause.future or clause.negated:
        return
    if clause.here or p.PRESENT_ACT.search(clause.text):
        yield Frame("on_your_letter", found[0], (Discharged.REQUEST,))


def _according(clause: Clause) -> Iterator[Frame]:
    """As in "Conform het verzoek van ... informeer ik u hierbij", "Ter uitvoering van de motie is ..."."""
    for found in p.ACCORDING.finditer(clause.text):
        what = w.kind_of(found["noun"])
        if what is Discharged.REQUEST and (not clause.parliamentary or clause.of_others(found.end("noun"))):
            continue
        rest = clause.without(found.start(), found.end("noun"))
        agreed = found["noun"].casefold().startswith(("afspra", "belofte"))
        if agreed and not (clause.parliament and rest.here):
            continue
        questions = w.QUESTION.search(found["noun"]) is not None
        if rest.negated or _PROMISED.search(rest.text) or (questions and not rest.here):
            continue
        if _delivered(found["how"].casefold(), rest, what):
            yield Frame("according", found[0] + found["noun"], (what,))


def _delivered(how: str, rest: Clause, what: Discharged) -> bool:
    """Tell whether the main clause hands over, reports or did what was asked, now."""
    if p.FULL_EFFECT.search(how) or (how == "in reactie op" and what is Discharged.MOTION):
        return rest.here or not (rest.future or _earlier(_MAIN.split(rest.text)[0]) or _REPORTED.search(rest.text))
    if rest.here and p.HANDS_OVER.search(rest.text):
        return not rest.past and _in_this_letter(rest)
    if how == "naar aanleiding van" and what is Discharged.MOTION and p.WORKS_ON.search(rest.text):
        return not (rest.future or rest.later)
    if how in ONLY_HERE or rest.future or rest.later or _earlier(rest.text):
        return False
    if p.PRESENT_ACT.search(rest.text):
        return True
    did = _DID.search(rest.text) is not None and not rest.past
    return did and (what is Discharged.COMMITMENT or how in ("conform", "overeenkomstig"))


def _in_this_letter(rest: Clause) -> bool:
    """Tell whether a clause is of the present, or its future is this letter: "zal ik in deze brief ingaan op"."""
    return not rest.future or _THIS_LETTER.search(rest.text) is not None


def _earlier(text: str) -> bool:
    """Tell whether the deed is put before this letter, dates of debates and requests aside."""
    bare = _DEBATE_OF.sub(" ", w.PROMISED_EARLIER.sub(" ", text))
    return w.EARLIER.search(_FIRST_DATE.sub(" ", bare)) is not None


def _as_asked(clause: Clause) -> Iterator[Frame]:
    """As in "Zoals toegezegd treft u ...", "zoals door uw Kamer verzocht, informeer ik u"."""
    for found in p.AS_ASKED.finditer(clause.text):
        by_motion = w.MOTION_BEHIND.search(clause.text, found.start(), found.end() + 60) is not None
        what = Discharged.MOTION if by_motion else _what_word(found["word"])
        told = clause.parliamentary or clause.here or p.PRESENT_ACT.search(clause.text)
        if what is Discharged.REQUEST and not told:
            continue
        rest = clause.without(found.start(), found.end())
        if not (rest.negated or rest.past) and _done_as_asked(rest, by_motion=by_motion):
            yield Frame("as_asked", found[0], (what,))


def _done_as_asked(rest: Clause, *, by_motion: bool) -> bool:
    """Tell whether the main clause hands over what was asked, or, behind a motion, did it."""
    if rest.here:
        return p.HANDS_OVER.search(rest.text) is not None and _in_this_letter(rest)
    if rest.future or rest.later or _earlier(rest.text):
        return False
    return p.PRESENT_ACT.search(rest.text) is not None or (by_motion and _DID.search(rest.text) is not None)


def _what_word(word: str) -> Discharged:
    """Return what "toegezegd" or "gevraagd" stand for."""
    promised = word.casefold().startswith(("toegezegd", "beloofd", "afgesproken"))
    return Discharged.COMMITMENT if promised else Discharged.REQUEST


def _of_which(clause: Clause) -> Iterator[Frame]:
    """As in "In deze brief ga ik in op de onderwerpen waarover ik heb toegezegd u te informeren"."""
    if (would := p.WOULD_TELL.search(clause.text)) and clause.here and clause.objects and not clause.negated:
        yield Frame("as_asked", would[0], clause.objects)
    found = p.OF_WHICH.search(clause.text)
    if found is None or clause.negated:
        return
    main = clause.without(found.start(), found.end())
    what = _what_word(found["word"] or found["too"])
    of_chamber = what is Discharged.COMMITMENT or (clause.parliamentary and w.PARLIAMENT.search(found[0]))
    if of_chamber and main.here and p.HANDS_OVER.search(main.text) and not (main.future or main.past):
        yield Frame("as_asked", found[0], (what,))


def _told_how(clause: Clause) -> Iterator[Frame]:
    """As in "Met deze brief wordt u geïnformeerd op welke wijze invulling is gegeven aan de motie"."""
    found = p.TELLS_HOW.search(clause.text)
    if found is None or not clause.objects or clause.negated or clause.future or clause.later:
        return
    if p.PROGRESS.search(found[0]):
        return
    if clause.here or (p.PRESENT_ACT.search(clause.text) and not _earlier(clause.text)):
        yield Frame("tells_how", found[0], (w.kind_of(found["noun"]),))


def _reported_on(clause: Clause) -> Iterator[Frame]:
    """As in "Hierbij bericht ik u over de toezeggingen T02371 en T02372"."""
    found = p.REPORTS_ON.search(clause.text) or p.TOLD_OF.search(clause.text)
    if found is None or clause.negated or clause.future or clause.past:
        return
    if (
        w.HERE_ITSELF.search(clause.text)
        or found.re is p.TOLD_OF
        or (p.PRESENT_ACT.search(clause.text) and not w.LATER.search(clause.text))
    ):
        yield Frame("reports_on", found[0], clause.objects or (w.kind_of(found["noun"]),))


def _handed_over(clause: Clause) -> Iterator[Frame]:
    """As in "Bijlage 2 bevat het gevraagde overzicht", "Hierbij bied ik u de reactie aan op het verzoek van ..."."""
    if clause.negated or clause.future or clause.past or not p.HANDS_OVER.search(clause.text):
        return
    acts = clause.here or (p.PRESENT_ACT.search(clause.text) and not clause.later and not _earlier(clause.text))
    if acts and (found := p.ASKED_FOR.search(clause.text)):
        yield Frame("asked_for", found[0], (_what_word(found["word"]),))
    if not clause.here:
        return
    if clause.parliamentary and (found := p.ANSWERS_SENT.search(clause.text)) and not _ALREADY.search(clause.text):
        yield Frame("answers_sent", found[0], (w.kind_of(found["noun"] or found["too"]),))
    if clause.pending and (found := _FOUND_THERE.search(clause.text)):
        yield Frame("found_there", found[0], (clause.pending.what,))


def _listed(clause: Clause, sentence: str) -> Iterator[Frame]:
    """An item of a list of motions and promises: "Motie X (29 344, nr. 12): afgedaan met deze brief"."""
    found = p.LISTED.search(sentence)
    if found and clause.objects and _ROW.match(sentence) and not _BY_LETTER.search(found["rest"]):
        yield Frame("listed", (found["how"] + found["rest"])[:60], clause.objects, settles=True)


def of_sentence(text: str, *, parliamentary: bool, pending: Pending | None) -> Iterator[tuple[int, Clause, Frame]]:
    """Yield the frames of a sentence's clauses, each with where its clause begins.

    What one clause names stands for the pronouns of the next.
    """
    begin = 0
    for end in [*(found.end() for found in _NEXT_CLAUSE.finditer(text)), len(text)]:
        part = text[begin:end]
        clause = Clause(part, parliamentary, pending)
        for frame in frames(clause, text):
            yield begin, clause, frame
        begin = end
        if clause.objects:
            pending = Pending(clause.objects[0], 0, part)
