"""Paints the column that counts what is tagged: a mark in the kind's colour and a number, for each kind that occurs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from griffie.domain.kinds import ItemKind
from griffie.store.letters import LetterRow
from griffie.ui.icons import icon
from griffie.ui.letters.model import ROW_ROLE
from griffie.ui.theme import ROW_HEIGHT, Theme

MARK = 14
STEP = 40


class CountsDelegate(QStyledItemDelegate):
    """Shows how many commitments, motions, deadlines and requests a letter holds."""

    theme: Theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: paint one cell."""
        super().paint(painter, option, index)
        row = index.data(ROW_ROLE)
        if not isinstance(row, LetterRow):
            return
        left = option.rect.left() + 8
        for kind, count in counts_of(row):
            if count:
                self._paint_count(painter, option, left, kind, count)
                left += STEP

    def _paint_count(
        self, painter: QPainter, option: QStyleOptionViewItem, left: int, kind: ItemKind, count: int
    ) -> None:
        area: QRect = option.rect
        mark = QRect(left, area.center().y() - MARK // 2 + 1, MARK, MARK)
        icon(kind.value, self.theme, self.theme.kind_colours[kind]).paint(painter, mark)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(self.theme.selection_text if chosen else self.theme.text)
        text = QRect(left + MARK + 3, area.top(), STEP - MARK - 3, area.height())
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(count))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: the size of a cell."""
        return QSize(4 * STEP + 8, ROW_HEIGHT)


def counts_of(row: LetterRow) -> tuple[tuple[ItemKind, int], ...]:
    """Return the counts of a letter by kind, in the order of the keys 1 to 4."""
    return (
        (ItemKind.COMMITMENT, row.commitments), (ItemKind.MOTION, row.motions),
        (ItemKind.DEADLINE, row.deadlines), (ItemKind.REQUEST, row.requests),
    )  # fmt: skip
