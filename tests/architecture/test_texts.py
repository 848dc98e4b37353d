"""The translations are whole: every text of the code, in every language, compiled as it stands."""

import subprocess
import sys

import pytest

import texts
from tests.architecture.tree import ROOT

WRITTEN = [path for path in texts.catalogues() if path.exists()]


@pytest.mark.skipif(not WRITTEN, reason="no catalogue has been written yet")
def test_every_text_is_translated_and_compiled():
    assert list(texts.problems()) == []


@pytest.mark.skipif(not WRITTEN, reason="no catalogue has been written yet")
@pytest.mark.parametrize("path", texts.catalogues(), ids=lambda path: path.parent.parent.name)
def test_the_compiled_catalogue_is_that_of_the_written_one(path):
    assert path.with_suffix(".mo").read_bytes() == texts.as_compiled(texts.read(path))


CODE = '''"""A window."""
from griffie.base.i18n import N_, _, ngettext
TITLE = N_("Letter")
def show(count):
    return _("Page {page}").format(page=1), ngettext("{n} letter", "{n} letters", count)
'''
GOOD = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Letter"
msgstr "Brief"

msgid "Page {page}"
msgstr "Pagina {page}"

msgid "{n} letter"
msgid_plural "{n} letters"
msgstr[0] "{n} brief"
msgstr[1] "{n} brieven"
"""


@pytest.fixture
def small(tmp_path):
    """A program of three texts and a function that says what is wrong with its Dutch catalogue."""
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "window.py").write_text(CODE, encoding="utf-8")
    locale = tmp_path / "locale"
    (path,) = texts.catalogues(locale)
    path.parent.mkdir(parents=True)
    (locale / "griffie.pot").write_text(texts.as_text(texts.extract(tmp_path / "code")), encoding="utf-8")

    def problems_of(text):
        path.write_text(text, encoding="utf-8")
        path.with_suffix(".mo").write_bytes(texts.as_compiled(texts.read(path)))
        return list(texts.problems(tmp_path / "code", locale))

    return problems_of


def test_a_whole_catalogue_has_no_problems(small):
    assert small(GOOD) == []


@pytest.mark.parametrize(
    ("good", "bad", "problem"),
    [
        ('msgid "Letter"\nmsgstr "Brief"\n', "", "nl: missing: 'Letter'"),
        ('"Brief"', '""', "nl: not translated: 'Letter'"),
        ('msgstr[1] "{n} brieven"', 'msgstr[1] ""', "nl: not translated: '{n} letter'"),
        ('msgid "Letter"', '#, fuzzy\nmsgid "Letter"', "nl: fuzzy: 'Letter'"),
        ("Pagina {page}", "Pagina {pagina}", "nl: other {names} than the text: 'Page {page}'"),
    ],
)
def test_a_fault_in_a_catalogue_is_named(small, good, bad, problem):
    assert small(GOOD.replace(good, bad)) == [problem]


def test_catalogues_have_no_dates_and_come_out_the_same_twice(tmp_path):
    first, second = (texts.as_text(texts.extract()) for _ in range(2))
    assert first == second
    assert "Date" not in first.split("\n\n")[0]
    assert str(ROOT) not in first
    places = [line for line in first.splitlines() if line.startswith("#: ")]
    assert all(place.startswith("#: desktop/griffie/") for place in places)


def test_the_check_runs_as_the_command_does():
    done = subprocess.run([sys.executable, ROOT / "packaging" / "texts.py", "check"], capture_output=True, text=True)
    assert done.returncode == (1 if WRITTEN and list(texts.problems()) else 0)
    assert done.stderr == ""
