"""Makes the pictures in the README from the real window: python packaging/pictures.py [OUT_FOLDER]

Each is the sample letter with its tags, in Dutch and in English, light and dark, taken without a screen.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LETTER = ROOT / "resources" / "samples" / "voorbeeldbrief.pdf"
KINDS = {"commitments": "commitment", "motions": "motion", "deadlines": "deadline", "requests": "request"}
PICTURES = {"window-nl.png": ("nl", "light"), "window-en.png": ("en", "light"), "window-dark.png": ("nl", "dark")}


def griffie(profile: Path, language: str, *words: object) -> str:
    """Run one command of Griffie in a throw-away profile and return what it prints."""
    environment = {**os.environ, "GRIFFIE_PROFILE": str(profile), "GRIFFIE_LANGUAGE": language,
                   "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}  # fmt: skip
    command = [sys.executable, "-m", "griffie", *map(str, words)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True)
    return done.stdout


def tag_sample(profile: Path, language: str) -> None:
    """Add the sample letter and tag what its labels name."""
    (added,) = json.loads(griffie(profile, language, "add", LETTER, "--json"))
    labels = json.loads(LETTER.with_suffix(".json").read_text(encoding="utf-8"))
    for group, kind in KINDS.items():
        for row in labels[group]:
            where = ["--page", row["page"], "--quote", row["quote"]]
            griffie(profile, language, "tag", added["id"], "--kind", kind, *where)


def main(arguments: list[str]) -> int:
    """Make all pictures."""
    target = Path(arguments[0]) if arguments else ROOT / "resources" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    for name, (language, appearance) in PICTURES.items():
        profile = Path(tempfile.mkdtemp(prefix="griffie-pictures"))
        try:
            settings = profile / "config" / "settings.toml"
            settings.parent.mkdir(parents=True)
            lines = (f'language = "{language}"', f'appearance = "{appearance}"', "register_place_confirmed = true")
            settings.write_text("\n".join(lines))
            tag_sample(profile, language)
            griffie(profile, language, "open", "--picture", target / name)
            print(target / name)
        finally:
            shutil.rmtree(profile, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
