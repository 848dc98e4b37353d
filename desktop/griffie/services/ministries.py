"""The ministries as Griffie knows them, read once from the data file that comes with it."""

from functools import cache

from griffie.base.resources import resource
from griffie.domain.ministries import Ministries, read_ministries


@cache
def known_ministries() -> Ministries:
    """Return the ministries with their names over time."""
    return read_ministries(resource("ministries.toml").read_text(encoding="utf-8"))
