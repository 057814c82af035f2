"""«Разделы дорожной карты»: add, rename, order and delete sections, and put the chosen activities into one."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.operations.plan import activities, roadmap
from roadmap_desktop.ui.dialogs import open_dialog, press_by_key
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.name_dialog import NameDialog
from roadmap_desktop.ui.selection import Selection

_HINT = "Двойной щелчок переименовывает. Мероприятия удалённого раздела остаются в плане."
_EMPTY = "Разделов пока нет. Добавьте раздел, выберите мероприятия в таблице и поместите их сюда."
_KEYS = {"Добавить": Qt.Key.Key_Insert, "Удалить": Qt.Key.Key_Delete}
_KEY = Qt.ItemDataRole.UserRole


class SectionsDialog(QDialog):
    """Every press of a button is an edit of its own, saved and undoable, so there is nothing to confirm."""

    guide: ClassVar[str] = "table#Разделы"

    def __init__(
        self, document: RoadmapDocument, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Разделы дорожной карты")
        self.resize(560, 380)
        self._document = document
        self._selection = selection
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setObjectName("start-hint")
        column.addWidget(self._hint)
        row = QHBoxLayout()
        column.addLayout(row)
        self.list = QListWidget()
        self.list.setObjectName("sections")
        self.list.setAccessibleName("Разделы")
        triggers = QAbstractItemView.EditTrigger
        self.list.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.list.itemChanged.connect(self._rename)
        self.list.currentRowChanged.connect(self._enable)
        row.addWidget(self.list, 1)
        row.addLayout(self._buttons())
        closing = QDialogButtonBox()
        closing.addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        closing.rejected.connect(self.reject)
        column.addWidget(closing)
        document.changed.connect(self._fill)
        self._fill()

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self._needing_choice: list[QPushButton] = []
        for text, act in (
            ("Добавить", self._add),
            ("Удалить", self._delete),
            ("Выше", lambda: self._move(-1)),
            ("Ниже", lambda: self._move(1)),
            ("Поместить сюда выбранные", self._take_in),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            column.addWidget(button)
            if text in _KEYS:
                press_by_key(self.list, _KEYS[text], button)
            if text != "Добавить":
                self._needing_choice.append(button)
        column.addStretch(1)
        return column

    def _fill(self, _change_set: object = None) -> None:
        plan = self._document.plan
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for section in plan.sections if plan else ():
            item = QListWidgetItem(section.name)
            item.setData(_KEY, section.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._enable()

    def _enable(self) -> None:
        self._hint.setText(_HINT if self.list.count() else _EMPTY)
        for button in self._needing_choice:
            button.setEnabled(self._chosen() is not None)

    def _add(self) -> None:
        """Asks for its name first, as the table does: given up, nothing is left behind."""

        def add(name: str) -> None:
            self._document.execute(lambda file: roadmap.add_section(file, name))
            self.list.setCurrentRow(self.list.count() - 1)

        dialog = NameDialog("Новый раздел", "Название раздела", "", "Добавить", self)
        dialog.named.connect(add)
        open_dialog(dialog)

    def _rename(self, item: QListWidgetItem) -> None:
        key, name = item.data(_KEY), item.text()
        if self._document.execute(lambda file: roadmap.rename_section(file, key, name)) is None:
            self._fill()

    def _delete(self) -> None:
        key = self._chosen()
        if key is not None:
            self._document.execute(lambda file: roadmap.delete_section(file, key))

    def _move(self, step: int) -> None:
        key, target = self._chosen(), self.list.currentRow() + step
        if key is not None and 0 <= target < self.list.count():
            self._document.execute(lambda file: roadmap.move_section(file, key, target))
            self.list.setCurrentRow(target)

    def _take_in(self) -> None:
        key, plan, ids = self._chosen(), self._document.plan, list(self._selection.ids)
        if key is not None and plan is not None:
            self._document.execute(lambda file: activities.set_field(file, plan, ids, "section_id", key))

    def _chosen(self) -> str | None:
        item = self.list.currentItem()
        return item.data(_KEY) if item else None
