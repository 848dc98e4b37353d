"""Settings survive damage, keep what was chosen and tell who listens."""

import tomllib
from pathlib import Path

import pytest

from griffie.base import settings as module
from griffie.base.settings import DECLARED, SETTINGS, Setting, load_settings, read_toml, write_toml


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


def written(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def defaults():
    return {setting.name: setting.default for setting in SETTINGS}


def all_of(settings):
    return {name: settings.get(name) for name in DECLARED}


def test_without_a_file_every_setting_has_its_default_and_none_is_made(path):
    assert all_of(load_settings(path)) == defaults()
    assert not path.exists()


def test_every_default_is_a_value_that_its_setting_accepts():
    assert [setting.name for setting in SETTINGS if not setting.accepts(setting.default)] == []
    assert len(DECLARED) == len(SETTINGS)


def test_what_is_chosen_is_there_at_the_next_start(path):
    settings = load_settings(path)
    settings.set("language", "en")
    settings.set("single_keys", False)
    settings.set("pdf_time_limit", 30)
    settings.set("user_name", "D. Yeşilgöz “griffier”")
    assert all_of(load_settings(path)) == defaults() | {
        "language": "en",
        "single_keys": False,
        "pdf_time_limit": 30,
        "user_name": "D. Yeşilgöz “griffier”",
    }


def test_the_file_holds_only_what_differs_from_the_default(path):
    settings = load_settings(path)
    settings.set("language", "en")
    settings.set("appearance", "dark")
    settings.set("appearance", "system")
    settings.set("single_keys", True)
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"language": "en"}


DAMAGED = {
    "empty": b"",
    "no TOML": b"language = = nl\n",
    "cut off": b'language = "e',
    "binary": bytes(range(256)),
    "another encoding": 'user_name = "Yeşilgöz"'.encode("utf-16"),
    "nested without end": b"a = " + b"[" * 100_000,
    "a number without end": b"pdf_time_limit = " + b"9" * 10_000,
    "the same twice": b'language = "en"\nlanguage = "nl"\n',
    "far too big": b'language = "en"\n' + b"#" * 1_000_001,
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_counts_as_the_defaults(path, content):
    assert all_of(load_settings(written(path, content))) == defaults()


def test_a_folder_in_the_place_of_the_file_counts_as_the_defaults(path):
    path.mkdir(parents=True)
    assert all_of(load_settings(path)) == defaults()


@pytest.mark.parametrize(
    "line",
    [
        "language = 1",
        'language = "fr"',
        'language = ["nl"]',
        "language = {nl = true}",
        'single_keys = "yes"',
        "single_keys = 1",
        "pdf_time_limit = true",
        "pdf_time_limit = 10.0",
        'pdf_time_limit = "10"',
        "pdf_time_limit = 0",
        "pdf_time_limit = -5",
        "pdf_time_limit = 1000000",
        'appearance = "Dark"',
        "csv_profile = 2026-05-01",
        "user_name = false",
        'no_such_setting = "x"',
    ],
)
def test_a_value_that_does_not_fit_counts_as_the_default_and_spares_the_rest(path, line):
    settings = load_settings(written(path, f'register = "r.sqlite"\n{line}\n'))
    assert all_of(settings) == defaults() | {"register": "r.sqlite"}


def test_a_file_saved_by_a_plain_editor_of_windows_is_read(path):
    text = '\ufefflanguage = "en"\r\nuser_name = "Zoë"\r\n'
    settings = load_settings(written(path, text))
    assert (settings.get("language"), settings.get("user_name")) == ("en", "Zoë")


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "fr"), ("single_keys", 1), ("pdf_time_limit", True), ("pdf_time_limit", 0), ("user_name", None)],
)
def test_a_value_that_does_not_fit_is_refused_and_changes_nothing(path, name, value):
    settings, heard = load_settings(path), []
    settings.listeners.append(heard.append)
    with pytest.raises(ValueError, match=name):
        settings.set(name, value)
    assert (all_of(settings), heard, path.exists()) == (defaults(), [], False)


