"""The forms in which a letter names a time, as patterns over even text (small letters, no accents, plain spaces)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from griffie.reading.nl.deadlines.words import MONTHS, NUMBERS, ORDINALS, SHORT_MONTHS, UNITS, WEEKDAYS, one_of


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

_COUNT = one_of((*NUMBERS, "anderhalf", "half"))
_MONTH_KEYS: Final = tuple(MONTHS) + tuple(f" {name}" for name in SHORT_MONTHS)
_OPEN_KEYS: Final = (
    "spoed", "mogelijk", "binnenkort", "zsm", "z.s.m", "eerdaags", "eerstdaags", "weldra", "termijn", "tijd",
    "moment", "stadium", "t.z.t", "omgaande", "ommegaande", "dezer dagen", "komende weken", "komende maanden",
     "onverwijld",
)  # fmt: skip
MEETING_KEYS: Final = (
    "debat", "overleg", "raad", "vergadering", "raadpleging", "top", "eurogroep", "hoorzitting", "gesprek",
    "conferentie", "behandeling", "stemming", "vragenuur", "briefing", " ao", " vao", " vso", " wgo", " cd", " rbz", "termijn",
)  # fmt: skip

_STEPS: Final = (
    "ommekomst", "ontvangst", "advisering", "afronding", "instemming", "goedkeuring", "publicatie", "vaststelling",
    "aanvaarding", "consultatie", "raadpleging", "verschijning", "ondertekening", "besluitvorming",
)  # fmt: skip
"""Steps of a paper's way after which something is promised; their day is not known."""
_PAPERS: Final = r"(?P<paper>[a-z-]*(?:rapportage|brief|verslag|monitor|nota|begroting|overzicht|update))"
MEETINGS: Final = (
    r"(?:ao|vao|vso|wgo|cd|nota-?overleg|rbz|[a-z-]*raad|[a-z-]*debat(?:ten)?|[a-z]*overleg(?:gen)?|[a-z]*vergadering"
    r"|[a-z]*raadpleging"
    r"|[a-z]*top|ministerraad|eurogroep|hoorzitting|rondetafelgesprek|[a-z]*conferentie|[a-z]*behandeling(?:en)?"
    r"|[a-z]*stemming(?:en)?|vragenuur(?:tje)?|tweede termijn|briefing)"
)
"""Names of meetings: a date that only names one is no deadline."""

