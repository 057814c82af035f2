"""What is offered when several activities are chosen: their state, in one step of undo."""

from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors.state_editor import StateEditor
from roadmap_desktop.ui.selection import Selection


class SeveralChosen(QWidget):
    """«Выбрано мероприятий: 3» and the state they share."""

    def __init__(
        self, document: RoadmapDocument, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._selection = selection
        self._title = QLabel()
        self._title.setObjectName("details-title")
        self._state = StateEditor()
        self._state.setPlaceholderText("разное")
        self._state.committed.connect(self._write)
        form = QFormLayout()
        form.addRow("Состояние", self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addLayout(form)

    def show_chosen(self, several: bool) -> None:
        """Shows how many are chosen, or hides."""
        self.setVisible(several)
        plan = self._document.plan
        if not several or plan is None:
            return
        rows = [plan.by_id[id_] for id_ in self._selection.ids if id_ in plan.by_id]
        states = {row.state for row in rows}
        self._title.setText(f"Выбрано мероприятий: {len(rows)}")
        self._state.set_value(states.pop() if len(states) == 1 else None)

    def allow(self, editing: bool) -> None:
        """Lets the state be chosen, or only read."""
        self._state.setEnabled(editing)

    def _write(self) -> None:
        plan, ids, state = self._document.plan, self._selection.ids, self._state.value()
        if plan is not None and state is not None:
            self._document.execute(lambda file: activities.set_field(file, plan, ids, "state", state))
