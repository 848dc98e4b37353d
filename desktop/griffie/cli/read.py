"""`griffie read`: header, citations and suggestions of one letter, without a register and without user settings."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from griffie.base.i18n import _, ngettext
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import DAY, Parser
from griffie.domain.passage import Selection, Span
from griffie.domain.reading import CommitmentFound, DeadlineFound, DischargeFound, Extent, MotionFound
from griffie.services.peeking import Peek, peek


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("letter", metavar=_("LETTER"), type=Path, help=_("the PDF of a letter"))
    parser.words.add_argument(
        "--date", metavar=_("DATE"), type=DAY, help=_("count terms from this day, not from the printed date")
    )
    parser.words.add_argument(
        "--calendar", metavar=_("FILE"), type=Path, help=_("recesses of your own, in a file as the settings write it")
    )


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Read the letter and print what it says."""
    from griffie.domain.recess import read_recesses, shipped_calendar

    calendar = shipped_calendar()
    if options.calendar is not None:
        calendar = calendar.merged(read_recesses(options.calendar).rows)
    with house.pdf() as pdf:
        found = peek(pdf, options.letter, day=options.date, calendar=calendar)
    answer = as_json(found)
    if not out.as_json:
        _print(answer, out)
    out.give_line(answer)
    return 0


def as_json(found: Peek) -> dict[str, Any]:
    """Return what was read in the agreed shape; pages from 1, quads in unrotated points."""
    findings = found.findings
    return {
        "letter": _header(found),
        "references": list(_references(found)),
        "motions": [_motion(found, one) for one in findings.motions],
        "commitments": [_commitment(found, one) for one in findings.commitments],
        "discharges": [_discharge(found, one) for one in findings.discharges],
        "deadlines": [_deadline(found, one) for one in findings.deadlines],
        "requests": [{**_row(found, one), "asked_by": one.asked_by} for one in findings.requests],
    }


def _row(found: Peek, one: Any) -> dict[str, Any]:
    """Return what all suggestions with a confidence have in common."""
    why = {"confidence": one.confidence, "rule": one.rule, "reason": one.reason.told()}
    return {**_placed(found, one.extent), **why}


def _commitment(found: Peek, one: CommitmentFound) -> dict[str, Any]:
    return {
        **_row(found, one),
        "action": one.action,
        "due": one.due,
        "promised_by": one.promised_by,
        "restated": one.restated,
        "conditional": one.conditional,
    }


def _discharge(found: Peek, one: DischargeFound) -> dict[str, Any]:
    return {**_row(found, one), "what": one.what.value, "targets": list(one.targets), "partly": one.partly}


def _deadline(found: Peek, one: DeadlineFound) -> dict[str, Any]:
    return {
        **_placed(found, one.extent),
        "latest": one.latest,
        "from": one.range.date_from.isoformat() if one.range.date_from else None,
        "to": one.range.date_to.isoformat() if one.range.date_to else None,
        "precision": one.range.precision.value,
        "rule": one.rule,
        "reason": one.reason.told(),
        "recurring": one.recurring,
    }


def _header(found: Peek) -> dict[str, Any]:
    header = found.header
    return {
        "date": header.date.isoformat() if header.date else None,
        "sender": header.sender or None,
        "signatory": header.signatory or None,
        "chamber": header.chamber.value if header.chamber else None,
        "dossiers": [str(dossier) for dossier in header.dossiers],
        "number": header.paper_number or None,
        "subject": header.subject or None,
        "senders": [{"function": s.function, "ministry": s.ministry, "person": s.person} for s in header.senders],
        "reference": header.reference or None,
        "session_year": header.session_year or None,
        "reprint": header.reprint,
    }


def _references(found: Peek) -> Iterable[dict[str, Any]]:
    """Yield each paper once, where it is first cited."""
    from griffie.domain.addresses import address_of

    seen: set[str] = set()
    for one in found.findings.citations:
        if one.id.casefold() not in seen:
            seen.add(one.id.casefold())
            address = address_of(one.kind, one.id)
            yield {**_placed(found, one.extent), "kind": one.kind.value, "id": one.id, "address": address}


def _motion(found: Peek, one: MotionFound) -> dict[str, Any]:
    return {
        **_placed(found, one.extents[0]),
        "submitters": list(one.submitters),
        "cs": one.cs,
        "id": one.paper,
        "discharged": one.discharged,
        "role": one.role,
        "reason": one.reason.told() if one.reason.text else "",
        "subject": one.subject,
    }


def _placed(found: Peek, extent: Extent) -> dict[str, Any]:
    """Return quote, page and quads of an extent; what lies on further pages stands under "more"."""
    selection: Selection | None = found.suggester.select(extent)
    if selection is None or not selection.spans:
        return {"quote": found.findings.letter.quote(extent), "page": None, "quads": []}
    pages: dict[int, list[list[float]]] = {}
    for span in selection.spans:
        pages.setdefault(span.page_index, []).extend(_quads(span))
    (first, quads), *rest = sorted(pages.items())
    answer: dict[str, Any] = {"quote": selection.quote, "page": first + 1, "quads": quads}
    if rest:
        answer["more"] = [{"page": page_index + 1, "quads": further} for page_index, further in rest]
    return answer


def _quads(span: Span) -> list[list[float]]:
    return [[round(value, 2) for value in quad] for quad in span.quads]


def _print(answer: dict[str, Any], out: Output) -> None:
    letter = answer["letter"]
    number = ", ".join([*letter["dossiers"], *([letter["number"]] if letter["number"] else [])])
    for line in (letter["subject"], letter["sender"], letter["date"], number):
        if line:
            out.say(line)
    for kind, one, many in (
        ("references", "{n} reference", "{n} references"),
        ("motions", "{n} motion", "{n} motions"),
        ("commitments", "{n} commitment", "{n} commitments"),
        ("discharges", "{n} discharge", "{n} discharges"),
        ("deadlines", "{n} deadline", "{n} deadlines"),
        ("requests", "{n} request", "{n} requests"),
    ):
        rows = answer[kind]
        if rows:
            out.say("")
            out.say(ngettext(one, many, len(rows)).format(n=len(rows)))
        for row in rows:
            told = row.get("id") or row.get("latest") or row.get("due") or row.get("action") or ""
            page = _("p. {page}").format(page=row["page"]) if row["page"] else ""
            out.say(f"  {page:<7}{told:<18} {row['quote']}")
            if row.get("reason"):
                out.say(f"  {'':<26}{row['reason']}")
