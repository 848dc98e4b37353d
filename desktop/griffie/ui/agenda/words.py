"""Days and terms of the agenda in words: short dates, "3 days late", headings of groups."""

from datetime import date, timedelta

from griffie.base.i18n import N_, _, current_language, ngettext
from griffie.domain.agenda import GROUP_WORDS, Entry, Group, Horizon, Leads
from griffie.domain.dates import MONTHS, format_date
from griffie.domain.kinds import WORDS, ItemKind, Status
from griffie.domain.periods import DateRange
from griffie.domain.recess import RECESS_WORDS, Recess
from griffie.ui.panel.terms import term_text

WEEKDAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
IN_DAYS = 21
"""Up to so many days are counted as days, later ones as weeks, and from half a year on as months."""
IN_WEEKS = 182
BEFORE_RECESS = N_("Before the {recess}")


def weekday(day: date, *, short: bool = False) -> str:
    """Return the name of the day of the week: "vrijdag", short "vr"; "Friday", "Fri"."""
    language = current_language()
    name = WEEKDAYS.get(language, WEEKDAYS["en"])[day.weekday()]
    return name[: 2 if language == "nl" else 3] if short else name


def month_name(day: date) -> str:
    """Return the month with its year: "juni 2026"."""
    language = current_language()
    return f"{MONTHS.get(language, MONTHS['en'])[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """Return the month in three letters."""
    language = current_language()
    name = MONTHS.get(language, MONTHS["en"])[day.month - 1]
    return "mrt" if language == "nl" and day.month == 3 else name[:3]


def short_day(day: date) -> str:
    """Return a day as a column has it: "vr 3 jul 2026"."""
    return f"{weekday(day, short=True)} {day.day} {short_month(day)} {day.year}"


def long_day(day: date) -> str:
    """Return a day written out: "vrijdag 3 juli 2026"."""
    return f"{weekday(day)} {format_date(day, current_language())}"


def day_of_year(day: date) -> str:
    """Return a day without its year: "3 juli"."""
    language = current_language()
    return f"{day.day} {MONTHS.get(language, MONTHS['en'])[day.month - 1]}"


def date_words(entry: Entry) -> str:
    """Return the last day of a line, or that it has none."""
    if entry.due is not None:
        return short_day(entry.due)
    if not entry.deadline_id:
        return _("no deadline")
    return _("no date") if entry.no_date else _("no date yet")


def left_words(entry: Entry, today: date) -> str:
    """Return how long there is still, or how late it is; of what is settled or lapsed that it is so."""
    if entry.closed:
        return _(WORDS[Status(entry.status)]) if entry.status in list(Status) else entry.status
    if entry.due is None:
        return ""
    return days_words((entry.due - today).days)


def days_words(days: int) -> str:
    """Return how many days there still are, or below zero how late something is, in words."""
    if days < 0:
        return late_words(-days)
    if days < 2:
        return _("today") if days == 0 else _("tomorrow")
    if days <= IN_DAYS:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    if days <= IN_WEEKS:
        return ngettext("in {n} week", "in {n} weeks", days // 7).format(n=days // 7)
    months = round(days / 30.44)
    return ngettext("in {n} month", "in {n} months", months).format(n=months)


def late_words(days: int) -> str:
    """Return how many days something is late, in words."""
    if days <= IN_DAYS:
        return ngettext("{n} day late", "{n} days late", days).format(n=days)
    if days <= IN_WEEKS:
        return ngettext("{n} week late", "{n} weeks late", days // 7).format(n=days // 7)
    months = round(days / 30.44)
    return ngettext("{n} month late", "{n} months late", months).format(n=months)


def phrase_words(entry: Entry) -> str:
    """Return the words of the letter, or where there are none the range in words."""
    if entry.phrase:
        return entry.phrase
    return term_text(DateRange(entry.date_from, entry.due, entry.precision))


def item_words(entry: Entry) -> str:
    """Return number and title of the item that a line belongs to."""
    return f"{entry.number}  {title_words(entry)}".strip()


def title_words(entry: Entry) -> str:
    """Return the title of a line: of a deadline of the letter itself that has none, what the letter is about."""
    title = entry.title
    if entry.kind is ItemKind.DEADLINE and title in ("", entry.phrase):
        title = entry.letter_subject or title
    return " ".join(title.split())


def kind_word(entry: Entry) -> str:
    """Return the word for the kind of the item that a line belongs to."""
    return _(WORDS[entry.kind])


def recess_words(recess: Recess) -> str:
    """Return the name of a recess, such as "zomerreces"."""
    return _(RECESS_WORDS[recess.kind])


def heading_words(group: Group, seen: Horizon) -> str:
    """Return the heading of a group: its word, and the last day that belongs to it."""
    if group is Group.BEFORE_RECESS and seen.recess is not None:
        last = seen.recess.first - timedelta(days=1)
        name = _(BEFORE_RECESS).format(recess=recess_words(seen.recess))
        return _("{group}, through {day}").format(group=name, day=long_day(last))
    last_days = {Group.THIS_WEEK: seen.week_end, Group.THIS_MONTH: seen.month_end}
    if group not in last_days:
        return _(GROUP_WORDS[group])
    return _("{group}, through {day}").format(group=_(GROUP_WORDS[group]), day=long_day(last_days[group]))


def spoken(entry: Entry, today: date) -> str:
    """Return a whole line in one sentence, for a screen reader and the tip below the pointer."""
    parts = (
        date_words(entry), left_words(entry, today), phrase_words(entry), f"{kind_word(entry)} {item_words(entry)}",
        entry.ministry, entry.committee, entry.handler, entry.letter_number,
        _("every time anew") if entry.recurring else "", _("reported as settled") if entry.claimed else "",
    )  # fmt: skip
    return ", ".join(part for part in parts if part)


def nearness(entry: Entry, today: date, leads: Leads) -> str:
    """Return "late", "near", "far", "closed" or "none": what colour and shape a line has."""
    if entry.closed:
        return "closed"
    if entry.due is None:
        return "none"
    if entry.due < today:
        return "late"
    return "near" if leads.is_coming_up(entry.kind, entry.due, today) else "far"
