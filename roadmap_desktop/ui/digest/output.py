"""The digest in a file, made in the background."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.model.digest import Digest
from roadmap_desktop.operations.copies import digest as operations
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.waiting import show_waiting

_FILTERS = {".pdf": "Документы PDF (*.pdf)", ".xlsx": "Таблицы Excel (*.xlsx)"}
_TITLES = {".pdf": "Сохранить PDF", ".xlsx": "Сохранить Excel"}


class DigestOutput(QObject):
    """Saves a digest; refusals and results are told over ``window``."""

    def __init__(self, runner: Runner, window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._window = window
        self._task: Task | None = None

    def cancel(self) -> None:
        """Stops what is under way."""
        if self._task is not None:
            self._task.cancel()

    def ask_where(self, digest: Digest, suffix: str, folder: Path) -> None:
        """Asks for a name and saves there."""
        dialog = QFileDialog(self._window, _TITLES[suffix], str(folder), _FILTERS[suffix])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(f"{operations.digest_name(digest)}{suffix}")
        dialog.fileSelected.connect(lambda name: self.save_to(digest, suffix, Path(name)))
        dialog.open()

    def save_to(self, digest: Digest, suffix: str, path: Path) -> None:
        """Makes the file of that kind and puts it there."""

        def work(is_cancelled: Callable[[], bool]) -> str:
            operations.save_digest(operations.digest_bytes(digest, suffix, is_cancelled), path)
            return operations.undrawable(digest, suffix)

        def tell(remark: str) -> None:
            words = f"Свод сохранён в файл:\n{path}\n\n{remark}".rstrip()
            messages.inform(self._window, "Свод сохранён", words)

        self._run(work, tell)

    def _run(self, work: Callable[[Callable[[], bool]], object], done: Callable[..., object]) -> None:
        self._task = self._runner.run(work, done, known(partial(messages.refuse, self._window)))
        if not self._task.is_over:
            show_waiting(self._window, "Свод готовится…", self._task)
