"""The values of a chart as a table that is as high as its rows, up to a limit."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.overview import Part
from roadmap_desktop.ui.rows_model import Index, RowsModel
from roadmap_desktop.ui.theme import sized

_ROW, _HEADER, _MOST_ROWS = 28, 32, 14
_PADDING, _LEAST = 22, 52
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TallyModel(RowsModel):
    """The rows of a part; the last one may add the others up."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part, self.headings, self.rows = part, part.header, part.texts
        self._bold = QFont(sized(1))
        self._bold.setBold(True)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if index.column() == 0 else Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.FontRole and self._is_total(index.row()):
            return self._bold
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if (orientation, role, section) == (Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole, 0):
            return _LEFT
        return super().headerData(section, orientation, role)

    def _is_total(self, row: int) -> bool:
        return self.part.has_total and row == len(self.rows) - 1


class TallyTable(QTableView):
    """Read only; its first column takes what room the numbers leave."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.setTabKeyNavigation(False)
        self.setObjectName("tally")
        self.tally = TallyModel(part)
        self.setModel(self.tally)
        self.setAccessibleName(part.title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        across = self.horizontalHeader()
        across.setFixedHeight(_HEADER)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # The others are numbers, and none is wider than its heading; Qt would measure every cell of every row.
        metrics = QFontMetrics(_heading_font())
        widths = [max(metrics.horizontalAdvance(heading) + _PADDING, _LEAST) for heading in part.header]
        for column, width in enumerate(widths[1:], 1):
            across.resizeSection(column, width)
        self.headings_width = sum(widths) + 2 * self.frameWidth()
        self.setFixedHeight(_HEADER + _ROW * min(len(part.rows), _MOST_ROWS) + 2)


def _heading_font() -> QFont:
    """As the style sheet has it: a view not yet shown does not know."""
    font = sized(1)
    font.setWeight(QFont.Weight.DemiBold)
    return font
