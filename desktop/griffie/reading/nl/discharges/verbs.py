"""Verbs of meeting: which there are, and whether a clause says with one of them that something is met now.

Tense decides: a finite present meets it ("doe ik gestand"), a participle does unless the words put it before this
letter ("is uitgevoerd", but not "is bij brief van 3 mei uitgevoerd"), an infinitive does not ("zal ik uitvoeren").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from griffie.domain.reading import Discharged
from griffie.reading.nl.discharges import words as w
from griffie.reading.nl.discharges.clause import Clause, shortest


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb of meeting: its finite present, plural, participle, what else must stand in the clause, and its case.

    `case` is "aan" (aan de motie voldoen), "acc" (de motie uitvoeren) or "op" (op de motie reageren). `stem` is a
    piece that every form has, for a quick look.
    """

    rule: str
    case: str
    needs: re.Pattern[str] | None
    finite: re.Pattern[str]
    plural: re.Pattern[str]
    done: re.Pattern[str]
    stem: str = ""


_NEVER = re.compile(r"(?!)")


def _verb(rule: str, case: str, finite: str, plural: str, done: str, *, needs: str = "", stem: str = "") -> Verb:
    present, many, participle = (
        re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else _NEVER for words in (finite, plural, done)
    )
    needed = re.compile(rf"\b(?:{needs})\b", re.IGNORECASE) if needs else None
    return Verb(rule, case, needed, present, many, participle, stem)


VERBS = (
    _verb("satisfies", "aan", "voldoe|voldoet", "voldoen", "voldaan", stem="vold"),
    _verb("satisfies", "acc", "", "", "voldaan", needs="bovenstaande?|hiermee|daarmee|deze brief|waarmee", stem="vold"),
    _verb(
        "gives_effect",
        "aan",
        "geef|geeft",
        "geven",
        "gegeven",
        needs="uitvoering|invulling|gevolg|gehoor|opvolging|inhoud|nakoming|navolging",
        stem="ge",
    ),
    _verb(
        "accommodates",
        "aan",
        "kom|komt|tegemoetkom|tegemoetkomt",
        "komen|tegemoetkomen",
        "gekomen|tegemoetgekomen",
        needs=r"tegemoet\w*",
        stem="tegemoet",
    ),
    _verb("does_justice", "aan", "doe|doet", "doen", "gedaan", needs="recht", stem="recht"),
    _verb("stands_by", "acc", "doe|doet", "doen", "gedaan", needs="gestand", stem="gestand"),
    _verb(
        "keeps",
        "acc",
        r"komt?\b[^;]*\b(?:toezegging(?:en)?|moties?|verzoek|afspraak|afspraken|belofte)\b[^;]*\bna"
        r"(?=[.,:)]|$| (?:die|dat|om|door|en|met|zoals|te|welke|waarin)\b)",
        "",
        "nagekomen",
        stem="na",
    ),
    _verb("redeems", "acc", r"los\b[^;]*\bin", r"lossen\b[^;]*\bin", "ingelost", stem="lo"),
    _verb(
        "disposes",
        "acc",
        r"(?:doe|handel|wikkel|rond|sluit|voer)\b[^;]*\baf",
        r"(?:doen|handelen)\b[^;]*\baf",
        "afgedaan|afgehandeld|afgewikkeld|afgerond|afgevoerd|afgesloten|vervuld|voltooid",
    ),
    _verb(
        "executes",
        "acc",
        r"(?:voer|voert)\b[^;]*\buit|uitvoer|volg\b[^;]*\bop(?=[.,]|$| door| met)",
        r"voeren\b[^;]*\buit",
        "uitgevoerd|geëffectueerd|verwerkt|geïmplementeerd|ten uitvoer gebracht|ten uitvoer gelegd"
        "|in gang gezet|opgevolgd|gerealiseerd",
    ),
    _verb("fills_in", "acc", r"vul\b[^;]*\bin", r"vullen\b[^;]*\bin", "ingevuld", stem="vul"),
    _verb(
        "answers",
        "acc",
        r"beantwoord (?:ik|het kabinet)|ik (?:[^\s;]+ ){0,8}beantwoord|beantwoordt",
        "beantwoorden",
        "beantwoord",
        stem="beantwoord",
    ),
    _verb(
        "replies",
        "op",
        r"reageer|reageert|antwoord ik|ik (?:[^\s;]+ ){0,4}(?<!in )antwoord",
        "reageren|antwoorden",
        "gereageerd|geantwoord",
    ),
    _verb("goes_into", "op", "ga", "gaan", "ingegaan", needs="in", stem="ga"),
    _verb("returns_to", "op", "kom", "komen", "", needs="terug", stem="terug"),
    _verb(
        "grants",
        "acc",
        r"honoreer|willig\b[^;]*\bin",
        r"honoreren|willigen\b[^;]*\bin",
        "gehonoreerd|ingewilligd",
    ),
)
ANSWERING = frozenset({"answers", "replies", "goes_into", "returns_to"})
"""With these verbs questions are met as well."""

