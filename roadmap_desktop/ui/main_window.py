"""The main window: it places the parts and hands them to each other, and nothing else."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.access_strip import AccessStrip
from roadmap_desktop.ui.actions import Actions, Situation, fill_menus
from roadmap_desktop.ui.agenda_commands import AgendaCommands
from roadmap_desktop.ui.backup_commands import BackupCommands
from roadmap_desktop.ui.button_keys import watch_buttons
from roadmap_desktop.ui.calendar.export_commands import CalendarExportCommands
from roadmap_desktop.ui.centre import Centre, Workspace
from roadmap_desktop.ui.chosen_memory import ChosenMemory
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.copy_commands import CopyCommands
from roadmap_desktop.ui.details.panel import DetailsPanel
from roadmap_desktop.ui.details.presence import DetailsPresence
from roadmap_desktop.ui.digest.commands import DigestCommands
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FileCommands
from roadmap_desktop.ui.help_commands import HelpCommands
from roadmap_desktop.ui.importing.commands import ImportCommands
from roadmap_desktop.ui.navigation import PAGES, Navigation
from roadmap_desktop.ui.new_year.commands import NewYearCommands
from roadmap_desktop.ui.pages import PAGE_OF, Pages
from roadmap_desktop.ui.plan_commands import PlanCommands
from roadmap_desktop.ui.plan_summary import PlanSummary
from roadmap_desktop.ui.preferences.commands import SettingsCommands
from roadmap_desktop.ui.print_commands import PrintCommands
from roadmap_desktop.ui.replacing.commands import ReplaceCommands
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.screen_room import fit_within_screen
from roadmap_desktop.ui.search.commands import SearchCommands
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.status_bar import StatusLine
from roadmap_desktop.ui.toolbar import Toolbar
from roadmap_desktop.ui.undo_commands import UndoCommands
from roadmap_desktop.ui.view_keys import watch_views
from roadmap_desktop.ui.waiting import show_waiting

if TYPE_CHECKING:
    # Building these two classes takes a three-hundredth of the start.
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class MainWindow(QMainWindow):
    """Menu, toolbar, navigation, pages, details, status line."""

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, documents_folder: Path, log: Path
    ) -> None:
        super().__init__()
        self.document = document
        self._settings = settings
        self.selection = Selection(self)
        self.status = StatusLine(document)  # The first that listens: a page may tell of what was done.
        self._pages = Pages(document, self.selection, settings, runner)
        self.table = self._pages.table
        self.files = FileCommands(document, settings, runner, documents_folder, self)
        self.backups = BackupCommands(document, runner, self)
        self.copies = CopyCommands(document, runner, self)
        self.search = SearchCommands(document, self)
        self.preferences = SettingsCommands(document, settings, self)
        self.importing = ImportCommands(document, runner, self.files.open_path, documents_folder, self)
        self._plan = PlanCommands(document, self.selection, self)
        self._undo = UndoCommands(document, self)
        self._agenda = AgendaCommands(document, settings, self)
        self._commands: tuple[Commands, ...] = (
            self.files,
            self.backups,
            self.copies,
            self.search,
            self.preferences,
            self.importing,
            ReplaceCommands(document, lambda: self._pages.current, self),
            self._plan,
            self._agenda,
            self._undo,
            PrintCommands(document, settings, runner, lambda: self._pages.current, self),
            CalendarExportCommands(document, settings, runner, self),
            DigestCommands(document, settings, runner, self),
            NewYearCommands(document, runner, self.files.open_path, self),
            HelpCommands(document, lambda: self._pages.current.guide, log, self),
        )
        self._actions = Actions(self._handlers(), self)
        self.access_strip = AccessStrip(document, runner, self.files)
        self.toolbar = Toolbar(self._actions)
        self._navigation = Navigation()
        self.details = DetailsPanel(document, self.selection, settings)
        self._presence = DetailsPresence(self.details, self._actions["details"])
        # What is told, whatever is shown, until it is put away.
        self.strips = QVBoxLayout()
        self._summary = PlanSummary(document, self._pages, self._navigation, self.status)
        self._place_parts()
        fill_menus(self.menuBar(), self._actions, self._pages.submenus() | {"recent": self.files.fill_recent})
        self._connect_parts()
        self._restore()
        self._refresh_actions()

    def show_page(self, name: str) -> None:
        """Shows «table», «calendar», «history» or a register."""
        self._pages.show_page(name)

    def open_at_start(self, path: Path | None, *, with_sample: bool = False) -> None:
        """Opens the file named, or the sample, or the one worked on last; with none of them the start page stays."""
        wanted = path or self._settings.last_file()
        if with_sample:
            self.files.open_sample()
        elif wanted is not None:
            self.files.open_path(wanted)
        else:
            self._centre.refresh()

    def show_record(self, sort: str, id_: str) -> None:
        """Goes to an activity, a section, a revision or a register's record, wherever it is."""
        page = PAGE_OF.get(sort, sort)
        if page in PAGES:
            self.show_page(page)
            self._pages.current.show_record(id_)
        elif page == "revision":
            self._plan.show_revisions(id_)
        else:
            from roadmap_desktop.ui.registers.own_dialogs import open_record

            dialog = open_record(self.document, BY_ID[page], id_, self)
            dialog.record_wanted.connect(self.show_record)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.document.leaving.emit()
        if self.access_strip.holds_back(self.close):
            event.ignore()
            return
        self._settings.remember("window/geometry", self.saveGeometry())
        self._settings.remember("window/splitter", self._splitter.saveState())
        self._settings.save()
        self.document.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        for path in _dropped_files(event):
            if self.importing.takes(path):
                self.importing.start(path)
            else:
                self.files.open_path(path)

    def changeEvent(self, event: QEvent) -> None:
        # A new day may have begun since the window was last looked at.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.document.plan:
            self._summary.refresh()
        super().changeEvent(event)

    def _handlers(self) -> Handlers:
        handlers: Handlers = {"quit": self.close, "find": lambda: self.toolbar.start_search()}
        handlers |= self._pages.handlers()
        for commands in self._commands:
            handlers |= commands.handlers()
        return handlers

    def _place_parts(self) -> None:
        self.setAcceptDrops(True)
        self.setWindowTitle(_title(None))
        watch_views(self)
        watch_buttons(self)
        above = (self.toolbar, self.access_strip)
        workspace = Workspace(above, self._navigation, self._pages, self.details)
        self._splitter = workspace.splitter
        self._centre = Centre(workspace, self.document, self.files, self.importing.start, self._settings)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._centre, 1)
        column.addLayout(self.strips)
        column.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect_parts(self) -> None:
        self._chosen = ChosenMemory(self.document, self._pages, self._settings)
        self.document.replaced.connect(self._on_replaced)
        self.document.changed.connect(self._refresh_actions)
        self.document.access_changed.connect(lambda: self.setWindowTitle(_title(self.document.path)))
        self.document.failed.connect(lambda sentence: messages.refuse(self, sentence))
        self.document.waiting.connect(lambda label, task: show_waiting(self, label, task))
        self.selection.changed.connect(self._refresh_actions)
        self._pages.chosen_changed.connect(self._refresh_actions)
        self._navigation.page_chosen.connect(self.show_page)
        self.toolbar.search_changed.connect(self._search)
        self.toolbar.everywhere_wanted.connect(self.search.search)
        self._pages.page_shown.connect(self._on_page_shown)
        self._pages.search_reset.connect(self.toolbar.search.clear)
        self._pages.files_pasted.connect(self._presence.attach)
        self._pages.details_wanted.connect(lambda _id: self._presence.edit_chosen())
        self._pages.told.connect(self.status.tell)
        self._pages.record_wanted.connect(self.show_record)
        self._pages.record_chosen.connect(self.details.show_record)
        for commands in self._commands:
            commands.told.connect(self.status.tell)
            commands.record_wanted.connect(self.show_record)
        self._undo.reversed_at.connect(self._pages.follow)
        self.backups.comparing.connect(self.copies.compare_with_backup)
        self.details.place_wanted.connect(
            lambda place: self.show_page(place) if place in PAGES else self._actions[place].trigger()
        )
        self.details.record_wanted.connect(self.show_record)
        self.preferences.first_asked.connect(self._actions["tour"].trigger)
        self.preferences.look_changed.connect(self._actions.wear_icons)
        self._agenda.plan_wanted.connect(lambda: self.show_page("month_plan"))

    def _restore(self) -> None:
        self._actions["details"].setChecked(self._settings.flag("window/details", True))
        self._actions["details"].toggled.connect(lambda on: self._settings.remember("window/details", on))
        if not self.restoreGeometry(self._settings.state("window/geometry")):
            self.resize(1366, 728)
        # The screen may have become smaller since: another scale, a projector.
        fit_within_screen(self)
        self._splitter.restoreState(self._settings.state("window/splitter"))

    def _search(self, text: str) -> None:
        if self._pages.current.can_search:
            self._pages.current.set_search(text)
        elif text:
            self.show_page("table")
            self.toolbar.search.setFocus()

    def _on_page_shown(self, name: str) -> None:
        self._navigation.choose(name)
        self._settings.remember("window/page", name)
        self._presence.page_shown(name)
        self.toolbar.name_added(self._pages.current.added_word)
        self._pages.current.set_search(self.toolbar.search.text())
        self._refresh_actions()

    def _on_replaced(self) -> None:
        self.setWindowTitle(_title(self.document.path))
        self.selection.choose(())
        if self.document.path is not None:
            kept = self._settings.text("window/page", "table")
            self.show_page(kept if kept in PAGES else "table")
            self._chosen.restore()
        self._refresh_actions()

    def _refresh_actions(self, _change_set: object = None) -> None:
        steps, page = self.document.undo_state, self._pages.current
        self._actions.refresh(
            Situation(
                self.document.plan is not None,
                self._pages.has_chosen,
                steps.undo,
                steps.redo,
                self.document.can_edit,
                on_plan=self._pages.current_name in ("table", "calendar"),
                offered=frozenset(self._pages.row_commands()),
                add=page.add_text,
            )
        )


def _title(path: Path | None) -> str:
    return f"{path.name} — {PROGRAM_NAME}" if path else PROGRAM_NAME


def _dropped_files(event: "QDropEvent") -> list[Path]:
    """The one file that is dropped; several are none, for one alone can be open."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if len(urls) == 1 and url.isLocalFile()]
