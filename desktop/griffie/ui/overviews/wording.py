"""Numbers and names of an overview as they are read, in the language in force."""

from PySide6.QtCore import QLocale

from griffie.base.i18n import _, current_language
from griffie.domain.overview import DIMENSION_WORDS, SHARES, Dimension, Measure

NOTHING = "–"
"""What stands where a number cannot be said: no share of nothing, no median without decisions."""

_LANGUAGES = {"nl": QLocale.Language.Dutch, "en": QLocale.Language.English}


def locale() -> QLocale:
    """Return how numbers are written in the language in force."""
    return QLocale(_LANGUAGES[current_language()])


def shown(number: float | None, measure: Measure) -> str:
    """Return a number as it is read: 1.234, 12,5 days, 34%."""
    if number is None:
        return NOTHING
    if measure in SHARES:
        return f"{locale().toString(100.0 * number, 'f', 0)}%"
    return locale().toString(float(number), "f", 0 if number == int(number) else 1)


def copied(number: float | None, measure: Measure) -> str:
    """Return a number as a spreadsheet of the language in force takes it: without separators; nothing for none."""
    if number is None:
        return ""
    plain = locale()
    plain.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    if measure in SHARES:
        return f"{plain.toString(100.0 * number, 'f', 1)}%"
    return plain.toString(float(number), "f", 0 if number == int(number) else 1)


def per(dimension: Dimension) -> str:
    """Return "per ministry": what the rows are, in a sentence."""
    return {
        Dimension.MINISTRY: _("per ministry"),
        Dimension.PERSON: _("per minister"),
        Dimension.COMMITTEE: _("per committee"),
        Dimension.DOSSIER: _("per dossier"),
        Dimension.YEAR: _("per year"),
        Dimension.CHAMBER: _("per chamber"),
        Dimension.KIND: _("per kind"),
    }[dimension]


def heading(dimension: Dimension) -> str:
    """Return the heading of the column with the names of the rows."""
    return _(DIMENSION_WORDS[dimension])
