"""Keys in lists and tables of Qt's, as dialogs have them: they mean what they mean in the program's own table
(``ui/table``)."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QTableView,
    QTreeView,
    QWidget,
)

from roadmap_desktop.ui.focus_keys import FocusKeys
from roadmap_desktop.ui.table.view import TableView
from roadmap_desktop.ui.to_clipboard import put_lines, put_table

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_Index = QModelIndex | QPersistentModelIndex


def watch_views(parent: QObject) -> None:
    """Gives all lists and tables of the program these keys while ``parent`` lives."""
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        ViewKeys(application, parent)


class ViewKeys(FocusKeys):
    """Ctrl+C takes all that is marked, Enter opens what can be edited and leaves the dialog alone, Tab in an open cell
    goes on to the next one that can be edited."""

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(application, parent)
        self._view: QAbstractItemView | None = None
        self._editor: QWidget | None = None

    def concerns(self, focused: QObject) -> bool:
        self._view, self._editor = _view_around(focused)
        return self._view is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._view is None or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._editor is not None:
            return self._goes_on(self._view, self._editor, event)
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_marked(self._view)
            return True
        current = self._view.currentIndex()
        if event.key() in _ENTER and _opens_by_key(self._view) and _can_edit(current):
            self._view.edit(current)
            return True
        return False

    def _goes_on(self, view: QAbstractItemView, editor: QWidget, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        following = next((index for index in _cells(view, step) if _can_edit(index)), None)
        delegate = view.itemDelegate()
        delegate.commitData.emit(editor)
        delegate.closeEditor.emit(editor)
        if following is not None and following.isValid():
            view.setCurrentIndex(following)
            view.edit(following)
        return True


def copy_marked(view: QAbstractItemView) -> None:
    """Puts what is marked on the clipboard: as a table beneath its headings, or of a list as lines. Of what is only
    read, and cannot be marked, all. A view that copies in its own way has a method of that name."""
    if hasattr(view, "copy"):
        view.copy()
        return
    columns = _columns(view)
    if view.selectionMode() == QAbstractItemView.SelectionMode.NoSelection:
        shown = sorted((row, column) for row in range(view.model().rowCount()) for column in columns)
        put_lines([str(view.model().index(row, column).data() or "") for row, column in shown])
        return
    chosen = {(index.row(), index.column()): index for index in view.selectedIndexes()}
    used = [column for column in columns if any(each == column for _, each in chosen)]
    lines = [
        [str(chosen[row, column].data() or "") if (row, column) in chosen else "" for column in used]
        for row in sorted({row for row, _ in chosen})
    ]
    if isinstance(view, QListView):
        put_lines([line[0] for line in lines])
    elif lines:
        headings = view.model().headerData
        put_table([str(headings(column, Qt.Orientation.Horizontal) or "") for column in used], lines)


def _view_around(focused: QObject) -> tuple[QAbstractItemView | None, QWidget | None]:
    """The list or table that has the keys, and the editor that is open in it; none of the program's own tables."""
    editor, widget = None, focused if isinstance(focused, QWidget) else None
    while widget is not None:
        view = widget.parentWidget()
        if isinstance(widget, QAbstractItemView):
            is_own = isinstance(widget, (TableView, QHeaderView))
            return (None, None) if is_own else (widget, editor)
        if isinstance(view, QAbstractItemView) and widget is view.viewport():
            widget = view
            continue
        editor, widget = widget, (view if view is not None and not widget.isWindow() else None)
    return None, None


def _columns(view: QAbstractItemView) -> list[int]:
    """The columns that are shown, from the left."""
    header = (
        view.horizontalHeader()
        if isinstance(view, QTableView)
        else view.header()
        if isinstance(view, QTreeView)
        else None
    )
    if header is None:
        return [0]
    return [
        header.logicalIndex(index)
        for index in range(header.count())
        if not header.isSectionHidden(header.logicalIndex(index))
    ]


def _cells(view: QAbstractItemView, step: int) -> Iterator[_Index]:
    """The cells after the current one, or before it with a step of -1, row by row."""
    model, columns, current = view.model(), _columns(view), view.currentIndex()
    hidden = view.isRowHidden if isinstance(view, (QTableView, QListView)) else lambda _row: False
    if current.parent().isValid() or current.column() not in columns:
        return
    row, index = current.row(), columns.index(current.column()) + step
    while 0 <= row < model.rowCount():
        while not hidden(row) and 0 <= index < len(columns):
            yield model.index(row, columns[index])
            index += step
        row += step
        index = 0 if step > 0 else len(columns) - 1


def _can_edit(index: _Index) -> bool:
    return index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _opens_by_key(view: QAbstractItemView) -> bool:
    return bool(view.editTriggers() & QAbstractItemView.EditTrigger.EditKeyPressed)
