"""Texts in the language of the user, whatever state the catalogues and the environment are in."""

import struct
from types import SimpleNamespace

import pytest
from babel.messages.catalog import Catalog

import texts
from griffie.base import i18n
from griffie.base.i18n import (
    N_,
    _,
    current_language,
    in_language,
    ngettext,
    set_language,
    system_language,
)


@pytest.fixture
def dutch_file(tmp_path, monkeypatch):
    """A folder of resources of this test alone, and where its Dutch catalogue belongs."""
    path = tmp_path / "resources" / "locale" / "nl" / "LC_MESSAGES" / "griffie.mo"
    path.parent.mkdir(parents=True)
    monkeypatch.setattr(i18n, "resource", (tmp_path / "resources").joinpath)
    i18n.catalogue.cache_clear()
    yield path
    i18n.catalogue.cache_clear()


def compiled(words):
    catalogue = Catalog(locale="nl", fuzzy=False)
    for english, dutch in words.items():
        catalogue.add(english, dutch)
    return texts.as_compiled(catalogue)


GOOD = compiled({"Letter": "Brief", ("{n} letter", "{n} letters"): ("{n} brief", "{n} brieven")})


def test_texts_are_those_of_the_chosen_language_at_once():
    set_language("nl")
    dutch = current_language(), _("Commitment")
    set_language("en")
    assert dutch == ("nl", "Toezegging")
    assert (current_language(), _("Commitment")) == ("en", "Commitment")


def test_a_language_that_griffie_does_not_speak_gives_dutch():
    set_language("fr")
    assert (current_language(), _("Commitment")) == ("nl", "Toezegging")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("nl", ["0 brieven", "1 brief", "2 brieven", "101 brieven"]),
        ("en", ["0 letters", "1 letter", "2 letters", "101 letters"]),
    ],
)
def test_a_count_has_the_form_of_its_language(language, shown):
    set_language(language)
    counts = (0, 1, 2, 101)
    assert [ngettext("{n} letter", "{n} letters", n).format(n=n) for n in counts] == shown


def test_a_text_without_translation_is_shown_in_english(dutch_file):
    dutch_file.write_bytes(GOOD)
    set_language("nl")
    assert (_("Letter"), _("Something new")) == ("Brief", "Something new")
    assert [ngettext("{n} new thing", "{n} new things", n) for n in (1, 2)] == ["{n} new thing", "{n} new things"]


def test_a_marked_text_stays_english_until_it_is_shown():
    set_language("nl")
    marked = N_("Commitment")
    assert (marked, _(marked)) == ("Commitment", "Toezegging")


def test_an_export_in_the_other_language_leaves_the_window_as_it_is():
    set_language("nl")
    assert in_language("en")("Commitment") == "Commitment"
    assert in_language("nl")("Commitment") == "Toezegging"
    assert (current_language(), _("Commitment")) == ("nl", "Toezegging")


def assert_english_with_one_warning(caplog):
    for _again in range(2):
        set_language("nl")
    assert (current_language(), _("Letter"), in_language("nl")("Letter")) == ("nl", "Letter", "Letter")
    assert [ngettext("{n} letter", "{n} letters", n) for n in (1, 2)] == ["{n} letter", "{n} letters"]
    assert [(record.name, record.levelname) for record in caplog.records] == [("griffie.base.i18n", "WARNING")]
    assert "language nl" in caplog.text


def test_a_missing_catalogue_gives_english_and_one_warning(dutch_file, caplog):
    assert_english_with_one_warning(caplog)


def changed(content, place, value):
    return content[:place] + struct.pack("<I", value) + content[place + 4 :]


DAMAGED = {
    "empty": b"",
    "a text file": b"these are no texts at all, but long enough for a header",
    "cut off after its mark": GOOD[:4],
    "cut off in its tables": GOOD[:40],
    "cut off in its last text": GOOD[:-9],
    "of a version to come": changed(GOOD, 4, 7 << 16),
    "with tables outside the file": changed(GOOD, 12, 1 << 30),
    "with far too many texts": changed(GOOD, 8, 1 << 20),
    "not in its own encoding": GOOD.replace(b"Brief", b"Br\xffef"),
    "of an unknown encoding": GOOD.replace(b"charset=utf-8", b"charset=utf-x"),
    "with a plural that is no formula": GOOD.replace(b"plural=(n != 1)", b"plural=(n !! 1)"),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_catalogue_gives_english_and_one_warning(dutch_file, caplog, content):
    assert content != GOOD
    dutch_file.write_bytes(content)
    assert_english_with_one_warning(caplog)


def test_no_single_wrong_byte_in_a_catalogue_ends_the_program(dutch_file, caplog):
    for place in range(len(GOOD)):
        for wrong in (0x00, 0x7F, 0xFF):
            dutch_file.write_bytes(GOOD[:place] + bytes([wrong]) + GOOD[place + 1 :])
            i18n.catalogue.cache_clear()
            set_language("nl")
            assert isinstance(_("Letter"), str)


def test_a_folder_in_the_place_of_the_catalogue_gives_english(dutch_file, caplog):
    dutch_file.mkdir()
    assert_english_with_one_warning(caplog)


VARIABLES = ("GRIFFIE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def machine(monkeypatch):
    """An environment that says nothing of a language, and a way to say it."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return SimpleNamespace(says=monkeypatch.setenv)


def test_a_machine_that_says_nothing_gives_dutch(machine):
    assert system_language() == "nl"


@pytest.mark.parametrize("first", range(len(VARIABLES)), ids=VARIABLES.__getitem__)
def test_the_first_variable_that_names_our_language_wins(machine, first):
    machine.says(VARIABLES[first], "en")
    for later in VARIABLES[first + 1 :]:
        machine.says(later, "nl")
    assert system_language() == "en"


def test_a_variable_with_another_language_is_passed_over(machine):
    machine.says("GRIFFIE_LANGUAGE", "klingon")
    machine.says("LC_ALL", "C.UTF-8")
    machine.says("LANG", "en_GB.UTF-8")
    assert system_language() == "en"


@pytest.mark.parametrize(
    ("value", "language"),
    [
        ("en_US.UTF-8", "en"),
        ("en", "en"),
        ("en@quot", "en"),
        ("EN-gb", "en"),
        ("nl_BE@euro", "nl"),
        ("de_DE.UTF-8", "nl"),
        ("enm", "nl"),
        ("C", "nl"),
        ("POSIX", "nl"),
        ("", "nl"),
        ("_en", "nl"),
    ],
)
def test_the_language_of_the_machine_is_read_from_its_locale(machine, value, language):
    machine.says("LANG", value)
    assert system_language() == language


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_language_on_offer_has_its_texts(language):
    set_language(language)
    assert (_("Commitment") == "Commitment") is (language == "en")
