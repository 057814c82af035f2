"""The pages of the main window, each made when first looked at: start-up counts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QStackedWidget

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.roadmap import Section
from roadmap_desktop.ui.actions import OF_ROWS
from roadmap_desktop.ui.activities.page import TablePage
from roadmap_desktop.ui.commands import Handlers
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.navigation import PAGES
from roadmap_desktop.ui.page import Page
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings

_LEAST_WIDTH = 440
# Where the records of a register, or of a table, are shown when their page is not called as they are.
PAGE_OF = {ACTIVITIES.id: "table", Section.__tablename__: "table", "progress": "by_school"}


class Pages(QStackedWidget):
    """Shows one page; the signals of all pages go on from here."""

    page_shown = Signal(str)  # its name
    told = Signal(str)
    status_changed = Signal()
    search_reset = Signal()
    record_wanted = Signal(str, str)
    record_chosen = Signal(str, str)
    details_wanted = Signal(str)
    files_pasted = Signal(list)
    chosen_changed = Signal()

    def __init__(
        self, document: RoadmapDocument, selection: Selection, settings: Settings, runner: Runner
    ) -> None:
        super().__init__()
        self._document, self._selection = document, selection
        self._settings, self._runner = settings, runner
        # The widest page, which may be out of sight, must not make the window wider than the screen.
        self.setMinimumWidth(_LEAST_WIDTH)
        self._built: dict[str, Page] = {}
        self.table = TablePage(document, selection, settings)
        self._add_page("table", self.table)

    @property
    def current(self) -> Page:
        """The page that is shown."""
        return self._built[self.current_name]

    @property
    def current_name(self) -> str:
        """The name of the page that is shown, as the navigation has it."""
        return next(name for name, page in self._built.items() if page is self.currentWidget())

    def handlers(self) -> Handlers:
        """What the menus «Вид», «Правка» and «Мероприятие» do with pages."""
        return {
            **{id_: partial(self._do, id_) for id_ in OF_ROWS},
            "add": self.add,
            "import_list": self.take_list,
            "move_up": self.table.move_up,
            "move_down": self.table.move_down,
            "change_selected": lambda: self.current.change_selected(),
            "table": lambda: self.show_page("table"),
            "month_plan": lambda: self.show_page("month_plan"),
            "calendar": lambda: self.show_page("calendar"),
            "history": lambda: self.show_page("history"),
            "overview": lambda: self.show_page("overview"),
            # The switch alone has shown or hidden nothing yet.
            "details": lambda: self.show_page(self.current_name),
        }

    def submenus(self) -> dict[str, Callable[[QMenu], object]]:
        """What fills the menus that are about what is shown."""
        return {
            "state": self.table.fill_states,
            "section": self.table.fill_sections,
            "group": lambda menu: self.current.fill_groups(menu),
            "views": lambda menu: self.current.fill_views(menu),
        }

    def show_page(self, name: str) -> None:
        """Shows «table», «month_plan», «calendar», «by_school», «overview», «history» or a register."""
        if name not in self._built:
            self._add_page(name, self._new_page(name))
        page = self._built[name]
        if page is not self.current:
            # Beside another page a record would be taken for what is chosen there.
            self.record_chosen.emit("", "")
        self.setCurrentWidget(page)
        self.page_shown.emit(name)
        page.take_focus()

    def add(self) -> None:
        """Adds what the page adds; an activity to the table where it adds nothing."""
        if not self.current.can_add:
            self.show_page("table")
        self.current.add()

    @property
    def has_chosen(self) -> bool:
        """Whether a row is chosen, with which ``row_commands`` do something."""
        return self._of_rows.has_chosen

    def row_commands(self) -> Handlers:
        """What is done with the rows of the page that is shown."""
        commands = self._of_rows.row_commands()
        return commands if self._of_rows is self.current else commands | {"edit": self._edit_in_details}

    @property
    def _of_rows(self) -> Page:
        """The page whose rows are meant: the calendar's activities are the table's."""
        return self.table if self.current_name == "calendar" else self.current

    def _do(self, id_: str) -> None:
        act = self.row_commands().get(id_)
        if act is not None:
            act()

    def _edit_in_details(self) -> None:
        if self._selection.current is not None:
            self.details_wanted.emit(self._selection.current)

    def follow(self, places: list[tuple[str, str]]) -> None:
        """Shows what undo or redo has changed, at the nearest of the places that has a page: on the page that is shown
        where it is to be seen there."""
        for sort, key in places:
            page = PAGE_OF.get(sort, sort)
            if page not in PAGES:
                continue
            if not self.current.shows(sort, key):
                self.show_page(page)
            if key:
                self.current.show_changed([id_ for other, id_ in places if other == sort and id_])
            return

    def show_overdue(self) -> None:
        """Shows the overdue activities in the table."""
        self.show_page("table")
        self.table.show_overdue()

    def take_list(self) -> None:
        """Opens «Взять из списка», for the register of the page or the first that there is."""
        from roadmap_desktop.ui.importing_lists.dialog import open_list_dialog

        self._document.leaving.emit()
        dialog = open_list_dialog(self._document, self.current.register_id, self._runner, self.window())
        if dialog is not None:
            dialog.written.connect(self._show_taken)

    def _show_taken(self, register: Register, made: ChangeSet) -> None:
        if self.current.register_id != register.id and register.is_page:
            self.show_page(register.id)
        self.told.emit(f"{made.label}. Отменить: Ctrl+Z")

    def _add_page(self, name: str, page: Page) -> None:
        self._built[name] = page
        self.addWidget(page)
        page.told.connect(self.told)
        page.status_changed.connect(self.status_changed)
        page.search_reset.connect(self.search_reset)
        page.record_wanted.connect(self.record_wanted)
        page.record_chosen.connect(self.record_chosen)
        page.details_wanted.connect(self.details_wanted)
        page.files_pasted.connect(self.files_pasted)
        page.chosen_changed.connect(self.chosen_changed)
        page.overdue_wanted.connect(self.show_overdue)
        page.list_wanted.connect(self.take_list)

    def _new_page(self, name: str) -> Page:
        if name == "month_plan":
            from roadmap_desktop.ui.month_plan.page import MonthPlanPage

            return MonthPlanPage(self._document, self._selection, self._settings)
        if name == "calendar":
            from roadmap_desktop.ui.calendar.page import CalendarPage

            return CalendarPage(self._document, self._selection, self._settings)
        if name == "history":
            from roadmap_desktop.ui.history.page import HistoryPage

            return HistoryPage(self._document, self._settings)
        if name == "by_school":
            from roadmap_desktop.ui.by_school.page import BySchoolPage

            return BySchoolPage(self._document)
        if name == "overview":
            from roadmap_desktop.ui.overview.page import OverviewPage

            return OverviewPage(self._document, self._runner)
        from roadmap_desktop.ui.registers.page import RegisterPage

        return RegisterPage(BY_ID[name], self._document, self._settings)
