"""The table of a register, on its page and in dialogs: sorting, editing in place, copying."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableView,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.ui.editors import Choices, editor_for
from roadmap_desktop.ui.registers.cells import PAD, RegisterCells
from roadmap_desktop.ui.registers.column_widths import Column, column_widths
from roadmap_desktop.ui.registers.listing_model import ListingModel

# More rows than these are shown in one line each: measuring them all would be felt.
_WRAPPED_ROWS = 200
_LINE = 30
# Columns are measured by as many rows, and as many letters of each.
_MEASURED_ROWS, _MEASURED_TEXT = 60, 160
# How much wider the bold letters of a heading are.
_BOLD = 1.1
_ARROW = 14
# Values that are not broken over lines.
_WHOLE = (
    FieldKind.DATE,
    FieldKind.CHOICE,
    FieldKind.YEAR,
    FieldKind.NUMBER,
    FieldKind.DECIMAL,
    FieldKind.SHARE,
)


class RegisterTable(QTableView):
    """``edited`` carries keys, a field's name and its new value; ``refused`` a sentence; ``opened`` a key; ``deleting``
    keys."""

    edited = Signal(list, str, object)
    refused = Signal(str)
    opened = Signal(str)
    deleting = Signal(list)
    pasting = Signal()
    rows_fitted = Signal()

    def __init__(self, model: ListingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listing = model
        self.choices: Callable[[str], Choices] = lambda _field: ()
        self.plan: Period | None = None
        self.setModel(model)
        cells = RegisterCells(self, model, self._new_editor)
        cells.written.connect(self._write)
        cells.tabbed.connect(self._edit_beside)
        self.setItemDelegate(cells)
        self.setObjectName("register")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        )
        header.setHighlightSections(False)
        # Several columns change at once, and rows are measured when the last of them has its width.
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit_rows)
        self._own_widths: dict[str, int] = {}
        self._is_laying = False
        self._fitted_to: list[int] = []  # the widths that the heights of the rows belong to
        header.setMinimumSectionSize(40)
        header.setSectionsMovable(True)
        header.sectionResized.connect(self._on_resized)
        self._kept: tuple[str, str, list[str]] | None = None
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._on_reset)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.rows[index.row()].id))
        self.lay_columns()

    def lay_columns(self) -> None:
        """Widths by what stands in the columns, but for those that the user made wider or narrower."""
        measured = [self._measured(field) for field in self.listing.columns]
        self._is_laying = True
        for place, width in enumerate(column_widths(measured, self.viewport().width())):
            self.setColumnWidth(place, self._own_widths.get(self.listing.columns[place].name, width))
        self._is_laying = False
        self._fit_header()

    def _fit_header(self) -> None:
        """As high as its labels, which are broken over two lines where the column is narrow."""
        header = self.horizontalHeader()
        broken = any(
            _label_width(self, field.label) > header.sectionSize(place)
            for place, field in enumerate(self.listing.columns)
        )
        header.setFixedHeight(header.fontMetrics().lineSpacing() * (2 if broken else 1) + 14)

    def _measured(self, field: Field) -> Column:
        metrics, model = self.fontMetrics(), self.listing
        texts = [model.text(row, field) for row in model.rows[:_MEASURED_ROWS]]
        pad = 2 * PAD + (22 if field.choices == tuple(State) else 10)
        longest = max((metrics.horizontalAdvance(text[:_MEASURED_TEXT]) for text in texts), default=0)
        pieces = {piece for text in texts for piece in text[:_MEASURED_TEXT].split()}
        word = max((metrics.horizontalAdvance(piece) for piece in pieces), default=0)
        # The arrow of sorting stands beside the label.
        head = max(_label_width(self, piece) for piece in field.label.split()) + _ARROW
        least = longest if field.kind in _WHOLE else min(word, 200)
        return Column(
            field.kind, max(head, least + pad), max(longest + pad, _label_width(self, field.label) + _ARROW)
        )

    def _on_resized(self, place: int, _before: int, width: int) -> None:
        if not self._is_laying and place < len(self.listing.columns):
            self._own_widths[self.listing.columns[place].name] = width
        self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_columns()

    def _on_reset(self) -> None:
        # The heights went with the rows.
        self._fitted_to = []
        self.lay_columns()
        self.fit_rows()
        if self._kept is not None:
            self.mark(*self._kept)

    def _keep_place(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.row() < len(self.listing.rows):
            id_, column = self.listing.rows[index.row()].id, self.listing.columns[index.column()].name
            self._kept = (id_, column, self.chosen())

    def mark(self, current: str, column: str, chosen: Sequence[str]) -> None:
        """Marks records, and makes one cell the current one, where they are shown."""
        names = [field.name for field in self.listing.columns]
        place = self.place_of(current)
        flags = QItemSelectionModel.SelectionFlag
        if place is not None:
            at = names.index(column) if column in names else 0
            self.selectionModel().setCurrentIndex(self.listing.index(place, at), flags.NoUpdate)
        wanted = set(chosen)
        for row, record in enumerate(self.listing.rows):
            if record.id in wanted:
                self.selectionModel().select(self.listing.index(row, 0), flags.Select | flags.Rows)

    def _edit_beside(self, id_: str, column: str, step: int) -> None:
        """Goes on to edit the next cell of a record, or the one before."""
        names = [field.name for field in self.shown_columns() if field.name in self.listing.listing.fields]
        row = self.place_of(id_)
        at = names.index(column) + step if column in names else -1
        if row is None or not 0 <= at < len(names):
            return
        place = [field.name for field in self.listing.columns].index(names[at])
        index = self.listing.index(row, place)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def _new_editor(self, field: Field) -> QWidget:
        assert self.plan is not None
        editor: QWidget = editor_for(field, self.choices, self.plan, in_cell=True)
        return editor

    def fit_rows(self) -> None:
        """Rows as high as their texts, where there are not too many."""
        self._fitting.stop()
        widths = [self.columnWidth(place) for place in range(len(self.listing.columns))]
        if len(self.listing.rows) <= _WRAPPED_ROWS and widths != self._fitted_to:
            self._fitted_to = widths
            self.resizeRowsToContents()
            self.rows_fitted.emit()

    def shown_columns(self) -> tuple[Field, ...]:
        """The columns from left to right, however they were dragged."""
        header, columns = self.horizontalHeader(), self.listing.columns
        return tuple(columns[header.logicalIndex(place)] for place in range(len(columns)))

    def show_columns(self, names: Sequence[str]) -> None:
        """Shows these fields from left to right; the sorting stays."""
        header, by = self.horizontalHeader(), self.horizontalHeader().sortIndicatorSection()
        sorted_by = self.listing.columns[by].name if 0 <= by < len(self.listing.columns) else ""
        header.blockSignals(True)
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        header.setSortIndicator(
            names.index(sorted_by) if sorted_by in names else -1, header.sortIndicatorOrder()
        )
        header.blockSignals(False)
        self.listing.set_columns(names)

    def place_of(self, id_: str) -> int | None:
        """The place of a record among those shown."""
        return next((place for place, row in enumerate(self.listing.rows) if row.id == id_), None)

    def chosen(self) -> list[str]:
        """The keys of the marked records, in their order."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.listing.rows[place].id for place in places]

    def choose(self, id_: str) -> None:
        """Marks a record and brings it into sight."""
        place = self.place_of(id_)
        if place is not None:
            index = self.listing.index(place, max(self.currentIndex().column(), 0))
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def copy(self) -> None:
        """Puts the marked records on the clipboard, for Excel and Word."""
        from roadmap_desktop.operations.register_export import Shown, copied

        model = self.listing
        chosen = set(self.chosen())
        rows = [row for row in model.rows if row.id in chosen]
        text, html = copied(Shown(model.listing, self.shown_columns(), rows))
        data = QMimeData()
        data.setText(text)
        data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen():
            self.deleting.emit(self.chosen())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.listing.rows[self.currentIndex().row()].id)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.listing.rows:
            # Reached by Tab, nothing is marked yet; the key must not save and close the form around the table.
            self.setCurrentIndex(self.listing.index(0, 0))
        elif event.text().isprintable() or event.key() == Qt.Key.Key_F2 or not event.text():
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _write(self, row: int, field: Field, editor: Any) -> None:
        """Writes what an editor holds into the record it stands in, and into the others that are marked."""
        try:
            value = editor.value()
        except UserError as error:
            self.refused.emit(str(error))
            return
        shown = self.listing.rows[row]
        if value == self.listing.listing.value(shown, field.name):
            return
        ids: Sequence[str] = self.chosen()
        self.edited.emit(list(ids) if shown.id in ids else [shown.id], field.name, value)


def _label_width(table: QTableView, label: str) -> int:
    return round(table.horizontalHeader().fontMetrics().horizontalAdvance(label) * _BOLD) + 26
