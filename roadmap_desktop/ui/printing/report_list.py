"""Every report in a list, under the titles of their groups; what is typed above it leaves those that fit."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from roadmap_desktop.model.search import folded, words
from roadmap_desktop.operations.printing.printing import Report
from roadmap_desktop.ui.theme import colour, sized

# A title and the reports beneath it.
Group = tuple[str, Sequence[Report]]

_ID = Qt.ItemDataRole.UserRole
_CAPTION_SIZE = 0.88


class ReportList(QWidget):
    """``looked_at`` carries the id of the report that is marked, ``chosen`` of the one that is clicked."""

    looked_at = Signal(str)
    chosen = Signal(str)

    def __init__(self, groups: Sequence[Group]) -> None:
        super().__init__()
        self._groups = groups
        self.search = QLineEdit()
        self.search.setPlaceholderText("Найти отчёт")
        self.search.setAccessibleName("Найти отчёт")
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("reports")
        self.list.setAccessibleName("Отчёты")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._fill("")
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda item, _before: self._tell(self.looked_at, item))
        self.list.itemClicked.connect(lambda item: self._tell(self.chosen, item))
        self.list.itemActivated.connect(lambda item: self._tell(self.chosen, item))
        self.setFocusProxy(self.search)

    def mark(self, report_id: str) -> None:
        """Marks a report, without telling."""
        was = self.list.blockSignals(True)
        for index in range(self.list.count()):
            item = self.list.item(index)
            if item.data(_ID) == report_id:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item, QListWidget.ScrollHint.PositionAtCenter)
        self.list.blockSignals(was)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the search go to the list."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in keys:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._tell(self.chosen, self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self, query: str) -> None:
        current = self.list.currentItem()
        was = current.data(_ID) if current is not None else None
        self.list.blockSignals(True)
        self.list.clear()
        wanted = words(query)
        for title, reports in self._groups:
            found = [
                one for one in reports if all(word in folded(f"{one.title}\n{title}") for word in wanted)
            ]
            if found:
                self.list.addItem(_caption(title))
            for report in found:
                item = QListWidgetItem(report.title)
                item.setData(_ID, report.id)
                self.list.addItem(item)
        if not self.list.count():
            self.list.addItem(_caption("Такого отчёта нет"))
        self.list.blockSignals(False)
        if was is not None:
            self.mark(was)
        if self.list.currentItem() is None:
            self._mark_first()

    def _mark_first(self) -> None:
        for index in range(self.list.count()):
            if self.list.item(index).data(_ID) is not None:
                self.list.setCurrentRow(index)
                return

    def _tell(self, signal: Any, item: QListWidgetItem | None) -> None:
        id_ = item.data(_ID) if item is not None else None
        if id_ is not None:
            signal.emit(id_)


def _caption(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setForeground(colour("ink-faint"))
    font = sized(_CAPTION_SIZE)
    font.setBold(True)
    item.setFont(font)
    return item
