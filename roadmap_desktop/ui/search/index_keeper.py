"""The index of the search over everything, read when it is first asked for and kept until something is edited."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from roadmap_desktop.operations.plan.search import SearchIndex, build_index
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Task


class IndexKeeper(QObject):
    """Keeps the index of the open file for whoever searches next."""

    def __init__(self, document: RoadmapDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._index: SearchIndex | None = None
        self._edits = 0
        document.changed.connect(self._forget)
        document.replaced.connect(self._forget)

    def ask(self, done: Callable[[SearchIndex], object]) -> Task | None:
        """Hands the index to ``done``: at once, or when it is read in the background. Returns what is under way."""
        if self._index is not None:
            done(self._index)
            return None
        edits = self._edits

        def take(index: SearchIndex) -> None:
            # An edit may have come in between; then who asked asks again.
            if edits == self._edits:
                self._index = index
            done(index)

        return self._document.query_in_background("Карта читается для поиска…", build_index, take)

    def _forget(self, _change_set: object = None) -> None:
        self._index = None
        self._edits += 1
