"""Paints the timeline: the days at its head, recesses, today, lanes with marks, and a mark that is being dragged."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from griffie.base.i18n import _
from griffie.domain.agenda import Entry
from griffie.ui.agenda import painting, words
from griffie.ui.agenda.axis import Zoom
from griffie.ui.agenda.lanes import LEAST_ROOM_PX, MARK_PX, MOST_ROOM_PX, Spot, has_words
from griffie.ui.agenda.month_paint import CENTRE, LEFT, recess_colour
from griffie.ui.panel.look import SMALL, sized
from griffie.ui.panel.marks import MARK
from griffie.ui.theme import Theme

if TYPE_CHECKING:
    from griffie.ui.agenda.timeline import Timeline

HEAD_PX = 72
NAMES_PX = 132
ROW_PX = 26
BAND_PX = 18
"""Height of the names of recesses below the days."""


class TimelinePainter:
    """Paints one picture of what is in view."""

    def __init__(self, timeline: "Timeline", painter: QPainter, theme: Theme) -> None:
        self.view, self.painter, self.theme, self.axis = timeline, painter, theme, timeline.axis
        self.width, self.height = timeline.viewport().width(), timeline.viewport().height()
        self.left = timeline.horizontalScrollBar().value()
        self.top = timeline.verticalScrollBar().value()

    def paint(self) -> None:
        """Paint it all."""
        painter = self.painter
        painter.fillRect(self.view.viewport().rect(), self.theme.surface)
        painter.setClipRect(QRectF(NAMES_PX, HEAD_PX, self.width, self.height))
        self._paint_grounds()
        self._paint_today()
        self._paint_lanes()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for spot in self.view.spots:
            self._paint_spot(spot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setClipping(False)
        self._paint_names()
        self._paint_head()

    def _x(self, day: date) -> float:
        return NAMES_PX + self.axis.x_of(day) - self.left

    @property
    def _right(self) -> float:
        return self.left + self.width - NAMES_PX

    def _paint_grounds(self) -> None:
        if self.axis.zoom is not Zoom.QUARTER:
            for day in self.axis.days(self.left, self._right):
                if day.weekday() > 4:
                    area = QRectF(self._x(day), HEAD_PX, self.axis.day_px, self.height)
                    self.painter.fillRect(area, self.theme.raised if self.theme.dark else self.theme.window)
        for recess in self.view.recesses:
            right = self._x(recess.last + timedelta(days=1))
            area = QRectF(self._x(recess.first), HEAD_PX, right - self._x(recess.first), self.height)
            self.painter.fillRect(area, recess_colour(self.theme))
        self.painter.setPen(self.theme.hairline)
        for month in self.axis.months(self.left, self._right):
            self.painter.drawLine(QPointF(self._x(month), HEAD_PX), QPointF(self._x(month), self.height))

    def _paint_lanes(self) -> None:
        self.painter.setPen(self.theme.hairline)
        for lane in self.view.lanes:
            bottom = HEAD_PX - self.top + lane.top + lane.height
            self.painter.drawLine(QPointF(NAMES_PX, bottom), QPointF(self.width, bottom))

    def _paint_spot(self, spot: Spot) -> None:
        left, top = spot.area.left() + NAMES_PX - self.left, spot.area.top() + HEAD_PX - self.top
        if left < NAMES_PX - MOST_ROOM_PX or left > self.width or top < 0 or top > self.height:
            return
        area = spot.area.translated(NAMES_PX - self.left, HEAD_PX - self.top)
        current = spot.key == self.view.current_key
        if spot.entry is None:
            self._paint_pill(area, str(spot.count), current=current)
            return
        self._paint_mark(area, spot, current=current)

    def _paint_mark(self, area: QRectF, spot: Spot, *, current: bool) -> None:
        painter, entry = self.painter, spot.entry
        assert entry is not None
        near = words.nearness(entry, self.view.today, self.view.leads)
        if has_words(self.axis):
            title = words.title_words(entry)
            painting.paint_chip(painter, area, entry, self.theme, title=title, nearness=near, current=current)
            return
        painter.setOpacity(0.55 if near == "closed" else 1.0)
        if current:
            painter.setPen(QPen(self.theme.accent, 1.8))
            painter.setBrush(self.theme.selection)
            painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 3, 3)
        offset = (MARK_PX - MARK) / 2
        painting.paint_kind(painter, entry.kind, area.left() + offset, area.center().y(), self.theme)
        if near in ("late", "near"):
            colour = painting.near_colour(near, self.theme)
            painter.setPen(QPen(colour, 1.6))
            painter.drawLine(area.bottomLeft() + QPointF(2, 0), area.bottomRight() + QPointF(-2, 0))
        if spot.room >= LEAST_ROOM_PX:
            painter.setPen(self.theme.muted)
            painter.setFont(sized(SMALL))
            beside = QRectF(area.right() + 2, area.top() - 1, spot.room - 8, area.height() + 2)
            painting.draw_elided(painter, beside, words.title_words(entry) or entry.number)
            painter.setFont(self.view.font())
        painter.setOpacity(1.0)

    def _paint_pill(self, area: QRectF, text: str, *, current: bool) -> None:
        painter = self.painter
        painter.setPen(QPen(self.theme.accent if current else self.theme.muted, 1.8 if current else 1))
        painter.setBrush(self.theme.selection if current else self.theme.raised)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setFont(sized(SMALL))
        painter.setPen(self.theme.selection_text if current else self.theme.text)
        painter.drawText(area, CENTRE, text)
        painter.setFont(self.view.font())

    def _paint_names(self) -> None:
        painter = self.painter
        painter.fillRect(QRectF(0, HEAD_PX, NAMES_PX, self.height), self.theme.window)
        painter.setClipRect(QRectF(0, HEAD_PX, NAMES_PX, self.height))
        for lane in self.view.lanes:
            top = HEAD_PX - self.top + lane.top
            room = QRectF(12, top, NAMES_PX - 16, lane.height)
            painter.setPen(self.theme.text)
            name = self.view.names.get(lane.name, lane.name)
            painter.drawText(room, LEFT, painter.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideRight, int(room.width())))  # fmt: skip
            painter.setPen(self.theme.hairline)
            painter.drawLine(QPointF(0, top + lane.height), QPointF(NAMES_PX, top + lane.height))
        painter.setClipping(False)

    def _paint_head(self) -> None:
        painter = self.painter
        painter.fillRect(QRectF(0, 0, self.width, HEAD_PX), self.theme.window)
        painter.setClipRect(QRectF(NAMES_PX, 0, self.width - NAMES_PX, HEAD_PX))
        self._paint_months()
        if self.axis.zoom is Zoom.QUARTER:
            self._paint_weeks()
        else:
            self._paint_days()
        self._paint_recess_names()
        painter.setClipping(False)
        painter.setPen(self.theme.hairline)
        painter.drawLine(QPointF(0, HEAD_PX), QPointF(self.width, HEAD_PX))
        painter.drawLine(QPointF(NAMES_PX, 0), QPointF(NAMES_PX, self.height))

    def _paint_months(self) -> None:
        painter = self.painter
        for month in self.axis.months(self.left, self._right):
            following = (month + timedelta(days=32)).replace(day=1)
            left, right = self._x(month), self._x(following)
            painter.setPen(self.theme.hairline)
            painter.drawLine(QPointF(left, 4), QPointF(left, HEAD_PX))
            painter.setPen(self.theme.text)
            text = words.month_name(month).capitalize()
            seen = max(left, float(NAMES_PX))  # the name of a month that has begun stays in view
            room = QRectF(seen + 6, 0, right - seen - 10, ROW_PX)
            if painter.fontMetrics().horizontalAdvance(text) > room.width():
                text = words.short_month(month)
            if painter.fontMetrics().horizontalAdvance(text) <= room.width():
                painter.drawText(room, LEFT, text)

    def _paint_days(self) -> None:
        self.painter.setPen(self.theme.muted)
        named = self.axis.zoom is Zoom.WEEK
        for day in self.axis.days(self.left, self._right):
            room = QRectF(self._x(day), ROW_PX, self.axis.day_px, ROW_PX)
            text = f"{words.weekday(day, short=True)} {day.day}" if named else str(day.day)
            if day == self.view.today:
                self._paint_today_sign(room, text)
            else:
                self.painter.drawText(room, CENTRE, text)

    def _paint_today_sign(self, room: QRectF, text: str) -> None:
        painter = self.painter
        width = max(20, painter.fontMetrics().horizontalAdvance(text) + 10)
        pill = QRectF(room.center().x() - width / 2, room.top() + 3, width, room.height() - 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.accent)
        painter.drawRoundedRect(pill, 4, 4)
        painter.setPen(self.theme.accent_text)
        painter.drawText(pill, CENTRE, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(self.theme.muted)

    def _paint_weeks(self) -> None:
        self.painter.setPen(self.theme.muted)
        for day in self.axis.days(self.left - 7 * self.axis.day_px, self._right):
            if day.weekday() == 0:
                room = QRectF(self._x(day), ROW_PX, 7 * self.axis.day_px, ROW_PX)
                self.painter.drawText(room, CENTRE, _("wk {n}").format(n=day.isocalendar().week))

    def _paint_recess_names(self) -> None:
        """The name of a recess as a band at the foot of the head; where it has begun it stays in view."""
        painter = self.painter
        painter.setFont(sized(SMALL))
        for recess in self.view.recesses:
            left, right = self._x(recess.first), self._x(recess.last + timedelta(days=1))
            band = QRectF(left, HEAD_PX - BAND_PX, right - left, BAND_PX)
            painter.fillRect(band, recess_colour(self.theme))
            seen = max(left, float(NAMES_PX))
            text = words.recess_words(recess)
            painter.setPen(self.theme.muted)
            room = QRectF(seen + 4, band.top(), right - seen - 6, band.height())
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, LEFT, shown if len(shown) > 2 else "")
        painter.setFont(self.view.font())

    def _paint_today(self) -> None:
        x = self._x(self.view.today) + self.axis.day_px / 2
        if NAMES_PX <= x <= self.width:
            self.painter.setPen(QPen(self.theme.accent, 2))
            self.painter.drawLine(QPointF(x, HEAD_PX), QPointF(x, self.height))

    def paint_drag(self, entry: Entry) -> None:
        """Paint what is dragged, and the day it would come to."""
        painter, place = self.painter, self.view.drag_place
        day = self.view.day_at(place)
        if day is not None:
            column = QRectF(self._x(day), HEAD_PX, max(2, self.axis.day_px), self.height)
            colour = QColor(self.theme.accent)
            colour.setAlphaF(0.25)
            painter.fillRect(column, colour)
        text = f"{entry.number} → {words.short_day(day)}" if day is not None else entry.number
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        label = QRectF(min(place.x() + 14, self.width - width), place.y() - 26, width, 22)
        painter.setPen(self.theme.accent)
        painter.setBrush(self.theme.raised)
        painter.drawRoundedRect(label, 3, 3)
        painter.setPen(self.theme.text)
        painter.drawText(label, CENTRE, text)
        painting.paint_kind(painter, entry.kind, place.x() - MARK / 2, place.y(), self.theme)
