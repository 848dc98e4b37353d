"""The reminder round as it goes on paper: the lists by ministry, with room to write in, and what was decided so far."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from griffie.base.i18n import _, current_language, ngettext
from griffie.domain.dates import format_date
from griffie.domain.kinds import WORDS, ItemKind, Status
from griffie.domain.paper import Block, Paper, PaperColumn, Section
from griffie.domain.rappel import ListName, RappelLine, RappelQuestion
from griffie.services import rappel
from griffie.services.desk import Desk
from griffie.ui.rappel.model import short_day

PRINTED_AT_MOST = 3_000
"""Items on paper; more are not leafed through, and a note says how many there are."""


@dataclass(frozen=True)
class Snapshot:
    """What is on the screen: the round, the rows of each list, and who decides when (ISO), '' where that is open."""

    question: RappelQuestion
    lists: Sequence[tuple[ListName, Sequence[int]]]
    body: str = ""
    day: str = ""


def paper_of(desk: Desk, shown: Snapshot) -> Paper | None:
    """Return the round as a paper, None where nothing is due; reads the register, so not for the GUI thread."""
    whole = sum(len(seqs) for _name, seqs in shown.lists)
    if not whole:
        return None
    sections: list[Section | Block] = []
    left = PRINTED_AT_MOST
    for name, seqs in shown.lists:
        lines = [line for some in rappel.read(desk, shown.question, name, seqs[:left]) for line in some]
        left -= len(lines)
        sections += _list(desk, shown, name, lines, len(seqs))
    sections += _decisions(desk, shown)
    note = ""
    if whole > PRINTED_AT_MOST:
        note = _("The first {shown} of {n} items are printed.").format(shown=PRINTED_AT_MOST, n=whole)
    return Paper(_title(shown.question), _subtitle(shown.question), tuple(sections), landscape=True, note=note)


def _title(question: RappelQuestion) -> str:
    day = format_date(question.on, current_language())
    if question.kinds == (ItemKind.COMMITMENT,):
        return _("Reminder round of commitments, reference date {day}").format(day=day)
    return _("Reminder round, reference date {day}").format(day=day)


def _subtitle(question: RappelQuestion) -> str:
    parts = [_(WORDS[question.chamber])] if question.chamber is not None else []
    parts += [text for text in (question.ministry, question.committee) if text]
    return " · ".join(parts) or _("All chambers, ministries and committees")


def _list(
    desk: Desk, shown: Snapshot, name: ListName, lines: list[RappelLine], count: int
) -> Iterator[Section | Block]:
    """Yield a list: one table, or one for each ministry where none is chosen."""
    question = shown.question
    heading = f"{question.heading(name, _, current_language())} ({count})"
    rulings = rappel.decided(desk, [line.id for line in lines], shown.body, shown.day) if shown.day else {}
    columns = _columns(question)
    if question.ministry or not lines:
        rows = [_row(question, line, rulings) for line in lines]
        yield Section(heading, columns, rows, nothing=_("Nothing in this list."))
        return
    for ministry, of in groupby(lines, key=lambda line: line.ministry):
        rows = [_row(question, line, rulings) for line in of]
        total = ngettext("{n} item", "{n} items", len(rows)).format(n=len(rows))
        yield Section(f"{heading} · {ministry or _('no ministry')}", columns, rows, total=total)


def _columns(question: RappelQuestion) -> tuple[PaperColumn, ...]:
    """Return the columns of the form; the last three are where a committee and a ministry write."""
    text = _("Commitment") if question.kinds == (ItemKind.COMMITMENT,) else _("Commitment, motion or request")
    return (
        PaperColumn(_("Number"), 0, kind="short"),
        PaperColumn(text, 5.0),
        PaperColumn(_("Status"), 1.2),
        PaperColumn(_("Term"), 0, kind="date"),
        PaperColumn(_("Responsible"), 2.2),
        *(() if question.committee else (PaperColumn(_("Committee"), 1.6),)),
        PaperColumn(_("Letter"), 1.3),
        PaperColumn(_("Proposal"), 3.0),
        PaperColumn(_("New term / forecast"), 1.5),
        PaperColumn(_("Decision, notes"), 2.2),
    )


def _row(question: RappelQuestion, line: RappelLine, rulings: dict[str, str]) -> tuple[str, ...]:
    status = _(WORDS[Status(line.status)]) if line.status in list(Status) else line.status
    page = _("p. {page}").format(page=line.page) if line.page else ""
    return (
        line.number,
        line.text,
        status,
        short_day(line.due),
        line.responsible,
        *(() if question.committee else (line.committee,)),
        ", ".join(part for part in (line.letter, page) if part),
        line.proposal(_, current_language()),
        "",
        rulings.get(line.id, ""),
    )


def _decisions(desk: Desk, shown: Snapshot) -> Iterable[Section | Block]:
    """Yield what was decided in this round, in the words of the committee's notes."""
    found = rappel.notes_of_round(desk, shown.body, shown.day) if shown.body and shown.day else []
    if not found:
        return
    day = format_date(date.fromisoformat(shown.day), current_language())
    heading = _("Decisions of {body}, {day}").format(body=shown.body, day=day)
    columns = (PaperColumn(_("Items"), 3), PaperColumn(_("Decision"), 4))
    yield Section(heading, columns, found)
