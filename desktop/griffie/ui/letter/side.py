"""The pane at the left of the pages: small pictures of the pages, and the outline where a letter has one."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.pdf.client import PdfDocument
from griffie.ui.page.outline import OutlineView
from griffie.ui.page.thumbnails import Thumbnails
from griffie.ui.page.view import PageView


class SidePane(QWidget):
    """Thumbnails and outline of the open document; the thumbnails follow the page view by themselves."""

    def __init__(self, page: PageView) -> None:
        super().__init__()
        self.thumbnails = Thumbnails(page)
        self.outline = OutlineView(page)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.thumbnails, "")
        self.tabs.addTab(self.outline, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.setMinimumWidth(120)
        self.retranslate()

    def set_document(self, document: PdfDocument | None) -> None:
        """Show the outline of another document."""
        self.outline.set_document(document)

    def retranslate(self) -> None:
        """Show the texts in the language in force."""
        self.tabs.setTabText(0, _("Pages"))
        self.tabs.setTabText(1, _("Contents"))
        self.thumbnails.retranslate()
        self.outline.retranslate()
