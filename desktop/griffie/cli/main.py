"""Finds the command, reads its arguments, runs it, and turns what goes wrong into one line and an exit code.

0: done. 1: nothing or only a part was done, the reasons are on standard error. 2: wrong use.
"""

import contextlib
import difflib
import importlib
import io
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

from griffie import __version__
from griffie.base.errors import Cancelled, UserError
from griffie.base.i18n import _
from griffie.cli.commands import COMMANDS, Command, command_of, place_of_command
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse

DONE, NOT_DONE, WRONG_USE = 0, 1, 2
log = logging.getLogger("griffie.cli")


def main(argv: Sequence[str], house: House) -> int:
    """Run one command and return the exit code; `argv` is without the program's own name."""
    arguments, out = list(argv), Output(as_json="--json" in argv)
    _speak_utf8()
    try:
        with contextlib.suppress(SystemExit):  # argparse ends this way after --help
            return _run(arguments, house)
        return DONE
    except WrongUse as error:
        out.complain(f"{error} " + _("See `griffie --help`."))
        return WRONG_USE
    except UserError as error:
        return _failed(out, str(error), arguments)
    except (Cancelled, KeyboardInterrupt):
        return _failed(out, _("Stopped; what was finished before stays."), arguments)
    except BrokenPipeError:  # the reader of our output, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE
    except Exception as error:
        log.exception("a mistake of our own")
        text = _("Griffie made a mistake ({error}); nothing more was done.").format(error=type(error).__name__)
        return _failed(out, f"{text} " + _("Add --debug to see where."), arguments)


def _run(arguments: list[str], house: House) -> int:
    word = command_of(arguments)
    if word is None and "--version" in arguments:
        print(f"griffie {__version__}")
        return DONE
    if word is None and ("-h" in arguments or "--help" in arguments):
        print(overview())
        return DONE
    command, rest = _command(arguments)
    module = importlib.import_module(f"griffie.cli.{command.module}")
    parser = Parser(command.name, _(command.help))
    module.arguments(parser)
    options = parser.read(rest)
    code = module.run(house, options, Output(as_json=options.json))
    sys.stdout.flush()
    return int(code)


def _command(arguments: list[str]) -> tuple[Command, list[str]]:
    """Return the command and its arguments; letters alone, or nothing, open the window.

    Raises:
        WrongUse: the first word is neither a command nor a letter.
    """
    place = place_of_command(arguments)
    if place is None:
        return COMMANDS["open"], arguments
    word = arguments[place]
    if word in COMMANDS:
        return COMMANDS[word], arguments[:place] + arguments[place + 1 :]
    if word.lower().endswith(".pdf") or Path(word).exists():
        return COMMANDS["open"], arguments
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    text = _("There is no command {word}.").format(word=word)
    raise WrongUse(f"{text} " + _("Do you mean {near}?").format(near=near[0]) if near else text)


def _failed(out: Output, text: str, arguments: list[str]) -> int:
    if "--debug" in arguments:
        traceback.print_exc()
    out.complain(text)
    return NOT_DONE


def _speak_utf8() -> None:
    """Print UTF-8 whatever the system's own encoding is: programs read this, and names have all letters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def overview() -> str:
    """Return what `griffie --help` prints."""
    width = max(map(len, COMMANDS)) + 2
    lines = [
        _("usage: ") + "griffie [" + _("COMMAND") + "] ...",
        "",
        _("Keeps track of what ministers promise parliament. Without a command it opens the window."),
        "",
        *(f"  {command.name:<{width}}{_(command.help)}" for command in COMMANDS.values()),
        "",
        _("`griffie COMMAND --help` tells more. Every command takes --db FILE and --json."),
    ]
    return "\n".join(lines)
