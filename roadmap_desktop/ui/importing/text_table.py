"""A table of texts: as wide as its window, rows as high as their texts, if they are not too many."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

# More rows than these have two lines each, lest the window waits for their texts to be measured.
_MEASURED = 400
# Letters of a text, and rows, that are looked at to find how wide a column should be.
_LETTERS, _ROWS = 60, 60
_AROUND, _AROUND_HEADING = 18, 24
_NARROWEST, _LONGEST_WORD, _WIDEST = 40, 120, 320
# A column that gives way keeps so much.
_LEAST = 84


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
        header.setMinimumSectionSize(_NARROWEST)
        header.sectionResized.connect(self._measure_later)

    def measure(self, texts: Sequence[Sequence[str]]) -> None:
        """Gives the columns the widths that these rows want, without those that stand over several columns."""
        metrics, heading = self.fontMetrics(), self.horizontalHeader()
        self._wanted = []
        for column, cells in enumerate(zip(*texts[:_ROWS], strict=True)):
            title = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
            least = heading.fontMetrics().horizontalAdvance(title) + _AROUND_HEADING
            lines = [line[:_LETTERS] for cell in cells for line in cell.split("\n")]
            words = {max(line.split(), key=len, default="") for line in lines}
            longest_word, longest = (
                max(map(metrics.horizontalAdvance, some), default=0) + _AROUND for some in (words, lines)
            )
            least = max(least, min(longest_word, _LONGEST_WORD), _NARROWEST)
            self._wanted.append((least, min(max(longest, least), _WIDEST)))
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


def fitted(wanted: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Widths of columns, of which each has what it cannot do without and what it wants: within the room if that can
    be, the spare for those that want much."""
    least = [max(need, min(want, _LEAST)) for need, want in wanted]
    spare, more = room - sum(least), sum(want for _, want in wanted) - sum(least)
    share = min(1.0, max(0.0, spare / more)) if more > 0 else 0.0
    return [low + int((want - low) * share) for low, (_, want) in zip(least, wanted, strict=True)]
