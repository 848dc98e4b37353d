"""The public holidays of the Netherlands, as the Algemene termijnenwet (article 3) lists them, with Good Friday.

By rule for every year; the days that fall on a Sunday anyway (Easter, Whitsun) are left out.
"""

from datetime import date, timedelta
from functools import lru_cache

from griffie.base.i18n import N_


@lru_cache(maxsize=64)
def holidays(year: int) -> dict[date, str]:
    """Return the holidays of a year with their words, to be passed through `_()` where they are shown."""
    easter = easter_sunday(year)
    king = date(year, 4, 27)
    found = {
        date(year, 1, 1): N_("New Year's Day"),
        easter - timedelta(days=2): N_("Good Friday"),
        easter + timedelta(days=1): N_("Easter Monday"),
        king if king.weekday() < 6 else king - timedelta(days=1): N_("King's Day"),
        date(year, 5, 5): N_("Liberation Day"),
        easter + timedelta(days=39): N_("Ascension Day"),
        easter + timedelta(days=50): N_("Whit Monday"),
        date(year, 12, 25): N_("Christmas Day"),
        date(year, 12, 26): N_("Boxing Day"),
    }
    return dict(sorted(found.items()))


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous computus)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, quarter = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    weeks, days = divmod(rest, 4)
    sunday = (32 + 2 * quarter + 2 * weeks - epact - days) % 7
    late = (golden + 11 * epact + 22 * sunday) // 451
    month, day = divmod(epact + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
