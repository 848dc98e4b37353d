"""Turns findings into suggestions: one card each, with the words on the page, fields as typed text, and the reason."""

from collections.abc import Iterable, Iterator
from itertools import chain

from griffie.base.i18n import N_
from griffie.domain.addresses import address_of
from griffie.domain.page import strip_text
from griffie.domain.passage import Selection
from griffie.domain.reading import (
    Citation,
    CommitmentFound,
    DeadlineFound,
    Discharged,
    DischargeFound,
    Extent,
    MotionFound,
    Reading,
    Reason,
    RequestFound,
    RuledDeadline,
    Suggestion,
    SuggestionKind,
)
from griffie.reading.findings import Findings
from griffie.reading.places import Boxes, PlacedText

RESTATED = Reason(N_("an earlier promise, said again"))
CONDITIONAL = Reason(N_("only under a condition"))
ONLY_REPORTED = 0.55
"""The confidence that a commitment in a footnote is left with: notes tell more than they promise."""


class Suggester:
    """Makes the suggestions of one letter."""

    def __init__(self, findings: Findings, placed: PlacedText, boxes: Boxes) -> None:
        self.findings, self.placed, self.boxes = findings, placed, boxes

    def reading(self, reader: str) -> Reading:
        """Return everything, in reading order."""
        found = [*self._commitments(), *self._motions(), *self._discharges(), *self._deadlines(), *self._requests()]
        found.sort(key=lambda s: s.selection.sort_key)
        return Reading(tuple(self._citations()), tuple(found), reader)

    def select(self, extent: Extent) -> Selection | None:
        """Return the words of an extent on their page; None where nothing of it can be pointed at."""
        return self.placed.select(extent, self.boxes)

    def _citations(self) -> Iterator[Citation]:
        for one in self.findings.citations:
            if (selection := self.select(one.extent)) is not None:
                yield Citation(one.kind, one.id, selection, address_of(one.kind, one.id))

    def _commitments(self) -> Iterator[Suggestion]:
        for one in self.findings.commitments:
            if (selection := self.select(one.extent)) is not None:
                yield self._commitment(one, selection)

    def _commitment(self, one: CommitmentFound, selection: Selection) -> Suggestion:
        deadline = self._ruled(one.deadline)
        reasons = [one.reason]
        reasons += [RESTATED] if one.restated else []
        reasons += [CONDITIONAL] if one.conditional else []
        reasons += [deadline.reason] if deadline else []
        fields = {"action": one.action}
        if one.promised_by:
            fields["promised_by"] = one.promised_by
        return Suggestion(
            SuggestionKind.COMMITMENT, _words_key(selection), selection, fields, one.confidence, one.rule,
            tuple(reasons), deadline,
        )  # fmt: skip

    def _ruled(self, one: DeadlineFound | None) -> RuledDeadline | None:
        selection = self.select(one.extent) if one else None
        if one is None or selection is None:
            return None
        return RuledDeadline(selection, one.range, one.latest, one.rule, one.reason, one.recurring)

    def _motions(self) -> Iterator[Suggestion]:
        for one in self.findings.motions:
            first, *others = one.extents
            named = [first, *(extent for extent in others if _says_which(self.findings.letter.quote(extent)))]
            places = [s for extent in named if (s := self.select(extent)) is not None]
            said = self.select(one.role_extent) if one.role_extent is not None else None
            if places:
                yield _motion(one, places, said)

    def _discharges(self) -> Iterator[Suggestion]:
        for one in self.findings.discharges:
            if not self._told_with_motion(one) and (selection := self.select(one.extent)) is not None:
                yield _discharge(one, selection, self._role_of(one))

    def _told_with_motion(self, one: DischargeFound) -> bool:
        """Tell whether the card of a motion says it already: what a letter does with a motion is one fact, one card."""
        if one.what is not Discharged.MOTION:
            return False
        done = [motion for motion in self.findings.motions if motion.discharged]
        papers = {motion.paper for motion in done}
        if one.targets:
            return papers.issuperset(one.targets)
        return any(m.role_extent is not None and m.role_extent.overlaps(one.extent) for m in done)

    def _role_of(self, one: DischargeFound) -> str:
        """Return what the letter does with the motion that a discharge is about."""
        return next((m.role for m in self.findings.motions if m.paper in one.targets and m.discharged), "settles")

    def _deadlines(self) -> Iterator[Suggestion]:
        for one in self.findings.loose_deadlines:
            if (deadline := self._ruled(one)) is not None:
                yield Suggestion(
                    SuggestionKind.DEADLINE, _words_key(deadline.selection), deadline.selection, {}, 0.85, one.rule,
                    (one.reason,), deadline,
                )  # fmt: skip

    def _requests(self) -> Iterator[Suggestion]:
        for one in self.findings.requests:
            if (selection := self.select(one.extent)) is not None:
                yield self._request(one, selection)

    def _request(self, one: RequestFound, selection: Selection) -> Suggestion:
        fields = {"asked_by": one.asked_by} if one.asked_by else {}
        deadline = self._ruled(one.deadline)
        reasons = (one.reason, deadline.reason) if deadline else (one.reason,)
        key = _words_key(selection)
        return Suggestion(
            SuggestionKind.REQUEST, key, selection, fields, one.confidence, one.rule, reasons, deadline
        )  # fmt: skip


def _motion(one: MotionFound, places: list[Selection], said: Selection | None) -> Suggestion:
    fields = {
        "submitters": "; ".join(one.submitters),
        "cs": "yes" if one.cs else "",
        "summary": one.subject,
        "role": one.role,
        **_paper_fields(one.paper),
    }
    key = one.paper or "|".join(sorted(name.casefold() for name in one.submitters)) or _words_key(places[0])
    words = Reason(N_("“{words}”: a motion"), {"words": places[0].quote})
    reasons = (words, one.reason) if one.reason.text else (words,)
    rest = tuple(chain(places[1:], [said] if said is not None else []))
    return Suggestion(
        SuggestionKind.MOTION, key, places[0], {name: text for name, text in fields.items() if text}, one.confidence,
        "motion", reasons, None, rest,
    )  # fmt: skip


def _says_which(words: str) -> bool:
    """Tell whether the words name a motion, by member or number; "de motie" alone is no passage worth keeping."""
    return any(c.isupper() or c.isdigit() for c in words[1:])


def _paper_fields(paper: str | None) -> dict[str, str]:
    from griffie.domain.papers import split_paper

    return dict(split_paper(paper) or {}) if paper else {}


def _discharge(one: DischargeFound, selection: Selection, role: str) -> Suggestion:
    fields = {"what": one.what.value, "degree": "partly" if one.partly else "", "role": role}
    return Suggestion(
        SuggestionKind.DISCHARGE, _words_key(selection), selection, {k: v for k, v in fields.items() if v},
        one.confidence, one.rule, (one.reason,), None, (), one.targets,
    )  # fmt: skip


def _words_key(selection: Selection) -> str:
    """Return the stripped words of a suggestion, which know it again in another reading and another print."""
    return strip_text(selection.quote).casefold()


def unique(citations: Iterable[Citation]) -> Iterator[Citation]:
    """Yield the first citation of each paper."""
    seen: set[str] = set()
    for one in citations:
        if one.id.casefold() not in seen:
            seen.add(one.id.casefold())
            yield one
