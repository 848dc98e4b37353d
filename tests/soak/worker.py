"""Works on a register without end, at random but the same for the same seed, and confirms each edit on its pipe."""

import json
import random
import sys
import tempfile
from pathlib import Path

from griffie.base.errors import UserError
from griffie.domain.kinds import DocumentRole, ItemKind, LetterState
from griffie.services import history, itemising, lettering, looking, suggesting, tagging
from tests.helpers.composed_readings import read
from tests.helpers.registers import SENTENCES, document_of, new_desk, put_letter, select
from tests.soak.killing import history_digest
from tests.unit.services.test_suggesting import MADE

PHRASES = ("Ik zeg toe uw Kamer", "voor 1 mei 2026", "De motie van het lid Azmani", "het rapport", "Hoogachtend")


class Worker:
    """Does one edit after the other and says so."""

    def __init__(self, path, seed, pdf):
        self.desk, self.chance = new_desk(path, "soak"), random.Random(seed)
        self.desk.pdf = pdf
        self.folder = Path(tempfile.mkdtemp(dir=path.parent)) if pdf else None
        self.added, self.newest, self.digest = 0, 0, b""

    def work(self):
        """Edit for ever."""
        edits = [self.tag] * 6 + [self.field, self.letter_field, self.number, self.tie, self.untie] * 2
        edits += [self.read, self.read, self.decide, self.decide]
        edits += [self.undo, self.undo, self.redo, self.delete, self.add] + (
            [self.add_pdf] * 3 if self.desk.pdf else []
        )
        self.confirm()
        self.add()
        while True:
            self.confirm()
            try:
                self.chance.choice(edits)()
            except UserError:
                continue  # nothing to undo, no reason given: refused in words, as it should be

    def confirm(self):
        """Write what is surely in the register by now."""
        conn = self.desk.register.read
        newest = conn.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0]
        if newest > self.newest:
            self.digest = history_digest(conn, newest, self.digest, self.newest)
            self.newest = newest
            print(json.dumps({"step": newest, "digest": self.digest.hex()}), flush=True)

    def letter(self):
        letters = looking.list_letters(self.desk, limit=20)
        if not letters:
            raise UserError("all undone")
        return self.chance.choice(letters).id

    def item(self):
        letter_id = self.letter()
        found = looking.items_in(self.desk, letter_id)
        if not found:
            raise UserError("no items")
        return letter_id, self.chance.choice(found)

    def selection(self, letter_id):
        try:
            return select(self.desk, letter_id, self.chance.choice(PHRASES))
        except LookupError:
            raise UserError("a letter with other words") from None

    def add(self):
        put_letter(self.desk, *SENTENCES, f"Nummer {self.chance.random()}")

    def add_pdf(self):
        from griffie.services.adding import add_document, add_file
        from tests.unit.services.letter_prints import covering_note

        self.added += 1
        path = self.folder / f"{self.added}.pdf"
        path.write_bytes(covering_note(f"Ik zeg toe uw Kamer {self.chance.random()}"))
        if self.chance.random() < 0.3:
            add_document(self.desk, self.letter(), path, DocumentRole.KAMERSTUK)
        else:
            add_file(self.desk, path)

    def tag(self):
        letter_id = self.letter()
        kind, selection = self.chance.choice(list(ItemKind)), self.selection(letter_id)
        tagging.tag(self.desk, letter_id, document_of(self.desk, letter_id), kind, selection)

    def field(self):
        letter_id, item = self.item()
        itemising.set_item_field(self.desk, item.id, "remarks", f"{self.chance.random()}", letter_id=letter_id)

    def letter_field(self):
        name, value = self.chance.choice(
            (("subject", f"{self.chance.random()}"), ("state", self.chance.choice(list(LetterState))), ("handler", "A"))
        )
        lettering.set_letter_field(self.desk, self.letter(), name, value)

    def number(self):
        _letter_id, item = self.item()
        if item.kind is ItemKind.MOTION:
            itemising.type_item_field(self.desk, item, "dossier", f"29344-{self.chance.randrange(4)}")

    def tie(self):
        letter_id, item = self.item()
        selection = self.selection(letter_id)
        tagging.tie_item(self.desk, item.id, letter_id, document_of(self.desk, letter_id), selection)

    def untie(self):
        _letter_id, item = self.item()
        if item.passages:
            tagging.untie(self.desk, item.id, item.passages[0])

    def delete(self):
        letter_id, item = self.item()
        itemising.delete_item(self.desk, item.id, letter_id)

    def read(self):
        letter_id = self.letter()
        try:
            found = [make(self.desk, letter_id) for make in MADE.values()]
        except LookupError:
            raise UserError("a letter with other words") from None
        read(self.desk, letter_id, *found[self.chance.randrange(3) :], name=f"composed/{self.chance.randrange(3)}")

    def decide(self):
        letter_id = self.letter()
        ids = [shown.id for shown in suggesting.suggestions(self.desk, letter_id)]
        chosen = ids if self.chance.random() < 0.3 else ids[:1]
        self.chance.choice((suggesting.accept, suggesting.dismiss))(self.desk, letter_id, chosen)

    def undo(self):
        history.undo(self.desk)

    def redo(self):
        history.redo(self.desk)


def main(words):
    """Work on the register at the path, with the seed, until killed."""
    path, seed = Path(words[0]), int(words[1])
    pdf = None
    if "--pdf" in words:
        from griffie.pdf.client import PdfService
        from griffie.pdf.launch import start_launcher

        pdf = PdfService(start_launcher())
    Worker(path, seed, pdf).work()


if __name__ == "__main__":
    main(sys.argv[1:])
