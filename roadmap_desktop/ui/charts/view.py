"""The widget that shows a chart."""

from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.chart_scale import chart_words, known, value_at, value_words
from roadmap_desktop.ui.charts import legend
from roadmap_desktop.ui.charts.body import Body
from roadmap_desktop.ui.charts.end_labels import has_end_labels
from roadmap_desktop.ui.charts.lying_bars import LyingBars, lying_height
from roadmap_desktop.ui.charts.upright import Upright
from roadmap_desktop.ui.theme import colour, sized

_EMPTY = "Данных для диаграммы пока нет"
_UPRIGHT_HEIGHT, _LEAST_WIDTH = 180, 260
_GAP = 6.0
_LYING = (ChartKind.LYING_BARS, ChartKind.STACKED_BARS)


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
        has_values = chart is not None and any(known(series.values) for series in chart.series)
        self.chart = chart if has_values else None
        self.setAccessibleName(chart.title if chart else self._empty)
        self.setAccessibleDescription(chart_words(self.chart) if self.chart else self._empty)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, self.heightForWidth(420))

    def heightForWidth(self, width: int) -> int:
        if self.chart is None:
            return _UPRIGHT_HEIGHT // 2
        body = lying_height(self.chart) if self.chart.kind in _LYING else _UPRIGHT_HEIGHT
        return round(body + self._legend_height(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chart is None:
            painter.setPen(colour("ink-soft"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._empty)
            return
        self._body(self.chart).draw(painter)
        room = self._body_room(self.chart)
        if self._legend_height(self.width()):
            legend.draw(painter, self.chart, QRectF(0, room.bottom() + _GAP, self.width(), self.height()))

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
        place = self._body(self.chart).category_at(point) if self.chart is not None else None
        if self.chart is None or place is None:
            return ""
        lines = [
            f"{series.name}: {value_words(value_at(series.values, place), self.chart.unit)}"
            for series in self.chart.series
        ]
        return "\n".join((self.chart.categories[place], *lines))

    def _legend_height(self, width: float) -> float:
        if self.chart is None or has_end_labels(self.chart):
            return 0.0
        height = legend.height(self.chart, QFontMetricsF(self.font()), width)
        return height + _GAP if height else 0.0

    def _body(self, chart: Chart) -> Body:
        kind = LyingBars if chart.kind in _LYING else Upright
        return kind(chart, self._body_room(chart), QFontMetricsF(self.font()))

    def _body_room(self, chart: Chart) -> QRectF:
        height = self.height() - self._legend_height(self.width())
        return QRectF(0, 0, self.width(), lying_height(chart) if chart.kind in _LYING else height)
