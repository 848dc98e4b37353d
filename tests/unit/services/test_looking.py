"""What views ask: the list of letters page by page in every order, search as one types, completions."""

import contextlib
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from griffie.base.errors import UserError
from griffie.domain.item import Person
from griffie.domain.kinds import ItemKind
from griffie.services import history, itemising, lettering, looking
from griffie.store.letters import SORTS
from tests.helpers.registers import new_desk, put_letter
from tests.unit.services.test_tagging import tag


@pytest.fixture(scope="module")
def full_desk(tmp_path_factory):
    """A register of thirty letters with many equal and empty values, which is where paging goes wrong."""
    desk = new_desk(tmp_path_factory.mktemp("letters") / "griffie.sqlite")
    for n in range(30):
        put_letter(
            desk,
            f"Regel {n} over windmolens" if n % 2 else "Gewone regel",
            date=("", "2026-01-01", "2026-02-01")[n % 3],
            received_on="" if n % 4 else "2026-03-01",
            subject=("", "Élan", "elan", "Zee", "aap")[n % 5],
            sender_line=("", "minister", "Minister")[n % 3],
            dossier_line=str(29000 + n % 2),
            state=("new", "in_progress", "done")[n % 3],
            handler=("", "Anna")[n % 2],
        )
    yield desk
    desk.register.close()


def pages(desk, size, **options):
    rows, after = [], None
    while page := looking.list_letters(desk, after=after, limit=size, **options):
        assert len(page) <= size
        rows += page
        after = page[-1]
    return rows


@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize(
    "options", [{}, {"state": "new"}, {"query": "windmolens"}, {"query": "regel", "state": "done"}]
)
def test_page_by_page_every_letter_comes_exactly_once_and_in_order(full_desk, sort, descending, options):
    whole = looking.list_letters(full_desk, sort=sort, descending=descending, limit=1000, **options)
    assert len(whole) == looking.count_letters(full_desk, **options) > 0
    for size in (1, 7, 30):
        assert pages(full_desk, size, sort=sort, descending=descending, **options) == whole
    keys = [row.seq if sort == "added_at" else (fold(getattr(row, sort)), row.seq) for row in whole]
    assert keys == sorted(keys, reverse=descending)


def fold(text):
    """As SQLite's NOCASE does: the letters of ASCII only."""
    return "".join(c.lower() if c.isascii() else c for c in text)


def test_search_looks_in_header_text_and_tags_and_takes_beginnings(desk):
    one, other = (
        put_letter(desk, "Over windmolens op zee"),
        put_letter(desk, "Iets anders", subject="Brief over Zeeëgels"),
    )
    item_id, _changes = tag(desk, other, "Iets anders", ItemKind.REQUEST)
    itemising.set_item_field(desk, item_id, "asked_by", (Person("Azmani", "VVD"),))
    motion_id, _changes = tag(desk, one, "windmolens", ItemKind.MOTION)
    itemising.type_item_field(desk, desk.item(motion_id, one), "dossier", "29344-120")

    def found(query):
        return {row.id for row in looking.list_letters(desk, query=query)}

    assert found("windmol") == {one}
    assert found("WINDMOLENS zee") == {one}
    assert found("zeeegels") == {other}
    assert found("azmani vvd") == {other}
    assert found("29344") == {one}
    assert found("29344-120") == {one}
    assert found("windmolens azmani") == set()
    assert found("niets") == set()
    assert found("  ") == {one, other}
    assert found("***") == set()


def test_search_forgets_what_is_undone(desk, letter_id):
    lettering.set_letter_field(desk, letter_id, "remarks", "zeldzaam")
    assert looking.count_letters(desk, query="zeldzaam") == 1
    history.undo(desk)
    assert looking.count_letters(desk, query="zeldzaam") == 0
    history.undo(desk)
    assert looking.count_letters(desk, query="rapport") == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(query=st.text(max_size=30) | st.text(alphabet="\"*():^-+ 'ANDORNEAR{}[]\\%_é0", max_size=20))
def test_nothing_that_is_typed_into_the_search_box_raises(full_desk, query):
    looking.list_letters(full_desk, query=query)
    looking.count_letters(full_desk, query=query, state="new")


@pytest.mark.parametrize(
    "query",
    ['"', '""', "AND", "a OR b", "NEAR(a b)", "body:x", "NOT", "a*b", "^a", "-a", "(", ";--", "\0", "a\0b", "{a b}"],
)
def test_operators_of_the_search_are_plain_text(full_desk, query):
    looking.list_letters(full_desk, query=query)


def test_rows_are_told_anew_with_their_counts(desk, letter_id):
    for words, kind in (
        ("het rapport", ItemKind.COMMITMENT),
        ("De motie", ItemKind.MOTION),
        ("uitvoering", ItemKind.REQUEST),
    ):
        tag(desk, letter_id, words, kind)
    tag(desk, letter_id, "1 mei 2026", ItemKind.DEADLINE)
    (row,) = looking.letter_rows(desk, frozenset({letter_id, "gone"}))
    assert (row.commitments, row.motions, row.deadlines, row.requests) == (1, 1, 1, 1)
    assert row.file_name == f"{row.number}.pdf"


def test_completions_come_commonest_first_and_take_what_is_typed_literally(desk, letter_id):
    for names in (("Azmani", "Aartsen"), ("Azmani",), ("A%b",)):
        item_id, _changes = itemising.new_item(desk, ItemKind.REQUEST, {}, letter_id=letter_id)
        itemising.set_item_field(desk, item_id, "asked_by", tuple(Person(name) for name in names))
    assert looking.completions(desk, "asked_by", "a")[:2] == ["Azmani", "A%b"]
    assert looking.completions(desk, "asked_by", "A%") == ["A%b"]
    assert looking.completions(desk, "asked_by", "_") == []
    assert looking.completions(desk, "no such field", "a") == []
    assert looking.completions(desk, "senders", "Min") == ["Minister van Justitie en Veiligheid"]


def test_a_document_opens_with_its_bytes_and_texts_and_says_when_they_are_missing(desk, letter_id):
    (document,) = desk.letter(letter_id).documents
    opened = looking.open_document(desk, document)
    assert opened.data.startswith(b"%PDF")
    assert [page.page_index for page in opened.pages] == [0]
    with contextlib.closing(sqlite3.connect(desk.register.path, isolation_level=None)) as outside:
        outside.execute("DELETE FROM pdf")
    with pytest.raises(UserError, match="missing from the register"):
        looking.open_document(desk, document)
