"""Measures two things side by side, A B A B, so that a busy moment of the machine strikes both; medians and ratios."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Measured:
    """One line of the table. `part` says what of the row it is; `floor_ms` is None where the floor is absent."""

    row: str
    part: str
    ours_ms: float
    floor_ms: float | None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the floor; None where the floor is absent."""
        return None if self.floor_ms is None else self.ours_ms / self.floor_ms


@dataclass
class Setting:
    """What a row may need: how hard to measure, and a folder that is thrown away."""

    folder: object
    rounds: int = 15
    quick: bool = False


@dataclass
class Rows:
    """The rows that can be measured, each a function of a Setting that yields lines; window rows register here too."""

    functions: dict[str, Callable] = field(default_factory=dict)

    def row(self, number, name=""):
        """Register a function for a row; several may share a number under different names."""

        def register(function):
            self.functions[f"{number}{name}"] = function
            return function

        return register


def side_by_side(ours, floor, rounds):
    """Call both in turn and return the median milliseconds of each; each may return the seconds it wants counted."""
    times = ([], [])
    for function in (ours, floor):
        function()
    gc.collect()
    gc.disable()
    try:
        for _round in range(rounds):
            for kept, function in zip(times, (ours, floor), strict=True):
                kept.append(timed(function))
    finally:
        gc.enable()
    return tuple(statistics.median(kept) * 1000 for kept in times)


def timed(function):
    """Return the seconds of one call, or the seconds that it says itself were the ones to count."""
    start = time.perf_counter()
    own = function()
    took = time.perf_counter() - start
    return own if isinstance(own, float) else took


def repeated(function, times):
    """Return a function that calls `function` so often and counts the seconds of one call."""

    def calls():
        start = time.perf_counter()
        for _turn in range(times):
            function()
        return (time.perf_counter() - start) / times

    return calls
