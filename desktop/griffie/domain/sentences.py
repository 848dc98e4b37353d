"""Cuts Dutch text of letters into sentences: knows the abbreviations, initials and note marks that clerks meet."""

import re
from collections.abc import Iterator

WITH_MORE_TO_COME = """
    aanh afd afl alg art artt bbl bijl bijv blz ca cf cons corr d.d dd dhr dr drs ds e.g exc excl fa fig freq gebr geb
    gld h.k hfdst hfst hss i.c ibid incl ing inz ir jhr jkvr jur kab kast kst m.a.w m.b.t m.b.v m.i m.i.v m.m.v m.n
    m.u.v mej mevr mln mld mr mrs mw n.a.v n.b nr nrs o.a o.b.v o.g.v o.i o.i.v o.l.v ong op.cit opm p pag par pct pp
    prof publ red ref resp s.v.p st stb stcrt stc t.a.v t.b.v t.g.v t.k.v t.n.v t.o t.o.v t.v.v t.w t.z.t tab tel temp
    trb tw uitg v.d v.h v.l.n.r v.w.b verm vgl viz vlg vnl voorz vs w.b w.o weth wnd z.g z.i zg zgn zn i.h.a i.h.b
    i.h.k.v i.o.m i.p.v i.s.m i.t.t i.v.m d.m.v d.w.z c.q a.d.h.v b.g.g aug sept okt nov dec febr mgr ned rb
"""
NEVER_LAST = frozenset(WITH_MORE_TO_COME.split())
"""Abbreviations, without their last dot, that have something to come: no sentence ends there."""

THAT_MAY_CLOSE = "jl a.s c.s e.a e.d e.v e.v.a enz etc jr sr n.chr v.chr p.m a.m p.j p.w b.v n.v o.m n.v.t i.o"
SOMETIMES_LAST = frozenset(THAT_MAY_CLOSE.split())
"""Abbreviations that may close a sentence: they do when a capital follows."""

END = re.compile(
    r"""[.?!…]+[\])'"’”»]*   # the mark, with what closes
    (?:\d{1,3}(?=\s))?       # a note mark glued to it
    (?=\s+[\[('"‘“„«–-]*\s?(?:[A-ZÀ-ÖØ-Þ]|\d|['’][a-z]\b))""",
    re.VERBOSE,
)
TOKEN = re.compile(r"[\w.&/-]*$")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*[A-Z][a-z]?")
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
LETTERED = re.compile(
    r"\b(?:annex|bijlagen?|categorie|deel|fase|groep|hoofdstuk|onderdeel|optie|scenario|tabel|titel|variant)\s+$",
    re.IGNORECASE,
)
"""Words that a lone capital or a Roman number belongs to: "bijlage I", "variant B"; no initial of a name."""
NAME_NEXT = re.compile(r"\s+(?:(?:van|de|der|den|ten|ter|in|'t|’t)\s)*[A-ZÀ-ÖØ-Þ][\w'’-]*\.?")

NO_NAME_NEXT = re.compile(r"\s+(?:Ik|Wij|Dit|Dat|Deze|Hij|Zij|Hierbij|Hiermee|Daarmee|Daarom|Ook|Uw|Mijn)\b")
"""Words that begin a sentence behind an initial: "de brief van de heer P. te Z. Ik kan u melden"."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a paragraph of clean text begin and end, without the space between them."""
    spans: list[tuple[int, int]] = []
    begin = 0
    for end in _ends(text):
        if text[begin:end].strip():
            spans.append((begin, end))
        begin = end
        while begin < len(text) and text[begin].isspace():
            begin += 1
    if text[begin:].strip():
        spans.append((begin, len(text.rstrip())))
    return spans


def _ends(text: str) -> Iterator[int]:
    for found in END.finditer(text):
        if text[found.start()] != "." or _closes(text, found):
            yield found.end()


def _closes(text: str, found: re.Match[str]) -> bool:
    """Tell whether a dot closes a sentence."""
    match = TOKEN.search(text[max(0, found.start() - 40) : found.start()])
    token = match[0].lstrip("/&-") if match else ""
    if not token or len(found[0].split(".")) > 2:
        return True
    small = token.casefold()
    if small in SOMETIMES_LAST:
        return text[found.end() :].lstrip(" «“„'\"‘’–-")[:1].isupper()
    if small in NEVER_LAST:
        return False
    if INITIALS.fullmatch(token) and (len(token) == 1 or "." in token):
        if len(token) == 1 and LETTERED.search(text[max(0, found.start() - 30) : found.start() - 1]):
            return True
        return not NAME_NEXT.match(text, found.end()) or NO_NAME_NEXT.match(text, found.end()) is not None
    if NUMBER.fullmatch(token):
        return not _is_list_number(text, found.start() - len(token))
    return True


def _is_list_number(text: str, at: int) -> bool:
    """Tell whether a number begins the text or follows a colon or semicolon: the number of an item, not a sum."""
    before = text[:at].rstrip()
    return not before or before[-1] in ":;"
