"""The section of an activity, of those that the plan has."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from roadmap_desktop.model.rows import SectionRow


class SectionEditor(QComboBox):
    """A choice is done at once. The value is the section's key, None for none."""

    committed = Signal()
    cancelled = Signal()

    def __init__(self, sections: Iterable[SectionRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A section's name may be longer than any panel is wide.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer(sections)
        self.activated.connect(lambda _index: QTimer.singleShot(0, self, self.committed.emit))

    def offer(self, sections: Iterable[SectionRow]) -> None:
        """Takes the plan's sections as they are now; the value stays."""
        value = self.value()
        self.clear()
        self.addItem("без раздела", None)
        for section in sections:
            self.addItem(section.name, section.id)
        self.set_value(value)

    def value(self) -> Any:
        """The key of the section chosen."""
        return self.currentData()

    def set_value(self, value: str | None) -> None:
        """Shows a section."""
        self.setCurrentIndex(max(self.findData(value), 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past must not move an activity.
        event.ignore()
