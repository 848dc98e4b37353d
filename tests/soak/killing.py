"""Kills a program that works on a register, at random moments, and looks whether anything it had confirmed is lost.

A `Scenario` starts the program. The program writes one line of JSON to its pipe for each edit that it has confirmed:
`{"step": 12}` names the newest step of the history by then, and may carry the digest of the history up to it.
"""

import contextlib
import hashlib
import json
import os
import random
import selectors
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from griffie.base.errors import UserError
from griffie.services.keeping import check
from griffie.store.steps import TABLES
from tests.helpers.registers import new_desk

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 120.0


@dataclass(frozen=True)
class Scenario:
    """What is killed: a name, and the command line that works on the register at a path with a seed."""

    name: str
    command: Callable[[Path, int], list[str]]
    most_edits: int = 12
    """The program is killed after none to so many confirmed edits, and a moment more."""
    moment_s: float = 0.03
    environment: dict[str, str] = field(default_factory=dict)
    most_ahead: int = 1
    """So many edits may be in the register before the program says so."""
    look: Callable[[Path, list[dict]], list[str]] = lambda path, confirmed: []
    """Says what else is wrong, given the register and what was confirmed."""


def services_scenario(*, with_pdf=False):
    """Work through the services, as the command line and the window do; `with_pdf` also adds real letters."""

    def command(path, seed):
        return [sys.executable, "-m", "tests.soak.worker", str(path), str(seed), *(["--pdf"] if with_pdf else [])]

    return Scenario("services and PDF process" if with_pdf else "services", command)


@dataclass
class Outcome:
    """What came of the kills: how many, how many edits were confirmed, how many landed unconfirmed, what was wrong."""

    kills: int = 0
    confirmed: int = 0
    unconfirmed: int = 0
    faults: list[str] = field(default_factory=list)


def kill_loop(scenario, folder, times, *, seed=0, per_register=25, said=lambda text: None):
    """Kill the scenario's program so many times, on a fresh register after every `per_register`; returns an Outcome."""
    outcome, chance = Outcome(), random.Random(seed)
    path = folder / "griffie.sqlite"
    for turn in range(times):
        if turn % per_register == 0:
            path = folder / f"register-{turn // per_register}" / "griffie.sqlite"
        confirmed = killed_once(scenario, path, chance)
        faults = faults_after(path, confirmed, outcome, scenario.most_ahead) + scenario.look(path, confirmed)
        outcome.kills += 1
        outcome.confirmed += len(confirmed)
        outcome.faults += [f"kill {turn} (seed {seed}): {fault}" for fault in faults]
        if faults:
            kept = folder / f"fault-{turn}"
            shutil.copytree(path.parent, kept)
            said(f"FAULT {'; '.join(faults)}; kept as it was found: {kept}")
        if (turn + 1) % 50 == 0:
            said(f"{turn + 1} kills, {outcome.confirmed} confirmed edits, {len(outcome.faults)} faults")
        if turn % per_register == per_register - 1:
            shutil.rmtree(path.parent, ignore_errors=True)
    return outcome


def killed_once(scenario, path, chance):
    """Start the program, kill it after a random number of confirmed edits and a moment, return what it confirmed."""
    wanted, moment = chance.randrange(scenario.most_edits + 1), chance.random() * scenario.moment_s
    if wanted == 0:
        moment = chance.random() * 0.6  # somewhere in its start: while it makes or opens the register
    path.parent.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        scenario.command(path, chance.randrange(2**31)),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"} | scenario.environment,
    )
    lines = b""
    with process:
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(process.stdout, selectors.EVENT_READ)
                give_up = time.monotonic() + PATIENCE_S
                while lines.count(b"\n") < wanted and selector.select(give_up - time.monotonic()):
                    part = os.read(process.stdout.fileno(), 65536)
                    if not part:
                        break
                    lines += part
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(moment)
        finally:
            alive = process.poll() is None
            process.kill()
            lines += process.stdout.read()
    if not alive:
        raise RuntimeError(f"{scenario.name} ended by itself with code {process.returncode}")
    assert process.returncode in (-getattr(signal, "SIGKILL", 9), 1)
    return [json.loads(line) for line in lines.splitlines(keepends=True) if line.endswith(b"\n")]


def faults_after(path, confirmed, outcome, most_ahead=1):
    """Open the register as the next start would, and say what is wrong with it."""
    if not path.exists():
        return ["confirmed edits, but no register"] if confirmed else []
    try:
        desk = new_desk(path)
    except UserError as error:
        return [f"the register does not open: {error}"]
    try:
        faults = check(desk).faults + rows_unlike_history(desk.register.read)
        newest = desk.register.read.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()[0]
        if confirmed:
            last = confirmed[-1]
            if newest < last["step"]:
                faults.append(f"step {last['step']} was confirmed and is lost; the newest is {newest}")
            elif "digest" in last and history_digest(desk.register.read, last["step"]).hex() != last["digest"]:
                faults.append(f"the history up to step {last['step']} is not what was confirmed")
            beyond = (
                "SELECT count(*) FROM step WHERE id > ?"  # numbers may be skipped: a step that changes nothing goes
            )
            unconfirmed = desk.register.read.execute(beyond, (last["step"],)).fetchone()[0]
            outcome.unconfirmed += unconfirmed
            if unconfirmed > most_ahead:
                faults.append(f"{unconfirmed} steps landed of which the program had confirmed none")
        return faults
    finally:
        desk.register.close()


def history_digest(conn, newest, so_far=b"", after=0):
    """Return the digest of the log through step `newest`, step by step; given one so far, only what came `after`."""
    changes = conn.execute("SELECT * FROM change WHERE step_id > ? AND step_id <= ? ORDER BY id", (after, newest))
    lines = {}
    for row in changes.fetchall():
        lines.setdefault(row["step_id"], []).append(tuple(row))
    steps = conn.execute("SELECT * FROM step WHERE id > ? AND id <= ? ORDER BY id", (after, newest))
    for row in steps.fetchall():
        so_far = hashlib.sha256(so_far + repr((tuple(row), lines.get(row["id"]))).encode()).digest()
    return so_far


def rows_unlike_history(conn):
    """Say which rows are not what the history says of them last."""
    last = {}
    for table, row_id, after in conn.execute("SELECT tbl, row_id, after FROM change WHERE erased = 0 ORDER BY id"):
        last[table, row_id] = json.loads(after) if after else None
    faults = []
    for table in sorted(TABLES):
        rows = {row["id"]: dict(row) for row in conn.execute(f"SELECT * FROM {table}").fetchall()}
        told = {row_id: row for (name, row_id), row in last.items() if name == table and row is not None}
        if rows != told:
            faults.append(f"the table {table} is not what the history tells")
    return faults
