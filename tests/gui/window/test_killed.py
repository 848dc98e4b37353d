"""A window that is killed while somebody works in it: what it showed as saved is there. The long run is a soak loop."""

import random

import pytest

from tests.helpers.registers import new_desk
from tests.soak.killing import Outcome, faults_after, kill_loop, killed_once
from tests.soak.window_loops import AHEAD, unlike_shown, window_scenario

pytestmark = [
    pytest.mark.pdf_process,
    pytest.mark.skipif("sys.platform == 'win32'", reason="a pipe cannot be waited for there as the loop does it"),
]


def test_what_a_killed_window_showed_as_saved_is_in_the_register(tmp_path):
    outcome = kill_loop(window_scenario(), tmp_path, 3, seed=5)
    assert outcome.faults == []
    assert outcome.kills == 3
    assert outcome.confirmed > 0


def test_the_loop_notices_when_something_that_was_shown_is_gone(tmp_path):
    path = tmp_path / "register" / "griffie.sqlite"
    confirmed = []
    chance = random.Random(8)
    while not any(line.get("shown") for line in confirmed):
        confirmed = killed_once(window_scenario(), path, chance)
    assert faults_after(path, confirmed, Outcome(), AHEAD) == []
    desk = new_desk(path)
    newest = desk.register.read.execute("SELECT max(id) FROM step").fetchone()[0]
    last = {**next(line for line in reversed(confirmed) if line.get("shown")), "step": newest}
    items = last["shown"]
    last["shown"] = {**items, "another": ["C2026-9999", "never written", "", []]}
    desk.register.close()
    assert "never written" in unlike_shown(path, last)[0]
