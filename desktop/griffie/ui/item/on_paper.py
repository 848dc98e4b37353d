"""The sheet of an item as it goes on paper: its fields, words, deadlines, settlements, progress, relations and log."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date
from griffie.domain.fields import ITEM_FIELDS
from griffie.domain.item import Item
from griffie.domain.kinds import WORDS, ItemKind
from griffie.domain.paper import Block, Paper, PaperColumn, Section
from griffie.domain.terms import deadline_text
from griffie.domain.values import show_value
from griffie.domain.wording import progress_head, settlement_text
from griffie.services.sheet import Sheet, status_text
from griffie.ui.item.header import about
from griffie.ui.item.log_part import lines_of, when_and_who
from griffie.ui.panel.moves import move_text

if TYPE_CHECKING:
    from griffie.services.telling import ToldStep


def paper_of_sheet(sheet: Sheet, steps: "Sequence[ToldStep]", *, whole: bool, today: dt.date) -> Paper:
    """Return the sheet as it would be printed; `steps` of the log are those that are shown, `whole` if that is all."""
    item = sheet.item
    title = f"{_(WORDS[item.kind])} {item.number}"
    state = [status_text(sheet), _("settlement reported") if sheet.is_reported else ""]
    if late := sheet.days_late(today):
        state.append(_late(late))
    day = format_date(today, current_language())
    subtitle = " · ".join(part for part in (*state, day) if part)
    parts = (_fields(sheet), _words(sheet), _deadlines(sheet), _settlements(sheet), _progress(sheet), _relations(sheet))
    note = "" if whole else _("Older changes are left out: show them first to have them on paper.")
    shown = tuple(part for part in parts if part is not None)
    return Paper(title, subtitle, (*shown, _log(steps)), note=note)


def _late(days: int) -> str:
    from griffie.ui.agenda.words import late_words

    return late_words(days)


def _fields(sheet: Sheet) -> Block:
    item = sheet.item
    fields = [
        (_(field.label), show_value(field, getattr(item, field.name)))
        for field in ITEM_FIELDS[item.kind]
        if field.name != "role"
    ]
    if sheet.owner is not None:
        fields.insert(0, (_("Belongs to"), f"{sheet.owner.number}: {about(sheet.owner)}"))
    return Block("", tuple(fields))


def _words(sheet: Sheet) -> Section | None:
    rows = tuple(dict.fromkeys(_quoted(sheet, sheet.item)))
    columns = (
        PaperColumn(_("Letter"), 0, kind="short"),
        PaperColumn(_("Page"), 0, kind="number"),
        PaperColumn(_("Quote"), 4),
    )
    return Section(_("Words in the letter"), columns, rows) if rows else None


def _quoted(sheet: Sheet, item: Item) -> Iterator[tuple[str, str, str]]:
    for passage in item.passages:
        page = str(passage.page_number) if passage.page_number else ""
        yield sheet.number_of(passage.letter_id), page, f"“{passage.quote}”" if passage.quote else ""


def _deadlines(sheet: Sheet) -> Section | None:
    if not sheet.deadlines:
        return None
    columns = (
        PaperColumn(_("Number"), 0, kind="short"), PaperColumn(_("Phrase"), 2), PaperColumn(_("Term"), 1),
        PaperColumn(_("Earlier dates"), 3),
    )  # fmt: skip
    rows = [
        (
            story.deadline.number,
            story.deadline.phrase,
            deadline_text(story.deadline),
            "\n".join(move_text(move) for move in reversed(story.moves)),
        )
        for story in sheet.deadlines
    ]
    return Section(_("Deadlines"), columns, rows)


def _settlements(sheet: Sheet) -> Section | None:
    if sheet.item.kind is ItemKind.DEADLINE:
        return None
    columns = (PaperColumn(_("Settlement"), 2), PaperColumn(_("Quote"), 3))
    rows = [
        (settlement_text(one, sheet.number_of(one.letter_id)), f"“{one.passage.quote}”" if one.passage else "")
        for one in sheet.settlements
    ]
    return Section(_("Settlements"), columns, rows, nothing=_("Nothing settles it yet."))


def _progress(sheet: Sheet) -> Block | None:
    if sheet.item.kind is ItemKind.DEADLINE and not sheet.progress:
        return None
    fields = tuple((progress_head(note, sheet.number_of(note.letter_id)), note.text) for note in sheet.progress)
    return Block(_("Progress"), fields, nothing=_("Nothing was noted yet."))


def _relations(sheet: Sheet) -> Block | None:
    if not sheet.relations:
        return None
    fields = tuple((_(one.word), f"{one.other_number}: {one.other_title}") for one in sheet.relations)
    return Block(_("Other items"), fields)


def _log(steps: "Sequence[ToldStep]") -> Section:
    columns = (PaperColumn(_("When and who"), 1), PaperColumn(_("What"), 3))
    rows = [(when_and_who(told), "\n".join(lines_of(told))) for told in steps]
    return Section(_("What was done"), columns, rows, nothing=_("Nothing was done to it yet."))
