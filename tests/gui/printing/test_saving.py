"""Saving as PDF and printing: in slices, to be stopped, whole or not at all, every failure told in one sentence."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import set_language
from griffie.ui.notices import Notices
from griffie.ui.printing.menu import PrintActions, put_on_paper
from griffie.ui.printing.output import write_pdf
from griffie.ui.remembered import Remembered
from griffie.ui.tasks import Lane
from tests.gui.printing.papers import NUMBER, Read, paper, table

OLD = b"what was there before"


class Desk(QMainWindow):
    """A window with what printing asks of one."""

    closed = Signal()

    def __init__(self, place, folder):
        super().__init__()
        self.place, self.notices = place, Notices(place.theme)
        self.remembered = Remembered(folder / "window.toml")
        self.reading = Lane("reading", self)
        self.setCentralWidget(self.notices)
        self.failures, self.told = [], []
        place.bus.failed.connect(self.failures.append)
        place.bus.told.connect(self.told.append)


@pytest.fixture
def window(qtbot, place, tmp_path):
    window = Desk(place, tmp_path)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.closed.emit()
    window.reading.close()


@pytest.fixture
def printing(window):
    made = []

    def make(ask=lambda: None, **more):
        made.append(PrintActions(window.place, ask, window, notices=window.notices, folders=window.remembered, **more))
        return made[-1]

    yield make
    for printing in made:
        printing.close_down()


@pytest.fixture
def old_file(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "list.pdf"
    path.write_bytes(OLD)
    return path


def is_left_alone(path):
    return path.read_bytes() == OLD and list(path.parent.iterdir()) == [path]


def settled(qtbot, *printings):
    qtbot.waitUntil(lambda: not any(printing.is_busy for printing in printings), timeout=20_000)


def choose(monkeypatch, name):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: asked.append(args) or (str(name), ""))
    return asked


def full_disk(monkeypatch):
    def refuse(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)


def test_a_file_that_is_stopped_leaves_the_old_one(qapp, old_file):
    steps = []
    with pytest.raises(Cancelled):
        write_pdf(paper(table("Late", 400)), old_file, cancelled=lambda: len(steps) > 20 or steps.append(1))
    assert is_left_alone(old_file)


def test_a_full_disk_leaves_the_old_file_and_is_told_in_a_sentence(qapp, old_file, monkeypatch):
    full_disk(monkeypatch)
    with pytest.raises(UserError, match=r"list\.pdf cannot be written: No space left on device\."):
        write_pdf(paper(table("Late", 3)), old_file)
    assert is_left_alone(old_file)


def test_a_folder_that_is_not_there_is_told_in_a_sentence(qapp, tmp_path):
    with pytest.raises(UserError, match=r"cannot be written"):
        write_pdf(paper(table("Late", 3)), tmp_path / "gone" / "list.pdf")


def test_progress_grows_to_its_end(qapp, tmp_path):
    told = []
    write_pdf(paper(table("Late", 300)), tmp_path / "list.pdf", progress=lambda *how: told.append(how))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert shares[0] < 0.1
    assert shares[-1] > 0.9


def test_saving_asks_where_to_and_tells_what_came_of_it(qtbot, window, printing, tmp_path, monkeypatch):
    target = tmp_path / "chosen"
    asked = choose(monkeypatch, target)
    actions = printing(lambda: paper(table("Late", 60), title="Rappel 1/7"))
    actions.save_pdf()
    settled(qtbot, actions)
    read = Read(target.with_suffix(".pdf"))
    assert read.counted()[NUMBER.format(59)] == 1
    assert "commissie.sqlite" in read.texts[0]
    assert window.told == [f"{read.page_count} pages written to chosen.pdf"]
    assert Path(asked[0][2]).name == "Rappel 1 7.pdf"
    assert window.remembered.text("folder") == str(tmp_path)


def test_saving_starts_in_the_folder_of_the_last_time(window, printing, tmp_path, monkeypatch):
    window.remembered.keep_text("folder", str(tmp_path))
    asked = choose(monkeypatch, "")
    printing(lambda: paper(table("Late", 1))).save_pdf()
    assert Path(asked[0][2]).parent == tmp_path
    assert window.told == window.failures == []


def test_the_window_goes_on_while_a_long_paper_is_written(qtbot, window, printing, tmp_path):
    ticks = []
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    actions = printing()
    actions.write_pdf(paper(table("Late", 1500)), tmp_path / "list.pdf")
    settled(qtbot, actions)
    timer.stop()
    assert len(ticks) > 20
    assert Read(tmp_path / "list.pdf").counted()[NUMBER.format(1499)] == 1


def test_a_long_paper_shows_its_progress_and_stops_at_the_cross(qtbot, window, printing, old_file, monkeypatch):
    monkeypatch.setattr("griffie.ui.printing.menu.MOMENT_S", 0)
    job = printing().write_pdf(paper(table("Late", 3000)), old_file)
    with qtbot.waitSignal(job.progressed, timeout=10_000):
        pass
    (notice,) = window.notices.findChildren(type(window.notices.progress("other", lambda: None)))[:1]
    assert notice.label.text() == "Writing list.pdf..."
    assert 0 <= notice.bar.value() < notice.bar.maximum()
    with qtbot.waitSignal(job.ended):
        notice.cross.click()
    assert is_left_alone(old_file)
    assert "Writing list.pdf..." not in window.notices.texts()
    assert window.told == window.failures == []


def test_a_short_paper_shows_no_progress(qtbot, window, printing, tmp_path):
    actions = printing()
    shown = []
    window.notices.progress = lambda *what: shown.append(what)
    actions.write_pdf(paper(table("Late", 10)), tmp_path / "list.pdf")
    settled(qtbot, actions)
    assert shown == []
    assert window.told == ["1 page written to list.pdf"]


def test_a_file_that_cannot_be_written_is_told_in_the_window(qtbot, window, printing, old_file, monkeypatch):
    full_disk(monkeypatch)
    actions = printing()
    actions.write_pdf(paper(table("Late", 10)), old_file)
    settled(qtbot, actions)
    assert [
        failure.text.endswith("list.pdf cannot be written: No space left on device.") for failure in window.failures
    ] == [True]
    assert is_left_alone(old_file)


def test_a_window_that_closes_stops_what_is_written(window, printing, old_file):
    actions = printing()
    job = actions.write_pdf(paper(table("Late", 3000)), old_file)
    actions.close_down()
    assert not job.is_running
    assert is_left_alone(old_file)


def test_a_paper_that_must_be_read_first_is_gathered_off_the_window_s_thread(
    qtbot, window, printing, tmp_path, monkeypatch
):
    choose(monkeypatch, tmp_path / "list.pdf")
    threads = []

    def gather():
        threads.append(threading.current_thread())
        return paper(table("Late", 3))

    actions = printing(lambda: gather, lane=window.reading)
    actions.save_pdf()
    qtbot.waitUntil(lambda: window.told != [])
    assert threads != [threading.main_thread()]
    assert window.told == ["1 page written to list.pdf"]


def test_a_paper_that_cannot_be_gathered_is_told(qtbot, window, printing):
    def gather():
        raise UserError("The register cannot be read.")

    for ask in (gather, lambda: gather):
        printing(ask).preview()
        qtbot.waitUntil(lambda: window.failures != [])
        assert [str(failure) for failure in window.failures] == ["The register cannot be read."]
        window.failures.clear()


def test_a_view_with_nothing_to_print_says_so(window, printing):
    actions = printing(lambda: None)
    for act in (actions.print, actions.preview, actions.save_pdf):
        act()
    assert window.told == ["There is nothing to print here"] * 3


def test_printing_without_a_printer_says_what_to_do(window, printing, monkeypatch):
    from PySide6.QtPrintSupport import QPrinterInfo

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    printing(lambda: paper(table("Late", 1))).print()
    assert [str(failure) for failure in window.failures] == [
        "No printer is set up on this computer. Save it as a PDF, or ask for a printer to be set up."
    ]


def test_the_printer_dialog_starts_on_a4_the_way_the_paper_lies(window, monkeypatch):
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

    from griffie.ui.printing.printer import ask_for_printer

    answers = [QPrintDialog.DialogCode.Accepted, QPrintDialog.DialogCode.Rejected]
    titles = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["Second floor"]))
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: titles.append(dialog.windowTitle()) or answers.pop(0))
    printer = ask_for_printer(paper(landscape=True), window)
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.docName() == "Reminder round"
    assert ask_for_printer(paper(), window) is None
    assert titles == ["Print", "Print"]


def pdf_printer(path, *, landscape=False, size=None):
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrinter

    from griffie.ui.printing.output import page_layout

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(page_layout(paper(landscape=landscape)))
    if size is not None:
        printer.setPageSize(QPageSize(size))
    return printer


def print_on(qtbot, actions, printer, shown):
    job = actions.print_on(shown, printer)
    with qtbot.waitSignal(job.ended, timeout=20_000):
        pass


@pytest.mark.parametrize("landscape", [False, True])
def test_a_printer_gets_all_pages(qtbot, window, printing, tmp_path, landscape):
    shown = paper(table("Late", 80), landscape=landscape)
    print_on(qtbot, printing(), pdf_printer(tmp_path / "print.pdf", landscape=landscape), shown)
    read = Read(tmp_path / "print.pdf")
    counted = read.counted()
    assert [number for number in range(80) if counted[NUMBER.format(number)] != 1] == []
    assert read.outside(50, 36, 50, 28) == []
    assert read.overlapping() == []
    assert read.sizes[0] == ((842, 595) if landscape else (595, 842))
    assert window.told == [f"{read.page_count} pages sent to the printer"]


def test_a_printer_gets_the_pages_asked_for_with_their_own_numbers(qtbot, window, printing, tmp_path):
    printer = pdf_printer(tmp_path / "print.pdf")
    printer.setFromTo(2, 3)
    print_on(qtbot, printing(), printer, paper(table("Late", 150)))
    read = Read(tmp_path / "print.pdf")
    assert ["page 2 of" in read.texts[0], "page 3 of" in read.texts[1], read.page_count] == [True, True, 2]


def test_another_size_of_paper_is_laid_out_anew(qtbot, window, printing, tmp_path):
    from PySide6.QtGui import QPageSize

    printer = pdf_printer(tmp_path / "print.pdf", size=QPageSize.PageSizeId.A5)
    print_on(qtbot, printing(), printer, paper(table("Late", 40)))
    read = Read(tmp_path / "print.pdf")
    assert read.sizes[0] == (420, 595)
    assert read.outside(50, 36, 50, 28) == []


def test_copies_are_made_where_the_printer_makes_none(qapp):
    from types import SimpleNamespace

    from griffie.ui.printing.output import pages_asked_for

    def asked(**other):
        what = {"fromPage": 0, "toPage": 0, "copyCount": 2, "supportsMultipleCopies": False, "collateCopies": True}
        what |= {"pageOrder": "first"} | other
        return SimpleNamespace(
            PageOrder=SimpleNamespace(LastPageFirst="last"), **{name: lambda v=value: v for name, value in what.items()}
        )

    assert pages_asked_for(asked(), 3) == [0, 1, 2, 0, 1, 2]
    assert pages_asked_for(asked(collateCopies=False), 2) == [0, 0, 1, 1]
    assert pages_asked_for(asked(supportsMultipleCopies=True), 2) == [0, 1]
    assert pages_asked_for(asked(copyCount=1, pageOrder="last", fromPage=2, toPage=9), 3) == [2, 1]
    assert pages_asked_for(asked(copyCount=1, fromPage=8, toPage=9), 2) == [0, 1]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_no_pages_is_told(qtbot, window, printing, tmp_path):
    print_on(qtbot, printing(), pdf_printer(tmp_path / "gone" / "print.pdf"), paper(table("Late", 1)))
    assert [str(failure).split(".")[0] for failure in window.failures] == ["The printer does not take the pages"]
    assert window.told == []


def test_a_window_has_one_of_these_and_closes_it(qtbot, window, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "list.pdf")
    first = put_on_paper(paper(table("Late", 1)), "pdf", window)
    assert put_on_paper(lambda: paper(table("Late", 3000)), "pdf", window) is first
    qtbot.waitUntil(lambda: window.told == ["1 page written to list.pdf"] and first.is_busy)
    window.closed.emit()
    assert [timer for timer in first.findChildren(QTimer) if timer.isActive()] == []


def test_the_actions_speak_the_language_of_the_window(window, printing):
    actions = printing()
    assert [action.text() for action in actions.actions()] == ["&Print...", "Print pre&view...", "Save as P&DF..."]
    set_language("nl")
    window.place.bus.language_changed.emit()
    plain = [action.text().replace("&", "") for action in actions.actions()]
    assert plain == ["Afdrukken...", "Afdrukvoorbeeld...", "Opslaan als PDF..."]


def test_qt_s_part_for_printers_is_loaded_by_printing_alone():
    code = (
        "import sys; from griffie.ui.printing import menu, output, preview;"
        "sys.exit(any('QtPrintSupport' in name for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
