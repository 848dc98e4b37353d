"""Rules of what those who sign or the government will do: look into, talk about, change, take along."""

from typing import Final

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments import words
from griffie.reading.nl.commitments.rule import (
    AND,
    CHAMBER,
    DATED,
    FAR,
    FIRST,
    GOVERNMENT,
    LITTLE,
    NEAR,
    TOLD,
    WHO,
    Rule,
    rule,
    turned,
)
from griffie.reading.nl.commitments.words import one_of

SUBORDINATE: Final = (
    "die|dat|welke|waarover|waarin|waarbij|waarna|waarvan|waarop|waarmee|zodat|voordat|nadat|zodra|alvorens|omdat"
    "|aangezien|hetgeen|wat|opdat|daar"
)
DOING: Final = one_of(words.INVESTIGATE)
DONE: Final = one_of(words.INVESTIGATED)
TALK: Final = one_of(words.CONSULT)
_WILL: Final = one_of("zal|zullen")
_PAPER: Final = (
    "~wetsvoorstel|~voorstel|~nota|~brief|~plan|~wetgeving|~visie|~aanpak|~agenda|~reactie|~standpunt|~uitwerking"
)
_LOOK: Final = (
    "onderzoek|onderzoeken|onderzoekt|bezie|bezien|beziet|verken|verkennen|verkent|inventariseer|inventariseren"
    "|inventariseert"
)


def will_rules() -> list[Rule]:
    """Return the rules of "zal" and "kan" with one who promises."""
    law = one_of("voorbereiden|opstellen|aanpassen|wijzigen|indienen|voorleggen")
    more = one_of("kenbaar maken|indienen|starten|betrekken|besluiten|komen met|met [^,;]{3,70} komen")
    ours = rf"(?:{_WILL}\s+{WHO}|{GOVERNMENT}[^;:?]{{0,110}}?{_WILL})"
    relative = rf"{GOVERNMENT}{FAR},\s+{one_of('die|dat|welke')}\s+{NEAR}{CHAMBER}{FAR}{_WILL}"
    return [
        rule("first_will", "zal|zullen",
             rf"(?:{_WILL}\s+{FIRST}|{FIRST}(?:{LITTLE}|\s+){_WILL}|{AND}\s+{_WILL})", None, 0.85, first=True),
        rule("first_will", "zal|zullen", rf"{one_of(SUBORDINATE)}\s+{FIRST}{FAR}{_WILL}", None, 0.85, first=True),
        rule("first_will", "kan|kunnen", turned("kan|kunnen", FIRST), None, 0.8, chamber=True, first=True, then=TOLD),
        rule("first_will", "blijf|blijven", turned("blijf|blijven", FIRST) + rf"{FAR}{CHAMBER}", Action.INFORM, 0.85, then=TOLD),
        rule("wants", "wil|willen", turned("wil|willen", FIRST) + rf"{FAR}{CHAMBER}", Action.INFORM, 0.8,
             first=True, then=rf"{TOLD}|{one_of('voorzien')}"),
        rule("government_will", "zal|zullen", ours, None, 0.85, then=rf"{TOLD}|{DOING}|{TALK}|{more}"),
        rule("government_will", "zal|zullen", relative, None, 0.85, then=TOLD),
        rule("government_will", "hij|zij", rf"{one_of('hij|zij')}\s+{_WILL}\s+{CHAMBER}", None, 0.8, then=TOLD),
        rule("bill", "zal|zullen", rf"{_WILL}\s+{WHO}{FAR}{one_of('~wetgeving|~wetsvoorstel|~wet')}{FAR}{law}", Action.LEGISLATE, 0.8),
    ]  # fmt: skip


