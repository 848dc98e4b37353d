"""A picture of the window with a letter in it, for the README and for machines without a screen."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer

from griffie.base.errors import UserError
from griffie.store.letters import list_letters
from griffie.ui.page.drawn import is_drawn

if TYPE_CHECKING:
    from griffie.ui.start import Program

LONGEST_MS = 20_000
SETTLED_MS = 250
VIEW_MS = 1_500
"""How long a view has to read and draw itself for its picture."""


def take_picture(
    program: "Program", paths: Sequence[Path], target: Path, size: tuple[int, int] = (1366, 768), view: str = ""
) -> int:
    """Show the first letter (of `paths`, else the newest) or a view, wait until it is drawn, save the window as PNG.

    Returns the exit code: 0, or 1 when the letter was not drawn within 20 s or the picture cannot be written.
    """
    window = program.window
    window.resize(*size)
    window.show()
    rows = list_letters(program.register, limit=1)
    if view:
        window.views.show(view)
        wait(VIEW_MS)
    elif paths:
        window.take_files(list(paths))
    elif rows:
        window.open_letter(rows[0].id)
    drawn = wait_until_drawn(program) if (paths or rows) and not view else True
    saved = window.grab().save(str(target), "PNG")
    window.close()
    if not saved:
        raise UserError(f"{target}")
    return 0 if drawn else 1


def wait(milliseconds: int) -> None:
    """Let the window work for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until_drawn(program: "Program") -> bool:
    """Run the event loop until the letter in the window is drawn and nothing waits; False after 20 s."""
    window = program.window
    loop, result = QEventLoop(), [False]

    def look() -> None:
        page = window.letter.page
        ready = window.letter.opened is not None and page.page_count > 0 and is_drawn(page)
        if ready and program.place.lane.idle and window.reading.idle:
            result[0] = True
            QTimer.singleShot(SETTLED_MS, loop.quit)
        else:
            QTimer.singleShot(20, look)

    look()
    guard = QTimer(singleShot=True, interval=LONGEST_MS)
    guard.timeout.connect(loop.quit)
    guard.start()
    loop.exec()
    guard.stop()
    return result[0]
