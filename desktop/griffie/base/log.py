"""The log: tracebacks for us, never a word of a letter."""

import logging
import logging.handlers
from pathlib import Path


def start_log(path: Path, *, debug: bool = False) -> None:
    """Send the log of this process to `path` (1 MB, three kept) and, with `debug`, to the terminal as well.

    A folder that cannot be written leaves the program without a log rather than without a window.
    """
    root = logging.getLogger("griffie")
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
        file.setFormatter(form)
        root.addHandler(file)
    except OSError:
        root.addHandler(logging.NullHandler())
    if debug:
        screen = logging.StreamHandler()
        screen.setFormatter(form)
        root.addHandler(screen)
