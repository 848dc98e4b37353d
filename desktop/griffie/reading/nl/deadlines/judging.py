"""Which time phrases bind something still to come, and which only date, describe, cite, or are given up.

The rules of the trade: time words on what is past, on what this letter itself meets, on a frequency, on a term that a
rule sets for citizens or cases, or that only name a meeting, are no deadline; a term of somebody else, a start
announced, and what a motion asks and is still open, are.
"""

import re
from typing import Final

from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines import cues
from griffie.reading.nl.deadlines.binding import can_bind
from griffie.reading.nl.deadlines.clauses import Clause, Tense, clause_at, has_verb, is_done_only, tense_of, with_verb
from griffie.reading.nl.deadlines.forms import Form
from griffie.reading.nl.deadlines.phrases import Phrase
from griffie.reading.nl.deadlines.resolving import Resolved, is_planned_for
from griffie.reading.nl.deadlines.setting import Setting

_LOOSE: Final = (Form.THIS_YEAR, Form.SEASON, Form.YEAR, Form.MONTH, Form.QUARTER, Form.HALF)


def is_to_come(phrase: Phrase, resolved: Resolved, around: Setting, facts: LetterFacts) -> bool:
    """Tell whether a time phrase binds something that is still to come on the letter's day."""
    if not can_bind(phrase, around) or _in_question(phrase, around):
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
    if _is_usual(phrase, around, clause) or _is_long_ahead(phrase, resolved, tense, facts):
        return False
    if phrase.core.form in (Form.OPEN, Form.ONCE, Form.MEETING, Form.SPAN):
        return _is_bound_loosely(phrase, around, clause, tense)
    if _has_own_year(phrase) and not _has_begun(phrase, resolved, facts):
        return tense is not Tense.BACK and _is_bound(phrase, around, clause)
    if tense is Tense.NOW and _is_state(phrase, clause):
        return False
    return tense in (Tense.AHEAD, Tense.NOW) and _is_bound(phrase, around, clause)


def _is_bound_loosely(phrase: Phrase, around: Setting, clause: str, tense: Tense) -> bool:
    """Tell whether "spoedig", "zodra ..." or "binnen zes weken" is said of a deed that is to come."""
    if tense not in (Tense.AHEAD, Tense.NOW):
        return False
    if phrase.core.form is not Form.SPAN:
        return _is_promised(phrase, around, clause, tense)
    bare = not phrase.prep and not phrase.adv and not phrase.det  # "een jaar na inwerkingtreding"
    return (tense is Tense.AHEAD or not bare) and not _is_rule(around, clause, tense)


def _is_usual(phrase: Phrase, around: Setting, clause: str) -> bool:
    """Tell whether a time is the usual one, or "dit jaar" only stands against it."""
    if cues.USUALLY.search(clause):
        return True
    bare = phrase.core.form is Form.THIS_YEAR and not phrase.part and not phrase.prep
    return bare and bool(cues.USUALLY.search(around.words))


def _is_long_ahead(phrase: Phrase, resolved: Resolved, tense: Tense, facts: LetterFacts) -> bool:
    """Tell whether a day without a year would be nearly a year ahead: "door de toezending op 3 december" has been."""
    core, day = phrase.core, resolved.range.date_to
    if core.form is not Form.DAY or _has_own_year(phrase) or phrase.lead not in ("in", "") or not (day and facts.date):
        return False
    return tense is not Tense.AHEAD and (day - facts.date).days > 300


def _has_begun(phrase: Phrase, resolved: Resolved, facts: LetterFacts) -> bool:
    first = resolved.range.date_from
    return phrase.lead in ("in", "") and first is not None and facts.date is not None and first <= facts.date


def _is_state(phrase: Phrase, clause: str) -> bool:
    """Tell whether a clause says how things are in a period, not what is done by then: "in de zomer is het druk"."""
    if phrase.core.form not in _LOOSE or phrase.adv or phrase.part or phrase.lead not in ("in", ""):
        return False
    return bool(cues.STATE.search(clause)) and not cues.DEED.search(clause)


