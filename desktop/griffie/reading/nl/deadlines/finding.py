"""Finds the deadlines of a letter, and all time phrases of a stretch of it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from griffie.domain.reading import DeadlineFound, Extent, Reason
from griffie.reading.facts import LetterFacts
from griffie.reading.nl.deadlines.forms import Form, keys_of
from griffie.reading.nl.deadlines.judging import is_past, is_to_come
from griffie.reading.nl.deadlines.phrases import Phrase, phrases
from griffie.reading.nl.deadlines.resolving import Resolved, resolve
from griffie.reading.nl.deadlines.setting import Setting, aside, setting
from griffie.reading.nl.deadlines.words import even
from griffie.reading.text import LetterText, ParagraphKind, Sentence

_BUT_BY = re.compile(
    r"(?:,? ?(?:maar|doch|en|,) ?)?(?:in (?:ieder|elk) geval|hopelijk|het liefst|nog|bij voorkeur)? ?(?:uiterlijk )?"
)
_READ = (ParagraphKind.TEXT, ParagraphKind.ITEM, ParagraphKind.NOTE)


def find_deadlines(letter: LetterText, facts: LetterFacts) -> list[DeadlineFound]:
    """Return the time phrases that bind something still to come on the letter's date, in the order of the text.

    Head, headings and signature hold none. A letter without a date keeps what its words alone can say.
    """
    text = even(letter.text)
    keys = keys_of(text)
    found: list[DeadlineFound] = []
    for sentence in letter.sentences:
        kind = letter.paragraphs[sentence.paragraph].kind
        if kind not in _READ or not keys.any(max(0, sentence.start - 1), sentence.end):
            continue
        around: Setting | None = None
        rows: list[tuple[Phrase, Resolved]] = []
        for phrase, resolved in _resolved(text, sentence.start, sentence.end, facts):
            if is_past(resolved, facts) or _is_name(letter, phrase):
                continue
            around = around or _around(letter, text, sentence, note=kind is ParagraphKind.NOTE)
            if is_to_come(phrase, resolved, aside(text, around, phrase.start), facts):
                rows.append((phrase, resolved))
        found += [_found(letter, *row) for row in rows if len(rows) == 1 or not _is_loose(row[0])]
    return found


def find_phrases(letter: LetterText, start: int, end: int, facts: LetterFacts) -> list[DeadlineFound]:
    """Return all time phrases of a stretch of the letter's text, past ones and mere dates included."""
    text = even(letter.text)
    return [_found(letter, phrase, resolved) for phrase, resolved in _resolved(text, start, end, facts)]


def _resolved(text: str, start: int, end: int, facts: LetterFacts) -> Iterator[tuple[Phrase, Resolved]]:
    """Yield the phrases of a stretch with what they come to, in order; of two that overlap the longer."""
    rows = []
    for phrase in phrases(text, start, end):
        resolved = resolve(text, phrase, facts)
        if resolved is not None:
            rows.append((phrase, resolved))
    if len(rows) < 2:
        yield from rows
        return
    taken: list[tuple[int, int]] = []
    kept = []
    for phrase, resolved in sorted(rows, key=lambda row: row[0].start - row[1].end):
        if not any(phrase.start < high and low < resolved.end for low, high in taken):
            taken.append((phrase.start, resolved.end))
            kept.append((phrase, resolved))
    yield from _joined(text, sorted(kept, key=lambda row: row[0].start))


def _joined(text: str, rows: list[tuple[Phrase, Resolved]]) -> Iterator[tuple[Phrase, Resolved]]:
    """Yield the phrases; "zo spoedig mogelijk, maar uiterlijk over drie weken" is one, with the day of the second."""
    at = 0
    while at < len(rows):
        phrase, resolved = rows[at]
        if at + 1 < len(rows) and phrase.core.form is Form.OPEN:
            second, day = rows[at + 1]
            if _BUT_BY.fullmatch(text, resolved.end, second.start):
                phrase, resolved = replace(second, start=phrase.start), day
                at += 1
        yield phrase, resolved
        at += 1


def _is_loose(phrase: Phrase) -> bool:
    """Tell whether a phrase says nothing more beside another term: "na vaststelling, maar uiterlijk in januari"."""
    return any(phrase.core.get(name) for name in ("weak", "weeks", "step", "paper"))


def _is_name(letter: LetterText, phrase: Phrase) -> bool:
    """Tell whether the words are the name of something: the "ZSM" of the public prosecutor, in capitals."""
    return phrase.core.form is Form.OPEN and letter.text[phrase.core.start : phrase.core.end] == "ZSM"


def _around(letter: LetterText, text: str, sentence: Sentence, *, note: bool) -> Setting:
    same = letter.of_paragraph(sentence.paragraph)
    at = sentence.index - same[0].index
    before = text[same[at - 1].start : same[at - 1].end] if at else ""
    after = text[same[at + 1].start : same[at + 1].end] if at + 1 < len(same) else ""
    later = text[sentence.end : letter.paragraphs[sentence.paragraph].end]
    return setting(text, sentence.start, sentence.end, before, after, later, note=note)


def _found(letter: LetterText, phrase: Phrase, resolved: Resolved) -> DeadlineFound:
    extent = Extent(phrase.start, resolved.end)
    words = letter.quote(extent)
    recurring = "jaar" in phrase.adv
    reason = _in_own_words(resolved.reason, words)
    return DeadlineFound(extent, words, resolved.range, resolved.latest, resolved.rule, reason, recurring)


def _in_own_words(reason: Reason, words: str) -> Reason:
    """Return the reason with the letter's own words in place of the even ones that the rules read."""
    values = {
        name: words if name == "words" else _in_own_words(value, words) if isinstance(value, Reason) else value
        for name, value in reason.values.items()
    }
    return Reason(reason.text, values)
