"""Where the chosen activity's work is done, as links to the registers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.ui.document import RoadmapDocument

if TYPE_CHECKING:
    from roadmap_desktop.storage.roadmap_file import RoadmapFile


class PlaceOfWork(QWidget):
    """«Работа ведётся: Школы → Проблемные зоны». ``place_wanted`` carries the page on which the
    register is found."""

    place_wanted = Signal(str)

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        self._shown: Sequence[tuple[str, str]] = ()
        self.links: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        caption = QLabel("Работа ведётся")
        caption.setObjectName("details-label")
        self._column.addWidget(caption)

    def show_activity(self, activity_id: str) -> None:
        """Shows the registers of an activity; nothing where it has none."""
        from roadmap_desktop.operations.activity_links import found_at, place_of_work

        def question(file: "RoadmapFile") -> tuple[tuple[str, str], ...]:
            return tuple(found_at(one) for one in place_of_work(file, activity_id))

        nothing: tuple[tuple[str, str], ...] = ()
        told = self._document.ask(question, nothing)
        if told != self._shown:
            self._shown = told
            self._fill()
        self.setVisible(bool(told))

    def _fill(self) -> None:
        for link in self.links:
            self._column.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(*one) for one in self._shown]
        for link in self.links:
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, page: str, words: str) -> QPushButton:
        link = QPushButton(words)
        link.setProperty("link", True)
        link.setAccessibleName(f"Работа ведётся: {words}")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.place_wanted.emit(page))
        return link
