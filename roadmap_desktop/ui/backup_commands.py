"""Backups in the window: made behind it, taken back from a dialog."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.operations.file.leftovers import sweep_leftovers
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.runner import Runner, known
from roadmap_desktop.ui.waiting import show_waiting

if TYPE_CHECKING:
    from roadmap_desktop.operations.file.backups import Backup, MadeNow
    from roadmap_desktop.ui.backups_dialog import BackupsDialog

# Milliseconds: who has just opened a file looks at it first.
_AFTER_OPENING = 3000
_EVERY_HOUR = 3_600_000


class BackupCommands(Commands):
    """What the window does with backups of the open file. ``told`` says that one failed, or was taken back."""

    comparing = Signal(object)  # a backup that is to be compared with the open file

    def __init__(self, document: RoadmapDocument, runner: Runner, window: QWidget) -> None:
        super().__init__(document, window)
        self._runner = runner
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.back_up)
        document.replaced.connect(self._wait)
        document.access_changed.connect(self._wait)

    def handlers(self) -> Handlers:
        return {"backups": self.show, "back_up": self.make_now}

    def back_up(self) -> None:
        """Makes a backup of the open file in the background, at most one an hour; a failure is told, and no more.
        What a killed program has left beside the file is taken away."""
        from roadmap_desktop.operations.file import backups

        path = self._document.path
        if path is None or not self._document.can_edit:
            return

        def work(is_cancelled: Callable[[], bool]) -> str:
            sweep_leftovers(beside=path)
            return backups.back_up(path, backups.Reason.OPENING, is_cancelled)

        self._timer.start(_EVERY_HOUR)
        self._runner.run(work, self._tell, self._tell_failure)

    def make_now(self) -> None:
        """Makes a backup of the open file because it was asked for, and tells of it."""
        self._make(self._window, lambda made: self.told.emit(made.told))

    def show(self) -> None:
        """Opens «Резервные копии»."""
        from roadmap_desktop.ui.backups_dialog import BackupsDialog

        path = self._document.path
        if path is None:
            return
        dialog = BackupsDialog(path, self._runner, self._window)
        dialog.making.connect(lambda: self._make(dialog, lambda made: _show_made(dialog, made)))
        dialog.restoring.connect(lambda backup: self._restore(dialog, path, backup))
        dialog.comparing.connect(self.comparing)
        open_dialog(dialog)

    def _make(self, parent: QWidget, done: Callable[["MadeNow"], object]) -> None:
        from roadmap_desktop.operations.file import backups

        path = self._document.path
        if path is None:
            return
        task = self._runner.run(
            lambda is_cancelled: backups.back_up_now(path, is_cancelled),
            done,
            known(lambda sentence: messages.refuse(parent, f"Резервная копия не сделана. {sentence}")),
        )
        if not task.is_over:
            show_waiting(parent, "Делается резервная копия…", task)

    def _restore(self, dialog: "BackupsDialog", path: Path, backup: "Backup") -> None:
        from roadmap_desktop.operations.file import backups

        def opened() -> None:
            dialog.accept()
            self.told.emit(f"План восстановлен из копии от {backup.at:%d.%m.%Y %H:%M}")

        def failed(error: Exception) -> None:
            self._open_again(path)
            if not isinstance(error, UserError):
                raise error
            messages.refuse(self._window, str(error))

        if not self._document.may_edit():
            messages.refuse(dialog, f"{self._document.access.why} План не восстановлен.")
            return
        # Nobody may have the file open while another takes its place.
        self._document.close()
        task = self._runner.run(
            lambda is_cancelled: backups.restore(path, backup, is_cancelled=is_cancelled),
            lambda _result: self._document.open_and_tell(path, opened, self._refuse),
            failed,
        )
        if not task.is_over:
            # A cancelled work calls neither. Asked before the box closes, which calls that cancelling.
            task.over.connect(lambda: self._open_again(path) if task.is_cancelled() else None)
            show_waiting(self._window, "План восстанавливается…", task)

    def _open_again(self, path: Path) -> None:
        self._document.open_and_tell(path, lambda: None, self._refuse)

    def _refuse(self, sentence: str) -> None:
        messages.refuse(self._window, sentence)

    def _wait(self) -> None:
        if self._document.can_edit:
            self._timer.start(_AFTER_OPENING)
        else:
            self._timer.stop()

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.told.emit(sentence)

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.told.emit(f"Резервная копия не сделана. {error}")
        elif not isinstance(error, Cancelled):
            raise error


def _show_made(dialog: "BackupsDialog", made: "MadeNow") -> None:
    dialog.fill(made.backup)
    messages.inform(dialog, "Резервные копии", made.told)
