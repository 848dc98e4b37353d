"""The middle of some numbers; the library's `statistics` brings fractions and random numbers along, 10 ms a start."""

from collections.abc import Iterable


def median(values: Iterable[float]) -> float:
    """Return the middle value, of an even number the mean of the two in the middle.

    Raises:
        ValueError: there are no values.
    """
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
