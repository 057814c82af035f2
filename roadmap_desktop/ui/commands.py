"""A part of the menus: what its actions do."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner
from roadmap_desktop.ui.settings import Settings

Handlers = dict[str, Callable[[], object]]


class Commands(QObject):
    """Acts on the open file and opens its dialogs over ``window``. A dialog, and what only it needs, is imported when
    it is asked for: start-up counts."""

    told = Signal(str)  # a sentence for the status line
    record_wanted = Signal(str, str)  # a register's id or «revision», and a key

    def __init__(self, document: RoadmapDocument, window: QWidget) -> None:
        super().__init__(window)
        self._document, self._window = document, window

    def handlers(self) -> Handlers:
        """What the actions do, by their ids in ``ui/actions.py``."""
        raise NotImplementedError


class RememberingCommands(Commands):
    """Commands whose dialogs remember what was chosen last time and work in the background."""

    def __init__(
        self, document: RoadmapDocument, settings: Settings, runner: Runner, window: QWidget
    ) -> None:
        super().__init__(document, window)
        self._settings, self._runner = settings, runner
