"""Programs watched from the outside: which there are, how they are started, and what is known of their runs."""

import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from griffie.services.adding import add_file
from tests.benchmarks.big_register import cached as cached_register
from tests.benchmarks.pdfs import ROOT, cached
from tests.helpers.registers import new_desk

TOOLS = ROOT.parent / "shared" / "tools"
HARNESS, MINI_VIEWER = TOOLS / "window_harness.py", TOOLS / "mini_viewer.py"
WORK = ROOT / "build" / "bench" / "window"  # no temporary folder: the window warns of a register in one
REGION = "0.2,0.25,0.52,0.8"  # the middle of our pages and of the other programs', without the pointer beside it
NEEDED = ("numpy", "python-xlib")
SHOTS = os.environ.get("GRIFFIE_BENCH_SHOTS")


def missing():
    """Say what is missing to watch a window from the outside; '' when all is there."""
    if not sys.platform.startswith("linux"):
        return "only on Linux"
    if not HARNESS.exists() or not MINI_VIEWER.exists():
        return "no window harness beside the repository"
    return "" if shutil.which("Xvfb") else "no Xvfb"


def python():
    """Return the Python of a scratch environment with what the harness imports; made at the first call."""
    folder = ROOT / "build" / "bench-venv"
    inside = folder / "bin" / "python"
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([inside, "-m", "pip", "install", "-q", *NEEDED], check=True)
        (folder / "complete").touch()
    return inside


def registers():
    """Return two registers of 1,000 letters: one that has never seen the measured PDFs, and one that has both."""
    WORK.mkdir(parents=True, exist_ok=True)
    new = cached_register(1_000, 1_000)
    known = WORK / f"known-{new.stem}-{cached('report300').stem}.sqlite"
    if not known.exists():
        unfinished = known.with_suffix(".unfinished")
        shutil.copyfile(new, unfinished)
        launcher = start_launcher()
        desk = new_desk(unfinished)
        desk.pdf = PdfService(launcher, 60)
        for name in ("letter10", "report300"):
            add_file(desk, cached(name))
        desk.pdf.close()
        launcher.close()
        desk.register.close()
        unfinished.replace(known)
    return {"new": new, "known": known}


def griffie(pdf, state, **more):
    """Return our program on a PDF that its register knows ("known") or has still to take in ("new")."""
    register = WORK / f"{state}-{pdf}.sqlite"
    words = [sys.executable, "-m", "griffie", "--db", str(register)]
    copies = [[str(registers()[state]), str(register)]]
    return program(f"griffie-{state}-{pdf}", shlex.join(words) + " {pdf}", pdf, copies=copies, **more)


def mini_viewer(pdf, **more):
    """Return the smallest honest viewer of the same libraries."""
    words = [sys.executable, str(MINI_VIEWER), "fork"]
    return program(f"mini-{pdf}", shlex.join(words) + " {pdf}", pdf, **more)


def peer(name, pdf, **more):
    """Return another viewer, or None where it is not installed."""
    return program(f"{name}-{pdf}", name + " {pdf}", pdf, **more) if shutil.which(name) else None


def program(name, command, pdf, **more):
    return {"name": name, "cmd": command, "pdf": str(cached(pdf)), **more}


def watch(programs, runs, folder):
    """Run programs in turns; returns for each name its sound runs, fewest where some failed.

    Raises:
        RuntimeError: the harness itself failed.
    """
    job = {"harness": str(HARNESS), "region": REGION, "runs": runs, "programs": [p for p in programs if p]}
    path = Path(folder) / "job.json"
    path.write_text(json.dumps(job | {"shots": SHOTS}), encoding="utf-8")
    done = subprocess.run(
        [python(), Path(__file__).with_name("outside_run.py"), path], capture_output=True, text=True, check=False
    )
    if done.stderr:
        print(done.stderr, file=sys.stderr)
    if done.returncode:
        raise RuntimeError("the window harness failed")
    return {name: sound(name, results) for name, results in json.loads(done.stdout).items()}


def sound(name, results):
    for result in results:
        if "error" in result:
            print(f"{name}: {result['error']}", file=sys.stderr)
    return [result for result in results if "error" not in result]


def median(results, what):
    """Return the median of a figure over the runs; None where no run gave it."""
    values = [result[what] for result in results or () if result.get(what) is not None]
    return statistics.median(values) if values else None
