"""The literal words that an item is tied to, with their page; a click or Enter goes there."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from griffie.base.i18n import _
from griffie.domain.item import Item
from griffie.domain.kinds import AnchorState
from griffie.domain.passage import Passage
from griffie.ui.panel.look import SMALL, clear, label

LONGEST = 480
"""Characters shown of a passage; the page has the rest."""


class PassageView(QWidget):
    """One passage: its quote behind a bar in the kind's colour, its page below.

    Signals:
        requested: the page should show it.
        untie_requested, adjust_requested: id of the passage.
        copy_requested: its quote.
    """

    requested = Signal()
    untie_requested = Signal(str)
    adjust_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, passage: Passage, colour: QColor, *, read_only: bool) -> None:
        super().__init__()
        self.passage = passage
        self.colour = colour
        self._read_only = read_only
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.quote = label()
        self.where = label("muted", factor=SMALL)
        for part in (self.quote, self.where):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.quote.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(2)
        layout.addWidget(self.quote)
        layout.addWidget(self.where)
        self.retranslate()

    def retranslate(self) -> None:
        """Ask for the texts again."""
        quote = self.passage.quote
        short = quote if len(quote) <= LONGEST else f"{quote[:LONGEST].rsplit(' ', 1)[0]} …"
        self.quote.setText(f"“{short}”" if quote else _("An area on the page, without text."))
        where = _("page {n}").format(n=self.passage.page_number) if self.passage.page_number else _("not found")
        if self.passage.state is AnchorState.REVIEW:
            where = _("{where} · needs review").format(where=where)
        self.where.setText(where)
        self.setAccessibleName(_("Passage on {where}").format(where=where))
        self.setAccessibleDescription(quote)
        self.setToolTip(_("Go to these words on the page"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to the words."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the space bar go to the words."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.requested.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Enter is this widget's own before it is a shortcut of the window."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            if event.type() == QEvent.Type.ShortcutOverride:
                return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Rest again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with this passage alone."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Go to the passage"), self.requested.emit)
        menu.addAction(_("Copy text"), self._on_copy)
        if not self._read_only:
            menu.addSeparator()
            menu.addAction(_("Adjust the ends"), self._on_adjust)
            menu.addAction(_("Untie this passage"), self._on_untie)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and the frame of the focus."""
        painter = QPainter(self)
        if self._hovered:
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.fillRect(0, 0, 3, self.height(), self.colour)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _on_copy(self) -> None:
        self.copy_requested.emit(self.passage.quote)

    def _on_adjust(self) -> None:
        self.adjust_requested.emit(self.passage.id)

    def _on_untie(self) -> None:
        self.untie_requested.emit(self.passage.id)


class PassageList(QWidget):
    """The passages of an item in the document that is shown, else those of other prints.

    Signals:
        requested, untie_requested, adjust_requested, copy_requested: as of PassageView.
    """

    requested = Signal()
    untie_requested = Signal(str)
    adjust_requested = Signal(str)
    copy_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views: list[PassageView] = []
        self._key: tuple[object, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)

    def show_passages(self, item: Item, document_id: str | None, colour: QColor, *, read_only: bool) -> None:
        """Show the passages of an item, unless they are shown already."""
        passages = passages_in(item, document_id)
        key = (passages, colour.rgba(), read_only)
        if key == self._key:
            return
        self._key = key
        clear(self)
        self.views = [PassageView(passage, colour, read_only=read_only) for passage in passages]
        for view in self.views:
            view.requested.connect(self.requested)
            view.untie_requested.connect(self.untie_requested)
            view.adjust_requested.connect(self.adjust_requested)
            view.copy_requested.connect(self.copy_requested)
            self._layout_of().addWidget(view)
        self.setVisible(bool(passages))

    def retranslate(self) -> None:
        """Ask for the texts again."""
        for view in self.views:
            view.retranslate()

    def _layout_of(self) -> QVBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout


def passages_in(item: Item, document_id: str | None) -> tuple[Passage, ...]:
    """Return an item's passages in one document, or all of them where it has none there."""
    here = tuple(p for p in item.passages if p.document_id == document_id)
    return here or item.passages
