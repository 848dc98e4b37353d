"""Time phrases of a letter: the heart of each with the words that lead it in ("uiterlijk in het tweede kwartaal")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from griffie.reading.nl.deadlines.forms import MEETING_KEYS, MEETINGS, Core, Form, cores
from griffie.reading.nl.deadlines.words import MONTHS, SEASONS, one_of

_BEFORE: Final = (
    "voor", "voorafgaand aan", "voorafgaande aan", "eerder dan", "tot aan", "tot", "in aanloop naar", "alvorens",
)  # fmt: skip
_THROUGH: Final = ("tot en met", "t/m", "niet later dan", "ten laatste", "op zijn laatst", "op z'n laatst")
_AFTER: Final = (
    "na",
    "niet eerder dan",
    "pas na",
    "eerst na",
    "na afloop van",
    "na ommekomst van",
    "later dan",
)
_SINCE: Final = (
    "vanaf",
    "met ingang van",
    "ingaande",
    "per",
    "te beginnen in",
    "te beginnen op",
    "te beginnen met",
    "te beginnen per",
)
_IN: Final = (
    "in", "op", "met", "bij", "rond", "rondom", "omstreeks", "tijdens", "gedurende", "binnen", "tegen", "over", "naar",
    "in de loop van", "ergens in", "aan", "gelijktijdig met", "tezamen met", "samen met", "bij gelegenheid van",
)  # fmt: skip
_NAMING: Final = ("van", "sinds", "uit", "d.d.", "dd.", "dd", "d.d", "over het", "anders dan", "tussen", "en", "of")
"""Words that only say of when something is: "de brief van 12 mei"."""

_LEAD: Final = re.compile(
    r"(?<![\w/-])"
    r"(?:(?P<adv>jaarlijks|halfjaarlijks|tweejaarlijks|(?:elk|ieder) (?:half)?jaar|tijdig|ruimschoots|ruim"
    r"|uiterlijk|kort|direct"
    r"|onmiddellijk|meteen|vlak|later|voor het eerst|voor de eerste keer|als eerste),? )?"
    r"(?:(?P<prep>" + "|".join(
        sorted((*_BEFORE, *_THROUGH, *_AFTER, *_SINCE, *_IN, *_NAMING), key=len, reverse=True)
    ).replace(".", r"\.") + r"|binnen (?:de|een) (?:[a-z]+ ){0,3}?termijn van) )?"
    r"(?:(?P<part>(?:(?:het|de|aan het|in de|in het) )?(?:begin|medio|half|halverwege|midden|eind|einde|loop"
    r"|eerste (?:maanden|weken)|najaar)"
    r"(?: van)?|vroege?|late?) )?"
    r"(?P<det>(?:(?:het|de|deze|dit|onze|uw|mijn|eerste|laatste|komende?|aankomende?|aanstaande"
    r"|eerstkomende?|eerstvolgende?|volgende?|plenaire"
    r"|kalenderjaar|maand|maanden|dag|gehele?|hele) ){0,3})$"
)  # fmt: skip
_BETWEEN: Final = re.compile(
    r"(?<!\w)(?:tussen|(?<!ingang )van|vanaf) (?P<first>[^,;.()]{1,30}?)(?<! en) (?:en|tot en met|t/m|tot) $"
)
_FIRST: Final = re.compile(
    rf"(?:[a-z]+dag )?(?:\d\d?|(?:\d\d? |begin |medio |eind )?{one_of(MONTHS)}|q[1-4]|(?:19|20)\d\d)(?: (?:19"
    rf"|20)\d\d)?"
)
_MEETING: Final = re.compile(
    r"(?:(?P<adv>tijdig|ruimschoots|ruim|uiterlijk|kort|direct|vlak) )?"
    rf"(?P<prep>voorafgaand aan|voor aanvang van|voor|tot|uiterlijk bij|in|tijdens|gedurende|na|bij) (?:het|de|dit"
    rf"|deze|uw|een) (?:[a-z-]+ ){{0,3}}?{MEETINGS}"
    r"(?: over (?:de |het |een )?[a-z-]+(?: en [a-z-]+)?)?(?: (?:van|op|d\.d\.) (?P<wd>[a-z]+dag )?)?$"
)
_TIME_BEFORE: Final = re.compile(
    rf"(?:\d|{one_of(MONTHS)}|{one_of(SEASONS)}|dag|week|maand|kwartaal|jaar|helft|begin|medio|eind|reces)\.?,? $"
)
_WINDOW: Final = 110
_LEAD_WINDOW: Final = 75


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time phrase: from `start` to `end` in the letter's text; `lead` says how the preposition bends the time."""

    core: Core
    start: int
    end: int
    lead: str = ""  # before, through, after, since, in, naming or ""
    prep: str = ""
    adv: str = ""
    part: str = ""
    det: str = ""
    first: str = ""


