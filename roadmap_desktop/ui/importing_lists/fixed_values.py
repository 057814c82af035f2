"""What is one for all rows of a list: the course of its participants, the year of its results."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.checks import mistake_in
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.register import Register
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import editor_for
from roadmap_desktop.ui.registers.choices import link_choices

_EDITOR_WIDTH = 260


class FixedValues(QWidget):
    """A field and its editor; ``values`` are those that were given, ``changed`` tells of others. ``refused`` carries
    why a value cannot be."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        self._register: Register | None = None
        self.values: dict[str, Any] = {}
        self.field = QComboBox()
        self.field.setAccessibleName("Поле для всех строк")
        self.field.currentIndexChanged.connect(self._show_editor)
        self.editor: Any = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        label = QLabel("Для всех строк:")
        label.setBuddy(self.field)
        self._row.addWidget(label)
        self._row.addWidget(self.field)
        self._row.addStretch(1)

    def offer(self, register: Register, taken: Collection[str], wanted: str = "") -> None:
        """Offers the fields that no column holds; ``wanted`` is one that must be said."""
        if register is not self._register:
            self._register = register
            self.values.clear()
        left = [field for field in register.fields if field.name not in taken]
        self.values = {name: value for name, value in self.values.items() if name not in taken}
        shown = wanted or self.field.currentData()
        self.field.blockSignals(True)
        self.field.clear()
        for field in left:
            self.field.addItem(f"{field.label} ✓" if field.name in self.values else field.label, field.name)
        self.field.setCurrentIndex(max(self.field.findData(shown), 0))
        self.field.blockSignals(False)
        if self.editor is None or self.editor.property("field") != self.field.currentData():
            self._show_editor()

    def _show_editor(self) -> None:
        if self.editor is not None:
            self._row.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
        plan, name = self._document.plan, self.field.currentData()
        if self._register is None or plan is None or not name:
            return
        register, field = self._register, self._register.field(name)
        self.editor = editor_for(
            field, lambda name: link_choices(self._document, register, name, {}), plan.info.period
        )
        self.editor.setProperty("field", name)
        self.editor.setAccessibleName(field.label)
        self.editor.setFixedWidth(_EDITOR_WIDTH)
        self.editor.set_value(self.values.get(name, field.default))
        self.editor.committed.connect(lambda: self._take(name))
        self._row.insertWidget(2, self.editor)

    def _take(self, name: str) -> None:
        assert self._register is not None
        field = self._register.field(name)
        try:
            value = self.editor.value()
        except UserError as error:
            self.refused.emit(error.hint)
            return
        value = value.text if isinstance(value, DueValue) else value
        is_none = value in (None, "", ())
        if not is_none and (why := mistake_in(field, value)):
            self.refused.emit(f"{field.label}: {why}")
            return
        if value != self.values.get(name) and not (is_none and name not in self.values):
            self.values = {other: kept for other, kept in self.values.items() if other != name}
            if not is_none:
                self.values[name] = value
            self.changed.emit()
