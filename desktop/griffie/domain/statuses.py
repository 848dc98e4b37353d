"""One list of statuses and each chamber's own words for them: read from `resources/statuses.toml`, never guessed."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from griffie.domain.kinds import Status
from griffie.domain.plain import fold


@dataclass(frozen=True, slots=True)
class StatusWord:
    """How one chamber (EK, TK, or "council") calls a status: today's word, and earlier ones."""

    chamber: str
    status: Status
    now: str
    before: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Every word, today's first."""
        return (self.now, *self.before)


@dataclass(frozen=True)
class StatusWords:
    """The words of all chambers."""

    rows: tuple[StatusWord, ...]

    @cached_property
    def _by_word(self) -> dict[str, Status]:
        return {fold(word): row.status for row in self.rows for word in row.words}

    def status_of(self, word: str) -> Status:
        """Return the status that a chamber's word means; `unknown` for a word that nobody has written down.

        The words of the chambers differ but do not contradict each other, so that the chamber need not be known.
        """
        return self._by_word.get(fold(word).strip(" ."), Status.UNKNOWN)

    def word_of(self, status: Status, chamber: str) -> str:
        """Return today's word of a chamber for a status, '' where it has none."""
        return next((row.now for row in self.rows if row.status is status and row.chamber == chamber), "")


def read_status_words(toml: str) -> StatusWords:
    """Return the words that the text of `statuses.toml` describes.

    Raises:
        ValueError: the text is no TOML, a row lacks a part, or one word means two things.
    """
    try:
        rows = tuple(
            StatusWord(row["chamber"], Status(row["code"]), row["now"], tuple(row.get("before", ())))
            for row in tomllib.loads(toml).get("status", ())
        )
    except KeyError as error:
        raise ValueError(f"a status without {error}") from error
    _see_that_no_word_means_two_things(rows)
    return StatusWords(rows)


def _see_that_no_word_means_two_things(rows: Iterable[StatusWord]) -> None:
    meaning: dict[str, Status] = {}
    for row in rows:
        for word in row.words:
            if meaning.setdefault(fold(word), row.status) is not row.status:
                raise ValueError(f"{word!r} means two things")
