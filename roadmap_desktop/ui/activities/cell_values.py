"""Activities' values in the editors of the plan's table."""

from typing import Any

from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.field import Field
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.ui.document import Operation, RoadmapDocument


class ActivityValues:
    """Editors bring calendars and completers along, and are imported when someone edits."""

    def __init__(self, document: RoadmapDocument) -> None:
        self._document = document

    def editor(self, field: Field, parent: QWidget) -> Any:
        """A fresh editor for a field."""
        from roadmap_desktop.ui.editors.by_kind import activity_editor

        assert self._document.plan is not None
        return activity_editor(field, self._document.plan, parent, in_cell=True)

    def value(self, row: ActivityRow, field: Field) -> Any:
        """A row's value as the editor takes it."""
        from roadmap_desktop.ui.editors.field_values import value_of

        return value_of(row, field.name)

    def entered(self, editor: Any) -> Any:
        """What an editor holds."""
        return editor.value()

    def writing(self, id_: str, field: Field, value: Any) -> Operation:
        """The operation that gives an activity what an editor held."""
        from roadmap_desktop.ui.editors.field_values import writing

        assert self._document.plan is not None
        return writing(self._document.plan, [id_], field.name, value)
