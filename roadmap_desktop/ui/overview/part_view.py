"""One part of «Сводка»: its heading, what is said of it, the chart and its values."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from roadmap_desktop.model.overview import Part
from roadmap_desktop.ui.charts.view import ChartView
from roadmap_desktop.ui.overview.tally_table import TallyTable

# A table with so few columns has room beside its chart.
_BESIDE = 3


class PartView(QWidget):
    """``chart`` and ``table`` are None where the part has none."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.chart: ChartView | None = None
        self.table: TallyTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(_label(part.title, "overview-title"))
        for note in part.notes:
            column.addWidget(_label(note, "overview-note"))
        if part.chart is not None:
            self.chart = ChartView()
            self.chart.show_chart(part.chart)
        if part.rows:
            self.table = TallyTable(part)
        self._place(column)

    def _place(self, column: QVBoxLayout) -> None:
        shown = [one for one in (self.chart, self.table) if one is not None]
        if len(shown) < 2 or len(self.part.header) > _BESIDE:
            for one in shown:
                column.addSpacing(4)
                column.addWidget(one)
            return
        if self.table is not None:
            self.table.setMinimumWidth(self.table.headings_width)
        row = QHBoxLayout()
        row.setSpacing(24)
        for one, stretch in zip(shown, (3, 2), strict=True):
            row.addWidget(one, stretch, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