def _clause_of(phrase: Phrase, around: Setting, index: int) -> tuple[str, int]:
    """Return the words of the clause that says what is to be done, and where the phrase stands in them."""
    text, parts = around.text, around.parts
    if not phrase.core.get("when"):
        clause = with_verb(text, parts, index)
        return clause, clause.find(text[phrase.start : phrase.core.end])
    ahead = text[parts[index].start : phrase.start].strip()  # "... te informeren zodra": the deed stands before it
    if len(ahead) < 4:
        ahead = text[parts[index + 1].start : parts[index + 1].end].strip() if index + 1 < len(parts) else ""
        before = text[parts[index - 1].start : parts[index - 1].end].strip() if index else ""
        if cues.OPENED.search(before):
            ahead = f"{before} {ahead}"  # "Ik zou dat, zodra het kan, aan u willen geven"
    return ahead, 0


def _has_own_year(phrase: Phrase) -> bool:
    core = phrase.core
    names = ("y", "wy", "dy", "qy", "yq", "y0", "ty")
    return any(core.get(name) for name in names) or "a" in core.get("tail")


def is_past(resolved: Resolved, facts: LetterFacts) -> bool:
    """Tell whether what a phrase comes to was over on the letter's day."""
    last = resolved.range.date_to or resolved.range.date_from
    return facts.date is not None and last is not None and last < facts.date


def _in_question(phrase: Phrase, around: Setting) -> bool:
    """Tell whether the phrase stands in a question, or within quotation marks that close one."""
    if around.words.rstrip().endswith("?"):
        return True
    rest = around.text[phrase.core.end : around.end]
    closing = re.search(r"[»”\"]", rest)
    return bool(closing and "?" in rest[: closing.start()])


def _is_asked_whether(phrase: Phrase, around: Setting) -> bool:
    """Tell whether the phrase belongs to a question that is only told: "gevraagd of ik voor de zomer kan reageren"."""
    text, start = around.text, around.start
    return bool(cues.WHETHER.search(text, start, phrase.start) or cues.BESIDES.search(text, start, phrase.start))


def _is_wish(clause: str, phrase: Phrase) -> bool:
    """Tell whether a clause only tells what others want: "boeren willen al in mei duidelijkheid"."""
    if cues.WISH.search(clause) and not cues.PROMISER.search(clause):
        return True
    return phrase.core.form is Form.DAY and bool(cues.TALKS.search(clause))


def _is_given_up(phrase: Phrase, around: Setting, index: int) -> bool:
    text, part = around.text, around.parts[index]
    if phrase.prep == "niet eerder dan" or cues.NOT_BEFORE.search(
        text[max(part.start, phrase.start - 50) : phrase.core.start]
    ):
        return True
    if _was_planned(phrase, around, part):
        return True
    if cues.NOT.search(text[max(around.start, phrase.start - 24) : phrase.start]) and phrase.prep not in (
        "niet later dan",
    ):
        return True
    if cues.UNLIKELY.search(text, around.start, phrase.start):
        return True
    if cues.GIVEN_UP.search(text[part.start : part.end]):
        return True
    following = [text[c.start : c.end].strip() for c in around.parts[index + 1 : index + 3]]
    if any(cues.THAT_GIVEN_UP.search(words) for words in following):
        return True
    return bool(cues.THAT_GIVEN_UP.search(around.after)) and index >= len(around.parts) - 2


def _was_planned(phrase: Phrase, around: Setting, part: Clause) -> bool:
    """Tell whether the phrase is of an earlier plan: "aanvankelijk ...", "eerder ... toegezegd, maar"."""
    found = cues.ONCE_PLANNED.search(around.text, part.start, phrase.start)
    if not found:
        return False
    return found[0].startswith(("aanv", "oorspr")) or bool(
        re.match(r",? ?maar\b", around.text[part.end : part.end + 6])
    )


