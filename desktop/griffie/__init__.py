"""Griffie keeps track of what ministers promise parliament, tied to the exact words of the letter."""

__version__ = "0.1.0"
