"""The header of a letter: date, senders, dossiers, subject and numbers, each with the place it was read from."""

from griffie.reading.header.model import Header, Place
from griffie.reading.header.read import read_header

__all__ = ["Header", "Place", "read_header"]
