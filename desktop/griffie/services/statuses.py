"""The chambers' words for a status, read once from the data file that comes with Griffie."""

from functools import cache

from griffie.base.resources import resource
from griffie.domain.statuses import StatusWords, read_status_words


@cache
def status_words() -> StatusWords:
    """Return the words of all chambers."""
    return read_status_words(resource("statuses.toml").read_text(encoding="utf-8"))
