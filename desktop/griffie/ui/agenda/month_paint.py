"""Paints a month: head, week numbers, days with recesses shaded, lines, and a line that is being dragged."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from griffie.base.i18n import _
from griffie.domain.agenda import Entry
from griffie.domain.holidays import holidays
from griffie.ui.agenda import painting, words
from griffie.ui.agenda.month_shape import CHIP_PX, DAY_HEAD_PX, HEAD_PX, WEEKS_PX
from griffie.ui.panel.look import SMALL, sized
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.ui.agenda.month_grid import MonthGrid

CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def recess_colour(theme: Theme) -> QColor:
    """Return the ground of days in a recess: a breath of the accent, in the light and in the dark."""
    ground, accent, part = theme.surface, theme.accent, 0.16 if theme.dark else 0.09
    mixed = (
        round(getattr(ground, name)() * (1 - part) + getattr(accent, name)() * part)
        for name in ("red", "green", "blue")
    )
    return QColor(*mixed)


class MonthPainter:
    """Paints one picture of a grid."""

    def __init__(self, grid: "MonthGrid", painter: QPainter, theme: Theme) -> None:
        self.grid, self.painter, self.theme = grid, painter, theme
        self.shape = grid.shape
        self._recess = recess_colour(theme)

    def paint(self) -> None:
        """Paint it all."""
        self.painter.fillRect(self.grid.rect(), self.theme.surface)
        self._paint_head()
        for day in self.shape.days:
            self._paint_ground(day)
        self._paint_lines_between()
        for day in self.shape.days:
            self._paint_day(day)
        self._paint_current()

    def paint_drag(self, entry: Entry) -> None:
        """Paint what is dragged: where it came from, where it would come to, and itself below the pointer."""
        for text, lines in self.grid.entries.items():
            if any(one.id == entry.id for one in lines):
                self._wash(date.fromisoformat(text), self.theme.surface)
        if self.grid.target is not None:
            self._wash(self.grid.target, self.theme.accent)
        self._paint_dragged(entry)

    def _wash(self, day: date, colour: QColor) -> None:
        thin = QColor(colour)
        thin.setAlphaF(0.3)
        if day in self.shape.days:
            self.painter.fillRect(self.shape.area(day), thin)

    def _paint_head(self) -> None:
        painter, shape = self.painter, self.shape
        painter.fillRect(QRectF(0, 0, shape.width, HEAD_PX), self.theme.window)
        painter.fillRect(QRectF(0, 0, WEEKS_PX, shape.height), self.theme.window)
        painter.setPen(self.theme.muted)
        painter.drawText(QRectF(0, 0, WEEKS_PX, HEAD_PX), CENTRE, _("wk"))
        for n in range(7):
            day = shape.first + timedelta(days=n)
            area = shape.area(day)
            short = area.width() < 110
            head = QRectF(area.left() + 8, 0, area.width() - 8, HEAD_PX)
            painter.drawText(head, LEFT, words.weekday(day, short=short))
        for monday in shape.mondays:
            area = shape.area(monday)
            week = QRectF(0, area.top(), WEEKS_PX, DAY_HEAD_PX)
            painter.drawText(week, CENTRE, str(monday.isocalendar().week))

    def _paint_ground(self, day: date) -> None:
        area = self.shape.area(day)
        if self.grid.recesses_on(day):
            self.painter.fillRect(area, self._recess)
        elif day.weekday() > 4 or day in holidays(day.year):
            self.painter.fillRect(area, self.theme.raised if self.theme.dark else self.theme.window)

    def _paint_lines_between(self) -> None:
        painter, shape = self.painter, self.shape
        painter.setPen(QPen(self.theme.hairline, 1))
        for monday in shape.mondays:
            top = shape.area(monday).top()
            painter.drawLine(QPointF(0, top), QPointF(shape.width, top))
        for n in range(7):
            left = shape.area(shape.first + timedelta(days=n)).left()
            painter.drawLine(QPointF(left, 0), QPointF(left, shape.height))

    def _paint_day(self, day: date) -> None:
        painter, area = self.painter, self.shape.area(day)
        inside = day.month == self.grid.day.month
        number = str(day.day) if inside and day.day > 1 else f"{day.day} {words.short_month(day)}"
        width = painter.fontMetrics().horizontalAdvance(number)
        head = QRectF(area.left() + 6, area.top() + 2, area.width() - 12, DAY_HEAD_PX - 4)
        if day == self.grid.today:
            pill = QRectF(head.left() - 2, head.top() + 1, max(width + 8, 20), head.height() - 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent)
            painter.drawRoundedRect(pill, 4, 4)
            painter.setPen(self.theme.accent_text)
            painter.drawText(pill, CENTRE, number)
        else:
            painter.setPen(self.theme.text if inside else self.theme.muted)
            painter.drawText(head, LEFT, number)
        self._paint_name(day, head.adjusted(width + 14, 0, 0, 0))
        self._paint_entries(day)

    def _paint_name(self, day: date, room: QRectF) -> None:
        """The name of a holiday, or of a recess on its first day and at the begin of each week."""
        named = [recess for recess in self.grid.recesses_on(day) if day in (recess.first, self.shape.first)
                 or day.weekday() == 0]  # fmt: skip
        text = _(holidays(day.year)[day]) if day in holidays(day.year) else ""
        text = text or (words.recess_words(named[0]) if named else "")
        if text:
            self.painter.setFont(sized(SMALL))
            self.painter.setPen(self.theme.muted)
            elided = self.painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            self.painter.drawText(room, RIGHT, elided)
            self.painter.setFont(QFont(self.grid.font()))

    def _paint_entries(self, day: date) -> None:
        grid, shape = self.grid, self.shape
        count, lines = grid.tally.on(day.isoformat()), grid.entries.get(day.isoformat(), ())
        shown, rows = shape.shown_of(day, count), shape.rows_of(day, count)
        for n, entry in enumerate(lines[:shown]):
            painting.paint_chip(
                self.painter, shape.chip(day, n, rows), entry, self.theme, title=words.title_words(entry),
                nearness=words.nearness(entry, grid.today, grid.leads), current=entry.id == grid.current_id,
            )  # fmt: skip
        if shown < count:
            text = _("+{n} more").format(n=count - shown) if shown else _("{n} deadlines").format(n=count)
            self.painter.setPen(self.theme.accent)
            self.painter.drawText(shape.chip(day, shown).adjusted(4, 0, 0, 0), LEFT, text)

    def _paint_current(self) -> None:
        area = self.shape.area(self.grid.day).adjusted(1, 1, -1, -1)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        focus = self.grid.hasFocus()
        self.painter.setPen(QPen(self.theme.accent if focus else self.theme.muted, 2 if focus else 1))
        self.painter.drawRect(area)

    def _paint_dragged(self, entry: Entry) -> None:
        width = self.shape.area(self.shape.first).width() - 8
        place = self.grid.drag_place
        area = QRectF(place.x() - 12, place.y() - CHIP_PX / 2, width, CHIP_PX)
        near = words.nearness(entry, self.grid.today, self.grid.leads)
        title = words.title_words(entry)
        painting.paint_chip(self.painter, area, entry, self.theme, title=title, nearness=near, current=True)
