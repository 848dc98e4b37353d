"""The agenda as it goes on paper: a table for each group, without those that are closed in the list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.agenda import AgendaFilter, Entry, Group, Horizon, Tally
from griffie.domain.dates import format_date
from griffie.domain.kinds import WORDS, Chamber
from griffie.domain.paper import Paper, PaperColumn, Section
from griffie.services import agenda
from griffie.services.desk import Desk
from griffie.ui.agenda import words
from griffie.ui.agenda.filter_bar import KIND_WORDS
from griffie.ui.agenda.model import HEADINGS
from griffie.ui.agenda.source import Source

MOST = 3_000
"""So many lines go on paper at most, and a note says how many there are."""


@dataclass(frozen=True)
class Wish:
    """What is to go on paper, as it was when it was asked for: the groups with first day, day behind and count."""

    desk: Desk
    shown: AgendaFilter
    tally: Tally
    seen: Horizon
    days: tuple[date, date] | None
    parts: tuple[tuple[Group, str, str, int], ...]

    def gather(self) -> Paper:
        """Read the lines and return the paper; not for the GUI thread.

        Raises:
            UserError: the register is damaged or locked.
        """
        left, sections = MOST, []
        for group, first, behind, count in self.parts:
            lines = agenda.page(self.desk, self.shown, first=first, behind=behind, limit=left) if left else []
            left -= len(lines)
            sections.append(self._section(group, lines, count))
        whole = sum(count for _group, _first, _behind, count in self.parts)
        note = _("The first {shown} of {n} deadlines are printed.").format(shown=MOST, n=whole) if whole > MOST else ""
        return Paper(_("Agenda"), self.subtitle(), tuple(sections), landscape=True, note=note)

    def subtitle(self) -> str:
        """Return of which day the agenda is, and what it is limited to."""
        language = current_language()
        parts = [_("as of {day}").format(day=format_date(self.seen.today, language))]
        if self.days is not None:
            first, last = (format_date(day, language) for day in self.days)
            parts.append(_("{first} through {last}").format(first=first, last=last))
        return " · ".join([*parts, *filter_words(self.shown)])

    def _section(self, group: Group, lines: list[Entry], count: int) -> Section:
        columns = (
            PaperColumn(_(HEADINGS["date"]), 1.2, kind="date"),
            PaperColumn(_(HEADINGS["left"]), 1.2, kind="short"),
            PaperColumn(_(HEADINGS["phrase"]), 2),
            PaperColumn(_("Number"), 1.1, kind="short"),
            PaperColumn(_(HEADINGS["item"]), 5),
            PaperColumn(_(HEADINGS["ministry"]), 1),
            PaperColumn(_(HEADINGS["letter"]), 1.1, kind="short"),
        )
        rows = [self._row(entry) for entry in lines]
        total = ngettext("{n} line", "{n} lines", count).format(n=count)
        return Section(words.heading_words(group, self.seen), columns, rows, total=total)

    def _row(self, entry: Entry) -> tuple[str, ...]:
        today, title = self.seen.today, words.title_words(entry)
        return (
            words.date_words(entry), words.left_words(entry, today), words.phrase_words(entry), entry.number,
            f"{words.kind_word(entry)}: {title}" if title else words.kind_word(entry), entry.ministry,
            entry.letter_number,
        )  # fmt: skip


def paper_of(
    source: Source, days: tuple[date, date] | None = None, without: Iterable[Group] = ()
) -> Callable[[], Paper] | None:
    """Return what gathers the agenda as it would be printed, None where there is nothing in it.

    Args:
        source: what is shown.
        days: only the deadlines of these days, first and last.
        without: groups that are left out.
    """
    skipped, parts = set(without), []
    for counted in source.tally.groups(source.seen):
        first, behind = source.seen.span(counted.group)
        if days is not None:
            first = max(first, days[0].isoformat())
            behind = min(behind, (days[1] + timedelta(days=1)).isoformat())
        count = source.tally.between(first, behind)
        if counted.group not in skipped and first < behind and count:
            parts.append((counted.group, first, behind, count))
    if not parts:
        return None
    return Wish(source.place.desk, source.shown, source.tally, source.seen, days, tuple(parts)).gather


def filter_words(shown: AgendaFilter) -> list[str]:
    """Return what an agenda is limited to, in words."""
    parts = [_(KIND_WORDS[kind]) for kind in shown.kinds]
    parts += [text for text in (shown.ministry, shown.committee, shown.handler) if text]
    if shown.chamber in list(Chamber):
        parts.append(_(WORDS[Chamber(shown.chamber)]))
    return [*parts, *([_("settled ones too")] if shown.also_closed else [])]
