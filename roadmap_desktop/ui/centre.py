"""What fills the window: the open plan, or the start page."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FileCommands
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.ui.start_page import StartPage


class Centre(QStackedWidget):
    """``plan`` is what is shown of an open plan; who opens yesterday's work never waits for the start page."""

    def __init__(
        self, plan: QWidget, document: RoadmapDocument, files: FileCommands, settings: Settings
    ) -> None:
        super().__init__()
        self._plan, self._document, self._files, self._settings = plan, document, files, settings
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
            self._start.sample_requested.connect(self._files.open_sample)
            self._start.file_chosen.connect(self._files.open_path)
            self.addWidget(self._start)
        self._start.refresh()
        self.setCurrentWidget(self._start)
