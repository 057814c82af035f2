"""Editing in place: an editor over its cell, kept by the record's key, so that rows may move beneath it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import Operation, RoadmapDocument
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.view import TableView

if TYPE_CHECKING:
    from roadmap_desktop.ui.editors import Offers

_LEAST_WIDTH = {
    FieldKind.DUE: 210,
    FieldKind.NAMES: 230,
    FieldKind.CHOICE: 150,
    FieldKind.DATE: 130,
    FieldKind.HOURS: 120,
    FieldKind.LINK: 190,
    FieldKind.WORDS: 190,
}
_GROWING = (FieldKind.TEXT, FieldKind.LINE, FieldKind.DUE, FieldKind.NAMES)
_TAB_KEYS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellEditing(QObject):
    """One editor at a time, for the cell that was opened. A value that is refused leaves the old one, and it is said
    why; what the field cannot hold stays typed when a key was to end it. ``choices`` gives what a field can point at or
    name, see ``Offers``; ``writing`` the operation that gives a record, by its key, the value that the editor of a
    field held."""

    closed = Signal()

    def __init__(
        self,
        view: TableView,
        document: RoadmapDocument,
        choices: "Offers",
        writing: Callable[[str, Field, Any], Operation],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model = view.model()
        self._document, self._choices, self._writing = document, choices, writing
        self._editor: Any = None
        self._id = ""
        self._key = ""
        self._before: Any = None
        self._is_refused = False
        view.geometry_changed.connect(self._place_editor)
        model.modelReset.connect(self._place_editor)
        document.leaving.connect(self.leave)
        document.replaced.connect(self.cancel)
        document.failed.connect(self._on_refused)
        view.viewport().installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def editor(self) -> Any:
        """The editor that is open, None when there is none."""
        return self._editor

    def begin(self, id_: str, key: str, typed: QKeyEvent | None = None, *, select_all: bool = False) -> None:
        """Opens the editor of a field. ``typed`` is the key that began it: its letter replaces what was there."""
        self.commit()
        if self._editor is not None or not self._document.can_edit or self._document.plan is None:
            return
        column = self._model.places[key]
        field = self._model.columns[column]
        index = self._view.go_to(id_, column)
        if not index.isValid() or not self._model.cells.can_edit(self._model.rows[index.row()], field):
            return
        if self._view.header.isSectionHidden(column):
            return
        self._id, self._key = id_, key
        # The editors bring calendars and completers along: not needed until someone edits.
        from roadmap_desktop.ui.editors import editor_for

        row = self._model.rows[index.row()]
        values = self._model.listing.values(row)
        editor = editor_for(
            field, lambda name: self._choices(name, values), self._document.plan.info.period, in_cell=True
        )
        editor.setParent(self._view.viewport())
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(field.label)
        editor.set_value(self._model.listing.entered(row, field))
        self._before = editor.value()
        editor.committed.connect(self._commit_by_key)
        editor.cancelled.connect(self.cancel)
        self._editor = editor
        for part in (editor, *editor.findChildren(QWidget)):
            part.installEventFilter(self)
        self._place_editor()
        editor.show()
        editor.setFocus()
        self._start_typing(editor, typed, select_all)

    def commit(self, *, leaving_invalid: bool = False) -> None:
        """Closes the editor and writes its value, if it is another one. ``leaving_invalid``: what the field cannot
        hold stays in the editor, to be mended."""
        editor = self._editor
        self._is_refused = False
        if editor is None:
            return
        try:
            value = editor.value()
        except UserError as error:
            self._is_refused = True
            if not leaving_invalid:
                self._close(editor)
            messages.refuse(self._view.window(), str(error))
            return
        if value != self._before and not self._document.may_edit():
            # What cannot be written now stays in the editor: the file may come back.
            return
        id_, field = self._id, self._model.columns[self._model.places[self._key]]
        self._close(editor)
        if id_ in self._model.listing.by_id and value != self._before:
            self._document.execute(self._writing(id_, field, value))

    def leave(self) -> None:
        """The file may be about to give way: what is typed belongs to it."""
        self.commit()

    def cancel(self) -> None:
        """Closes the editor; nothing changes."""
        if self._editor is not None:
            self._close(self._editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._editor is not None and isinstance(event, QKeyEvent):
            return self._ends(event) if watched is self._view.viewport() else self._takes_key(event)
        if watched is self._editor and event.type() == QEvent.Type.LayoutRequest:
            self._place_editor()
        return False

    def _takes_key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _belongs_to_editor(event):
            # Del, Ins and F2 mean rows in the table, but letters in an editor.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() in _TAB_KEYS and not _has_control(event):
            self._go_on(_TAB_KEYS[Qt.Key(event.key())])
            return True
        return False

    def _ends(self, event: QKeyEvent) -> bool:
        """What an editor leaves to what it stands in: Enter is done, Escape is not."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in _ENTER:
            self._commit_by_key()
        # Any other is the editor's though it made nothing of it: the table would open the cell once more.
        return True

    def _commit_by_key(self) -> None:
        self.commit(leaving_invalid=True)

    def _on_refused(self, _sentence: str) -> None:
        self._is_refused = True

    def _start_typing(self, editor: QWidget, typed: QKeyEvent | None, select_all: bool) -> None:
        target = QApplication.focusWidget()
        if target is None or not _is_within(target, editor):
            target = editor.focusProxy() or editor
        if (typed is not None or select_all) and hasattr(target, "selectAll"):
            target.selectAll()
        if typed is not None:
            again = QKeyEvent(QEvent.Type.KeyPress, typed.key(), typed.modifiers(), typed.text())
            QApplication.sendEvent(target, again)

    def _go_on(self, step: int) -> None:
        """Tab and Shift+Tab: the next or previous cell that can be edited, on the next row if need be."""
        place, key = self._model.row_of(self._id), self._key
        keys = self._editable_keys()
        if place is None or key not in keys:
            self._commit_by_key()
            return
        at = keys.index(key) + step
        target = self._row_from(place, 1 if at >= len(keys) else -1 if at < 0 else 0)
        self._commit_by_key()
        if target is not None and not self._is_refused:
            self.begin(target, keys[at % len(keys)])

    def _row_from(self, index: int, step: int) -> str | None:
        """The key of that row, or with a step of the next one in that direction in which something can be edited."""
        rows, fields = self._model.rows, self._view.header.fields()
        while 0 <= (index := index + step) < len(rows):
            row = rows[index]
            is_record = not isinstance(row, Caption)
            if not step or (is_record and any(self._model.cells.can_edit(row, field) for field in fields)):
                return str(row.id)
        return None

    def _editable_keys(self) -> list[str]:
        return [field.name for field in self._view.header.fields() if self._model.cells.is_editable(field)]

    def _place_editor(self) -> None:
        editor = self._editor
        if editor is None:
            return
        row = self._model.row_of(self._id)
        if row is None:
            self.cancel()
            return
        column = self._model.places[self._key]
        cell = self._view.visualRect(self._model.index(row, column))
        kind = self._model.columns[column].kind
        editor.setGeometry(_fitted(cell, editor, kind, self._view.viewport().rect()))

    def _close(self, editor: Any) -> None:
        had_focus = _is_within(QApplication.focusWidget(), editor)
        self._editor = None
        # A choice tells of itself a moment later, when another cell may be open.
        editor.committed.disconnect(self._commit_by_key)
        if had_focus:
            self._view.setFocus()
        editor.hide()
        editor.deleteLater()
        self.closed.emit()

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A click elsewhere commits; another window of the system coming to the front does not, nor does the box that
        tells what is wrong."""
        if self._editor is None or new is None or _is_within(new, self._editor):
            return
        if not isinstance(new.window(), QtWidgets.QMessageBox):
            self.commit()


def _fitted(cell: QRect, editor: QWidget, kind: FieldKind, viewport: QRect) -> QRect:
    """The cell, grown to what the editor needs, and moved back into sight where it would stick out."""
    hint = editor.sizeHint()
    width = min(max(cell.width(), _LEAST_WIDTH.get(kind, 0)), viewport.width())
    needed = max(cell.height() - 1, hint.height()) if kind in _GROWING else hint.height()
    height = min(needed, viewport.height())
    left = max(min(cell.left(), viewport.right() + 1 - width), 0)
    top = cell.top()
    if 0 <= top < viewport.bottom():
        top = max(min(top, viewport.bottom() + 1 - height), 0)
    return QRect(left, top, width, height)


def _belongs_to_editor(event: QKeyEvent) -> bool:
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return event.key() == Qt.Key.Key_F2 or not (is_function or _has_control(event))


def _has_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _is_within(widget: QWidget | None, editor: QWidget) -> bool:
    # Not isAncestorOf: a calendar that pops up is a window of its own.
    while widget is not None:
        if widget is editor:
            return True
        widget = widget.parentWidget()
    return False
