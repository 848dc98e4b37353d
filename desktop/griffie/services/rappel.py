"""The reminder round: its lists, their file for a spreadsheet, and what was decided in it so far."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import _, current_language, in_language
from griffie.domain.kinds import ItemKind
from griffie.domain.rappel import ListName, Rappel, RappelLine, RappelQuestion
from griffie.domain.rappel_decision import named
from griffie.services.desk import Desk
from griffie.store import rappel
from griffie.store.rappel import BY_MINISTRY
from griffie.store.register_rows import Sort

BATCH = 500
"""Lines that are read at a time."""


def seqs(desk: Desk, question: RappelQuestion, sort: Sort = BY_MINISTRY) -> Rappel[int]:
    """Return the `seq` of every item in each list, 8 bytes each; not for the GUI thread."""
    return rappel.seqs(desk.register, question, sort)


def lines(desk: Desk, question: RappelQuestion, name: ListName, some: Sequence[int]) -> list[RappelLine]:
    """Return items of a list by their `seq`, in the order asked; those that are gone are left out."""
    return rappel.lines(desk.register, question, name, some)


def lists(desk: Desk, question: RappelQuestion, sort: Sort = BY_MINISTRY) -> Rappel[RappelLine]:
    """Return the lists of a round whole: open and partly settled items, by ministry and then by term."""
    found = seqs(desk, question, sort)
    return Rappel(*([line for some in read(desk, question, name, of) for line in some] for name, of in found))


def read(desk: Desk, question: RappelQuestion, name: ListName, some: Sequence[int]) -> Iterator[list[RappelLine]]:
    """Yield the lines of a list, some hundreds at a time."""
    for start in range(0, len(some), BATCH):
        yield lines(desk, question, name, some[start : start + BATCH])


def decided(desk: Desk, item_ids: Iterable[str], body: str, on: str) -> dict[str, str]:
    """Return by item the words of the last decision that a body took on it on a day (ISO)."""
    return rappel.rulings(desk.register, item_ids, body.strip(), on)


def decisions_of_round(desk: Desk, body: str, on: str) -> dict[str, list[tuple[ItemKind, str]]]:
    """Return all that a body decided on a day (ISO): by its words the kinds and numbers of the items, in order."""
    found: dict[str, list[tuple[ItemKind, str]]] = {}
    for words, kind, number in rappel.rulings_of_round(desk.register, body.strip(), on):
        entry = (ItemKind(kind), number)
        if entry not in found.setdefault(words, []):
            found[words].append(entry)
    return found


def decided_seqs(desk: Desk, body: str, on: str) -> set[int]:
    """Return the `seq` of every item on which a body decided on a day (ISO)."""
    return rappel.decided_seqs(desk.register, body.strip(), on)


def notes_of_round(desk: Desk, body: str, on: str) -> list[tuple[str, str]]:
    """Return what a body decided on a day (ISO) as its notes have it: items by their numbers, and the decision."""
    found = []
    for words, items in decisions_of_round(desk, body, on).items():
        kinds = {kind for kind, _number in items}
        kind = next(iter(kinds)) if len(kinds) == 1 else None
        found.append((named(kind, [number for _kind, number in items], most=len(items)), words))
    return found


def ministries(desk: Desk) -> list[str]:
    """Return the ministries that items have."""
    return rappel.ministries(desk.register)


def committees(desk: Desk) -> list[str]:
    """Return the committees that items have."""
    return rappel.committees(desk.register)


def bodies(desk: Desk) -> list[str]:
    """Return who has decided before, the last one first, and then the committees."""
    return rappel.bodies(desk.register)


def csv_pieces(
    desk: Desk,
    question: RappelQuestion,
    *,
    profile: str = "excel_nl",
    language: str = "",
    written: Callable[[int], None] = lambda _rows: None,
) -> Iterator[bytes]:
    """Yield the lists as a CSV file, piece by piece; `written` is told how many rows each piece has.

    Raises:
        UserError: no such profile.
    """
    from griffie.exchange.rappel_csv import Form
    from griffie.exchange.to_csv import PROFILES

    if profile not in PROFILES:
        raise UserError(_("There is no CSV profile {name}.").format(name=profile))
    language = language or current_language()
    form = Form(question, PROFILES[profile], in_language(language), language)
    yield form.head()
    for name, of in seqs(desk, question):
        for some in read(desk, question, name, of):
            if some:
                yield form.rows(some)
                written(len(some))


def export_csv(
    desk: Desk,
    target: Path,
    question: RappelQuestion,
    *,
    profile: str = "excel_nl",
    language: str = "",
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write the lists to a CSV file, whole or not at all, and return how many rows it has, headers not counted.

    Raises:
        UserError: no such profile, or the file cannot be written.
        Cancelled: the user stopped it; what was there before is still there.
    """
    from griffie.services.exporting import replaced

    counts: list[int] = []
    with replaced(target) as file:
        for piece in csv_pieces(desk, question, profile=profile, language=language, written=counts.append):
            if cancelled():
                raise Cancelled
            file.write(piece)
    return sum(counts)
