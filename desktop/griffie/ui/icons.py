"""Icons: one family of SVG strokes, tinted with the theme, drawn crisp for every screen scale."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from griffie.base.resources import resource
from griffie.ui.theme import Theme


class StrokeIcon(QIconEngine):
    """Draws one SVG of the family in two colours: ordinary and disabled."""

    def __init__(self, svg: bytes, ordinary: QColor, disabled: QColor) -> None:
        super().__init__()
        self._svg, self._ordinary, self._disabled = svg, ordinary, disabled

    def paint(self, painter: QPainter, rect: object, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._ordinary
        svg = self._svg.replace(b"currentColor", colour.name().encode())
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(rect))  # type: ignore[call-overload]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of `size` pixels."""
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return QPixmap.fromImage(image)

    def clone(self) -> QIconEngine:
        """Return a copy; Qt asks for one when an icon is shared."""
        return StrokeIcon(self._svg, self._ordinary, self._disabled)


def icon(name: str, theme: Theme, colour: QColor | None = None) -> QIcon:
    """Return the icon `name` of resources/icons in a colour of the theme."""
    svg = resource("icons", f"{name}.svg").read_bytes()
    return QIcon(StrokeIcon(svg, colour or theme.text, theme.hairline.darker(130) if theme.dark else theme.muted))


def program_icon() -> QIcon:
    """Return the icon of the program itself."""
    return QIcon(str(resource("icons", "griffie.svg")))
