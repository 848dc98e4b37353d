"""The log: tracebacks for us, never a word of a letter."""

import logging
import logging.handlers
from pathlib import Path

OURS = "griffie log"
"""The name of the handlers made here, by which a second start finds those of the first."""


def start_log(path: Path, *, debug: bool = False) -> None:
    """Send the log of this process to `path` (1 MB, three kept) and, with `debug`, to the terminal as well.

    A second start in the same process takes the place of the first. A file or folder that cannot be written leaves the
    program without a log rather than without a window.
    """
    root = logging.getLogger("griffie")
    for handler in [handler for handler in root.handlers if handler.name == OURS]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    handlers: list[logging.Handler] = [_file(path), *([logging.StreamHandler()] if debug else [])]
    for handler in handlers:
        handler.name = OURS
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        root.addHandler(handler)


def _file(path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # opened at once: one that is opened at the first line would complain on the terminal at every line
        return logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        return logging.NullHandler()
