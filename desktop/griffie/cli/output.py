"""What a command prints: text for people or JSON for programs on standard output, reasons on standard error."""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any


class Output:
    """Prints either text or JSON; a command gives both and need not ask which."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def say(self, text: str) -> None:
        """Print a line for people; nothing when JSON is asked for."""
        if not self.as_json:
            print(text)

    def give(self, value: Any) -> None:
        """Print one JSON value, when JSON is asked for."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, indent=1))

    def give_line(self, value: Any) -> None:
        """Print one JSON value on one line, when JSON is asked for."""
        if self.as_json:
            print(json.dumps(value, ensure_ascii=False, separators=(",", ":")))

    def give_rows(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Print a JSON array row by row, one on each line, so that memory stays flat."""
        sys.stdout.write("[")
        for number, row in enumerate(rows):
            sys.stdout.write((",\n " if number else "\n ") + json.dumps(row, ensure_ascii=False))
        sys.stdout.write("\n]\n")

    def complain(self, text: str) -> None:
        """Print one line on standard error."""
        print(f"griffie: {' '.join(text.split())}", file=sys.stderr)
