"""The calendar page on a fresh copy of the sample, and a person before it."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.ui.calendar.captions import bar_caption
from roadmap_desktop.ui.calendar.geometry import day_cell
from roadmap_desktop.ui.calendar.page import CalendarPage
from roadmap_desktop.ui.calendar.popup import ActivityPopup
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from tests.samples import sample_at
from tests.ui.forms import dialog_of, enter

TODAY = date(2020, 10, 6)


class Person:
    """What one sees on the page, and does with the mouse."""

    def __init__(
        self, qtbot: QtBot, page: CalendarPage, document: RoadmapDocument, selection: Selection
    ) -> None:
        self.qtbot, self.page, self.document, self.selection = qtbot, page, document, selection
        self.asked_to_edit: list[str] = []
        page.details_wanted.connect(self.asked_to_edit.append)

    def id(self, number: int) -> str:
        return self.document.plan.activities[number - 1].id

    def row(self, number: int):
        return self.document.plan.activities[number - 1]

    def word(self, number: int, text: str) -> None:
        """Gives an activity another wording, as it would be typed in the details."""
        plan = self.document.plan
        self.document.execute(
            lambda file: activities.set_field(file, plan, [self.id(number)], "due_text", text)
        )

    def set(self, number: int, field: str, value: object) -> None:
        plan = self.document.plan
        self.document.execute(lambda file: activities.set_field(file, plan, [self.id(number)], field, value))

    def undo(self) -> None:
        self.document.execute(history.undo)

    def title(self) -> str:
        return self.page.header.title.text()

    def captions(self) -> list[str]:
        """What the bars of the month say, each once, from the top."""
        layout = self.page.grid.layout_shown
        return list(dict.fromkeys(bar_caption(layout.entry(segment)) for segment in layout.laid.segments))

    def days_of(self, number: int) -> list[tuple[date, date]]:
        """The stretches of days over which the activity's bars are drawn."""
        layout = self.page.grid.layout_shown
        return [
            (layout.day(segment.week, segment.first), layout.day(segment.week, segment.last))
            for segment in layout.laid.segments
            if layout.entry(segment).row.id == self.id(number)
        ]

    def bar(self, number: int, week: int = 0):
        """The rectangle of the activity's bar in the week, counted from its first."""
        grid = self.page.grid
        layout = grid.layout_shown
        found = [s for s in layout.laid.segments if layout.entry(s).row.id == self.id(number)]
        return grid.hits.rect_of(found[week])

    def day(self, day: date, *, below: bool = True) -> QPoint:
        """A point of the day's cell: near its lower edge, where no bar lies, or its number."""
        grid = self.page.grid
        cell = grid.geometry_shown.cell(*day_cell(grid.layout_shown, day))
        return QPoint(cell.center().x(), cell.bottom() - 4) if below else cell.topLeft() + QPoint(10, 8)

    def click(self, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.qtbot.mouseClick(self.page.grid, button, pos=point)

    def double_click(self, point: QPoint) -> None:
        self.qtbot.mouseClick(self.page.grid, Qt.MouseButton.LeftButton, pos=point)
        self.qtbot.mouseDClick(self.page.grid, Qt.MouseButton.LeftButton, pos=point)

    def drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        grid = self.page.grid
        self.qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 5):
            self.qtbot.mouseMove(grid, start + (end - start) * step / 4)
        if drop:
            self.qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=end)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.page.grid, key, modifiers)

    def name_the_new(self, name: str) -> None:
        """Types the name of the activity whose dialog has opened, and saves it."""
        dialog = dialog_of(self.page.window())
        enter(dialog, "Наименование мероприятия", name)
        dialog.accept()

    def popup(self) -> ActivityPopup:
        """The list that is open."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ActivityPopup)
        return popup

    def listed(self) -> list[str]:
        """Numbers of the activities in the open list."""
        model = self.popup().list.model()
        return [model.index(row, 0).data().split(" ")[0] for row in range(model.rowCount())]

    def menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu


@pytest.fixture(scope="session")
def untouched_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("calendar") / "sample.roadmap"
    sample_at(path)
    return path


@pytest.fixture
def sample(untouched_sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(untouched_sample, tmp_path / "Дорожная карта.roadmap"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def today() -> Callable[[], date]:
    return lambda: TODAY


@pytest.fixture
def document(sample: Path, today: Callable[[], date]) -> Iterator[RoadmapDocument]:
    made = RoadmapDocument(today)
    made.open(sample)
    yield made
    made.close()


@pytest.fixture
def person(qtbot: QtBot, document: RoadmapDocument, settings: Settings) -> Iterator[Person]:
    selection = Selection()
    page = CalendarPage(document, selection, settings)
    qtbot.addWidget(page)
    page.resize(1170, 642)
    page.show()
    qtbot.waitExposed(page)
    page.grid.setFocus()
    yield Person(qtbot, page, document, selection)
    if QApplication.activePopupWidget() is not None:
        QApplication.activePopupWidget().close()
