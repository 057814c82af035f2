"""What the menus do with the plan as a whole, and the dialogs they open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations import activities, history, roadmap
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.actions import SPECS
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.selection import Selection
from roadmap_desktop.ui.settings import Settings

if TYPE_CHECKING:
    from roadmap_desktop.operations.calendar_export import CalendarContent


class PlanCommands(QObject):
    """``told`` carries a sentence for the status line."""

    told = Signal(str)

    def __init__(
        self,
        document: RoadmapDocument,
        selection: Selection,
        settings: Settings,
        runner: Runner,
        log: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._selection = selection
        self._settings = settings
        self._runner = runner
        self._log = log
        self._window = window

    def undo(self) -> None:
        """Reverses the last edit."""
        self._step(history.undo, "Отменяется…", redo=False)

    def redo(self) -> None:
        """Does again what was undone."""
        self._step(history.redo, "Повторяется…", redo=True)

    def fill_states(self, menu: QMenu) -> None:
        """Fills the menu «Состояние» for the chosen activities."""
        menu.clear()
        for state in State:
            menu.addAction(state.value, partial(self.set_state, state))

    def set_state(self, state: State) -> None:
        """Sets the state of the chosen activities."""
        plan, ids = self._document.plan, self._selection.ids
        if plan is not None:
            self._document.do(lambda file: activities.set_field(file, plan, ids, "state", state))

    def edit_properties(self) -> None:
        """Opens «Сведения о дорожной карте»."""
        from roadmap_desktop.operations import attachments
        from roadmap_desktop.ui.properties_dialog import PropertiesDialog

        plan = self._document.plan
        if plan is None:
            return
        files = self._document.ask(attachments.files_told, "")
        dialog = PropertiesDialog(plan.info, files, self._window)
        dialog.accepted_values.connect(
            lambda values: (
                self._document.do(lambda file: roadmap.set_roadmap(file, values)) if values else None
            )
        )
        dialog.open()

    def edit_sections(self) -> None:
        """Opens «Разделы дорожной карты»."""
        from roadmap_desktop.ui.sections_dialog import SectionsDialog

        if self._document.plan is not None:
            SectionsDialog(self._document, self._selection, self._window).open()

    def show_revisions(self, chosen: str = "") -> None:
        """Opens «Редакции», on the one with that key if it is given."""
        from roadmap_desktop.ui.revisions.dialog import RevisionsDialog

        if self._document.plan is not None:
            dialog = RevisionsDialog(self._document, self._window, chosen)
            dialog.told.connect(self.told)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def export_calendar(self) -> None:
        """Reads what has a day, then opens «Экспорт в календарь»."""
        self._document.leaving.emit()
        plan, path = self._document.plan, self._document.path
        if plan is None or path is None:
            return

        def read(file: RoadmapFile) -> "CalendarContent":
            # Reading the modules alone would hold the window up.
            from roadmap_desktop.operations.calendar_export import read_calendar

            return read_calendar(file)

        def show(content: "CalendarContent") -> None:
            from roadmap_desktop.operations.months import months_of
            from roadmap_desktop.ui.calendar.export_dialog import CalendarExportDialog

            dialog = CalendarExportDialog(
                content, months_of(plan), path.parent, self._settings, self._runner, self._window
            )
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._document.ask_slowly("Календарь готовится…", read, show)

    def show_digest(self) -> None:
        """Opens «Свод по файлам», also without a file."""
        from roadmap_desktop.ui.digest.dialog import DigestDialog

        path = self._document.path
        folder = path.parent if path is not None else Path.home()
        dialog = DigestDialog(self._document.today, self._settings, self._runner, folder, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_keys(self) -> None:
        """Lists the shortcuts."""
        lines = [
            f"{spec.shortcut.replace('Return', 'Enter')} — {spec.text.rstrip('…').lower()}"
            for spec in SPECS
            if spec.shortcut
        ]
        messages.inform(self._window, "Клавиши", "\n".join(lines))

    def show_log(self) -> None:
        """Says where the log is."""
        messages.inform(self._window, "Журнал программы", f"Журнал программы лежит здесь:\n{self._log}")

    def show_about(self) -> None:
        """Names the program and its version."""
        messages.inform(
            self._window,
            "О программе",
            f"{PROGRAM_NAME}, версия {__version__}\n\n"
            "План помощи школам с низкими образовательными результатами.\n"
            "Всё хранится в одном файле на этом компьютере и сохраняется сразу.",
        )

    def _step(self, step: Callable[[RoadmapFile], ChangeSet], label: str, *, redo: bool) -> None:
        document = self._document
        if document.ask(lambda file: history.next_step_is_large(file, redo=redo), False):
            document.do_slowly(label, step, self._tell)
        else:
            self._tell(document.do(step))

    def _tell(self, change_set: ChangeSet | None) -> None:
        if change_set is not None:
            self.told.emit(change_set.label)