def _is_met(phrase: Phrase, around: Setting, clause: str, tense: Tense) -> bool:
    """Tell whether this letter itself meets what the phrase binds, or a motion's time is settled with the motion."""
    words = around.words
    if cues.EARLIER.search(clause) and (cues.NOW_SENT.search(words) or cues.MET_NEXT.search(around.after)):
        return True
    if cues.GIVEN_WORD.search(clause) and _is_late(phrase, around):
        return True
    if cues.NOW_SENT.search(clause) and cues.SENDS.search(clause):
        return True
    quoted = _in_quotes(phrase, around)
    if quoted and cues.DENIED.search(words):
        return True
    if cues.ASKS.search(words) and cues.TERM_GIVEN_UP.search(around.later):
        return True
    asks = bool(cues.ASKS.search(words)) or (quoted and bool(cues.EARLIER.search(words + around.before)))
    if asks:
        return bool(cues.SETTLED.search(words) or cues.SETTLED.search(around.later) or (quoted and tense is Tense.DONE))
    return False


def _is_late(phrase: Phrase, around: Setting) -> bool:
    """Tell whether the next sentence gives up the term of an earlier promise: "dat kan ik niet tijdig nakomen"."""
    if cues.LATE_NEXT.search(around.after):
        return True
    return phrase.core.form is Form.OPEN and bool(cues.PUT_OFF_NEXT.search(around.after))


def _in_quotes(phrase: Phrase, around: Setting) -> bool:
    before = around.text[around.start : phrase.start]
    opened, closed = max(before.rfind(c) for c in "«“„"), max(before.rfind(c) for c in "»”")
    return opened > closed


def _only_names_meeting(phrase: Phrase, around: Setting, tense: Tense) -> bool:
    core, text = phrase.core, around.text
    if core.get("meeting"):
        return phrase.lead == "in" and tense is not Tense.AHEAD
    if core.form not in (Form.DAY, Form.NUMERIC, Form.MONTH, Form.WEEKDAY, Form.WEEK):
        return False
    if phrase.prep in ("op", "in", "") and cues.AT_MEETING.search(
        text[max(around.start, phrase.start - 90) : phrase.start]
    ):
        return True
    led = phrase.prep in ("op", "in", "") or (phrase.prep == "voor" and is_planned_for(text, phrase))
    return led and bool(cues.HELD.search(around.words) and cues.MEETING_HELD.search(around.words))


def _is_promised(phrase: Phrase, around: Setting, clause: str, tense: Tense) -> bool:
    """Tell whether "spoedig" or "zodra ..." is said of a deed of somebody, not of how things go in general."""
    words = around.words
    if _is_rule(around, clause, tense):
        return False
    if phrase.core.form is Form.OPEN and cues.NEGATION.search(clause):
        return False
    if phrase.core.get("weeks") and not cues.REPORTS.search(clause):
        return False
    if phrase.core.get("step"):
        return bool(cues.PROMISER.search(clause)) and not cues.NEGATION.search(clause)
    if phrase.core.get("paper"):
        told = cues.THAT_PAPER.search(around.after)  # "Die rapportage kunt u in september tegemoet zien."
        return phrase.lead == "in" and not told and not cues.WHICH.search(around.text, phrase.core.end, around.end)
    if phrase.core.get("once") or phrase.core.get("when"):
        return bool(phrase.core.get("when") or phrase.lead)
    if phrase.core.get("first"):
        return True
    return bool(tense is Tense.AHEAD or cues.PROMISER.search(clause) or not cues.SHOULD.search(words))


def _is_rule(around: Setting, clause: str, tense: Tense) -> bool:
    """Tell whether a term is one that a rule sets for citizens or cases, not one that somebody takes upon himself."""
    if tense in (Tense.AHEAD, Tense.NOW) and cues.WE.search(clause) and not cues.LAW.search(around.words):
        return False
    return bool(cues.RULE.search(around.words) or cues.ANYONE.search(around.words))


def _is_bound(phrase: Phrase, around: Setting, clause: str) -> bool:
    """Tell whether a named period is one by which something happens, not one that figures are about."""
    core = phrase.core
    if cues.ABOUT.search(clause) or (core.get("y3") and phrase.lead == "in"):
        return False
    if core.form in _LOOSE and phrase.lead in ("in", "") and cues.CHANGES.search(clause):
        return False
    if phrase.core.form in (Form.YEAR, Form.THIS_YEAR) and not phrase.part and cues.MONEY.search(clause):
        return False
    return not (around.note and not cues.TO_HAPPEN.search(clause))