def test_a_setting_that_is_not_declared_is_an_error_of_the_caller(path):
    settings = load_settings(path)
    with pytest.raises(KeyError):
        settings.get("colour")
    with pytest.raises(KeyError):
        settings.set("colour", "green")


def test_who_listens_hears_the_name_and_finds_the_new_value(path):
    settings, heard = load_settings(path), []
    settings.listeners.append(lambda name: heard.append((name, settings.get(name))))
    settings.set("appearance", "dark")
    settings.set("appearance", "system")
    assert heard == [("appearance", "dark"), ("appearance", "system")]


def test_a_listener_may_leave_while_it_is_told(path):
    settings, heard = load_settings(path), []

    def once(name):
        heard.append(("once", name))
        settings.listeners.remove(once)

    settings.listeners += [once, lambda name: heard.append(("always", name))]
    settings.set("language", "en")
    settings.set("language", "nl")
    assert heard == [("once", "language"), ("always", "language"), ("always", "language")]


def test_a_file_that_cannot_be_written_says_so_and_the_choice_holds_for_this_run(path):
    path.parent.write_text("no folder", encoding="utf-8")
    settings = load_settings(path)
    with pytest.raises(OSError, match="config"):
        settings.set("language", "en")
    assert settings.get("language") == "en"


def test_a_key_bound_anew_is_kept_beside_the_settings_and_can_be_given_back(path):
    settings = load_settings(path)
    settings.set("language", "en")
    settings.set_key("find", "Ctrl+Shift+F")
    settings.set_key("quit", "")
    again = load_settings(path)
    assert (again.keys, again.get("language")) == ({"find": "Ctrl+Shift+F", "quit": ""}, "en")
    again.set_key("find", None)
    again.set_key("quit", None)
    again.set_key("never bound", None)
    assert load_settings(path).keys == {}
    assert tomllib.loads(path.read_text(encoding="utf-8")) == {"language": "en"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ('keys = "Ctrl+F"', {}),
        ("keys = [1]", {}),
        ('[keys]\nfind = "F3"\nopen = 3\nquit = ["F4"]\n', {"find": "F3"}),
        ('[keys]\n"a b" = "F3"\n', {"a b": "F3"}),
    ],
)
def test_keys_that_make_no_sense_are_left_out(path, text, keys):
    assert load_settings(written(path, text)).keys == keys


def test_a_file_is_replaced_whole_or_not_at_all(path, monkeypatch):
    write_toml(path, {"language": "en"})
    before = path.read_bytes()

    def fail(_self, _target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PermissionError):
        write_toml(path, {"language": "nl"})
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_value_that_toml_does_not_know_leaves_the_old_file(path):
    write_toml(path, {"language": "en"})
    with pytest.raises(TypeError):
        write_toml(path, {"language": None})
    assert read_toml(path) == {"language": "en"}
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_the_new_file_is_complete_before_it_takes_the_place_of_the_old(path, monkeypatch):
    write_toml(path, {"width": 1})
    seen = []
    replace = Path.replace

    def look(self, target):
        seen.append((tomllib.loads(self.read_text(encoding="utf-8")), read_toml(target), self.parent == target.parent))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", look)
    write_toml(path, {"width": 2})
    assert seen == [({"width": 2}, {"width": 1}, True)]
    assert read_toml(path) == {"width": 2}


def test_a_limit_of_size_keeps_a_huge_file_out_of_memory(path):
    written(path, b"a = 1\n" + b"#" * 94)
    assert (read_toml(path, limit=100), read_toml(path, limit=99)) == ({"a": 1}, {})


def test_a_number_has_its_limits():
    setting = Setting("n", 5, "", limits=(1, 9))
    assert [n for n in range(-1, 12) if setting.accepts(n)] == list(range(1, 10))


def test_every_text_of_a_setting_is_marked_for_translation():
    from griffie.base.i18n import in_language

    untranslated = [setting.name for setting in module.SETTINGS if in_language("nl")(setting.text) == setting.text]
    assert untranslated == []
