"""Typesets the sample letter: resources/samples/voorbeeldbrief.txt to .pdf, in the manner of a printed Kamerstuk.

    python packaging/sample_letter.py [OUT.pdf]

The same text gives the same file, byte for byte, so that a test can compare. Words are broken at line ends, notes stand
at the foot of the page that cites them, and every page has a running foot: what the reader of real letters meets.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pymupdf

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
LEFT, RIGHT, TOP, BOTTOM = 165.0, 545.0, 60.0, 752.0  # points on A4: the wide margin of a Kamerstuk
SIZE, LEADING, NOTE_SIZE, NOTE_LEADING = 10.5, 13.8, 8.0, 9.8
VOWELS = "aeiouyáéíóúàèëïöü"


@dataclass
class Run:
    """A word or a note mark with its width in points."""

    text: str
    width: float
    mark: bool = False


@dataclass
class Line:
    """Runs of one line and the notes that are cited in it."""

    runs: list[Run] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    last: bool = False


def syllable_breaks(word: str) -> list[int]:
    """Return where a long Dutch word may be broken: between two consonants with a vowel on either side of the pair."""
    if not word.isalpha() or len(word) < 8:
        return []
    low = word.lower()
    return [
        i for i in range(3, len(word) - 2)
        if low[i - 2] in VOWELS and low[i - 1] not in VOWELS and low[i] not in VOWELS and low[i + 1] in VOWELS
        and low[i - 1 : i + 1] not in ("ch", "ng", "st", "pl", "tr", "dr", "br", "gr", "kr", "sp")
    ]  # fmt: skip


class Typesetter:
    """Sets paragraphs on pages, with notes at the foot and a running foot."""

    def __init__(self) -> None:
        self.document = pymupdf.open()
        self.regular, self.bold = pymupdf.Font("tiro"), pymupdf.Font("tibo")
        self.notes: dict[int, list[Line]] = {}
        self.page = self.document.new_page()
        self.y = TOP + 20
        self.pending: list[int] = []

    def broken(self, text: str, font: pymupdf.Font, size: float) -> list[Line]:
        """Break a paragraph into lines."""
        lines, line, used = [], Line(), 0.0
        space = font.text_length(" ", size)
        for word in text.split():
            found = re.fullmatch(r"(.*)\[(\d+)\](.*)", word)
            word, note = (found[1] + found[3], int(found[2])) if found else (word, None)
            width = font.text_length(word, size)
            if used + width > RIGHT - LEFT and line.runs:
                head, word = self._split(word, RIGHT - LEFT - used, font, size)
                if head:
                    line.runs.append(Run(head, font.text_length(head, size)))
                lines.append(line)
                line, used, width = Line(), 0.0, font.text_length(word, size)
            line.runs.append(Run(word, width))
            used += width + space
            if note is not None:
                line.runs.append(Run(str(note), font.text_length(str(note), size * 0.65), mark=True))
                line.notes.append(note)
        line.last = True
        return [*lines, line]

    def _split(self, word: str, room: float, font: pymupdf.Font, size: float) -> tuple[str, str]:
        for place in reversed(syllable_breaks(word)):
            if font.text_length(word[:place] + "-", size) <= room:
                return word[:place] + "-", word[place:]
        return "", word

    def paragraph(self, text: str, *, bold: bool = False, gap: float = 6.0) -> None:
        """Set a paragraph; a bold one keeps with what follows."""
        font = self.bold if bold else self.regular
        if bold and self.y + 4 * LEADING > self._floor([]):
            self.next_page()
        for line in self.broken(text, font, SIZE):
            if self.y + LEADING > self._floor(line.notes):
                self.next_page()
            self.pending += line.notes
            self._draw(line, self.y, font, SIZE)
            self.y += LEADING
        self.y += gap

    def _floor(self, more: list[int]) -> float:
        count = sum(len(self.notes[n]) for n in (*self.pending, *more))
        return BOTTOM - count * NOTE_LEADING - (10 if count else 0)

    def _draw(self, line: Line, y: float, font: pymupdf.Font, size: float) -> None:
        writer, x = pymupdf.TextWriter(self.page.rect), LEFT
        space = font.text_length(" ", size)
        for index, run in enumerate(line.runs):
            if run.mark:
                x -= space
                writer.append((x, y - size * 0.35), run.text, font=font, fontsize=size * 0.65)
            else:
                last = index == len(line.runs) - 1
                writer.append((x, y), run.text if last else run.text + " ", font=font, fontsize=size)
            x += run.width + space
        writer.write_text(self.page)

    def next_page(self) -> None:
        """Finish the page and begin another."""
        self.finish_page()
        self.page = self.document.new_page()
        self.y, self.pending = TOP + 20, []

    def finish_page(self) -> None:
        """Set the notes and the running foot of the page."""
        y = BOTTOM - sum(len(self.notes[n]) for n in self.pending) * NOTE_LEADING + 8
        if self.pending:
            self.page.draw_line((LEFT, y - 12), (LEFT + 90, y - 12), width=0.4)
        for number in self.pending:
            for line in self.notes[number]:
                self._draw(line, y, self.regular, NOTE_SIZE)
                y += NOTE_LEADING
        foot = pymupdf.TextWriter(self.page.rect)
        text = "Tweede Kamer, vergaderjaar 2025–2026, 36 112, nr. 47"
        foot.append((LEFT, 802), text, font=self.regular, fontsize=8)
        foot.append((RIGHT - 6, 802), str(len(self.document)), font=self.regular, fontsize=8)
        foot.write_text(self.page)


def typeset(source: Path) -> bytes:
    """Return the PDF of a letter in the form of voorbeeldbrief.txt."""
    lines = [line for line in source.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    setter = Typesetter()
    for line in lines:
        if line.startswith("@"):
            number = int(line[1:].split()[0])
            setter.notes[number] = setter.broken(line[1:], setter.regular, NOTE_SIZE)
    body = [line for line in lines if not line.startswith("@")]
    for index, line in enumerate(body):
        setter.paragraph(line.lstrip("^"), bold=line.startswith("^"), gap=10.0 if index < 6 else 6.0)
    setter.finish_page()
    setter.document.set_metadata({"title": "Toegankelijke dienstverlening van de overheid", "author": "Griffie"})
    setter.document.subset_fonts()
    return bytes(setter.document.tobytes(garbage=4, deflate=True, no_new_id=True))


def main(arguments: list[str]) -> int:
    """Write the sample letter."""
    target = Path(arguments[0]) if arguments else SAMPLES / "voorbeeldbrief.pdf"
    target.write_bytes(typeset(SAMPLES / "voorbeeldbrief.txt"))
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