PATTERNS: Final[tuple[tuple[Form, tuple[str, ...], "re.Pattern[str]"], ...]] = tuple(
    (form, keys, re.compile(r"(?<!\w)" + pattern + r"(?!\w)"))
    for form, keys, pattern in (
        (Form.ONCE, ("zodra",), r"(?P<when>zodra [^,;:.()«»]{4,160})"),
        (Form.NUMERIC, ("-20", "/20", "-19", "/19"), rf"(?P<d>\d\d?)([-/])(?P<mn>\d\d?)\2(?P<y>{_Y})"),
        (
            Form.WEEK,
            ("week", "weken", "dagen"),
            rf"(?:(?P<n>{_ORD}) (?:volle )?(?:week|dagen) (?:van |in )?(?P<m>{_MONTH}){_OF_YEAR}"
            rf"|week van (?:{_WEEKDAY} )?(?P<d>\d\d?) (?P<dm>{_MONTH})(?: (?P<dy>{_Y}))?"
            r"|(?:week|weken) (?P<w>\d\d?)(?: (?:van |in )?(?P<wy>(?:19|20)\d\d))?"
            r"|(?P<rw>deze|volgende|komende|aankomende|aanstaande|eerstkomende) week)",
        ),
        (
            Form.DAY,
            _MONTH_KEYS,
            rf"(?:{_WEEKDAY} )?(?:(?P<d0>\d\d?)(?: {_ANY_MONTH})?{_AND})?(?:{_WEEKDAY} )?(?P<d>\d\d?)(?:e|ste|de)?"
            rf" (?P<m>{_ANY_MONTH}){_OF_YEAR}{_NEXT}",
        ),
        (Form.NTH_WEEKDAY, _MONTH_KEYS, rf"(?P<n>{_ORD}) (?P<wd>{_WEEKDAY}) (?:van|in) (?P<m>{_MONTH}){_OF_YEAR}"),
        (
            Form.WEEKDAY,
            ("dag", "morgen"),
            rf"(?:(?:aanstaande|komende|aankomende|eerstkomende|volgende|deze) (?P<wd>{_WEEKDAY})"
            rf"|(?P<wd2>{_WEEKDAY}),? (?:aanstaande|a\.s\.?|eerstkomend)|(?P<wd3>overmorgen|(?<!goede )morgen))",
        ),
        (
            Form.HALF,
            ("helft", "half"),
            rf"(?P<n>{_ORD}) (?:(?:helft|half ?jaar)(?: van (?P<m>{_MONTH}))?|halfjaar){_OF_YEAR}",
        ),
        (
            Form.MONTH,
            _MONTH_KEYS,
            rf"(?P<m>{_MONTH})(?: (?P<y0>{_Y}))?(?:{_AND}(?:in )?{_PART}?(?P<m2>{_MONTH}))?{_OF_YEAR}{_NEXT}",
        ),
        (Form.THIS_MONTH, ("maand",), r"(?P<rm>deze|volgende|komende|aankomende|de) maand"),
        (
            Form.QUARTER,
            ("kwartaal", "q1", "q2", "q3", "q4", "q ", "k1", "k2", "k3", "k4"),
            rf"(?:(?P<n>{_ORD})(?:{_AND}(?:het )?(?P<n2>{_ORD}))? kwartaal{_OF_YEAR}"
            rf"|[qk] ?(?P<q>[1-4])(?:{_AND}[qk]?(?P<q2>[1-4]))?(?:(?: van)? (?P<qy>{_Y})| (?:van )?(?P<qr>dit jaar"
            rf"|volgend jaar))?"
            rf"|(?P<yq>{_Y})[ -]?[qk](?P<q3>[1-4])"
            r"|(?P<rq>dit|volgend|komend|het volgende|het komende) kwartaal)",
        ),
        (Form.THIRD, ("trimester", "tertaal"), rf"(?P<n>{_ORD}) (?:trimester|tertaal){_OF_YEAR}"),
        (Form.THIRD, ("t1 ", "t2 ", "t3 "), rf"t(?P<n>[1-3]) (?P<y>{_Y})"),
        (
            Form.SEASON,
            ("zomer", "najaar", "herfst", "voorjaar", "lente", "winter"),
            rf"(?:(?P<rs>dit|deze|komende?|aankomende?|aanstaande|volgende?|eerstkomende?|het komende"
            rf"|het volgende) )?"
            rf"(?P<s>zomer|najaar|herfst|voorjaar|lente|winter)(?! ?-?(?:reces|vakantie|nota)){_OF_YEAR}",
        ),
        (
            Form.RECESS,
            ("reces",),
            rf"(?P<r>zomer|kerst|mei|voorjaars?|krokus|herfst|najaars|verkiezings)?-?reces(?:periode)?{_OF_YEAR}",
        ),
        (
            Form.EVENT,
            ("prinsjesdag", "verantwoordingsdag", "nota", "besluitvorming", "begrotingsbehandeling"),
            r"(?P<e>prinsjesdag|verantwoordingsdag|najaarsnota|voorjaarsnota|miljoenennota|voorjaarsbesluitvorming"
            rf"|augustusbesluitvorming|begrotingsbehandeling(?:en)?){_OF_YEAR}",
        ),
        (
            Form.ONCE,
            ("eerstvolgende", "eerstkomende"),
            rf"eerst(?:volgende|komende) (?P<once>{MEETINGS}|{_PAPERS})",
        ),
        (Form.FEAST, ("kerst",), rf"kerst(?:mis|dagen|vakantie)?{_OF_YEAR}"),
        (
            Form.TURN,
            ("jaarwisseling", "jaareinde", "eind", "ultimo"),
            rf"(?:jaarwisseling|jaareinde)(?: {_Y}/(?P<y>{_Y}))?|(?:einde?|ultimo) jaar|ultimo (?P<ty>{_Y})",
        ),
        (
            Form.THIS_YEAR,
            ("jaar", "kabinetsperiode"),
            rf"(?:{_REL}|(?P<hy>de (?:komende|aankomende) kabinetsperiode))",
        ),
        (
            Form.YEAR,
            ("20", "19"),
            rf"(?:(?P<what>schooljaar|studiejaar|collegejaar|academisch jaar|vergaderjaar|parlementaire jaar|seizoen"
            rf"|begrotingsjaar|kalenderjaar|jaar) )?(?P<y>{_Y})(?:(?:/|-)(?P<y2>{_Y}|\d\d)| (?:en"
            rf"|of) (?P<y3>{_Y}))?(?![\d/]|-\d|[.,]\d)",
        ),
        (
            Form.OPEN,
            _OPEN_KEYS,
            r"(?:(?:zo|zeer) (?:spoedig|snel|gauw) (?:als )?mogelijk(?:e)?(?: na [^,;.()]{3,60}?(?= (?:te|zal|zullen"
            r"|word|kan|kun|zijn|toe)|[,;.()]|$))?"
            r"|zeer spoedig|spoedigst|spoedig(?= |[.,;]|$)(?! mogelijk)|binnenkort|zsm(?!-)|z\.s\.m\.?|eerdaags|weldra"
            r"|(?:op|binnen) (?:de |een )?(?:zeer )?(?:korte|afzienbare|kortst mogelijke|zo kort mogelijke"
            r"|kortere) (?:termijn|tijd)"
            r"|op een (?:later|nader te bepalen) (?:moment|tijdstip)|te zijner tijd|t\.z\.t\.?|te gelegener tijd"
            r"|per omm?e?gaande|een dezer dagen|bijtijds|ten spoedigste|met (?:bekwame |de meeste |gepaste )?spoed"
            r"|op een (?:geschikt|passend|later te bepalen) moment|in een later stadium|eerstdaags|binnen niet al te lange tijd"
            r"|(?P<weak>onverwijld|binnen de (?:[a-z]+ ){0,2}(?:gestelde|geldende|gebruikelijke|wettelijke"
            r"|afgesproken|reguliere) (?:[a-z]+)?termijn(?! van))"
            r"|(?P<weeks>(?:(?:in|gedurende|over) )?(?:de )?(?:komende|aankomende|eerstkomende) (?:weken"
            r"|maanden)))",
        ),
        (
            Form.SPAN,
            ("dag", "week", "weken", "maand", "jaar", "jaren", "kwarta"),
            r"(?:(?:circa|ongeveer|maximaal|ten hoogste|hooguit|ten minste|minimaal|minstens|naar schatting"
            r"|een kleine) )?"
            rf"(?P<c>\d{{1,3}}|{_COUNT}|enige|enkele|een (?:aantal|paar))(?:(?: a | tot | of |-)(?P<c2>\d{{1,3}}"
            rf"|{_COUNT}))?"
            rf"(?P<half> half)? ?(?P<u>{one_of(UNITS)})(?P<later> later| nadat| na| voorafgaand aan| voor)?",
        ),
        (
            Form.MEETING,
            MEETING_KEYS,
            r"(?:(?P<adv>tijdig|ruimschoots|ruim|uiterlijk|kort|nog|u|uw kamer) )?(?P<p>voorafgaand aan"
            r"|voor aanvang van|voor)"
            rf" (?:het|de|uw) (?:[a-z-]+ ){{0,3}}?(?!begrotingsbehandeling){MEETINGS}(?: (?:over|van|in) (?:de |het "
            rf"|een )?[a-z-]+)?",
        ),
        (
            Form.ONCE,
            ("direct na", "onmiddellijk na", "meteen na", "terstond na", "onverwijld na", "voor "),
            r"(?P<first>(?:(?:direct|onmiddellijk|meteen|terstond|onverwijld) na|(?:tijdig |uiterlijk |ruim "
            r"|nog )?voor"
            r" (?:de |het )?(?:afloop|aanvang|einde|inwerkingtreding|start|publicatie|besluitvorming|openstelling"
            r"|ommekomst) van)"
            r" (?:de |het |een |die |dat |deze |dit )?[a-z-]+(?: van (?:de |het |die |dat )?[a-z-]+)?)",
        ),
        (
            Form.ONCE,
            _STEPS,
            rf"(?P<step>na (?:de |het |een |zijn |hun )?{one_of(_STEPS)}(?: (?:daarvan|hiervan|ervan)"
            r"| (?:van|door|met|in|over) (?:(?:de|het|een|die|dat|deze|dit|mijn|uw|hun|zijn) )?(?:[a-z-]+(?:e|ijk|isch) ){0,2}[a-z-]+"
            r"(?:(?: (?!van )[a-z-]+)?(?: van (?:de |het )?[a-z-]+){1,2})?)?)",
        ),
        (
            Form.ONCE,
            ("daarna",),
            r"(?P<first>(?:in de (?:week|weken|maand|maanden)|kort|direct|spoedig|meteen) daarna)",
        ),
    )
)
"""The forms with the words that none goes without, the surest first: what one has found is not looked at again."""


