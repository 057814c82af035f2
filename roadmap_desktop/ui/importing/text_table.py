"""A table of texts: as wide as its window, rows as high as their texts, if they are not too many."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from roadmap_desktop.ui.column_widths import NARROWEST, fitted, wanted_widths

# More rows than these have two lines each, lest the window waits for their texts to be measured.
_MEASURED = 400


class TextTable(QTableView):
    """``measure`` is to be called when other rows have come."""

    def __init__(self, name: str, model: QAbstractItemModel) -> None:
        super().__init__()
        self._wanted: list[tuple[int, int]] = []
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.timeout.connect(self.resizeRowsToContents)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.sectionResized.connect(self._measure_later)

    def measure(self, texts: Sequence[Sequence[str]]) -> None:
        """Gives the columns the widths that these rows want, without those that stand over several columns."""
        self._wanted = wanted_widths(self, texts)
        self._fit()
        self._measure_later()

    def show_lines(self) -> None:
        """The rows get their heights before they are seen."""
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setDefaultSectionSize(2 * self.fontMetrics().lineSpacing() + 10)
        self._measure_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.looked_at(current.row(), current.column())

    def looked_at(self, row: int, column: int) -> None:
        """A cell has become the current one."""

    def _fit(self) -> None:
        """Columns that want much give way until all of them are in sight."""
        for column, width in enumerate(fitted(self._wanted, self.viewport().width())):
            self.setColumnWidth(column, width)

    def _measure_later(self, *_section: int) -> None:
        if self.model().rowCount() <= _MEASURED:
            self._measuring.start(0)