def look_rules() -> list[Rule]:
    """Return the rules of looking into things: "laat ik onderzoeken", "ga ik na", "beziet mijn ambtgenoot"."""
    lets = rf"(?:{one_of('laat|laten')}\s+{WHO}|{FIRST}\s+{one_of('laat|laten')}|{GOVERNMENT}\s+{one_of('laat')}|{AND}\s+{one_of('laat|laten')})"
    study = one_of("betrekken|uitvoeren|opstellen|opnemen|onderzoek (?:doen|uitvoeren|instellen|verrichten)")
    goes = rf"(?:{turned('ga|gaan|gaat')}|{AND}\s+{one_of('ga|gaan|gaat')})"
    talk = one_of("in gesprek|in overleg|met .{3,60} in gesprek")
    inside = rf"{turned('ga|gaan', FIRST)}{FAR}(?<![\w-])(?:op\s+)?in(?=\W*(?:$|[,.;)]))"
    other = one_of("onderzoekt|beziet|verkent|inventariseert")
    return [
        rule("first_present", "ga|gaan", inside, Action.INFORM, 0.75, first=True),
        rule("first_present", "ga|gaan", rf"{turned('ga|gaan', FIRST)}{FAR}{one_of('in op')}", Action.INFORM, 0.7, first=True),
        rule("has_done", "laat|laten", rf"{lets}{FAR}(?:{DOING}|{study})", Action.INVESTIGATE, 0.8, first=True),
        rule("looks_into", "ga|gaan|gaat", rf"{goes}{FAR}(?:{one_of('na')}|{DOING}|{TALK}|{talk})", Action.INVESTIGATE, 0.75, first=True),
        rule("looks_into", _LOOK,
             rf"(?:{one_of(_LOOK)}\s+{WHO}|{GOVERNMENT}[^,;:]{{0,60}}?{other}|{FIRST}\s+{one_of(_LOOK)})", Action.INVESTIGATE, 0.6),
    ]  # fmt: skip


def talk_rules() -> list[Rule]:
    """Return the rules of talks, offers and what is taken along."""
    meet = one_of("met|~bijeenkomst|~overleg|~gesprek|~tafel|~conferentie|~dag")
    takes, along = (
        "neem|nemen|neemt|betrek|betrekken|haal|halen|voeg|voegen",
        one_of("op in|mee in|mee bij|mee|bij|naar voren|toe"),
    )
    offers = "verzorg|verzorgen|verzorgt|stel|stellen|stelt"
    return [
        rule("talks", "treed|treden|treedt|voer|voeren|voert",
             turned("treed|treden|treedt|voer|voeren|voert", straight="treed|treden|treedt") + rf"{FAR}{one_of('overleg|gesprek|gesprekken')}",
             Action.CONSULT, 0.75),
        rule("talks", "spreek|spreken|bespreek|bespreken|organiseer|organiseren|overleg|overleggen",
             turned("spreek|spreken|bespreek|bespreken|organiseer|organiseren|overleg|overleggen", FIRST, straight="spreek|bespreek|organiseer|overleg") + rf"{FAR}{meet}",
             Action.CONSULT, 0.7),
        rule("talks", "wil|willen|zou|zouden", turned("wil|willen|zou|zouden") + rf"{FAR}{CHAMBER}{FAR}{TALK}", Action.CONSULT, 0.75),
        rule("talks", "blijft|blijf|blijven", rf"{one_of('blijft|blijf|blijven')}{NEAR}{one_of('contact|in gesprek|in overleg')}",
             Action.CONSULT, 0.6),
        rule("takes_along", takes, rf"(?:{one_of(takes)}\s+{WHO}|{WHO}{LITTLE}?\s*{one_of('neem|nemen|neemt|betrek|betrekken')}){FAR}{along}",
             Action.INFORM, 0.65),
        rule("offers", offers, rf"(?:{one_of(offers)}\s+{WHO}|{WHO}{LITTLE}?\s*{one_of(offers)}){FAR}{one_of('graag|beschikbaar')}",
             Action.INFORM, 0.8),
        rule("asks_other", "verzocht|gevraagd",
             rf"{turned('heb|hebben', FIRST)}{NEAR}{one_of('verzocht|gevraagd')}{NEAR}{CHAMBER}{FAR}"
             rf"{one_of('te (?:informeren|berichten|sturen|zenden|antwoorden)')}", Action.OTHER, 0.75),
        rule("stands", "toezegging", rf"{one_of('toezegging')}{FAR}{one_of('blijft (?:onverkort )?staan|doe ik later gestand|kom ik later na')}",
             Action.INFORM, 0.7),
    ]  # fmt: skip


