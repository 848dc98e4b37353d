"""Everything about one item, read at once: what its sheet shows, on the screen and on paper. From any thread."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from griffie.base.errors import NotFoundError
from griffie.base.i18n import _, current_language
from griffie.domain.addresses import address_of
from griffie.domain.following import Progress, Relation
from griffie.domain.item import Deadline, DeadlineChange, Item, Motion
from griffie.domain.kinds import WORDS, Chamber, MentionRole, Status
from griffie.domain.letter import Letter
from griffie.domain.reading import CitationKind
from griffie.domain.settlement import Settlement, Stage
from griffie.services import following, looking, settling
from griffie.services.desk import Desk
from griffie.services.statuses import status_words
from griffie.store import mentions

CLOSED = (Status.SETTLED, Status.LAPSED)


@dataclass(frozen=True)
class DeadlineStory:
    """A deadline with what it was before, oldest first."""

    deadline: Deadline
    moves: tuple[DeadlineChange, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One item with all that belongs to it.

    Attributes:
        item: the item; a motion by itself, with its passages in all letters.
        home: the letter in which it is looked at, None for an item without one.
        owner: of a deadline, the item that it belongs to.
        letters: the letters that are named anywhere on the sheet, by id.
        roles: of a motion, the letters that mention it with what they do with it, the oldest first.
    """

    item: Item
    home: str | None = None
    owner: Item | None = None
    deadlines: tuple[DeadlineStory, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    progress: tuple[Progress, ...] = ()
    relations: tuple[Relation, ...] = ()
    letters: Mapping[str, Letter] = field(default_factory=dict)
    roles: tuple[tuple[str, MentionRole], ...] = ()

    @property
    def status(self) -> Status:
        """Its status, of a deadline that of the item it belongs to."""
        return (self.owner or self.item).status

    @property
    def is_open(self) -> bool:
        """True where it is neither settled nor lapsed."""
        return self.status not in CLOSED

    @property
    def is_reported(self) -> bool:
        """True where a settlement is reported or proposed and nobody has decided, while the item is open."""
        return self.is_open and any(one.stage is not Stage.DECIDED for one in self.settlements)

    @property
    def due(self) -> dt.date | None:
        """The last day of the deadline that ends first, None where none has a date."""
        own = [self.item] if isinstance(self.item, Deadline) else [one.deadline for one in self.deadlines]
        return min((one.date_to for one in own if one.date_to), default=None)

    def days_late(self, today: dt.date) -> int:
        """Return by how many days it is overdue; 0 where it is not."""
        return max(0, (today - self.due).days) if self.is_open and self.due is not None else 0

    @property
    def address(self) -> str:
        """The official web address of the paper that the item is, '' where no rule gives one."""
        if not isinstance(self.item, Motion) or not self.item.paper_number:
            return ""
        return address_of(CitationKind.KAMERSTUK, paper_of(self.item)) or ""

    def number_of(self, letter_id: str | None) -> str:
        """Return the own number of a letter on the sheet; '' for none."""
        found = self.letters.get(letter_id) if letter_id else None
        return found.number if found is not None else ""


def status_text(sheet: Sheet) -> str:
    """Return the status in the words of the item's own chamber: those kept beside it, else those of today in Dutch."""
    item = sheet.owner or sheet.item
    if item.status_word:
        return item.status_word
    letter = sheet.letters.get(sheet.home) if sheet.home is not None else None
    chamber = letter.chamber.value if letter is not None and letter.chamber is not None else ""
    if not chamber and item.official_number:
        chamber = Chamber.TK.value if item.official_number.startswith("TZ") else Chamber.EK.value
    word = status_words().word_of(item.status, chamber).lower() if current_language() == "nl" else ""
    return word or _(WORDS[item.status])


def paper_of(motion: Motion) -> str:
    """Return the paper of a motion: "29344-120", "36600-VI-12"; '' where it has no number yet."""
    return "-".join(part for part in (motion.dossier, motion.suffix, motion.paper_number) if part)


def read_sheet(desk: Desk, item_id: str) -> Sheet:
    """Return everything about an item.

    Raises:
        NotFoundError: it is no longer in the register.
    """
    item = desk.item(item_id)
    deadlines = () if isinstance(item, Deadline) else looking.deadlines_of(desk, item.id)
    chosen = [item] if isinstance(item, Deadline) else deadlines
    stories = tuple(DeadlineStory(one, tuple(looking.deadline_changes(desk, one.id))) for one in chosen)
    owner = desk.item(item.owner_id) if isinstance(item, Deadline) and item.owner_id else None
    roles = tuple(mentions.mentions_of(desk.register, item.id)) if isinstance(item, Motion) else ()
    settlements = tuple(settling.settlements_of(desk, item.id))
    progress = tuple(following.progress_of(desk, item.id))
    home = looking.letter_of(item) or (roles[0][0] if roles else None)
    named = [home, *(one.letter_id for one in item.passages), *(one.letter_id for one in settlements)]
    named += [*(one.letter_id for one in progress), *(one[0] for one in roles)]
    return Sheet(
        item,
        home,
        owner,
        stories,
        settlements,
        progress,
        tuple(following.relations_of(desk, item.id)),
        _letters(desk, filter(None, named)),
        roles,
    )


def _letters(desk: Desk, ids: Iterable[str]) -> dict[str, Letter]:
    found = {}
    for letter_id in dict.fromkeys(ids):
        try:
            found[letter_id] = desk.letter(letter_id)
        except NotFoundError:  # deleted for good between two reads
            continue
    return found
