"""How long the calendar takes, seen from outside: each function does what a person does and returns seconds.

The painting is part of every measurement: the page is repainted at once instead of at the next turn of the loop.
"""

from datetime import date
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from roadmap_desktop.ui.calendar.page import CalendarPage
from roadmap_desktop.ui.document import RoadmapDocument


def shown(document: RoadmapDocument, page: CalendarPage) -> float:
    """The calendar's own part of opening: from the plan in memory to its month on the screen."""
    start = perf_counter()
    document.replaced.emit()
    page.repaint()
    return perf_counter() - start


def month_switches(page: CalendarPage, first: date, months: int = 12) -> list[float]:
    """A year of months by the key Page Down, from the key to the painted month."""
    page.show_month(first)
    page.repaint()
    return [_pressed(page, Qt.Key.Key_PageDown) for _month in range(months)]


def _pressed(page: CalendarPage, key: Qt.Key) -> float:
    start = perf_counter()
    QTest.keyClick(page.grid, key)
    page.repaint()
    return perf_counter() - start
