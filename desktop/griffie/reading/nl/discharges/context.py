"""Remembers what a letter says was asked, moved or promised, and reads hints: words that meet it without saying so."""

import re

from griffie.domain.reading import Discharged
from griffie.reading.nl.discharges import phrases as p
from griffie.reading.nl.discharges import words as w
from griffie.reading.nl.discharges.clause import Pending

_LONG_WORD = re.compile(r"\b[a-zà-ÿ]{7,}\b")
_FIGURE_WORD = re.compile(r"\b[a-zà-ÿ]{6,}\b")
_WORD = re.compile(r"[a-zà-ÿ]{5,}")
_SENT_BEFORE = re.compile(r"\b(?:ver|ge)zonden\b|\bgestuurd\b")


def asked_in(text: str, index: int) -> list[Pending]:
    """Return what a sentence tells was moved, asked and promised.

    Args:
        text: its words.
        index: its place among the sentences of the letter.
    """
    found: list[Pending] = []
    motion_asks = bool(p.MOTION_ASKS.search(text))
    if p.MOTION.search(text):
        found.append(Pending(Discharged.MOTION, index, text, firm=motion_asks))
    if p.ASKS.search(text) and not motion_asks and (w.PARLIAMENT.search(text) or p.YOU_ASK.search(text)):
        found.append(Pending(Discharged.REQUEST, index, text, figures=bool(p.FIGURES.search(text))))
    if p.MADE_PROMISE.search(text):
        said = bool(p.PROMISES_SAID.search(text))
        found.append(Pending(Discharged.COMMITMENT, index, text, figures=bool(p.FIGURES.search(text)), firm=said))
    return found


def hinted(text: str, pending: Pending, *, near: bool) -> str:
    """Return by which rule a sentence, read right behind what is pending, hints that it is met; "" for none.

    `near` tells that both are of one paragraph.
    """
    if any(pattern.search(text) for pattern in (w.NEGATED, _SENT_BEFORE, w.FUTURE, w.PAST, p.USUAL)):
        return ""
    reports = pending.what is not Discharged.MOTION and _reports(text)
    if reports and (p.BACK_AT.search(text) or (near and p.OPENS_HERE.match(text))):
        return "reports_back"
    if pending.what is Discharged.REQUEST and w.HERE_ITSELF.search(text) and p.ANSWERED_THERE.search(text):
        return "reports_back"
    if p.ATTACHES.search(text):
        return "annex_behind_request"
    if w.HERE.search(text) and p.HANDS_OVER.search(text) and _is_the_asked_thing(text, pending.words):
        return "asked_thing"
    if reports and _shares_noun(text, pending.words):
        return "reports_back"
    if (
        pending.figures
        and re.search(r"\d", text)
        and _shares_noun(text, pending.words, _FIGURE_WORD)
        and not w.LATER.search(text)
    ):
        return "figures_behind_request"
    return "deed_behind_motion" if pending.what is Discharged.MOTION and p.ACTED.search(text) else ""


def _reports(text: str) -> bool:
    """Tell whether a sentence reports in this letter: "Hierbij informeer ik u ..."."""
    return w.HERE_ITSELF.search(text) is not None and p.REPORTS_BACK.search(text) is not None


def _is_the_asked_thing(text: str, asked: str) -> bool:
    """Tell whether a sentence hands over, by name, what was asked for: "Mijn reactie treft u hieronder aan"."""
    if p.MY_REPLY.search(text):
        return True
    shared = p.THINGS & set(_WORD.findall(text)) & set(_WORD.findall(asked))
    return any(
        re.search(rf"\b(?:mijn|onze|die|deze|dit|dat|het|de|een) (?:\w+ )?{name}\b", text, re.IGNORECASE)
        for name in sorted(shared)
    )


def _shares_noun(text: str, other: str, word: "re.Pattern[str]" = _LONG_WORD) -> bool:
    return bool(set(word.findall(text)) & set(word.findall(other)))
