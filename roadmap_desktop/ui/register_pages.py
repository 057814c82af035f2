"""Pages of the main window that know no selection: registers, history and others, each made when first looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.navigation import REGISTER_ENTRIES, Navigation
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.ui.search.index_keeper import IndexKeeper

_AFTER_PAINTING = 50  # Milliseconds.


class RegisterPages(QObject):
    """``told`` carries words for the status line; ``status_changed`` says that a page shows another number."""

    told = Signal(str)
    status_changed = Signal()
    search_reset = Signal()
    record_wanted = Signal(str, str)  # «activity» or a register's id, and a key
    overdue_wanted = Signal()  # the overdue activities are to be shown in the table

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._window = window
        self._navigation: Navigation | None = None
        self._keeper: IndexKeeper | None = None
        self._counting = QTimer(self, singleShot=True, interval=_AFTER_PAINTING)
        self._counting.timeout.connect(self._count)
        self._document, self._settings, self._runner = document, settings, runner

    def new_page(self, name: str) -> QWidget:
        """The page of the register with that id, «history», «by_school» or «overview»."""
        if name == "history":
            from roadmap_desktop.ui.history_page import HistoryPage

            return HistoryPage(self._document)
        if name == "by_school":
            from roadmap_desktop.ui.by_school.page import BySchoolPage

            return BySchoolPage(self._document)
        if name == "overview":
            from roadmap_desktop.ui.overview.page import OverviewPage

            overview = OverviewPage(self._document, self._runner)
            overview.overdue_wanted.connect(self.overdue_wanted)
            return overview
        from roadmap_desktop.model.registers import BY_ID
        from roadmap_desktop.ui.registers.page import RegisterPage

        page = RegisterPage(BY_ID[name], self._document, self._settings)
        page.told.connect(self.told)
        page.status_changed.connect(self.status_changed)
        page.record_wanted.connect(self.record_wanted)
        page.search_reset.connect(self.search_reset)
        return page

    def search(self, words: str = "") -> None:
        """Opens the search over everything, with these words."""
        from roadmap_desktop.ui.search.dialog import SearchDialog
        from roadmap_desktop.ui.search.index_keeper import IndexKeeper

        if self._document.plan is None:
            return
        if self._keeper is None:
            self._keeper = IndexKeeper(self._document, self)
        dialog = SearchDialog(self._document, self._keeper, self._window)
        dialog.wanted.connect(self.record_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.line.setText(words)
        dialog.open()

    def open_record(self, register_id: str, record_id: str, parent: QWidget) -> None:
        """Opens the dialog of a record that has no page of its own."""
        from roadmap_desktop.model.registers import BY_ID
        from roadmap_desktop.ui.registers.own_dialogs import dialog_class

        register = BY_ID[register_id]
        dialog = dialog_class(register)(self._document, register, record_id, {}, parent)
        dialog.record_wanted.connect(self.record_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def count(self, navigation: Navigation) -> None:
        """Shows how many records the registers have, as soon as what is asked to be painted is painted."""
        self._navigation = navigation
        self._counting.start()

    def _count(self) -> None:
        navigation = self._navigation
        if navigation is None:
            return
        from roadmap_desktop.operations.record_counts import count_records

        tables = tuple(entry.table for entry in REGISTER_ENTRIES)
        nothing: dict[str, int] = {}
        found = self._document.ask(lambda file: count_records(file, tables), nothing)
        for entry in REGISTER_ENTRIES:
            navigation.set_count(entry.page, str(found.get(entry.table) or ""))
