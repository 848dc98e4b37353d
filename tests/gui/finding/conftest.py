"""The whole window again, with the verbs of a clerk, and the box that searches everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.window.conftest import Clerk, clerk, launcher, make_clerk, reader

__all__ = ["clerk", "launcher", "make_clerk", "reader"]


class Searcher:
    """Somebody who searches."""

    def __init__(self, clerk: Clerk):
        self.clerk, self.window = clerk, clerk.window

    @property
    def palette(self):
        return self.window.finding.palette

    def open(self):
        """Press Ctrl+K and wait for what the empty box shows."""
        QTest.keyClick(self.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.wait()

    def search(self, words):
        """Type over what is in the box and wait for the answer."""
        self.palette.box.selectAll()
        QTest.keyClicks(self.palette.box, words)
        self.wait()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.palette.box, key, modifiers)

    def wait(self):
        palette = self.palette
        self.clerk.bot.waitUntil(lambda: not (palette.is_waiting or palette.asker.is_busy))

    def rows(self):
        """What is in the list, as a screen reader says it."""
        model = self.palette.hits.rows
        return [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]

    def current(self):
        return self.palette.hits.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def searcher(clerk):
    return Searcher(clerk)
