"""The third step: a new roadmap, or into the open one, and what of that is changed."""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.plan.importing import PlanReading
from roadmap_desktop.operations.plan.updating import Update
from roadmap_desktop.ui.importing.update_tree import UpdateTree
from roadmap_desktop.ui.roadmap_form import RoadmapForm
from roadmap_desktop.ui.screen_room import scrolled


class Way(Enum):
    """What becomes of the rows."""

    NEW = auto()
    APPEND = auto()
    UPDATE = auto()


_WORDS = {
    Way.NEW: "Новая дорожная карта",
    Way.APPEND: "Добавить в открытую карту",
    Way.UPDATE: "Обновить открытую карту",
}
_ATTACHED = "Сохранить и сам документ в справочнике «Документы»"
_SAFE = "Перед этим делается резервная копия; отменить всё сразу — Ctrl+Z."


class TargetStep(QWidget):
    """``way_changed`` when another way was chosen."""

    way_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ways = QButtonGroup(self)
        self.buttons = {way: QRadioButton(words) for way, words in _WORDS.items()}
        self.attaching = QCheckBox(_ATTACHED)
        self.tree = UpdateTree()
        self.form: RoadmapForm | None = None
        self._appended, self._counts = QLabel(), QLabel()
        for label in (self._appended, self._counts):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._parts = QStackedWidget()
        self._lay_out()
        self._ways.buttonToggled.connect(lambda _button, on: self._on_way() if on else None)

    @property
    def way(self) -> Way:
        """The chosen one."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    def show_reading(
        self, reading: PlanReading, update: Update | None, roadmap: Mapping[str, Any], period: Period
    ) -> None:
        """Offers what can be done with these rows: with the open plan only where ``update`` says how it differs.
        ``roadmap`` are the fields of a new one."""
        for way in (Way.APPEND, Way.UPDATE):
            self.buttons[way].setEnabled(update is not None)
        self._show_form(RoadmapForm(roadmap, period))
        rows = counted(len(reading.rows), "мероприятие", "мероприятия", "мероприятий")
        self._appended.setText(
            f"В конец плана добавится {rows}; разделы, которых в нём ещё нет, появятся.\n{_SAFE}"
        )
        if update is not None:
            self.tree.show_update(update, reading)
            same = f"Без изменений: {update.unchanged}. " if update.unchanged else ""
            self._counts.setText(f"{same}Неотмеченное останется как есть. {_SAFE}")
        self.buttons[_usual(reading, update)].setChecked(True)
        self._on_way()

    def _show_form(self, form: RoadmapForm) -> None:
        old = self._parts.widget(0)
        self._parts.removeWidget(old)
        old.deleteLater()
        self._parts.insertWidget(0, scrolled(form))
        form.form.setContentsMargins(0, 4, 8, 4)
        self.form = form

    def _on_way(self) -> None:
        self._parts.setCurrentIndex(list(Way).index(self.way))
        self.way_changed.emit()

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(18)
        for button in self.buttons.values():
            self._ways.addButton(button)
            ways.addWidget(button)
        ways.addStretch(1)
        updating = QWidget()
        inner = QVBoxLayout(updating)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self._counts)
        inner.addWidget(self.tree, 1)
        for part in (QWidget(), self._appended, updating):
            self._parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(ways)
        column.addWidget(self._parts, 1)
        column.addWidget(self.attaching)


def _usual(reading: PlanReading, update: Update | None) -> Way:
    """What is most likely meant: an update where half of the rows are in the plan already. The plan of another year
    would take all days of this one back."""
    is_of_other_year = update and reading.period and not update.period.overlaps(reading.period)
    if update is None or is_of_other_year:
        return Way.NEW
    return Way.UPDATE if 2 * (len(reading.rows) - len(update.new)) >= len(reading.rows) else Way.APPEND
