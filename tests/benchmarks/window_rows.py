"""The rows that need a window: start, page turns, memory, stalls, pixels, and a tag from the key to the page.

From the outside on a screen of their own where the harness is at hand (`outside`), else in a process of their own
without a screen (`inside_*`). GRIFFIE_BENCH_SHOTS names a folder for pictures of what was measured.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

import pymupdf

from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from tests.benchmarks import outside
from tests.benchmarks.big_register import cached as cached_register
from tests.benchmarks.measuring import Measured, Rows, side_by_side
from tests.benchmarks.pdfs import ROOT, cached

ROWS = Rows()
FRAME_MS = 16.0
ALLOWED_MS = 1.0  # for a page's way through another process
STATES = {"known": "letter known to the register", "new": "new letter"}


def runs_of(setting):
    return 3 if setting.quick else max(7, setting.rounds // 2)


def watched(row, setting, programs, runs):
    """Return the runs of each program, or the line that says why none could be watched."""
    why = outside.missing()
    if why:
        return None, Measured(row, f"not measured: {why}", 0.0, None)
    return outside.watch(programs, runs, setting.folder), None


@ROWS.row("1")
def start_with_a_letter(setting):
    ours = {state: outside.griffie("letter10", state) for state in STATES}
    floor, okular = outside.mini_viewer("letter10"), outside.peer("okular", "letter10")
    runs, absent = watched("1", setting, [ours["known"], floor, ours["new"], okular], runs_of(setting))
    if absent:
        yield absent
        return
    floor_ms = outside.median(runs[floor["name"]], "start_ms")
    okular_ms = outside.median(runs.get("okular-letter10"), "start_ms")
    for state, words in STATES.items():
        mine = runs[ours[state]["name"]]
        ours_ms = outside.median(mine, "start_ms")
        complete = outside.median(mine, "complete_ms") / ours_ms
        note = f"complete {complete:.2f}x" + (f", {ours_ms / okular_ms:.2f}x okular" if okular_ms else "")
        yield Measured("1", words, ours_ms, floor_ms, note)


@ROWS.row("2")
def start_with_a_report(setting):
    programs = {(pdf, state): outside.griffie(pdf, state) for state in STATES for pdf in ("letter10", "report300")}
    runs, absent = watched("2", setting, list(programs.values()), runs_of(setting))
    if absent:
        yield absent
        return
    for state, words in STATES.items():
        report, letter = (
            outside.median(runs[programs[p, state]["name"]], "start_ms") for p in ("report300", "letter10")
        )
        yield Measured("2", words, report, letter)


@ROWS.row("3")
def page_turns(setting):
    turns = 10 if setting.quick else 25
    keys = {"Next": "Page Down", "Right": "arrow, a whole page"}
    ours = {key: {**outside.griffie("report300", "known", key=key, turns=turns)} for key in keys}
    for key, program in ours.items():
        program["name"] += f"-{key}"
    floor = outside.peer("qpdfview", "report300", turns=turns)
    runs, absent = watched("3", setting, [*ours.values(), floor], 3 if setting.quick else 5)
    if absent:
        yield absent
        return
    theirs = runs.get("qpdfview-report300")
    for key, words in keys.items():
        mine = runs[ours[key]["name"]]
        for figure, name in (("turn_done_ms", "median"), ("turn_done_p95", "95th percentile")):
            note = f"first change {outside.median(mine, 'turn_first_ms'):.1f} ms"
            yield Measured("3", f"{words}: {name}", outside.median(mine, figure), outside.median(theirs, figure), note)


@ROWS.row("6")
def memory_after_a_report(setting):
    turns = 40 if setting.quick else 295
    pace = {"turns": turns, "turn_quiet": 0.03, "turn_timeout": 0.5}
    ours = outside.griffie("report300", "known", key="Right", **pace)
    floor = outside.mini_viewer("report300", **pace)
    runs, absent = watched("6", setting, [ours, floor], 1 if setting.quick else 3)
    if absent:
        yield absent
        return
    for figure, name in (("pss_after_mb", f"MB after {turns} pages"), ("pss_mb", "MB at the start")):
        mine, theirs = (outside.median(runs[program["name"]], figure) for program in (ours, floor))
        yield Measured("6", name, mine, theirs)


def inside(script, *words):
    """Run a script in a process of its own without a screen, and return what it measured."""
    command = [sys.executable, Path(__file__).with_name(script), *map(str, words)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


@ROWS.row("4")
def stalls(setting):
    pages, times = (60, 1) if setting.quick else (300, 5)
    ours, floor = [], []
    for _time in range(times):
        register = setting.folder / f"stalls{_time}.sqlite"
        ours.append(inside("inside_stalls.py", "ours", register, cached("report300"), pages))
        floor.append(inside("inside_stalls.py", "floor", ours[-1]["scale"], cached("report300"), pages))

    def middle(runs, figure):
        return statistics.median(run[figure] for run in runs)

    note = ", ".join(
        f"{middle(ours, f'over{ms}'):.0f}/{middle(floor, f'over{ms}'):.0f} over {ms} ms" for ms in (16, 50)
    )
    note += f", 99% below {middle(ours, 'p99'):.0f}/{middle(floor, 'p99'):.0f} ms"
    yield Measured("4", note, middle(ours, "longest"), middle(floor, "longest"))
    if middle(ours, "over50"):
        raise AssertionError("a stall of more than 50 ms: none may be")


@ROWS.row("5")
def pixels(setting):
    from griffie.ui.page.tiles import picture_of

    launcher = start_launcher()
    service = PdfService(launcher)
    for name, page_index, dpi in (
        ("letter10", 1, 96),
        ("letter10", 1, 192),
        ("report300", 2, 150),
        ("report300", 4, 150),
    ):
        with pymupdf.open(cached(name)) as bare:
            page_list, matrix = bare[page_index].get_displaylist(), pymupdf.Matrix(dpi / 72, dpi / 72)
            document = service.open(cached(name))

            def ours(document=document, page_index=page_index, dpi=dpi):
                return picture_of(document.render(page_index, dpi / 72).result()).image.width()

            def floor(page_list=page_list, matrix=matrix):
                return page_list.get_pixmap(matrix, alpha=0).width

            assert ours() == floor()
            ours_ms, floor_ms = side_by_side(ours, floor, setting.rounds * 4)
            document.close()
        part = f"{name} page {page_index + 1}, {dpi} dpi"
        yield Measured("5", part, max(0.0, ours_ms - ALLOWED_MS), floor_ms, f"{ours_ms:.1f} in all")
    service.close()
    launcher.close()


@ROWS.row("7", " window")
def tag_by_key(setting):
    register = Path(setting.folder) / "tags.sqlite"
    shutil.copyfile(cached_register(1_000, 1_000), register)
    items = 200
    rounds = inside("inside_tags.py", register, cached("letter10"), items, setting.rounds * 2)
    handled, saved, painted = (statistics.median(one[stage] for one in rounds) for stage in range(3))
    slowest = sorted(one[2] for one in rounds)[int(0.95 * len(rounds))]
    yield Measured("7", f"key to painted, {items} items", painted, FRAME_MS, f"95th percentile {slowest:.0f} ms")
    yield Measured("7", "of which until the window says saved", saved, FRAME_MS, f"key itself {handled:.1f} ms")
