"""Rules of telling and sending: "stuur ik uw Kamer", "de Minister informeert u", "wordt de Kamer ... geïnformeerd"."""

from typing import Final

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments.rule import AND, CHAMBER, FAR, FIRST, GOVERNMENT, LITTLE, ME, NEAR, WE, Rule, rule
from griffie.reading.nl.commitments.words import INFORM, LEGISLATE, SEND, Verb, one_of

JOINED: Final = (
    "toestuur|toesturen|toezend|toezenden|aanbied|aanbieden|voorleg|voorleggen|terugkom|terugkomen|inlicht|meedeel"
    "|mededeel|doe toekomen|doen toekomen|informeer|bericht|stuur|zend|rapporteer|aanlever|terugkoppel|indien|opstuur"
    "|verstrek|deel"
)
"""First person forms as they close a subordinate clause."""
_PASSIVE: Final = "wordt|worden|zal|zullen|zult|word"
_TO: Final = r"(?:aan |met |bij |naar )"


def _first_present(verb: Verb) -> Rule:
    """Return the rule of "stuur ik", "ik stuur", "en stuur ..." where ik stood before."""
    forms = verb.first.split("|")
    one, more = (one_of("|".join(f for f in forms if f.endswith("en") is plural)) for plural in (False, True))
    finite = one_of(verb.first)
    part = rf"{FAR}{one_of(verb.part)}" if verb.part else ""
    pattern = (
        rf"(?:{finite}\s+{FIRST}|{one_of('en')}\s+{ME}{LITTLE}?\s*{more}|{ME}{LITTLE}?\s*{one}|{WE}{LITTLE}?\s*{more}"
        rf"|(?:{AND}|(?<![\w-])(?:dan|waarna|waarover))\s+{finite}){part}"
    )
    return rule("first_present", verb.first, pattern, verb.action, 0.93, chamber=verb.addressed, first=True)


def _third_present(verb: Verb) -> Rule:
    """Return the rule of "de Minister informeert uw Kamer", "komt het kabinet hierop terug"."""
    finite = one_of(verb.third)
    part = rf"{FAR}{one_of(verb.part)}" if verb.part else ""
    pattern = rf"(?:{GOVERNMENT}[^,;:?]{{0,90}}?{finite}|{finite}\s+{GOVERNMENT}){part}"
    return rule("government_present", verb.third, pattern, verb.action, 0.9, chamber=verb.addressed)


def _passive(verb: Verb) -> Rule:
    """Return the rule of "wordt uw Kamer ... geïnformeerd", "zal de Kamer geïnformeerd worden", "aan de Kamer zal worden gestuurd"."""
    done, will = one_of(verb.participle), one_of(_PASSIVE)
    adverb = r"(?:(?:er|hier|daar|hierover|daarover|dan|ook|thans)\s+)?"
    pattern = (
        rf"(?:{will}\s+{adverb}{_TO}?{CHAMBER}{FAR}{done}"
        rf"|(?<![\w-]){_TO}?{CHAMBER}{FAR}{one_of('wordt|worden|zal|zullen|zult')}{FAR}{done}"
        rf"|(?<![\w-]){_TO}?{CHAMBER}{NEAR}{done}\s+{one_of('wordt|worden')}"
        rf"|{will}{FAR}(?<![\w-]){_TO}{CHAMBER}{FAR}{done}"
        rf"|{will}{FAR}{done}\s+(?:aan|met|bij|naar)\s+{CHAMBER})"
    )
    if verb.part and verb.action is Action.INFORM:
        part = rf"{FAR}{one_of(verb.part)}"
        pattern += rf"|(?:{will}\s+{CHAMBER}|{CHAMBER}\s+{one_of('wordt|zal|zult')}){part}\s+(?:{done})"
    return rule("passive", verb.participle, pattern, verb.action, 0.93)


def telling_rules() -> list[Rule]:
    """Return the rules of all verbs of telling and sending."""
    verbs = (*INFORM, *SEND, *LEGISLATE)
    active = [verb for verb in verbs if verb.first != "ontvang"]
    passive = [verb for verb in verbs if verb.participle not in ("gelaten", "gedaan")]
    closing = rule(
        "first_present", JOINED.replace("doe ", "").replace("doen ", ""),
        rf"{FIRST}\s{FAR}{one_of(JOINED)}(?=\W*(?:$|[,.;)]))", Action.SEND, 0.85, chamber=True, first=True,
    )  # fmt: skip
    return [*map(_passive, passive), *map(_first_present, active), *map(_third_present, active), closing]
