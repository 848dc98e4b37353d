"""A deadline's range in short words, as fields and cards show it."""

from griffie.domain.terms import deadline_text, term_text

__all__ = ["deadline_text", "term_text"]
