"""Texts that show under the pointer, broken into lines that are easy to read and cover little."""

import textwrap

WIDTH = 72  # characters; Qt itself never breaks a plain text


def tip(text: str) -> str:
    """Return a text with a line break wherever it grows too wide; its own line breaks stay."""
    return "\n".join(textwrap.fill(line, WIDTH) if line else "" for line in text.splitlines())
