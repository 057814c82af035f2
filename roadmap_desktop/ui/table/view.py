"""The table itself: keys, mouse, selection by id, rows dragged to another place."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from roadmap_desktop.ui import theme
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.table.columns import PLACES
from roadmap_desktop.ui.table.delegate import CellDelegate
from roadmap_desktop.ui.table.header import TableHeader
from roadmap_desktop.ui.table.kept_place import KeptPlace
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.row_drag import RowDrag
from roadmap_desktop.ui.table.row_heights import RowHeights
from roadmap_desktop.ui.table.text_layouts import TextLayouts

_FONT_RATIO = 0.96
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_TAKE = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class TableView(QTableView):
    """Shows the model's rows. What the user asks for goes out by signals; ids, never row numbers."""

    chosen_changed = Signal()
    edit_asked = Signal(QModelIndex, object)  # where, and the key typed (QKeyEvent) or None
    details_asked = Signal(str)
    rows_dropped = Signal(int)  # the gap between rows, 0 above the first
    geometry_changed = Signal()

    def __init__(self, model: TableModel, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.can_reorder = True
        self._kept = KeptPlace()
        # Asked for the viewport that Qt makes, PySide builds the classes of all kinds of widgets to see which it is.
        self.setViewport(QWidget())
        self.setFont(theme.sized(_FONT_RATIO))
        self.setAccessibleName("Таблица мероприятий")
        self.header = TableHeader(settings, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        delegate = CellDelegate(model, TextLayouts(self.font()), self)
        self.setItemDelegate(delegate)
        self.heights = RowHeights(self, model, delegate)
        self._set_behaviour()
        self._drag = RowDrag(self)
        self._drag.dropped.connect(self.rows_dropped)
        self.header.set_up()
        self._connect()

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setDragEnabled(True)
        self.verticalScrollBar().setSingleStep(48)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)

    def _connect(self) -> None:
        self._model.modelAboutToBeReset.connect(self._keep)
        self._model.modelReset.connect(self._restore)
        self._model.dataChanged.connect(self._on_content_changed)
        self._model.filtered.connect(self.viewport().update)
        self.header.columns_changed.connect(self.heights.columns_changed)
        self.header.columns_changed.connect(self.geometry_changed)
        self.verticalScrollBar().valueChanged.connect(self.heights.measure_visible)
        self.verticalScrollBar().valueChanged.connect(self.geometry_changed)
        self.horizontalScrollBar().valueChanged.connect(self.geometry_changed)
        self.doubleClicked.connect(self._on_double_clicked)

    # Selection by id

    def chosen(self) -> tuple[str, ...]:
        """Keys of the selected rows, the current one first."""
        rows = self._model.rows
        ranges = list(self.selectionModel().selection())  # type: ignore[call-overload]
        places = sorted({place for chosen in ranges for place in range(chosen.top(), chosen.bottom() + 1)})
        current = self.currentIndex().row()
        if current in places:
            places.remove(current)
            places.insert(0, current)
        return tuple(rows[place].id for place in places if place < len(rows))

    def choose(self, ids: Iterable[str]) -> None:
        """Selects exactly these rows as far as they are listed; the first becomes current and comes into sight."""
        wanted = list(ids)
        places = self._model.places_of(wanted)
        first = next((place for place in map(self._model.place_of, wanted) if place is not None), None)
        if first is not None:
            column = max(self.currentIndex().column(), 0) or PLACES["name"]
            current = self._model.index(first, column)
            self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(current)
        self.select_places(places)

    def select_places(self, places: list[int]) -> None:
        """Selects the rows with these numbers, ascending."""
        selection = QItemSelection()
        for top, bottom in _runs(places):
            selection.select(
                self._model.index(top, 0), self._model.index(bottom, self._model.columnCount() - 1)
            )
        self.selectionModel().select(selection, _TAKE)

    def go_to(self, activity_id: str, column: int) -> QModelIndex:
        """Makes a cell current, alone and in sight; an invalid index when the activity is not listed."""
        place = self._model.place_of(activity_id)
        if place is None:
            return QModelIndex()
        index = self._model.index(place, column)
        self.selectionModel().setCurrentIndex(index, _TAKE)
        self.scrollTo(index)
        return index

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    # Geometry

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.fit()
        self.heights.measure_visible()
        self.geometry_changed.emit()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        # Rows on the way had estimated heights; now that they are measured the target may stand elsewhere.
        self.heights.measure_visible()
        super().scrollTo(index, hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        line = self._drag.line_y
        if line is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(0, line - 1, self.viewport().width(), 2, theme.colour("accent"))
            painter.end()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag.is_active and event.key() == Qt.Key.Key_Escape:
            self._drag.cancel()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and _is_enter(event):
            self.ask_details()
        elif event.key() == Qt.Key.Key_F2 or (_is_enter(event) and not event.modifiers() & ~_KEYPAD):
            self.edit_asked.emit(self.currentIndex(), None)
        elif _types_text(event):
            self.edit_asked.emit(self.currentIndex(), event)
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        # Rows move inside the table only, so no system drag is begun: the mouse is followed by us.
        self._drag.begin(self.can_reorder)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag.is_active:
            self._drag.follow(event.position().toPoint().y())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag.is_active:
            self._drag.drop()
        else:
            super().mouseReleaseEvent(event)

    def ask_details(self) -> None:
        """Asks for the details of the current row."""
        if self.currentIndex().isValid():
            self.details_asked.emit(self._model.rows[self.currentIndex().row()].id)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == PLACES["number"]:
            self.ask_details()
        else:
            self.edit_asked.emit(index, None)

    # What happens to the model

    def _keep(self) -> None:
        self._kept = KeptPlace.of(self, self._model, self.chosen())

    def _restore(self) -> None:
        self.heights.rows_replaced()
        self._kept.restore(self, self._model, self.select_places)
        self.geometry_changed.emit()

    def _on_content_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.heights.content_changed(first.row(), last.row())
        self.geometry_changed.emit()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _types_text(event: QKeyEvent) -> bool:
    """Whether the key begins a text. The space bar selects rows, as in any list."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs of neighbours."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
