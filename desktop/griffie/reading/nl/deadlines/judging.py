"""Which time phrases bind something still to come, and which only date, describe, cite, or are given up.

The rules of the trade: time words on what is past, on what this letter itself meets, on a frequency, on a term that a
rule sets for citizens or cases, or that only name a meeting, are no deadline; a term of somebody else, a start
announced, and what a motion asks and is still open, are.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.clauses import (
    Clause,
    Tense,
    clause_at,
    clauses,
    has_verb,
    is_done_only,
    tense_of,
    with_verb,
    without_asides,
)
from griffie.reading.nl.deadlines.forms import MEETINGS, Form
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.resolving import Resolved, is_planned_for

_MONEY: Final = re.compile(
    r"€|\beuro\b|\bmiljoen\b|\bmiljard\b|\braming|\bbegroot|\bbegroting|\bprijspeil|\bstructureel\b"
)
_RULE: Final = re.compile(
    r"\b(?:op grond van|volgens (?:de wet|artikel|het (?:voorstel|wetsvoorstel|concept|contract|protocol)|dat voorstel|de (?:instructie|regeling|verordening|richtlijn))"
    r"|ingevolge|krachtens|artikel \d|wettelijke (?:termijn|beslistermijn)|beslistermijn|in de regel|doorgaans|gewoonlijk|normaliter"
    r"|in beginsel|bezwaar|beroep (?:in|aan)|bepaalt dat|schrijft voor|is (?:geregeld|vastgelegd|bepaald)|voorgeschreven|termijn van|gemiddeld"
    r"|telkens|steeds|elke keer|per (?:geval|aanvraag|melding)|de termijn (?:van|voor)|wet(?:telijk)? (?:is|geldt)|hersteltermijn|hoger beroep|spoedappel|cassatie worden|(?:beslist|beslissen) (?:dan )?binnen|zienswijzen? (?:worden|indienen|kenbaar))\b"
)
_ANYONE: Final = re.compile(
    r"\b(?:wie|iemand|eenieder|de betrokkene|betrokkene|betrokkenen|belanghebbenden?|(?:de |een )?(?:aanvragers?|klagers?|verzoekers?|burgers?|client(?:en)?"
    r"|patient(?:en)?|slachtoffers?|consument(?:en)?|huurders?|werknemers?|leerlingen|vreemdelingen?|asielzoekers?|verdachten?"
    r"|gedetineerden?|schuldenaren|ouders|jongeren))\b"
    r"|(?:^|[.;:] |, )een (?:[a-z]+ ){0,2}[a-z]+ (?:die|dat|waarvan|kan|moet|zal)\b"
    r"|^[a-z]+(?:en|s)(?:,)? die\b"
    r"|\b(?:aanvraag|aanvragen|melding|meldingen|verzoeken|zaken|gevallen) (?:worden|wordt|moeten|moet|dienen)\b"
    r"|\bop (?:een|de|elke|iedere) (?:aanvraag|melding)\b"
)
_PROMISER: Final = re.compile(
    r"\b(?:ik|wij|we|u|uw kamer|de kamer|beide kamers|het kabinet|de minister|de staatssecretaris|mijn ambtgenoot|de regering)\b"
)
_SHOULD: Final = re.compile(
    r"\b(?:van belang|belangrijk|essentieel|noodzaak|wenselijk|moeten|kunnen|willen|behoren|horen|doel is|gericht op|om te|zodat)\b"
)
_GIVEN_UP: Final = re.compile(
    r"\b(?:niet (?:meer |langer |tijdig |op tijd )?(?:mogelijk|haalbaar|gelukt|lukken|lukt|realistisch|gehaald|halen|worden gehaald|gereed|nagekomen)"
    r"|wordt niet gehaald|moeten loslaten|losgelaten|komt te vervallen|vervallen|niet in staat|onhaalbaar|kan ik niet|kon niet)\b"
)
_THAT_GIVEN_UP: Final = re.compile(
    r"^(?:inmiddels|thans|nu)\b[^.]{0,50}\b(?:pas|later dan)\b|^(?:dat|die|deze|dit|daarin|helaas)\b[^.]{0,60}\b(?:niet (?:meer |langer )?(?:mogelijk|haalbaar|gelukt|gehaald|realistisch|haal)|niet worden gehaald"
    r"|wordt niet gehaald|loslaten|losgelaten|vervallen|is (?:dat )?niet gelukt|onhaalbaar|lukt niet)\b"
)
_TERM_GIVEN_UP: Final = re.compile(
    r"\b(?:termijn|datum|planning|deadline)\b[^.]{0,60}\bniet (?:meer )?(?:gehaald|haalbaar|worden gehaald|mogelijk)\b"
)
_NOT_BEFORE: Final = re.compile(
    r"\bniet (?:[a-z]+ )?(?:eerder|voor)(?: [a-z]+)? dan(?: per| op| in| met ingang van)? $"
)
_WHETHER: Final = re.compile(
    r"\b(?:gevraagd|vraagt|vragen|vroeg|vroegen|vraag|verzocht aan te geven) (?:[a-z]+ ){0,3}(?:of|wanneer) (?:[^,;.]){0,80}$"
)
_NOT: Final = re.compile(r"\b(?:niet|niet meer|niet langer|geen|anders dan|in plaats van)(?: (?:reeds|al|meer))? $")
_ASKS: Final = re.compile(
    r"\b(?:motie|dictum|zij|deze|die|kamer|leden|lid|commissie|amendement)\b.{0,160}\b(?:verzoekt|verzoeken|vraagt|vragen|roept|spreekt|noemt|luidt"
    r"|staat dat|verzocht|gevraagd)\b|^verzoekt de regering"
)
_SETTLED: Final = re.compile(
    r"\b(?:afgedaan|afgehandeld|hiermee|hierbij|met deze brief|met deze mededeling|bijgaand|bijgevoegd|bij dezen|uitvoering gegeven|geef ik uitvoering"
    r"|uitvoering aan|invulling|voldoe|voldoen wij|voldaan|gestand|tegemoet(?:gekomen)?|beantwoord(?:en)? (?:ik|wij)? ?(?:de|deze|die)|daarmee beantwoord"
    r"|bijlage|in deze brief|verworpen|ingetrokken|ontraden|ontraad)\b"
)
_NOW_SENT: Final = re.compile(
    r"\b(?:hierbij|met deze brief|bij deze(?:n)?|bijgaand|hiermee|in deze brief|bijgevoegd|(?:stuur|zend|bied|ontvangt|sturen) (?:ik |wij |u |uw kamer ){0,2}deze brief|met deze rapportage|door middel van deze brief)\b"
)
_SENDS: Final = re.compile(
    r"\b(?:ontvangt|stuur|sturen|zend|zenden|bied|bieden|treft|doe ik|geef ik|informeer|informeren)\b"
)
_EARLIER: Final = re.compile(
    r"\b(?:toegezegd|toezegging|verzocht|verzoek|gevraagd|afgesproken|aangekondigd|motie|beloofd|conform)\b"
)
_ONCE_PLANNED: Final = re.compile(
    r"\b(?:aanvankelijk|oorspronkelijk|eerder(?:e)?|voorheen|destijds|eerst nog|in eerste instantie)\b"
)
_LOOSE: Final = (Form.THIS_YEAR, Form.SEASON, Form.YEAR, Form.MONTH, Form.QUARTER, Form.HALF)
_STATE: Final = re.compile(
    r"(?<!te )\b(?:is|zijn|heeft|hebben|bedraagt|bedragen|bestaat|bestaan|blijkt|toont|kent|kennen|telt|tellen|ligt|liggen|lijkt"
    r"|lijken|laat zien|zit|zitten)\b"
)
_DEED: Final = re.compile(
    r"\b(?:wordt|worden|ik|wij|u|uw kamer|start|starten|volgt|volgen|moet|moeten|ontvangt|komt|komen)\b"
)
_EVERY: Final = re.compile(r"\b(?:elk|elke|ieder|iedere|telkens|steeds)\b(?: [a-z]+)? ?$|\bvan (?:elk|ieder) jaar$")
_FOR: Final = re.compile(
    r"\b(?:agenda|inzet|inbreng|spreektekst|uitnodiging|programma|voorbereiding(?:en)?|onderwerpen|planning|begroting(?:en)?|raming(?:en)?|budget(?:ten)?"
    r"|plan(?:nen)?|jaarplan(?:nen)?|cijfers|middelen|tarieven|prognose|gegevens|ontwerpbegroting(?:en)?|belastingplan|werkprogramma|doelen|doelstelling(?:en)?)"
    r"(?: [a-z]+)? $"
)
_MEETING_HELD: Final = re.compile(
    rf"\b(?:de |het |een )?(?:volgende |eerstvolgende |aankomende )?{MEETINGS}\b[^,;]{{0,60}}\b(?:vindt|vinden|staat|staan|is|zijn)\b"
    rf"|\b(?:vindt|vinden|staat|staan) (?:het|de|een|er een) (?:[a-z]+ ){{0,2}}{MEETINGS}\b|\bwaarop het (?:debat|overleg)\b"
)
_HELD: Final = re.compile(r"\b(?:voorzien|plaats|plaatsvindt|plaatsvinden|gepland|geagendeerd|agenda|ingepland)\b")
_BARE: Final = re.compile(
    r"\b(?:verwachting|zal|zullen|wordt|worden|is|zijn|nu|pas|eerst|dan|u|kamer|ook|ik|wij|thans) $"
)
_AT_MEETING: Final = re.compile(rf"\b{MEETINGS} (?:over [a-z -]{{3,60}} )?$")
_IDLE: Final = re.compile(r"\b(?:de komende|komende) (?:jaren|periode|tijd)\b")
_NAMED: Final = re.compile(r"\b(?:gelet op|gezien|blijkens|zie)\b")


@dataclass(frozen=True)
class Setting:
    """A sentence of even text with what stands around it; `before` and `after` are its neighbours in the paragraph."""

    text: str
    start: int
    end: int
    parts: tuple[Clause, ...]
    before: str = ""
    after: str = ""
    later: str = ""
    inside: bool = False
    note: bool = False

    @property
    def words(self) -> str:
        """The sentence."""
        return self.text[self.start : self.end]


def setting(
    text: str, start: int, end: int, before: str = "", after: str = "", later: str = "", *, note: bool = False
) -> Setting:
    """Return a sentence with its clauses and its neighbours; `later` is the rest of the paragraph."""
    plain = without_asides(text, start, end)
    return Setting(plain, start, end, tuple(clauses(plain, start, end)), before, after, later, note=note)


def aside(text: str, around: Setting, at: int) -> Setting:
    """Return the setting of a phrase within round brackets: what stands in them is read by itself."""
    start = text.rfind("(", around.start, at) + 1
    if not start or ")" in text[start:at]:
        return around
    close = text.find(")", at, around.end)
    end = close if close >= 0 else around.end
    inner = tuple(clauses(text, start, end))
    return Setting(text, start, end, inner, around.before, around.after, around.later, note=around.note, inside=True)


def is_to_come(phrase: Phrase, resolved: Resolved, around: Setting, facts: LetterFacts) -> bool:
    """Tell whether a time phrase binds something that is still to come on the letter's day."""
    if not _can_bind(phrase, around) or _is_past(resolved, facts):
        return False
    if around.words.rstrip().endswith("?") or _in_question(phrase, around):
        return False
    index = clause_at(around.parts, phrase.start)
    clause, at = _clause_of(phrase, around, index)
    if around.inside and not has_verb(clause) and is_done_only(clause):
        return False  # "(overgenomen op 29 juni)"
    tense = tense_of(clause, at)
    if _is_given_up(phrase, around, index) or _is_met(phrase, around, clause, tense):
        return False
    if _only_names_meeting(phrase, around, tense) or _is_wish(clause, phrase) or _is_asked_whether(phrase, around):
        return False
    if phrase.core.form in (Form.OPEN, Form.ONCE, Form.MEETING):
        return tense in (Tense.AHEAD, Tense.NOW) and _is_promised(phrase, around, clause, tense)
    if phrase.core.form is Form.SPAN and not phrase.prep and not phrase.adv and not phrase.det:
        return tense is Tense.AHEAD and not _is_rule(phrase, around, clause, resolved)  # "een jaar na inwerkingtreding"
    if phrase.core.form is Form.SPAN:
        return tense in (Tense.AHEAD, Tense.NOW) and not _is_rule(phrase, around, clause, resolved)
    if _has_own_year(phrase) and not _has_begun(phrase, resolved, facts):
        return tense is not Tense.BACK and _is_bound(phrase, around, clause)
    if tense is Tense.NOW and _is_state(phrase, clause):
        return False
    return tense in (Tense.AHEAD, Tense.NOW) and _is_bound(phrase, around, clause)


