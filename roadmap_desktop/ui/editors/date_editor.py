"""A single date, typed or picked, or none."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop import clock
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.registers.typed_values import parse_date
from roadmap_desktop.ui.editors.calendar_popup import CalendarPopup
from roadmap_desktop.ui.theme import icon

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DateEditor(QWidget):
    """Typed as 05.10.2020. What is no date is told beneath the field and leaves the old date."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(parent)
        self._in_cell = in_cell
        self._before: date | None = None
        self._popup: CalendarPopup | None = None
        self._line = QLineEdit()
        self._line.setPlaceholderText("дд.мм.гггг")
        self._line.textEdited.connect(self._judge)
        self._line.installEventFilter(self)
        self._mistake = QLabel("Такой даты нет. Прежняя осталась.")
        self._mistake.setObjectName("mistake")
        self._mistake.hide()
        self.setFocusProxy(self._line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(calendar_button(self, self._pick))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._mistake)

    def setAccessibleName(self, name: str) -> None:
        """A screen reader comes to the line, and to nothing around it."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def value(self) -> date | None:
        """The date typed, None for an empty field. Raises UserError for what is none."""
        return parse_date(self._line.text())

    @property
    def is_mistaken(self) -> bool:
        """Whether what is typed is no date."""
        return not self._mistake.isHidden()

    def set_value(self, value: date | None) -> None:
        """Shows a date."""
        self._before = value
        self._line.setText(f"{value:%d.%m.%Y}" if value else "")
        self._mistake.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                # Where nothing was typed there is nothing to take back: the key closes the form around the field.
                was_typed = self.is_mistaken or self.value() != self._before
                self.set_value(self._before)
                self.cancelled.emit()
                return self._in_cell or was_typed
            if event.key() in _ENTER:
                self._commit()
                return True
        if event.type() == QEvent.Type.FocusOut and not self._in_cell:
            self._commit()
        return super().eventFilter(watched, event)

    def _commit(self) -> None:
        if not self.is_mistaken:
            self.committed.emit()

    def _judge(self) -> None:
        try:
            parse_date(self._line.text())
        except UserError:
            self._mistake.show()
        else:
            self._mistake.hide()

    def _pick(self) -> None:
        if self._popup is None:
            self._popup = self._new_popup()
        value = self._before if self.is_mistaken else self.value()
        self._popup.month.show_range(Period(value, value) if value else None)
        self._popup.open_beneath(self)

    def _new_popup(self) -> CalendarPopup:
        popup = CalendarPopup(self)
        popup.hint.hide()
        popup.day_chosen.connect(self._choose)
        popup.add_button("Сегодня").clicked.connect(lambda: self._choose(clock.today()))
        popup.add_button("Очистить").clicked.connect(lambda: self._choose(None))
        return popup

    def _choose(self, day: date | None) -> None:
        self._line.setText(f"{day:%d.%m.%Y}" if day else "")
        self._mistake.hide()
        if self._popup is not None:
            self._popup.close()
        self.committed.emit()


def calendar_button(field: QWidget, pressed: Callable[[], None]) -> QToolButton:
    """The small button that opens a calendar; F4 within the field does the same."""
    keys = QShortcut(QKeySequence("F4"), field, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys.activated.connect(pressed)
    button = QToolButton()
    button.setProperty("calendar", True)
    button.setIcon(icon("calendar"))
    button.setAccessibleName("Выбрать в календаре")
    button.setToolTip("Выбрать в календаре (F4)")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.clicked.connect(pressed)
    return button