_TO = re.compile(
    rf"\baan (?:[^\s,;:]+ ){{0,12}}?\(?(?:{w.NOUN.pattern})|\b(?:hieraan|daaraan|waaraan)\b", re.IGNORECASE
)
_DEFINITE_BEHIND_OP = re.compile(
    r"\bop (?:(?:de|het|dit|dat|die|deze|uw|mijn|beide|drie|twee|vier)[ ])?"
    r"(?:(?!aantal|enkele|overige|diverse|verschillende|meeste|openstaande|lopende|uitstaande)[\w-]+[ ]){0,2}?"
    r"(?:moties?|\w*verzoek(?:en)?|toezegging(?:en)?"
    r"|(?:kamer|commissie)?vra(?:ag|gen) (?:van|die|gesteld|uit|in uw))\b",
    re.IGNORECASE,
)
"""A motion, request or promise of its own behind "op": "op de motie-X", not "op enkele moties"."""

_WE = re.compile(r"\b(?:wij|we)\b", re.IGNORECASE)
_TO_DO = re.compile(r"\bte $")
_MAY = re.compile(r"\b(?:mag|mogen)\b")
_CAN_BE = re.compile(
    r"\b(?:kan|kunnen)\b[^;]*\b(?:afgedaan|afgevoerd|afgesloten|afgehandeld)\b|\b(?:kan|kunnen) worden afge\w+"
)
_BY_DOING = re.compile(r"\bdoor\b[^;]*\bte \w+en\b")
"""How it was met, whose time is not that of the letter: "door de regeling op 1 januari open te stellen"."""
_BY_MEANS = re.compile(r"(?P<means>^\W*(?:met|door)\b[^,;]*), (?:die|dat|welke?)\b[^,;]*,", re.IGNORECASE)
"""What it was met with, and when that came: "Met de verruiming, die op 1 maart is ingegaan, heb ik ... voldaan"."""
_VOTED_DOWN = re.compile(r"\b(?:verworpen|ingetrokken)\b")
_DONE_SO_THAT = re.compile(r"\b(?:is|zijn|heb|heeft|hebben)\b[^;]*\b(?:zodat|waarmee|waardoor)\b", re.IGNORECASE)
"""A deed that is done, by which something can be struck off."""
_THIS_DOES = re.compile(
    r"\W*(?:Dit|Dat|Hetgeen|Een en ander|Deze (?:aanpak|maatregel|regeling|werkwijze|wijziging|aanpassing|uitbreiding"
    r"|toevoeging|opzet|keuze))\b"
)
"""A subject that stands for the deed told just before."""
_MEANWHILE = re.compile(r"\binmiddels\b", re.IGNORECASE)
_OTHERS_DID = re.compile(r"\b(?:heeft|hebben)\b|\b(?:haar|hun|zijn) toezegging")
_RELATIVE = re.compile(r"\b(?:die|dat|om|waarin|waarmee|waarbij)\b.*")
_BECOMES = re.compile(r"\bword(?:t|en)\b")
_ALREADY = re.compile(r"\b(?:al|reeds)\b")
_NOW = re.compile(
    r"\b(?:hiermee|hierbij|hiermede|bij dezen|met deze brief|deze brief|daarmee|bovenstaande|voorgaande"
    r"|onderstaand\w*)\b",
    re.IGNORECASE,
)
_WHEN_MADE = re.compile(
    r"(?:toezegging(?:en)?|moties?|verzoek(?:en)?|gedaan|ingediend|aangenomen|debat|overleg|vragenuur)\b"
    r"(?:(?!\b(?:is|zijn|heb|heeft|hebben|ben)\b)[^,;]){0,80}?"
    r"\b(?:van|op|d\.d\.|in|bij) (?:uw brief |mijn brief |de brief )?(?:van )?\d{1,2} [a-z]+",
    re.IGNORECASE,
)
"""When an object was made, which says nothing of when it was met: "de toezegging van 6 september"."""

Met = tuple[Verb, str, tuple[Discharged, ...], bool]
"""A verb, the words to show, what is met, and whether that is named."""


