"""Between rows and what a reading gives: selections, reasons, deadlines with their rule, suggestions, citations."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from griffie.domain.kinds import Precision
from griffie.domain.passage import Selection
from griffie.domain.periods import DateRange
from griffie.domain.reading import Citation, CitationKind, Reason, RuledDeadline, Suggestion, SuggestionKind
from griffie.store.rows import from_date, spans_from_json, spans_to_json, to_date


def to_json(value: Any) -> str:
    """Return compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def selection_columns(selection: Selection) -> dict[str, str]:
    """Return the columns that keep a selection."""
    return {
        "quote": selection.quote,
        "prefix": selection.prefix,
        "suffix": selection.suffix,
        "spans": spans_to_json(selection.spans),
        "sort_key": selection.sort_key,
    }


def to_selection(row: Mapping[str, Any]) -> Selection:
    """Return the selection of a row, or of an object inside its JSON."""
    return Selection(row["quote"], row["prefix"], row["suffix"], spans_from_json(row["spans"]))


def reason_to_json(reason: Reason) -> str:
    """Return a reason as JSON: its text and values, so that it can be told in either language later."""
    return to_json(_plain(reason))


def reason_from_json(text: str) -> Reason:
    """Return the reason of a column; an empty one where nothing is kept."""
    return _reason(json.loads(text)) if text else Reason("")


def _plain(reason: Reason) -> dict[str, Any]:
    return {"text": reason.text, "values": {name: _plain_value(value) for name, value in reason.values.items()}}


def _plain_value(value: Any) -> Any:
    if isinstance(value, Reason):
        return {"reason": _plain(value)}
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    return value if isinstance(value, int | float) else str(value)


def _reason(plain: Mapping[str, Any]) -> Reason:
    return Reason(plain["text"], {name: _value(value) for name, value in plain["values"].items()})


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return _reason(value["reason"]) if "reason" in value else dt.date.fromisoformat(value["date"])
    return value


def deadline_to_json(deadline: RuledDeadline | None) -> str:
    """Return a deadline as the reader resolved it as JSON, '' for none."""
    if deadline is None:
        return ""
    return to_json(
        {
            **selection_columns(deadline.selection),
            "from": from_date(deadline.date_range.date_from),
            "to": from_date(deadline.date_range.date_to),
            "precision": deadline.date_range.precision.value,
            "latest": deadline.latest,
            "rule": deadline.rule,
            "reason": _plain(deadline.reason),
            "recurring": deadline.recurring,
        }
    )


def deadline_from_json(text: str) -> RuledDeadline | None:
    """Return the deadline of a column, or None."""
    if not text:
        return None
    kept = json.loads(text)
    return RuledDeadline(
        to_selection(kept),
        DateRange(to_date(kept["from"]), to_date(kept["to"]), Precision(kept["precision"])),
        kept["latest"],
        kept["rule"],
        _reason(kept["reason"]),
        kept["recurring"],
    )


def suggestion_columns(suggestion: Suggestion) -> dict[str, Any]:
    """Return the columns that keep a suggestion, apart from whose it is and where it stands."""
    return {
        "kind": suggestion.kind.value,
        "key": suggestion.key,
        **selection_columns(suggestion.selection),
        "fields": to_json(dict(suggestion.fields)),
        "confidence": suggestion.confidence,
        "rule": suggestion.rule,
        "reasons": to_json([_plain(reason) for reason in suggestion.reasons]),
        "deadline": deadline_to_json(suggestion.deadline),
        "places": to_json([selection_columns(place) for place in suggestion.places]),
        "targets": to_json(suggestion.targets),
    }


def to_suggestion(row: Mapping[str, Any]) -> Suggestion:
    """Return the suggestion of a row."""
    return Suggestion(
        SuggestionKind(row["kind"]),
        row["key"],
        to_selection(row),
        json.loads(row["fields"]),
        row["confidence"],
        row["rule"],
        tuple(_reason(reason) for reason in json.loads(row["reasons"])),
        deadline_from_json(row["deadline"]),
        tuple(to_selection(place) for place in json.loads(row["places"])),
        tuple(json.loads(row["targets"])),
    )


def citation_columns(citation: Citation) -> dict[str, Any]:
    """Return the columns that keep a citation, apart from whose it is and where it stands."""
    return {
        "kind": citation.kind.value,
        "ref": citation.id,
        **selection_columns(citation.selection),
        "place": place_of(citation.selection),
        "address": citation.address or "",
    }


def to_citation(row: Mapping[str, Any]) -> Citation:
    """Return the citation of a row."""
    return Citation(CitationKind(row["kind"]), row["ref"], to_selection(row), row["address"] or None)


def place_of(selection: Selection) -> str:
    """Return what knows the words of a citation again in another reading: where they begin, and how many characters."""
    return f"{selection.sort_key}+{sum(span.end - span.start for span in selection.spans)}"
