"""What rules may know of the letter besides its text: who wrote it, when, to whom, and the calendar of the chamber."""

import datetime as dt
from dataclasses import dataclass, field

from griffie.domain.kinds import Chamber
from griffie.domain.letter import Dossier
from griffie.domain.recess import RecessCalendar


@dataclass(frozen=True)
class LetterFacts:
    """The header as the clerk has it now, not as it was printed: a corrected date counts."""

    date: dt.date | None = None
    chamber: Chamber | None = None
    dossiers: tuple[Dossier, ...] = ()
    functions: tuple[str, ...] = ()
    calendar: RecessCalendar = field(default_factory=RecessCalendar)
