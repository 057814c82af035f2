"""The sheet of self-assessment: all that one teacher, or the teachers of a school, give themselves, filled at once."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.registers.teachers import HIGHEST, LOWEST
from roadmap_desktop.operations.registers.sheets import (
    AssessmentSheet,
    Statement,
    read_assessments,
    write_assessments,
)
from roadmap_desktop.ui.dialogs import dialog_button, save_by_keys
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import DateEditor
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.sheet_table import SheetTable

_SIZE = (980, 640)
_SCORE_WIDTH, _NAME_WIDTH, _AROUND, _MOST_LINES = 84, 420, 28, 4
_WRAPPED = Qt.AlignmentFlag(int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap))
_HINT = f"Балл от {LOWEST} до {HIGHEST} — цифрой на клавиатуре или двойным щелчком; Delete — очистить."
_OPEN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ScoreTable(SheetTable):
    """A row for each statement beneath the caption of its competence, a column for each teacher."""

    def __init__(self, sheet: AssessmentSheet) -> None:
        self._rows = _captioned(sheet.statements)
        super().__init__(len(self._rows), ("Что оценивается", *(name for _, name in sheet.teachers)))
        self.sheet = sheet
        self.setAccessibleName("Самооценка по компетенциям")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        across = self.horizontalHeader()
        across.setDefaultAlignment(_WRAPPED)
        for column, (_, name) in enumerate(sheet.teachers, 1):
            longest = max(map(across.fontMetrics().horizontalAdvance, name.split() or [""]))
            self.setColumnWidth(column, max(longest + _AROUND, _SCORE_WIDTH))
        # Each word may have a line: by the last one namesakes are told apart.
        lines = max((len(name.split()) for _, name in sheet.teachers), default=1)
        across.setFixedHeight(min(max(lines, 2), _MOST_LINES) * self.fontMetrics().height() + 10)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setColumnWidth(0, _NAME_WIDTH)
        if len(sheet.teachers) == 1:
            across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for index, row in enumerate(self._rows):
            self._fill(index, row)
        self.doubleClicked.connect(lambda _index: self._offer())
        self.setCurrentCell(1, 1)

    def points(self) -> dict[tuple[str, Statement], int | None]:
        """The points that are others than they were; None where one was taken back."""
        found: dict[tuple[str, Statement], int | None] = {}
        for index, row in enumerate(self._rows):
            for column, (teacher, _) in enumerate(self.sheet.teachers, 1):
                if isinstance(row, Statement):
                    text = self.at(index, column).text()
                    score = int(text) if text else None
                    if score != self.sheet.scores.get((teacher, row)):
                        found[teacher, row] = score
        return found

    def takes(self, item: QTableWidgetItem, text: str) -> bool:
        is_cell = item.column() > 0 and self.is_filled_in(item.row())
        return is_cell and (not text or (text.isdigit() and LOWEST <= int(text) <= HIGHEST))

    def is_filled_in(self, row: int) -> bool:
        return isinstance(self._rows[row], Statement)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and LOWEST <= int(event.text()) <= HIGHEST:
            self.give(event.text())
            self._go_on()
        elif event.key() in _OPEN:
            self._offer()
        else:
            super().keyPressEvent(event)

    def _fill(self, index: int, row: Statement | str) -> None:
        text = row if isinstance(row, str) else row.name or "В целом"
        self.setItem(index, 0, _item(text, Qt.ItemFlag.ItemIsEnabled))
        if isinstance(row, str):
            font = self.font()
            font.setBold(True)
            self.at(index, 0).setFont(font)
            self.setSpan(index, 0, 1, self.columnCount())
            return
        for column, (teacher, _) in enumerate(self.sheet.teachers, 1):
            score = self.sheet.scores.get((teacher, row))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            self.setItem(index, column, _item("" if score is None else str(score), flags))
            self.at(index, column).setTextAlignment(Qt.AlignmentFlag.AlignCenter)

    def _go_on(self) -> None:
        """To the next statement, and from the last one to the next teacher's first."""
        rows = [place for place, row in enumerate(self._rows) if isinstance(row, Statement)]
        below = next((place for place in rows if place > self.currentRow()), None)
        if below is not None:
            self.setCurrentCell(below, self.currentColumn())
        elif self.currentColumn() + 1 < self.columnCount():
            self.setCurrentCell(rows[0], self.currentColumn() + 1)

    def _offer(self) -> None:
        """The points to choose from, beneath the cell."""
        index = self.currentIndex()
        if index.column() < 1 or isinstance(self._rows[index.row()], str):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for score in range(LOWEST, HIGHEST + 1):
            menu.addAction(str(score), lambda score=score: self.give(str(score)))
        menu.addAction("Очистить", lambda: self.give(""))
        below: QPoint = self.visualRect(index).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(below))


class AssessmentDialog(QDialog):
    """Nothing is written before «Сохранить», and then as one step of undo."""

    guide: ClassVar[str] = "teachers#Самооценка"

    def __init__(
        self, document: RoadmapDocument, teacher_ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle("Лист самооценки")
        resize_within_screen(self, *_SIZE)
        nothing = AssessmentSheet((), (), {})
        sheet = document.query(lambda file: read_assessments(file, teacher_ids), nothing)
        if len(sheet.teachers) == 1:
            self.setWindowTitle(f"Лист самооценки — {sheet.teachers[0][1]}")
        self.table = ScoreTable(sheet)
        self.assessed_on = DateEditor()
        self.assessed_on.setAccessibleName("Дата самооценки")
        self.assessed_on.setMaximumWidth(190)
        self.assessed_on.set_value(document.today())
        self.save = dialog_button("Сохранить", self.accept, primary=True)
        self.save.setEnabled(document.can_edit)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(QLabel("Дата"))
        head.addWidget(self.assessed_on)
        head.addStretch(1)
        hint = QLabel(_HINT)
        hint.setObjectName("details-label")
        self.table.told.connect(lambda sentence: hint.setText(sentence or _HINT))
        foot.addWidget(hint, 1)
        foot.addWidget(dialog_button("Отмена", self.reject))
        foot.addWidget(self.save)
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.table.setFocus()

    def accept(self) -> None:
        """Writes what was filled in."""
        try:
            day = self.assessed_on.value()
        except UserError:
            self.assessed_on.setFocus()
            return
        points = self.table.points()
        if not points or self._document.execute(lambda file: write_assessments(file, points, day)):
            super().accept()


def _captioned(statements: Sequence[Statement]) -> list[Statement | str]:
    rows: list[Statement | str] = []
    for index, one in enumerate(statements):
        if index == 0 or statements[index - 1].competence is not one.competence:
            rows.append(f"{COMPETENCES[one.competence].many} компетенции")
        rows.append(one)
    return rows


def _item(text: str, flags: Qt.ItemFlag) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(flags)
    return item