_REACH: Final = 100
"""How many characters before its first key a phrase of any form may begin."""


def _rows_of_keys() -> dict[str, tuple[int, ...]]:
    rows: dict[str, tuple[int, ...]] = {}
    for row, (_form, keys, _pattern) in enumerate(PATTERNS):
        for key in keys:
            rows[key] = (*rows.get(key, ()), row)
    return rows


_ROWS: Final = _rows_of_keys()


class Keys:
    """Where in a text the words stand without which a form cannot be there: much faster than patterns that miss."""

    def __init__(self, text: str) -> None:
        hits: list[tuple[int, tuple[int, ...]]] = []
        for key, rows in _ROWS.items():
            at = text.find(key)
            while at >= 0:
                hits.append((at, rows))
                at = text.find(key, at + 1)
        hits.sort()
        self._at = [at for at, _ in hits]
        self._rows = [rows for _, rows in hits]

    def any(self, start: int, end: int) -> bool:
        """Tell whether any key stands in a stretch."""
        at = bisect_left(self._at, start)
        return at < len(self._at) and self._at[at] < end

    def rows(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return which rows of `PATTERNS` may be found in a stretch, in their order, and where the first key stands."""
        low, high = bisect_left(self._at, start), bisect_left(self._at, end)
        first: dict[int, int] = {}
        for n in range(low, high):
            for row in self._rows[n]:
                first.setdefault(row, self._at[n])
        return sorted(first.items())


@lru_cache(maxsize=4)
def keys_of(text: str) -> Keys:
    """Return the keys of a text; the rules ask for those of one letter over and over."""
    return Keys(text)


def cores(text: str, start: int, end: int) -> Iterator[Core]:
    """Yield the times that stretch of even text names; where two forms overlap, the surer one."""
    taken: list[tuple[int, int]] = []
    for row, key_at in keys_of(text).rows(max(0, start - 1), end):
        form, _keys, pattern = PATTERNS[row]
        for found in pattern.finditer(text, max(start, key_at - _REACH), end):
            if any(found.start() < high and low < found.end() for low, high in taken):
                continue
            taken.append((found.start(), found.end()))
            yield Core(form, found.start(), found.end(), found.groupdict())
