"""A reader made by hand for the composed letters of `tests.helpers.letters`: known words, known suggestions."""

import datetime as dt

from griffie.domain.kinds import Precision
from griffie.domain.page import strip_text
from griffie.domain.passage import Selection, Span
from griffie.domain.periods import DateRange
from griffie.domain.reading import (
    Citation,
    CitationKind,
    Reading,
    Reason,
    RuledDeadline,
    Suggestion,
    SuggestionKind,
)
from griffie.services.reading import Reader

PROMISE = "Ik zal uw Kamer voor het zomerreces informeren over de uitkomst van het overleg met de gemeenten."
MOTION = "motie van het lid Brouwers"
CLAIM = "De motie van het lid Brouwers (Kamerstuk 36 112, nr. 38) beschouw ik hiermee als afgedaan."
REPORT = "Uiterlijk op 1 oktober 2026 stuur ik uw Kamer het eindverslag toe."
QUESTION = "De commissie heeft mij verzocht om een overzicht van de pilots."
PAPER = "Kamerstuk 36 112, nr. 38"
ADDRESS = "https://zoek.officielebekendmakingen.nl/kst-36112-38.html"


def selection_of(pages, boxes, words):
    """Return the selection of words on the first page that has them, a line-end hyphen in between or not."""
    wanted = strip_text(words)
    for page in pages:
        plain = page.stripped
        start = plain.find(wanted)
        length = len(wanted)
        if start < 0 and (start := plain.find(wanted[:5] + "-" + wanted[5:])) >= 0:
            length += 1
        if start >= 0:
            known = boxes(page.page_index)
            quads = []
            for line in page.lines:
                first, last = max(line.start, start), min(line.end, start + length) - 1
                if first <= last:
                    a, b = known.quad(first), known.quad(last)
                    quads.append((a[0], a[1], b[2], b[3], a[4], a[5], b[6], b[7]))
            raw = plain[start : start + length]
            return Selection(words, "", "", (Span(page.page_index, start, start + length, raw, tuple(quads)),))
    return None


def deadline(pages, boxes, words, day):
    """Return the deadline of a phrase: the last day on which it would be on time."""
    reason = Reason("“{words}”: so on {day} at the latest", {"words": words, "day": day})
    return RuledDeadline(
        selection_of(pages, boxes, words), DateRange(None, day, Precision.DAY), day.isoformat(), "by_day", reason
    )


def brouwers(pages, boxes, _facts):
    """Return what stands in the composed letter: two commitments, a motion, a claim and a request."""
    promise, motion, claim, report, question, paper = (
        selection_of(pages, boxes, words) for words in (PROMISE, MOTION, CLAIM, REPORT, QUESTION, PAPER)
    )
    says = Reason("“{words}”: promise to inform", {"words": "zal ik"})
    suggestions = (
        Suggestion(
            SuggestionKind.COMMITMENT, "promise", promise, {"summary": "Uitkomst overleg", "action": "inform"}, 0.95,
            "inform", (says,), deadline(pages, boxes, "voor het zomerreces", dt.date(2026, 7, 2)),
        ),
        Suggestion(
            SuggestionKind.MOTION, "36112-38", motion,
            {"dossier": "36112", "paper_number": "38", "submitters": "Brouwers", "role": "settles"}, 0.9,
            "named", (Reason("the words name a motion"),),
        ),
        Suggestion(
            SuggestionKind.DISCHARGE, "claim", claim, {"what": "motie"}, 0.8, "considered_settled",
            (Reason("“beschouw ik hiermee als afgedaan”"),), targets=("36112-38",),
        ),
        Suggestion(
            SuggestionKind.COMMITMENT, "report", report, {"action": "send"}, 0.7, "send",
            (Reason("“stuur ik uw Kamer toe”: promise to send"),),
            deadline(pages, boxes, "Uiterlijk op 1 oktober 2026", dt.date(2026, 10, 1)),
        ),
        Suggestion(
            SuggestionKind.REQUEST, "question", question, {"asked_by": "de commissie"}, 0.5, "asked",
            (Reason("“verzocht om”: request"),),
        ),
    )  # fmt: skip
    citation = Citation(CitationKind.KAMERSTUK, "36112-38", paper, ADDRESS)
    return Reading((citation,), suggestions, "by hand/1")


BROUWERS = Reader("by hand/1", brouwers)
