"""One of the five states, each in its tint."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui.editors.choice_editor import ChoiceEditor
from roadmap_desktop.ui.theme import pill_text, tint


class StateEditor(ChoiceEditor):
    """Looks like the pill of its state; None shows none, as for several activities that differ."""

    def __init__(self, parent: QWidget | None = None, *, in_cell: bool = False) -> None:
        super().__init__(State, parent, in_cell=in_cell)
        for index, state in enumerate(State):
            standing = Standing(state, 0)
            self.setItemText(index, pill_text(standing))
            ground, ink = tint(standing)
            self.setItemData(index, ground, Qt.ItemDataRole.BackgroundRole)
            self.setItemData(index, ink, Qt.ItemDataRole.ForegroundRole)
        if not in_cell:
            self.currentIndexChanged.connect(self._wear_tint)
            self._wear_tint()

    def set_value(self, value: State | None) -> None:
        """Shows a state."""
        if value is None:
            self.setCurrentIndex(-1)
        else:
            super().set_value(value)

    def _wear_tint(self) -> None:
        state = self.value()
        if state is None:
            self.setStyleSheet("")
            return
        ground, ink = tint(Standing(state, 0))
        self.setStyleSheet(f"StateEditor {{ background: {ground.name()}; color: {ink.name()}; }}")
