"""Finds the sentences that promise something, and says what, by whom and by when."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from griffie.base.i18n import N_
from griffie.domain.reading import CommitmentFound, DeadlineFound, DischargeFound, Reason
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.commitments import filters
from griffie.reading.nl.commitments.actions import action_of
from griffie.reading.nl.commitments.rule import Hit, Rule
from griffie.reading.nl.commitments.rules import rules_for
from griffie.reading.nl.commitments.words import CHAMBER_SIGN, FIRST, GOVERNMENT_SIGN, I_SIGN, WE_SIGN, tagged
from griffie.reading.text import LetterText, ParagraphKind, Sentence

_FIRST: Final = re.compile(FIRST)
_WITHIN, _WITHOUT_DATE = 100, 25
"""What it is worth, in characters, that a term stands within the words of the promise, or that it has a date."""
_JUST_BEHIND: Final = 16
"""So many characters behind a finite verb its subject may stand: “dan informeer ik”."""
_REASONS: Final = {
    "promise": N_("“{words}”: a promise"),
    "intention": N_("“{words}”: an intention of those who sign"),
    "receipt": N_("“{words}”: something the Chamber is to receive"),
    "follows": N_("“{words}”: something is to follow"),
    "first_present": N_("“{words}”: those who sign will tell or send"),
    "government_present": N_("“{words}”: the government will tell or send"),
    "passive": N_("“{words}”: the Chamber will be told or sent something"),
    "first_will": N_("“{words}”: those who sign will do something"),
    "government_will": N_("“{words}”: the government will do something"),
    "has_done": N_("“{words}”: something is to be looked into"),
    "looks_into": N_("“{words}”: something is to be looked into"),
    "talks": N_("“{words}”: there will be talks"),
    "wants": N_("“{words}”: something those who sign want for the Chamber"),
    "takes_along": N_("“{words}”: something will be taken along"),
    "offers": N_("“{words}”: an offer to the Chamber"),
    "bill": N_("“{words}”: a bill or plan is to come"),
    "asks_other": N_("“{words}”: another minister is asked to tell the Chamber"),
    "later_letter": N_("“{words}”: a later letter is to come"),
    "stands": N_("“{words}”: an earlier promise still stands"),
    "passive_deed": N_("“{words}”: something is to be looked into or reported"),
}
_LONGEST_SHOWN: Final = 90


def find_commitments(
    letter: LetterText,
    facts: LetterFacts,
    deadlines: Sequence[DeadlineFound] = (),
    discharges: Sequence[DischargeFound] = (),
) -> list[CommitmentFound]:
    """Return the promises of a letter in order, one a sentence, each with the deadline nearest to its words.

    Args:
        letter: its text.
        facts: its header.
        deadlines: those of the whole letter.
        discharges: what the letter meets; such a sentence promises only where it says more.
    """
    found: list[CommitmentFound] = []
    for sentence in _candidates(letter):
        text = filters.masked(letter.words(sentence))
        if filters.is_no_promise(letter, sentence, text):
            continue
        if any(one.extent.start <= sentence.start < one.extent.end for one in discharges) and not filters.says_more(
            text
        ):
            continue
        hit = _first_hit(letter, sentence, text)
        if hit is not None:
            deadline = _deadline(sentence, hit[1], deadlines)
            found.append(_commitment(letter, facts, sentence, text, hit, deadline))
    return found


def _deadline(sentence: Sentence, hit: Hit, deadlines: Sequence[DeadlineFound]) -> DeadlineFound | None:
    """Return the deadline in a sentence that stands nearest to the words of the promise, one with a date first."""
    start, end = sentence.start + hit.start, sentence.start + hit.end

    def distance(one: DeadlineFound) -> int:
        within = start <= one.extent.start and one.extent.end <= end
        away = -_WITHIN if within else max(start - one.extent.end, one.extent.start - end, 0)
        return away + (_WITHOUT_DATE if one.latest is None else 0)

    inside = [one for one in deadlines if sentence.start <= one.extent.start < sentence.end]
    return min(inside, key=distance, default=None)


def _candidates(letter: LetterText) -> Iterator[Sentence]:
    kinds = (ParagraphKind.TEXT, ParagraphKind.ITEM, ParagraphKind.NOTE)
    return (s for s in letter.sentences if letter.paragraphs[s.paragraph].kind in kinds)


def _first_hit(letter: LetterText, sentence: Sentence, text: str) -> tuple[Rule, Hit] | None:
    signs = tagged(text)
    for rule in rules_for(text):
        if rule.needs_chamber and CHAMBER_SIGN not in signs:
            continue
        for hit in rule.hits(signs, text):
            if rule.needs_first and not _promiser_before(signs, hit.end + _JUST_BEHIND):
                continue
            if filters.allows(letter, sentence, text, rule, hit):
                return rule, hit
    return None


def _promiser_before(signs: str, end: int) -> bool:
    return any(0 <= signs.find(sign) < end for sign in (I_SIGN, WE_SIGN, GOVERNMENT_SIGN))


def _commitment(
    letter: LetterText,
    facts: LetterFacts,
    sentence: Sentence,
    text: str,
    found: tuple[Rule, Hit],
    deadline: DeadlineFound | None,
) -> CommitmentFound:
    rule, hit = found
    extent = filters.trimmed(letter, sentence)
    words = letter.text[sentence.start + hit.start : sentence.start + hit.end]
    shown = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 1].rstrip() + "…"
    return CommitmentFound(
        extent=extent,
        action=(action_of(text, hit, rule)).value,
        deadline=deadline,
        rule=rule.name,
        reason=Reason(_REASONS[rule.name], {"words": shown}),
        confidence=rule.confidence,
        promised_by=_promised_by(text, letter.words(sentence), facts),
        restated=bool(filters.RESTATED.search(text)),
        conditional=bool(filters.CONDITIONAL.search(text)),
        due=None if deadline is None else deadline.phrase,
    )


def _promised_by(text: str, words: str, facts: LetterFacts) -> str:
    """Return who promises where it is another than those who sign: "Minister van Justitie en Veiligheid"."""
    if _FIRST.search(text):
        return "; ".join(facts.functions)
    other = filters.OTHER_MINISTER.search(words)
    return other[0] if other else "; ".join(facts.functions)
