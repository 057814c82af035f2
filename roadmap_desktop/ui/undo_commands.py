"""«Отменить» and «Повторить»."""

from collections.abc import Callable

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan import history
from roadmap_desktop.ui.commands import Commands, Handlers


class UndoCommands(Commands):
    """Goes back and forth through the edits, a large one in the background."""

    def handlers(self) -> Handlers:
        return {"undo": self.undo, "redo": self.redo}

    def undo(self) -> None:
        """Reverses the last edit."""
        self._step(history.undo, "Отменяется…", redo=False)

    def redo(self) -> None:
        """Does again what was undone."""
        self._step(history.redo, "Повторяется…", redo=True)

    def _step(self, step: Callable[[RoadmapFile], ChangeSet], label: str, *, redo: bool) -> None:
        document = self._document
        if document.query(lambda file: history.next_step_is_large(file, redo=redo), False):
            document.execute_in_background(label, step, self._tell)
        else:
            self._tell(document.execute(step))

    def _tell(self, change_set: ChangeSet | None) -> None:
        if change_set is not None:
            self.told.emit(change_set.label)
