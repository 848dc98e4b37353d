"""Sentences that say that this letter meets an earlier commitment, motion or request."""

from griffie.reading.nl.discharges.find import find_discharges

__all__ = ["find_discharges"]