def _has_begun(phrase: Phrase, resolved: Resolved, facts: LetterFacts) -> bool:
    first = resolved.range.date_from
    return phrase.lead in ("in", "") and first is not None and facts.date is not None and first <= facts.date


def _is_state(phrase: Phrase, clause: str) -> bool:
    """Tell whether a clause says how things are in a period, not what is done by then: "in de zomer is het druk"."""
    if phrase.core.form not in _LOOSE or phrase.adv or phrase.part or phrase.lead not in ("in", ""):
        return False
    return bool(_STATE.search(clause)) and not _DEED.search(clause)


def _clause_of(phrase: Phrase, around: Setting, index: int) -> tuple[str, int]:
    """Return the words of the clause that says what is to be done, and where the phrase stands in them."""
    text, parts = around.text, around.parts
    if not phrase.core.get("when"):
        clause = with_verb(text, parts, index)
        return clause, clause.find(text[phrase.start : phrase.core.end])
    ahead = text[parts[index].start : phrase.start].strip()  # "... te informeren zodra": the deed stands before it
    if len(ahead) < 4:
        ahead = text[parts[index + 1].start : parts[index + 1].end].strip() if index + 1 < len(parts) else ""
    return ahead, 0


def _has_own_year(phrase: Phrase) -> bool:
    core = phrase.core
    names = ("y", "wy", "dy", "qy", "yq", "y0", "ty")
    return any(core.get(name) for name in names) or "a" in core.get("tail")


