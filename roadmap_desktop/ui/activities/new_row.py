"""The row into which a new activity's name is typed: nothing is written before that is done, so that Esc leaves
nothing behind."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.activities.row_commands import created
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.table.cell_editing import CellEditing
from roadmap_desktop.ui.table.view import TableView

NEW_ID = "new"


class NewRow:
    """``made`` is the key of the activity that it has become last."""

    def __init__(self) -> None:
        self.is_open, self.made = False, ""
        self.after: str | None = None
        self._section: str | None = None

    def open(self, after: str | None, section: str | None) -> None:
        """Shows it below the activity with that key, or at the end of the plan, from the next ``within`` on; in the
        section with that key (empty: in none), or in that activity's."""
        self.is_open, self.made, self.after, self._section = True, "", after, section

    def within(self, plan: Plan | None) -> Plan | None:
        """The plan with the row in it while there is one."""
        if plan is None or not self.is_open:
            return plan
        rows = list(plan.activities)
        neighbour = plan.by_id.get(self.after or "") or (rows[-1] if rows else None)
        index = rows.index(neighbour) + 1 if neighbour is not None else 0
        values = {field.name: field.default for field in ACTIVITIES.record.declared} | {
            "id": NEW_ID,
            "name": activities.NEW_NAME,
            "section_id": self._section_beside(neighbour),
            "number": "",
            "due": read_due("", plan.info.period),
        }
        rows.insert(index, ActivityRow(**{name: values[name] for name in ActivityRow._fields}))
        return Plan(plan.info, plan.sections, tuple(rows))

    def _section_beside(self, neighbour: ActivityRow | None) -> str | None:
        if self._section is not None:
            return self._section or None
        return neighbour.section_id if neighbour is not None else None

    def taking(self, name: str) -> Operation:
        """What makes it an activity of that name. Raises UserError for an empty one."""
        after, section = self.after, self._section

        def take(file: RoadmapFile) -> ChangeSet | None:
            activities.refuse_empty_name(name)
            change_set = activities.add_activity(
                file, ActivityDraft(name=name), after=after, section_id=section or None
            )
            if change_set is not None:
                self.is_open, self.made = False, created(change_set)[0]
            return change_set

        return take


class RowEditing(CellEditing):
    """Of the plan's table. What ends the editing of the new row makes it an activity, or with Esc lets it go:
    ``settled`` carries the key of the row to be chosen then. Tab goes on in the activity that it has become."""

    settled = Signal(str)

    def __init__(self, view: TableView, document: RoadmapDocument, new_row: NewRow) -> None:
        def choices(name: str, _values: Mapping[str, Any]) -> list[tuple[str, str]]:
            return document.plan.choices(name) if document.plan is not None else []

        def writing(id_: str, field: Field, value: Any) -> Operation:
            plan = document.plan
            assert plan is not None
            if id_ == NEW_ID:
                return new_row.taking(value)
            return lambda file: activities.set_field(file, plan, [id_], field.name, value)

        self._new_row = new_row
        super().__init__(view, document, choices, writing)

    def begin(self, id_: str, key: str, typed: QKeyEvent | None = None, *, select_all: bool = False) -> None:
        """Opens the editor of a cell."""
        self.commit()
        super().begin(
            self._new_row.made if id_ == NEW_ID and self._new_row.made else id_,
            key,
            typed,
            select_all=select_all,
        )
        if id_ == NEW_ID and self._new_row.is_open:
            # Also the name that it begins with is kept by Enter.
            self._before = None

    def commit(self, *, leaving_invalid: bool = False) -> None:
        """Closes the editor and writes its value."""
        was_open = self._new_row.is_open and self.editor is not None
        super().commit(leaving_invalid=leaving_invalid)
        self._settle(was_open=was_open)

    def cancel(self) -> None:
        """Closes the editor; nothing changes."""
        was_open = self._new_row.is_open and self.editor is not None
        super().cancel()
        self._settle(was_open=was_open)

    def leave(self) -> None:
        """A new row to which nothing was given goes with the file."""
        if self._new_row.is_open and self.editor is not None and self.editor.value() == activities.NEW_NAME:
            self.cancel()
        else:
            super().leave()

    def _settle(self, *, was_open: bool) -> None:
        if not was_open or self.editor is not None:
            return
        self._new_row.is_open = False
        self.settled.emit(self._new_row.made or self._new_row.after or "")
