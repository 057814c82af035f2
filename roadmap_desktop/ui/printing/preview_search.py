"""The search in the pages of the preview: Ctrl+F goes there, Enter to the next place, Shift+Enter back."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

_WIDTH, _LEAST = 190, 120


class _Line(QLineEdit):
    """Gives Enter and Escape to who searches."""

    def __init__(self, search: "PreviewSearch") -> None:
        super().__init__()
        self._search = search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._search.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PreviewSearch(QWidget):
    """A line to type in, and which of how many places is shown."""

    def __init__(self, document: QPdfDocument, view: QPdfView) -> None:
        super().__init__()
        self._view = view
        self._place = 0
        self._model = QPdfSearchModel(self)
        self._model.setDocument(document)
        view.setSearchModel(self._model)
        self.line = _Line(self)
        self.line.setPlaceholderText("Найти (Ctrl+F)")
        self.line.setAccessibleName("Найти на страницах")
        self.line.setToolTip("Найти на страницах: Enter — дальше, Shift+Enter — назад")
        self.line.setClearButtonEnabled(True)
        self.line.setMinimumWidth(_LEAST)
        self.line.setMaximumWidth(_WIDTH)
        self.found = QLabel()
        self.found.setObjectName("preview-pages")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.found)
        row.addWidget(self.line)
        self.line.textChanged.connect(self._begin)
        self._model.countChanged.connect(self._on_count)

    def begin(self) -> None:
        """Lets a word be typed."""
        self.line.setFocus()
        self.line.selectAll()

    def look_through(self, document: QPdfDocument) -> None:
        """Searches other pages for the same."""
        self._model.setDocument(document)
        if self.line.text():
            self._begin(self.line.text())

    def step(self, by: int) -> None:
        """Goes to the next place, or back, round the end."""
        count = self._count
        if count:
            self._show((self._place + by) % count)

    @property
    def _count(self) -> int:
        return self._model.rowCount(QModelIndex())

    def _begin(self, text: str) -> None:
        # The model keeps what it has found as long as the words are the same.
        self._model.setSearchString("")
        self._place = 0
        self._model.setSearchString(text.strip())
        self._on_count()

    def _on_count(self) -> None:
        """The places come page by page: the first is shown when it comes, the others are counted."""
        if not self.line.text().strip():
            self.found.setText("")
        elif not self._count:
            self.found.setText("не найдено")
        elif self._place == 0:
            self._show(0)
        else:
            self._tell()

    def _show(self, index: int) -> None:
        self._place = index
        self._view.setCurrentSearchResultIndex(index)
        result = self._model.resultAtIndex(index)
        self._view.pageNavigator().jump(result.page(), result.location())
        self._tell()

    def _tell(self) -> None:
        self.found.setText(f"{self._place + 1} из {self._count}")
