"""Papers of which every word is known, and what a reader finds of them in a PDF."""

import random
from collections import Counter

import pymupdf

from griffie.domain.paper import Paper, PaperColumn, Section

COLUMNS = (
    PaperColumn("Number", 0, kind="short"),
    PaperColumn("Promise", 4),
    PaperColumn("Minister", 2),
    PaperColumn("Term", 0, kind="date"),
    PaperColumn("Days late", 0, kind="number"),
)
DAYS = ("3 juli 2026", "30 september 2026", "31 december 2026")
NUMBER = "C2026-{:04}"


def row(number, words):
    """A row whose words all carry its number, so that each is one of a kind."""
    text = " ".join(f"w{number}x{place}" for place in range(words))
    return (NUMBER.format(number), text, f"minister{number} van Zaken", DAYS[number % 3], str(number % 400))


def rows(count, start=0, seed=1):
    chance = random.Random(seed)
    return tuple(row(start + number, chance.choice((3, 12, 40))) for number in range(count))


def table(heading, count, start=0, **more):
    return Section(heading, COLUMNS, rows(count, start), **more)


def paper(*sections, title="Reminder round", **more):
    return Paper(title, more.pop("subtitle", "What is late on 1 July 2026"), sections, **more)


class Read:
    """A PDF as a reader sees it: its words with their places, page by page."""

    def __init__(self, path):
        self.path = path
        with pymupdf.open(path) as document:
            self.metadata = document.metadata
            self.sizes = [(round(page.rect.width), round(page.rect.height)) for page in document]
            self.texts = [page.get_text() for page in document]
            self.words = [page.get_text("words") for page in document]

    def colours(self):
        """The colours of all words, and of all lines."""
        with pymupdf.open(self.path) as document:
            words = {pymupdf.sRGB_to_pdf(span["color"]) for page in document for span in spans(page)}
            drawn = [line for page in document for line in page.get_drawings()]
        return words, {line[how] for line in drawn for how in ("color", "fill")} - {None}

    @property
    def page_count(self):
        return len(self.texts)

    def counted(self):
        """How often each word stands in all of it."""
        return Counter(word[4] for words in self.words for word in words)

    def pages_of(self, word):
        return [index for index, words in enumerate(self.words) if any(found[4] == word for found in words)]

    def boxes_of(self, word):
        return [pymupdf.Rect(found[:4]) for words in self.words for found in words if found[4] == word]

    def overlapping(self):
        """Pairs of words on one page that lie over each other by more than a hair."""
        return [pair for words in self.words for pair in overlaps(words)]

    def outside(self, left, top, right, bottom):
        """Words that reach into the margins (points from the edges of the paper)."""
        found = []
        for (width, height), words in zip(self.sizes, self.words, strict=True):
            far, low = width - right, height - bottom
            found += [w for x0, y0, x1, y1, w, *_ in words if x0 < left or y0 < top or x1 > far or y1 > low]
        return found


def overlaps(words):
    """Go down the page and compare each word with those that end below its upper edge."""
    found, near = [], []
    for one in sorted(words, key=lambda word: word[1]):
        near = [other for other in near if other[3] > one[1]]
        for other in near:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - one[1]
            if across > 0.5 and down > 0.35 * (one[3] - one[1]):
                found.append((other[4], one[4]))
        near.append(one)
    return found


def spans(page):
    blocks = page.get_text("dict")["blocks"]
    return [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
