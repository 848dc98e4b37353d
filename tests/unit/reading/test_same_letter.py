import itertools
import random
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from griffie.reading.same_letter import SAME_LETTER, likeness
from tests.unit.reading.composed_pages import compose

LETTERS = Path(__file__).resolve().parents[3] / "../shared/letters"
SYLLABLES = ["ver", "ge", "be", "lo", "ma", "ri", "do", "ken", "ting", "baar", "sta", "wij", "hou", "den", "pro", "ces"]


def prose(seed, words=600):
    """Return words that look like a text, the same for the same seed."""
    pick = random.Random(seed)
    return " ".join("".join(pick.choices(SYLLABLES, k=pick.randint(1, 4))) for _ in range(words))


def set_in(text, width, foot, hyphens=False, lines_a_page=40):
    """Set a text in lines of `width` characters, with a foot on each page, as two typesetters would differently."""
    lines = textwrap.wrap(text, width, break_long_words=False)
    if hyphens:
        lines = [part for line in lines for part in _broken(line)]
    pages = []
    for n, start in enumerate(range(0, len(lines), lines_a_page)):
        rows = [(80, 110 + 15 * i, line) for i, line in enumerate(lines[start : start + lines_a_page])]
        pages.append(compose(*rows, (80, 800, foot.format(n=n + 1)), page_index=n))
    return pages


def _broken(line):
    """Break the last word of a line, where it is long enough."""
    head, last = line.rsplit(" ", 1) if " " in line else ("", line)
    return [f"{head} {last[:4]}-", last[4:]] if len(last) > 8 and last.isalpha() else [line]


def test_two_prints_of_one_letter_are_alike_whatever_their_layout():
    text = prose(1)
    ministry = set_in(text, 60, "Pagina {n} van 3")
    printed = set_in(text, 90, "Tweede Kamer, vergaderjaar 2015–2016, 29 344, nr. 131 {n}", hyphens=True)
    assert likeness(ministry, printed) > 0.95
    assert likeness(printed, ministry) == likeness(ministry, printed)


def test_two_letters_are_not_alike():
    assert likeness(set_in(prose(1), 60, "Pagina {n}"), set_in(prose(2), 60, "Pagina {n}")) < 0.05


def test_a_letter_with_an_annex_behind_it_is_still_the_letter():
    letter = prose(1)
    assert likeness(set_in(letter, 60, "{n}"), set_in(f"{letter} {prose(2, 3000)}", 80, "{n}")) > 0.95


def test_letters_of_delay_that_follow_one_form_stay_apart():
    form = (
        "Op {day} heeft het lid {name} mij vragen gesteld over {subject}. Anders dan gebruikelijk kan ik deze vragen "
        "niet binnen de termijn van drie weken beantwoorden, omdat de benodigde gegevens nog niet volledig "
        "beschikbaar zijn. Ik streef ernaar de vragen zo spoedig mogelijk te beantwoorden. {name} ontvangt de "
        "antwoorden uiterlijk {later}."
    )
    one = form.format(day="3 mei", name="Azmani (VVD)", subject="terugkeer van vreemdelingen", later="1 juli")
    other = form.format(day="8 mei", name="Keijzer (CDA)", subject="de tarieven van huisartsen", later="9 juli")
    assert likeness(set_in(one, 60, "Pagina {n}"), set_in(other, 60, "Pagina {n}")) < SAME_LETTER


def test_heads_and_feet_that_come_back_on_every_page_do_not_count():
    foot = "Ministerie van Algemene Zaken, Directie Communicatie, Postbus 20001, 2500 EA Den Haag, pagina {n}"
    assert likeness(set_in(prose(1), 60, foot), set_in(prose(2), 60, foot)) < 0.05


def test_what_has_hardly_any_text_is_like_nothing():
    scan = [compose(), compose()]
    note = set_in("Hierbij bied ik u het rapport aan.", 60, "{n}")
    assert likeness(scan, scan) == 0.0
    assert likeness(note, note) == 0.0
    assert likeness([], set_in(prose(1), 60, "{n}")) == 0.0


@given(st.lists(st.text(max_size=60), max_size=30), st.integers(20, 80))
def test_likeness_is_a_share_and_whole_for_a_text_and_itself(lines, width):
    one = [compose(*((80, 120 + 12 * n, line) for n, line in enumerate(lines)))]
    assert likeness(one, one) in (0.0, 1.0)
    assert 0.0 <= likeness(one, set_in(" ".join(lines), width, "{n}")) <= 1.0


@pytest.mark.skipif(not LETTERS.is_dir(), reason="the labelled letters are not here")
def test_the_shared_letters_are_like_themselves_and_unlike_each_other():
    texts = [path.read_text(encoding="utf-8") for path in sorted(LETTERS.glob("*.txt"))]
    narrow = [set_in(text, 58, "Pagina {n}", hyphens=True) for text in texts]
    wide = [set_in(text, 92, "Tweede Kamer, nr. {n}") for text in texts]
    assert min(map(likeness, narrow, wide)) > SAME_LETTER + 0.1
    unlike = [likeness(narrow[i], wide[j]) for i, j in itertools.permutations(range(len(texts)), 2)]
    assert max(unlike) < SAME_LETTER - 0.4
