"""The table of commands: name, module, one line of help. Importing it loads none of them."""

from dataclasses import dataclass

from griffie.base.i18n import N_


@dataclass(frozen=True)
class Command:
    """One command; `module` has `arguments(parser)` and `run(house, options, out)`."""

    name: str
    module: str
    help: str
    reads_pdf: bool = False


COMMANDS = {
    command.name: command
    for command in (
        Command("open", "open_window", N_("open the window, with letters if named"), reads_pdf=True),
        Command("add", "add", N_("take letters or folders of letters into the register"), reads_pdf=True),
        Command("accept", "accept", N_("make items of what is suggested in a letter"), reads_pdf=True),
        Command("read", "read", N_("read one letter and print what it says, without a register"), reads_pdf=True),
        Command("tag", "tag", N_("make an item of words in a letter"), reads_pdf=True),
        Command("new", "new", N_("make an item without words in a letter")),
        Command("set", "set_fields", N_("fill fields of an item or a letter")),
        Command("settle", "settle", N_("say which letter or decision meets an item")),
        Command("proposals", "proposals", N_("show which open items letters may settle, and why"), reads_pdf=True),
        Command("note", "note", N_("write how an item stands, with its date")),
        Command("show", "show", N_("show an item or a letter")),
        Command("delete", "delete", N_("delete an item; undo brings it back")),
        Command("forget", "forget", N_("delete a letter for good, with everything in it")),
        Command(
            "list", "list_rows", N_("list letters, commitments, motions, deadlines, requests, all items or citations")
        ),
        Command("search", "search", N_("find letters, items and text with these words, newest first")),
        Command("rappel", "rappel", N_("list what is due on a reference date: the lists of a reminder round")),
        Command("stats", "stats", N_("count items per ministry, minister, committee, dossier, year, chamber or kind")),
        Command("export", "export", N_("write items to a file for a spreadsheet")),
        Command("check", "check", N_("check whether the register is whole")),
        Command("backup", "backup", N_("write a verified copy of the register")),
        Command("restore", "restore", N_("put a backup in the place of the register")),
        Command("undo", "undo", N_("take back the last step")),
        Command("redo", "redo", N_("do the last undone step again")),
        Command("history", "history", N_("show what was done, newest first")),
    )
}

_WITH_VALUE = ("--db",)


def place_of_command(arguments: list[str]) -> int | None:
    """Return where the first word stands that is neither an option nor the value of one; None if there is none."""
    skip = False
    for place, word in enumerate(arguments):
        if not skip and not word.startswith("-"):
            return place
        skip = word in _WITH_VALUE
    return None


def command_of(arguments: list[str]) -> str | None:
    """Return the first word that is neither an option nor the value of one: a command, or a letter; None if none."""
    place = place_of_command(arguments)
    return None if place is None else arguments[place]


def wants_window(arguments: list[str]) -> bool:
    """Tell whether these arguments open the window: none at all, `open`, or only letters."""
    if any(word in ("-h", "--help", "--version") for word in arguments):
        return False
    word = command_of(arguments)
    return word is None or word == "open" or word not in COMMANDS


def wants_pdf(arguments: list[str]) -> bool:
    """Tell whether these arguments will have a PDF read, so that its process may start at once."""
    word = command_of(arguments)
    return wants_window(arguments) or (word in COMMANDS and COMMANDS[word].reads_pdf)
