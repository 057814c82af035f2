"""«Объединить с копией» and «Сравнить»: which files, and what comes after the windows."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtWidgets import QWidget

from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.commands import Commands, Handlers
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FILE_FILTER
from roadmap_desktop.ui.runner import Runner

if TYPE_CHECKING:
    from roadmap_desktop.operations.file.backups import Backup

_MINE = "Мой файл"


class CopyCommands(Commands):
    """Merges copies into the open file and compares it with them."""

    def __init__(self, document: RoadmapDocument, runner: Runner, window: QWidget) -> None:
        super().__init__(document, window)
        self._runner = runner

    def handlers(self) -> Handlers:
        return {"merge": self.merge, "compare": self.compare}

    def merge(self) -> None:
        """Asks which copies to merge into the open file."""
        self._ask_files("С какими копиями объединить", many=True, chosen=self.merge_with)

    def merge_with(self, theirs: list[Path]) -> None:
        """Opens «Объединить с копией» on these files."""
        from roadmap_desktop.operations.file import backups
        from roadmap_desktop.ui.merging.merge_dialog import MergeDialog

        mine = self._ready_path()
        if mine is None or not theirs:
            return
        keep = backups.before(backups.Reason.MERGE)
        dialog = MergeDialog(self._document, mine, tuple(theirs), self._runner, keep, self._window)
        dialog.merged.connect(lambda text: messages.inform(self._window, "Файлы объединены", text))
        open_dialog(dialog)

    def compare(self) -> None:
        """Asks which file to compare the open one with."""
        self._ask_files(
            "С каким файлом сравнить",
            many=False,
            chosen=lambda paths: self.compare_with(paths[0], f"Файл «{paths[0].stem}»"),
        )

    def compare_with_backup(self, backup: "Backup") -> None:
        """Opens «Сравнить» on the open file and one of its backups."""
        self.compare_with(backup.path, f"Копия от {backup.at:%d.%m.%Y %H:%M}")

    def compare_with(self, other: Path, title: str) -> None:
        """Opens «Сравнить» on the open file and that one: a copy, a backup, a revision."""
        from roadmap_desktop.ui.merging.compare_dialog import CompareDialog, Side

        mine = self._ready_path()
        if mine is None:
            return
        dialog = CompareDialog(
            Side(mine, _MINE), Side(other, title), self._runner, self._is_there, self._window
        )
        dialog.record_wanted.connect(lambda id_: self.record_wanted.emit(ACTIVITIES.id, id_))
        open_dialog(dialog)

    def _ready_path(self) -> Path | None:
        """The open file with everything in it that was typed."""
        self._document.leaving.emit()
        return self._document.path

    def _is_there(self, activity_id: str) -> bool:
        plan = self._document.plan
        return plan is not None and activity_id in plan.by_id

    def _ask_files(self, title: str, *, many: bool, chosen: Callable[[list[Path]], None]) -> None:
        path = self._document.path
        if path is None:
            return
        dialog = QtWidgets.QFileDialog(self._window, title, str(path.parent), FILE_FILTER)
        modes = QtWidgets.QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if many else modes.ExistingFile)
        dialog.filesSelected.connect(lambda names: chosen([Path(name) for name in names]))
        open_dialog(dialog)
