"""How long the table takes, seen from outside: each function does what a person does and returns seconds.

The painting is part of every measurement: the viewport is repainted at once instead of at the next turn of the loop.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from roadmap_desktop.model.activity import State
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.ui.activities.page import TablePage
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.table.captions import Caption

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def open_to_painted(document: RoadmapDocument, page: TablePage, path: Path) -> float:
    """Opening a file until its first rows are on the screen."""
    start = perf_counter()
    document.open(path)
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
    page.view.viewport().repaint()
    return perf_counter() - start


def shown(document: RoadmapDocument, page: TablePage) -> float:
    """The table's own part of opening: from the plan in memory to its first rows on the screen."""
    start = perf_counter()
    document.replaced.emit()
    page.view.viewport().repaint()
    return perf_counter() - start


def keystrokes(page: TablePage, text: str) -> list[float]:
    """Typing a text into the search letter by letter, then taking it away again."""
    steps = [text[:end] for end in range(1, len(text) + 1)]
    return [_searched(page, query) for query in [*steps, *reversed(steps), ""]]


def sorts(page: TablePage, columns: Sequence[int] = (1, 2, 3, 4, 5)) -> list[float]:
    """Clicks on headings: up, down and the plan's order again."""
    times = []
    for column in columns:
        for place, order in ((column, _UP), (column, _DOWN), (-1, _UP)):
            start = perf_counter()
            page.view.header.setSortIndicator(place, order)
            page.view.viewport().repaint()
            times.append(perf_counter() - start)
    return times


def groups(page: TablePage) -> list[float]:
    """Choosing each grouping in turn, and none."""
    names = [*page.model.groupings, ""]
    return [_timed(page, partial(page.model.group_by, name)) for name in [*names, *names]]


def folds(page: TablePage) -> list[float]:
    """Folding every section and unfolding it again, one by one and all together."""
    page.model.group_by("section_id")
    keys = [row.key for row in page.model.rows if isinstance(row, Caption)]
    steps: list[list[str]] = [step for key in keys for step in ([key], [])]
    return [_timed(page, partial(page.model.fold, step)) for step in [*steps, keys, []]]


def filters(page: TablePage) -> list[float]:
    """Choosing one word after another of each facet, and none again."""
    times = []
    for name in page.model.facts.facets:
        for chosen in [*([word] for word in page.model.facts.offered(name)[:6]), []]:
            wanted = page.model.row_filter.choosing(name, frozenset(chosen))
            times.append(_timed(page, partial(page.model.filter_by, wanted)))
    return times


def changes_of_many(document: RoadmapDocument, page: TablePage, count: int) -> list[float]:
    """One value for a field of so many activities, until it is on the screen; each is undone, which is not counted."""
    times = []
    for name, value in (("note", "отложено"), ("due_text", "октябрь 2020 года"), ("state", State.MOVED)):
        plan = document.plan
        assert plan is not None
        ids = [row.id for row in plan.activities[:count]]
        write = partial(activities.set_field, plan=plan, ids=ids, name=name, value=value)
        times.append(_timed(page, partial(document.execute, write)))
        assert sum(getattr(row, name) == value for row in document.plan.activities) >= count
        document.execute(history.undo)
    return times


def scrolling(page: TablePage, frames: int = 200, step: int = 96) -> list[float]:
    """Frames of scrolling down by a wheel's notch each."""
    bar = page.view.verticalScrollBar()
    times = []
    for _frame in range(frames):
        start = perf_counter()
        bar.setValue(bar.value() + step)
        page.view.viewport().repaint()
        times.append(perf_counter() - start)
    return times


def pages(page: TablePage, frames: int = 40) -> list[float]:
    """Frames of leaping through the table with the scroll bar: every row of a frame is new."""
    bar = page.view.verticalScrollBar()
    times = []
    for frame in range(frames):
        start = perf_counter()
        bar.setValue(bar.maximum() * (frame * 7 % frames) // frames)
        page.view.viewport().repaint()
        times.append(perf_counter() - start)
    return times


def settled(page: TablePage, limit_ms: int = 120_000) -> float:
    """How long the idle measuring of all rows takes."""
    start = perf_counter()
    loop = QEventLoop()
    ticking = QTimer(interval=20)
    ticking.timeout.connect(lambda: loop.quit() if page.view.heights.is_settled else None)
    ticking.start()
    QTimer.singleShot(limit_ms, loop.quit)
    loop.exec()
    return perf_counter() - start


def _searched(page: TablePage, query: str) -> float:
    return _timed(page, partial(page.set_search, query))


def _timed(page: TablePage, act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    page.view.viewport().repaint()
    return perf_counter() - start
