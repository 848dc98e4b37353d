"""Names of cited papers as people write them: "Handelingen II 2022-2023, nr. 85, item 5" for "h-tk-20222023-85-5"."""

import re
from typing import Final

from griffie.domain.reading import CitationKind

_CHAMBERS: Final = {"tk": "II", "ek": "I", "vv": "I-II"}
_DEBATE: Final = re.compile(r"h-(tk|ek|vv)-(\d{4})(\d{4})-(\d+)(?:-(\d+))?")
_ANSWER: Final = re.compile(r"ah-(tk|ek)-(\d{4})(\d{4})-(\d+)")
_GAZETTE: Final = re.compile(r"(stb|stcrt|trb)-(\d{4})-(\d+)")
_PAPER: Final = re.compile(r"(\d{5})(-[A-Z]+|-\d{2}(?=-))?-(\d+[a-z]?|[A-Z]{1,2})")
_PAGES = 1000  # a meeting has no such number: it is the first page of an old report


def name_of_paper(kind: CitationKind, paper_id: str) -> str:
    """Return the name of a paper by its canonical id; what has no other name keeps its id."""
    if found := _DEBATE.fullmatch(paper_id):
        where = f"Handelingen {_CHAMBERS[found[1]]} {found[2]}-{found[3]}"
        if int(found[4]) >= _PAGES:
            return f"{where}, p. {found[4]}" + (f"-{found[5]}" if found[5] else "")
        return f"{where}, nr. {found[4]}" + (f", item {found[5]}" if found[5] else "")
    if found := _ANSWER.fullmatch(paper_id):
        return f"Aanhangsel {_CHAMBERS[found[1]]} {found[2]}-{found[3]}, nr. {found[4]}"
    if found := _GAZETTE.fullmatch(paper_id):
        return f"{found[1].capitalize()}. {found[2]}, {found[3]}"
    if kind is CitationKind.KAMERSTUK and (found := _PAPER.fullmatch(paper_id)):
        number = f"nr. {found[3]}" if found[3][0].isdigit() else found[3]
        return f"{found[1]}{found[2] or ''}, {number}"
    return paper_id
