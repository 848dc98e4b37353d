"""Long runs, with counts: python3 packaging/dev.py soak [--times N] [--seed N] [NAME ...].

Each loop is a module here with `LOOPS`: a name and a function of (folder, times, seed, say) that returns an Outcome.
Exit code 1 where anything was lost or wrong; what was found so is kept below build/soak.
"""

import argparse
import importlib
import shutil
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))


def found_loops():
    """Return every loop by name."""
    loops = {}
    for path in sorted(HERE.glob("*_loops.py")):
        loops |= importlib.import_module(f"tests.soak.{path.stem}").LOOPS
    return loops


def main(words):
    loops = found_loops()
    parser = argparse.ArgumentParser(prog="soak", description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", choices=[[], *loops], help=f"of {', '.join(loops)}; all when none is named")
    parser.add_argument("--times", type=int, help="kills of each loop; each has a number of its own otherwise")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    chosen = parser.parse_args(words)
    bad = False
    for name, loop in loops.items():
        if chosen.names and name not in chosen.names:
            continue
        folder = ROOT / "build" / "soak" / name.replace(" ", "-")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        start = time.monotonic()
        print(f"--- {name}, seed {chosen.seed}", flush=True)
        outcome = loop(folder, chosen.times, chosen.seed, lambda text: print(f"    {text}", flush=True))
        print(
            f"{name}: {outcome.kills} kills, {outcome.confirmed} confirmed edits, {outcome.unconfirmed} that landed "
            f"unconfirmed, {len(outcome.faults)} faults, {time.monotonic() - start:.0f} s",
            flush=True,
        )
        bad |= bool(outcome.faults)
        if not outcome.faults:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
