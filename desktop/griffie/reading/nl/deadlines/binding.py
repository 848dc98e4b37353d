"""Whether a time phrase is led in as one that says when something is done, not which thing is meant."""

import re
from collections.abc import Callable
from typing import Final

from griffie.reading.nl.deadlines import cues
from griffie.reading.nl.deadlines.forms import Form
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.resolving import is_planned_for
from griffie.reading.nl.deadlines.setting import Setting


def can_bind(phrase: Phrase, around: Setting) -> bool:
    """Tell whether a phrase can say when something is done: "in mei", not "de brief van mei"."""
    core, text = phrase.core, around.text
    before = text[max(around.start, phrase.start - 60) : phrase.start]
    if phrase.lead == "naming" or "j" in core.get("tail") or cues.EVERY.search(text[around.start : core.end][-40:]):
        return False
    if cues.PERIOD.search(before):
        return False
    if phrase.prep == "voor" and not phrase.part and _is_for(phrase, before):
        return False
    check = _CHECKS.get(core.form)
    return check is None or check(phrase, before, around)


def _is_for(phrase: Phrase, before: str) -> bool:
    """Tell whether "voor" says what something is for: "de raming voor volgend jaar", "de inzet voor het debat"."""
    core = phrase.core
    if core.form is Form.THIS_YEAR or (core.form is Form.MEETING and not core.get("adv")):
        return True
    figures = core.form not in (Form.DAY, Form.NUMERIC) or bool(core.get("meeting"))
    return figures and bool(cues.FOR.search(before))


def _day(phrase: Phrase, before: str, around: Setting) -> bool:
    if phrase.lead or phrase.adv == "uiterlijk":
        return True
    if phrase.core.form is Form.DAY and _stands_alone(phrase, around):
        return True
    return bool(cues.BEFORE_BARE_DAY.search(before))


def _month(phrase: Phrase, before: str, _around: Setting) -> bool:
    if phrase.lead or phrase.part or phrase.adv == "uiterlijk":
        return True
    own_year = phrase.core.get("y") or phrase.core.get("y0")
    return bool(own_year) and (not before.strip(" –-•") or bool(cues.BARE.search(before)))


def _event(phrase: Phrase, _before: str, _around: Setting) -> bool:
    name = phrase.core.get("e")
    if name in ("prinsjesdag", "verantwoordingsdag"):
        return bool(phrase.lead)
    if phrase.lead in ("before", "after", "through"):
        return True
    return phrase.prep in ("rond", "met", "gelijktijdig met") or (
        phrase.prep == "bij" and ("behandeling" in name or phrase.adv == "uiterlijk")
    )


def _season(phrase: Phrase, _before: str, _around: Setting) -> bool:
    return bool(phrase.lead or phrase.core.get("rs") or phrase.part or phrase.core.get("y"))


def _led(phrase: Phrase, _before: str, _around: Setting) -> bool:
    return bool(phrase.lead) or phrase.adv == "uiterlijk"


def _recess(phrase: Phrase, _before: str, _around: Setting) -> bool:
    return bool(phrase.lead)


def _stands_alone(phrase: Phrase, around: Setting) -> bool:
    """Tell whether a day needs no preposition: "vrijdag 28 maart ontvangt u", "20 juni aanstaande"."""
    return bool(re.match(r"[a-z]", around.text[phrase.core.start]) or "aan" in phrase.det + phrase.core.get("tail"))


def _year(phrase: Phrase, _before: str, around: Setting) -> bool:
    core = phrase.core
    if around.text[core.start - 1 : core.start] in "(/-" or core.get("what") in ("begrotingsjaar", "vergaderjaar"):
        return False
    if phrase.part or (phrase.prep == "voor" and is_planned_for(around.text, phrase)):
        return True
    if phrase.lead == "before" and phrase.prep == "voor":
        return bool(cues.MUST.search(around.words)) and not core.get("what")
    return phrase.lead in ("in", "through", "before", "since") and not phrase.det.startswith(("de ", "die", "dat"))


_CHECKS: Final[dict[Form, Callable[[Phrase, str, Setting], bool]]] = {
    Form.DAY: _day, Form.NUMERIC: _day, Form.MONTH: _month, Form.YEAR: _year, Form.EVENT: _event,
    Form.SEASON: _season, Form.RECESS: _recess, Form.FEAST: _recess, Form.NTH_WEEKDAY: _led,
}  # fmt: skip
