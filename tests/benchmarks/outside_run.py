"""Times programs on a screen of their own, in turns: outside_run.py JOB.json. Needs numpy and python-xlib, no Griffie.

The watching is done by a harness that is named in the job; this script brings what its own command line has not: a
file, a key and a number of page turns for each program, and files that are put back before each run (a register that
has not yet seen the letter). The answer is JSON on standard output: for each program the list of its runs.
"""

import argparse
import contextlib
import importlib.util
import json
import shutil
import sys
import tempfile
from pathlib import Path

FOLDERS = (".config", ".cache", ".local/share", ".local/state")


def load_harness(path):
    """Return the harness as a module; it has Screen and one_run."""
    spec = importlib.util.spec_from_file_location("window_harness", path)
    harness = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(harness)
    return harness


def put_back(copies):
    """Put files back as they were, without what a killed program left beside them."""
    for source, target in copies:
        for suffix in ("", "-wal", "-shm"):
            Path(target + suffix).unlink(missing_ok=True)
        shutil.copyfile(source, target)


def new_home(base, name):
    home = base / f"{name}.home"
    for folder in FOLDERS:
        (home / folder).mkdir(parents=True, exist_ok=True)
    return home


def copied_home(model):
    """Return a copy of a home that was warmed once, so that nothing remembered leaks from run to run."""
    home = model.with_suffix(".run")
    shutil.rmtree(home, ignore_errors=True)
    with contextlib.suppress(shutil.Error):  # sockets and half-made files of the run before
        shutil.copytree(model, home, symlinks=True, ignore_dangling_symlinks=True)
    return home


def options_for(program, job):
    """Return what the harness wants to know of one run."""
    usual = {
        "region": job["region"], "frac": 0.3, "settle": 0.7, "poll": 0.004, "turn_poll": 0.002, "turn_quiet": 0.35,
        "turn_timeout": 2.0, "timeout": 25.0, "min_dark": 300, "key": "Next", "turns": 0, "shot": None, "shot2": None,
    }  # fmt: skip
    return argparse.Namespace(**{name: program.get(name, value) for name, value in usual.items()})


def measure(harness, screen, job, base):
    programs, shots = job["programs"], job.get("shots")
    runs = {program["name"]: [] for program in programs}
    models = {}
    for program in programs:
        models[program["name"]] = new_home(base, program["name"])
        put_back(program.get("copies", ()))
        options = options_for(program, job)
        options.shot = f"{shots}/{program['name']}.png" if shots else None
        warm = harness.one_run(screen, program["cmd"], program["pdf"], str(models[program["name"]]), options, 0)
        if "error" in warm:
            print(f"{program['name']}: warming: {warm['error']}", file=sys.stderr)
    for round_ in range(job["runs"]):
        for program in programs:
            name = program["name"]
            put_back(program.get("copies", ()))
            options, home = options_for(program, job), copied_home(models[name])
            options.shot2 = f"{shots}/{name}.turned.png" if shots and not round_ else None
            runs[name].append(
                harness.one_run(screen, program["cmd"], program["pdf"], str(home), options, options.turns)
            )
    return runs


def main(words):
    job = json.loads(Path(words[0]).read_text(encoding="utf-8"))
    harness = load_harness(job["harness"])
    screen = harness.Screen(1280, 1024)
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as base:
            runs = measure(harness, screen, job, Path(base))
    finally:
        screen.close()
    json.dump(runs, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
