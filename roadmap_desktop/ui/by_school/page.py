"""The page «По школам»."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
)

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.registers.by_school import Cell, Matrix, Place, read_matrix, set_cells
from roadmap_desktop.ui.by_school.cell_dialog import CellDialog
from roadmap_desktop.ui.by_school.cell_pictures import CellPictures
from roadmap_desktop.ui.by_school.model import MatrixModel, shown_report
from roadmap_desktop.ui.commands import Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.theme import colour
from roadmap_desktop.ui.to_clipboard import put_table

if TYPE_CHECKING:
    from roadmap_desktop.operations.printing.printing import Report

_HEIGHT = 42
_NAMES_WIDTH = 330
_CELL = QSize(92, 40)
# Of a heading: what stands on both sides of its words.
_AROUND = 16
_EMPTY = "Школ пока нет. Добавьте их в справочник «Школы», и здесь появится таблица: мероприятия по школам."
_HINT = "Пробел — следующее состояние, Enter — состояние, дата и документ, Delete — очистить."
_Keys = QKeySequence.StandardKey
_ONCE = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
# What the space bar makes of a state.
_NEXT = {None: State.DONE, State.DONE: State.IN_WORK, State.IN_WORK: State.PLANNED, State.PLANNED: None}


class MatrixView(QTableView):
    """``filled`` carries places and a state, or None to empty them; ``opened`` places."""

    filled = Signal(list, object)
    opened = Signal(list)
    chosen_changed = Signal()

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.matrix = model
        self.setModel(model)
        self.setObjectName("matrix")
        self._pictures = CellPictures(_CELL)
        # Every pixel is painted, so that scrolling moves what is there and paints the rest.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Мероприятия по школам")
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(_CELL.height())
        down.setFixedWidth(_NAMES_WIDTH)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setDefaultSectionSize(_CELL.width())
        across.setTextElideMode(Qt.TextElideMode.ElideNone)
        for header in (down, across):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.chosen()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Gives the names of activities the room that the schools leave, and those of schools the lines they need."""
        cells = self.matrix.columnCount() * _CELL.width()
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.contentsRect().width() - bar - cells
        wanted = max(_NAMES_WIDTH, room)
        if wanted != self.verticalHeader().width():
            self.verticalHeader().setFixedWidth(wanted)
        across = self.horizontalHeader()
        font = across.font()
        font.setBold(True)
        within = QRect(0, 0, _CELL.width() - _AROUND, _CELL.height() * 2)
        lines = [
            QFontMetrics(font).boundingRect(within, int(Qt.TextFlag.TextWordWrap), school.name).height()
            for school in self.matrix.matrix.schools
        ]
        across.setFixedHeight(min(max(lines, default=0), within.height()) + _AROUND)

    def chosen(self) -> list[Place]:
        """The cells that are marked."""
        places = (self.matrix.place(index) for index in self.selectedIndexes())
        return [place for place in places if place is not None]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Straight from the model: asking a delegate for each cell would cost more than the painting."""
        asked, model = event.rect(), self.matrix
        painter = QPainter(self.viewport())
        painter.fillRect(asked, colour("paper"))
        down, across = self.verticalHeader(), self.horizontalHeader()
        rows = _span(asked.top() + down.offset(), asked.height(), _CELL.height(), model.rowCount())
        columns = _span(asked.left() + across.offset(), asked.width(), _CELL.width(), model.columnCount())
        font, ratio = self.font(), self.devicePixelRatioF()
        for row in rows:
            top = row * _CELL.height() - down.offset()
            for column in columns:
                picture = self._pictures.of(*model.looks(row, column), font, ratio)
                painter.drawPixmap(column * _CELL.width() - across.offset(), top, picture)
        painter.setPen(QPen(colour("accent"), 2))
        for part in self.selectionModel().selection().toList():
            for row in range(max(part.top(), rows.start), min(part.bottom() + 1, rows.stop)):
                for column in range(max(part.left(), columns.start), min(part.right() + 1, columns.stop)):
                    place = QPoint(
                        column * _CELL.width() - across.offset(), row * _CELL.height() - down.offset()
                    )
                    painter.drawRect(QRect(place, _CELL).adjusted(1, 1, -2, -2))

    def copy(self) -> None:
        """Puts the marked cells on the clipboard, with the names of their rows and columns."""
        put_table(*self.matrix.block(self.selectedIndexes()))

    def clear_chosen(self) -> None:
        """Empties the marked cells."""
        if chosen := self.chosen():
            self.filled.emit(chosen, None)

    def open_chosen(self) -> None:
        """Asks what the marked cells are to hold."""
        if chosen := self.chosen():
            self.opened.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        matches = event.matches
        if event.key() in _ONCE or matches(_Keys.Cut):
            # Held, it would go on through the states, and empty cells one after the other.
            if not event.isAutoRepeat():
                self._write(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.open_chosen()
        elif matches(_Keys.Copy):
            self.copy()
        elif matches(_Keys.SelectAll) or not event.text().isprintable() or not event.text():
            super().keyPressEvent(event)
        else:
            # Qt would go to a row that begins with the letter.
            event.ignore()

    def _write(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            cell = self.matrix.cell(self.currentIndex())
            if chosen := self.chosen():
                self.filled.emit(chosen, _NEXT.get(cell.state if cell is not None else None))
            return
        if event.matches(_Keys.Cut):
            self.copy()
        self.clear_chosen()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()


def _span(start: int, length: int, step: int, number: int) -> range:
    """Which of the rows, or columns, of one size stand in a stretch of pixels."""
    return range(max(start // step, 0), min((start + length) // step + 1, number))


class BySchoolPage(Page):
    """Activities down, schools across; the cells are written for all that are marked at once."""

    guide = "by_school"

    def __init__(self, document: RoadmapDocument) -> None:
        super().__init__()
        self._document = document
        self._model = MatrixModel()
        self.view = MatrixView(self._model)
        self.view.filled.connect(self._fill)
        self.view.opened.connect(self._open)
        self.view.chosen_changed.connect(self.chosen_changed)
        self.everybody = QPushButton("Все школы")
        self.everybody.setCheckable(True)
        self.everybody.setProperty("chip", True)
        self.everybody.setToolTip("Показать и школы, которых нет в списке этого учебного года")
        self.everybody.toggled.connect(lambda _on: self._refresh())
        empty = QLabel(_EMPTY)
        empty.setObjectName("start-hint")
        empty.setWordWrap(True)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        empty.setMargin(24)
        self._centre = QStackedWidget()
        self._centre.addWidget(self.view)
        self._centre.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._centre, 1)
        self.starts_at = self.view
        document.changed.connect(self._on_changed)
        document.replaced.connect(self._on_changed)

    @property
    def status_text(self) -> str:
        """How to edit."""
        return _HINT if self._model.rowCount() else ""

    @property
    def has_chosen(self) -> bool:
        """Whether a cell is marked."""
        return self._centre.currentWidget() is self.view and bool(self.view.chosen())

    def row_commands(self) -> Handlers:
        """What the menu «Правка» does with cells."""
        return {
            "edit": self.view.open_chosen,
            "delete": self.view.clear_chosen,
            "copy": self.view.copy,
            "select_all": self.view.selectAll,
        }

    def shows(self, register_id: str, _id: str) -> bool:
        return register_id == "progress"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("page-header")
        header.setFixedHeight(_HEIGHT)
        title = QLabel("По школам")
        title.setObjectName("page-title")
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.everybody)
        printing = QPushButton("Печать…")
        printing.setProperty("chip", True)
        printing.clicked.connect(self._print)
        row.addWidget(printing)
        return header

    def shown_report(self) -> "Report":
        """The matrix as it stands, as a report to print."""
        return shown_report(self._model)

    def _print(self) -> None:
        report = self.shown_report()
        self._document.printing.emit(PrintRequest(report.id, shown=(report,)), None)

    def _on_changed(self, _change_set: object = None) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        plan = self._document.plan
        if plan is None:
            return
        everybody = self.everybody.isChecked()
        matrix = self._document.query(
            lambda file: read_matrix(file, plan, everybody=everybody), Matrix((), {}, False)
        )
        self._model.show(plan, matrix)
        self.view.fit()
        self.everybody.setVisible(matrix.is_listed or everybody)
        self._centre.setCurrentIndex(0 if matrix.schools else 1)

    def _fill(self, places: list[Place], state: State | None) -> None:
        today = self._document.today()
        cell = None if state is None else Cell(state, today if state is State.DONE else None, "")
        self._document.execute(lambda file: set_cells(file, places, cell))

    def _open(self, places: list[Place]) -> None:
        if not places or not self._document.can_edit:
            return
        dialog = CellDialog(self._model.cell(self.view.currentIndex()), len(places), self.window())
        dialog.settled.connect(
            lambda cell: self._document.execute(lambda file: set_cells(file, places, cell))
        )
        open_dialog(dialog)
