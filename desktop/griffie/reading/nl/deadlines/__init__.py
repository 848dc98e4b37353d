"""Deadlines: every time phrase of a Dutch letter that binds something still to come, with range, answer and reason."""

from griffie.reading.nl.deadlines.finding import find_deadlines, find_phrases

__all__ = ["find_deadlines", "find_phrases"]
