"""Small helps for one look: the three sizes of text, muted labels, hairlines."""

from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

SMALL, TITLE = 0.9, 1.15
"""Sizes beside the system's own."""


def sized(factor: float, *, bold: bool = False) -> QFont:
    """Return the program's font in another size."""
    font = QFont(QApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(round(font.pixelSize() * factor))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def label(role: str = "", *, factor: float = 1.0, bold: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label that wraps, in a role of the style sheet ("muted", "hint") and a size."""
    made = QLabel(parent)
    made.setWordWrap(True)
    made.setFont(sized(factor, bold=bold))
    if role:
        made.setProperty("role", role)
    return made


def label_width() -> int:
    """Return the width of the labels of a form: the longest words that Dutch labels have."""
    metrics = QFontMetrics(QApplication.font())
    return max(metrics.horizontalAdvance(word) for word in ("Verantwoordelijk", "Documentnummer")) + 6


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a line of one pixel in the colour of hairlines."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.NoFrame)
    line.setFixedHeight(1)
    line.setProperty("role", "hairline")
    line.setStyleSheet("background: palette(mid);")
    return line


def clear(widget: QWidget) -> None:
    """Take away everything that a widget's layout holds."""
    layout = widget.layout()
    while layout is not None and (entry := layout.takeAt(0)) is not None:
        if (child := entry.widget()) is not None:
            child.hide()
            child.deleteLater()
