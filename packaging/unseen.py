"""Griffie's main job on a machine with no screen: add a letter, tag it, export the CSV, save a picture of the window.

Runs in .venv and uses Griffie from outside, through its command line: python packaging/unseen.py LETTER.pdf ...
A letter that has a file of labels of the same name beside it (letter.json, in the shape of `griffie read --json`) gets
its first commitment, motion and deadline tagged; of any other letter the first sentence is tagged.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "unseen"
LABELLED = {"commitment": "commitments", "motion": "motions", "deadline": "deadlines"}
LINE_END_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")
BETWEEN_SENTENCES = re.compile(r"(?<=[a-zà-ÿ0-9)]{3}[.?!])\s+(?=[A-ZÀ-Þ])")
WORDS = 6  # fewer make a heading or an address
SALUTATION = re.compile(r"\b(Geachte|Hierbij|Met deze brief)\b")


@dataclass(frozen=True)
class Tag:
    """What is to be tagged: the kind, the page counted from 1 where it is known, the words."""

    kind: str
    page: int | None
    quote: str


class Failed(Exception):  # noqa: N818
    """A command of Griffie ended badly; it has said why."""


def griffie(*words: object) -> str:
    """Run one command of Griffie on the throw-away register, and return what it prints.

    Raises:
        Failed: it ended with another code than 0.
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "GRIFFIE_PROFILE": str(FOLDER / "profile")}
    command = [sys.executable, "-m", "griffie", *map(str, words), "--db", str(FOLDER / "griffie.sqlite")]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Failed(f"griffie {words[0]} ended with exit code {done.returncode}")
    return done.stdout


def tags_of(letter: Path) -> list[Tag]:
    """Return what to tag in a letter."""
    labels = letter.with_suffix(".json")
    if labels.exists():
        return _labelled(json.loads(labels.read_text(encoding="utf-8")))
    return _first_sentence(letter)


def _labelled(labels: dict[str, Any]) -> list[Tag]:
    first = {kind: labels.get(name, [])[:1] for kind, name in LABELLED.items()}
    return [Tag(kind, row.get("page"), row["quote"]) for kind, rows in first.items() for row in rows]


def _first_sentence(letter: Path) -> list[Tag]:
    """Find the first whole sentence of running text, after the salutation where there is one."""
    import pymupdf

    with pymupdf.open(letter) as document:
        texts = [[block[4] for block in page.get_text("blocks", sort=True) if block[6] == 0] for page in document]
    for must_have_begun in (True, False):
        begun = not must_have_begun
        for page, blocks in enumerate(texts, start=1):
            for block in blocks:
                begun = begun or bool(SALUTATION.search(block))
                if begun and (found := _sentence(block)):
                    return [Tag("commitment", page, found)]
    return []


def _sentence(block: str) -> str | None:
    text = " ".join(LINE_END_HYPHEN.sub("", block).split())
    sentences = (part.removeprefix("Geachte voorzitter,").strip() for part in BETWEEN_SENTENCES.split(text))
    return next((s for s in sentences if len(s.split()) >= WORDS and s[0].isupper() and s[-1] in ".?!"), None)


def work(letter: Path) -> None:
    """Do the whole job on one letter, printing each step."""
    (added,) = json.loads(griffie("add", letter, "--json"))
    if added["status"] == "refused":
        raise Failed(f"{letter.name} was refused: {added['reason']}")
    print(f"{added['status']}: {letter}")
    tags = tags_of(letter)
    if not tags:
        print("no sentence was found to tag; a scan has no text")
    for tag in tags:
        where = ["--page", tag.page] if tag.page else []
        griffie("tag", added["id"], "--kind", tag.kind, *where, "--quote", tag.quote, "--json")
        print(f"tagged as {tag.kind}: {tag.quote}")
    picture = FOLDER / f"{letter.stem}.png"
    griffie("open", letter, "--picture", picture)
    print(f"picture:  {picture}")


def main(letters: list[Path]) -> int:
    """Do the job on every letter and export the register; 1 when something failed."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    table = FOLDER / "griffie.csv"
    try:
        for letter in letters:
            work(letter)
        griffie("export", "csv", "--out", table)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    print(f"table:    {table}\nregister: {FOLDER / 'griffie.sqlite'}")
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(word).absolute() for word in sys.argv[1:]]))
