"""Makes the pictures in the README from the real window: python packaging/pictures.py [OUT_FOLDER]

The sample letter with its tags, in Dutch and in English, light and dark, and the views over a small register of
composed items; all taken without a screen.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LETTER = ROOT / "resources" / "samples" / "voorbeeldbrief.pdf"
KINDS = {"commitments": "commitment", "motions": "motion", "deadlines": "deadline", "requests": "request"}
PICTURES = {
    "window-nl.png": ("nl", "light", ""),
    "window-en.png": ("en", "light", ""),
    "window-dark.png": ("nl", "dark", ""),
    "register-nl.png": ("nl", "light", "register"),
    "agenda-nl.png": ("nl", "light", "agenda"),
    "overviews-nl.png": ("nl", "light", "overviews"),
}
ITEMS = (
    ("Evaluatie van de pilot met buurtrechters naar de Kamer", "JenV", "Justitie en Veiligheid", -20, "open"),
    ("Overzicht van de wachttijden per regio", "VWS", "Volksgezondheid, Welzijn en Sport", -6, "open"),
    ("Nader informeren over de reserves van de fondsen", "FIN", "Financiën", 3, "partly_settled"),
    ("Plan voor herstel van bruggen en sluizen", "IenW", "Infrastructuur en Waterstaat", 11, "open"),
    ("Toets op uitvoerbaarheid van de regeling", "SZW", "Sociale Zaken en Werkgelegenheid", 24, "open"),
    ("Brief over de bekostiging van kleine scholen", "OCW", "Onderwijs, Cultuur en Wetenschap", 40, "open"),
    ("Reactie op het rapport over digitale basisvaardigheden", "BZK", "Digitale Zaken", 65, "open"),
    ("Stand van de natuurherstelprojecten", "LVVN", "Landbouw en Natuur", 90, "open"),
    ("Voortgang van de oefenterreinen", "DEF", "Defensie", 130, "open"),
    ("Uitkomst van het overleg met gemeenten", "VRO", "Volkshuisvesting", -45, "settled"),
    ("Verkenning van een meldpunt voor vertragingen", "IenW", "Infrastructuur en Waterstaat", None, "open"),
)
"""Composed commitments: what, ministry, committee, days from today, status."""


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


def fill_register(profile: Path, language: str) -> None:
    """Put composed commitments with their deadlines into the register."""
    today = date.today()
    for summary, ministry, committee, days, status in ITEMS:
        fields = (f"summary={summary}", f"ministry={ministry}", f"committee={committee}", f"status={status}",
                  "origin=debate", f"meeting_date={today - timedelta(days=160)}")  # fmt: skip
        made = json.loads(griffie(profile, language, "new", "commitment", *fields, "--json"))
        if days is not None:
            day = today + timedelta(days=days)
            griffie(profile, language, "new", "deadline", f"date_to={day}", "--of", made["id"])


def main(arguments: list[str]) -> int:
    """Make all pictures."""
    target = Path(arguments[0]) if arguments else ROOT / "resources" / "pictures"
    target.mkdir(parents=True, exist_ok=True)
    for name, (language, appearance, view) in PICTURES.items():
        profile = Path(tempfile.mkdtemp(prefix="griffie-pictures"))
        try:
            settings = profile / "config" / "settings.toml"
            settings.parent.mkdir(parents=True)
            lines = (f'language = "{language}"', f'appearance = "{appearance}"', "register_place_confirmed = true")
            settings.write_text("\n".join(lines))
            tag_sample(profile, language)
            if view:
                fill_register(profile, language)
            griffie(profile, language, "open", "--picture", target / name, *(("--view", view) if view else ()))
            print(target / name)
        finally:
            shutil.rmtree(profile, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
