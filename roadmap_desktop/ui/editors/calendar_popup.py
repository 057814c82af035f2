"""A month to pick days from, in a pop-up beneath a field."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.theme import colour


class Month(QCalendarWidget):
    """A calm Russian month: Monday first, days off in red, a range tinted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._range: Period | None = None
        for day, name in ((Qt.DayOfWeek.Saturday, "holiday"), (Qt.DayOfWeek.Sunday, "holiday")):
            weekend = QTextCharFormat()
            weekend.setForeground(colour(name))
            self.setWeekdayTextFormat(day, weekend)

    def show_range(self, period: Period | None) -> None:
        """Tints the days of a period, and turns to its beginning."""
        self.setDateTextFormat(QDate(), QTextCharFormat())
        tinted = QTextCharFormat()
        tinted.setBackground(colour("accent-tint"))
        if period is None:
            return
        first, last = (QDate(day.year, day.month, day.day) for day in period)
        # A range of many years is no range to be looked at day by day.
        for step in range(min(first.daysTo(last), 800) + 1):
            self.setDateTextFormat(first.addDays(step), tinted)
        self.setCurrentPage(first.year(), first.month())
        self.setSelectedDate(first)

    @property
    def shown_month(self) -> Period:
        """The month that is turned to."""
        first = QDate(self.yearShown(), self.monthShown(), 1)
        return Period(_day(first), _day(first.addDays(first.daysInMonth() - 1)))


class CalendarPopup(QFrame):
    """A month with buttons beneath. ``day_chosen`` comes with every click on a day and with Enter. It lives
    as long as its field: a pop-up that deletes itself would do so in the middle of the click that closes it."""

    day_chosen = Signal(date)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.hint = QLabel()
        self.hint.setObjectName("popup-hint")
        self.hint.setWordWrap(True)
        self.month = Month()
        for chosen in (self.month.clicked, self.month.activated):
            chosen.connect(lambda day: self.day_chosen.emit(_day(day)))
        self._buttons = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.month)
        column.addWidget(self.hint)
        column.addLayout(self._buttons)

    def add_button(self, text: str) -> QPushButton:
        """A quick choice beneath the month."""
        button = QPushButton(text)
        button.setProperty("chip", True)
        self._buttons.addWidget(button)
        return button

    def open_beneath(self, field: QWidget) -> None:
        """Shows the pop-up beneath the field, within the screen."""
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(field.width() - self.width(), field.height() + 2))
        screen = field.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner.setY(field.mapToGlobal(QPoint(0, -self.height() - 2)).y())
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(max(screen.top(), corner.y()))
        self.move(corner)
        self.show()
        self.month.setFocus()


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
