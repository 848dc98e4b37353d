"""The page of rules is made of the examples that the tests run; it must be that of now."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_rules_is_up_to_date():
    spec = importlib.util.spec_from_file_location("rules_page", ROOT / "packaging" / "rules.py")
    rules = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rules)
    assert rules.PAGE.read_text(encoding="utf-8") == rules.page(), "run: python packaging/rules.py write"
