"""«Отменить» and «Повторить»."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan import history, whereabouts
from roadmap_desktop.operations.plan.whereabouts import Place
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.document import RoadmapDocument

NOTHING_TO_UNDO, NOTHING_TO_REDO = "Отменять больше нечего.", "Повторять больше нечего."


class UndoCommands(Commands):
    """Goes back and forth through the edits, a large one in the background. ``reversed_at`` carries where that is to be
    seen: places from near to far."""

    reversed_at = Signal(list)

    def __init__(self, document: RoadmapDocument, window: QWidget) -> None:
        super().__init__(document, window)
        # At the end the actions are grey, and their keys would be answered by silence.
        self._at_the_end = (
            self._shortcut(QKeySequence.StandardKey.Undo, NOTHING_TO_UNDO),
            self._shortcut(QKeySequence("Ctrl+Y"), NOTHING_TO_REDO),
        )
        document.changed.connect(self._look)
        document.replaced.connect(self._look)
        document.access_changed.connect(self._look)
        self._look()

    def handlers(self) -> Handlers:
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Reverses the last edit."""
        self._step(history.undo, "Отменяется…", redo=False)

    def redo(self) -> None:
        """Does again what was undone."""
        self._step(history.redo, "Повторяется…", redo=True)

    def _step(self, step: Callable[[RoadmapFile], ChangeSet], label: str, *, redo: bool) -> None:
        document, steps = self._document, self._document.undo_state
        if (steps.redo if redo else steps.undo) is None:
            self.told.emit(NOTHING_TO_REDO if redo else NOTHING_TO_UNDO)
        elif document.query(lambda file: history.next_step_is_large(file, redo=redo), False):
            document.execute_in_background(label, step, self._tell)
        else:
            self._tell(document.execute(step))

    def _tell(self, change_set: ChangeSet | None) -> None:
        if change_set is None:
            return
        nowhere: list[Place] = []
        places = self._document.query(lambda file: whereabouts.places_of(file, change_set.changes), nowhere)
        self.reversed_at.emit(places)
        self.told.emit(change_set.label)

    def _shortcut(self, keys: QKeySequence | QKeySequence.StandardKey, words: str) -> QShortcut:
        return QShortcut(QKeySequence(keys), self._window, lambda: self.told.emit(words))

    def _look(self, _change_set: object = None) -> None:
        steps, is_open = self._document.undo_state, self._document.can_edit
        for shortcut, step in zip(self._at_the_end, (steps.undo, steps.redo), strict=True):
            shortcut.setEnabled(is_open and step is None)
