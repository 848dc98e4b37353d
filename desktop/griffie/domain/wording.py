"""What happened to an item in one line each, in the language in force: a settlement, a progress note, a relation."""

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.following import PROGRESS_WORDS, Progress, ProgressKind
from griffie.domain.settlement import DEGREE_WORDS, Degree, Settlement, Stage


def day_text(settlement: Settlement) -> str:
    """Return the day of a decision as people read it; '' where there is none."""
    return format_date(settlement.decided_on, current_language()) if settlement.decided_on else ""


def settlement_text(settlement: Settlement, letter: str) -> str:
    """Return a settlement in words; `letter` is the own number of the letter, '' for a decision without one."""
    values = {"letter": letter, "body": settlement.body, "day": day_text(settlement)}
    if settlement.stage is Stage.DECIDED:
        text = _("Settled by decision of {body}, {day}, with letter {letter}") if letter else ""
        text = (text or _("Settled by decision of {body}, {day}")).format(**values)
    elif settlement.stage is Stage.PROPOSED:
        text = _("Settlement proposed with letter {letter}").format(**values)
    else:
        text = _("Settlement reported by letter {letter}").format(**values)
    if settlement.degree is Degree.PARTLY:
        text = f"{text} ({_(DEGREE_WORDS[Degree.PARTLY])})"
    return f"{text}: {settlement.remarks}" if settlement.remarks else text


def progress_head(note: Progress, letter: str) -> str:
    """Return what a dated line is, of which day, and from which letter or body."""
    day = format_date(note.on_date, current_language()) if note.on_date else ""
    parts = [_(PROGRESS_WORDS[note.kind]), day]
    if note.kind is ProgressKind.RULING and note.body:
        parts.append(note.body)
    if letter:
        parts.append(_("letter {number}").format(number=letter))
    return ", ".join(part for part in parts if part)


def progress_text(note: Progress, letter: str) -> str:
    """Return a dated line in words; `letter` is the own number of its letter, '' for none."""
    return f"{progress_head(note, letter)}: {note.text}"