def bill_rules() -> list[Rule]:
    """Return the rules of bills and plans to come."""
    comes, sends = "komt|kom|komen", "stuur|breng|zend|leg|sturen|brengen|zenden"
    goes = one_of("in (?:internet)?consultatie|naar de (?:tweede )?kamer|naar de raad van state")
    return [
        rule("bill", comes, rf"{WHO}{NEAR}{one_of(comes)}{FAR}{one_of('met|naar')}{FAR}{one_of(_PAPER)}", Action.LEGISLATE, 0.85),
        rule("bill", comes, rf"{one_of(comes)}\s+{WHO}{FAR}{one_of('met')}{FAR}{one_of(_PAPER)}", Action.LEGISLATE, 0.85),
        rule("bill", "kom|komen", rf"{one_of('kom|komen')}\s+{FIRST}{NEAR}{one_of('met')}\s+(?:een|aanvullende|nadere|nieuwe|concrete|mijn|onze)\s",
             Action.OTHER, 0.8),
        rule("bill", sends, turned(sends, FIRST, straight="stuur|breng|zend|leg") + rf"{FAR}{one_of('consultatie|internetconsultatie')}",
             Action.LEGISLATE, 0.85, first=True),
        rule("bill", "gaat|zal", rf"{one_of('~wetsvoorstel|~wetswijziging|ontwerpbesluit|~besluit')}{NEAR}{one_of('gaat|zal')}{NEAR}{goes}",
             Action.LEGISLATE, 0.75),
    ]  # fmt: skip


def passive_deed_rules() -> list[Rule]:
    """Return the rules of deeds without a doer: "zal worden onderzocht", "wordt gerapporteerd in het jaarverslag"."""
    will, held = one_of("zal|zullen|wordt|worden"), one_of("plaatsvinden|(?:worden )?uitgevoerd(?: worden)?|starten")
    report = one_of("~jaarverslag|~rapportage|voortgangs~|monitor")
    study = one_of("~evaluatie~|~onderzoek~|~toets|weging")
    return [
        rule("passive_deed", "wordt|worden", rf"{one_of('wordt|worden')}{FAR}{DATED}{FAR}{DONE}", Action.INVESTIGATE, 0.55),
        rule("passive_deed", "zal|zullen", rf"{_WILL}{FAR}(?:{DONE}|{one_of('worden')}\s+{DONE})", Action.INVESTIGATE, 0.6),
        rule("passive_deed", "gerapporteerd|teruggekomen|gedaan|ingegaan",
             rf"{will}{FAR}{one_of('gerapporteerd|teruggekomen|verslag gedaan')}|{_WILL}{FAR}{one_of('worden')}\s+{one_of('ingegaan')}",
             Action.INFORM, 0.7),
        rule("passive_deed", "betrokken|meegenomen|verwerkt|opgenomen",
             rf"{will}{NEAR}{one_of('betrokken bij|meegenomen (?:in|bij)')}|{_WILL}{FAR}{one_of('meegenomen|verwerkt')}"
             rf"|{will}{FAR}{one_of('opgenomen')}{NEAR}{report}|{will}{FAR}{report}{NEAR}{one_of('opgenomen')}", Action.OTHER, 0.6),
        rule("passive_deed", "zal|zullen", rf"{_WILL}{FAR}{study}{FAR}{held}|{study}{NEAR}{_WILL}{FAR}{held}", Action.INVESTIGATE, 0.7),
    ]  # fmt: skip
