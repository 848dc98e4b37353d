"""Motions that a letter names: who submitted them, their paper, and what the letter does with them."""

from griffie.reading.nl.motions.find import find_motions

__all__ = ["find_motions"]
