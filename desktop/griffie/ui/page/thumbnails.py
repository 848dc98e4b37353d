"""Small pictures of all pages in a list: where one is, where things are tagged, and a click away from each page."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from griffie.base.i18n import _, ngettext
from griffie.domain.kinds import ItemKind
from griffie.ui.page.colours import PageColours
from griffie.ui.page.geometry import turned_size
from griffie.ui.page.pictures import Lane
from griffie.ui.page.tiles import PictureKey
from griffie.ui.page.view import PageView

WIDTH = 104  # logical pixels that a page is wide at most
SIDE = 14  # beside it
BELOW = 36  # and below and above it, the number included
TALLEST = 1.45  # height of a page in terms of its width
DOT = 7
DOTS_SHOWN = 8
ASK_MS = 30  # after the last step of a scroll
FOLLOW_MS = 80  # after the last turn of a page

Index = QModelIndex | QPersistentModelIndex
KINDS_ROLE = Qt.ItemDataRole.UserRole


class PageModel(QAbstractListModel):
    """One row a page; knows the kinds of what is tagged on it."""

    def __init__(self, view: PageView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Qt: how many pages."""
        return 0 if parent.isValid() else self._view.page_count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: the page's number, what a screen reader says, and the kinds tagged."""
        kinds = self._view.highlights.kinds_on_page(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tagged = ngettext("{n} item", "{n} items", len(kinds)).format(n=len(kinds))
            return _("Page {page}, {tagged}").format(page=index.row() + 1, tagged=tagged)
        return kinds if role == KINDS_ROLE else None

    def reset(self) -> None:
        """Another document."""
        self.beginResetModel()
        self.endResetModel()


class PageDelegate(QStyledItemDelegate):
    """Paints a small page, its number and a dot for each thing tagged."""

    def __init__(self, view: PageView, parent: QListView) -> None:
        super().__init__(parent)
        self._view, self._list = view, parent

    @property
    def width(self) -> int:
        """How many logical pixels a page may be wide in the list as it is."""
        return max(32, min(WIDTH, self._list.viewport().width() - 2 * SIDE))

    @property
    def row_height(self) -> int:
        """All rows are alike."""
        return int(self.width * TALLEST) + BELOW

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: all rows are alike."""
        del option, index
        return QSize(self.width, self.row_height)

    def key(self, page_index: int) -> PictureKey:
        """Return the picture that a row shows."""
        width, height = turned_size(self._view.stack.sizes[page_index], self._view.turn)
        scale = min(self.width / width, self.width * TALLEST / height) * self._view.ratio
        return PictureKey(page_index, scale, self._view.turn)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint a row."""
        painter.save()
        colours = self._view.canvas.colours
        page = self._page_rect(option, index.row())
        current = index.row() == self._view.current_page
        self._paint_page(painter, page, index.row())
        painter.setPen(QPen(colours.accent if current else colours.page_edge, 2 if current else 1))
        grow = 2 if current else 0
        painter.drawRect(page.adjusted(-grow, -grow, grow - 1, grow - 1))
        number = QRect(option.rect.left(), page.bottom() + 4, option.rect.width(), 16)
        painter.setPen(colours.text if current else colours.muted)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, index.data())
        self._paint_dots(painter, page, index.data(KINDS_ROLE), colours)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colours.accent, 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(2, 2, -3, -3))
        painter.restore()

    def _page_rect(self, option: QStyleOptionViewItem, page_index: int) -> QRect:
        key = self.key(page_index)
        width, height = turned_size(self._view.stack.sizes[page_index], self._view.turn)
        scale = key.scale / self._view.ratio
        rect = QRect(0, 0, max(1, round(width * scale)), max(1, round(height * scale)))
        rect.moveCenter(option.rect.center())
        rect.moveTop(option.rect.top() + 10)
        return rect

    def _paint_page(self, painter: QPainter, page: QRect, page_index: int) -> None:
        picture = self._view.pictures.thumbnails.get(self.key(page_index))
        painter.fillRect(page, Qt.GlobalColor.white)
        if picture is not None:
            painter.drawImage(page, picture.image)

    def _paint_dots(self, painter: QPainter, page: QRect, kinds: list[ItemKind], colours: PageColours) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.GlobalColor.white, 1))
        for place, kind in enumerate(kinds[:DOTS_SHOWN]):
            painter.setBrush(QColor(colours.kind_colours[kind]))
            painter.drawEllipse(page.right() - 2 - DOT // 2, page.top() + 4 + place * (DOT + 2), DOT, DOT)


class Thumbnails(QListView):
    """The pages of what a view shows.

    Signals:
        page_chosen(int): a page was clicked, or chosen by key; the view has gone there.
    """

    page_chosen = Signal(int)

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._model = PageModel(view, self)
        self._delegate = PageDelegate(view, self)
        self._ask = QTimer(self, singleShot=True, interval=ASK_MS)
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._ask.timeout.connect(self._on_ask)
        self.verticalScrollBar().valueChanged.connect(self._ask.start)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)
        self._view.page_changed.connect(self._follow.start)
        self._follow.timeout.connect(self._on_follow)
        self._view.document_changed.connect(self._on_document_changed)
        self._view.highlights_changed.connect(self.viewport().update)
        self._view.pictures.arrived.connect(self._on_arrived)

    def retranslate(self) -> None:
        """Show all texts in the language in force."""
        self.setAccessibleName(_("Pages, small"))
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Qt: as wide as a row."""
        return QSize(WIDTH + 2 * SIDE + self.verticalScrollBar().sizeHint().width(), 4 * self._delegate.row_height)

    @Slot()
    def _on_document_changed(self) -> None:
        self._model.reset()
        self._ask.start()

    @Slot()
    def _on_follow(self) -> None:
        """Mark the current page, once the reader stays on one: turning pages fast costs nothing here."""
        page_index = self._view.current_page
        if self.isVisible() and 0 <= page_index < self._model.rowCount():
            index = self._model.index(page_index)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self._view.go_to_page(index.row())
        self._on_follow()
        self.page_chosen.emit(index.row())

    @Slot()
    def _on_ask(self) -> None:
        """Ask for the rows in view, after everything the pages themselves need."""
        rows = self.visible_rows() if self.isVisible() else range(0)
        self._view.pictures.want({Lane.THUMBNAIL: [self._delegate.key(row) for row in rows]})

    def visible_rows(self) -> range:
        """Return the pages whose small pictures are in view."""
        count, row = self._model.rowCount(), self._delegate.row_height
        first = self.verticalScrollBar().value() // row
        return range(min(first, count), min(first + self.viewport().height() // row + 2, count))

    @Slot(object)
    def _on_arrived(self, key: PictureKey) -> None:
        if key in self._view.pictures.thumbnails:
            self.update(self._model.index(key.page_index))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is now in view."""
        super().showEvent(event)
        self._on_follow()
        self._ask.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask for nothing that is not seen."""
        super().hideEvent(event)
        self._ask.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for what is now in view."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._ask.start()
