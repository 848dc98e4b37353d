"""The agenda as it goes on paper: a table for each group, without those that are closed in the list."""

from collections.abc import Iterable
from datetime import date, timedelta

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.agenda import AgendaFilter, Entry, Group
from griffie.domain.dates import format_date
from griffie.domain.kinds import WORDS, Chamber
from griffie.domain.paper import Paper, PaperColumn, Section
from griffie.services import agenda
from griffie.ui.agenda import words
from griffie.ui.agenda.filter_bar import KIND_WORDS
from griffie.ui.agenda.model import HEADINGS
from griffie.ui.agenda.source import Source

MOST = 3_000
"""So many lines go on paper at most, and a note says how many there are."""


def paper_of(source: Source, days: tuple[date, date] | None = None, without: Iterable[Group] = ()) -> Paper | None:
    """Return the agenda as it would be printed, None where there is nothing in it.

    Args:
        source: what is shown.
        days: only the deadlines of these days, first and last.
        without: groups that are left out.
    """
    left, sections, whole = MOST, [], 0
    skipped = set(without)
    for counted in source.tally.groups(source.seen):
        first, behind = source.seen.span(counted.group)
        if days is not None:
            first = max(first, days[0].isoformat())
            behind = min(behind, (days[1] + timedelta(days=1)).isoformat())
        count = source.tally.between(first, behind)
        if counted.group in skipped or first >= behind or not count:
            continue
        whole += count
        lines = agenda.page(source.place.desk, source.shown, first=first, behind=behind, limit=left) if left else []
        left -= len(lines)
        sections.append(_section(source, counted.group, lines, count))
    if not sections:
        return None
    note = ""
    if whole > MOST:
        note = _("The first {shown} of {n} deadlines are printed.").format(shown=MOST, n=whole)
    return Paper(_("Agenda"), subtitle(source, days), tuple(sections), landscape=True, note=note)


def subtitle(source: Source, days: tuple[date, date] | None) -> str:
    """Return of which day the agenda is, and what it is limited to."""
    language = current_language()
    parts = [_("as of {day}").format(day=format_date(source.today, language))]
    if days is not None:
        first, last = (format_date(day, language) for day in days)
        parts.append(_("{first} through {last}").format(first=first, last=last))
    return " · ".join([*parts, *filter_words(source.shown)])


def filter_words(shown: AgendaFilter) -> list[str]:
    """Return what an agenda is limited to, in words."""
    parts = [_(KIND_WORDS[kind]) for kind in shown.kinds]
    parts += [text for text in (shown.ministry, shown.committee, shown.handler) if text]
    if shown.chamber in list(Chamber):
        parts.append(_(WORDS[Chamber(shown.chamber)]))
    return [*parts, *([_("settled ones too")] if shown.also_closed else [])]


def _section(source: Source, group: Group, lines: list[Entry], count: int) -> Section:
    columns = (
        PaperColumn(_(HEADINGS["date"]), 1.2, kind="date"),
        PaperColumn(_(HEADINGS["left"]), 1.2, kind="short"),
        PaperColumn(_(HEADINGS["phrase"]), 2.4),
        PaperColumn(_("Number"), 1.1, kind="short"),
        PaperColumn(_(HEADINGS["item"]), 5),
        PaperColumn(_(HEADINGS["ministry"]), 1.2),
        PaperColumn(_(HEADINGS["letter"]), 1.1, kind="short"),
    )
    rows = [
        (words.date_words(entry), words.left_words(entry, source.today), words.phrase_words(entry), entry.number,
         f"{words.kind_word(entry)}: {entry.title}" if entry.title else words.kind_word(entry), entry.ministry,
         entry.letter_number)
        for entry in lines
    ]  # fmt: skip
    total = ngettext("{n} line", "{n} lines", count).format(n=count)
    return Section(words.heading_words(group, source.seen), columns, rows, total=total)
