"""Suggestions of a letter and what a clerk does with them: accept, leave out. Each is one step with its undo."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from griffie.base.errors import ConflictError
from griffie.base.i18n import N_, _
from griffie.domain.changes import Changes
from griffie.domain.letter import Letter
from griffie.domain.reading import Suggestion, SuggestionKind, SuggestionState
from griffie.services.accepting import Acceptance, check_edits, make
from griffie.services.desk import Desk
from griffie.services.tagging import begin_work
from griffie.store import decisions, readings
from griffie.store.readings import KeptSuggestion
from griffie.store.steps import Step, step

ACCEPT_LABELS = {
    SuggestionKind.COMMITMENT: N_("Accept commitment {number}"),
    SuggestionKind.MOTION: N_("Accept motion {number}"),
    SuggestionKind.DISCHARGE: N_("Accept a settlement"),
    SuggestionKind.DEADLINE: N_("Accept deadline {number}"),
    SuggestionKind.REQUEST: N_("Accept request {number}"),
}


@dataclass(frozen=True)
class Shown:
    """An open suggestion: its id (the same after reading anew), its document, and the page it begins on, from 1."""

    id: str
    suggestion: Suggestion
    document_id: str
    page_number: int


def suggestions(desk: Desk, letter_id: str) -> list[Shown]:
    """Return the suggestions of a letter on which nobody has decided, in reading order."""
    return [_shown(kept) for kept in readings.open_suggestions(desk.register, letter_id)]


def _shown(kept: KeptSuggestion) -> Shown:
    return Shown(kept.id, kept.suggestion, kept.document_id, kept.suggestion.selection.page_number)


def counts(desk: Desk, letter_id: str) -> tuple[int, int]:
    """Return how many suggestions of a letter are open, and on how many a clerk has decided."""
    return readings.count_suggestions(desk.register, letter_id)


def accept(
    desk: Desk,
    letter_id: str,
    ids: Iterable[str],
    *,
    edits: Mapping[str, str] | None = None,
    unreviewed: bool = False,
) -> tuple[list[str], Changes]:
    """Make items of suggestions, in reading order, all in one step; returns the ids of the items.

    Args:
        desk: the register.
        letter_id: the letter.
        ids: the suggestions; one that is no longer open is passed over.
        edits: typed texts by field that go before the reader's, of a single suggestion; those of a deadline go to the
            deadline that comes along.
        unreviewed: mark the items as not looked at yet.

    Raises:
        ConflictError: none of them is open any more.
        InvalidValueError: what was typed does not fit its field.
    """
    letter, chosen, edits = desk.letter(letter_id), _chosen(desk, letter_id, ids), edits or {}
    for kept in chosen:
        check_edits(kept.suggestion.kind, edits)
    made: list[str] = []
    with step(desk.register, desk.who, _label(ACCEPT_LABELS, chosen), count=len(chosen)) as work:
        for kept in chosen:
            if not decisions.is_decided(work, letter.id, kept.suggestion):
                ids_of_one = make(Acceptance(work, letter, kept, edits, unreviewed))
                _decide(work, letter, kept, SuggestionState.ACCEPTED, ids_of_one[0] if ids_of_one else "")
                made += ids_of_one
        if len(chosen) == 1 and made:  # the step is named after the item, not after the deadline that came along
            work.args["number"] = work.rows("item", id=made[0])[0]["number"]
    return list(dict.fromkeys(made)), work.changes()


def dismiss(desk: Desk, letter_id: str, ids: Iterable[str]) -> Changes:
    """Leave suggestions out, all in one step; they stay gone in this letter also when it is read anew.

    Raises:
        ConflictError: none of them is open any more.
    """
    letter, chosen = desk.letter(letter_id), _chosen(desk, letter_id, ids)
    label = N_("Leave out a suggestion") if len(chosen) == 1 else N_("Leave out {count} suggestions")
    with step(desk.register, desk.who, label, count=len(chosen)) as work:
        for kept in chosen:
            if not decisions.is_decided(work, letter.id, kept.suggestion):
                _decide(work, letter, kept, SuggestionState.DISMISSED)
    return work.changes()


def _chosen(desk: Desk, letter_id: str, ids: Iterable[str]) -> list[KeptSuggestion]:
    wanted = set(ids)
    chosen = [kept for kept in readings.open_suggestions(desk.register, letter_id) if kept.id in wanted]
    if not chosen:
        raise ConflictError(_("This suggestion is no longer there."))
    return chosen


def _label(labels: Mapping[SuggestionKind, str], chosen: list[KeptSuggestion]) -> str:
    return labels[chosen[0].suggestion.kind] if len(chosen) == 1 else N_("Accept {count} suggestions")


def _decide(work: Step, letter: Letter, kept: KeptSuggestion, state: SuggestionState, item_id: str = "") -> None:
    decisions.put_decision(work, letter.id, kept.document_id, kept.suggestion, state, item_id)
    begin_work(work, letter)
