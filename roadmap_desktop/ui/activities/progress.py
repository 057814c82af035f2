"""How many schools have done each activity, read for the table when its rows stand: start-up counts."""

from PySide6.QtCore import QObject, QTimer, Signal

from roadmap_desktop.operations.registers.school_counts import Progress, progress_by_schools
from roadmap_desktop.ui.activities.cells import ActivityCells
from roadmap_desktop.ui.document import RoadmapDocument

_AFTER_PAINTING = 50  # Milliseconds.


class ProgressReader(QObject):
    """Hands the cells what it has read; ``read`` says that it is another."""

    read = Signal()

    def __init__(self, document: RoadmapDocument, cells: ActivityCells, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._cells = document, cells
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_PAINTING)
        self._timer.timeout.connect(self._read)
        self.read_soon = self._timer.start

    def _read(self) -> None:
        plan = self._document.plan
        if plan is None:
            return
        nothing: dict[str, Progress] = {}
        period = plan.info.period
        progress = self._document.query(lambda file: progress_by_schools(file, period), nothing)
        if progress != self._cells.progress:
            self._cells.progress = progress
            self.read.emit()
