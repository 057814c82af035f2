"""An editor for each kind of parameter; all have ``changed``, ``value()`` and ``set_value()``."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import capital
from roadmap_desktop.operations.printing.printing import Parameter, ParameterKind
from roadmap_desktop.operations.printing.report_terms import Term, term_name
from roadmap_desktop.ui.editors import DateEditor, LinkEditor
from roadmap_desktop.ui.printing.kept_words import KeptWords

# Key and name, of records or of revisions.
Named = Sequence[tuple[str, str]]

_OWN = "С … по …"
_NOT_CHOSEN = "не выбрано"


class OneOf(QComboBox):
    """One of some values; ``none`` is the word for none of them, where that is possible."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[str, Any]], none: str = "") -> None:
        super().__init__()
        self.setMaxVisibleItems(18)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # Kept here: Qt would give a named tuple back as a list.
        self._values: list[Any] = []
        self.has_choice = bool(choices)
        if none:
            self.add(none, None)
        for name, value in choices:
            self.add(name, value)
        self.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def add(self, name: str, value: Any) -> None:
        """Adds a value at the end."""
        self._values.append(value)
        self.addItem(name)

    def clear_all(self) -> None:
        """Takes every value away."""
        self._values.clear()
        self.clear()

    def value(self) -> Any:
        """The value chosen."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: Any) -> None:
        """Chooses a value, if there is such."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must not change anything.
        event.ignore()


class TermEditor(OneOf):
    """A week, a month, a quarter, half a year, a school year; one that is not in the list is added when it is set."""

    def set_value(self, value: Any) -> None:
        """Chooses a term."""
        if value is not None and value not in self._values:
            self.add(term_name(value), value)
        super().set_value(value)


class SpanEditor(QWidget):
    """A term from a list, or two days."""

    changed = Signal()

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self._terms = OneOf([*terms, (_OWN, None)])
        self._days = [DateEditor(), DateEditor()]
        self._own = QWidget()
        grid = QGridLayout(self._own)
        grid.setContentsMargins(0, 0, 0, 0)
        for row, (word, name, day) in enumerate(
            zip(("с", "по"), ("Первый день", "Последний день"), self._days, strict=True)
        ):
            day.setAccessibleName(name)
            grid.addWidget(QLabel(word), row, 0)
            grid.addWidget(day, row, 1)
            day.committed.connect(self._on_day)
        self._own.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._terms)
        column.addWidget(self._own)
        self._terms.changed.connect(self._on_term)

    def value(self) -> Period:
        """The period chosen. Raises UserError while its days are none."""
        term: Period | None = self._terms.value()
        if term is not None:
            return term
        start, end = (day.value() for day in self._days)
        if start is None or end is None or start > end:
            raise UserError("Укажите первый и последний день периода: первый не позже последнего.")
        return Period(start, end)

    def set_value(self, value: Any) -> None:
        """Chooses a period; one that no term is stands in the days."""
        self._terms.set_value(value)
        if self._terms.value() != value:
            self._terms.setCurrentText(_OWN)
            for day, date in zip(self._days, value, strict=True):
                day.set_value(date)

    def _on_term(self) -> None:
        is_own = self._terms.value() is None
        self._own.setVisible(is_own)
        self.changed.emit()

    def _on_day(self) -> None:
        if self._terms.value() is None:
            self.changed.emit()


class RecordEditor(LinkEditor):
    """A record found by any part of its name; the first of them where there must be one. ``none`` is what is said
    where none is chosen."""

    changed = Signal()

    def __init__(self, records: Named, *, required: bool, none: str = _NOT_CHOSEN) -> None:
        super().__init__(records)
        self.set_placeholder(none)
        self.has_choice = bool(records)
        self._told: Any = None
        if required and records:
            self.set_value(records[0][0])
        self.committed.connect(self._tell)

    def set_value(self, value: Any) -> None:
        """Shows a record; one that is gone is none."""
        super().set_value(value)
        self._told = self.value()

    def _tell(self) -> None:
        """Leaving the field is told as well: only another record is news."""
        try:
            value = self.value()
        except UserError:
            value = ""
        if value != self._told:
            self._told = value
            self.changed.emit()


class SomeOf(QWidget):
    """Some of several words, each with how many there are of it, where that is known."""

    changed = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._boxes = {word: QCheckBox(word) for word in words}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for box in self._boxes.values():
            box.toggled.connect(lambda _on: self.changed.emit())
            column.addWidget(box)

    def value(self) -> frozenset[str]:
        """The words that are ticked."""
        return frozenset(word for word, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: Any) -> None:
        """Ticks words."""
        for word, box in self._boxes.items():
            box.setChecked(word in value)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Says how many there are."""
        for word, box in self._boxes.items():
            box.setText(f"{word}: {counts[word]}" if word in counts else word)


class YesNo(QCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: Any) -> None:
        """Ticks it."""
        self.setChecked(bool(value))


class WholeNumber(QSpinBox):
    """A number from 1."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setRange(1, 999)
        self.valueChanged.connect(lambda _value: self.changed.emit())

    def set_value(self, value: Any) -> None:
        """Shows a number."""
        self.setValue(value or 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Words(QLineEdit):
    """Any words."""

    changed = Signal()

    def __init__(self, example: str) -> None:
        super().__init__()
        self.setPlaceholderText(f"например, {example}" if example else "")
        self.textChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> str | None:
        """The words; None for none."""
        return self.text().strip() or None

    def set_value(self, value: Any) -> None:
        """Shows words."""
        self.setText(value or "")


def editor_for(parameter: Parameter, terms: Sequence[Term], named: Named) -> Any:
    """A fresh editor; ``terms`` are those that a kind of time offers, ``named`` the records or revisions."""
    match parameter.kind:
        case ParameterKind.PERIOD:
            return SpanEditor(terms)
        case ParameterKind.RECORD:
            return RecordEditor(
                named, required=parameter.required, none=_NOT_CHOSEN if parameter.required else parameter.none
            )
        case ParameterKind.REVISION:
            revisions = [(name, key) for key, name in named]
            return OneOf(revisions, "" if parameter.required else "план как сейчас")
        case ParameterKind.CHOICE:
            none = "" if parameter.required or parameter.default is not None else parameter.none
            return OneOf([(word, word) for word in parameter.choices], none)
        case ParameterKind.CHOICES:
            return SomeOf(parameter.choices)
        case ParameterKind.FLAG:
            return YesNo(capital(parameter.title))
        case ParameterKind.NUMBER:
            return WholeNumber()
        case ParameterKind.TEXT:
            return Words(parameter.example)
        case ParameterKind.KEPT:
            return KeptWords()
    return TermEditor(terms)
