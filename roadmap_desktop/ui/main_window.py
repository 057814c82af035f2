"""The main window: it places the parts and hands them to each other, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.ui import messages, summary
from roadmap_desktop.ui.access_strip import AccessStrip
from roadmap_desktop.ui.actions import MENUS, PRINTED, SPECS, Actions, Situation
from roadmap_desktop.ui.backup_commands import BackupCommands
from roadmap_desktop.ui.copy_commands import CopyCommands
from roadmap_desktop.ui.details.panel import DetailsPanel
from roadmap_desktop.ui.details.presence import DetailsPresence
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FileCommands
from roadmap_desktop.ui.navigation import PAGES, Navigation
from roadmap_desktop.ui.plan_commands import PlanCommands
from roadmap_desktop.ui.print_commands import PrintCommands
from roadmap_desktop.ui.register_pages import RegisterPages
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.screen_room import fit_within_screen
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings
from roadmap_desktop.ui.status_bar import StatusLine
from roadmap_desktop.ui.table.page import TablePage
from roadmap_desktop.ui.toolbar import Toolbar
from roadmap_desktop.ui.waiting import show_waiting

if TYPE_CHECKING:
    # Building these two classes takes a three-hundredth of the start.
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from roadmap_desktop.ui.start_page import StartPage

_DETAILS_WIDTH = 318
_LEAST_PAGE_WIDTH = 440


class MainWindow(QMainWindow):
    """Menu, toolbar, navigation, pages, details, status line."""

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, documents_folder: Path, log: Path
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.document = document
        self._settings = settings
        self.selection = Selection(self)
        self.files = FileCommands(document, settings, runner, documents_folder, self)
        self.backups = BackupCommands(document, runner, self)
        self.copies = CopyCommands(document, runner, self)
        self.access_strip = AccessStrip(document, runner, self.files)
        self.table = TablePage(document, self.selection, settings)
        self.registers = RegisterPages(document, settings, runner, self)
        self._commands = PlanCommands(document, self.selection, settings, runner, log, self)
        self._printing = PrintCommands(document, settings, runner, self)
        self._actions = Actions(self._handlers(), self)
        self.toolbar = Toolbar(self._actions)
        self._navigation = Navigation()
        self.details = DetailsPanel(document, self.selection, settings)
        self._presence = DetailsPresence(self.details, self.selection, self._actions["details"])
        self.status = StatusLine()
        self._start: StartPage | None = None
        self._pages = QStackedWidget()
        # The widest page, which may be out of sight, must not make the window wider than the screen.
        self._pages.setMinimumWidth(_LEAST_PAGE_WIDTH)
        self._built: dict[str, QWidget] = {"table": self.table}
        self._pages.addWidget(self.table)
        self._place_parts()
        self._fill_menus()
        self._connect_parts()
        self._restore()
        self._on_changed()

    def show_page(self, name: str) -> None:
        """Shows «table», «calendar», «history» or a register."""
        page = self._page(name)
        self._pages.setCurrentWidget(page)
        self._navigation.choose(name)
        self._settings.remember("window/page", name)
        self._presence.page_shown(name)
        self.toolbar.name_added(getattr(page, "added_word", "Мероприятие"))
        if hasattr(page, "set_search"):
            page.set_search(self.toolbar.search.text())
        self._refresh_actions()
        self._show_summary()
        page.setFocus()

    def open_at_start(self, path: Path | None, *, with_sample: bool = False) -> None:
        """Opens the file named, or the sample, or the one worked on last; with none of them the start page stays."""
        recent = [file for file in self._settings.recent_files()[:1] if file.exists()]
        if with_sample:
            self.files.open_sample()
        elif path is not None:
            self.files.open_path(path)
        elif recent:
            self.files.open_path(recent[0])
        else:
            self._show_centre()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.table.commit_pending()
        self.details.commit_pending()
        if self.access_strip.holds_back(self.close):
            event.ignore()
            return
        self._settings.remember("window/geometry", self.saveGeometry())
        self._settings.remember("window/splitter", self._splitter.saveState())
        self._settings.save()
        self.document.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        path = _dropped_file(event)
        if path is not None:
            self.files.open_path(path)

    def changeEvent(self, event: QEvent) -> None:
        # A new day may have begun since the window was last looked at.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.document.plan:
            self._show_summary()
        super().changeEvent(event)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        files, table, plan = self.files, self.table, self._commands
        return {
            "new": files.new,
            "open": files.open,
            "save_copy": files.save_copy,
            "backups": self.backups.show,
            "back_up": self.backups.make_now,
            "merge": self.copies.merge,
            "compare": self.copies.compare,
            "check": files.check,
            "close": files.close,
            "quit": self.close,
            "properties": plan.edit_properties,
            "sections": plan.edit_sections,
            "revisions": plan.show_revisions,
            "print_any": lambda: self._printing.any(self._pages.currentWidget()),
            "print_view": lambda: self._printing.view(self._pages.currentWidget()),
            "export_calendar": plan.export_calendar,
            "digest": plan.show_digest,
            "undo": plan.undo,
            "redo": plan.redo,
            "keys": plan.show_keys,
            "log": plan.show_log,
            "about": plan.show_about,
            "copy": table.copy,
            "paste": table.paste,
            "select_all": table.select_all,
            "add": self._add,
            "edit": self._edit,
            "duplicate": table.duplicate,
            "delete": table.delete,
            "move_up": table.move_up,
            "move_down": table.move_down,
            "find": self._find,
            "find_everywhere": self.registers.search,
            "table": lambda: self.show_page("table"),
            "calendar": lambda: self.show_page("calendar"),
            "history": lambda: self.show_page("history"),
            "overview": lambda: self.show_page("overview"),
            "details": lambda: self.show_page(self._current_page()),
            **{
                id_: lambda report=report: self._printing.report(report, self._pages.currentWidget())
                for id_, report in PRINTED.items()
            },
        }

    def _place_parts(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._pages)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([852, _DETAILS_WIDTH])
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._navigation)
        row.addWidget(self._splitter, 1)
        self._centre = QStackedWidget()
        self._centre.addWidget(self._body)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in (
            (self.toolbar, 0),
            (self.access_strip, 0),
            (self._centre, 1),
            (self.status, 0),
        ):
            column.addWidget(part, stretch)
        self.setCentralWidget(whole)

    def _fill_menus(self) -> None:
        menus = {title: self.menuBar().addMenu(title) for title in MENUS}
        submenus = {"recent": self.files.fill_recent, "state": self._commands.fill_states}
        for spec in SPECS:
            if spec.separated:
                menus[spec.menu].addSeparator()
            action = self._actions[spec.id]
            menus[spec.menu].addAction(action)
            if spec.id in submenus:
                submenu = QMenu(spec.text, menus[spec.menu])
                submenu.aboutToShow.connect(lambda submenu=submenu, fill=submenus[spec.id]: fill(submenu))
                action.setMenu(submenu)

    def _connect_parts(self) -> None:
        self.document.replaced.connect(self._on_replaced)
        self.document.changed.connect(self._on_changed)
        self.document.access_changed.connect(lambda: self.setWindowTitle(_title(self.document.path)))
        self.document.failed.connect(lambda sentence: messages.refuse(self, sentence))
        self.document.waiting.connect(lambda label, task: show_waiting(self, label, task))
        self.selection.changed.connect(self._refresh_actions)
        self._navigation.page_chosen.connect(self.show_page)
        self.toolbar.search_changed.connect(self._search)
        self.toolbar.everywhere_wanted.connect(self.registers.search)
        self.table.told.connect(self.status.tell)
        self.table.files_pasted.connect(self._presence.attach)
        self.table.search_reset.connect(self.toolbar.search.clear)
        self.registers.search_reset.connect(self.toolbar.search.clear)
        self.table.details_requested.connect(lambda _id: self._presence.edit_field("name"))
        self._commands.told.connect(self.status.tell)
        self.backups.told.connect(self.status.tell)
        self.registers.told.connect(self.status.tell)
        self.registers.record_wanted.connect(self._show_record)
        self.registers.status_changed.connect(self._show_summary)
        self.registers.overdue_wanted.connect(lambda: self.show_page("table"))
        self.registers.overdue_wanted.connect(self.table.reset_filters)
        self.registers.overdue_wanted.connect(self.table.chips.show_overdue)
        self.backups.comparing.connect(self.copies.compare_with_backup)
        self.details.place_wanted.connect(
            lambda place: self.show_page(place) if place in PAGES else self._actions[place].trigger()
        )
        self.details.record_wanted.connect(self._show_record)
        self.files.refused.connect(self._show_centre)
        self.files.record_wanted.connect(self._show_record)
        self.copies.record_wanted.connect(lambda _id: self.show_page("table"))
        self.copies.record_wanted.connect(lambda id_: self.table.bring_into_sight([id_]))

    def _restore(self) -> None:
        self._actions["details"].setChecked(self._settings.flag("window/details", True))
        self._actions["details"].toggled.connect(lambda on: self._settings.remember("window/details", on))
        if not self.restoreGeometry(self._settings.state("window/geometry")):
            self.resize(1366, 728)
        # The screen may have become smaller since: another scale, a projector.
        fit_within_screen(self)
        self._splitter.restoreState(self._settings.state("window/splitter"))

    def _page(self, name: str) -> QWidget:
        """Pages are built when first looked at: start-up counts."""
        if name not in self._built:
            page = self._new_calendar() if name == "calendar" else self.registers.new_page(name)
            self._built[name] = page
            self._pages.addWidget(page)
        return self._built[name]

    def _show_centre(self) -> None:
        """Shows the plan, or the start page, which who opens yesterday's work never sees and never waits for."""
        has_file = self.document.path is not None
        self.toolbar.setVisible(has_file)
        if has_file:
            self._centre.setCurrentWidget(self._body)
            return
        from roadmap_desktop.ui.start_page import StartPage

        if self._start is None:
            self._start = StartPage(self._settings)
            self._start.new_requested.connect(self.files.new)
            self._start.open_requested.connect(self.files.open)
            self._start.sample_requested.connect(self.files.open_sample)
            self._start.file_chosen.connect(self.files.open_path)
            self._centre.addWidget(self._start)
        self._start.refresh()
        self._centre.setCurrentWidget(self._start)

    def _new_calendar(self) -> QWidget:
        from roadmap_desktop.ui.calendar.page import CalendarPage

        page = CalendarPage(self.document, self.selection, self._settings)
        page.edit_requested.connect(lambda _id: self._presence.edit_field("name"))
        page.status_changed.connect(self._show_summary)
        page.record_wanted.connect(self._show_record)
        return page

    def _current_page(self) -> str:
        return next(name for name, page in self._built.items() if page is self._pages.currentWidget())

    def _add(self) -> None:
        page = self._pages.currentWidget()
        for add in ("add_activity", "add_record"):
            if hasattr(page, add):
                getattr(page, add)()
                return
        self.show_page("table")
        self.table.add_activity()

    def _edit(self) -> None:
        current = self.selection.current
        if current is None:
            return
        if self._current_page() == "table":
            self.table.edit_current()
        else:
            self._presence.edit_field("name")

    def _show_record(self, page: str, id_: str) -> None:
        """Goes to an activity or a record, wherever it is."""
        if page == "activity":
            self.show_page("table")
            self.table.bring_into_sight([id_])
        elif page == "revision":
            self._commands.show_revisions(id_)
        elif page in PAGES:
            self.show_page(page)
            self._pages.currentWidget().show_record(id_)  # type: ignore[attr-defined]
        else:
            self.registers.open_record(page, id_, self)

    def _find(self) -> None:
        self.toolbar.search.setFocus()
        self.toolbar.search.selectAll()

    def _search(self, text: str) -> None:
        page = self._pages.currentWidget()
        if hasattr(page, "set_search"):
            page.set_search(text)
        elif text:
            self.show_page("table")
            self.toolbar.search.setFocus()

    def _on_replaced(self) -> None:
        path = self.document.path
        self.setWindowTitle(_title(path))
        self.selection.choose(())
        self._show_centre()
        if path is not None:
            kept = self._settings.text("window/page", "table")
            self.show_page(kept if kept in PAGES else "table")
        self._on_changed()

    def _on_changed(self, _change_set: object = None) -> None:
        self._refresh_actions()
        self._show_summary()

    def _refresh_actions(self) -> None:
        steps = self.document.undo_state
        has_file = self.document.plan is not None
        self._actions.refresh(
            Situation(
                has_file,
                bool(self.selection.ids),
                steps.undo,
                steps.redo,
                self.document.can_edit,
                on_plan=self._current_page() in ("table", "calendar"),
            )
        )

    def _show_summary(self) -> None:
        plan, today = self.document.plan, self.document.today()
        if plan is None:
            for show in (self.status.set_saved, self.status.set_summary, self.status.set_aside):
                show("")
            return
        self.registers.count(self._navigation)
        overdue = summary.overdue_count(plan, today)
        self._navigation.set_count("table", str(len(plan.activities)))
        self._navigation.set_count("overview", f"{overdue} просрочено" if overdue else "", alarming=True)
        page = self._pages.currentWidget()
        self.status.set_saved(summary.saved_text(self.document.saved_at))
        self.status.set_summary(getattr(page, "status_text", "") or summary.plan_summary(plan, today))
        self.status.set_aside(summary.period_text(plan))


def _title(path: Path | None) -> str:
    return f"{path.name} — {PROGRAM_NAME}" if path else PROGRAM_NAME


def _dropped_file(event: "QDropEvent") -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