def _is_past(resolved: Resolved, facts: LetterFacts) -> bool:
    last = resolved.range.date_to or resolved.range.date_from
    return facts.date is not None and last is not None and last < facts.date


def _can_bind(phrase: Phrase, around: Setting) -> bool:
    """Tell whether a phrase is led in as one that says when something is done, not which thing is meant."""
    core, text = phrase.core, around.text
    before = text[max(around.start, phrase.start - 60) : phrase.start]
    if phrase.prep == "voor" and core.form is Form.THIS_YEAR and not phrase.part:
        return False  # "de raming voor volgend jaar"
    if phrase.lead == "naming" or ("j" in core.get("tail")) or _EVERY.search(text[around.start : core.end][-40:]):
        return False
    if core.form is Form.MEETING and not core.get("adv") and phrase.prep == "voor":
        return False  # "de inzet voor het debat"
    figures = core.form not in (Form.DAY, Form.NUMERIC) or bool(core.get("meeting"))
    if figures and phrase.prep == "voor" and not phrase.part and _FOR.search(before):
        return False
    if core.form is Form.DAY and not phrase.lead and _stands_alone(phrase, around):
        return True
    if core.form in (Form.DAY, Form.NUMERIC) and not phrase.lead and phrase.adv != "uiterlijk":
        return (
            bool(re.search(r"(?:\b(?:is|wordt|zijn)|datum(?: van [a-z]+)?(?: is)?|: ?) ?$", before))
            and "y" in core.groups
        )
    if core.form is Form.MONTH and not phrase.lead and not phrase.part and phrase.adv != "uiterlijk":
        return (not before.strip(" –-•") or bool(_BARE.search(before))) and bool(core.get("y") or core.get("y0"))
    if core.form is Form.YEAR:
        return _year_can_bind(phrase, before, around)
    if core.form is Form.EVENT and core.get("e") not in ("prinsjesdag", "verantwoordingsdag"):
        at = phrase.prep in ("rond", "met", "gelijktijdig met") or (
            phrase.prep == "bij" and "behandeling" in core.get("e")
        )
        return phrase.lead in ("before", "after", "through") or at
    if core.form is Form.SEASON:
        return bool(phrase.lead or core.get("rs") or phrase.part or core.get("y"))
    if core.form is Form.RECESS:
        return bool(phrase.lead)
    return True


