"""The page of the reader's rules: each rule with an example and a counter-example, made of the tests' own examples.

Runs in .venv: python packaging/rules.py write|check.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "resources" / "docs" / "reading-rules.md"
EXAMPLES = ROOT / "tests" / "unit" / "reading" / "rules"
HEAD = """# How Griffie reads a letter

Made by `packaging/rules.py` of the examples that the tests run; do not edit it by hand. Each rule is shown with a
sentence in which it holds, what is found there, and a sentence that looks alike and gives nothing.
"""


def page() -> str:
    """Return the text of the page."""
    sys.path.insert(0, str(ROOT))
    parts = [HEAD]
    for path in sorted(EXAMPLES.glob("[a-z]*.py")):
        module = importlib.import_module(f"tests.unit.reading.rules.{path.stem}")
        parts.append(f"## {path.stem.replace('_', ' ').capitalize()}\n")
        parts += _family(module.EXAMPLES)
    return "\n".join(parts).rstrip() + "\n"


def _family(examples: tuple[Any, ...]) -> Iterator[str]:
    last = ""
    for one in examples:
        if one.rule != last:
            yield f"### {one.rule.replace('_', ' ')}\n"
            last = one.rule
        yield f"- {_quoted(one.text)}"
        yield f"  - found: {_told(one.expect)}"
        yield f"  - not in: {_quoted(one.counter)}" + (f" ({one.why.rstrip('.')})" if one.why else "")
        yield ""


def _quoted(text: str) -> str:
    return "“" + " ".join(text.split()) + "”"


def _told(expect: object) -> str:
    """Return what is found as words: tuples with commas, nothing as a dash."""
    if isinstance(expect, dict):
        return ", ".join(f"{name} {_told(value)}" for name, value in expect.items())
    if isinstance(expect, (tuple, list)):
        return ", ".join(_told(value) for value in expect) or "–"
    return "–" if expect is None else str(expect)


def main() -> int:
    """Write the page, or say whether it is out of date."""
    if sys.argv[1:] == ["write"]:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print("resources/docs/reading-rules.md is out of date: run python packaging/rules.py write", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
