"""Who takes a course, as one list of all teachers: ticked, and filled in, at once."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import words
from roadmap_desktop.operations.registers.sheets import Participation, Seat, read_seats, write_seats
from roadmap_desktop.operations.registers.typed_values import parse_date
from roadmap_desktop.ui.dialogs import dialog_button, save_by_keys
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.sheet_table import SheetTable

_SIZE = (980, 640)
_HEADINGS = ("Педагог", "Школа", "Удостоверение, №", "Дата выдачи", "Итог")
_TEACHER, _SCHOOL, _CERTIFICATE, _ISSUED, _RESULT = range(len(_HEADINGS))
_ALL = "Все школы"
_TICKED = Qt.CheckState.Checked


class SeatsDialog(QDialog):
    """Nothing is written before «Сохранить», and then as one step of undo."""

    guide: ClassVar[str] = "teachers#Участники курсов"

    def __init__(self, document: RoadmapDocument, course_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._course = document, course_id
        self.setWindowTitle("Участники курсов")
        resize_within_screen(self, *_SIZE)
        nobody: list[Seat] = []
        self._seats = document.query(lambda file: read_seats(file, course_id), nobody)
        self.table = self._new_table()
        self.schools, self.search = QComboBox(), QLineEdit()
        self.schools.setAccessibleName("Школа")
        self.schools.addItems([_ALL, *dict.fromkeys(seat.school for seat in self._seats if seat.school)])
        self.schools.currentIndexChanged.connect(self._filter)
        self.search.setAccessibleName("Поиск педагога")
        self.search.setPlaceholderText("Поиск педагога")
        self.search.textChanged.connect(self._filter)
        self.tick_shown = dialog_button("Отметить показанных", self._tick_shown)
        self.said, self._mistake = QLabel(), QLabel()
        self._mistake.setObjectName("mistake")
        self.table.told.connect(self._mistake.setText)
        self.save = dialog_button("Сохранить", self.accept, primary=True)
        self.save.setEnabled(document.can_edit)
        self._lay_out()
        self.table.itemChanged.connect(self._on_changed)
        self._tell()

    def accept(self) -> None:
        """Writes what was ticked and filled in; a date that is none is told and stays typed."""
        try:
            seats = self._changed()
        except UserError as error:
            self._mistake.setText(error.reason)
            return
        if not seats or self._document.execute(lambda file: write_seats(file, self._course, seats)):
            super().accept()

    def _changed(self) -> dict[str, Participation | None]:
        found = {}
        for row, seat in enumerate(self._seats):
            taken = self._taken(row)
            if taken != seat.taken:
                found[seat.teacher_id] = taken
        return found

    def _taken(self, row: int) -> Participation | None:
        if self.table.at(row, _TEACHER).checkState() != _TICKED:
            return None
        texts = [self.table.at(row, column).text().strip() for column in (_CERTIFICATE, _ISSUED, _RESULT)]
        try:
            issued: date | None = parse_date(texts[1])
        except UserError as error:
            self.table.setCurrentCell(row, _ISSUED)
            raise error.about(self._seats[row].teacher) from None
        return Participation(texts[0], issued, texts[2])

    def _new_table(self) -> SheetTable:
        table = SheetTable(len(self._seats), _HEADINGS)
        table.setAccessibleName("Участники курсов")
        for column, width in enumerate((260, 140, 150, 110)):
            table.setColumnWidth(column, width)
        table.horizontalHeader().setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        for row, seat in enumerate(self._seats):
            taken = seat.taken or Participation()
            issued = f"{taken.issued_on:%d.%m.%Y}" if taken.issued_on else ""
            texts = (seat.teacher, seat.school, taken.certificate, issued, taken.result)
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
            table.at(row, _SCHOOL).setFlags(enabled)
            name = table.at(row, _TEACHER)
            name.setFlags(enabled | Qt.ItemFlag.ItemIsUserCheckable)
            name.setCheckState(_TICKED if seat.taken is not None else Qt.CheckState.Unchecked)
        return table

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.schools)
        head.addWidget(self.search, 1)
        head.addWidget(self.tick_shown)
        foot.addWidget(self.said)
        foot.addWidget(self._mistake, 1)
        foot.addWidget(dialog_button("Отмена", self.reject))
        foot.addWidget(self.save)
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _filter(self) -> None:
        wanted, school = words(self.search.text()), self.schools.currentText()
        for row, seat in enumerate(self._seats):
            text = " ".join(words(seat.teacher))
            is_found = all(word in text for word in wanted) and school in (_ALL, seat.school)
            self.table.setRowHidden(row, not is_found)

    def _tick_shown(self) -> None:
        for row in range(self.table.rowCount()):
            if not self.table.isRowHidden(row):
                self.table.at(row, _TEACHER).setCheckState(_TICKED)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        if item.column() > _SCHOOL and item.text().strip():
            # Who has a certificate has taken the course.
            self.table.at(item.row(), _TEACHER).setCheckState(_TICKED)
        self._tell()

    def _tell(self) -> None:
        rows = range(self.table.rowCount())
        count = sum(self.table.at(row, _TEACHER).checkState() == _TICKED for row in rows)
        self.said.setText(f"Отмечено: {counted(count, 'участник', 'участника', 'участников')}")