def _stands_alone(phrase: Phrase, around: Setting) -> bool:
    """Tell whether a day needs no preposition: "vrijdag 28 maart ontvangt u", "20 juni aanstaande"."""
    return bool(re.match(r"[a-z]", around.text[phrase.core.start]) or "aan" in phrase.det + phrase.core.get("tail"))


def _year_can_bind(phrase: Phrase, before: str, around: Setting) -> bool:
    core = phrase.core
    if around.text[core.start - 1 : core.start] in "(/-" or core.get("what") in ("begrotingsjaar", "vergaderjaar"):
        return False
    if phrase.part or (phrase.prep == "voor" and is_planned_for(around.text, phrase)):
        return True
    if phrase.lead == "before" and phrase.prep == "voor":
        return (
            around.text[phrase.start : phrase.start + 4] == "voor"
            and bool(re.search(r"\b(?:moet|moeten|nog|uiterlijk)\b", around.words))
            and not core.get("what")
        )
    return phrase.lead in ("in", "through", "before", "since") and not phrase.det.startswith(("de ", "die", "dat"))


def _in_question(phrase: Phrase, around: Setting) -> bool:
    """Tell whether the phrase stands within quotation marks that close a question."""
    rest = around.text[phrase.core.end : around.end]
    closing = re.search(r"[»”\"]", rest)
    return bool(closing and "?" in rest[: closing.start()])


