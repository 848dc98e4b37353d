"""What is promised: to inform, send, investigate, legislate, consult, implement, or another thing."""

import re
from typing import Final

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments import words
from griffie.reading.nl.commitments.rule import Hit, Rule
from griffie.reading.nl.commitments.words import INFORM, LEGISLATE, SEND, one_of

_BILL: Final = re.compile(
    one_of(
        r"[\w-]*wetsvoorstel(?:len)?|[\w-]*wetswijziging|[\w-]*wetgeving|in consultatie|(?:uitvoerings)?regeling(?:en)?|reglement|indiening|in te dienen"
        r"|algemene maatregel van bestuur|parlementaire procedure|amvb|novelle|nota van wijziging"
    )
)
_LEGISLATE: Final = re.compile(
    one_of(
        "|".join(verb.infinitive for verb in LEGISLATE)
        + r"|voor te leggen|komt|kom|brengen|wijzigen|starten|in te dienen|consultatie|indiening|uit te werken"
    )
)
_TELLS: Final = re.compile(
    one_of(
        r"laten weten|verslag opnemen|een (?:verslag|paragraaf|passage|overzicht)(?: [\w-]+){0,4} op te nemen|in kennis te stellen|terug(?:komen|te komen)|kenbaar"
    )
)
_SEND: Final = re.compile(
    one_of("|".join([*(f"{v.infinitive}|{v.participle}" for v in SEND), "tegemoet ?(?:te )?zien|ontvangt|toekomen"]))
)
_INFORM: Final = re.compile(
    one_of("|".join(f"{v.infinitive}|{v.participle}" for v in INFORM if "gelaten" not in v.participle))
)
_CONSULT: Final = re.compile(one_of(words.CONSULT + "|expertmeeting|in gesprek|overleg"))
_INVESTIGATE: Final = re.compile(
    one_of(f"{words.INVESTIGATE}|{words.INVESTIGATED}|onderzoek|evaluatie|voorstudie|verkenning")
)
_RAISED: Final = re.compile(one_of("aan de orde|onder de aandacht|van gedachten|ter sprake"))
_IMPLEMENT: Final = re.compile(
    one_of(
        "invoeren|in te voeren|uitvoeren|uit te voeren|verhogen|verlagen|afronden|af te ronden|aanpassen|regelen|openen|starten"
    )
)


def action_of(text: str, hit: Hit, rule: Rule) -> Action:
    """Return what a sentence promises; `hit` is where the rule found it."""
    rest = text[hit.start :]
    if rule.action in (Action.INFORM, Action.CONSULT) or _TELLS.search(rest):
        return rule.action or Action.INFORM
    if _BILL.search(text) and _LEGISLATE.search(rest):
        return Action.LEGISLATE
    if rule.action is not None:
        return rule.action
    for pattern, action in (
        (_RAISED, Action.CONSULT),
        (_SEND, Action.SEND),
        (_INFORM, Action.INFORM),
        (_CONSULT, Action.CONSULT),
        (_INVESTIGATE, Action.INVESTIGATE),
        (_IMPLEMENT, Action.IMPLEMENT),
    ):
        if pattern.search(rest):
            return action
    return Action.OTHER
