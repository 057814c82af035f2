"""The table itself: keys, mouse, selection by id, rows dragged to another place."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from roadmap_desktop.ui import theme
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.columns import GivenWidths
from roadmap_desktop.ui.table.copying import copy_rows
from roadmap_desktop.ui.table.delegate import CellDelegate
from roadmap_desktop.ui.table.header import ColumnMemory, TableHeader
from roadmap_desktop.ui.table.kept_place import KeptPlace
from roadmap_desktop.ui.table.measured_widths import MeasuredWidths
from roadmap_desktop.ui.table.model import TableModel
from roadmap_desktop.ui.table.row_drag import RowDrag
from roadmap_desktop.ui.table.row_heights import RowHeights
from roadmap_desktop.ui.table.text_layouts import TextLayouts

_FONT_RATIO = 0.96
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_ONCE = (Qt.Key.Key_Delete, Qt.Key.Key_Insert)
_TAKE = QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS


class TableView(QTableView):
    """Shows the model's rows. What the user asks for goes out by signals, ``activated`` of Qt's among them: a double
    click, or Enter. Without given widths columns are as wide as what stands in them."""

    chosen_changed = Signal()
    edit_asked = Signal(QModelIndex, object)  # where, and the key typed (QKeyEvent) or None
    details_asked = Signal(str)
    adding = Signal()
    deleting = Signal()
    pasting = Signal()
    rows_dropped = Signal(int)  # the gap between rows, 0 above the first
    geometry_changed = Signal()

    def __init__(
        self,
        model: TableModel,
        memory: ColumnMemory,
        widths: GivenWidths | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.can_reorder = False
        self._kept, self.memory = KeptPlace(), memory
        # Asked for the viewport that Qt makes, PySide builds the classes of all kinds of widgets to see which it is.
        self.setViewport(QWidget())
        self.setFont(theme.sized(_FONT_RATIO))
        self.setAccessibleName(f"Таблица: {model.cells.register.title}")
        self.header = TableHeader(self, model, memory)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        delegate = CellDelegate(model, TextLayouts(self.font(), model.cells.most_lines), self)
        self.setItemDelegate(delegate)
        self.heights = RowHeights(self, model, delegate)
        self._set_behaviour()
        self._drag = RowDrag(self)
        self._drag.dropped.connect(self.rows_dropped)
        self.header.set_up(widths or MeasuredWidths(model, self.font()))
        self._connect()

    def model(self) -> TableModel:
        return self._model

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
        self.setDragEnabled(self._model.cells.register.is_numbered)
        self.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        # The arrow stands in the heading's text, beside its words.
        self.header.setSortIndicatorShown(False)
        self.verticalScrollBar().setSingleStep(48)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)

    def _connect(self) -> None:
        self._model.modelAboutToBeReset.connect(self._keep)
        self._model.modelReset.connect(self._restore)
        self._model.dataChanged.connect(self._on_content_changed)
        self._model.filtered.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(lambda *places: _paint_captions(self, places))
        self.header.columns_changed.connect(self.heights.columns_changed)
        self.header.columns_changed.connect(self.geometry_changed)
        self.verticalScrollBar().valueChanged.connect(self.heights.measure_visible)
        self.verticalScrollBar().valueChanged.connect(self.geometry_changed)
        self.horizontalScrollBar().valueChanged.connect(self.geometry_changed)

    # Selection by id

    def chosen(self) -> tuple[str, ...]:
        """Keys of the selected rows, the current one first."""
        rows = self._model.rows
        ranges = list(self.selectionModel().selection())  # type: ignore[call-overload]
        numbers = sorted({place for chosen in ranges for place in range(chosen.top(), chosen.bottom() + 1)})
        current = self.currentIndex().row()
        if current in numbers:
            numbers.remove(current)
            numbers.insert(0, current)
        chosen = (rows[place] for place in numbers if place < len(rows))
        return tuple(row.id for row in chosen if not isinstance(row, Caption))

    def choose(self, ids: Iterable[str]) -> None:
        """Selects exactly these rows as far as they are listed; the first becomes current and comes into sight."""
        wanted = list(ids)
        places = self._model.places_of(wanted)
        first = next((row for row in map(self._model.row_of, wanted) if row is not None), None)
        if first is not None:
            column = self.currentIndex().column()
            if column < 0 or not self._model.cells.is_editable(self._model.columns[column]):
                column = self.header.first_editable()
            current = self._model.index(first, column)
            self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(current)
        self.select_places(places)

    def select_places(self, places: list[int]) -> None:
        """Selects the rows with these numbers, ascending."""
        selection = QItemSelection()
        for top, bottom in _runs(places):
            selection.select(self._model.index(top, 0), self._model.index(bottom, 0))
        self.selectionModel().select(selection, _TAKE)

    def go_to(self, id_: str, column: int) -> QModelIndex:
        """Makes a cell current, alone and in sight; an invalid index when the record is not listed."""
        row = self._model.row_of(id_)
        if row is None:
            return QModelIndex()
        index = self._model.index(row, column)
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.heights.go_on()

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._drag.is_active and event.key() == Qt.Key.Key_Escape:
            self._drag.cancel()
        elif _is_enter(event):
            self._on_enter(is_for_details=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
        elif event.matches(QKeySequence.StandardKey.Copy):
            copy_rows(self._model, self.header.fields(), self.chosen())
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif event.key() in _ONCE or event.matches(QKeySequence.StandardKey.Cut):
            # Held, it would take one row, and ask of those after it.
            if not event.isAutoRepeat():
                _come_or_go(self, event)
        elif event.key() == Qt.Key.Key_Escape:
            # Qt would search for a row that begins with it, and a dialog around the table stay open.
            event.ignore()
        elif event.key() == Qt.Key.Key_F2:
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
        elif event.button() == Qt.MouseButton.LeftButton and self._model.fold_at(
            self.indexAt(event.position().toPoint()).row()
        ):
            event.accept()
        else:
            super().mouseReleaseEvent(event)

    def _on_enter(self, *, is_for_details: bool) -> None:
        current = self.currentIndex()
        if self._model.fold_at(current.row()):
            return
        if not current.isValid():
            # Reached by Tab, nothing is marked yet; the key must not save and close a form around the table.
            self.setCurrentIndex(self._model.index(0, self.header.first_editable()))
        elif is_for_details:
            self.details_asked.emit(self._model.rows[current.row()].id)
        else:
            self.activated.emit(current)

    # What happens to the model

    def _keep(self) -> None:
        self._kept = KeptPlace.of(self, self._model, self.chosen())

    def _restore(self) -> None:
        self.header.fit()
        self.heights.rows_replaced()
        self._kept.restore(self, self._model, self.select_places)
        self.geometry_changed.emit()

    def _on_content_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.heights.content_changed(first.row(), last.row())
        self.header.fit()
        self.geometry_changed.emit()


def _come_or_go(view: TableView, event: QKeyEvent) -> None:
    """Rows are added, deleted, or cut."""
    if event.key() == Qt.Key.Key_Insert:
        view.adding.emit()
        return
    if event.key() != Qt.Key.Key_Delete:
        copy_rows(view.model(), view.header.fields(), view.chosen())
    view.deleting.emit()


def _paint_captions(view: TableView, places: Iterable[QModelIndex]) -> None:
    """Of what is current no longer, or now, Qt paints the one cell anew; a caption wears its colour over all."""
    rows = view.model().rows
    for place in places:
        if 0 <= place.row() < len(rows) and isinstance(rows[place.row()], Caption):
            top, height = view.rowViewportPosition(place.row()), view.rowHeight(place.row())
            view.viewport().update(0, top, view.viewport().width(), height)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _types_text(event: QKeyEvent) -> bool:
    """Whether the key begins a text. The space bar selects rows, as in any list."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as runs of neighbours."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
