"""Plain text that grows downwards with what is typed."""

from math import ceil
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
# The frame and its padding, above and below, as the style sheet has them.
_AROUND = 12
_MOST_LINES = 24


class TextEditor(QPlainTextEdit):
    """Several lines. In a cell Enter is done and Ctrl+Enter begins a line; elsewhere Enter begins a line, and
    Ctrl+Enter or leaving the field is done; with ``one_line`` Enter is always done. Esc brings the old text back."""

    committed = Signal()
    cancelled = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, in_cell: bool = False, one_line: bool = False
    ) -> None:
        super().__init__(parent)
        self._in_cell = in_cell
        self._one_line = one_line
        self._before = ""
        self._told_width = -1
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Lines wrap; yet a caret placed before the editor has its width leaves it shifted, with first letters cut off.
        sideways = self.horizontalScrollBar()
        sideways.valueChanged.connect(lambda _value: sideways.setValue(0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)

    def value(self) -> Any:
        """The text as typed, without empty lines typed at its end: they would be printed."""
        text = self.toPlainText()
        return text if text == self._before else text.rstrip("\n")

    def set_value(self, value: Any) -> None:
        """Shows a text: the caret at its end, its beginning in sight until it is typed into."""
        self._before = value or ""
        if self.toPlainText() != self._before:
            self.setPlainText(self._before)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()
        if not self.hasFocus():
            self.verticalScrollBar().setValue(0)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file is not typed in as its path: it is dropped on what stands beneath.
        return super().canInsertFromMimeData(source) and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        # From Word only the letters are wanted, and none that a file could not keep.
        text = source.text().replace("\x00", "")
        self.insertPlainText(" ".join(text.split()) if self._one_line else text)

    def sizeHint(self) -> QSize:
        return QSize(180, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._told_width = event.size().width()
        if event.size().width() != event.oldSize().width():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A resize made while a hidden widget is told of its first size is never told: lines stay too long by that much.
        width = self.viewport().width()
        if width != self._told_width:
            self.resizeEvent(QResizeEvent(self.viewport().size(), QSize(self._told_width, -1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            # Where nothing was typed there is nothing to take back: the key closes the form around the field.
            event.setAccepted(self._in_cell or self.toPlainText() != self._before)
            self.set_value(self._before)
            self.cancelled.emit()
        elif event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not self._one_line and bool(event.modifiers() & _NEW_LINE) == self._in_cell:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            self.committed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # A menu or a list that pops up is no leaving.
        if not self._in_cell and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()

    def _wanted_height(self) -> int:
        # The document of a plain text edit counts its height in lines.
        lines = min(max(round(self.document().size().height()), 1), _MOST_LINES)
        return ceil(lines * self._line_height()) + _AROUND

    def _line_height(self) -> float:
        """As laid out: a bold face takes more than its metrics say, and ten such lines would hide the eleventh."""
        first = self.document().firstBlock()
        lines = first.layout().lineCount()
        return self.blockBoundingRect(first).height() / lines if lines else self.fontMetrics().lineSpacing()

    def _fit(self) -> None:
        self.updateGeometry()
        if not self._in_cell:
            self.setFixedHeight(self._wanted_height())
