"""The menu of the page, and the question before an official address is opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from griffie.base.i18n import _
from griffie.ui.actions import ActionSet

if TYPE_CHECKING:
    from griffie.ui.letter.view import LetterView

LONGEST_NAME = 40


def show_menu(view: "LetterView", actions: ActionSet, position: QPoint, passage_ids: list[str]) -> None:
    """Show what can be done at a place: with the passages that lie there, and with the selection."""
    menu = QMenu(view)
    for passage_id in passage_ids:
        item = view.owner_of(passage_id)
        if item is not None:
            words = (item.summary or item.literal)[:LONGEST_NAME].replace("&", "&&")
            entry = menu.addAction(f"{item.number}  {words}")
            entry.triggered.connect(lambda _checked=False, pid=passage_id: view.choose_passage(pid))
    if passage_ids:
        view.choose_passage(passage_ids[0])
        menu.addSeparator()
    for name in _names(view, passage_ids):
        menu.addAction(actions[name])
    menu.exec(position)
    menu.deleteLater()


def _names(view: "LetterView", passage_ids: list[str]) -> list[str]:
    names = ["copy", "tag_commitment", "tag_motion", "tag_deadline", "tag_request"]
    if view.current_item() is not None:
        names += ["retie", "add_passage"]
    return [*names, "edit_item", "delete_item"] if passage_ids else names


def open_address(parent: QWidget, address: str) -> None:
    """Show the whole address and open it only when the clerk says so; nothing but http and https."""
    url = QUrl(address)
    if url.scheme() not in ("http", "https"):
        return
    question = _("Open this address in the browser?") + f"\n\n{address}"
    if QMessageBox.question(parent, _("Official address"), question) is QMessageBox.StandardButton.Yes:
        QDesktopServices.openUrl(url)
