"""A list of a record's dialog: the records of another register that belong to this one."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.register import Related
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.record_table import RecordTable

# Of a list among others, and of one that has the tab for itself.
_MOST_HEIGHT, _ROOMY = 230, 440
# More rows find no room in either.
_MOST_ROWS = 16


class RelatedList(QWidget):
    """A title, the table, and the line that adds a row. Every edit is written at once. ``dialog_wanted`` carries the
    register and the key of a record that is to be opened, or no key and what a new one begins with."""

    dialog_wanted = Signal(object, str, object)

    def __init__(
        self, document: RoadmapDocument, related: Related, owner_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._related = document, related
        self._fixed = {related.by: owner_id}
        self.register = BY_ID[related.register]
        self.most_height = _MOST_HEIGHT
        columns = related.columns or tuple(name for name in self.register.columns if name != related.by)
        self.view = RecordTable(document, self.register, first=columns, fixed=self._fixed)
        self.model = self.view.model()
        self.view.setAccessibleName(related.title)
        self.view.opened.connect(lambda id_: self._open(id_, {}))
        self.view.commands.opening.connect(self._open)
        self.title = QLabel(related.title)
        self.title.setObjectName("details-caption")
        self.add = QPushButton(f"+ {self.register.add}")
        self.add.setProperty("link", True)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self.view.commands.add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.view)
        column.addLayout(foot)
        self.view.geometry_changed.connect(self._fit)
        self.fill()

    def take_room(self) -> None:
        """Grows as high as a tab of its own lets it."""
        self.most_height = _ROOMY
        self._fit()

    def fill(self) -> None:
        """Reads the records anew."""
        self.view.read()
        self.title.setText(self._related.title + _progress(self.model.listing))
        self.add.setEnabled(self._document.can_edit)
        self._fit()

    def _fit(self) -> None:
        """As high as its rows, within reason; no row is cut."""
        self.view.heights.measure(_MOST_ROWS)
        height = self.view.header.height() + 4
        if self.view.horizontalScrollBar().maximum() and self.view.header.length() > self.view.width():
            height += self.view.horizontalScrollBar().sizeHint().height()
        for row in range(self.model.rowCount()):
            if row and height + self.view.rowHeight(row) > self.most_height:
                break
            height += self.view.rowHeight(row)
        self.view.setFixedHeight(height)

    def _open(self, id_: str, values: Mapping[str, Any]) -> None:
        self.dialog_wanted.emit(self.register, id_, values)


def _progress(listing: Listing) -> str:
    """How much of it is done, where its records have a state."""
    states = [listing.value(row, "state") for row in listing.rows if "state" in listing.fields]
    if not states or not isinstance(states[0], State):
        return ""
    return f" — выполнено {states.count(State.DONE)} из {len(states)}"
