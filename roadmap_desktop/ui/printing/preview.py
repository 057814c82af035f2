"""The preview: the very PDF that is printed and saved, shown by QtPdf."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

_ZOOM_STEP = 1.25
_ZOOM_RANGE = (0.25, 4.0)


class Preview(QWidget):
    """Pages one under another, fitted to the width until zoomed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self.document)
        self._pages = QLabel()
        self._pages.setObjectName("preview-pages")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._tools())
        column.addWidget(self._view, 1)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount()

    def show_pdf(self, content: bytes) -> None:
        """Shows another PDF at the place that was looked at before."""
        bar = self._view.verticalScrollBar()
        place = bar.value()
        # The view asks the document for pages while it is painted: it must not look into a closed buffer.
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        bar.setValue(place)
        self.say(f"Страниц: {self.page_count}")

    def say(self, text: str) -> None:
        """Shows a word beside the zoom: the number of pages, or what is going on."""
        self._pages.setText(text)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._pages, 1)
        for text, name, act in (
            ("−", "Мельче", lambda: self._zoom(1 / _ZOOM_STEP)),
            ("+", "Крупнее", lambda: self._zoom(_ZOOM_STEP)),
            ("По ширине", "По ширине", self._fit),
        ):
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            row.addWidget(button)
        return row

    def _fit(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _zoom(self, by: float) -> None:
        shown = (
            self._view.zoomFactor() if self._view.zoomMode() == QPdfView.ZoomMode.Custom else self._fitted()
        )
        low, high = _ZOOM_RANGE
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(shown * by, low), high))

    def _fitted(self) -> float:
        """The factor at which a page is as wide as the view."""
        points = self.document.pagePointSize(0).width() or 1.0
        return self._view.viewport().width() / (points * self.logicalDpiX() / 72)
