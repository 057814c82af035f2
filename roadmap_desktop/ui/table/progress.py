"""How many schools have done each activity, read for the table when its rows stand: start-up counts."""

from PySide6.QtCore import QObject, QTimer

from roadmap_desktop.operations.school_counts import Progress, progress_by_schools
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.table.model import TableModel

_AFTER_PAINTING = 50  # Milliseconds.


class ProgressReader(QObject):
    """Hands the model what it has read."""

    def __init__(self, document: RoadmapDocument, model: TableModel) -> None:
        super().__init__(model)
        self._document, self._model = document, model
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_PAINTING)
        self._timer.timeout.connect(self._read)
        self.read_soon = self._timer.start

    def _read(self) -> None:
        plan = self._document.plan
        if plan is None:
            return
        nothing: dict[str, Progress] = {}
        period = plan.info.period
        self._model.show_progress(
            self._document.query(lambda file: progress_by_schools(file, period), nothing)
        )
