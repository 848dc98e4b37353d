"""Starting and ending processes: quick, quiet, and never longer than the program that started them."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from griffie.pdf.client import PdfService
from griffie.pdf.launch import start_launcher
from tests.unit.pdf.pdf_samples import ANSWER_S, gone, make_form_bomb, until

pytestmark = pytest.mark.pdf_process


def run(code, *arguments, **how):
    """Run a small program of its own, as the window is one."""
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=ANSWER_S, **how)


def test_importing_the_launcher_brings_nothing_big_along():
    loaded = run("""
        import sys
        before = set(sys.modules)
        import griffie.pdf.launch
        print(*sorted(set(sys.modules) - before))
    """).stdout.split()
    assert loaded == ["griffie", "griffie.pdf", "griffie.pdf.launch"]


def test_the_window_never_loads_mupdf_and_nothing_is_printed(letter_path):
    ran = run(
        """
        import sys
        from pathlib import Path
        from griffie.pdf.launch import start_launcher
        launcher = start_launcher()
        from griffie.pdf.client import PdfService
        service = PdfService(launcher)
        document = service.open(Path(sys.argv[1]))
        assert document.render(0, 1.0).result(60).width == 600
        assert document.text(0).result(60).lines
        assert not {"pymupdf", "multiprocessing", "numpy"} & set(sys.modules)
        service.close()
        launcher.close()
        """,
        letter_path,
    )
    assert ran.stdout + ran.stderr == ""


def test_a_program_that_forgets_to_close_ends_all_the_same(letter_path):
    ran = run(
        """
        import sys
        from pathlib import Path
        from griffie.pdf.launch import start_launcher
        from griffie.pdf.client import PdfService
        service = PdfService(start_launcher())
        service.open(Path(sys.argv[1])).info.result(60)
        print(*service.children())
        """,
        letter_path,
    )
    (child,) = map(int, ran.stdout.split())
    until(lambda: gone(child))


def test_children_die_with_a_program_that_is_killed_also_while_they_hang(tmp_path):
    (tmp_path / "bom.pdf").write_bytes(make_form_bomb())
    code = """
        import sys, time
        from pathlib import Path
        from griffie.pdf.launch import start_launcher
        from griffie.pdf.client import PdfService
        service = PdfService(start_launcher(), time_limit_s=0.5)
        document = service.open(Path(sys.argv[1]))
        document.info.result(60)
        document.request("text", {"page_index": 0}, None, time_limit_s=3.0)
        print(*service.children(), flush=True)
        time.sleep(600)
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(tmp_path / "bom.pdf")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        children = [int(pid) for pid in program.stdout.readline().split()]
        program.kill()
    assert children
    until(lambda: all(gone(child) for child in children))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_letters_still_open_when_the_fork_server_has_died(letter):
    launcher = start_launcher("fork")
    service = PdfService(launcher)
    document = service.open(letter)
    document.info.result(ANSWER_S)
    (child,) = service.children()
    os.kill(launcher._server, signal.SIGKILL)
    until(lambda: gone(child))
    assert document.render(1, 1.0).result(ANSWER_S).width == 600
    assert service.open(letter).text(0).result(ANSWER_S).lines
    service.close()
    launcher.close()


def test_a_launcher_that_was_never_used_closes_in_a_moment():
    launcher = start_launcher()
    began = time.monotonic()
    launcher.close()
    assert time.monotonic() - began < 0.5


def test_a_closed_launcher_starts_nothing_and_says_so(letter):
    launcher = start_launcher()
    launcher.close()
    service = PdfService(launcher)
    error = service.open(letter).info.exception(ANSWER_S)
    assert "could not be started" in str(error)
    service.close()


def test_a_folder_called_griffie_where_the_user_stands_is_not_run(tmp_path, letter_path):
    trap = tmp_path / "griffie" / "pdf"
    trap.mkdir(parents=True)
    for path in (trap.parent / "__init__.py", trap / "__init__.py", trap / "process.py"):
        path.write_text("raise SystemExit('trapped')")
    code = """
        import sys
        sys.path.pop(0)
        from pathlib import Path
        from griffie.pdf.launch import start_launcher
        from griffie.pdf.client import PdfService
        launcher = start_launcher("spawn")
        service = PdfService(launcher)
        assert service.open(Path(sys.argv[1])).info.result(60).page_count == 3
        service.close()
        launcher.close()
    """
    run(code, letter_path, cwd=tmp_path)


@pytest.mark.parametrize("mode", ["thread", "Fork"])
def test_an_unknown_mode_is_refused(mode, monkeypatch):
    with pytest.raises(ValueError, match="fork or spawn"):
        start_launcher(mode)
    monkeypatch.setenv("GRIFFIE_CHILD", mode)
    with pytest.raises(ValueError, match="fork or spawn"):
        start_launcher()


HOSTILE = Path(__file__).resolve().parents[4] / "shared" / "pdfs"
HANDFUL = {
    "gen_formbomb.pdf": "PageFailed",
    "gen_html.pdf": "NotAPdf",
    "gen_zero_pages.pdf": "NoPages",
    "gen_empty.pdf": "EmptyFile",
    "gen_count_huge.pdf": "FileUnreadable",
    "001_encrypted.pdf": "NeedsPassword",
    "013_AES256ExposedMeta.pdf": "FileUnreadable",
    "060_patchelf.pdf": None,
    "061_cyclic-toc.pdf": "NoPages",
    "032_bug1980958.pdf": None,
    "066_indirect-rotation.pdf": None,
    "076_test_4043.pdf": None,
}


@pytest.mark.parametrize(("name", "expected"), HANDFUL.items())
def test_odd_files_from_elsewhere_get_a_page_or_a_reason(impatient, name, expected):
    path = HOSTILE / name
    if not path.exists():
        pytest.skip("the collection of odd files is not here")
    error = impatient.open(path).render(0, 1.0).exception(ANSWER_S)
    assert (type(error).__name__ if error else None) == expected
