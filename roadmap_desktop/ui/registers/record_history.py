"""What happened to a record: when, who, what it was."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.plan.history_words import HistoryLine, record_history
from roadmap_desktop.ui.changes_table import ChangesTable
from roadmap_desktop.ui.document import RoadmapDocument


class RecordHistory(QWidget):
    """A table of changes, newest first."""

    def __init__(self, document: RoadmapDocument, register: Register, record_id: str) -> None:
        super().__init__()
        self._document, self._register, self._record_id = document, register, record_id
        self.table = ChangesTable()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.table)
        document.changed.connect(self._fill)
        self._fill()

    def _fill(self, _change_set: object = None) -> None:
        nothing: list[HistoryLine] = []
        lines = self._document.query(
            lambda file: record_history(file, self._register, self._record_id, whole=True), nothing
        )
        self.table.show_changes((line.at, line.author, line.text) for line in lines)
        self.table.resizeRowsToContents()
