"""«Редакции»: the approved revisions of the plan, to look back at and to go back to."""

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.merging import Comparison
from roadmap_desktop.operations.plan import revisions
from roadmap_desktop.operations.plan.revisions import RevisionRow
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog, press_by_key
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.revisions.approve_dialog import ApproveDialog
from roadmap_desktop.ui.revisions.differences import show_comparison
from roadmap_desktop.ui.revisions.table import RevisionTable
from roadmap_desktop.ui.runner import Task

_HINT = "Чтобы сравнить две редакции, выберите вторую, удерживая Ctrl. Двойной щелчок по названию переименовывает."
_EMPTY = "Редакций пока нет. Утверждённая редакция хранит план таким, каким он был в этот день."
_PRESENT = "план, какой он сейчас"


class RevisionsDialog(QDialog):
    """``told`` carries a sentence for the status line when the plan has become another. ``chosen`` is the key of the
    revision to begin with, the newest when it is empty."""

    guide: ClassVar[str] = "revisions"
    told = Signal(str)

    def __init__(self, document: RoadmapDocument, parent: QWidget | None = None, chosen: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle("Редакции")
        self.resize(1000, 440)
        self._document = document
        self._task: Task | None = None
        self._hint = QLabel()
        self._hint.setObjectName("start-hint")
        self._hint.setWordWrap(True)
        self.table = RevisionTable(chosen)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.itemChanged.connect(self._rename)
        self._lay_out()
        document.changed.connect(self._read)
        document.access_changed.connect(self._read)
        self._read()

    def done(self, result: int) -> None:
        """Stops reading."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.table, 1)
        row.addLayout(self._buttons())
        closing = QDialogButtonBox()
        closing.addButton("Закрыть", QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        closing.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addWidget(self._hint)
        column.addLayout(row, 1)
        column.addWidget(closing)

    def _buttons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self._approving = self._button("Утвердить редакцию…", self._ask_approval)
        self._approving.setProperty("primary", True)
        self._comparing = self._button("Сравнить с планом", self._compare)
        self._going_back = self._button("Вернуться к редакции…", self._ask_to_go_back)
        self._deleting = self._button("Удалить", self._delete)
        press_by_key(self.table, Qt.Key.Key_Delete, self._deleting)
        press_by_key(self.table, Qt.Key.Key_Insert, self._approving)
        for button in (self._approving, self._comparing, self._going_back, self._deleting):
            column.addWidget(button)
        column.addStretch(1)
        return column

    def _button(self, text: str, pressed: object) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _read(self, _change_set: object = None) -> None:
        if self._task is not None:
            self._task.cancel()
        self._approving.setEnabled(False)
        self._task = self._document.query_in_background("Редакции читаются…", revisions.revisions, self._show)

    def _show(self, rows: tuple[RevisionRow, ...]) -> None:
        self.table.show_rows(rows)
        self._hint.setText(_HINT if rows else _EMPTY)
        self._approving.setEnabled(self._document.can_edit)
        self._enable()

    def _enable(self) -> None:
        count = len(self.table.chosen)
        self._comparing.setText("Сравнить выбранные" if count > 1 else "Сравнить с планом")
        self._comparing.setEnabled(count in (1, 2))
        self._going_back.setEnabled(count == 1 and self._document.can_edit)
        self._deleting.setEnabled(count == 1 and self._document.can_edit)

    def _ask_approval(self) -> None:
        rows = self.table.rows
        dialog = ApproveDialog(revisions.suggested_name(rows), {row.name for row in rows}, self)
        dialog.approved.connect(self._approve)
        open_dialog(dialog)

    def _approve(self, name: str, order: str, order_date: object, ground: str) -> None:
        today = self._document.today()
        self._document.execute(lambda file: revisions.approve(file, name, order, order_date, today, ground))  # type: ignore[arg-type]

    def _rename(self, item: QTableWidgetItem) -> None:
        row, name = self.table.rows[item.row()], item.text()
        if self._document.execute(lambda file: revisions.rename(file, row.id, name)) is None:
            self.table.show_rows(self.table.rows)

    def _delete(self) -> None:
        (row,) = self.table.chosen
        self._document.execute(lambda file: revisions.delete(file, row.id))

    def _compare(self) -> None:
        chosen = self.table.chosen
        # The table has the newest first.
        old, new = chosen[-1], chosen[0] if len(chosen) == 2 else None
        self._document.query_in_background(
            "Редакции сравниваются…",
            lambda file: revisions.compare(file, old.id, new.id if new else None),
            partial(self._show_comparison, old.name, new.name if new else _PRESENT),
        )

    def _show_comparison(self, old: str, new: str, told: Comparison) -> None:
        show_comparison(old, new, told, self)

    def _ask_to_go_back(self) -> None:
        (row,) = self.table.chosen
        question = (
            f"Вернуться к редакции «{row.name}»? План станет таким, каким был в ней. Всё, что изменено после неё, "
            "уйдёт из плана, но останется в истории. Сами редакции останутся. Возврат можно отменить."
        )
        messages.ask(self, "Возврат к редакции", question, "Вернуться", partial(self._go_back, row.id))

    def _go_back(self, revision_id: str) -> None:
        self._document.execute_in_background(
            "План возвращается к редакции…",
            lambda file: revisions.go_back(file, revision_id),
            self._on_gone_back,
        )

    def _on_gone_back(self, change_set: ChangeSet) -> None:
        self.told.emit(f"{change_set.label}. Отменить: Ctrl+Z")
        self.accept()
