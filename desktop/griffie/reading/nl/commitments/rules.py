"""All rules of promises, the surest first, and which of them can hold in a sentence."""

from collections.abc import Iterator
from functools import cache

from griffie.reading.nl.commitments import deeds, intentions, receipts, telling
from griffie.reading.nl.commitments.rule import Rule, words_of


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return all rules, the surest first."""
    made = [
        *intentions.promise_rules(),
        *intentions.intention_rules(),
        *intentions.aim_rules(),
        *receipts.receipt_rules(),
        *receipts.following_rules(),
        *telling.telling_rules(),
        *deeds.will_rules(),
        *deeds.look_rules(),
        *deeds.talk_rules(),
        *deeds.bill_rules(),
        *deeds.passive_deed_rules(),
    ]
    return tuple(sorted(made, key=lambda rule: -rule.confidence))


def rules_for(text: str) -> Iterator[Rule]:
    """Yield the rules of which a sentence has a word, the surest first."""
    words = words_of(text)
    return (rule for rule in all_rules() if not rule.cues.isdisjoint(words))
