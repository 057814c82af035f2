"""Charts one beneath another."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.ui.charts.view import ChartView


class ChartColumn(QWidget):
    """``title`` names what a single chart shows; several name themselves. ``empty`` is said where there is none."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._empty = title, empty
        self.views: list[ChartView] = []
        self._titles: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.show_charts(())

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Shows other charts."""
        shown = charts or (None,)
        for _missing in range(len(shown) - len(self.views)):
            self._add()
        for index, (title, view) in enumerate(zip(self._titles, self.views, strict=True)):
            chart = shown[index] if index < len(shown) else None
            title.setText(chart.title if chart is not None and len(charts) > 1 else self._title)
            view.show_chart(chart)
            for part in (title, view):
                part.setVisible(index < len(shown))

    def _add(self) -> None:
        title = QLabel()
        title.setObjectName("details-caption")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        view = ChartView(self._empty)
        self._titles.append(title)
        self.views.append(view)
        self._column.addWidget(title)
        self._column.addWidget(view)
