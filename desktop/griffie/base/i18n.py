"""Texts in the user's language: gettext for window, command line and exports alike.

The English text in the code is the key. The language belongs to the process, as a locale does; everything that shows
text asks again after a change (the window listens to its own signal for that).
"""

import gettext
import logging
import os
import re
import struct
from collections.abc import Callable
from functools import cache
from typing import Final

from griffie.base.resources import resource

LANGUAGES: Final = {"nl": "Nederlands", "en": "English"}
DEFAULT_LANGUAGE: Final = "nl"

log = logging.getLogger("griffie.base.i18n")


class _Current:
    """The language in force; one per process."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the texts of one language; English needs no file, its texts are the keys.

    A catalogue that is missing or damaged gives the English texts and a warning in the log: a window in the wrong
    language is of more use than none.
    """
    if language == "en":
        return gettext.NullTranslations()
    try:
        with resource("locale", language, "LC_MESSAGES", "griffie.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, LookupError, struct.error) as error:  # all that a reader of broken bytes may meet
        log.warning("the texts of language %s cannot be read: %s", language, error)
        return gettext.NullTranslations()


def set_language(language: str) -> None:
    """Make `language` ("nl" or "en") the language of this process; an unknown one counts as Dutch."""
    if language not in LANGUAGES:
        language = DEFAULT_LANGUAGE
    _Current.language, _Current.catalogue = language, catalogue(language)


def current_language() -> str:
    """Return the code of the language in force."""
    return _Current.language


def system_language() -> str:
    """Return the language that the machine speaks, if it is one of ours, else Dutch: the trade is Dutch."""
    asked = os.environ.get("GRIFFIE_LANGUAGE")
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = re.split(r"[^A-Za-z]", os.environ.get(name, ""))[0].lower()
        if code in LANGUAGES:
            return code
    return DEFAULT_LANGUAGE


def _(text: str) -> str:
    """Return `text` in the language in force."""
    return _Current.catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form that fits `count` in the language in force; `{n}` in it is filled by the caller."""
    return _Current.catalogue.ngettext(one, many, count)


def N_(text: str) -> str:  # noqa: N802  gettext's own name for a marked text
    """Mark `text` for translation and return it as it is; `_()` translates it where it is shown."""
    return text


def in_language(language: str) -> Callable[[str], str]:
    """Return a translator for a language other than the one in force: an export in English from a Dutch window."""
    return catalogue(language).gettext
