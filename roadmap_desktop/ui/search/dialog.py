"""«Поиск по всей карте»: a line, and beneath it what is found, by kinds, while it is typed."""

from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan.search import HitGroup, SearchIndex, search
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Task
from roadmap_desktop.ui.search.index_keeper import IndexKeeper
from roadmap_desktop.ui.theme import colour

_HINT = (
    "Слова можно не дописывать: «матем дефиц» найдёт «Дефициты по математике». Ё и е, прописные и строчные буквы не "
    "различаются."
)
_NOTHING = "Ничего не найдено. Проверьте слова или напишите их короче."
_READING = "Карта читается…"
_WANTED = Qt.ItemDataRole.UserRole


class SearchDialog(QDialog):
    """``wanted`` carries the sort of a record (a register's id, «section» or «revision») and its key."""

    guide: ClassVar[str] = "search#Найти везде"
    wanted = Signal(str, str)

    def __init__(self, document: RoadmapDocument, keeper: IndexKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Поиск по всей карте")
        self.resize(760, 560)
        self._keeper = keeper
        self._index: SearchIndex | None = None
        self._task: Task | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText("Что найти во всей карте")
        self.line.setAccessibleName("Что найти")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._show)
        self.hits = QListWidget()
        self.hits.setObjectName("hits")
        self.hits.setAccessibleName("Что найдено")
        self.hits.setWordWrap(False)
        self.hits.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.hits.itemActivated.connect(self._choose)
        self.hits.itemClicked.connect(self._choose)
        self.said = QLabel(_READING)
        self.said.setObjectName("start-hint")
        self.said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(10)
        for part in (self.line, self.said, self.hits):
            column.addWidget(part)
        document.changed.connect(self._read)
        self._read()

    def done(self, result: int) -> None:
        """Stops reading."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hits.currentItem() is not None:
            self._choose(self.hits.currentItem())
        else:
            super().keyPressEvent(event)

    def _read(self, _change_set: object = None) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._keeper.ask(self._take)

    def _take(self, index: SearchIndex) -> None:
        self._index = index
        self._show()

    def _show(self, _text: str = "") -> None:
        self.hits.clear()
        query = self.line.text()
        if self._index is None or not query.strip():
            self.said.setText(_HINT if self._index is not None else _READING)
            return
        groups = search(self._index, query)
        total = sum(group.number for group in groups)
        self.said.setText(f"Найдено: {counted(total, 'запись', 'записи', 'записей')}" if groups else _NOTHING)
        for group in groups:
            self._add_group(group)
        self._step(1)

    def _add_group(self, group: HitGroup) -> None:
        more = f", показаны первые {len(group.hits)}" if group.number > len(group.hits) else ""
        head = QListWidgetItem(f"{group.title}: {group.number}{more}")
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        head.setForeground(colour("ink-soft"))
        font = self.hits.font()
        font.setBold(True)
        head.setFont(font)
        self.hits.addItem(head)
        for hit in group.hits:
            item = QListWidgetItem(f"{hit.title}\n{hit.line}" if hit.line else hit.title)
            item.setData(_WANTED, (hit.sort, hit.record_id))
            item.setSizeHint(QSize(100, 2 * self.hits.fontMetrics().lineSpacing() + 12))
            self.hits.addItem(item)

    def _step(self, by: int) -> None:
        """To the next hit, over headings."""
        row = self.hits.currentRow() + by
        while 0 <= row < self.hits.count():
            if self.hits.item(row).data(_WANTED):
                self.hits.setCurrentRow(row)
                return
            row += by

    def _choose(self, item: QListWidgetItem) -> None:
        wanted = item.data(_WANTED)
        if wanted:
            self.accept()
            self.wanted.emit(*wanted)
