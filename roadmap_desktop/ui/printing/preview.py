"""The preview: the very PDF that is printed and saved, shown by QtPdf, leafed through and searched in."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from roadmap_desktop.ui.printing.pages import Pages
from roadmap_desktop.ui.printing.preview_search import PreviewSearch

_ZOOM_STEP = 1.25
_ZOOM_RANGE = (0.25, 4.0)


class Preview(QWidget):
    """Pages one under another, fitted to the width until zoomed; or a sentence why there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument()
        self._is_whole = True
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setDocument(self.document)
        self._view.pageNavigator().currentPageChanged.connect(lambda _page: self._count())
        self.search = PreviewSearch(self.document, self._view)
        self._pages = QLabel()
        self._pages.setObjectName("preview-pages")
        self._refusal = QLabel()
        self._refusal.setObjectName("preview-refusal")
        self._refusal.setTextFormat(Qt.TextFormat.PlainText)
        self._refusal.setWordWrap(True)
        self._refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._refusal.setMargin(48)
        self._remark = QLabel()
        self._remark.setObjectName("start-hint")
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._remark.hide()
        self._centre = QStackedWidget()
        self._centre.addWidget(self._view)
        self._centre.addWidget(self._refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._tools())
        column.addWidget(self._remark)
        column.addWidget(self._centre, 1)
        self._keep(self.document)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self.document.pageCount()

    @property
    def said(self) -> str:
        """The word beside the zoom."""
        return self._pages.text()

    @property
    def refusal(self) -> str:
        """The sentence in place of the pages; empty while there are any."""
        return self._refusal.text() if self._centre.currentWidget() is self._refusal else ""

    def show_pages(self, pages: Pages, *, are_all: bool = True) -> None:
        """Shows other pages at the place that was looked at before; unless they are all, more of them follow."""
        bar = self._view.verticalScrollBar()
        place, before = bar.value(), self.document
        self.document = pages.document
        self._keep(self.document)
        self._is_whole = are_all
        self._view.setDocument(self.document)
        self.search.look_through(self.document)
        before.deleteLater()
        bar.setValue(place)
        self._centre.setCurrentWidget(self._view)
        self._count()

    def _keep(self, document: QPdfDocument) -> None:
        """Children go in the order in which they came, and the view asks for pages to the last."""
        document.setParent(self)

    def refuse(self, sentence: str) -> None:
        """Shows why there are no pages."""
        self.remark("")
        self._refusal.setText(sentence)
        self._centre.setCurrentWidget(self._refusal)
        self.say("")

    def remark(self, sentence: str) -> None:
        """Says above the pages what they lack; nothing where the sentence is empty."""
        self._remark.setText(sentence)
        self._remark.setVisible(bool(sentence))

    def say(self, text: str) -> None:
        """Shows a word beside the zoom: the page that is looked at, or what is going on."""
        self._pages.setText(text)

    def go_to(self, page: int) -> None:
        """Shows a page, counted from 0."""
        self._view.pageNavigator().jump(page, QPointF())

    def _count(self) -> None:
        page = self._view.pageNavigator().currentPage() + 1
        self.say(f"Страница {page} из {self.page_count}" if self._is_whole else "Страница 1 из …")

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._pages)
        row.addStretch(1)
        row.addWidget(self.search)
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
