"""Citations of a letter: as they were read, with what a clerk corrected; and what a typed citation means."""

import contextlib
from dataclasses import dataclass, replace

from griffie.base.errors import ConflictError, InvalidValueError
from griffie.base.i18n import N_, _
from griffie.domain.addresses import address_of
from griffie.domain.changes import Changes
from griffie.domain.numbers import normal_number
from griffie.domain.papers import parse_paper
from griffie.domain.reading import Citation, CitationKind
from griffie.services.desk import Desk
from griffie.store import decisions, readings
from griffie.store.decisions import Fix
from griffie.store.readings import KeptCitation
from griffie.store.steps import step


@dataclass(frozen=True)
class ShownCitation:
    """A citation as it counts: its id, document and page from 1; `corrected` where a clerk said what it is."""

    id: str
    citation: Citation
    document_id: str
    page_number: int
    corrected: bool = False


def citations(desk: Desk, letter_id: str) -> list[ShownCitation]:
    """Return the citations of a letter in reading order, those that a clerk took away left out."""
    kept = readings.citations(desk.register, letter_id)
    if not kept:
        return []
    fixes = decisions.citation_fixes(desk.register, letter_id, kept[0].document_id)
    alone = {place for place in {one.place for one in kept} if sum(one.place == place for one in kept) == 1}
    shown = (_shown(one, _fix_of(one, fixes, alone=one.place in alone)) for one in kept)
    return [one for one in shown if one is not None]


def _fix_of(kept: KeptCitation, fixes: list[Fix], *, alone: bool) -> Fix | None:
    """Return the correction of a citation; one that stands alone in its place keeps it when it is read otherwise."""
    here = [fix for fix in fixes if fix.place == kept.place]
    same = [fix for fix in here if fix.was == kept.citation.id]
    return same[-1] if same else here[-1] if alone and len(here) == 1 else None


def _shown(kept: KeptCitation, fix: Fix | None) -> ShownCitation | None:
    if fix is not None and fix.removed:
        return None
    citation = kept.citation
    if fix is not None:
        citation = replace(citation, kind=CitationKind(fix.kind), id=fix.ref, address=fix.address or None)
    return ShownCitation(kept.id, citation, kept.document_id, citation.selection.page_number, fix is not None)


def correct_citation(desk: Desk, letter_id: str, citation_id: str, text: str | None) -> Changes:
    """Say what a citation really is, or with None that it is none; one step.

    Raises:
        ConflictError: the citation is no longer there.
        InvalidValueError: the text is no citation.
    """
    letter = desk.letter(letter_id)
    kept = next((one for one in readings.citations(desk.register, letter.id) if one.id == citation_id), None)
    if kept is None:
        raise ConflictError(_("This reference is no longer there."))
    found = kept.citation
    label = N_("Take a reference away")
    values: dict[str, object] = {"kind": found.kind.value, "ref": found.id, "address": "", "removed": 1}
    if text is not None:
        label = N_("Correct a reference")
        kind, ref, address = typed_citation(text)
        values = {"kind": kind.value, "ref": ref, "address": address or "", "removed": 0}
    with step(desk.register, desk.who, label) as work:
        decisions.put_fix(work, letter.id, kept.document_id, kept.place, found.id, values)
    return work.changes()


def typed_citation(text: str) -> tuple[CitationKind, str, str | None]:
    """Return kind, canonical id and official address of a citation as a clerk types it, in any form of a letter.

    Raises:
        InvalidValueError: it is none, or names several papers.
    """
    for form, kind in _NUMBERS:
        with contextlib.suppress(InvalidValueError):
            return _addressed(kind, normal_number(form, text))
    try:
        paper = parse_paper(text)
    except InvalidValueError:
        if found := _read_in(text):
            return found
        raise
    return _addressed(CitationKind.KAMERSTUK, paper.id)


def _addressed(kind: CitationKind, ref: str) -> tuple[CitationKind, str, str | None]:
    return kind, ref, address_of(kind, ref)


_NUMBERS = (
    ("official", CitationKind.TOEZEGGING),
    ("case", CitationKind.ZAAK),
    ("document", CitationKind.DOCUMENT),
)


def _read_in(text: str) -> tuple[CitationKind, str, str | None] | None:
    """Return the one citation that the reader finds in a text, or None."""
    from griffie.reading.facts import LetterFacts
    from griffie.reading.nl.citations import find_citations
    from griffie.reading.text import LetterText, Paragraph, ParagraphKind

    words = " ".join(text.split())
    letter = LetterText(words, (Paragraph(0, len(words), ParagraphKind.TEXT),))
    found = {(one.kind, one.id) for one in find_citations(letter, LetterFacts())}
    return _addressed(*found.pop()) if len(found) == 1 else None
