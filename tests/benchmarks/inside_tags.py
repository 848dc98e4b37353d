"""A tag from the key to the page, in a letter that has many already: inside_tags.py REGISTER PDF ITEMS ROUNDS.

Prints JSON: for each round the milliseconds from the key until the key was handled, the item was saved, and the page
with its highlight was painted.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from griffie.domain.flow import Caret
from griffie.domain.kinds import ItemKind
from griffie.pdf.launch import start_launcher

LENGTH, STEP = 40, 56  # characters of a tagged passage, and from one to the next


def selections(flow, boxes):
    """Yield selections of words all over a letter."""
    for page_index, page in enumerate(flow.pages):
        for start in range(0, len(page.stripped) - LENGTH, STEP):
            chosen = flow.select(Caret(page_index, start), Caret(page_index, start + LENGTH), boxes)
            if chosen is not None:
                yield chosen


def fill(desk, path, items):
    """Put a letter into the register and tag so many passages in it; returns its id."""
    from griffie.services import tagging
    from griffie.services.adding import add_file
    from griffie.ui.letter.opened import read_letter

    letter_id = add_file(desk, path).letter_id
    opened = read_letter(desk, letter_id)
    document = desk.process().open(opened.data)
    wanted = selections(opened.flow, lambda page_index: document.boxes(page_index).result()[1])
    for number in range(items):
        tagging.tag(desk, letter_id, opened.document.id, list(ItemKind)[number % 4], next(wanted))
    document.close()
    return letter_id


class Watched:
    """Notes when the page has been painted with a highlight that was not there before; made before the window."""

    def __init__(self):
        from griffie.ui.page.view import PageView

        self.known, self.painted_at = set(), 0.0
        paint = PageView.paintEvent

        def noted(view, event):
            paint(view, event)
            if set(view.highlights.by_id) - self.known and not self.painted_at:
                self.painted_at = time.perf_counter()

        PageView.paintEvent = noted

    def expect(self, page):
        self.known, self.painted_at = set(page.highlights.by_id), 0.0


def rounds_of(whole, watched, count):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    saved = []
    whole.place.bus.saved.connect(lambda: saved.append(time.perf_counter()))
    for number in range(count):
        start = 7 + number * STEP
        whole.page.select(Caret(0, start), Caret(0, start + LENGTH))
        whole.wait_until(lambda: whole.page.selection() is not None, "nothing is selected")
        whole.page.setFocus()
        whole.settle()
        watched.expect(whole.page)
        saved.clear()
        began = time.perf_counter()
        QTest.keyClick(whole.page, Qt.Key.Key_1)
        handled = time.perf_counter()
        whole.wait_until(lambda: watched.painted_at and saved, "the tag does not show")
        whole.settle()
        yield [(moment - began) * 1000 for moment in (handled, saved[0], watched.painted_at)]


def main(words):
    register, pdf, items, count = Path(words[0]), Path(words[1]), int(words[2]), int(words[3])
    launcher = start_launcher()
    from tests.helpers.whole_window import WholeWindow

    watched = Watched()
    with tempfile.TemporaryDirectory() as profile:
        whole = WholeWindow(launcher, register, Path(profile))
        letter_id = fill(whole.desk, pdf, items)
        whole.window.open_letter(letter_id)
        whole.wait_until(lambda: whole.letter.opened is not None, "the letter does not open")
        whole.settle()
        rounds = list(rounds_of(whole, watched, count))
        whole.window.close()
    launcher.close()
    json.dump(rounds, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # nothing is to be measured of the end


if __name__ == "__main__":
    main(sys.argv[1:])
