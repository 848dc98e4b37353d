"""Rules of promises in so many words, and of intentions: "zeg ik toe", "ben ik voornemens", "het streven is"."""

from griffie.domain.kinds import Action
from griffie.reading.nl.commitments.rule import CHAMBER, FAR, FIRST, NEAR, TOLD, WHO, Rule, by, rule, turned
from griffie.reading.nl.commitments.words import one_of

_AIMS = "streven|voornemen|planning|inzet|intentie"
_BETWEEN = r"(?:\s+(?:er|erop|nu|thans|dan|ook|om|daarbij|nog|steeds|dat|hier))*"


def promise_rules() -> list[Rule]:
    """Return the rules of plain promises."""
    return [
        rule("promise", "zeg|zeggen|zegt", by("zeg|zeggen|zegt", rf"{FAR}{one_of('toe')}"), None, 0.97, first=True),
        rule("promise", "beloof|beloven|belooft", by("beloof|beloven|belooft"), None, 0.95, first=True),
        rule("promise", "bereid", by("ben|zijn|is", rf"{NEAR}{one_of('bereid')}"), None, 0.9, first=True),
        rule(
            "promise", "toezeggen|beloven",
            turned("kan|wil|zal|kunnen|willen", FIRST) + rf"{FAR}{one_of('toezeggen|beloven')}", None, 0.95, first=True,
        ),
    ]  # fmt: skip


def intention_rules() -> list[Rule]:
    """Return the rules of intentions of those who sign or of the government."""
    plan, want = one_of("voornemens|van plan|zinnens|van zins"), one_of("het voornemen|de intentie|het plan")
    tries = "tracht|trachten|probeer|proberen|poog|pogen|beoog|beogen|beoogt"
    hopes = "hoop|hopen|verwacht|verwachten"
    return [
        rule("intention", "voornemens|plan|zinnens|zins", by("ben|zijn|is", rf"{NEAR}{plan}"), None, 0.9, first=True),
        rule("intention", "voornemen|intentie|plan", by("heb|hebben|heeft", rf"{NEAR}{want}"), None, 0.88, first=True),
        rule("intention", "streef|streven|streeft", by("streef|streven|streeft"), None, 0.9, first=True),
        rule("intention", tries, by(tries), None, 0.8, first=True),
        rule("intention", "koers|koersen|mik|mikken", by("koers|koersen|mik|mikken", rf"{NEAR}{one_of('op')}"), None, 0.8,
             first=True),
        rule("intention", hopes, by(hopes), None, 0.88, first=True, then=TOLD),
        rule("intention", "voorzie|voorzien", by("voorzie|voorzien"), None, 0.7, first=True),
        rule("intention", "stel|stellen", by("stel|stellen", rf"{NEAR}{one_of('voor')}{FAR}{one_of('te')}\s+"), Action.OTHER,
             0.7, first=True),
    ]  # fmt: skip


def aim_rules() -> list[Rule]:
    """Return the rules of aims without a person: "het streven is erop gericht", "gestreefd wordt naar"."""
    whose = rf"(?:{one_of('het|mijn|ons|onze|de')}\s+)?{one_of(_AIMS)}\s+(?:(?:van|bij)\s+{WHO}\s+)?"
    ours = rf"{one_of('is')}\s+(?:nu\s+)?"
    return [
        rule("intention", _AIMS, rf"{whose}{one_of('is|blijft')}{_BETWEEN}", None, 0.85, then=rf"{one_of('te')}\s+[\w-]+n(?![\w-])|{TOLD}"),
        rule("intention", _AIMS, rf"{ours}(?:het|mijn|ons|de)\s+{one_of('streven|voornemen|planning|intentie')}", None, 0.85),
        rule("intention", "inzet|ambitie", rf"{ours}(?:mijn|ons|onze)\s+{one_of('inzet|ambitie')}", None, 0.8, then=TOLD),
        rule("intention", "gestreefd", rf"{one_of('gestreefd')}\s+{one_of('wordt')}|{one_of('wordt')}{NEAR}{one_of('gestreefd')}",
             None, 0.75),
        rule("intention", "bedoeling|doel|verwachting",
             rf"{one_of('bedoeling|doel|verwachting')}{FAR}{CHAMBER}", None, 0.75, then=TOLD),
    ]  # fmt: skip
