"""Papers with a number of their own form: official ids and links, ECLI, papers of the Commission, Z, D and A numbers,
commitments of the registers, Staatsblad, Staatscourant and Tractatenblad.

Each finder takes folded text and gives what it found in order; ids as official publications print them.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from griffie.domain.letter import Dossier
from griffie.domain.papers import ROMAN
from griffie.domain.reading import CitationKind
from griffie.reading.nl.citations import words
from griffie.reading.nl.citations.counting import numbers_at
from griffie.reading.nl.citations.found import Cited
from griffie.reading.nl.citations.sessions import DATE

_END = r"(?![^\W_])"
_BEFORE = r"(?<![^\W_])"

# --- ids of official publications, alone or in a link -------------------------------------------------------------
_KST = re.compile(
    rf"{words.NO_LETTER}(?i:kst) ?[-.]? ?-? ?(?:(?:19|20)\d\d(?:19|20)\d\d-)?"
    r"(?P<dossier>\d{5}|\d{2} \d{3}|(?i:c[cxlvi]{2,}))(?!\d)"
    rf"(?: ?-? ?(?:\(?R\d{{3,4}}\)?-)?(?P<suffix>(?i:{ROMAN}[a-z]?|[a-z])|\d\d(?=-\d))(?=[-.,;) \n]|$))?"
    r"(?: ?- ?(?P<number>\d{1,4}[a-z]?|(?i:[a-z]{1,3}))(?![^\W_]))?(?:-[bhn]\d{1,2})?(?![^\W_])"
)
_NUMBER_BEHIND = re.compile(rf"[ ,]{{0,3}}{words.NUMBER_WORD}")
_ID_NEAR = re.compile(r"(?i:k ?st|-(?:tk|ek|vv)-|st(?:b|crt)-|trb-|blg-|nds-|ah-)")
_KST_GLUED = re.compile(r"(?<![^\W_])KST(?P<dossier>[1-4]\d{4})(?P<number>\d{1,4})(?![^\W_])")
_KST_NUMBER = re.compile(rf"{words.NO_LETTER}(?i:kst)-(?P<number>\d{{6,7}}){_END}")
_OTHER_ID = re.compile(
    rf"{words.NO_LETTER}(?P<id>(?i:"
    r"(?P<handelingen>h-(?:tk|ek|vv)-\d{8}-\d+(?:-\d+)?)|(?P<aanhangsel>ah-(?:(?:tk|ek)-\d{8}-\d+|\d{5,8}))"
    r"|(?P<stb>stb-\d{4}-\d+)|(?P<stcrt>stcrt-\d{4}-\d+)|(?P<trb>trb-\d{4}-\d+)"
    r"|(?P<annex>blg-\d{4,8}(?:-\d{1,3}[a-z]?)?)"
    r"|(?P<none>nds-(?:(?:tk|ek)-)?(?:\d{4}[dz]\d{5}|[a-z]{2,8}\d{4,8}|\d{4,8}))))(?:-[bhn]\d{1,2})?(?![^\W_])"
)
_OTHER_KINDS: Final = {
    "handelingen": CitationKind.HANDELINGEN,
    "aanhangsel": CitationKind.AANHANGSEL,
    "stb": CitationKind.STB,
    "stcrt": CitationKind.STCRT,
    "trb": CitationKind.TRB,
    "annex": CitationKind.ANNEX,
    "none": CitationKind.NO_DOSSIER,
}
_LINK = re.compile(r"(?:https?://|www\.)[^\s\x00<>«»]+")
_LINKED_DOSSIER = re.compile(r"/dossier/(?P<dossier>\d{5})(?:-(?P<suffix>[A-Za-z]{1,6}|\d\d))?(?![^\W_])")


def official_ids(text: str) -> Iterator[Cited]:
    """Give "kst-30552-3", "h-tk-20162017-97-8", "blg-929493": in the text or as a part of a link."""
    for found in _KST_NUMBER.finditer(text):
        yield Cited(found.start(), found.end(), CitationKind.KAMERSTUK, (f"kst-{found['number']}",))
    if not _ID_NEAR.search(text):
        return
    for found in _KST_GLUED.finditer(text):
        ids = (f"{found['dossier']}-{found['number']}",)
        yield Cited(found.start(), found.end(), CitationKind.KAMERSTUK, ids, Dossier(found["dossier"]))
    for found in _KST.finditer(text):
        if _NUMBER_BEHIND.match(text, found.end()) or (not found["number"] and " " in found[0]):
            continue  # "Kst. 36 725, nr. 29" is no id
        dossier = Dossier(found["dossier"].replace(" ", "").upper(), (found["suffix"] or "").upper())
        number = found["number"] or ""
        number = number if number[:1].isdigit() else number.upper()
        ids = (f"{dossier}-{number}" if number else str(dossier),)
        yield Cited(found.start(), found.end(), CitationKind.KAMERSTUK, ids, dossier)
    for found in _OTHER_ID.finditer(text):
        kind = _OTHER_KINDS[next(name for name in _OTHER_KINDS if found[name])]
        yield Cited(found.start(), found.end(), kind, (_small(found["id"]),))


def _small(paper: str) -> str:
    return re.sub(r"\d{4}[dz]\d{5}", lambda m: m[0].upper(), paper.lower())


def linked_dossiers(text: str) -> Iterator[Cited]:
    """Give the dossiers that links of the official publications lead to."""
    for found in _LINKED_DOSSIER.finditer(text):
        dossier = Dossier(found["dossier"], (found["suffix"] or "").upper())
        yield Cited(found.start("dossier"), found.end(), CitationKind.KAMERSTUK, (str(dossier),), dossier)


def links(text: str) -> list[tuple[int, int]]:
    """Return where links stand: their digits are no papers."""
    return [found.span() for found in _LINK.finditer(text)]


# --- court rulings ------------------------------------------------------------------------------------------------
_ECLI = re.compile(
    rf"{_BEFORE}(?i:ECLI) ?: ?(?P<country>[A-Za-z]{{2}}) ?: ?(?P<court>[A-Za-z0-9]{{1,8}}) ?: ?(?P<year>\d{{4}}) ?: ?"
    r"(?P<number>[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)"
)


def rulings(text: str) -> Iterator[Cited]:
    """Give "ECLI:NL:HR:2025:271"."""
    for found in _ECLI.finditer(text):
        parts = (found[name].upper() for name in ("country", "court", "year", "number"))
        yield Cited(found.start(), found.end(), CitationKind.ECLI, (":".join(("ECLI", *parts)),))


# --- papers of the European Commission ----------------------------------------------------------------------------
_COM = re.compile(
    rf"{_BEFORE}(?P<series>(?i:C ?O ?M|S ?W ?D|J ?O ?I ?N|S ?E ?C)|C(?=\())(?:[- ]?(?i:document|nr\.?))? ?"
    r"(?:[(\[] ?(?P<year>(?:19|20)\d\d) ?[)\]][ ,-]{0,2}(?:(?i:nr)\.? ?)?"
    r"|(?P<around>\()(?P<within>(?:19|20)\d\d)/"
    r"|[/ -]?(?P<bare>(?:19|20)\d\d)(?: ?[/-] ?|, ?(?:(?i:nr)\.? ?)?| ?(?P<open>\()))"
    r"(?P<number>\d{1,5}(?!\d))(?(open)\))(?(around)\))"
    r"(?P<more>(?:(?:, | en | & |/)\d{1,5}(?![\d(./]| ?[-/]\d| ?[a-z]{3}))*)"
    rf"(?:[ ,]{{0,2}}(?i:final|definitief|def\.?)(?:/\d|{_END}))?"
)


def commission_papers(text: str) -> Iterator[Cited]:
    """Give "COM(2016) 270 final", "SWD (2021), 84", "COM/2016/270", "COM(2016) 270, 271 en 272"."""
    for found in _COM.finditer(text):
        series, year = found["series"].replace(" ", "").upper(), found["year"] or found["bare"] or found["within"]
        numbers = [found["number"], *re.findall(r"\d+", found["more"])]
        ids = tuple(dict.fromkeys(f"{series}({year}){int(number)}" for number in numbers))
        yield Cited(found.start(), found.end(), CitationKind.COM, ids)


# --- numbers of the Tweede Kamer's own administration -------------------------------------------------------------
_PARLIS = re.compile(rf"(?<![\w/.-])(?P<year>(?:19|20)\d\d) ?(?P<letter>[ZDAzda]) ?(?P<number>\d{{5}}){_END}")
_PARLIS_IN_LINK = re.compile(r"(?<=[=/.-])(?P<year>(?:19|20)\d\d)(?P<letter>[ZDA])(?P<number>\d{5})(?![^\W_])")
_LETTERS: Final = {"Z": CitationKind.ZAAK, "D": CitationKind.DOCUMENT, "A": CitationKind.ACTIVITY}


def parlis_numbers(text: str) -> Iterator[Cited]:
    """Give "2023Z01234", "2023D05549", "2024A05766"."""
    for pattern in (_PARLIS, _PARLIS_IN_LINK):
        for found in pattern.finditer(text):
            letter = found["letter"].upper()
            ids = (f"{found['year']}{letter}{found['number']}",)
            yield Cited(found.start(), found.end(), _LETTERS[letter], ids)


# --- commitments of the registers ---------------------------------------------------------------------------------
_LABEL = re.compile(
    rf"{words.NO_LETTER}(?i:{words.spaced('toezegging')}(?:en|s?nummers?|snrs?\.?)?)[ :]{{1,2}}"
    r"(?:(?i:met )?(?i:nummers?|nrs?)\.?:? )?\(?\Z"
)
_TZ = re.compile(
    rf"{words.NO_LETTER}[Tt] ?[Zz] ?-?(?P<month>(?:\d ?){{4}}(?:0 ?[1-9]|1 ?[0-2])) ?[-/] ?"
    r"(?P<number>\d{1,5})(?![^\W_]|-\d)"
)
_T = re.compile(rf"{words.NO_LETTER}(?P<letter>[Tt])(?P<space>[ -]?)(?P<number>\d{{5}})(?![^\W_]|[.,]\d)")
_MORE_T = re.compile(
    rf"(?P<through> ?(?:t/m|tot en met|-) ?)?(?:[,;/ ]{{0,2}}(?:{words.AND} )?)"
    r"(?P<letter>[Tt]?)(?P<number>0\d{4})(?![^\W_])"
)
_MORE_TZ = re.compile(
    rf"(?:(?P<through> ?(?:t/m|tot en met) ?)|[,;/ ]{{1,2}}(?:{words.AND} )?)-?(?P<number>\d{{3}})(?![^\W_]|[ .,-]\d)"
    r"(?= ?[).,;:]|$|\n| (?:en|of|t/m|is|zijn|over|van|die|wordt|worden|heb|hebben|aan|in|met)\b)"
)
_REGISTER_NEAR = re.compile(r"(?i:toe ?zegging|rappel)")
LONGEST_RANGE: Final = 60


def commitments(text: str) -> Iterator[Cited]:
    """Give "TZ202410-153" and "T02345", the latter also in the short lists of the Eerste Kamer ("T02883 en 02889")."""
    for found in _TZ.finditer(text):
        ids = (f"TZ{found['month'].replace(' ', '')}-{found['number']}",)
        yield Cited(_labelled(text, found.start()), found.end(), CitationKind.TOEZEGGING, ids)
        yield from _more_of_month(text, found)
    for found in _T.finditer(text):
        near = _REGISTER_NEAR.search(text, max(0, found.start("letter") - 200), found.start("letter"))
        if (found["space"] or found["letter"] == "t" or found["number"][0] != "0") and not near:
            continue
        start = _labelled(text, found.start())
        yield Cited(start, found.end(), CitationKind.TOEZEGGING, (f"T{found['number']}",))
        yield from _more_commitments(text, found.end(), int(found["number"]))


def _labelled(text: str, at: int) -> int:
    """Return where the word "toezegging" before a number begins, or the number itself."""
    found = _LABEL.search(text, max(0, at - 50), at)
    return found.start() if found and "\n" not in found[0] else at


def _more_of_month(text: str, first: "re.Match[str]") -> Iterator[Cited]:
    """Give the others of "TZ202506-091, 092 en 095": of the same month, printed with as many digits."""
    month, end, last = first["month"].replace(" ", ""), first.end(), first["number"]
    while (found := _MORE_TZ.match(text, end)) and len(found["number"]) == len(last) == 3:
        span = range(int(last) + 1, int(found["number"]) + 1)
        values = [f"{n:03}" for n in span] if found["through"] and 0 < len(span) <= LONGEST_RANGE else [found["number"]]
        ids = tuple(f"TZ{month}-{value}" for value in values)
        yield Cited(found.start("number"), found.end(), CitationKind.TOEZEGGING, ids)
        end, last = found.end(), found["number"]


def _more_commitments(text: str, end: int, last: int) -> Iterator[Cited]:
    while found := _MORE_T.match(text, end):
        number = int(found["number"])
        between = range(last + 1, number + 1) if found["through"] and 0 < number - last <= LONGEST_RANGE else (number,)
        if found["through"] or not found["letter"]:  # one with its own T is found by itself
            ids = tuple(f"T{n:05}" for n in between)
            yield Cited(found.start("letter"), found.end(), CitationKind.TOEZEGGING, ids)
        end, last = found.end(), number


# --- Staatsblad, Staatscourant, Tractatenblad ---------------------------------------------------------------------
_GAZETTE = re.compile(
    rf"{words.NO_LETTER}(?:(?P<stb>(?i:s ?t ?b\.?(?! ?c)|staatsblad(?: van het koninkrijk(?: der nederlanden)?)?))"
    r"|(?P<stcrt>(?i:s ?t ?c ?r ?t\.?|stc\.|staatscourant))"
    r"|(?P<trb>(?i:t ?r ?b\.?|tractatenblad(?: van het koninkrijk(?: der nederlanden)?)?)))"
    r"(?![^\W\d_])[ ,:]{0,2}\(?(?i:jaargang |van (?=\d{4}(?!\d)))?"
)
_IN_YEAR = re.compile(rf"(?P<year>(?:18|19|20)\d\d)(?!\d)(?:\)?,? ?|[/-])(?:{words.NUMBER_WORD})?(?=\d{{1,6}}(?!\d))")
_GAZETTE_NUMBER = re.compile(r"\d{1,6}(?!\d)(?![.,]\d)")
_NUMBER_FIRST = re.compile(
    rf"(?:{words.NUMBER_WORD})?(?P<number>\d{{1,6}})(?!\d)"
    rf"(?:(?:,| van| uit|) ?\(?(?:{DATE}|(?P<in>(?:19|20)\d\d)(?!\d)))"
)
_DATE_FIRST = re.compile(rf"{DATE},? ?(?:{words.NUMBER_WORD})(?P<number>\d{{1,6}})(?!\d)")
_MORE_YEARS = re.compile(rf"(?:[,;] ?| ?{words.AND} )(?:{words.AND} )?(?=(?:18|19|20)\d\d(?:, ?| ?/ ?| nr\.? ?)\d)")
_GAZETTES: Final = {"stb": CitationKind.STB, "stcrt": CitationKind.STCRT, "trb": CitationKind.TRB}


def gazettes(text: str) -> Iterator[Cited]:
    """Give "Stb. 2018, 131", "Staatscourant 2020, nr. 31394", "Trb. 2013, 79", also several numbers or years."""
    for found in _GAZETTE.finditer(text):
        name = next(name for name in _GAZETTES if found[name])
        start, at = found.start(), found.end()
        while in_year := _IN_YEAR.match(text, at):
            numbers, end = _gazette_numbers(text, in_year.end(), bool(words.PLURAL.search(in_year[0])))
            if not numbers:
                break
            yield Cited(start, end, _GAZETTES[name], tuple(f"{name}-{in_year['year']}-{n}" for n in numbers))
            if not (more := _MORE_YEARS.match(text, end)):
                break
            start = at = more.end()
        else:
            if start == found.start():
                yield from _dated_gazette(text, start, at, name)


def _gazette_numbers(text: str, at: int, plural: bool) -> tuple[tuple[str, ...], int]:
    """Numbers of the Staatscourant run over five digits, so that a list of them is only read by what ends it."""
    first = _GAZETTE_NUMBER.match(text, at)
    if first is None:
        return (), at
    more = numbers_at(text, at, plural=plural, letters=False, dossiers=False) if len(first[0]) <= 5 else None
    if more is None:
        return (str(int(first[0])),), first.end()
    return more.values, more.end


def _dated_gazette(text: str, start: int, at: int, name: str) -> Iterator[Cited]:
    found = _NUMBER_FIRST.match(text, at) or _DATE_FIRST.match(text, at)
    year = found and (found["year"] or found["y"] or (found.groupdict().get("in")))
    if found and year:
        yield Cited(start, found.end(), _GAZETTES[name], (f"{name}-{year}-{int(found['number'])}",))


FINDERS: Final[tuple[Callable[[str], Iterator[Cited]], ...]] = (
    rulings,
    official_ids,
    linked_dossiers,
    parlis_numbers,
    commission_papers,
    commitments,
    gazettes,
)
"""In this order: what an earlier one takes, a later one does not see."""
