"""Stalls of the event loop while paging at 30 pages a second: inside_stalls.py ours REGISTER PDF | floor SCALE PDF.

Ours is the whole window; the floor is a bare widget that draws the same pages at the same scale in its own thread.
Prints JSON: the longest gap between two ticks of a 2 ms timer, and how many were over 16 and over 50 ms. 2 ms are taken
off each gap: those are the timer's own.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

TICK_MS, TURN_MS = 2, 33
PAGES = 300


class Stalls:
    """Pages through a document by itself, and keeps the gaps in which the event loop did nothing else."""

    def __init__(self, go_to_page, pages):
        from PySide6.QtCore import Qt, QTimer

        self.gaps, self.turned, self.last = [], 0, time.perf_counter()
        self._go_to_page, self._pages = go_to_page, pages
        self._tick = QTimer(interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._turn = QTimer(interval=TURN_MS, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self._on_tick)
        self._turn.timeout.connect(self._on_turn)

    def start(self):
        self._tick.start()
        self._turn.start()

    @property
    def done(self):
        return self.turned >= self._pages

    def _on_tick(self):
        now = time.perf_counter()
        self.gaps.append(max(0.0, (now - self.last) * 1000 - TICK_MS))
        self.last = now

    def _on_turn(self):
        if self.done:
            self._turn.stop()
            return
        self._go_to_page(self.turned)
        self.turned += 1

    def result(self):
        gaps = sorted(self.gaps)
        over = {f"over{limit}": sum(gap > limit for gap in gaps) for limit in (16, 50)}
        return {"longest": gaps[-1], "p99": gaps[int(0.99 * len(gaps))], "ticks": len(gaps), **over}


def ours(register, pdf, pages):
    from griffie.pdf.launch import start_launcher

    launcher = start_launcher()
    from tests.helpers.whole_window import WholeWindow

    painted = count_paints()
    with tempfile.TemporaryDirectory() as profile:
        whole = WholeWindow(launcher, Path(register), Path(profile))
        whole.open(Path(pdf))
        painted[0] = 0
        stalls = Stalls(whole.page.go_to_page, pages)
        stalls.start()
        whole.wait_until(lambda: stalls.done, "paging takes too long", 300)
        result = stalls.result() | {"scale": whole.page.stack.scale, "painted": painted[0]}
        whole.window.close()
    launcher.close()
    return result


def count_paints():
    """Count the paints in which what is in view stood there as it should be; before the first window is made."""
    from griffie.ui.page.view import PageView
    from griffie.ui.picture import is_drawn

    painted, paint = [0], PageView.paintEvent

    def counted(view, event):
        paint(view, event)
        painted[0] += is_drawn(view)

    PageView.paintEvent = counted
    return painted


def floor(scale, pdf, pages):
    import pymupdf
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication, QWidget

    app, document, matrix = QApplication([]), pymupdf.open(pdf), pymupdf.Matrix(scale, scale)

    class Pages(QWidget):
        pixmap = image = None

        def show_page(self, page_index):
            self.pixmap = document[page_index].get_displaylist().get_pixmap(matrix, alpha=0)
            size = (self.pixmap.width, self.pixmap.height, self.pixmap.stride)
            self.image = QImage(self.pixmap.samples_mv, *size, QImage.Format.Format_RGB888)
            self.update()

        def paintEvent(self, event):
            painter = QPainter(self)
            if self.image is not None:
                painter.drawImage(0, 0, self.image)
            painter.end()

    view = Pages()
    view.resize(800, 900)
    view.show()
    stalls = Stalls(view.show_page, pages)
    stalls.start()
    while not stalls.done:
        app.processEvents()
    return stalls.result()


def main(words):
    which, first, pdf = words[:3]
    pages = int(words[3]) if len(words) > 3 else PAGES
    result = ours(first, pdf, pages) if which == "ours" else floor(float(first), pdf, pages)
    json.dump(result, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # nothing is to be measured of the end


if __name__ == "__main__":
    main(sys.argv[1:])
