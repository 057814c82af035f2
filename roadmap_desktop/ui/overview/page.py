"""The page «Сводка»: the reports on the plan as charts and numbers, worked out in the background."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.overview import Overview, OverviewKind
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.operations.plan.months import months_of
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.overview.part_view import PartView
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.printing.request import PrintRequest
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.summary import overdue_count

_HEIGHT = 42
_NARROWEST, _WIDEST = 680, 940
_ROOMY = 800
_WHOLE = "Весь период"
_WORKING = "Сводка готовится…"


class OverviewPage(Page):
    """One of the reports at a time; its button emits ``overdue_wanted``."""

    guide = "overview"

    def __init__(self, document: RoadmapDocument, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._runner = document, runner
        self._task: Task | None = None
        self._is_stale = True
        self._today = document.today()
        self.kind = OverviewKind.EXECUTION
        self.kinds = {kind: self._chip(kind) for kind in OverviewKind}
        self.time = QComboBox()
        self.time.setAccessibleName("За какое время")
        self.time.setMaxVisibleItems(18)
        self.print = QPushButton("Печать отчёта…")
        self.print.clicked.connect(self._print)
        self.overdue = QPushButton()
        self.overdue.setProperty("link", True)
        self.overdue.clicked.connect(self.overdue_wanted)
        self.parts: list[PartView] = []
        self._scroll = self._scrolled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._scroll, 1)
        self.starts_at = self._scroll
        self.time.currentIndexChanged.connect(self.refresh)
        document.changed.connect(lambda _change_set: self._on_changed())
        document.replaced.connect(self._on_replaced)
        self._fill_times()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The navigation says it too; the chips would be cut.
        is_roomy = self.width() >= _ROOMY
        self._title.setVisible(is_roomy)
        self.print.setText("Печать отчёта…" if is_roomy else "Печать…")

    def choose(self, kind: OverviewKind) -> None:
        """Shows the screen of that report."""
        self.kind = kind
        self.kinds[kind].setChecked(True)
        self.time.setVisible(kind is OverviewKind.EXECUTION)
        self._scroll.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """Reads it anew, or when it is next looked at."""
        plan, self._is_stale = self._document.plan, not self.isVisible()
        if self._is_stale or plan is None:
            return
        if self._task is not None:
            self._task.cancel()
        kind, period, today = self.kind, self.time.currentData(), self._document.today()
        window = None if period is None else Period(*period)
        place = self._document.location()

        def work(_is_cancelled: Callable[[], bool]) -> Overview:
            # Reading the reports' modules would hold the window up longer than reading the plan.
            from roadmap_desktop.operations.printing.overview import read_overview_of

            with place as path:
                return read_overview_of(path, plan, kind, today, window)

        self._today = today
        overdue = overdue_count(plan, today)
        self.overdue.setText(f"Просроченные: {overdue}")
        self.overdue.setVisible(overdue > 0)
        self._task = self._runner.run(work, self._show, known(self._say))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale or self._today != self._document.today():
            self.refresh()

    def event(self, event: QEvent) -> bool:
        # A new day may have begun since the window was last looked at.
        if event.type() == QEvent.Type.WindowActivate and self._document.today() != self._today:
            self.refresh()
        return super().event(event)

    def _show(self, overview: Overview) -> None:
        scrolled = self._scroll.verticalScrollBar().value()
        content, column = _content()
        self.parts = [PartView(part) for part in overview.parts]
        for part in self.parts:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().setValue(scrolled)

    def _print(self) -> None:
        """Asks for the report that is on the screen, of the time that is chosen."""
        period = self.time.currentData()
        chosen = self.kind is OverviewKind.EXECUTION and period is not None
        request = PrintRequest(self.kind.report, {"period": Period(*period)} if chosen else {})
        self._document.printing.emit(request, None)

    def _say(self, words: str) -> None:
        content, column = _content()
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setObjectName("overview-note")
        column.addWidget(label)
        column.addStretch(1)
        self.parts = []
        self._scroll.setWidget(content)

    def _on_changed(self) -> None:
        self._fill_times()
        self.refresh()

    def _on_replaced(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._say(_WORKING)
        self.time.clear()
        self._on_changed()

    def _fill_times(self) -> None:
        """What can be chosen; what is chosen stays so where it still can be."""
        plan = self._document.plan
        chosen = self.time.currentText()
        self.time.blockSignals(True)
        self.time.clear()
        self.time.addItem(_WHOLE, None)
        for month in months_of(plan) if plan is not None else ():
            self.time.addItem(month_title(month.start), month)
        self.time.setCurrentIndex(max(self.time.findText(chosen), 0))
        self.time.blockSignals(False)

    def _header(self) -> QWidget:
        header = QFrame()
        header.setObjectName("page-header")
        header.setFixedHeight(_HEIGHT)
        row = QHBoxLayout(header)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._title = QLabel("Сводка")
        self._title.setObjectName("page-title")
        row.addWidget(self._title)
        row.addSpacing(8)
        for chip in self.kinds.values():
            row.addWidget(chip)
        row.addWidget(self.time)
        row.addStretch(1)
        row.addWidget(self.overdue)
        row.addSpacing(10)
        row.addWidget(self.print)
        return header

    def _chip(self, kind: OverviewKind) -> QPushButton:
        chip = QPushButton(kind.title)
        chip.setCheckable(True)
        chip.setProperty("chip", True)
        chip.setChecked(kind is self.kind)
        chip.clicked.connect(lambda: self.choose(kind))
        return chip

    def _scrolled(self) -> QScrollArea:
        group = QButtonGroup(self)
        for chip in self.kinds.values():
            group.addButton(chip)
        area = QScrollArea()
        area.setObjectName("overview")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        return area


def _content() -> tuple[QWidget, QVBoxLayout]:
    content = QWidget()
    content.setObjectName("overview-content")
    inner = QWidget()
    inner.setMinimumWidth(_NARROWEST)
    inner.setMaximumWidth(_WIDEST)
    row = QHBoxLayout(content)
    row.setContentsMargins(20, 14, 20, 20)
    row.addWidget(inner, 1)
    row.addStretch(0)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(22)
    return content, column
