"""What fills the window: the open plan, or the start page."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FileCommands
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.theme import scaled

if TYPE_CHECKING:
    from roadmap_desktop.ui.start_page import StartPage


_PAGE_WIDTH, _DETAILS_WIDTH = 852, 318


class Workspace(QWidget):
    """What is shown of an open plan: navigation, page and details side by side. ``above`` stands over the whole width,
    one below another."""

    def __init__(
        self, above: tuple[QWidget, ...], navigation: QWidget, pages: QWidget, details: QWidget
    ) -> None:
        super().__init__()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(pages)
        self.splitter.addWidget(details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([_PAGE_WIDTH, scaled(_DETAILS_WIDTH)])
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(navigation)
        row.addWidget(self.splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in above:
            column.addWidget(widget)
        column.addLayout(row, 1)


class Centre(QStackedWidget):
    """``plan`` is what is shown of an open plan; who opens yesterday's work never waits for the start page."""

    def __init__(
        self,
        plan: QWidget,
        document: RoadmapDocument,
        files: FileCommands,
        take_document: Callable[[], object],
        settings: Settings,
    ) -> None:
        super().__init__()
        self._plan, self._document, self._files, self._settings = plan, document, files, settings
        self._take_document = take_document
        self._start: StartPage | None = None
        self.addWidget(plan)
        document.replaced.connect(self.refresh)
        files.refused.connect(self.refresh)

    def refresh(self) -> None:
        """Shows the plan, or the start page with the recent files as they are now."""
        if self._document.path is not None:
            self.setCurrentWidget(self._plan)
            return
        from roadmap_desktop.ui.start_page import StartPage

        if self._start is None:
            self._start = StartPage(self._settings)
            self._start.new_requested.connect(self._files.new)
            self._start.open_requested.connect(self._files.open)
            self._start.import_requested.connect(self._take_document)
            self._start.sample_requested.connect(self._files.open_sample)
            self._start.file_chosen.connect(self._files.open_path)
            self.addWidget(self._start)
        self._start.refresh()
        self.setCurrentWidget(self._start)
