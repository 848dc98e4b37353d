"""The forms in which a letter names a time, as patterns over even text (small letters, no accents, plain spaces)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from griffie.reading.nl.deadlines.words import MONTHS, ORDINALS, SHORT_MONTHS, UNITS, WEEKDAYS, one_of


class Form(StrEnum):
    """What kind of time a phrase names."""

    DAY = "day"
    NUMERIC = "numeric"
    NTH_WEEKDAY = "nth_weekday"
    WEEKDAY = "weekday"
    WEEK = "week"
    MONTH = "month"
    THIS_MONTH = "this_month"
    QUARTER = "quarter"
    THIRD = "third"
    HALF = "half"
    SEASON = "season"
    RECESS = "recess"
    EVENT = "event"
    MEETING = "meeting"
    YEAR = "year"
    THIS_YEAR = "this_year"
    TURN = "turn"
    FEAST = "feast"
    SPAN = "span"
    OPEN = "open"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Core:
    """The heart of a time phrase, without what leads it in: "juni 2025" of "uiterlijk in juni 2025"."""

    form: Form
    start: int
    end: int
    groups: Mapping[str, str | None]

    def get(self, name: str) -> str:
        """Return a group of the pattern, or ""."""
        return self.groups.get(name) or ""


_Y = r"(?:19|20)\d\d"
_MONTH = one_of(MONTHS)
_ANY_MONTH = rf"(?:{_MONTH}|{one_of(SHORT_MONTHS)}\b\.?)"
_ORD = one_of(ORDINALS)
_WEEKDAY = one_of(WEEKDAYS)
_WHICH = (
    r"(?:dit|datzelfde|volgend|komend|aankomend|eerstvolgend|vorig|afgelopen|ieder|elk"
    r"|het (?:lopende|huidige|komende|volgende|nieuwe|vorige|afgelopen))"
)
_REL = rf"(?P<ry>{_WHICH} (?:kalender|begrotings)?jaar|het (?:kalender)?jaar(?! (?:19|20)\d\d))"
_OF_YEAR = (
    rf"(?:,? (?:van |in )?(?:het (?:kalender)?jaar |kalenderjaar )?(?P<y>{_Y})(?![\d/]|-\d)| (?:van |in )?{_REL})?"
)
_NEXT = r"(?P<tail>,? (?:a\.s\.?|as\.|aanstaande|eerstkomend|jl\.?|j\.l\.?|jongstleden|l\.l\.))?"
_AND = r"(?: ?/ ?| ?- ?| en | of | en/of | a | tot en met | t/m | tot )"
_PART = r"(?:(?:begin|medio|half|eind|einde) )"

MEETINGS: Final = (
    r"(?:ao|vao|wgo|cd|nota-?overleg|rbz|[a-z-]*raad|[a-z-]*debat(?:ten)?|[a-z]*overleg(?:gen)?|[a-z]*vergadering|[a-z]*raadpleging"
    r"|[a-z]*top|ministerraad|eurogroep|hoorzitting|rondetafelgesprek|[a-z]*conferentie|[a-z]*behandeling(?:en)?"
    r"|[a-z]*stemming(?:en)?|vragenuur(?:tje)?|tweede termijn|briefing)"
)
"""Names of meetings: a date that only names one is no deadline."""

PATTERNS: Final[tuple[tuple[Form, "re.Pattern[str]"], ...]] = tuple(
    (form, re.compile(r"(?<![\w])" + pattern + r"(?!\w)"))
    for form, pattern in (
        (Form.ONCE, r"(?P<when>zodra [^,;:.()«»]{4,160})"),
        (Form.NUMERIC, rf"(?P<d>\d\d?)([-/])(?P<mn>\d\d?)\2(?P<y>{_Y})"),
        (
            Form.DAY,
            rf"(?:{_WEEKDAY} )?(?:(?P<d0>\d\d?)(?: {_ANY_MONTH})?{_AND})?(?:{_WEEKDAY} )?(?P<d>\d\d?)(?:e|ste|de)?"
            rf" (?P<m>{_ANY_MONTH}){_OF_YEAR}{_NEXT}",
        ),
        (Form.NTH_WEEKDAY, rf"(?P<n>{_ORD}) (?P<wd>{_WEEKDAY}) (?:van|in) (?P<m>{_MONTH}){_OF_YEAR}"),
        (
            Form.WEEKDAY,
            rf"(?:(?:aanstaande|komende|aankomende|eerstkomende|volgende|deze) (?P<wd>{_WEEKDAY})"
            rf"|(?P<wd2>{_WEEKDAY}),? (?:aanstaande|a\.s\.?|eerstkomend)|(?P<wd3>overmorgen|(?<!goede )morgen))",
        ),
        (
            Form.WEEK,
            rf"(?:(?P<n>{_ORD}) (?:volle )?(?:week|dagen) (?:van |in )?(?P<m>{_MONTH}){_OF_YEAR}"
            rf"|week van (?:{_WEEKDAY} )?(?P<d>\d\d?) (?P<dm>{_MONTH})(?: (?P<dy>{_Y}))?"
            r"|(?:week|weken) (?P<w>\d\d?)(?: (?:van |in )?(?P<wy>(?:19|20)\d\d))?"
            r"|(?P<rw>deze|volgende|komende|aankomende|aanstaande|eerstkomende) week)",
        ),
        (
            Form.HALF,
            rf"(?P<n>{_ORD}) (?:(?:helft|half ?jaar)(?: van (?P<m>{_MONTH}))?|halfjaar){_OF_YEAR}",
        ),
        (
            Form.MONTH,
            rf"(?P<m>{_MONTH})(?: (?P<y0>{_Y}))?(?:{_AND}(?:in )?{_PART}?(?P<m2>{_MONTH}))?{_OF_YEAR}{_NEXT}",
        ),
        (Form.THIS_MONTH, r"(?P<rm>deze|volgende|komende|aankomende|de) maand"),
        (
            Form.QUARTER,
            rf"(?:(?P<n>{_ORD})(?:{_AND}(?:het )?(?P<n2>{_ORD}))? kwartaal{_OF_YEAR}"
            rf"|[qk] ?(?P<q>[1-4])(?:{_AND}[qk]?(?P<q2>[1-4]))?(?:(?: van)? (?P<qy>{_Y})| (?:van )?(?P<qr>dit jaar|volgend jaar))?"
            rf"|(?P<yq>{_Y})[ -]?[qk](?P<q3>[1-4])"
            r"|(?P<rq>dit|volgend|komend|het volgende|het komende) kwartaal)",
        ),
        (Form.THIRD, rf"(?P<n>{_ORD}) (?:trimester|tertaal){_OF_YEAR}"),
        (Form.THIRD, rf"t(?P<n>[1-3]) (?P<y>{_Y})"),
        (
            Form.SEASON,
            rf"(?:(?P<rs>dit|deze|komende?|aankomende?|aanstaande|volgende?|eerstkomende?|het komende|het volgende) )?"
            rf"(?P<s>zomer|najaar|herfst|voorjaar|lente|winter)(?! ?-?(?:reces|vakantie|nota)){_OF_YEAR}",
        ),
        (
            Form.RECESS,
            rf"(?P<r>zomer|kerst|mei|voorjaars?|krokus|herfst|najaars|verkiezings)?-?reces(?:periode)?{_OF_YEAR}",
        ),
        (
            Form.EVENT,
            r"(?P<e>prinsjesdag|verantwoordingsdag|najaarsnota|voorjaarsnota|miljoenennota|voorjaarsbesluitvorming"
            rf"|augustusbesluitvorming|begrotingsbehandeling(?:en)?){_OF_YEAR}",
        ),
        (
            Form.ONCE,
            rf"eerst(?:volgende|komende) (?P<once>{MEETINGS})",
        ),
        (Form.FEAST, rf"kerst(?:mis|dagen|vakantie)?{_OF_YEAR}"),
        (Form.TURN, rf"(?:jaarwisseling|jaareinde)(?: {_Y}/(?P<y>{_Y}))?|(?:einde?|ultimo) jaar|ultimo (?P<ty>{_Y})"),
        (
            Form.THIS_YEAR,
            rf"(?:{_REL}|(?P<hy>de (?:komende|aankomende) kabinetsperiode))",
        ),
        (
            Form.YEAR,
            rf"(?:(?P<what>schooljaar|studiejaar|collegejaar|academisch jaar|vergaderjaar|parlementaire jaar|seizoen"
            rf"|begrotingsjaar|kalenderjaar|jaar) )?(?P<y>{_Y})(?:(?:/|-)(?P<y2>{_Y}|\d\d)| (?:en|of) (?P<y3>{_Y}))?(?![\d/]|-\d|[.,]\d)",
        ),
        (
            Form.OPEN,
            r"(?:(?:zo|zeer) (?:spoedig|snel) (?:als )?mogelijk(?:e)?(?: na [^,;.()]{3,60}?(?= (?:te|zal|zullen|word|kan|kun|zijn|toe)|[,;.()]|$))?"
            r"|zeer spoedig|spoedigst|spoedig(?= |[.,;]|$)(?! mogelijk)|binnenkort|zsm|z\.s\.m\.?|eerdaags|weldra"
            r"|(?:op|binnen) (?:de |een )?(?:zeer )?(?:korte|afzienbare|kortst mogelijke|zo kort mogelijke|kortere) (?:termijn|tijd)"
            r"|op een (?:later|nader te bepalen) (?:moment|tijdstip)|te zijner tijd|t\.z\.t\.?|te gelegener tijd"
            r"|(?:in )?(?:de )?(?:komende|aankomende|eerstkomende) (?:weken|maanden))",
        ),
        (
            Form.SPAN,
            r"(?:(?:circa|ongeveer|maximaal|ten hoogste|hooguit|ten minste|minimaal|minstens|naar schatting|een kleine) )?"
            r"(?P<c>\d{1,3}|[a-z]{2,}|enige|enkele|een (?:aantal|paar))(?:(?: a | tot | of |-)(?P<c2>\d{1,3}|[a-z]{2,}))?"
            rf"(?P<half> half)? ?(?P<u>{one_of(UNITS)})(?P<later> later| nadat| na| voorafgaand aan| voor)?",
        ),
        (
            Form.MEETING,
            r"(?:(?P<adv>tijdig|ruimschoots|ruim|uiterlijk|kort|nog|u|uw kamer) )?(?P<p>voorafgaand aan|voor aanvang van|voor)"
            rf" (?:het|de|uw) (?:[a-z-]+ ){{0,3}}?(?!begrotingsbehandeling){MEETINGS}(?: over (?:de |het |een )?[a-z-]+)?",
        ),
        (
            Form.ONCE,
            r"(?P<first>(?:(?:direct|onmiddellijk|meteen|terstond|onverwijld) na|(?:tijdig |uiterlijk |ruim |nog )?voor"
            r" (?:de )?(?:afloop|aanvang|inwerkingtreding|start|publicatie|besluitvorming|openstelling|ommekomst) van)"
            r" (?:de |het |een |die |dat |deze |dit )?[a-z-]+(?: van (?:de |het |die |dat )?[a-z-]+)?)",
        ),
        (Form.ONCE, r"(?P<first>(?:in de (?:week|weken|maand|maanden)|kort|direct|spoedig|meteen) daarna)"),
    )
)
"""The forms, the surest first: what an earlier one has found is not looked at again."""

KEY: Final = re.compile(
    r"\d{4}|januari|februari|maart|april|\bmei|juni|juli|august|septem|oktober|november|decem|kwartaal|\b[qk][1-4]|halfjaar"
    r"|half jaar|helft|trimester|tertaal|week|weken|maand|dagen|dag\b|jaar|zomer|winter|herfst|lente|reces|kerst|prinsjes"
    r"|nota\b|besluitvorming|behandeling|debat|overleg|\braad|spoedig|mogelijk|binnenkort|termijn|tijd\b|t\.z\.t|zodra|z\.?s\.?m"
    r"|eerstvolgende|eerstkomende|daarna|\bna\b|\bvan\b|tijdstip|\bt[123]\b|morgen|eerdaags|weldra|later moment"
)
"""A word without which a sentence names no time."""


def cores(text: str, start: int, end: int) -> Iterator[Core]:
    """Yield the times that stretch of even text names; where two forms overlap, the surer one."""
    taken: list[tuple[int, int]] = []
    for form, pattern in PATTERNS:
        for found in pattern.finditer(text, start, end):
            if any(found.start() < high and low < found.end() for low, high in taken):
                continue
            taken.append((found.start(), found.end()))
            yield Core(form, found.start(), found.end(), found.groupdict())
