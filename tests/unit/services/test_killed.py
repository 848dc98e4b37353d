"""A program that is killed at work loses nothing that it had confirmed; `dev.py soak` does this a thousand times."""

import sys

from tests.soak.killing import Scenario, kill_loop, services_scenario

LIES = """
import json, sys, time
from pathlib import Path
from tests.helpers.registers import new_desk, put_letter
desk = new_desk(Path(sys.argv[1]))
put_letter(desk)
print(json.dumps({"step": 99}), flush=True)
time.sleep(60)
"""
BREAKS = LIES.replace("99", "1").replace("print", "desk.register._writer.execute('DELETE FROM tie')\n"
    "desk.register._writer.execute('UPDATE letter SET subject = 1')\nprint", 1)  # fmt: skip


def test_ten_kills_lose_no_confirmed_edit(tmp_path):
    outcome = kill_loop(services_scenario(), tmp_path, 10, seed=7)
    assert outcome.faults == []
    assert outcome.kills == 10
    assert outcome.confirmed > 10


def test_a_program_that_confirms_what_is_not_there_is_found_out(tmp_path):
    scenario = Scenario("lies", lambda path, seed: [sys.executable, "-c", LIES, str(path)], most_edits=1)
    outcome = kill_loop(scenario, tmp_path, 6, seed=1)
    assert any("confirmed and is lost" in fault for fault in outcome.faults)


def test_rows_that_are_not_what_the_history_tells_are_found_out(tmp_path):
    scenario = Scenario("breaks", lambda path, seed: [sys.executable, "-c", BREAKS, str(path)], most_edits=1)
    outcome = kill_loop(scenario, tmp_path, 6, seed=1)
    assert any("not what the history tells" in fault for fault in outcome.faults)