def _is_asked_whether(phrase: Phrase, around: Setting) -> bool:
    """Tell whether the phrase belongs to a question that is only told: "gevraagd of ik voor de zomer kan reageren"."""
    return bool(_WHETHER.search(around.text, around.start, phrase.start))


def _is_wish(clause: str, phrase: Phrase) -> bool:
    """Tell whether a clause only tells what others want: "boeren willen al in mei duidelijkheid"."""
    if re.search(
        r"\b(?:willen|wensen|wenst|hopen|dringen aan|dringt aan|pleiten|pleit)\b", clause
    ) and not _PROMISER.search(clause):
        return True
    return phrase.core.form is Form.DAY and bool(re.search(r"\b(?:spreek|spreken|ontmoet|ontmoeten)\b", clause))


def _is_given_up(phrase: Phrase, around: Setting, index: int) -> bool:
    text, part = around.text, around.parts[index]
    if phrase.prep == "niet eerder dan" or _NOT_BEFORE.search(
        text[max(part.start, phrase.start - 50) : core_start(phrase)]
    ):
        return True
    if _was_planned(phrase, around, part):
        return True
    if _NOT.search(text[max(around.start, phrase.start - 24) : phrase.start]) and phrase.prep not in (
        "niet later dan",
    ):
        return True
    if _GIVEN_UP.search(text[part.start : part.end]):
        return True
    following = [text[c.start : c.end].strip() for c in around.parts[index + 1 : index + 2]]
    if any(_THAT_GIVEN_UP.search(words) for words in following):
        return True
    return bool(_THAT_GIVEN_UP.search(around.after)) and index >= len(around.parts) - 2


def core_start(phrase: Phrase) -> int:
    """Return where the time itself begins, behind the words that lead it in."""
    return phrase.core.start


