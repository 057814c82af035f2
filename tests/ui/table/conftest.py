"""The table page alone in a window, on a fresh copy of the sample as it stood on 6 October 2020."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.ui.activities.page import TablePage
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from tests.samples import empty_at, sample_at

TODAY = date(2020, 10, 6)


class Table:
    """The page as a person meets it: what is listed, where a cell is, clicks and keys."""

    def __init__(
        self, page: TablePage, document: RoadmapDocument, selection: Selection, qtbot: QtBot
    ) -> None:
        self.page, self.document, self.selection, self.qtbot = page, document, selection, qtbot
        self.told: list[str] = []
        self.refused: list[str] = []
        page.told.connect(self.told.append)
        document.failed.connect(self.refused.append)

    @property
    def numbers(self) -> list[str]:
        return [row.number for row in self.page.model.records()]

    @property
    def names(self) -> list[str]:
        return [row.name for row in self.page.model.records()]

    def id_of(self, number: int) -> str:
        assert self.document.plan is not None
        return self.document.plan.activities[number - 1].id

    def cell(self, place: int, key: str = "name") -> QPoint:
        view = self.page.view
        index = self.page.model.index(place, self.page.model.places[key])
        view.scrollTo(index)
        return view.visualRect(index).topLeft() + QPoint(12, 14)

    def click(
        self, place: int, key: str = "name", *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        at = self.cell(place, key)
        self.qtbot.mouseClick(self.page.view.viewport(), Qt.MouseButton.LeftButton, held, at)

    def double_click(self, place: int, key: str = "name") -> None:
        self.click(place, key)
        self.qtbot.mouseDClick(
            self.page.view.viewport(), Qt.MouseButton.LeftButton, pos=self.cell(place, key)
        )

    def click_heading(self, key: str) -> None:
        header = self.page.view.header
        x = header.sectionViewportPosition(self.page.model.places[key]) + 14
        self.qtbot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
        )

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.page.view, key, held)

    def type(self, text: str) -> None:
        # keyClicks knows ASCII only.
        for letter in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget() or self.page.view, event)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.page.view.heights.is_settled)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "table.ini")


@pytest.fixture
def open_table(qtbot: QtBot, settings: Settings, qapp: QApplication) -> Callable[[Path], Table]:
    def opened(path: Path) -> Table:
        document, selection = RoadmapDocument(today=lambda: TODAY), Selection()
        page = TablePage(document, selection, settings)
        qtbot.addWidget(page, before_close_func=lambda _page: document.close())
        page.resize(852, 642)
        table = Table(page, document, selection, qtbot)
        document.open(path)
        page.show()
        page.activateWindow()
        qtbot.waitExposed(page)
        page.view.setFocus()
        return table

    return opened


@pytest.fixture
def table(open_table: Callable[[Path], Table], tmp_path: Path) -> Table:
    return open_table(sample_at(tmp_path / "План.roadmap"))


@pytest.fixture
def table_of(open_table: Callable[[Path], Table], tmp_path: Path) -> Callable[..., Table]:
    """A table of activities made for the test."""

    def made(*drafts: ActivityDraft) -> Table:
        path = empty_at(tmp_path / "Свой план.roadmap")
        with_rows = files.open_roadmap(path)
        activities.add_activities(with_rows, drafts)
        with_rows.close()
        return open_table(path)

    return made
