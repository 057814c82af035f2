"""What the tables of the plan and of the month paint is whole."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from roadmap_desktop.ui.table.captions import Caption
from roadmap_desktop.ui.table.view import TableView


class Painted(QObject):
    """How wide the strips are that a view paints anew."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self.places: list[QRect] = []
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.places.append(event.region().boundingRect())
        return False


@pytest.fixture
def month(window: MainWindow) -> Iterator[MonthPlanPage]:
    window.show_page("month_plan")
    shown = window._pages.current
    assert isinstance(shown, MonthPlanPage)
    yield shown


def test_a_caption_that_the_keys_have_left_is_painted_anew_all_over(
    month: MonthPlanPage, window: MainWindow
) -> None:
    window.activateWindow()
    view, rows = month.view, month.model.rows
    below = next(
        index
        for index, (one, other) in enumerate(pairwise(rows))
        if isinstance(one, Caption) and not isinstance(other, Caption)
    )
    view.setFocus()
    # As by a click on it: a caption is current, but never chosen.
    goes, nothing_chosen = view.selectionModel().setCurrentIndex, QItemSelectionModel.SelectionFlag.NoUpdate
    goes(month.model.index(below, 2), nothing_chosen)
    QApplication.processEvents()
    painted = Painted(view)
    goes(month.model.index(below + 1, 2), nothing_chosen)
    QApplication.processEvents()
    middle = view.rowViewportPosition(below) + view.rowHeight(below) // 2
    assert any(
        one.width() == view.viewport().width() and one.top() <= middle <= one.bottom()
        for one in painted.places
    )


@pytest.mark.parametrize("page", ["table", "month_plan"])
def test_what_is_late_by_less_than_a_year_says_by_how_many_days(window: MainWindow, page: str) -> None:
    window.show_page(page)
    view = window._pages.current.view  # type: ignore[attr-defined]
    delegate, cells = view.itemDelegate(), view.model().cells
    row = next(one for one in view.model().rows if not isinstance(one, Caption))
    words = cells.pill(row, Standing(State.PLANNED, 364))
    assert words == "! просрочено 364 дн."
    column = view.model().places["state"]
    assert delegate._pill_room(view.columnWidth(column)) >= delegate._pill_metrics.horizontalAdvance(words)
