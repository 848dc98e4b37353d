"""The words around the number of a paper: labels, chambers, years, signs of a list, pages; and text made even.

Forms: KCBR Aanwijzing 3.43, the Leidraad voor juridische auteurs, and what letters, Handelingen and registers print.
All patterns run over folded text (`fold`), so that a space is always " " and a dash always "-".
"""

import re
from typing import Final

_SPACES: Final = "\t\r\v\f\u00a0\u00ad\u1680\u180e\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff"
_FOLDED: Final = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    **dict.fromkeys(map(chr, range(0x2010, 0x2016)), "-"),
    "\u2212": "-",
    "\u2044": "/",
}
GONE: Final = "\x00"
"""Stands for a character that another citation has taken."""


def fold(text: str) -> str:
    """Return text of the same length with one kind of space and of dash; ends of paragraphs are kept."""
    for character in set(text) & _FOLDED.keys():
        text = text.replace(character, _FOLDED[character])
    return text


def spaced(word: str) -> str:
    """Return a pattern of a word that may be letter-spaced or broken by a hyphen at a line's end."""
    return "[ -]{0,2}".join(word)


NO_LETTER: Final = r"(?<![^\W\d_])"
"""No letter stands before: a digit may, the mark of a note glued to the word."""

NUMBER_WORD: Final = (
    r"(?:"
    + NO_LETTER
    + r"(?i:(?:stuk|onder|volg|kamerstuk|motie|amendement)? ?(?:n ?u ?m ?m ?e ?r ?s?|n ?r ?s?)(?![^\W\d_])|\bnos?\b|№)"
    + r"(?: ?\.)?[ :]{0,2}"
    + r"|(?<![^\W_])(?i:letters?) (?=[A-Z]{1,2}(?![^\W_])))"
)
PLURAL: Final = re.compile(r"(?i:n ?r ?s|nummers|nos)")

CHAMBER: Final = (
    r"(?:I ?[-/] ?II|II|I|11|2|1|T ?\.? ?K\.?|E ?\.? ?K\.?|V\.?V\.?"
    r"|(?i:(?:van de |der |de )?(?:tweede|eerste|2e|1e|verenigde) (?:kamer|vergadering)(?: der staten-generaal)?))"
    r"(?![^\W_])"
)
YEAR: Final = r"(?:(?:1[89]|20)\d\d ?[-/] ?[-/]? ?(?:(?:1[89]|20)\d\d|\d\d)(?!\d))"
"""A session: 2008/09, 2008-2009, with the slips 2022/-23 and 1985/- 86."""
SESSION_WORD: Final = r"(?i:(?:het )?(?:vergader|parlementair |zittings)jaar|zitting|vj\.?)"

AND: Final = r"(?:en|&|alsmede|alsook|evenals|respectievelijk|resp\.?|of|dan wel)"
THROUGH: Final = r"(?:t/m|t\.?m\.?|tot en met|tot|-)"

PAGES: Final = re.compile(
    r"[ ,(]{0,3}\b(?i:pp?|pag|blz|bladz|bladzijden?|pagina(?:['’]?s)?|p[áa]gs?)\b\.?[ :]?"
    r"(?P<first>\d{1,5})(?!\d)(?P<more>(?: ?(?:-|/|,|\ben\b|t/m|tot en met) ?(?:(?:p|blz|pag)\.? ?)?\d{1,4}"
    r"(?!\d| ?\d{3}(?!\d)|[./]\d| ?(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)))*)"
    r"(?:,? ?\be\.? ?v\.?(?![^\W_]))?",
)
UNIT: Final = re.compile(
    r" ?(?:%|€|(?i:euro|eur|miljoen|miljard|mln|mld|duizend|procent|personen|mensen|plaatsen|woningen|aanvragen"
    r"|huishoudens|kinderen|leerlingen|studenten|km|kilometer|hectare|ha|ton|kg|m2|uur|stuks|keer|maal|fte|banen|bedrijven)\b)"
)
MONTH_AHEAD: Final = re.compile(
    r"\d{1,2} (?i:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}(?!\d)"
)
YEAR_LIKE: Final = re.compile(r"(?:19\d|20[0-4])\d(?!\d)")
DOSSIER_AHEAD: Final = re.compile(r"\d{2}[ .]?\d{3}(?!\d)")
CLOSED: Final = re.compile(r" ?(?:[)\].,;:!?»”\"'’}/\n\x00-]|$)")
GOES_ON: Final = re.compile(
    r" (?:en|of|over|van de led|van het lid|van \d|met|inzake|betreffende|waar\w*|die|dat|is|zijn|was|werd|werden"
    r"|wordt|worden|heb|hebben|heeft|had|zal|zullen|bij|aan|op|in|voor|dd|d\.d|t/m|tot|alsmede|ter|om|te|naar|door|als|reeds|ook|ten"
    r"|herdruk|HERDRUK)\b"
)
REPRINT: Final = re.compile(r",? ?\(?(?i:herdruk)\)?\d?(?![^\W_])")
FORMER: Final = re.compile(
    r"(?:,? ?\(?,? ?(?i:was|waren|voorheen|eerder|eerst|thans|nu|later|oorspronkelijk|t\.v\.v\."
    r"|ter vervanging van|i\.p\.v\.)"
    r"(?: (?i:die|deze|de motie|dat|het|stuk|gedrukt|onder))*,? ?)"
    rf"(?P<word>{NUMBER_WORD})?(?=\d{{1,4}}(?![\d/]|[ .]\d{{3}}))"
)
"""Before the number that a paper had earlier: "nr. 577, was nr. 562", "ter vervanging van die gedrukt onder nr. 27"."""
