"""The rows that need a window: its start, its page turns, its memory, its stalls, its pixels, and a tag from key to page.

From the outside on a screen of their own where the harness is at hand (`outside`), else in a process of their own
without a screen (`inside_*`). GRIFFIE_BENCH_SHOTS names a folder for pictures of what was measured.
"""

from tests.benchmarks import outside
from tests.benchmarks.measuring import Measured, Rows

ROWS = Rows()
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
