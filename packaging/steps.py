"""Runs programs for dev.py: says what runs, how long it took, and stops at the first failure. Knows no command."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class Stopped(Exception):  # noqa: N818  a reason, not a fault of the program
    """Something the person at the keyboard must know or do; the text says it."""


def say(text: str) -> None:
    """Print a line at once, in its place between the output of programs."""
    print(f"griffie: {text}", flush=True)


def call(command: Sequence[object], changed: Mapping[str, str] | None = None) -> int:
    """Run a program in the top folder with its output in sight, and return its exit code.

    Raises:
        Stopped: the program cannot be started.
    """
    words = [str(word) for word in command]
    try:
        return subprocess.run(words, env={**os.environ, **(changed or {})}, cwd=ROOT, check=False).returncode
    except OSError as error:
        raise Stopped(f"{words[0]} cannot be started: {error.strerror}.") from error


def quiet(command: Sequence[object]) -> bool:
    """Run a program unseen; True when it ends well."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def step(
    name: str,
    command: Sequence[object],
    changed: Mapping[str, str] | None = None,
    allowed: Collection[int] = (0,),
) -> None:
    """Run one step of a longer job and print its seconds.

    Raises:
        Stopped: it failed.
    """
    say(f"{name} ...")
    began = time.monotonic()
    code = call(command, changed)
    took = time.monotonic() - began
    if code not in allowed:
        raise Stopped(f"FAILED: {name} (exit code {code}, {took:.1f} s). What follows it was not run.")
    say(f"{name}: {took:.1f} s")


def last_step(name: str, command: Sequence[object], changed: Mapping[str, str] | None = None) -> None:
    """Run the step that closes a job: its own last line stays the last one, so it prints nothing when all is well.

    Raises:
        Stopped: it failed.
    """
    say(f"{name} ...")
    sys.stdout.flush()
    code = call(command, changed)
    if code:
        raise Stopped(f"FAILED: {name} (exit code {code}).")
