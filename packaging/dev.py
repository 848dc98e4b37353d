"""One command for everything a developer or a curious clerk does with the source: python3 packaging/dev.py COMMAND.

Standard library only, so that a bare machine with Python 3.11 and pip can start here. What the commands share stands
beside it: machine.py (system libraries), environment.py (.venv and its pins), steps.py (programs with their seconds).
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  older ones must be told so in words
    raise SystemExit("Griffie needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info[:2]))

import argparse
from collections.abc import Callable
from pathlib import Path

import environment
import lock
import machine
import steps
from steps import ROOT, Stopped, say

SAMPLES = ROOT / "resources" / "samples"
SAMPLE_PROFILE = ROOT / "build" / "sample-profile"


def run(letters: list[str]) -> int:
    """Set up and open the window: on the letters named, or else on the sample letter in a profile of its own."""
    paths = [existing(letter) for letter in letters] or [sample_letter()]
    screen = machine.has_screen()
    if not screen:
        say("This machine has no screen: the same job is done unseen.")
    libraries = machine.OFFSCREEN | machine.SCREEN if screen else machine.OFFSCREEN
    python = environment.ready(environment.RUNTIME, libraries)
    compile_texts_if_newer(python)
    if not screen:
        return steps.call([python, ROOT / "packaging" / "unseen.py", *paths])
    changed = {}
    if letters:
        say("Opening in your own register (a named letter belongs there).")
    else:
        changed["GRIFFIE_PROFILE"] = str(SAMPLE_PROFILE)
        say(f"Opening the sample letter in a throw-away register below {SAMPLE_PROFILE}.")
    return steps.call([python, "-m", "griffie", *paths], changed)


def existing(letter: str) -> Path:
    path = Path(letter).expanduser().absolute()
    if not path.exists():
        raise Stopped(f"There is no file {path}.")
    return path


def sample_letter() -> Path:
    letters = sorted(SAMPLES.glob("*.pdf"))
    if not letters:
        raise Stopped(f"There is no sample letter in {SAMPLES}; name a letter: python3 packaging/dev.py run LETTER.pdf")
    return letters[0]


def compile_texts_if_newer(python: Path) -> None:
    """Compile a catalogue that was edited by hand; the compiled ones are in the repository, so this is rarely due."""
    for source in (ROOT / "resources" / "locale").glob("*/LC_MESSAGES/griffie.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        if steps.quiet([python, "-c", "import babel"]):
            steps.call([python, ROOT / "packaging" / "texts.py", "compile"])
            return


def test(arguments: list[str]) -> int:
    """Set up, then check style, types, layers and texts, and run all tests; the first failure ends it."""
    python = environment.ready(environment.DEV, machine.OFFSCREEN)
    headed = "--headed" in arguments
    screen = {} if headed else {"QT_QPA_PLATFORM": "offscreen"}
    pytest = [python, "-m", "pytest", *arguments]
    texts = [python, ROOT / "packaging" / "texts.py", "check"]
    steps.step("ruff check", [python, "-m", "ruff", "check"])
    steps.step("ruff format", [python, "-m", "ruff", "format", "--check"])
    steps.step("mypy", [python, "-m", "mypy"])
    steps.step("import contracts", [environment.program("lint-imports")])
    steps.step("texts", texts)
    if sys.platform == "linux":
        spawned = {**screen, "GRIFFIE_CHILD": "spawn"}
        # 5: with arguments of the caller's own there may be no such test among the chosen ones
        allowed = {0, 5} if arguments else {0}
        steps.step("tests of the PDF process, spawned", [*pytest, "-m", "pdf_process"], spawned, allowed)
        screen["GRIFFIE_CHILD"] = "fork"
    steps.last_step("all tests", pytest, screen)
    return 0


def script(relative: str) -> Callable[[list[str]], int]:
    """Return a command that runs a script of the repository with its arguments, unseen."""

    def command(arguments: list[str]) -> int:
        python = environment.ready(environment.DEV, machine.OFFSCREEN)
        if not (ROOT / relative).exists():
            raise Stopped(f"{relative} is not there.")
        return steps.call([python, ROOT / relative, *arguments], {"QT_QPA_PLATFORM": "offscreen"})

    return command


def texts(arguments: list[str]) -> int:
    """Collect the texts of the code, bring the Dutch catalogue up to date and compile it."""
    python = environment.ready(environment.DEV, {})
    return steps.call([python, ROOT / "packaging" / "texts.py", *(arguments or ["update"])])


def remake_pins(_arguments: list[str]) -> int:
    """Choose the newest versions that pyproject.toml allows and pin them with hashes."""
    lock.remake()
    return 0


COMMANDS = {
    "run": (run, "set up and open the window on the sample letter, or on LETTER.pdf"),
    "test": (test, "set up and run every check and test; further words go to pytest; --headed shows the windows"),
    "bench": (script("tests/benchmarks/run.py"), "measure against the floors of the same run"),
    "soak": (script("tests/soak/run.py"), "long runs: kill loops, damaged files, big registers"),
    "pictures": (script("packaging/pictures.py"), "make the pictures of the README"),
    "texts": (texts, "collect, update and compile the translations"),
    "lock": (remake_pins, "remake packaging/requirements*.txt from pyproject.toml"),
}


def main(words: list[str]) -> int:
    """Run one command; returns its exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Griffie from source.",
        epilog="\n".join(f"  {name:9} {text}" for name, (_, text) in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    chosen = parser.parse_args(words[:1] or ["--help"])
    command, _ = COMMANDS[chosen.command]
    try:
        return command(words[1:])
    except Stopped as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
