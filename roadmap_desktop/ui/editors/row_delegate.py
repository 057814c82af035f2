"""Edits cells of a table of plain rows by the editors of their fields."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QRect, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.period import Period
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.editors import editor_for
from roadmap_desktop.ui.rows_model import Index


class RowDelegate(QStyledItemDelegate):
    """What stands in a cell, and what becomes of what was typed, is left to who knows the rows. ``name`` is what the
    editor is called, ``plan`` the period by which dues are read."""

    def __init__(self, view: QAbstractItemView, name: str) -> None:
        super().__init__(view)
        self._view, self._name = view, name
        self.plan: Period | None = None

    def field_at(self, index: Index) -> Field:
        """The field of a cell."""
        raise NotImplementedError

    def value_at(self, index: Index) -> Any:
        """Its value, as the editor of the field takes it."""
        raise NotImplementedError

    def take(self, index: Index, value: Any) -> None:
        """Another value was typed."""
        raise NotImplementedError

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        assert self.plan is not None
        editor = editor_for(self.field_at(index), lambda _name: [], self.plan, in_cell=True)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(self._name)
        editor.committed.connect(lambda: self._finish(editor))
        editor.cancelled.connect(lambda: self.closeEditor.emit(editor))
        made: QWidget = editor
        return made

    def setEditorData(self, editor: Any, index: Index) -> None:
        editor.set_value(self.value_at(index))

    def setModelData(self, editor: Any, _model: QAbstractItemModel, index: Index) -> None:
        try:
            value = editor.value()
        except UserError as error:
            messages.refuse(self._view.window(), str(error))
            return
        if value != self.value_at(index):
            self.take(index, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        cell: QRect = option.rect  # type: ignore[attr-defined]
        room = self._view.viewport().rect()
        size = cell.size().expandedTo(QSize(0, editor.sizeHint().height()))
        top = min(cell.top(), max(0, room.bottom() - size.height()))
        editor.setGeometry(cell.left(), top, size.width(), size.height())

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