def _was_planned(phrase: Phrase, around: Setting, part: Clause) -> bool:
    """Tell whether the phrase is of an earlier plan: "aanvankelijk ...", "eerder ... toegezegd, maar"."""
    found = _ONCE_PLANNED.search(around.text, part.start, phrase.start)
    if not found:
        return False
    return found[0].startswith(("aanv", "oorspr")) or bool(
        re.match(r",? ?maar\b", around.text[part.end : part.end + 6])
    )


def _is_met(phrase: Phrase, around: Setting, clause: str, tense: Tense) -> bool:
    """Tell whether this letter itself meets what the phrase binds, or a motion's time is settled with the motion."""
    words = around.words
    if _NOW_SENT.search(words) and _EARLIER.search(clause):
        return True
    if _NOW_SENT.search(clause) and _SENDS.search(clause):
        return True
    quoted = _in_quotes(phrase, around)
    if _ASKS.search(words) and _TERM_GIVEN_UP.search(around.later):
        return True
    asks = bool(_ASKS.search(words)) or (quoted and bool(_EARLIER.search(words + around.before)))
    if asks:
        return bool(_SETTLED.search(words) or _SETTLED.search(around.later) or (quoted and tense is Tense.DONE))
    return False


def _in_quotes(phrase: Phrase, around: Setting) -> bool:
    before = around.text[around.start : phrase.start]
    opened, closed = max(before.rfind(c) for c in "«“„"), max(before.rfind(c) for c in "»”")
    return opened > closed


def _only_names_meeting(phrase: Phrase, around: Setting, tense: Tense) -> bool:
    core, text = phrase.core, around.text
    if core.get("meeting"):
        return phrase.lead == "in" and tense is not Tense.AHEAD
    if core.form not in (Form.DAY, Form.NUMERIC, Form.MONTH, Form.WEEKDAY):
        return False
    if phrase.prep in ("op", "in", "") and _AT_MEETING.search(
        text[max(around.start, phrase.start - 90) : phrase.start]
    ):
        return True
    return bool(_MEETING_HELD.search(around.words) and _HELD.search(around.words)) and phrase.prep in ("op", "in", "")


def _is_promised(phrase: Phrase, around: Setting, clause: str, tense: Tense) -> bool:
    """Tell whether "spoedig" or "zodra ..." is said of a deed of somebody, not of how things go in general."""
    words = around.words
    if _RULE.search(words) or _ANYONE.search(words):
        return False
    if phrase.core.form is Form.OPEN and re.search(r"\b(?:geen|niet)\b", clause):
        return False
    if phrase.core.get("once") or phrase.core.get("when"):
        return bool(phrase.core.get("when") or phrase.lead)
    if phrase.core.get("first"):
        return True
    return bool(tense is Tense.AHEAD or _PROMISER.search(clause) or not _SHOULD.search(words))


def _is_rule(phrase: Phrase, around: Setting, clause: str, resolved: Resolved) -> bool:
    """Tell whether a term is one that a rule sets for citizens or cases."""
    words = around.words
    if _RULE.search(words) or _ANYONE.search(words):
        return True
    to_chamber = re.search(r"\b(?:ik|wij|uw kamer|u)\b", clause)
    return (
        not to_chamber
        and bool(_RULE.search(around.before))
        and not re.search(r"\b(?:zal|zullen|verwacht)\b", clause)
        and resolved.latest is None
    )


def _is_bound(phrase: Phrase, around: Setting, clause: str) -> bool:
    """Tell whether a named period is one by which something happens, not one that figures are about."""
    if re.search(r"\b(?:gaat het|het gaat|ging het|betreft)\b", clause):
        return False
    if phrase.core.form in (Form.YEAR, Form.THIS_YEAR) and not phrase.part and _MONEY.search(clause):
        return False
    return not (around.note and not re.search(r"\b(?:zal|zullen|wordt|worden|treedt|verwacht)\b", clause))


def day_of_letter(facts: LetterFacts) -> dt.date:
    """Return the day from which "still to come" is seen; far back where the letter has no date."""
    return facts.date or dt.date.min
