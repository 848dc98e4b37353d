"""The papers that the open letter cites: from the page and the list to their address, shown before it opens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Slot

from griffie.ui.place import Workplace

if TYPE_CHECKING:
    from griffie.ui.letter.citation_popup import CitationPopup
    from griffie.ui.letter.view import LetterView
    from griffie.ui.panel.panel import Panel


class Citing(QObject):
    """Keeps page, list and address of citations in step."""

    def __init__(self, place: Workplace, view: "LetterView") -> None:
        super().__init__(view)
        self._place, self._view = place, view
        self.popup: CitationPopup | None = None

    def connect_panel(self, panel: "Panel") -> None:
        """Listen to a panel."""
        panel.citation_chosen.connect(self.show_words)
        panel.citation_requested.connect(self._on_requested)

    @Slot(str)
    def show_words(self, citation_id: str) -> None:
        """Bring the words of a citation into view."""
        cited = self._view.suggesting.found.citation(citation_id)
        if cited is not None and self._view.is_here(cited.document_id):
            self._view.page.show_passage(cited.citation.selection.spans)

    @Slot(str, QPointF)
    def on_clicked(self, citation_id: str, position: QPointF) -> None:
        """Show what was clicked on the page, with its address."""
        self._pop_up(citation_id, self._view.page.viewport().mapToGlobal(position.toPoint() + QPoint(0, 12)))

    @Slot(str)
    def _on_requested(self, citation_id: str) -> None:
        line = self._view.panel.citations
        self._pop_up(citation_id, line.mapToGlobal(line.address.pos()))

    def _pop_up(self, citation_id: str, place: QPoint) -> None:
        from griffie.ui.letter.citation_popup import CitationPopup

        cited = self._view.suggesting.found.citation(citation_id)
        if cited is None:
            return
        popup = self.popup = CitationPopup(cited, self._view, read_only=self._place.desk.register.read_only)
        popup.correct_requested.connect(self._on_correct_requested)
        popup.show_at(place)

    @Slot(str)
    def _on_correct_requested(self, citation_id: str) -> None:
        panel = self._view.panel
        self._view.panel_side.show()
        panel.header.citations.setChecked(True)
        panel.citations.select_id(citation_id)
        panel.citations.begin_correcting()
