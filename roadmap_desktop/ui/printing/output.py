"""What is done with a finished document: printed, saved as PDF, Word or Excel; where it went is said, not asked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.model.attachment_names import safe_name
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import open_dialog
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.waiting import Progress, show_waiting

FILTERS = {
    ".pdf": "Документы PDF (*.pdf)",
    ".docx": "Документы Word (*.docx)",
    ".xlsx": "Таблицы Excel (*.xlsx)",
}
NAMES = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel"}

Write = Callable[[Path, Callable[[], bool]], object]


def _proposed(title: str) -> str:
    """«Паспорт школы – СОШ № 3» for «Паспорт школы: СОШ № 3»: no name of a file has a colon or a stroke."""
    return safe_name(title.replace(": ", " – ").replace("/", "-"))


class Output(QObject):
    """``saved`` carries where. Refusals are told over ``window``."""

    saved = Signal(Path)

    def __init__(self, runner: Runner, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self._runner = runner
        self._folder = folder
        self._window = window
        self._task: Task | None = None

    def cancel(self) -> None:
        """Stops what is under way."""
        if self._task is not None:
            self._task.cancel()

    def ask_where(self, title: str, suffix: str, save_to: Callable[[Path], object]) -> None:
        """Asks for a name, beginning with the title."""
        dialog = QFileDialog(self._window, f"Сохранить {NAMES[suffix]}", str(self._folder), FILTERS[suffix])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(_proposed(f"{title}{suffix}"))
        dialog.fileSelected.connect(lambda name: save_to(Path(name)))
        open_dialog(dialog)

    def ask_folder(self, save_to: Callable[[Path], object]) -> None:
        """Asks for a folder."""
        dialog = QFileDialog(self._window, "Выберите папку", str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: save_to(Path(name)))
        open_dialog(dialog)

    def save(self, path: Path, write: Write, progress: Progress | None = None) -> None:
        """Writes in the background; ``write`` answers where, if not to that path."""

        def work(is_cancelled: Callable[[], bool]) -> Path:
            made = write(path, is_cancelled)
            return made if isinstance(made, Path) else path

        self._folder = path.parent
        self._task = self._runner.run(work, self.saved.emit, known(partial(messages.refuse, self._window)))
        if not self._task.is_over:
            show_waiting(self._window, "Записывается…", self._task, progress)

    def open(self, path: Path) -> None:
        """Opens a file or a folder by what the system has for it."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.refuse(
                self._window,
                f"На этом компьютере нет программы, чтобы открыть «{path.name}». Файл цел и лежит здесь:\n{path}",
            )
