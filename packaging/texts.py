"""The translations: collects the texts of the code, brings the catalogues up to date, compiles and checks them.

Runs in .venv (it needs babel): python packaging/texts.py update|compile|check. The same texts give the same files, byte
for byte: sorted, no dates, no line numbers, no places of one machine.
"""

from __future__ import annotations

import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from griffie.base.i18n import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "desktop"
LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
HEADER = "# Texts of Griffie, collected from the code by packaging/dev.py texts; same licence as Griffie."
KEPT = ("Language", "Plural-Forms", "MIME-Version", "Content-Type", "Content-Transfer-Encoding")


class PlainCatalogue(Catalog):
    """A catalogue whose header has nothing that changes by itself: no dates, no names, no version of a tool."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header lines that a reader of the file needs."""
        return [(name, value) for name, value in super()._get_mime_headers() if name in KEPT]

    @mime_headers.setter
    def mime_headers(self, headers: list[tuple[str, str]]) -> None:
        super()._set_mime_headers(headers)


def extract(source: Path = SOURCE) -> Catalog:
    """Collect every text that the code marks with _, N_ or ngettext."""
    catalogue = PlainCatalogue(header_comment=HEADER, fuzzy=False)
    found = extract_from_dir(
        source,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, _line, text, comments, context in found:
        place = f"desktop/{Path(name).as_posix()}"
        catalogue.add(text, locations=[(place, None)], auto_comments=comments, context=context)
    return catalogue


def read(path: Path) -> PlainCatalogue:
    """Read one catalogue; an absent one is empty."""
    catalogue = PlainCatalogue(locale=path.parent.parent.name, header_comment=HEADER, fuzzy=False)
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale=path.parent.parent.name):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def as_text(catalogue: Catalog) -> str:
    """Return a catalogue in the form of a .po file."""
    raw = io.BytesIO()
    write_po(raw, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return raw.getvalue().decode("utf-8")


def as_compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue in the form of a .mo file; a fuzzy text is left out, as gettext does."""
    raw = io.BytesIO()
    write_mo(raw, catalogue)
    return raw.getvalue()


def updated(path: Path, template: Catalog) -> Catalog:
    """Return the catalogue at `path` with the texts of today: new ones empty, vanished ones gone, none guessed."""
    catalogue = read(path)
    catalogue.update(template, no_fuzzy_matching=True, update_header_comment=False)
    return catalogue


def catalogues(locale: Path = LOCALE) -> list[Path]:
    """Return where the .po file of each language lies or should lie; English needs none, its texts are the keys."""
    return [locale / language / "LC_MESSAGES" / "griffie.po" for language in sorted(set(LANGUAGES) - {"en"})]


def problems(source: Path = SOURCE, locale: Path = LOCALE) -> Iterator[str]:
    """Say in words what is wrong with the catalogues: missing, empty, fuzzy, other {names}, not compiled."""
    template = extract(source)
    pot = locale / "griffie.pot"
    if not pot.exists() or pot.read_text(encoding="utf-8") != as_text(template):
        yield "griffie.pot is older than the code"
    for path in catalogues(locale):
        yield from _problems_of(path, template)


def _problems_of(path: Path, template: Catalog) -> Iterator[str]:
    language = path.parent.parent.name
    if not path.exists():
        yield f"{language}: {path.name} is missing"
        return
    catalogue = read(path)
    for message in template:
        if message.id:
            known = catalogue.get(message.id, context=message.context)
            yield from (f"{language}: {fault}: {_name(message)!r}" for fault in _faults(message, known))
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != as_compiled(catalogue):
        yield f"{language}: {compiled.name} is older than {path.name}"


def _faults(message: Message, known: Message | None) -> Iterator[str]:
    if known is None:
        yield "missing"
        return
    translated = known.string if isinstance(known.string, tuple | list) else (known.string,)
    if not all(translated):
        yield "not translated"
    elif known.fuzzy:
        yield "fuzzy"
    elif any(_names(form) != _names(_name(message, last=True)) for form in translated):
        yield "other {names} than the text"


def _name(message: Message, *, last: bool = False) -> str:
    return message.id if isinstance(message.id, str) else message.id[-1 if last else 0]


def _names(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:  # a brace that means itself
        return set()


def update() -> int:
    """Write griffie.pot and every .po and .mo anew; returns 0."""
    template = extract()
    LOCALE.mkdir(parents=True, exist_ok=True)
    _write(LOCALE / "griffie.pot", as_text(template).encode())
    for path in catalogues():
        catalogue = updated(path, template)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, as_text(catalogue).encode())
    return compile_all()


def compile_all() -> int:
    """Write every .mo from its .po; returns 0."""
    for path in catalogues():
        _write(path.with_suffix(".mo"), as_compiled(read(path)))
        empty = sum(1 for message in read(path) if message.id and not message.string)
        print(f"{path.relative_to(ROOT)}: {empty} texts not translated")
    return 0


def _write(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)


def check() -> int:
    """Print what is wrong; 1 when anything is."""
    if not any(path.exists() for path in catalogues()):
        print("there is no catalogue yet")
        return 0
    found = list(problems())
    print("\n".join(found) or "all texts are translated")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit({"update": update, "compile": compile_all, "check": check}[(sys.argv[1:] or ["update"])[0]]())
