"""The pages of registers in the main window, each made when it is first looked at."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.navigation import REGISTER_ENTRIES, Navigation
from roadmap_desktop.ui.settings import Settings


class RegisterPages(QObject):
    """``told`` carries words for the status line; ``status_changed`` says that a page shows another number."""

    told = Signal(str)
    status_changed = Signal()

    def __init__(self, document: RoadmapDocument, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._settings = document, settings

    def new_page(self, name: str) -> QWidget:
        """The page of the register with that id."""
        from roadmap_desktop.model.registers import BY_ID
        from roadmap_desktop.ui.registers.page import RegisterPage

        page = RegisterPage(BY_ID[name], self._document, self._settings)
        page.told.connect(self.told)
        page.status_changed.connect(self.status_changed)
        return page

    def count(self, navigation: Navigation) -> None:
        """Shows how many records the registers have."""
        from roadmap_desktop.operations.record_counts import count_records

        tables = tuple(entry.table for entry in REGISTER_ENTRIES)
        nothing: dict[str, int] = {}
        found = self._document.ask(lambda file: count_records(file, tables), nothing)
        for entry in REGISTER_ENTRIES:
            navigation.set_count(entry.page, str(found.get(entry.table) or ""))
