"""Official web addresses of cited papers, by rule alone; nothing is looked up.

Sources of the rules: the ids of official publications (zoek.officielebekendmakingen.nl), the detail pages of
tweedekamer.nl, EUR-Lex's own links by number and rechtspraak.nl's by ECLI. Where no rule gives an address (the
registers of commitments, an Eerste Kamer page), there is none: a wrong link is worse.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from griffie.domain.letter import Dossier
from griffie.domain.papers import EU_DOSSIERS, ROMAN, Paper
from griffie.domain.papers import address_of as paper_address
from griffie.domain.reading import CitationKind

PUBLICATION: Final = "https://zoek.officielebekendmakingen.nl/{id}.html"
DOSSIER: Final = "https://zoek.officielebekendmakingen.nl/dossier/{id}"
CHAMBER_PAPER: Final = "https://www.tweedekamer.nl/kamerstukken/detail?id={id}"
CHAMBER_MEETING: Final = "https://www.tweedekamer.nl/vergaderingen/details?id={id}"
EUR_LEX: Final = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri={uri}"
DUTCH_RULING: Final = "https://uitspraken.rechtspraak.nl/details?id={id}"

_PAPER = re.compile(
    rf"(?P<dossier>\d{{5}}|[CXLVI]{{3,}})(?:-(?P<suffix>{ROMAN}[A-Z]?|[A-Z]|\d\d)(?=-))?-(?P<number>\d{{1,4}}[a-z]?|[A-Z]{{1,3}})"
)
_DOSSIER_NUMBER = re.compile(r"\d{5}|[CXLVI]{3,}")
_BUDGET = re.compile(r"\d{3}00")
_CHAPTER = re.compile(rf"{ROMAN}[A-Z]?")
_COM = re.compile(r"(?P<series>COM|SWD|JOIN|SEC)\((?P<year>\d{4})\)(?P<number>\d+)")
_DEBATE = re.compile(r"h-(?:tk|ek|vv)-\d{8}-\d+-\d+")
"""A report is published item by item, formerly page by page: a meeting alone has no address."""


def address_of(kind: CitationKind, paper_id: str) -> str | None:
    """Return the official address of a paper by its canonical id, or None where no rule gives one.

    >>> address_of(CitationKind.KAMERSTUK, "29344-131")
    'https://zoek.officielebekendmakingen.nl/kst-29344-131.html'
    """
    rule = _RULES.get(kind)
    return rule(paper_id) if rule and paper_id else None


def _kamerstuk(paper_id: str) -> str | None:
    if paper_id.startswith("kst-"):
        return PUBLICATION.format(id=paper_id)
    if _is_dossier(paper_id):
        roman = not paper_id[0].isdigit()
        return DOSSIER.format(id=paper_id.lower() if roman else paper_id)
    found = _PAPER.fullmatch(paper_id)
    return paper_address(Paper((Dossier(found["dossier"], found["suffix"] or ""),), found["number"])) if found else None


def _is_dossier(paper_id: str) -> bool:
    """Tell a dossier ("29344", "36410-VI", "21501-20", "36600-B") from a paper ("35510-21", "33978-J")."""
    number, _, rest = paper_id.partition("-")
    if not rest:
        return bool(_DOSSIER_NUMBER.fullmatch(number))
    if rest.isdigit():
        return number in EU_DOSSIERS and len(rest) == 2
    if _BUDGET.fullmatch(number):  # the Eerste Kamer numbers its papers on a budget within chapter or fund
        return bool(re.fullmatch(r"[A-Z]", rest) or _CHAPTER.fullmatch(rest))
    return len(rest) > 1 and bool(_CHAPTER.fullmatch(rest))


def _debate(paper_id: str) -> str | None:
    return PUBLICATION.format(id=paper_id) if _DEBATE.fullmatch(paper_id) else None


def _commission_paper(paper_id: str) -> str | None:
    found = _COM.fullmatch(paper_id)
    return EUR_LEX.format(uri=f"{found['series']}:{found['year']}:{found['number']}:FIN") if found else None


def _ruling(paper_id: str) -> str | None:
    if paper_id.startswith("ECLI:NL:"):
        return DUTCH_RULING.format(id=paper_id)
    return EUR_LEX.format(uri=f"ecli:{paper_id}") if paper_id.startswith("ECLI:EU:") else None


def _publication(paper_id: str) -> str:
    return PUBLICATION.format(id=paper_id)


def _chamber_paper(paper_id: str) -> str:
    return CHAMBER_PAPER.format(id=paper_id)


def _chamber_meeting(paper_id: str) -> str:
    return CHAMBER_MEETING.format(id=paper_id)


_RULES: Final[Mapping[CitationKind, Callable[[str], str | None]]] = {
    CitationKind.KAMERSTUK: _kamerstuk,
    CitationKind.HANDELINGEN: _debate,
    CitationKind.AANHANGSEL: _publication,
    CitationKind.ZAAK: _chamber_paper,
    CitationKind.DOCUMENT: _chamber_paper,
    CitationKind.ACTIVITY: _chamber_meeting,
    CitationKind.ANNEX: _publication,
    CitationKind.NO_DOSSIER: _publication,
    CitationKind.COM: _commission_paper,
    CitationKind.ECLI: _ruling,
    CitationKind.STB: _publication,
    CitationKind.STCRT: _publication,
    CitationKind.TRB: _publication,
}
