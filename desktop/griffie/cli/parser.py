"""Reads the arguments of a command, and says what is wrong with them in the user's language."""

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from griffie.base.errors import InvalidValueError
from griffie.base.i18n import N_, _
from griffie.domain.dates import parse_date
from griffie.domain.kinds import ItemKind
from griffie.domain.letter import Dossier
from griffie.domain.papers import parse_dossier


class WrongUse(Exception):  # noqa: N818  a wrong command is no error of the program
    """The command line cannot be understood; exit code 2."""


_MESSAGES = tuple(
    (re.compile(pattern, re.DOTALL), text)
    for pattern, text in (
        (r"the following arguments are required: (?P<names>.*)", N_("Missing: {names}.")),
        (r"unrecognized arguments: (?P<names>.*)", N_("Not understood: {names}.")),
        (r"argument (?P<name>.*?): expected .*", N_("{name} wants a value.")),
        (
            r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from (?P<choices>.*)\)",
            N_("{name} cannot be {value}; choose from {choices}."),
        ),
        (r"argument (?P<name>.*?): invalid \w+ value: (?P<value>.*)", N_("{name} cannot be {value}.")),
        (r"argument (?P<name>.*?): not allowed with argument (?P<other>.*)", N_("{name} does not go with {other}.")),
        (r"argument (?P<name>.*?): (?P<text>.*)", "{name}: {text}"),
        (r"ambiguous option: (?P<name>.*) could match (?P<choices>.*)", N_("{name} may mean {choices}.")),
    )
)
"""What argparse says, and how Griffie says it; argparse has no texts in other languages."""


class _Formatter(argparse.HelpFormatter):
    """Help with a translated heading and room for the names."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser for one command that raises WrongUse instead of ending the program."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(
            prog=f"griffie {command}".strip(),
            description=description,
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.words = self.add_argument_group(_("arguments"))
        self.choices = self.add_argument_group(_("options"))
        self.common = self.add_argument_group(_("options of every command"))
        self.common.add_argument("--db", type=Path, metavar=_("FILE"), help=_("the register; your own when left out"))
        self.common.add_argument("--json", action="store_true", help=_("answer in JSON, for programs"))
        self.common.add_argument("--debug", action="store_true", help=_("show where an error comes from"))
        self.common.add_argument("-h", "--help", action="help", help=_("show this help"))

    def read(self, words: list[str]) -> argparse.Namespace:
        """Return what the words of a command say; options may stand between its arguments.

        Raises:
            WrongUse: they cannot be understood.
        """
        if self.usage is None:  # argparse would cut it from its own text, at the length of "usage: "
            self.usage = self.format_usage()[len(_("usage: ")) :].strip().replace("%", "%%")
        return self.parse_intermixed_args(words)

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse with the message in the user's language."""
        for pattern, text in _MESSAGES:
            if found := pattern.fullmatch(message):
                raise WrongUse(_(text).format(**found.groupdict()))
        raise WrongUse(message)


def typed(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return a reader of an option for argparse, whose hint is shown when the value does not fit."""

    def read(text: str) -> Any:
        try:
            return parse(text)
        except InvalidValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return read


def _day(text: str) -> date:
    return parse_date(text)


def _dossier(text: str) -> Dossier:
    return parse_dossier(text)


DAY = typed(_day)
DOSSIER = typed(_dossier)
KINDS = [kind.value for kind in ItemKind]


def fields_of(words: list[str], known: list[str]) -> dict[str, str]:
    """Return `field=value` words as a mapping.

    Raises:
        WrongUse: a word has no =, or there is no such field.
    """
    found: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        if not sign:
            raise WrongUse(_("{word} is not field=value.").format(word=word))
        if name not in known:
            raise WrongUse(
                _("There is no field {name} here; there are: {names}.").format(name=name, names=", ".join(known))
            )
        found[name] = value
    return found
