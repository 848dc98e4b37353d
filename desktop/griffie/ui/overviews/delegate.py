"""Paints the cells of an overview: a bar behind a share, a line under what a click leads somewhere from."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from griffie.ui.overviews.model import LEADS_ROLE, SHARE_ROLE

PAD = 8
BAR_HEIGHT = 4


class NumberDelegate(QStyledItemDelegate):
    """Draws names and numbers; of a share a thin bar as well, as long as the share is large."""

    bar = QColor()
    muted = QColor()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        """Qt: a number that leads nowhere is quiet, one under the pointer that leads somewhere is underlined."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        leads = bool(index.data(LEADS_ROLE))
        if not leads:
            option.palette.setColor(QPalette.ColorRole.Text, self.muted)
        option.font.setUnderline(leads and bool(option.state & QStyle.StateFlag.State_MouseOver))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: paint one cell."""
        super().paint(painter, option, index)
        share = index.data(SHARE_ROLE)
        if isinstance(share, float | int):
            painter.fillRect(bar_of(option.rect, float(share)), self.bar)


def bar_of(cell: QRect, share: float) -> QRect:
    """Return where the bar of a share stands: along the foot of the cell, from its left to its right for all."""
    room = cell.width() - 2 * PAD
    return QRect(cell.left() + PAD, cell.bottom() - BAR_HEIGHT - 1, round(room * max(0.0, min(share, 1.0))), BAR_HEIGHT)
