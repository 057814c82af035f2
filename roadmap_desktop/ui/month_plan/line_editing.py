"""Editing of the plan in place: what is typed goes to the record behind the line."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtGui import QKeyEvent

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.month import editing
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.month_plan.listing import NEW
from roadmap_desktop.ui.month_plan.new_line import TASKS, NewLine
from roadmap_desktop.ui.registers.choices import link_choices
from roadmap_desktop.ui.table.cell_editing import CellEditing
from roadmap_desktop.ui.table.view import TableView


class LineEditing(CellEditing):
    """``days`` gives what the plan shows. Tab goes on in the task that the new line has become, and not in the next new
    line."""

    def __init__(
        self, view: TableView, document: RoadmapDocument, new_line: NewLine, days: Callable[[], Period]
    ) -> None:
        def choices(name: str, values: Mapping[str, Any]) -> list[tuple[str, str]]:
            return link_choices(document, TASKS, "performers", values) if name == "responsible" else []

        def writing(id_: str, field: Field, value: Any) -> Operation:
            if id_ == NEW.id:
                return new_line.taking(field, value)
            line, window = view.model().listing.by_id[id_], days()
            register = BY_ID[line.register]
            return lambda file: editing.set_values(
                file, line, editing.typed_values(register, field.name, value, window)
            )

        super().__init__(view, document, choices, writing)
        self._new_line = new_line

    def begin(self, id_: str, key: str, typed: QKeyEvent | None = None, *, select_all: bool = False) -> None:
        """Opens the editor of a cell."""
        self.commit()
        if id_ == NEW.id and self._new_line.made and key not in ("day", "time", "name"):
            id_ = self._new_line.made
        super().begin(id_, key, typed, select_all=select_all)
