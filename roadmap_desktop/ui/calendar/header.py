"""The line above the month: its name, which opens the choice of a month, and the steps to others."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from roadmap_desktop import clock
from roadmap_desktop.model.russian import MONTHS, month_title
from roadmap_desktop.ui.calendar.chooser import MonthChooser


class MonthHeader(QWidget):
    """«Октябрь 2020 ‹ Сегодня ›»."""

    step_requested = Signal(int)  # months
    today_requested = Signal()
    month_chosen = Signal(date)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._month = clock.today()
        self.title = self._button("", "Выбрать месяц и год")
        self.title.setObjectName("month-title")
        self.title.clicked.connect(self._open_chooser)
        self.earlier = self._button("‹", "Предыдущий месяц (Page Up)")
        self.earlier.clicked.connect(lambda: self.step_requested.emit(-1))
        self.today = self._button("Сегодня", "Показать текущий месяц (Home)")
        self.today.clicked.connect(self.today_requested)
        self.later = self._button("›", "Следующий месяц (Page Down)")
        self.later.clicked.connect(lambda: self.step_requested.emit(1))
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 6)
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addSpacing(6)
        for button in (self.earlier, self.today, self.later):
            line.addWidget(button)
        line.addStretch(1)
        self._line = line

    def add_at_right(self, widget: QWidget) -> None:
        """Puts something at the right end of the line."""
        self._line.addWidget(widget)

    def show_month(self, month: date) -> None:
        """Names the month."""
        self._month = month
        self.title.setText(month_title(month))
        self.title.setAccessibleName(f"{month_title(month)}, выбрать месяц и год")
        # As wide as the longest name, so that the buttons stay under the mouse from month to month.
        self.title.ensurePolished()
        metrics = QFontMetrics(self.title.font())
        widest = max(metrics.horizontalAdvance(f"{name.capitalize()} {month.year}") for name in MONTHS)
        self.title.setFixedWidth(widest + 4)

    def _button(self, text: str, hint: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(hint)
        button.setAccessibleName(hint)
        return button

    def _open_chooser(self) -> None:
        chooser = MonthChooser(self._month, self)
        chooser.chosen.connect(self.month_chosen)
        chooser.open_at(self.title.mapToGlobal(QPoint(0, self.title.height() + 4)))
