"""A list of a record's dialog: the records of another register that belong to this one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.register import Related
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations import record_listing, registers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.choices import link_choices
from roadmap_desktop.ui.registers.deleting import ask_to_delete
from roadmap_desktop.ui.registers.listing_model import ListingModel
from roadmap_desktop.ui.registers.pasting import Pasting
from roadmap_desktop.ui.registers.table import RegisterTable

# Of a list among others, and of one that has the tab for itself.
_MOST_HEIGHT, _ROOMY = 230, 440


class RelatedList(QWidget):
    """A title, the table, and the line that adds a row. Every edit is written at once. ``dialog_wanted`` carries the
    register and the key of a record that is to be opened, or no key and what a new one begins with."""

    dialog_wanted = Signal(object, str, object)

    def __init__(
        self, document: RoadmapDocument, related: Related, owner_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._related, self._owner_id = document, related, owner_id
        self.register = BY_ID[related.register]
        self.most_height = _MOST_HEIGHT
        columns = related.columns or tuple(name for name in self.register.columns if name != related.by)
        self._model = ListingModel(self.register, columns, self)
        self.table = RegisterTable(self._model)
        self.table.setAccessibleName(related.title)
        self.table.choices = lambda field: link_choices(document, self.register, field)
        self.table.edited.connect(self._write)
        self.table.refused.connect(lambda sentence: messages.refuse(self.window(), sentence))
        self.table.opened.connect(self._open)
        self.table.deleting.connect(lambda ids: ask_to_delete(document, self.register, ids, self.window()))
        self._pasting = Pasting(document, self.table, {related.by: owner_id})
        self.table.pasting.connect(self._pasting.paste)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.title = QLabel(related.title)
        self.title.setObjectName("details-caption")
        self.add = QPushButton(f"+ {self.register.add}")
        self.add.setProperty("link", True)
        # Enter on it adds; otherwise it would save and close the whole form.
        self.add.setAutoDefault(True)
        self.add.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.table)
        column.addLayout(foot)
        self._model.modelReset.connect(self._fit)
        self.table.rows_fitted.connect(self._fit)
        self.fill()

    def take_room(self) -> None:
        """Grows as high as a tab of its own lets it."""
        self.most_height = _ROOMY
        self._fit()

    def fill(self) -> None:
        """Reads the records anew."""
        plan = self._document.plan
        if plan is None:
            return
        where = {self._related.by: self._owner_id}
        empty = record_listing.Listing(self.register, (), {})
        listing = self._document.query(
            lambda file: record_listing.read_listing(file, self.register, where), empty
        )
        if "activity_id" in listing.fields:
            # What belongs to activities stands as they do in the plan.
            order = {row.id: place for place, row in enumerate(plan.activities)}
            rows = sorted(
                listing.rows, key=lambda row: order.get(listing.value(row, "activity_id"), len(order))
            )
            listing.rows = tuple(rows)
        self.table.plan = plan.info.period
        self._model.show(listing, plan.info.period, self._document.today())
        self.title.setText(self._related.title + _progress(listing))
        self.add.setEnabled(self._document.can_edit)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.EditKeyPressed | triggers.AnyKeyPressed
            if self._document.can_edit
            else triggers.NoEditTriggers
        )

    def _fit(self) -> None:
        """As high as its rows, within reason; no row is cut."""
        height = self.table.horizontalHeader().height() + 4
        for row in range(self._model.rowCount()):
            if row and height + self.table.rowHeight(row) > self.most_height:
                break
            height += self.table.rowHeight(row)
        self.table.setFixedHeight(height)

    def _write(self, ids: list[str], field: str, value: object) -> None:
        self._document.execute(lambda file: registers.set_values(file, self.register, ids, {field: value}))

    def _add(self) -> None:
        self.dialog_wanted.emit(self.register, "", {self._related.by: self._owner_id})

    def _open(self, id_: str) -> None:
        self.dialog_wanted.emit(self.register, id_, {})


def _progress(listing: record_listing.Listing) -> str:
    """How much of it is done, where its records have a state."""
    states = [listing.value(row, "state") for row in listing.rows if "state" in listing.fields]
    if not states or not isinstance(states[0], State):
        return ""
    return f" — выполнено {states.count(State.DONE)} из {len(states)}"
