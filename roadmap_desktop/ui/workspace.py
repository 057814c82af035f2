"""What is shown of an open plan: the toolbar, and below it navigation, page and details side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

_PAGE_WIDTH, _DETAILS_WIDTH = 852, 318


class Workspace(QWidget):
    """``above`` stands over the whole width, one below another."""

    def __init__(
        self, above: tuple[QWidget, ...], navigation: QWidget, pages: QWidget, details: QWidget
    ) -> None:
        super().__init__()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(pages)
        self.splitter.addWidget(details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([_PAGE_WIDTH, _DETAILS_WIDTH])
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(navigation)
        row.addWidget(self.splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in above:
            column.addWidget(widget)
        column.addLayout(row, 1)
