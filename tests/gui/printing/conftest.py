"""A workplace to print from, and PDFs read back."""

import pytest

from griffie.base.settings import Settings
from griffie.ui.place import Bus, Workplace
from griffie.ui.printing.output import write_pdf
from griffie.ui.tasks import Lane
from griffie.ui.theme import LIGHT
from tests.gui.printing.papers import Read
from tests.helpers.registers import new_desk


@pytest.fixture
def place(qapp, tmp_path):
    desk = new_desk(tmp_path / "commissie.sqlite")
    lane = Lane("writing")
    yield Workplace(desk, lane, Bus(), Settings(tmp_path / "settings.toml"), LIGHT)
    lane.close()
    desk.register.close()


@pytest.fixture
def printed(qapp, tmp_path):
    """Write a paper to a PDF and read that back."""

    def write(paper, **more):
        path = tmp_path / "paper.pdf"
        count = write_pdf(paper, path, **more)
        read = Read(path)
        assert read.page_count == count
        return read

    return write
