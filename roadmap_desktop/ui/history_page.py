"""The history of the whole file: every change set, newest first."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.plan import history
from roadmap_desktop.ui.changes_table import ChangesTable
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page

_LIMIT = 500


class HistoryPage(Page):
    """A read-only list; it is read when it is looked at, because editing must not pay for it."""

    def __init__(self, document: RoadmapDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        self.table = ChangesTable()
        column.addWidget(self.table)
        document.changed.connect(self._on_change)
        document.replaced.connect(self._on_change)

    def shows(self, _register_id: str, _id: str) -> bool:
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _on_change(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        nothing: list[ChangeSet] = []
        change_sets = self._document.query(lambda file: history.file_history(file, _LIMIT), nothing)
        self.table.show_changes((made.at, made.author_shown, made.label) for made in change_sets)

    def _header(self) -> QWidget:
        header = QWidget()
        header.setObjectName("page-header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 8, 12, 8)
        title = QLabel("История изменений")
        title.setObjectName("page-title")
        row.addWidget(title)
        return header
