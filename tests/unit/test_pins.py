"""Keeps watch over the pinned Qt: PySide6 6.12.0 on Python 3.11 loses a reference to None in each void call."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage

CALLS = 500
NOISE = 50  # what Python itself takes and gives in the meantime


def void_calls(count):
    thing, image = QObject(), QImage(4, 4, QImage.Format.Format_RGB32)
    for _ in range(count):
        thing.setObjectName("name")
        image.fill(0)
        image.setPixelColor(1, 1, QColor(0))


def test_qt_calls_that_return_nothing_leave_none_alone():
    void_calls(1)  # the first ones fill caches
    before = sys.getrefcount(None)
    void_calls(CALLS)
    assert abs(sys.getrefcount(None) - before) <= NOISE
