"""A service with children of the mode that GRIFFIE_CHILD names, and a letter to read."""

import pytest

from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from tests.unit.pdf.pdf_samples import make_letter


@pytest.fixture(scope="session")
def launcher():
    launcher = start_launcher()
    yield launcher
    launcher.close()


@pytest.fixture
def service(launcher):
    service = PdfService(launcher)
    yield service
    service.close()


@pytest.fixture
def impatient(launcher):
    """A service with a time limit of a second."""
    service = PdfService(launcher, time_limit_s=1.0)
    yield service
    service.close()


@pytest.fixture
def letter():
    return make_letter()


@pytest.fixture
def letter_path(tmp_path, letter):
    path = tmp_path / "brief één.pdf"
    path.write_bytes(letter)
    return path
