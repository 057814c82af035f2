"""What differs between two revisions, as a plain list."""

from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt
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

_COLUMNS = ("Что", "Поле", "Было", "Стало")
_WIDTHS = (280, 170, 200)
# Rows whose heights are worked out while the window waits.
_MOST_SHOWN = 500


def show_comparison(old: str, new: str, told: Comparison, parent: QWidget) -> QDialog:
    """Opens the differences; ``old`` and ``new`` name what is compared."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("Сравнение редакций")
    dialog.resize(960, 560)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(18, 18, 18, 14)
    column.setSpacing(10)
    column.addWidget(_label(f"Было: {old}"))
    column.addWidget(_label(f"Стало: {new}"))
    if told.differences:
        column.addWidget(_table(told.differences), 1)
    column.addWidget(_label(_summary(len(told.differences))))
    if not told.differences:
        column.addStretch(1)
        dialog.resize(520, 180)
    buttons = QDialogButtonBox()
    buttons.addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


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


def _table(differences: tuple[Difference, ...]) -> QTableWidget:
    shown = differences[:_MOST_SHOWN]
    table = QTableWidget(len(shown), len(_COLUMNS))
    table.setAccessibleName("Различия")
    table.setHorizontalHeaderLabels(list(_COLUMNS))
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    header.setStretchLastSection(True)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setShowGrid(False)
    table.setWordWrap(True)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    for row, difference in enumerate(shown):
        for column, text in enumerate(_cells(difference)):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            table.setItem(row, column, item)
    return table


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
