"""What the tests of the reader share."""

import pytest

from griffie.base.resources import resource
from griffie.domain.ministries import read_ministries


@pytest.fixture(scope="session")
def ministries():
    return read_ministries(resource("ministries.toml").read_text(encoding="utf-8"))
