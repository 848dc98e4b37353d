"""Commitments: what the government promises the Chamber in this letter."""

from griffie.reading.nl.commitments.find import find_commitments

__all__ = ["find_commitments"]
