"""Starts Griffie: as the window, as a command, or as one of its own PDF processes."""

import sys

from griffie.pdf.launch import CHILD_OPTION, start_launcher


def main() -> int:
    """Run the program with the arguments of the process and return the exit code.

    The PDF process is started before anything big is imported: while this process loads the rest, that one loads MuPDF.
    """
    arguments = sys.argv[1:]
    if arguments[:1] == [CHILD_OPTION]:
        from griffie.pdf.process import main as answer

        return answer(arguments[1:])
    from griffie.cli.commands import wants_pdf

    launcher = start_launcher() if wants_pdf(arguments) else None
    from griffie.app import command_line

    return command_line(arguments, launcher)


if __name__ == "__main__":
    sys.exit(main())
