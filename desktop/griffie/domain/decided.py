"""Knowing again what a clerk has decided: a new reading may name it otherwise, but the words are the same."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count

from griffie.domain.page import strip_text
from griffie.domain.passage import Selection
from griffie.domain.reading import Suggestion

Run = tuple[int, int, int]
"""Page from 0, and the stripped offsets of a run of characters on it."""
SAME = 0.5
"""The share of the shorter one's characters that two suggestions must have in common to be the same."""


@dataclass(frozen=True)
class Decided:
    """A suggestion on which a clerk has decided: what it was, its words and where they stand in which document."""

    kind: str
    key: str
    quote: str
    document_id: str
    runs: tuple[Run, ...]


def runs_of(selection: Selection) -> tuple[Run, ...]:
    """Return where the words of a selection stand."""
    return tuple((span.page_index, span.start, span.end) for span in selection.spans)


def keys_of(
    suggestions: Sequence[Suggestion],
    document_id: str,
    decided: Sequence[Decided],
    open_before: Collection[tuple[str, str]] = (),
) -> list[str]:
    """Return the key of each suggestion of a new reading: its own, or that of the decision that it falls under.

    Where the key is the words themselves, the same words further on are another suggestion, with a number behind the
    key. A suggestion falls under a decision of its kind when it shares half of its characters with it, unless it was
    there before (`open_before`, kind and key) and nobody decided on it, or the decision has its own suggestion still.
    """
    keys = _own_keys(suggestions, document_id, decided)
    here = {(str(suggestion.kind), key) for suggestion, key in zip(suggestions, keys, strict=True)}
    lost = [decision for decision in decided if (decision.kind, decision.key) not in here]
    known = {(decision.kind, decision.key) for decision in decided} | set(open_before)
    if lost:
        for at, suggestion in enumerate(suggestions):
            if (str(suggestion.kind), keys[at]) not in known:
                decision = _decision_on(suggestion, document_id, lost)
                keys[at] = decision.key if decision else keys[at]
    return keys


def _own_keys(suggestions: Sequence[Suggestion], document_id: str, decided: Sequence[Decided]) -> list[str]:
    """Return the key of each suggestion by itself: those that would have the same one are told apart by a number."""
    times = Counter((suggestion.kind, suggestion.key) for suggestion in suggestions)
    placed = [
        _decision_on(one, document_id, _family(one, document_id, decided))
        if _is_words(one) or times[one.kind, one.key] > 1
        else None
        for one in suggestions
    ]
    used = {(one.kind.value, decision.key) for one, decision in zip(suggestions, placed, strict=True) if decision}
    keys: list[str] = []
    for one, decision in zip(suggestions, placed, strict=True):
        elsewhere = {other.key for other in _family(one, document_id, decided)} if _is_words(one) else set()
        names = (name for name in _numbered(one.key) if (one.kind.value, name) not in used and name not in elsewhere)
        key = decision.key if decision else next(names)
        used.add((one.kind.value, key))
        keys.append(key)
    return keys


def _family(suggestion: Suggestion, document_id: str, decided: Sequence[Decided]) -> list[Decided]:
    """Return what was decided in this document under the key of a suggestion, whatever its number."""
    return [
        one
        for one in decided
        if one.kind == suggestion.kind and one.document_id == document_id and _without_number(one.key) == suggestion.key
    ]


def _is_words(suggestion: Suggestion) -> bool:
    return suggestion.key.casefold() == strip_text(suggestion.selection.quote).casefold()


def _numbered(key: str) -> Iterator[str]:
    yield key
    yield from (f"{key} #{number}" for number in count(2))


def _without_number(key: str) -> str:
    return key.rpartition(" #")[0] or key  # stripped words have no spaces


def _decision_on(suggestion: Suggestion, document_id: str, lost: Sequence[Decided]) -> Decided | None:
    shares = [(_shared(suggestion, document_id, one), one) for one in lost if one.kind == suggestion.kind]
    share, decision = max(shares, key=lambda entry: entry[0], default=(0.0, None))
    return decision if share >= SAME else None


def _shared(suggestion: Suggestion, document_id: str, decision: Decided) -> float:
    if document_id == decision.document_id:
        runs = runs_of(suggestion.selection)
        length = min(_length(runs), _length(decision.runs))
        return _overlap(runs, decision.runs) / length if length else 0.0
    words, others = strip_text(suggestion.selection.quote), strip_text(decision.quote)
    if not words or not others:
        return 0.0
    block = SequenceMatcher(None, words, others, autojunk=False).find_longest_match()
    return block.size / min(len(words), len(others))


def same_words(suggested: Sequence[Run], tagged: Sequence[Run]) -> bool:
    """Tell whether a clerk has tagged what a suggestion proposes: half of its words, and not a page around them."""
    common = _overlap(suggested, tagged)
    return common >= SAME * _length(suggested) > 0 and common >= SAME / 2 * _length(tagged)


def _length(runs: Sequence[Run]) -> int:
    return sum(end - start for _page, start, end in runs)


def _overlap(runs: Sequence[Run], others: Sequence[Run]) -> int:
    return sum(
        max(0, min(end, other_end) - max(start, other_start))
        for page, start, end in runs
        for other_page, other_start, other_end in others
        if page == other_page
    )