def lead_of(prep: str) -> str:
    """Return how a preposition bends the time that it leads in."""
    for name, words in (
        ("before", _BEFORE), ("through", _THROUGH), ("after", _AFTER), ("since", _SINCE), ("in", _IN),
        ("naming", _NAMING),
    ):  # fmt: skip
        if prep in words:
            return name
    return ""


def phrases(text: str, start: int, end: int) -> Iterator[Phrase]:
    """Yield the time phrases of a stretch of even text, in the order of their forms."""
    for core in cores(text, start, end):
        phrase = _led(text, start, core)
        if phrase is not None:
            yield phrase


def _led(text: str, start: int, core: Core) -> Phrase | None:
    before = text[max(start, core.start - _WINDOW) : core.start]
    offset = core.start - len(before)
    if core.form is Form.OPEN or any(core.get(name) for name in ("when", "first", "step")):
        return Phrase(core, core.start, core.end)
    if core.form is Form.MEETING:
        skip = len(core.get("adv")) + 1 if core.get("adv") in ("nog", "u", "uw kamer") else 0
        return Phrase(core, core.start + skip, core.end, "before", core.get("p"), core.get("adv"))
    if core.form is Form.DAY and any(key in before for key in MEETING_KEYS) and (met := _MEETING.search(before)):
        return _meeting(core, met, offset)
    phrase = _introduced(text, core, before, offset)
    if between := _BETWEEN.search(text[max(start, core.start - 50) : core.start]):
        low = max(start, core.start - 50) + between.start()
        if low < phrase.start and _FIRST.fullmatch(between["first"]):
            return replace(phrase, start=low, lead="through", prep="tussen", part="", first=between["first"])
    return phrase


def _introduced(text: str, core: Core, before: str, offset: int) -> Phrase:
    """Return the phrase with the words before its core that lead it in; `before` begins at `offset` in the text."""
    found = _LEAD.search(before, max(0, len(before) - _LEAD_WINDOW))
    if not found:
        return Phrase(core, core.start, core.end)
    at, prep = found.start(), _preposition(found["prep"] or "", core)
    if prep in ("en", "of") and not _TIME_BEFORE.search(before[:at]):
        at, prep = at + len(prep) + 1, ""  # "..., en begin volgend jaar zal ik"
    if core.form is Form.ONCE and lead_of(prep) == "naming":
        return Phrase(core, core.start, core.end, "in")  # "op de agenda van de eerstvolgende ministerraad"
    if core.get("d0"):
        prep = _ranged(text, core, prep) or prep
    adv, part, det = ((found[name] or "").strip() for name in ("adv", "part", "det"))
    return Phrase(core, offset + at, core.end, lead_of(prep), prep, adv, _part(part), det)


def _preposition(words: str, core: Core) -> str:
    """Return the preposition that the words before a core come to."""
    if words.endswith("termijn van"):
        return "binnen"
    return "over het" if words == "over" and core.form is not Form.SPAN else words  # "de cijfers over 2025"


def _ranged(text: str, core: Core, prep: str) -> str:
    """Return "t/m" where two days bound a time: "van 1 tot en met 15 mei", "tussen 1 en 15 mei"; else ""."""
    words = text[core.start : core.end]
    through = prep in ("van", "vanaf") and re.search(r" (?:tot en met|t/m|tot) ", words)
    return "t/m" if through or prep == "tussen" else ""


def _part(words: str) -> str:
    """Return which part of a period is meant: begin, middle, end or "" for the whole; "end of" where it is said so."""
    if not words:
        return ""
    if "eind" in words:
        return "end of" if "van" in words else "end"
    if re.search(r"medio|hal[fv]|midden", words):
        return "middle"
    return "begin" if re.search(r"begin|vroeg|eerste", words) else "course" if "loop" in words else ""


def _meeting(core: Core, met: "re.Match[str]", offset: int) -> Phrase:
    prep = met["prep"]
    lead = {"tijdens": "in", "in": "in", "gedurende": "in", "na": "after", "bij": "in", "uiterlijk bij": "through"}.get(
        prep, "before"
    )
    inner = Core(Form.DAY, core.start, core.end, {**core.groups, "meeting": met[0]})
    return Phrase(inner, offset + met.start(), core.end, lead, prep, met["adv"] or "")
