"""The menu «Справка»."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.actions import SPECS, shown_keys
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument


class HelpCommands(Commands):
    """Tells of the program: its shortcuts, its log, its version."""

    def __init__(self, document: RoadmapDocument, log: Path, window: QWidget) -> None:
        super().__init__(document, window)
        self._log = log

    def handlers(self) -> Handlers:
        return {
            "keys": self.show_keys,
            "log": self.show_log,
            "licences": self.show_licences,
            "about": self.show_about,
        }

    def show_keys(self) -> None:
        """Lists the shortcuts."""
        lines = [
            f"{shown_keys(spec.shortcut)} — {spec.text.rstrip('…').lower()}"
            for spec in SPECS
            if spec.shortcut
        ]
        messages.inform(self._window, "Клавиши", "\n".join(lines))

    def show_log(self) -> None:
        """Says where the log is."""
        messages.inform(self._window, "Журнал программы", f"Журнал программы лежит здесь:\n{self._log}")

    def show_licences(self) -> None:
        """Shows what the program is passed on with, and on what terms."""
        from roadmap_desktop.ui.licences_dialog import LicencesDialog

        open_dialog(LicencesDialog(self._window))

    def show_about(self) -> None:
        """Names the program and its version."""
        messages.inform(
            self._window,
            "О программе",
            f"{PROGRAM_NAME}, версия {__version__}\n\n"
            "План помощи школам с низкими образовательными результатами.\n"
            "Всё хранится в одном файле на этом компьютере и сохраняется сразу.\n\n"
            "Сделано на Qt и PySide6 (LGPL 3) и других свободных библиотеках: «Справка» → «Лицензии…».",
        )
