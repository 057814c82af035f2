"""The cells of a register's table: how they are drawn and edited in place."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from roadmap_desktop.model.field import Field
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.registers.listing_model import ListingModel

PAD = 8
# A list of words is no use when they are cut.
_WORDS_WIDTH = 190


class RegisterCells(QStyledItemDelegate):
    """Draws states as tinted words, and edits in place by what ``new_editor`` makes. ``written`` carries the row, the
    field and the editor that is done; ``tabbed`` the key and the field of the cell that Tab leaves, and the step."""

    written = Signal(int, object, object)
    tabbed = Signal(str, str, int)

    def __init__(
        self, table: QTableView, model: ListingModel, new_editor: Callable[[Field], QWidget]
    ) -> None:
        super().__init__(table)
        self._table, self._listing, self._new_editor = table, model, new_editor
        self._editing: Any = None

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        field = self._listing.columns[index.column()]
        editor: Any = self._new_editor(field)
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(field.label)
        self._editing = editor
        editor.committed.connect(lambda: self._finish(editor))
        editor.cancelled.connect(lambda: self.closeEditor.emit(editor))
        widget: QWidget = editor
        return widget

    def setEditorData(self, editor: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        model = self._listing
        field = model.columns[index.column()]
        editor.set_value(model.listing.entered(model.rows[index.row()], field))
        if hasattr(editor, "selectAll"):
            editor.selectAll()

    def setModelData(
        self, editor: Any, _model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.written.emit(index.row(), self._listing.columns[index.column()], editor)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect  # type: ignore[attr-defined]
        rect.setHeight(max(rect.height(), editor.sizeHint().height()))
        if isinstance(editor, QComboBox):
            rect.setWidth(max(rect.width(), min(_WORDS_WIDTH, self._table.viewport().width() - rect.left())))
        editor.setGeometry(rect)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = self._listing
        row, field = model.rows[index.row()], model.columns[index.column()]
        how = model.standing(row, field)
        if how is None:
            super().paint(painter, option, index)
            return
        rect = option.rect  # type: ignore[attr-defined]
        if self._table.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.colour("selection"))
        ground, ink = theme.tint(how)
        text = theme.pill_text(how)
        width = min(painter.fontMetrics().horizontalAdvance(text) + 14, rect.width() - 8)
        pill = QRectF(rect.left() + 6, rect.center().y() - 9, width, 19)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line-soft"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(ink)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the wrapped text: the style would forget the padding of its own sheet."""
        metrics, model = self._table.fontMetrics(), self._listing
        width = self._table.columnWidth(index.column()) - 2 * PAD - 6
        text = model.text(model.rows[index.row()], model.columns[index.column()])
        # Most cells have one line; asking for the height of wrapped text takes ten times as long.
        if "\n" not in text and metrics.horizontalAdvance(text) < width:
            return QSize(width, metrics.height() + 2 * PAD)
        lines = metrics.boundingRect(
            QRect(0, 0, max(width, 20), 10_000), Qt.TextFlag.TextWordWrap, text
        ).height()
        return QSize(width, max(lines, metrics.height()) + 2 * PAD)

    def eventFilter(self, editor: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and editor is not self._editing:
            # What it held is written, and the table has let it go.
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # The editors themselves say when they are done; Tab goes on to the next cell.
            if event.key() == Qt.Key.Key_Escape:
                self.closeEditor.emit(editor)
                return True
            if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return False
            # Writing lays the table out anew, and the record may stand elsewhere then.
            index = self._table.currentIndex()
            id_ = self._listing.rows[index.row()].id
            column = self._listing.columns[index.column()].name
            self._finish(editor)
            self.tabbed.emit(id_, column, 1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        return bool(super().eventFilter(editor, event))

    def _finish(self, editor: Any) -> None:
        # An editor says once more that it is done when it loses the focus, being closed.
        if editor is not self._editing:
            return
        self._editing = None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
