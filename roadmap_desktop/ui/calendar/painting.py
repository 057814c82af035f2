"""Draws a month: cells, numbers of days, bars, and the bar being dragged. It only draws what was laid out before."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.standing import OPEN_STATES
from roadmap_desktop.ui.calendar.captions import (
    OVERDUE,
    bar_caption,
    period_words,
    record_caption,
    row_caption,
)
from roadmap_desktop.ui.calendar.drag import Drag
from roadmap_desktop.ui.calendar.entries import Entry, EntryKind
from roadmap_desktop.ui.calendar.geometry import GridGeometry, day_cell
from roadmap_desktop.ui.calendar.hits import Hits
from roadmap_desktop.ui.calendar.lanes import Segment
from roadmap_desktop.ui.calendar.layout import MonthLayout
from roadmap_desktop.ui.calendar.month import DAYS_IN_WEEK
from roadmap_desktop.ui.theme import colour, deadline_tint, record_tint, sized, tint

WEEKDAYS = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")
_RADIUS = 4
_NARROWEST_LETTER = 3
_RECORD_RATIO = 0.82


@dataclass(frozen=True, slots=True)
class Look:
    """What a painting depends on beyond the layout."""

    today: date
    days_off: frozenset[date]
    chosen: frozenset[str]
    focused_day: date | None
    drag: Drag | None


class MonthPainter:
    """Draws one month with one painter."""

    def __init__(
        self, painter: QPainter, geometry: GridGeometry, layout: MonthLayout, look: Look, font: QFont
    ) -> None:
        self._painter = painter
        self._geometry = geometry
        self._layout = layout
        self._look = look
        self._font = font
        self._metrics = QFontMetrics(font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # User text may be right-to-left; the number still comes first.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(font)

    def paint(self) -> None:
        """Draws everything, from the ground up."""
        self._header()
        for week in range(self._layout.weeks):
            for column in range(DAYS_IN_WEEK):
                self._cell(week, column)
        if self._look.focused_day is not None and self._layout.days.contains(self._look.focused_day):
            self._focus(self._look.focused_day)
        for segment in self._layout.laid.segments:
            self._bar(segment)
        if self._layout.dated.segments:
            self._records()
        if self._look.drag is not None:
            self._dragged(self._look.drag)

    def _header(self) -> None:
        self._painter.setPen(colour("ink-faint"))
        for column, name in enumerate(WEEKDAYS):
            self._text(self._geometry.header_cell(column).adjusted(8, 0, 0, 0), name)
        self._line(0, self._geometry.header - 1, self._geometry.size.width(), colour("line"))

    def _line(self, x: int, y: int, width: int, ink: QColor) -> None:
        self._painter.fillRect(x, y, width, 1, ink)

    def _cell(self, week: int, column: int) -> None:
        day, rect = self._layout.day(week, column), self._geometry.cell(week, column)
        if day in self._look.days_off:
            self._painter.fillRect(rect, colour("day-off"))
        if column:
            self._painter.fillRect(rect.left() - 1, rect.top(), 1, rect.height(), colour("line-soft"))
        if week:
            self._line(rect.left(), rect.top() - 1, rect.width(), colour("line-soft"))
        self._number(day, rect)
        hidden = self._layout.hidden(day)
        if hidden:
            self._painter.setPen(colour("link"))
            more, rectangle = f"ещё {hidden}", self._geometry.more(week, column)
            rectangle.setLeft(rectangle.right() - self._metrics.horizontalAdvance(more))
            self._text(rectangle, more)

    def _focus(self, day: date) -> None:
        """A line around the day that the keys are on."""
        self._painter.setPen(QPen(colour("accent"), 1))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        cell = QRectF(self._geometry.cell(*day_cell(self._layout, day)))
        self._painter.drawRoundedRect(cell.adjusted(1.5, 1.5, -2.5, -2.5), _RADIUS, _RADIUS)

    def _number(self, day: date, rect: QRect) -> None:
        text = str(day.day)
        rectangle = QRect(rect.left() + 7, rect.top(), rect.width() - 7, self._geometry.head)
        if day == self._look.today:
            size = self._metrics.height() + 3
            circle = QRectF(
                rectangle.left(), rectangle.top() + (rectangle.height() - size) / 2 + 0.5, size, size
            )
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour("accent"))
            self._painter.drawEllipse(circle)
            self._painter.setPen(colour("paper"))
            self._painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, text)
            return
        self._painter.setPen(self._number_ink(day))
        self._text(rectangle, text)

    def _number_ink(self, day: date) -> QColor:
        if (day.year, day.month) == (self._layout.month.year, self._layout.month.month):
            return colour("holiday" if day in self._look.days_off else "ink-soft")
        return colour("other-day-off" if day in self._look.days_off else "other-day")

    def _bar(self, segment: Segment) -> None:
        entry = self._layout.entry(segment)
        begins, ends = self._layout.begins(segment), self._layout.ends(segment)
        rect = self._geometry.bar_rect(segment, begins=begins, ends=ends)
        ground, ink = _tint(entry)
        drag = self._look.drag
        faded = drag is not None and drag.entry == entry and drag.changes_anything
        self._painter.setOpacity(0.35 if faded else 1.0)
        chosen = entry.row.id in self._look.chosen and not faded
        self._painter.setPen(QPen(ink, 1) if chosen else Qt.PenStyle.NoPen)
        self._painter.setBrush(ground)
        self._ground(rect, begins=begins, ends=ends)
        self._painter.setPen(ink)
        self._write(rect, bar_caption(entry), OVERDUE if entry.standing.is_overdue else "")
        self._painter.setOpacity(1.0)

    def _records(self) -> None:
        """Records of registers: thinner, with a stroke at the left, in a tint that no state has."""
        hits, ground_ink = Hits(self._geometry, self._layout), record_tint()
        small = sized(_RECORD_RATIO)
        self._painter.setFont(small)
        usual, self._metrics = self._metrics, QFontMetrics(small)
        for segment in self._layout.dated.segments:
            record, rect = self._layout.dated.record(segment), hits.record_rect(segment)
            self._painter.fillRect(rect, ground_ink[0])
            self._painter.fillRect(rect.left(), rect.top(), 2, rect.height(), ground_ink[1])
            self._painter.setPen(ground_ink[1])
            self._write(rect, record_caption(record), "")
        self._painter.setFont(self._font)
        self._metrics = usual

    def _ground(self, rect: QRect, *, begins: bool, ends: bool) -> None:
        """Round where the bar begins and ends, square up to the cell's edge where it continues: the round ends lie
        beyond what may be drawn on."""
        area = QRectF(rect).adjusted(0.5 if begins else -_RADIUS, 0.5, -0.5 if ends else _RADIUS, -0.5)
        self._painter.setClipRect(rect)
        self._painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        self._painter.setClipping(False)

    def _write(self, rect: QRect, text: str, ending: str) -> None:
        """The text is cut where it does not fit, the ending is not, unless there is no room for both."""
        inner = rect.adjusted(7, 0, -5, 0)
        room = inner.width() - self._metrics.horizontalAdvance(ending)
        if room < self._metrics.horizontalAdvance("00 Аааа…"):
            ending, room = "", inner.width()
        # Measuring letters that cannot fit would cost more than all the rest of the month.
        likely = text[: room // _NARROWEST_LETTER + 2]
        elided = self._metrics.elidedText(likely, Qt.TextElideMode.ElideRight, room) + ending
        self._text(inner, elided)

    def _text(self, rectangle: QRect, text: str) -> None:
        """One line at the left, in the middle of the height. By its base line: Qt draws so in half the time."""
        base = (
            rectangle.top() + (rectangle.height() + self._metrics.ascent() - self._metrics.descent() + 1) // 2
        )
        self._painter.drawText(rectangle.left(), base, text)

    def _dragged(self, drag: Drag) -> None:
        """The bar as it would lie if dropped now, in the lane it was taken from."""
        if not drag.changes_anything:
            return
        lane = next((s.lane for s in self._layout.laid.segments if self._layout.entry(s) == drag.entry), 0)
        period = drag.period
        for segment in _segments(period, self._layout, lane):
            begins = self._layout.day(segment.week, segment.first) == period.start
            ends = self._layout.day(segment.week, segment.last) == period.end
            rect = self._geometry.bar_rect(segment, begins=begins, ends=ends)
            self._painter.setPen(QPen(colour("accent-dark"), 1))
            self._painter.setBrush(colour("accent"))
            self._ground(rect, begins=begins, ends=ends)
            self._painter.setPen(colour("paper"))
            self._write(rect, row_caption(drag.entry.row), "")


def _tint(entry: Entry) -> tuple[QColor, QColor]:
    stands = entry.standing
    if entry.kind is EntryKind.DEADLINE and stands.state in OPEN_STATES and not stands.is_overdue:
        return deadline_tint()
    return tint(stands)


def _segments(period: Period, layout: MonthLayout, lane: int) -> list[Segment]:
    found = []
    for week in range(layout.weeks):
        first = (period.start - layout.day(week, 0)).days
        last = (period.end - layout.day(week, 0)).days
        if first < DAYS_IN_WEEK and last >= 0:
            found.append(Segment(-1, week, lane, max(first, 0), min(last, DAYS_IN_WEEK - 1)))
    return found


def paint_bubble(painter: QPainter, area: QRect, position: QPoint, period: Period, year: int) -> None:
    """The new dates beside the mouse while a bar is dragged."""
    text = period_words(period, year)
    metrics = painter.fontMetrics()
    bubble = QRect(0, 0, metrics.horizontalAdvance(text) + 18, metrics.height() + 8)
    bubble.moveTopLeft(position + QPoint(14, 16))
    if bubble.right() > area.right():
        bubble.moveRight(position.x() - 8)
    if bubble.bottom() > area.bottom():
        bubble.moveBottom(position.y() - 8)
    painter.setPen(QPen(colour("line"), 1))
    painter.setBrush(colour("paper"))
    painter.drawRoundedRect(QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setPen(colour("ink"))
    painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)