def met_with_verbs(clause: Clause) -> Iterator[Met]:
    """Yield the verbs with which a clause says that something is met now."""
    if clause.negated:
        return
    whats = clause.objects
    if not whats and clause.pending and w.THERE.search(clause.text):
        whats = (clause.pending.what,)
    if _VOTED_DOWN.search(clause.text):
        whats = tuple(what for what in whats if what is not Discharged.MOTION)
    questions = bool(w.QUESTION.search(clause.text)) and clause.parliament
    for verb in VERBS:
        of = whats or ((Discharged.REQUEST,) if questions and verb.rule in ANSWERING else ())
        if of and (words := _met_by(verb, clause, only_here=questions and not whats)):
            yield verb, _phrase(clause, verb, words), of, bool(clause.objects) or of != whats


def _phrase(clause: Clause, verb: Verb, words: str) -> str:
    """Return the verb with what belongs to it, for people to read: "geef ik invulling aan de motie"."""
    place = re.compile(re.escape(words)).search(clause.text)
    needed = verb.needs.search(clause.text) if verb.needs else None
    return shortest(clause.text, clause.noun, needed, place)


def _met_by(verb: Verb, clause: Clause, *, only_here: bool) -> str:
    """Return the words by which a clause says with a verb that something is met, or ""."""
    text = clause.text
    if verb.stem not in text.casefold() or (verb.needs and not verb.needs.search(text)):
        return ""
    if (verb.case == "aan" and not (_TO.search(text) or w.THERE.search(text))) or (
        verb.case == "op" and not _DEFINITE_BEHIND_OP.search(text)
    ):
        return ""
    thereby = clause.here or w.THEREBY.search(text) is not None
    if not clause.here and (verb.rule == "returns_to" or w.UNDER_WAY.search(text)):
        return ""
    if not thereby and _is_put_off(clause):
        return ""
    if present := _present(verb, clause):
        return present
    done = verb.done.search(text)
    if done is None or (not clause.here and (only_here or verb.case == "op")):
        return ""
    return done[0] if _is_done_now(clause) else ""


def _is_put_off(clause: Clause) -> bool:
    """Tell whether a clause in the present tense speaks of later: "in het najaar geef ik invulling aan de motie"."""
    if w.IN_ANOTHER.search(clause.text):
        return True
    noun_end = clause.noun.end() if clause.noun else 0
    if w.LATER.search(clause.text[:noun_end] + _RELATIVE.sub("", clause.text[noun_end:])):
        return True
    return (clause.later or clause.future) and w.HOW.search(clause.text) is not None


def _present(verb: Verb, clause: Clause) -> str:
    """Return a finite present: "geef ik ... invulling", "komen wij ... tegemoet", "voldoet het kabinet"."""
    for found in verb.finite.finditer(clause.text):
        if verb.rule == "answers" and w.AUXILIARY.search(clause.text, 0, found.start() + len("beantwoord")):
            continue
        if clause.government or _THIS_DOES.match(clause.text) or not _third_person(found[0]):
            return found[0]
    several = verb.plural.search(clause.text)
    if several is None or clause.future or not _WE.search(clause.text) or w.MODAL.search(clause.text):
        return ""
    return "" if _TO_DO.search(clause.text[: several.start()]) else several[0]


def _third_person(words: str) -> bool:
    return words.casefold().partition(" ")[0].endswith("t")


def _is_done_now(clause: Clause) -> bool:
    """Tell whether a participle meets something now: no future, no modal, not told as done before this letter."""
    text = clause.text
    if not w.AUXILIARY.search(text) or clause.past:
        return False
    thereby = clause.here or w.THEREBY.search(text) is not None
    can = _NOW.search(text) or clause.here or _DONE_SO_THAT.search(text)
    may = _MAY.search(text) or (can and _CAN_BE.search(text))
    if (clause.future or w.MODAL.search(text)) and not may:
        return False
    if Discharged.MOTION not in clause.objects and not thereby and _MEANWHILE.search(text):
        return False
    if not clause.government and _OTHERS_DID.search(text):
        return False
    if _BECOMES.search(text) and not _ALREADY.search(_RELATIVE.sub("", text)):
        return True
    text = _BY_MEANS.sub(r"\g<means> ", _BY_DOING.sub(" ", text))
    bare = _WHEN_MADE.sub(" ", w.PROMISED_EARLIER.sub(" ", text))
    return not w.EARLIER.search(bare) or _NOW.search(text) is not None
