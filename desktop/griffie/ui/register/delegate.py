"""Paints the cells of the register: the mark of a kind, what is late, what is reported as settled; edits a status."""

from datetime import date

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from griffie.base.i18n import _
from griffie.domain.kinds import WORDS, ItemKind, Status
from griffie.domain.listing import ItemRow
from griffie.ui.panel.marks import MARK, mark_icon
from griffie.ui.register.columns import CLOSED, Column, is_overdue
from griffie.ui.register.model import COLUMN_ROLE, ROW_ROLE
from griffie.ui.theme import ROW_HEIGHT, Theme

Index = QModelIndex | QPersistentModelIndex


class RegisterDelegate(QStyledItemDelegate):
    """Shape and colour beside the words: nothing is said by colour alone."""

    theme: Theme

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[tuple[ItemKind, bool, float], QIcon] = {}

    def _mark(self, kind: ItemKind, ratio: float) -> QIcon:
        key = (kind, self.theme.dark, ratio)
        if key not in self._marks:
            self._marks[key] = mark_icon(kind, self.theme.kind_colours[kind], ratio)
        return self._marks[key]

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Qt: colours of a cell: what is late stands out, what is closed steps back."""
        super().initStyleOption(option, index)
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if not isinstance(row, ItemRow) or not isinstance(column, Column):
            return
        option.textElideMode = Qt.TextElideMode.ElideRight
        colour = None
        if column.key in ("due", "days") and is_overdue(row, date.today()):
            colour = self.theme.error
            option.font.setBold(True)
        elif row.status in CLOSED:
            colour = self.theme.muted
        elif column.key == "status" and row.claimed:
            colour = self.theme.kind_colours[ItemKind.REQUEST]
        if colour is not None and not option.state & QStyle.StateFlag.State_Selected:
            option.palette.setColor(QPalette.ColorRole.Text, colour)
        if column.key == "kind":
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(MARK, MARK)
            kind = ItemKind(row.kind)
            ratio = option.widget.devicePixelRatioF() if option.widget is not None else 1.0
            option.icon = self._mark(kind, ratio)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: paint one cell; a row that nobody has looked at has a dot before its number."""
        super().paint(painter, option, index)
        row, column = index.data(ROW_ROLE), index.data(COLUMN_ROLE)
        if isinstance(row, ItemRow) and isinstance(column, Column) and column.key == "number" and row.unreviewed:
            area: QRect = option.rect
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent)
            painter.drawEllipse(area.right() - 12, area.center().y() - 3, 6, 6)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the size of a cell."""
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: a list of statuses, or a line."""
        column = index.data(COLUMN_ROLE)
        if isinstance(column, Column) and column.field == "status":
            box = QComboBox(parent)
            for status in Status:
                box.addItem(_(WORDS[status]), status.value)
            box.setAccessibleName(_("Status"))
            return box
        line = QLineEdit(parent)
        line.setFrame(False)
        if isinstance(column, Column):
            line.setAccessibleName(_(column.heading))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: show what there is."""
        value = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: hand what was typed to the model."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())
