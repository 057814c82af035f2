"""A due date in words, with its reading beneath, and a calendar that writes the words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.model.due import describe, read_due, write_deadline
from roadmap_desktop.model.due_dates import DueValue, effective_due
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.plan.due import dated_values
from roadmap_desktop.ui.editors.date_editor import calendar_button
from roadmap_desktop.ui.editors.range_choice import RangeChoice
from roadmap_desktop.ui.editors.text_editor import TextEditor


class DueEditor(QWidget):
    """Free wording; while it is typed the reading stands beneath it. The value is the wording, with ``by_hand`` the
    wording and the dates given by hand."""

    committed = Signal()
    cancelled = Signal()

    def __init__(
        self, plan: Period, parent: QWidget | None = None, *, by_hand: bool = True, in_cell: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(in_cell)
        self._plan, self._keeps_dates = plan, by_hand
        self._dates = ""
        self._choice: RangeChoice | None = None
        # However many lines it wraps into: a line break has no meaning in a due date.
        self._line = TextEditor(in_cell=in_cell, one_line=True)
        self._line.textChanged.connect(self._tell_reading)
        self._line.committed.connect(self.committed)
        self._line.cancelled.connect(self.cancelled)
        self._reading = QLabel()
        self._reading.setObjectName("reading")
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setWordWrap(True)
        self.setFocusProxy(self._line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(calendar_button(self, self._pick), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._reading)
        if in_cell:
            column.addStretch(1)
            self._line.textChanged.connect(self.updateGeometry)

    def set_plan(self, plan: Period) -> None:
        """Reads the words by another period."""
        self._plan = plan
        self._tell_reading()

    def value(self) -> Any:
        """The words, and the hand's dates where they are kept."""
        words = self._line.value()
        return DueValue(words, self._dates) if self._keeps_dates else words

    def set_value(self, value: DueValue | str | None) -> None:
        """Shows words."""
        words, self._dates = value if isinstance(value, DueValue) else (value, "")
        self._line.set_value(words)
        self._tell_reading()

    def selectAll(self) -> None:
        """Selects the words, so that typing replaces them."""
        self._line.selectAll()

    @property
    def reading_text(self) -> str:
        """What is said of the reading."""
        return self._reading.text()

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(200, self._line.sizeHint().height() + self._reading.heightForWidth(width) + 4)

    def _tell_reading(self) -> None:
        words = self._line.toPlainText()
        reading = effective_due(words, self._dates, self._plan)
        said = describe(reading) if words.strip() or self._dates else "без срока"
        self._reading.setText(f"{said} (даты вручную)" if self._is_by_hand() else said)

    def _is_by_hand(self) -> bool:
        return bool(self._dates) and not read_due(self._line.toPlainText(), self._plan).periods

    def _pick(self) -> None:
        if self._choice is None:
            self._choice = RangeChoice(self)
            self._choice.periods_chosen.connect(self.take_periods)
            self._choice.deadline_chosen.connect(self.take_deadline)
            self._choice.dates_removed.connect(self.remove_dates)
        reading = effective_due(self._line.toPlainText(), self._dates, self._plan)
        present = reading.periods[0] if reading.periods else None
        self._choice.ask(present, self._plan, removable=self._is_by_hand())

    def take_periods(self, periods: Sequence[Period]) -> None:
        """Sets dates; the words follow, or stay where they name no date."""
        fields = dated_values(self._line.toPlainText(), periods, self._plan)
        self._dates = fields["due_dates"]
        self._put(fields["due_text"])

    def take_deadline(self, day: date) -> None:
        """Sets a deadline."""
        self._dates = ""
        self._put(write_deadline(day, self._plan))

    def remove_dates(self) -> None:
        """Leaves the words without the hand's dates."""
        self._dates = ""
        self._put(self._line.toPlainText())

    def _put(self, words: str) -> None:
        self._line.setPlainText(words)
        self._tell_reading()
        self.committed.emit()
