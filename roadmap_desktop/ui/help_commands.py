"""The menu «Справка»."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument


class HelpCommands(Commands):
    """Tells of the program: its guide, its log, its version. ``topic``: what of the guide is about the page shown."""

    def __init__(
        self, document: RoadmapDocument, topic: Callable[[], str], log: Path, window: QWidget
    ) -> None:
        super().__init__(document, window)
        self._topic, self._log = topic, log

    def handlers(self) -> Handlers:
        return {
            "guide": self.show_guide,
            "keys": lambda: self.show_guide("keys"),
            "tour": self.show_tour,
            "support": self.show_support,
            "log": self.show_log,
            "licences": self.show_licences,
            "about": self.show_about,
        }

    def show_guide(self, topic: str = "") -> None:
        """Opens the guide at a topic; at what it says of the page that is shown where none is named."""
        from roadmap_desktop.ui.guide.window import show_guide

        show_guide(topic or (self._topic() if self._document.path is not None else "start"))

    def show_tour(self) -> None:
        """Shows in three steps what the program is for."""
        from roadmap_desktop.ui.guide.tour import TourDialog

        open_dialog(TourDialog(self._window))

    def show_support(self) -> None:
        """Tells what whoever helps with the program asks for first; no names, and no words of the plan."""
        from roadmap_desktop.ui.support import show_support

        show_support(self._document, self._window, self._log)

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
            "Сделано на Qt и PySide6 (LGPL 3) и других свободных библиотеках: «Справка → Лицензии…».",
        )
