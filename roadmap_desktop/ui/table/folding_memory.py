"""Which captions of a table are folded, remembered for each roadmap."""

from PySide6.QtCore import QObject

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.model import TableModel


class FoldingMemory(QObject):
    """Known by the roadmap's key: a file may be moved or renamed."""

    def __init__(self, model: TableModel, document: RoadmapDocument, settings: Settings, table: str) -> None:
        super().__init__(model)
        self._model, self._document, self._settings, self._table = model, document, settings, table
        document.replaced.connect(self.recall)
        model.folding_changed.connect(self._remember)
        self.recall()

    def recall(self) -> None:
        """Has what was folded in this roadmap folded when it is shown."""
        self._model.folded = set(filter(None, self._settings.text(self._key).split("\n")))

    @property
    def _key(self) -> str:
        plan = self._document.plan
        return f"{self._table}/folded/{plan.info.id if plan is not None else ''}"

    def _remember(self) -> None:
        if self._document.plan is not None:
            self._settings.remember(self._key, "\n".join(sorted(self._model.folded)))
