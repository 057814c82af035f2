"""The widget that shows a chart."""

from html import escape
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.chart_layout import panels
from roadmap_desktop.model.chart_layout.legend import legend
from roadmap_desktop.model.chart_layout.shapes import Panel
from roadmap_desktop.model.chart_scale import chart_words, has_values, value_at, value_words
from roadmap_desktop.ui.charts.painting import ScreenLetters, draw_panel, screen_style
from roadmap_desktop.ui.theme import colour, sized

_EMPTY = "Данных для диаграммы пока нет"
_EMPTY_HEIGHT, _LEAST_WIDTH = 90, 260


class ChartView(QWidget):
    """Bars or lines with a scale and a legend; ``empty`` is what is said where there is nothing to draw. Who does not
    see it is told its title and values, who points at it what stands there."""

    def __init__(self, empty: str = _EMPTY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.chart: Chart | None = None
        self.setFont(sized(0.9))
        self.setMinimumWidth(_LEAST_WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: Chart | None) -> None:
        """Shows another chart."""
        self.chart = chart if chart is not None and has_values(chart) else None
        self.setAccessibleName(chart.title if chart else self._empty)
        self.setAccessibleDescription(chart_words(self.chart) if self.chart else self._empty)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def heightForWidth(self, width: int) -> int:
        return _EMPTY_HEIGHT if self.chart is None else ceil(sum(part.height for part in self._parts(width)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chart is None:
            painter.setPen(colour("ink-soft"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._empty)
            return
        for part in self._parts(self.width(), self.height()):
            draw_panel(painter, part)
            painter.translate(0, part.height)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = escape(self.words_at(QPointF(event.pos()))).replace("\n", "<br>")
            QToolTip.showText(
                event.globalPos(), f"<p style='white-space:pre'>{words}</p>" if words else "", self
            )
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """The category that is pointed at, with its values, each on a line; nothing elsewhere."""
        if self.chart is None:
            return ""
        body = self._parts(self.width(), self.height())[0]
        category = body.category_at(point.x(), point.y())
        if category is None:
            return ""
        lines = [
            f"{series.name}: {value_words(value_at(series.values, category), self.chart.unit)}"
            for series in self.chart.series
        ]
        return "\n".join((self.chart.categories[category], *lines))

    def _parts(self, width: float, height: float | None = None) -> list[Panel]:
        """The bars or lines, then the legend; a vertical scale takes what height there is."""
        if self.chart is None:
            return []
        letters, style = ScreenLetters(self.font()), screen_style(self.font())
        names = legend(self.chart, letters, style, width)
        [body] = panels(self.chart, letters, style, width)
        if height is not None and not body.is_horizontal:
            spare = height - body.height - names.height
            [body] = panels(self.chart, letters, style._replace(rise=style.rise + spare), width)
        return [body, names]
