"""The strip under the header: activities that run all year as pills, and how many have no date."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QPushButton, QWidget

from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.standing import standing
from roadmap_desktop.ui.calendar.captions import row_caption, tooltip
from roadmap_desktop.ui.theme import sized, tint

_PILL_WIDTH = 250
SMALL_RATIO = 0.88
_GAP = 8


class YearStrip(QWidget):
    """Signals carry an activity's key, or the point of the screen at which a list is asked for."""

    chosen = Signal(str)
    edit_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    year_list_requested = Signal(QPoint)
    undated_list_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("year-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: Sequence[ActivityRow] = ()
        self._today = date.min
        self._chosen: frozenset[str] = frozenset()
        self.pills: list[YearPill] = []
        self._caption = QLabel("Весь год:")
        self._caption.setObjectName("strip-caption")
        self.more = self._link("more", self.year_list_requested)
        self.undated = self._link("undated", self.undated_list_requested)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(12, 6, 12, 6)
        self._line.setSpacing(_GAP)
        self._line.addWidget(self._caption)
        self._line.addWidget(self.more)
        self._line.addStretch(1)
        self._line.addWidget(self.undated)

    def show_rows(self, year_round: Sequence[ActivityRow], undated: int, today: date) -> None:
        """Shows these activities, as many as fit, and the number of those without a date."""
        self._rows, self._today = year_round, today
        self._caption.setText("Весь год:" if year_round else "Весь год: мероприятий нет")
        self.undated.setVisible(undated > 0)
        self.undated.setText(f"Без даты: {undated}")
        self._fill()

    def set_chosen(self, ids: frozenset[str]) -> None:
        """Marks the pills of the chosen activities."""
        self._chosen = ids
        for pill in self.pills:
            pill.set_chosen(pill.activity_id in ids)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def minimumSizeHint(self) -> QSize:
        # Pills give way to the window, not the window to the pills.
        return QSize(200, super().minimumSizeHint().height())

    def _fill(self) -> None:
        focused = next((pill.activity_id for pill in self.pills if pill.hasFocus()), None)
        for pill in self.pills:
            self._line.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self.pills = self._fitting()
        for index, pill in enumerate(self.pills, start=1):
            self._line.insertWidget(index, pill)
            pill.show()
            if pill.activity_id == focused:
                pill.setFocus()
        left = len(self._rows) - len(self.pills)
        self.more.setVisible(left > 0)
        self.more.setText(f"ещё {left}")

    def _fitting(self) -> list["YearPill"]:
        room = (
            self.width()
            - self._caption.sizeHint().width()
            - self.undated.sizeHint().width()
            - 2 * 12
            - 3 * _GAP
        )
        more = self.more.fontMetrics().horizontalAdvance("ещё 00000") + _GAP
        fitting: list[YearPill] = []
        for row in self._rows:
            pill = self._pill(row)
            room -= pill.sizeHint().width() + _GAP
            is_last = len(fitting) + 1 == len(self._rows)
            if room < (0 if is_last else more):
                pill.deleteLater()
                break
            fitting.append(pill)
        return fitting

    def _pill(self, row: ActivityRow) -> "YearPill":
        pill = YearPill(row, self._today, self)
        pill.set_chosen(row.id in self._chosen)
        pill.clicked.connect(lambda: self.chosen.emit(row.id))
        pill.double_clicked.connect(lambda: self.edit_requested.emit(row.id))
        pill.customContextMenuRequested.connect(
            lambda point: self.menu_requested.emit(row.id, pill.mapToGlobal(point))
        )
        return pill

    def _link(self, name: str, requested: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"strip-{name}")
        button.setProperty("link", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: requested.emit(button.mapToGlobal(QPoint(0, button.height() + 4))))
        return button


class YearPill(QAbstractButton):
    """An activity as a pill tinted by its state."""

    double_clicked = Signal()

    def __init__(self, row: ActivityRow, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.activity_id = row.id
        self._standing = standing(row, today)
        self._is_chosen = False
        self.setFont(sized(SMALL_RATIO))
        # Not the button's text, in which «&» would make a shortcut.
        self.caption = row_caption(row)
        self.setToolTip(tooltip(row, self._standing))
        self.setAccessibleName(f"{self.caption}, {self._standing.word}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_chosen(self, chosen: bool) -> None:
        """Draws a line around the chosen one."""
        self._is_chosen = chosen
        self.update()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.caption) + 18
        return QSize(min(width, _PILL_WIDTH), self.fontMetrics().height() + 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.double_clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.double_clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        ground, ink = tint(self._standing)
        painter.setPen(QPen(ink, 1) if self._is_chosen or self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(ink)
        inner = self.rect().adjusted(9, 0, -8, 0)
        text = self.fontMetrics().elidedText(self.caption, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
