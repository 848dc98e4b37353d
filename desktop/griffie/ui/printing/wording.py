"""The words that stand on every paper: when it was printed, which page of how many, that a table goes on."""

from dataclasses import dataclass
from datetime import date

from griffie.base.i18n import _, current_language
from griffie.domain.dates import format_date


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates in one language, taken when the work begins, so that a switch of language leaves no mixed paper."""

    printed: str
    page_of: str
    goes_on: str

    def page(self, number: int, count: int | None) -> str:
        """Return "page 2 of 7"; the count is None while more pages are coming."""
        return self.page_of.format(n=number, m="…" if count is None else count)

    def continued(self, heading: str) -> str:
        """Return a heading as it stands above the rest of its table."""
        return self.goes_on.format(heading=heading)


def wording(today: date | None = None) -> Wording:
    """Return the words in the language in force; `today` is the machine's own day when left out."""
    day = format_date(today or date.today(), current_language())
    return Wording(_("Printed on {date}").format(date=day), _("page {n} of {m}"), _("{heading} (continued)"))
