"""The files of one activity."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.operations.file.attachments import AttachmentRow, list_attachments
from roadmap_desktop.ui.details.attachment_commands import AttachmentCommands
from roadmap_desktop.ui.document import RoadmapDocument

_LOST = "содержимое утрачено"
_ATTACH = "Перетащите файл сюда или выберите…"
_IN_TWO_LINES = "Перетащите файл сюда\nили выберите…"


class AttachmentsList(QWidget):
    """A card for each file, with what can be done with it, and below them the button that attaches more."""

    def __init__(self, document: RoadmapDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._owner = ""
        self._editable = True
        self._rows: tuple[AttachmentRow, ...] | None = None
        self._commands = AttachmentCommands(document, self)
        self._commands.attached.connect(lambda: self.show_files_of(self._owner))
        caption = QLabel("Файлы")
        caption.setObjectName("details-caption")
        self._attach = _AttachButton()
        self._attach.setAccessibleName("Приложить файл")
        self._attach.clicked.connect(lambda: self._commands.choose(self._owner))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addWidget(caption)
        column.addLayout(self._cards)
        column.addWidget(self._attach)

    def show_files_of(self, owner: str) -> None:
        """Shows the files of that activity as they are now."""
        self._owner = owner
        nothing: tuple[AttachmentRow, ...] = ()
        rows = self._document.query(lambda file: list_attachments(file, owner), nothing)
        if rows != self._rows:
            self._rows = rows
            self._show(rows)

    def follow(self, owner: str) -> None:
        """Shows the files of a record, and again after every edit."""
        self.show_files_of(owner)
        self._document.changed.connect(self._show_again)

    def allow(self, editing: bool) -> None:
        """Lets files be attached and removed, or only saved and opened."""
        if editing != self._editable:
            self._editable = editing
            self._attach.setVisible(editing)
            self._show(self._rows or ())

    def attach(self, owner: str, paths: list[Path]) -> None:
        """Attaches files that were dropped."""
        self._commands.attach(owner, paths)

    def _show_again(self, _change_set: object) -> None:
        self.show_files_of(self._owner)

    def _show(self, rows: Sequence[AttachmentRow]) -> None:
        while self._cards.count():
            card = self._cards.takeAt(0).widget()
            card.hide()
            card.deleteLater()
        for row in rows:
            self._cards.addWidget(_Card(row, self._commands, self._editable, self))


class _AttachButton(QPushButton):
    """Its words stand in one line, or in two where the panel is narrow."""

    def __init__(self) -> None:
        super().__init__(_ATTACH)
        self.setObjectName("attach")

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width() - self._spare(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.sizeHint().width() - self._width_of(self.text())
        fits = self.width() >= self._width_of(_ATTACH) + beside
        self.setText(_ATTACH if fits else _IN_TWO_LINES)

    def _spare(self) -> int:
        """By how much it can be narrower with words in two lines than it is now."""
        return self._width_of(self.text()) - self._width_of(_IN_TWO_LINES)

    def _width_of(self, words: str) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words.split("\n")))


class _Card(QPushButton):
    """One file: its name, its size, and a menu of what can be done with it."""

    def __init__(
        self, row: AttachmentRow, commands: AttachmentCommands, editable: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        # QPushButton keeps the height of one line of text unless it is told otherwise.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        state = _LOST if row.is_lost else size_shown(row.size)
        self.setAccessibleName(f"{row.name}, {state}")
        # A tool tip would read tags as markup.
        self.setToolTip(row.name.replace("&", "&amp;").replace("<", "&lt;"))
        self._name = row.name
        self._label, below = QLabel(), QLabel(state)
        below.setObjectName("card-lost" if row.is_lost else "card-size")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 5, 10, 5)
        self._column.setSpacing(0)
        for label in (self._label, below):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._column.addWidget(label)
        # The whole of a long name would make the panel as wide.
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        menu = QMenu(self)
        menu.addAction("Открыть…", lambda: commands.open(row))
        menu.addAction("Сохранить как…", lambda: commands.save_as(row))
        menu.addSeparator()
        menu.addAction("Убрать", lambda: commands.remove(row)).setEnabled(editable)
        self.setMenu(menu)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() - 20
        # The ending says what the file is.
        self._label.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideMiddle, width))
