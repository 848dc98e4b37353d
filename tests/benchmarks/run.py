"""Measures Griffie against floors of the same run and prints a table: python3 packaging/dev.py bench [ROW ...].

Every module here whose name ends in `_rows` brings rows: it has `ROWS = Rows()` and functions that yield `Measured`.
Exit code 1 where a number misses what it must hold. A floor whose program is not on this machine is "absent", never a
pass. Ratios are to be quoted, not milliseconds: machines differ, and hours do.
"""

import argparse
import importlib
import json
import sys
import tempfile
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.benchmarks.budgets import BUDGETS  # noqa: E402
from tests.benchmarks.measuring import Setting  # noqa: E402


def found_rows():
    """Return every registered row, in the order of the table."""
    functions = {}
    for path in sorted(HERE.glob("*_rows.py")):
        functions |= importlib.import_module(f"tests.benchmarks.{path.stem}").ROWS.functions
    return dict(sorted(functions.items(), key=lambda entry: (int(entry[0].split()[0]), entry[0])))


def verdict(measured):
    """Say what a number is worth: missed, holds, stretch, or that there was nothing to hold it against."""
    budget = BUDGETS[measured.row]
    if measured.ratio is None:
        return "floor absent"
    if measured.ratio > budget.must:
        return "MISSED"
    return "stretch" if measured.ratio <= budget.stretch else "holds"


def line(measured):
    budget = BUDGETS[measured.row]
    floor = f"{measured.floor_ms:10.2f}" if measured.floor_ms is not None else "    absent"
    ratio = f"{measured.ratio:7.2f}" if measured.ratio is not None else "      -"
    limits = f"{budget.must:6.2f} {budget.stretch:7.2f}"
    part = measured.part + (f" ({measured.note})" if measured.note else "")
    return f"{measured.row:>3} {part[:58]:58} {measured.ours_ms:10.2f} {floor} {ratio} {limits}  {verdict(measured)}"


def main(words):
    parser = argparse.ArgumentParser(prog="bench", description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="*", help="numbers of rows, such as 7 11; all when none is named")
    parser.add_argument("--quick", action="store_true", help="small registers and few rounds: only to see that it runs")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path, help="write the numbers to this file as well")
    chosen = parser.parse_args(words)
    lines, failed = [], False
    print(f"row {'what':58} {'ours ms':>10} {'floor ms':>10} {'ratio':>7} {'must':>6} {'stretch':>7}")
    for name, function in found_rows().items():
        if chosen.rows and name.split()[0] not in chosen.rows:
            continue
        budget = BUDGETS[name.split()[0]]
        print(f"--- {name}: {budget.journey}; floor: {budget.floor}")
        with tempfile.TemporaryDirectory() as folder:
            setting = Setting(Path(folder), 3 if chosen.quick else chosen.rounds, chosen.quick)
            try:
                for measured in function(setting):
                    lines.append(measured)
                    print(line(measured), flush=True)
            except Exception:  # noqa: BLE001  one row that breaks must not hide the others
                failed = True
                traceback.print_exc()
    if chosen.json:
        chosen.json.write_text(json.dumps([vars(one) | {"ratio": one.ratio} for one in lines], indent=1))
    missed = [one for one in lines if verdict(one) == "MISSED"]
    absent = [one for one in lines if verdict(one) == "floor absent"]
    print(f"{len(lines)} numbers, {len(missed)} missed, {len(absent)} without a floor")
    return 1 if missed or failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
