"""The button that plans a task for the chosen activity."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.ui.document import RoadmapDocument


class PlanTaskButton(QPushButton):
    """``row`` gives the activity that is chosen."""

    def __init__(self, document: RoadmapDocument, row: Callable[[], ActivityRow | None]) -> None:
        super().__init__("+ Запланировать дело…")
        self._document, self._row = document, row
        self.setProperty("link", True)
        self.clicked.connect(self._plan)

    def _plan(self) -> None:
        from roadmap_desktop.ui.month_plan.planning import plan_task

        row = self._row()
        if row is not None:
            plan_task(self._document, self.window(), row.id)
