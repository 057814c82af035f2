"""«Исполнители»: who performs activities and tasks, how many of them; rename everywhere, join, delete whom nothing
names."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan import performers
from roadmap_desktop.operations.plan.performers import PerformerRow
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import dialog_button, press_by_key
from roadmap_desktop.ui.document import RoadmapDocument

_HINT = (
    "Новое название появится во всех мероприятиях и делах сразу. Если один исполнитель записан по-разному, "
    "выделите его названия с Ctrl и объедините."
)
_EMPTY = "Исполнителей пока нет. Они появятся здесь, когда вы впишете их в мероприятие или дело."
_COLUMNS = ("Исполнитель", "Мероприятий", "Дел")
_MOST_OFFERED = 4
# Named more often, a performer is joined in the background.
_QUICK = 200


class PerformersDialog(QDialog):
    """Every change is an edit of its own, saved and undoable, so there is nothing to confirm."""

    guide: ClassVar[str] = "table#Исполнители"

    def __init__(self, document: RoadmapDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Исполнители")
        self.resize(720, 480)
        self._document = document
        self._rows: Sequence[PerformerRow] = ()
        self._hint = QLabel()
        self._hint.setObjectName("start-hint")
        self._hint.setWordWrap(True)
        self.list = _table()
        self.list.itemChanged.connect(self._on_renamed)
        self.list.itemSelectionChanged.connect(self._enable)
        self.rename_button = dialog_button("Переименовать", self._edit)
        self.join_button = dialog_button("Объединить…", self._ask_join)
        self.delete_button = dialog_button("Удалить", self._delete)
        press_by_key(self.list, Qt.Key.Key_Delete, self.delete_button)
        buttons = QHBoxLayout()
        for button in (self.rename_button, self.join_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(dialog_button("Закрыть", self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        document.changed.connect(self._fill)
        self._fill()

    def chosen(self) -> list[PerformerRow]:
        """The marked performers, from the first on."""
        return [self._rows[row] for row in sorted({index.row() for index in self.list.selectedIndexes()})]

    def _fill(self, _change_set: object = None) -> None:
        kept = {row.id for row in self.chosen()}
        self._rows = self._document.query(performers.list_performers, [])
        self.list.blockSignals(True)
        self.list.clearSelection()
        self.list.setRowCount(len(self._rows))
        for index, row in enumerate(self._rows):
            for column, text in enumerate((row.name, str(row.activities), str(row.tasks))):
                # One that is being edited must not be deleted beneath its editor.
                item = self.list.item(index, column) or self._new_item(index, column)
                item.setText(text)
        self.list.blockSignals(False)
        for index, row in enumerate(self._rows):
            if row.id in kept:
                self.list.setCurrentCell(index, 0)
        self._hint.setText(_HINT if self._rows else _EMPTY)
        self._enable()

    def _new_item(self, index: int, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem()
        if column or not self._document.can_edit:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list.setItem(index, column, item)
        return item

    def _enable(self) -> None:
        chosen, can_edit = self.chosen(), self._document.can_edit
        self.rename_button.setEnabled(can_edit and len(chosen) == 1)
        self.join_button.setEnabled(can_edit and 1 < len(chosen) <= _MOST_OFFERED)
        self.delete_button.setEnabled(can_edit and bool(chosen) and all(row.is_unused for row in chosen))

    def _edit(self) -> None:
        self.list.edit(self.list.selectionModel().selectedRows()[0])

    def _on_renamed(self, item: QTableWidgetItem) -> None:
        row, name = self._rows[item.row()], item.text()
        other = performers.performer_named(self._rows, name, besides=row.id)
        if other is not None:
            self._fill()
            messages.ask(
                self,
                "Объединение исполнителей",
                f"Исполнитель «{other.name}» уже есть. Объединить с ним «{row.name}»?",
                "Объединить",
                partial(self._join, [row, other], other),
            )
        elif self._document.execute(lambda file: performers.rename_performer(file, row.id, name)) is None:
            self._fill()

    def _ask_join(self) -> None:
        chosen = self.chosen()
        answers = [(row.name.replace("&", "&&"), partial(self._join, chosen, row)) for row in chosen]
        messages.ask_which(
            self,
            "Объединение исполнителей",
            "Под каким названием оставить исполнителя? Остальные названия заменятся им во всех мероприятиях и делах.",
            answers,
            "Отмена",
        )

    def _join(self, rows: Sequence[PerformerRow], into: PerformerRow) -> None:
        ids = [row.id for row in rows]

        def join(file: RoadmapFile) -> ChangeSet | None:
            return performers.join_performers(file, ids, into.id)

        if sum(row.activities + row.tasks for row in rows if row is not into) > _QUICK:
            self._document.execute_in_background("Исполнители объединяются…", join)
        else:
            self._document.execute(join)

    def _delete(self) -> None:
        ids = [row.id for row in self.chosen()]
        self._document.execute(lambda file: performers.delete_performers(file, ids))


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setAccessibleName("Исполнители")
    table.setHorizontalHeaderLabels(_COLUMNS)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    triggers = QAbstractItemView.EditTrigger
    table.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        table.setColumnWidth(column, 120)
        if (heading := table.horizontalHeaderItem(column)) is not None:
            heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return table
