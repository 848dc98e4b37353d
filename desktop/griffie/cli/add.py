"""`griffie add`: letters and folders of letters into the register, each said to be added, there already, or refused."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from griffie.base.errors import UserError
from griffie.base.i18n import _
from griffie.cli.house import House
from griffie.cli.output import Output
from griffie.cli.parser import Parser, WrongUse
from griffie.domain.kinds import DocumentRole
from griffie.services import adding
from griffie.services.adding import AddStatus
from griffie.services.desk import Desk

ROLES = [role.value for role in DocumentRole if role is not DocumentRole.MINISTRY]


def arguments(parser: Parser) -> None:
    """Declare what the command takes."""
    parser.words.add_argument("paths", nargs="+", type=Path, metavar=_("PATH"), help=_("PDF files, or folders of them"))
    parser.choices.add_argument("--to", metavar=_("LETTER"), help=_("add the file to this letter as another document"))
    parser.choices.add_argument(
        "--role", choices=ROLES, help=_("with --to: which document of the letter it is (kamerstuk when left out)")
    )


def run(house: House, options: argparse.Namespace, out: Output) -> int:
    """Add the files; 1 if one was refused or none was found."""
    if options.role and not options.to:
        raise WrongUse(_("--role goes with --to."))
    refused, answers = 0, []
    with house.desk(options.db, create=not options.to, reads_pdf=True) as desk:
        for answer in _added(desk, options):
            answers.append(answer)
            refused += answer["status"] == AddStatus.REFUSED
            _tell(out, answer)
    out.give(answers)
    if not answers:
        out.complain(_("There is no PDF file in {path}.").format(path=", ".join(map(str, options.paths))))
    return 1 if refused or not answers else 0


def _added(desk: Desk, options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    if options.to:
        letter_id, role = desk.letter(options.to).id, DocumentRole(options.role or DocumentRole.KAMERSTUK)
        for path in adding.pdf_files(options.paths):
            yield _added_to(desk, letter_id, path, role)
        return
    for added in adding.add_files(desk, options.paths, read=True):
        number = desk.letter(added.letter_id).number if added.letter_id else ""
        answer = _answer(added.path, added.status, added.letter_id, number, added.reason)
        yield answer | {"same_as": added.same_as or ""}


def _added_to(desk: Desk, letter_id: str, path: Path, role: DocumentRole) -> dict[str, Any]:
    letter = desk.letter(letter_id)
    try:
        adding.add_document(desk, letter_id, path, role)
    except UserError as error:
        return _answer(path, AddStatus.REFUSED, None, "", str(error))
    return _answer(path, AddStatus.ADDED, letter.id, letter.number, "")


def _answer(path: Path, status: AddStatus, letter_id: str | None, number: str, reason: str) -> dict[str, Any]:
    shown = str(path).encode("utf-8", "replace").decode("utf-8")  # a name may hold bytes that are no text
    return {"path": shown, "status": status.value, "id": letter_id, "number": number, "reason": reason, "same_as": ""}


def _tell(out: Output, answer: dict[str, Any]) -> None:
    if answer["status"] == AddStatus.REFUSED:
        out.complain(f"{answer['path']}: {answer['reason']}")
        return
    word = _("added") if answer["status"] == AddStatus.ADDED else _("already there")
    out.say(f"{answer['number']}  {word}  {answer['path']}")
    if answer["same_as"]:
        out.say(
            "  " + _("This seems to be another print of a letter that is there: {id}.").format(id=answer["same_as"])
        )
