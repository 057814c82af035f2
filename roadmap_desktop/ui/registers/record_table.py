"""The table of a register's records, on its page and in dialogs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.registers.choices import link_choices
from roadmap_desktop.ui.registers.pasting import Pasting
from roadmap_desktop.ui.registers.record_commands import RecordCommands
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.cell_editing import CellEditing
from roadmap_desktop.ui.table.cells import Cells
from roadmap_desktop.ui.table.header import ColumnMemory
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.view import TableView


class RecordTable(TableView):
    """Edits, pastes and deletes records by itself. Of a list in a dialog ``fixed`` is what all its records have,
    ``first`` the columns that it shows at first, and there are no settings; a page's is sorted by its first column.
    ``opened`` carries a key, ``commands.opening`` also none and what a new record begins with; ``told`` is called with
    words for the status line."""

    opened = Signal(str)

    def __init__(
        self,
        document: RoadmapDocument,
        register: Register,
        settings: Settings | None = None,
        *,
        first: Sequence[str] = (),
        fixed: Mapping[str, Any] | None = None,
        told: Callable[[str], object] = lambda _words: None,
    ) -> None:
        self._document, self._register, self._fixed = document, register, dict(fixed or {})
        by = register.columns[0] if settings is not None else ""
        memory = ColumnMemory(settings, f"registers/{register.id}", sorted_by=by)
        super().__init__(TableModel(Cells(register, document.today), first), memory)
        self.editing = CellEditing(self, document, partial(link_choices, document, register), self._writing)
        self._told = told
        self._pasting = Pasting(document, self, self._fixed, told)
        self.paste = self._pasting.paste
        self.pasting.connect(self.paste)
        self.edit_asked.connect(self._edit)
        self.commands = RecordCommands(
            document, self, self._fixed, self.paste, lambda: self._edit(self.currentIndex(), None)
        )
        self.commands.told.connect(told)
        self.activated.connect(self._open)
        self.details_asked.connect(self.opened)

    def read(self) -> None:
        """Shows the records as they are now."""
        plan = self._document.plan
        if plan is not None:
            empty = Listing(self._register, (), {})
            listing = self._document.query(
                lambda file: record_listing.read_listing(file, self._register, self._fixed or None), empty
            )
            if "activity_id" in listing.fields and self._fixed:
                # What belongs to activities stands as they do in the plan.
                order = {row.id: index for index, row in enumerate(plan.activities)}
                rows = sorted(listing.rows, key=lambda row: order.get(row.activity_id, len(order)))
                listing.rows = tuple(rows)
            self.model().show(listing, plan.info.period)

    def _open(self, index: QModelIndex) -> None:
        row = self.model().rows[index.row()]
        if not isinstance(row, Caption):
            self.opened.emit(row.id)

    def _edit(self, index: QModelIndex, typed: QKeyEvent | None) -> None:
        if index.isValid():
            model = self.model()
            self.editing.begin(model.rows[index.row()].id, model.columns[index.column()].name, typed)

    def _writing(self, id_: str, field: Field, value: Any) -> Operation:
        return lambda file: registers.set_values(file, self._register, [id_], {field.name: value})
