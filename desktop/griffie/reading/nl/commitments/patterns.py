"""The rules that recognise a promise, each a pattern with its name, made once of the words of the trade."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments import words
from griffie.reading.nl.commitments.words import CHAMBER, FIRST, GOVERNMENT, INFORM, LEGISLATE, SEND, Verb, one_of

NEAR: Final = r"[^;:?]{0,60}?"
FAR: Final = r"[^;:?]{0,260}?"
LITTLE: Final = r"(?:\s+[\w’'-]+){0,3}?\s+"


@dataclass(frozen=True)
class Rule:
    """A pattern of a promise. `needs` is what must be in the sentence too: the Chamber, someone of the government."""

    name: str
    pattern: "re.Pattern[str]"
    action: Action | None
    confidence: float
    needs_chamber: bool = False
    needs_first: bool = False


def _rule(
    name: str, pattern: str, action: Action | None, confidence: float, *, chamber: bool = False, first: bool = False
) -> Rule:
    return Rule(name, re.compile(pattern), action, confidence, chamber, first)


def _w(text: str) -> str:
    return one_of(text)


def _first_present(verb: Verb) -> Rule:
    """ "stuur ik", "ik stuur", "en stuur ... (ik stood before)", "die ik u ... toestuur"."""
    finite = _w(verb.first)
    part = rf"{FAR}{_w(verb.part)}" if verb.part else ""
    pattern = rf"(?:{finite}\s+{FIRST}|{FIRST}{LITTLE}?\s*{finite}|(?<![\w-])(?:en|maar|doch|dan|waarna|waarover)\s+{finite}){part}"
    return _rule("first_present", pattern, verb.action, 0.93, chamber=verb.addressed, first=True)


def _third_present(verb: Verb) -> Rule:
    """ "de Minister informeert uw Kamer", "komt het kabinet hierop terug"."""
    finite = _w(verb.third)
    part = rf"{FAR}{_w(verb.part)}" if verb.part else ""
    pattern = rf"(?:{GOVERNMENT}[^,;:?]{{0,90}}?{finite}|{finite}\s+{GOVERNMENT}){part}"
    return _rule("government_present", pattern, verb.action, 0.9, chamber=verb.addressed)


def _passive(verb: Verb) -> Rule:
    """ "wordt uw Kamer ... geïnformeerd", "zal de Kamer geïnformeerd worden", "aan de Kamer zal worden gestuurd"."""
    done = _w(verb.participle)
    part = rf"{FAR}{_w(verb.part)}" if verb.part and verb.action is Action.INFORM else ""
    will = _w("wordt|worden|zal|zullen|zult|word")
    pattern = (
        rf"(?:{will}\s+(?:(?:er|hier|daar|hierover|daarover|dan|ook|thans)\s+)?(?:aan |met |bij |naar )?{CHAMBER}{FAR}{done}"
        rf"|(?<![\w-])(?:aan |met |bij |naar )?{CHAMBER}{FAR}{_w('wordt|worden|zal|zullen|zult')}{FAR}{done}"
        rf"|(?<![\w-])(?:aan |met |bij |naar )?{CHAMBER}{NEAR}{done}\s+{_w('wordt|worden')}"
        rf"|{will}{FAR}(?<![\w-])(?:aan |met |bij |naar ){CHAMBER}{FAR}{done})"
    )
    if part:
        pattern += rf"|(?:{will}\s+{CHAMBER}|{CHAMBER}\s+{_w('wordt|zal|zult')}){part}\s+(?:{done})"
    return _rule("passive", pattern, verb.action, 0.93)


YOU: Final = one_of(r"u|uw kamer|de kamer|beide kamers|uw (?:vaste )?(?:kamer)?commissie|de (?:tweede|eerste) kamer")
SUBORDINATE: Final = "die|dat|welke|waarover|waarin|waarbij|waarna|waarvan|waarop|waarmee|zodat|voordat|nadat|zodra|alvorens|omdat|aangezien|hetgeen|wat|opdat|daar"
JOINED: Final = (
    "toestuur|toesturen|toezend|toezenden|aanbied|aanbieden|voorleg|voorleggen|terugkom|terugkomen|inlicht|meedeel|mededeel|doe toekomen|doen toekomen"
    "|informeer|bericht|stuur|zend|rapporteer|aanlever|terugkoppel|indien|opstuur|verstrek|deel"
)
"""First person forms as they close a subordinate clause."""
NOUN: Final = one_of(
    r"(?:[\w-]*(?:reactie|brief|rapportage|rapport|antwoord|antwoorden|beantwoording|verslag|standpunt|notitie|nota|overzicht|plan van aanpak"
    r"|evaluatie|voorstel|wetsvoorstel|appreciatie|toelichting|planning|uitwerking|informatie|update|agenda|advies|terugkoppeling|analyse"
    r"|stukken|cijfers|resultaten|uitkomsten|uitkomst|vervolg))|de eerstvolgende|een volgende|(?:de|het) volgende|deze|die|dit"
)
BY_NOW: Final = one_of("is|zijn|was|waren|heeft|hebben|had|hadden|ben|werd|werden")
DATED: Final = one_of(
    r"(?:in|begin|eind|medio) 20\d\d|dit (?:jaar|najaar|voorjaar)|deze zomer|volgend jaar|(?:eerste|tweede|derde|vierde) kwartaal|(?:eerste|tweede) helft|najaar|voorjaar"
)
DOING: Final = one_of(words.INVESTIGATE)
DONE: Final = one_of(words.INVESTIGATED)
TALK: Final = one_of(words.CONSULT)


def _intentions() -> tuple[Rule, ...]:
    who = rf"(?:{FIRST}|{GOVERNMENT})"

    def by(verbs: str, after: str = "") -> str:
        finite = _w(verbs)
        return rf"(?:{who}{LITTLE}?\s*{finite}|{finite}\s+{who}|(?<![\w-])(?:en|maar|doch)\s+{finite}){after}"

    return (
        _rule("promise", by("zeg|zeggen|zegt", rf"{FAR}{_w('toe')}"), None, 0.97, first=True),
        _rule("promise", by("beloof|beloven|belooft"), None, 0.95, first=True),
        _rule("promise", by("ben|zijn|is", rf"{NEAR}{_w('bereid')}"), None, 0.9, first=True),
        _rule("intention", by("ben|zijn|is", rf"{NEAR}{_w('voornemens|van plan|zinnens|van zins')}"), None, 0.9, first=True),
        _rule("intention", by("heb|hebben|heeft", rf"{NEAR}{_w('het voornemen|de intentie|het plan')}"), None, 0.88, first=True),
        _rule("intention", by("streef|streven|streeft"), None, 0.9, first=True),
        _rule("intention", by("tracht|trachten|probeer|proberen|poog|pogen|beoog|beogen|beoogt"), None, 0.8, first=True),
        _rule("intention", by("koers|koersen|mik|mikken", rf"{NEAR}{_w('op')}"), None, 0.8, first=True),
        _rule("intention", by("hoop|hopen|verwacht|verwachten", rf"{FAR}{_told_later()}"), None, 0.88, first=True),
        _rule("intention", by("voorzie|voorzien", ""), None, 0.7, first=True),
        _rule("intention", by("stel|stellen", rf"{NEAR}{_w('voor')}{FAR}{_w('te')}\s+"), Action.OTHER, 0.7, first=True),
        _rule(
            "intention",
            rf"(?:{_w('het|mijn|ons|onze|de')}\s+)?{_w('streven|voornemen|planning|inzet|intentie')}"
            rf"\s+(?:(?:van|bij)\s+{who}\s+)?{_w('is|blijft')}(?:\s+(?:er|erop|nu|thans|dan|ook|om|daarbij|nog|steeds|dat|hier))*"
            rf"{FAR}(?:{_w('te')}\s+\w|{_told_later()})",
            None, 0.85,
        ),
        _rule("intention", rf"{_w('is')}\s+(?:nu\s+)?(?:het|mijn|ons|de)\s+{_w('streven|voornemen|planning|intentie')}", None, 0.85),
        _rule("intention", rf"{_w('bedoeling|doel|verwachting')}{FAR}{CHAMBER}{FAR}{_told_later()}", None, 0.75),
        _rule("promise", rf"(?:{_w('kan|wil|zal|kunnen|willen')}\s+{FIRST}|{FIRST}\s+{_w('kan|wil|zal')}){FAR}{_w('toezeggen|beloven')}", None, 0.95, first=True),
    )  # fmt: skip


def _told_later() -> str:
    kinds = "|".join(verb.infinitive for verb in (*INFORM, *SEND, *LEGISLATE))
    return _w(kinds + "|af te ronden|gereed te hebben|te kunnen")


def _receipts() -> tuple[Rule, ...]:
    return (
        _rule(
            "receipt",
            rf"(?:{_w('ontvangt|krijgt|verneemt|hoort')}\s+(?:hierover |daarover |dan |ook )?{YOU}|{YOU}{LITTLE}?\s*{_w('ontvangt|krijgt|verneemt')}"
            rf"|{YOU}{FAR}{_w('ontvangt')}(?=\W*(?:$|[,.;)])))",
            Action.SEND, 0.93,
        ),
        _rule(
            "receipt",
            rf"(?:{YOU}{NEAR}{_w('zult|zal|blijft')}|{_w('zult|zal|blijft')}\s+{YOU}){FAR}{_w('ontvangen|krijgen|vernemen|tegemoet ?zien')}",
            Action.SEND, 0.94,
        ),
        _rule(
            "receipt",
            rf"(?:{YOU}{NEAR}{_w('kunt|kan|mag')}|{_w('kunt|kan|mag')}\s+{YOU}|{YOU}){FAR}"
            rf"{_w('tegemoet ?(?:kunt |kan |te )?(?:zien|ziet)|verwachten')}",
            Action.SEND, 0.94,
        ),
        _rule("receipt", rf"{_w('zal|zullen')}\s+{YOU}{FAR}{_w('bereiken|toegaan|toekomen')}", Action.SEND, 0.9),
        _rule("receipt", rf"{_w('vragen|antwoorden|beantwoording')}{FAR}{_w('wordt|worden|zal|zullen')}{FAR}{_w('spoedig|binnen|uiterlijk|voor|vóór')}{FAR}{_w('beantwoord|toegezonden|verzonden|gezonden|gestuurd')}", Action.SEND, 0.75),
        _rule("receipt", rf"{_w('bereikt|bereiken|gaat|gaan|komt|komen')}\s+{YOU}{FAR}(?:{_w('toe')}|$)", Action.SEND, 0.8),
        _rule("receipt", rf"{_w('bereikt|bereiken')}\s+{YOU}|{_w('komt|komen')}{NEAR}{_w('naar u toe|naar uw kamer(?: toe)?')}", Action.SEND, 0.85),
        _rule("follows", rf"{NOUN}{NEAR}{_w('volgt|volgen')}|{_w('volgt|volgen')}{NEAR}{NOUN}", Action.SEND, 0.75),
        _rule("follows", rf"{NOUN}{FAR}{_w('laat|laten')}{NEAR}{_w('op zich wachten')}", Action.SEND, 0.75),
        _rule("follows", rf"{NOUN}{NEAR}{_w('is|zijn|staat|staan')}{NEAR}{_w('voorzien|gepland')}", Action.SEND, 0.5),
    )  # fmt: skip


def _deeds() -> tuple[Rule, ...]:
    who = rf"(?:{FIRST}|{GOVERNMENT})"
    return (
        _rule("first_will", rf"(?:{_w('zal|zullen')}\s+{FIRST}|{FIRST}(?:{LITTLE}|\s+){_w('zal|zullen')}|(?<![\w-])(?:en|maar|doch)\s+{_w('zal|zullen')})",
              None, 0.85, first=True),
        _rule("first_will", rf"{_w(SUBORDINATE)}\s+{FIRST}{FAR}{_w('zal|zullen')}", None, 0.85, first=True),
        _rule("first_will", rf"(?:{_w('kan|kunnen')}\s+{FIRST}|{FIRST}\s+{_w('kan|kunnen')}){FAR}{_told_later()}", None, 0.8, chamber=True, first=True),
        _rule("first_present", rf"{FIRST}\s{FAR}{_w(JOINED)}(?=\W*(?:$|[,.;)]))", Action.SEND, 0.85, chamber=True, first=True),
        _rule("first_present", rf"(?:{_w('ga|gaan')}\s+{FIRST}|{FIRST}\s+{_w('ga|gaan')}){FAR}(?<![\w-])(?:op\s+)?in(?=\W*(?:$|[,.;)]))", Action.INFORM, 0.75, first=True),
        _rule("later_letter", rf"{_w('in|met|bij')}\s+{_w('een|de|mijn|onze')}\s+{_w('volgende|aparte|separate|afzonderlijke|nadere|latere|eerstvolgende')}\s+"
              rf"{_w('~brief|~rapportage|~nota|~bericht')}", Action.INFORM, 0.6),
        _rule("government_will", rf"(?:{_w('zal|zullen')}\s+{who}|{GOVERNMENT}[^;:?]{{0,110}}?{_w('zal|zullen')}){FAR}(?:{_told_later()}|{DOING}|{TALK}|"
              rf"{_w('kenbaar maken|indienen|starten|betrekken|besluiten|komen met')})", None, 0.85),
        _rule("government_will", rf"{GOVERNMENT}{FAR},\s+{_w('die|dat|welke')}\s+{NEAR}{CHAMBER}{FAR}{_w('zal|zullen')}\s+{_told_later()}", None, 0.85),
        _rule("has_done", rf"(?:{_w('laat|laten')}\s+{who}|{FIRST}\s+{_w('laat|laten')}|{GOVERNMENT}\s+{_w('laat')}|(?<![\w-])(?:en|maar)\s+{_w('laat|laten')})"
              rf"{FAR}(?:{DOING}|{_w('betrekken|uitvoeren|opstellen|opnemen|onderzoek (?:doen|uitvoeren|instellen|verrichten)')})", Action.INVESTIGATE, 0.8, first=True),
        _rule("looks_into", rf"(?:{_w('ga|gaan|gaat')}\s+{who}|{who}\s+{_w('ga|gaan|gaat')}|(?<![\w-])(?:en|maar)\s+{_w('ga|gaan|gaat')})"
              rf"{FAR}(?:{_w('na')}|{DOING}|{TALK}|{_w('in gesprek|in overleg|met .{3,60} in gesprek')})", Action.INVESTIGATE, 0.75, first=True),
        _rule("looks_into", rf"(?:{_w('onderzoek|onderzoeken|onderzoekt|bezie|bezien|beziet|verken|verkennen|verkent|inventariseer|inventariseren')}\s+{who}"
              rf"|{who}\s+{_w('onderzoek|onderzoeken|onderzoekt|bezie|bezien|beziet|verken|verkennen|verkent|inventariseer|inventariseren')})",
              Action.INVESTIGATE, 0.6),
        _rule("talks", rf"(?:{_w('treed|treden|treedt|voer|voeren|voert')}\s+{who}|{who}\s+{_w('treed|treden|treedt')}){FAR}{_w('overleg|gesprek|gesprekken')}",
              Action.CONSULT, 0.75),
        _rule("talks", rf"(?:{_w('wil|willen|zou|zouden')}\s+{who}|{who}\s+{_w('wil|willen|zou|zouden')}){FAR}{CHAMBER}{FAR}{TALK}", Action.CONSULT, 0.75),
        _rule("talks", rf"(?:{_w('blijft|blijf|blijven')}){NEAR}{_w('contact|in gesprek|in overleg')}", Action.CONSULT, 0.6),
        _rule("takes_along", rf"(?:{_w('neem|nemen|neemt|betrek|betrekken|haal|halen|voeg|voegen')}\s+{who}|{who}{LITTLE}?\s*{_w('neem|nemen|neemt|betrek|betrekken')})"
              rf"{FAR}{_w('op in|mee in|mee bij|mee|bij|naar voren|toe')}", Action.INFORM, 0.65),
        _rule("offers", rf"(?:{_w('verzorg|verzorgen|verzorgt|stel|stellen|stelt')}\s+{who}|{who}{LITTLE}?\s*{_w('verzorg|verzorgen|verzorgt|stelt|stellen|stel')})"
              rf"{FAR}{_w('graag|beschikbaar')}", Action.INFORM, 0.8),
        _rule("bill", rf"(?:{GOVERNMENT}|{FIRST}){NEAR}{_w('komt|kom|komen')}{FAR}{_w('met|naar')}{FAR}"
              rf"{_w('~wetsvoorstel|~voorstel|~nota|~brief|~plan|~wetgeving|~visie|~aanpak|~agenda|~reactie|~standpunt|~uitwerking')}",
              Action.LEGISLATE, 0.85),
        _rule("bill", rf"{_w('komt|kom|komen')}\s+{who}{FAR}{_w('met')}{FAR}{_w('~wetsvoorstel|~voorstel|~nota|~brief|~plan|~visie|~reactie|~standpunt|~aanpak|~agenda')}",
              Action.LEGISLATE, 0.85),
        _rule("bill", rf"{_w('~wetsvoorstel|~wetswijziging|ontwerpbesluit|~besluit')}{NEAR}"
              rf"{_w('gaat|zal')}{NEAR}{_w('in (?:internet)?consultatie|naar de (?:tweede )?kamer|naar de raad van state')}", Action.LEGISLATE, 0.75),
        _rule("asks_other", rf"(?:{_w('heb|hebben')}\s+{FIRST}|{FIRST}\s+{_w('heb|hebben')}){NEAR}{_w('verzocht|gevraagd')}{NEAR}{CHAMBER}{FAR}"
              rf"(?:{'|'.join(_w('te ' + v) for v in ('informeren', 'berichten', 'sturen', 'zenden', 'antwoorden'))})", Action.OTHER, 0.75),
        _rule("stands", rf"{_w('toezegging')}{FAR}{_w('blijft staan|blijft onverkort staan|doe ik later gestand|kom ik later na')}", Action.INFORM, 0.7),
    )  # fmt: skip


def _passive_deeds() -> tuple[Rule, ...]:
    will = _w("zal|zullen|wordt|worden")
    return (
        _rule("passive_deed", rf"{_w('wordt|worden')}{FAR}{DATED}{FAR}{DONE}", Action.INVESTIGATE, 0.55),
        _rule("passive_deed", rf"{_w('zal|zullen')}{FAR}{DONE}(?:\s+worden)?|{_w('zal|zullen')}{FAR}{_w('worden')}\s+{DONE}", Action.INVESTIGATE, 0.6),
        _rule("passive_deed", rf"{will}{FAR}{_w('gerapporteerd|teruggekomen|verslag gedaan')}|"
              rf"{_w('zal|zullen')}{FAR}{_w('worden')}\s+{_w('ingegaan')}", Action.INFORM, 0.7),
        _rule("passive_deed", rf"{will}{NEAR}{_w('betrokken bij|meegenomen (?:in|bij)')}|{will}{FAR}{_w('opgenomen')}{NEAR}{_w('jaarverslag|rapportage|voortgangs~')}|"
              rf"{will}{FAR}{_w('jaarverslag|rapportage|voortgangsrapportage|monitor')}{NEAR}{_w('opgenomen')}", Action.OTHER, 0.6),
        _rule("passive_deed", rf"{_w('zal|zullen')}{FAR}{_w('~evaluatie~|~onderzoek~|weging')}{FAR}{_w('plaatsvinden|worden uitgevoerd|starten')}|"
              rf"{_w('~evaluatie~|~onderzoek|~toets|weging')}{NEAR}{_w('zal|zullen')}{FAR}{_w('plaatsvinden|(?:worden )?uitgevoerd(?: worden)?|starten')}",
              Action.INVESTIGATE, 0.7),
    )  # fmt: skip


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, the surest first."""
    made = [
        *_intentions(),
        *_receipts(),
        *(_passive(verb) for verb in (*INFORM, *SEND, *LEGISLATE) if verb.participle not in ("gelaten", "gedaan")),
        *(_first_present(verb) for verb in (*INFORM, *SEND, *LEGISLATE) if verb.first != "ontvang"),
        *(_third_present(verb) for verb in (*INFORM, *SEND, *LEGISLATE) if verb.first != "ontvang"),
        *_deeds(),
        *_passive_deeds(),
    ]
    return tuple(sorted(made, key=lambda rule: -rule.confidence))
