"""Kill loops over the real window, which runs without a screen."""

import os
import select
import sys

from griffie.base.errors import UserError
from griffie.services import looking
from tests.helpers.registers import new_desk
from tests.soak.killing import Scenario, kill_loop
from tests.soak.window_worker import shown

GONE_S = 5.0
AHEAD = 20
"""Edits of somebody who does not wait for the window; each shows as saved a moment after it is."""


def window_scenario():
    """Work in the window by keys and fields; after a kill the register is what the window last showed as saved."""

    def command(path, seed):
        return [sys.executable, "-m", "tests.soak.window_worker", str(path), str(seed)]

    screenless = {"QT_QPA_PLATFORM": "offscreen"}
    return Scenario("window", command, most_edits=8, moment_s=0.2, environment=screenless, most_ahead=AHEAD, look=look)


def look(path, confirmed):
    """Say where the register differs from what the window showed, and which PDF processes outlive the window."""
    if not confirmed:
        return []
    return [*unlike_shown(path, confirmed[-1]), *outliving(confirmed[-1]["children"])]


def unlike_shown(path, last):
    """Compare the items of the open letter; only where no further step landed before the kill."""
    desk = new_desk(path)
    try:
        newest = desk.register.read.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0]
        if "shown" not in last or newest != last["step"]:
            return []
        there = {item.id: shown(item) for item in looking.items_in(desk, last["letter"])}
    except UserError as error:
        return [f"the letter that was shown is not there: {error}"]
    finally:
        desk.register.close()
    return [] if there == last["shown"] else [f"shown as saved was {last['shown']}, in the register is {there}"]


def outliving(pids):
    """Say which processes do not end within some seconds; only Linux can tell without asking again and again."""
    faults = []
    for pid in pids if hasattr(os, "pidfd_open") else ():
        try:
            ending = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        if not select.select([ending], [], [], GONE_S)[0]:
            faults.append(f"PDF process {pid} outlives its window")
        os.close(ending)
    return faults


def window(folder, times, seed, say):
    return kill_loop(window_scenario(), folder, times or 200, seed=seed, said=say)


LOOPS = {"window": window}
