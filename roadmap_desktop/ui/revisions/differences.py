"""What differs between two revisions, as a plain list."""

from contextlib import suppress
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.change_set import Value
from roadmap_desktop.model.merging import Comparison, Difference, DifferenceKind
from roadmap_desktop.model.period import iso_date
from roadmap_desktop.model.russian import counted
from roadmap_desktop.ui.dialogs import open_dialog

_COLUMNS = ("Что", "Поле", "Было", "Стало")
_FIELD, _FIELD_WIDTH = 1, 160
# Rows whose heights are worked out while the window waits.
_MOST_SHOWN = 500
# Pixels beside a text, by the style sheet and by Qt.
_PADDING = 22
_HIGHEST = 300


def show_comparison(old: str, new: str, told: Comparison, parent: QWidget) -> QDialog:
    """Opens the differences; ``old`` and ``new`` name what is compared."""
    dialog = ComparisonDialog(old, new, told, parent)
    open_dialog(dialog)
    return dialog


class ComparisonDialog(QDialog):
    """The differences of two revisions, or of one and the plan, row by row."""

    guide: ClassVar[str] = "revisions#Сравнить редакции"

    def __init__(self, old: str, new: str, told: Comparison, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сравнение редакций")
        self.resize(960, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(10)
        column.addWidget(_label(f"Было: {old}"))
        column.addWidget(_label(f"Стало: {new}"))
        if told.differences:
            column.addWidget(_DifferenceTable(told.differences[:_MOST_SHOWN]), 1)
        column.addWidget(_label(_summary(len(told.differences))))
        if not told.differences:
            column.addStretch(1)
            self.resize(520, 180)
        buttons = QDialogButtonBox()
        buttons.addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)


def _summary(count: int) -> str:
    if not count:
        return "Различий нет."
    more = f", показаны первые {_MOST_SHOWN}" if count > _MOST_SHOWN else ""
    return f"{counted(count, 'различие', 'различия', 'различий')}{more}"


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class _DifferenceTable(QTableWidget):
    """Every text whole, as high as it needs."""

    def __init__(self, differences: tuple[Difference, ...]) -> None:
        super().__init__(len(differences), len(_COLUMNS))
        self.setTabKeyNavigation(False)
        self.setObjectName("differences")
        self.setAccessibleName("Различия")
        self.setHorizontalHeaderLabels(list(_COLUMNS))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        # What it was and what it became stand beside each other on any screen.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_FIELD, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(_FIELD, _FIELD_WIDTH)
        header.setHighlightSections(False)
        header.sectionResized.connect(self._fit)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._texts = [_cells(difference) for difference in differences]
        for row, texts in enumerate(self._texts):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(row, column, item)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        # Qt's own heights leave the padding of the style sheet out, and the last line is cut.
        metrics, wrapped = self.fontMetrics(), int(Qt.TextFlag.TextWordWrap)
        rooms = [QRect(0, 0, self.columnWidth(column) - _PADDING, 10_000) for column in range(len(_COLUMNS))]
        for row, texts in enumerate(self._texts):
            heights = (
                metrics.boundingRect(room, wrapped, text).height()
                for room, text in zip(rooms, texts, strict=True)
            )
            self.setRowHeight(row, min(max(heights), _HIGHEST) + _PADDING // 2)


def _cells(difference: Difference) -> tuple[str, str, str, str]:
    record = difference.record
    number = f" {record.number}" if record.number else ""
    named = f"{record.caption}{number}: {record.name}" if record.name else record.caption
    match difference.kind:
        case DifferenceKind.ADDED:
            return named, "", "", "добавлено"
        case DifferenceKind.REMOVED:
            return named, "", "", "удалено"
    return named, difference.label, _shown(difference.old), _shown(difference.new)


def _shown(value: Value) -> str:
    if value in (None, ""):
        return "пусто"
    with suppress(ValueError):
        day: date = iso_date(str(value))
        return f"{day:%d.%m.%Y}"
    return str(value)
