"""Answers that come later, to views that may have gone meanwhile."""

from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject

Answer = TypeVar("Answer")


def while_alive(owner: QObject, take: Callable[[Answer], Any]) -> Callable[[Answer], None]:
    """Return `take` for as long as `owner` lives; an answer that comes after that is dropped."""

    def taken(answer: Answer) -> None:
        if shiboken6.isValid(owner):
            take(answer)

    return taken
