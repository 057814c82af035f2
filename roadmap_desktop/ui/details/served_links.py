"""The activities that a record serves, as links to them."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.plan.activity_links import activities_of
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.theme import scaled

_WIDTH = 250


class ServedLinks(QWidget):
    """«Мероприятие: 8. Адресная помощь…»; ``wanted`` carries the key of the one that is clicked."""

    wanted = Signal(str)

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._parts: list[QWidget] = []

    def show_of(self, register: Register, key: str) -> None:
        """Shows those of a record; nothing where it serves none."""
        plan = self._document.plan
        nothing: tuple[str, ...] = ()
        keys = self._document.query(lambda file: activities_of(file, register, key), nothing)
        rows = [plan.by_id[one] for one in keys if one in plan.by_id] if plan is not None else []
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = [self._caption()] if rows else []
        for row in rows:
            words = f"{row.number}. {one_line(row.name)}"
            link = QPushButton(
                self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, scaled(_WIDTH))
            )
            link.setProperty("link", True)
            link.setAccessibleName(f"Мероприятие {words}")
            link.clicked.connect(partial(self.wanted.emit, row.id))
            self._parts.append(link)
        for part in self._parts:
            self._column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(rows))

    def _caption(self) -> QLabel:
        caption = QLabel("Мероприятие")
        caption.setObjectName("details-label")
        return caption
