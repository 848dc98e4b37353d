"""Works in the real window without end, by its keys and fields, and confirms what the window has shown as saved.

window_worker.py REGISTER SEED. At random but the same for the same seed; started to be killed (`window_loops`).
"""

import json
import random
import sys
from pathlib import Path

from griffie.base.errors import UserError
from griffie.pdf.launch import start_launcher
from tests.helpers.letters import letter_pdf
from tests.soak.killing import history_digest

QUOTES = (
    "Ik zal uw Kamer voor het zomerreces informeren",
    "voor het zomerreces",
    "De motie van het lid Brouwers",
    "Uiterlijk op 1 oktober 2026 stuur ik uw Kamer het eindverslag toe",
    "1 oktober 2026",
    "De commissie heeft mij verzocht om een overzicht van de pilots",
)
FIELDS = ("summary", "remarks")
PATIENT = 0.7
"""How often it waits until the window has come to rest; else the next edit comes while the last one is on its way."""


class WindowWorker:
    """Somebody who edits fast and never stops."""

    def __init__(self, whole, seed, folder):
        from PySide6.QtCore import Qt

        self.whole, self.chance, self.folder = whole, random.Random(seed), folder
        self.keys = Qt.Key
        self.newest, self.digest = 0, b""
        whole.place.bus.changed.connect(self.confirm)

    def work(self):
        """Edit for ever."""
        self.open_letter()
        edits = [self.tag] * 6 + [self.field] * 6 + [self.state] * 2
        edits += [self.retie, self.delete, self.undo, self.undo, self.redo, self.open_letter]
        while True:
            self.chance.choice(edits)()
            if self.chance.random() < PATIENT:
                self.whole.settle()
            if self.whole.letter.opened is None:  # its coming was undone
                self.open_letter()

    def confirm(self, *_change):
        """Write what the window shows as saved, and how the history stands in the register."""
        conn = self.whole.desk.register.read
        newest = conn.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0]
        self.digest = history_digest(conn, newest, self.digest, self.newest)
        self.newest = newest
        line = {"step": newest, "digest": self.digest.hex(), "children": self.whole.program.pdf.children()}
        opened = self.whole.letter.opened
        if opened is not None and self.whole.place.lane.idle:
            line["letter"] = opened.letter.id
            line["shown"] = {item.id: shown(item) for item in opened.items}
        print(json.dumps(line), flush=True)

    # what a clerk does

    def open_letter(self):
        files = sorted(self.folder.glob("*.pdf"))
        if len(files) < 3 and (not files or self.chance.random() < 0.3):
            path = self.folder / f"brief{len(files)}.pdf"
            path.write_bytes(letter_pdf(pages=2, extra=f"Nummer {self.chance.random()}"))
            files = [path]
        self.whole.open(self.chance.choice(files))

    def select(self):
        self.whole.select_quote(self.chance.choice(QUOTES), self.chance.choice(list(self.whole.page.visible_pages())))

    def press(self, widget, key):
        from PySide6.QtTest import QTest

        widget.setFocus()
        QTest.keyClick(widget, key)

    def tag(self):
        self.select()
        self.press(
            self.whole.page, self.chance.choice((self.keys.Key_1, self.keys.Key_2, self.keys.Key_3, self.keys.Key_4))
        )

    def item(self):
        items = self.whole.letter.opened.items
        if items:
            self.whole.letter.show_item(self.chance.choice(items).id)
        return bool(items)

    def field(self):
        from PySide6.QtTest import QTest

        if not self.item():
            return
        rows = self.whole.panel.items.form.form.rows
        control = rows[self.chance.choice([name for name in FIELDS if name in rows])].editor.control
        control.setFocus()
        control.selectAll()
        QTest.keyClicks(control, f"nr {self.chance.randrange(10**6)}")
        self.press(control, self.chance.choice((self.keys.Key_Return, self.keys.Key_Tab)))

    def state(self):
        box = self.whole.panel.header.state.editor.control
        self.press(box, self.chance.choice((self.keys.Key_Down, self.keys.Key_Up)))

    def retie(self):
        if self.item():
            self.select()
            self.press(self.whole.page, self.keys.Key_T)

    def delete(self):
        if self.item():
            self.press(self.whole.page, self.keys.Key_Delete)

    def undo(self):
        self.whole.window.actions_["undo"].trigger()

    def redo(self):
        self.whole.window.actions_["redo"].trigger()


def shown(item):
    """Return what is compared of an item: what it stands on and what was typed."""
    return [item.number, item.summary, item.remarks, sorted(passage.quote for passage in item.passages)]


def main(words):
    """Work on the register at the path, with the seed, until killed."""
    path, seed = Path(words[0]), int(words[1])
    launcher = start_launcher()
    from tests.helpers.whole_window import WholeWindow

    try:
        whole = WholeWindow(launcher, path, path.parent / "profile")
    except UserError as error:
        sys.exit(str(error))
    WindowWorker(whole, seed, path.parent).work()


if __name__ == "__main__":
    main(sys.argv[1:])
