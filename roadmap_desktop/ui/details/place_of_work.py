"""Where the chosen activity's work is done, and the records that serve it, as links to them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from roadmap_desktop.operations.plan.activity_links import Place, Served

# More records than these are shown when they are asked for.
_MOST = 5


class _Shown(NamedTuple):
    places: Sequence["Place"] = ()
    served: Sequence["Served"] = ()


class PlaceOfWork(QWidget):
    """«Работа ведётся: Школы → Проблемные зоны», and below it the records linked to the activity. ``place_wanted``
    carries a page, ``record_wanted`` a register's id and a key."""

    place_wanted = Signal(str)
    record_wanted = Signal(str, str)

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        self._shown, self._activity_id, self._shows_all = _Shown(), "", False
        self._parts: list[QWidget] = []
        self.links: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def show_activity(self, activity_id: str) -> None:
        """Shows the registers and the records of an activity; nothing where it has none."""
        from roadmap_desktop.operations.plan.activity_links import places_of_work, records_of

        def question(file: RoadmapFile) -> _Shown:
            return _Shown(places_of_work(file, activity_id), records_of(file, activity_id))

        told = self._document.query(question, _Shown())
        if told != self._shown or activity_id != self._activity_id:
            self._shows_all = self._shows_all and activity_id == self._activity_id
            self._shown, self._activity_id = told, activity_id
            self._fill()
        self.setVisible(bool(told.places or told.served))

    def _fill(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self.links = []
        if self._shown.places:
            self._caption("Работа ведётся")
        for place in self._shown.places:
            self._link(place.words, "Работа ведётся", partial(self.place_wanted.emit, place.page))
        for served in self._shown.served:
            self._caption(served.register.title)
            for key, name in served.records[: None if self._shows_all else _MOST]:
                self._link(
                    name, "Связанная запись", partial(self.record_wanted.emit, served.register.id, key)
                )
            if len(served.records) > _MOST and not self._shows_all:
                self._link(f"и ещё {len(served.records) - _MOST}", served.register.title, self._show_all)

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()

    def _caption(self, text: str) -> None:
        caption = QLabel(text)
        caption.setObjectName("details-label")
        self._parts.append(caption)
        self._column.addWidget(caption)

    def _link(self, words: str, meaning: str, follow: Callable[[], object]) -> None:
        link = QPushButton(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, scaled(250)))
        link.setProperty("link", True)
        link.setAccessibleName(f"{meaning}: {words}")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: follow())
        self.links.append(link)
        self._parts.append(link)
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
