"""What every service works with: the register, the PDF process, and who is at work."""

import getpass
from dataclasses import dataclass
from pathlib import Path

from griffie.base.errors import NotFoundError, UserError
from griffie.base.i18n import _
from griffie.domain.item import Item
from griffie.domain.letter import Letter
from griffie.pdf.client import PdfService
from griffie.store import items, letters
from griffie.store.database import Register


@dataclass
class Desk:
    """A clerk's desk: an open register, the PDF process (None where no PDF is touched) and the clerk's name.

    `own_recesses` is the file with the clerk's own rows of the recess calendar.
    """

    register: Register
    pdf: PdfService | None = None
    who: str = ""
    own_recesses: Path | None = None

    def letter(self, reference: str) -> Letter:
        """Return the letter with this id, beginning of an id, or own number.

        Raises:
            NotFoundError: none, or more than one, has it.
        """
        found = letters.find_letters(self.register, reference.strip())
        letter = letters.letter(self.register, _only(found, reference)) if found else None
        if letter is None:
            raise NotFoundError(
                _("There is no letter {reference}.").format(reference=reference), _("See `griffie list letters`.")
            )
        return letter

    def item(self, reference: str, letter_id: str | None = None) -> Item:
        """Return the item with this id (or of its mention), beginning of an id, own number or official number.

        Raises:
            NotFoundError: none, or more than one, has it.
        """
        found = items.find_items(self.register, reference.strip())
        if found:
            item_id = _only([entry[0] for entry in found], reference)
            item = items.item(self.register, item_id, letter_id or found[0][1] or None)
            if item is not None:
                return item
        raise NotFoundError(
            _("There is no item {reference}.").format(reference=reference), _("See `griffie list commitments`.")
        )

    def process(self) -> PdfService:
        """Return the PDF process.

        Raises:
            UserError: this desk was opened without one.
        """
        if self.pdf is None:
            raise UserError(_("PDF files cannot be read here."))
        return self.pdf


def _only(ids: list[str], reference: str) -> str:
    if len(set(ids)) > 1:
        raise NotFoundError(_("{reference} fits more than one.").format(reference=reference), _("Type more of the id."))
    return ids[0]


def name_of_user(setting: str = "") -> str:
    """Return the name to put in the history: the setting, else the name of the machine's user."""
    if setting:
        return setting
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"
