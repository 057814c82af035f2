"""What is done with the files of an activity: asked where, and of what is large; refused in words."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.attachments import AttachmentRow, Incoming
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.document import RoadmapDocument

# Bytes; fewer are read and written before anyone could see that they are.
_QUICK = 1_000_000
_ATTACHED = "Такой файл здесь уже приложен, под этим или другим именем. Второй раз он не нужен."


class AttachmentCommands(QObject):
    """Runs them on the document; the boxes belong to the window of ``owner``."""

    attached = Signal()  # the files may be others than before

    def __init__(self, document: RoadmapDocument, owner: QWidget) -> None:
        super().__init__(owner)
        self._document = document
        self._owner = owner
        self._folder: Path | None = None

    def choose(self, owner: str) -> None:
        """Asks which files to attach."""
        dialog = QFileDialog(self._owner.window(), "Приложить файлы", str(self._start_folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.attach(owner, [Path(name) for name in names]))
        dialog.open()

    def attach(self, owner: str, paths: Sequence[Path]) -> None:
        """Attaches files to an activity, all or none; asks first whether large ones are meant."""
        try:
            incoming = [attachments.look_at(path) for path in paths]
        except UserError as error:
            messages.refuse(self._owner.window(), str(error))
            return
        if not incoming:
            return
        self._folder = paths[0].parent
        large = [one for one in incoming if one.is_large]
        if not large:
            self._attach(owner, incoming)
            return
        named = "\n".join(f"{one.name} — {size_shown(one.size)}" for one in large)
        messages.ask(
            self._owner.window(),
            "Большой файл" if len(large) == 1 else "Большие файлы",
            f"{named}\n\n{attachments.LARGE_WARNING}",
            "Приложить",
            lambda: self._attach(owner, incoming),
        )

    def save_as(self, row: AttachmentRow) -> None:
        """Asks where to save a file."""
        self._ask_place("Сохранить файл", row, lambda target: self._save(row, target, lambda _path: None))

    def open(self, row: AttachmentRow) -> None:
        """Opens a file from a place that the user chooses for it; what could be a program is only saved."""
        if self._may_open(row.name):
            self._ask_place(
                "Где сохранить файл, чтобы открыть его", row, lambda target: self._open(row, target)
            )

    def remove(self, row: AttachmentRow) -> None:
        """Takes the file off its activity."""
        plan = self._document.plan
        if plan is not None:
            self._document.execute(lambda file: attachments.remove(file, plan, [row]))

    def _attach(self, owner: str, incoming: Sequence[Incoming]) -> None:
        plan = self._document.plan
        if plan is None:
            return

        def work(file: RoadmapFile) -> ChangeSet:
            made = attachments.attach(file, plan, owner, [one.path for one in incoming])
            if made is None:
                raise UserError(_ATTACHED)
            return made

        if sum(one.size for one in incoming) < _QUICK:
            self._document.execute(work)
            # A file that had lost its content has it again, though nothing was edited.
            self.attached.emit()
        else:
            self._document.execute_in_background("Файлы прикладываются…", work)

    def _open(self, row: AttachmentRow, target: Path) -> None:
        if self._may_open(row.name, target.name):
            self._save(row, target, self._show)

    def _may_open(self, *names: str) -> bool:
        try:
            attachments.check_opens(*names)
        except UserError as error:
            messages.refuse(self._owner.window(), str(error))
            return False
        return True

    def _save(self, row: AttachmentRow, target: Path, done: Callable[[Path], object]) -> None:
        self._folder = target.parent
        self._document.query_in_background(
            "Файл сохраняется…", lambda file: attachments.save(file, row.id, target), done
        )

    def _show(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            messages.inform(
                self._owner.window(),
                "Файл сохранён",
                f"Файл сохранён, но программы, которая его открывает, на этом компьютере нет:\n{path}",
            )

    def _ask_place(self, title: str, row: AttachmentRow, chosen: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self._owner.window(), title, str(self._start_folder()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The program itself refuses to write over a file, in words; a second question would only confuse.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(Path(row.saved_as).suffix.removeprefix("."))
        dialog.selectFile(row.saved_as)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        dialog.open()

    def _start_folder(self) -> Path:
        path = self._document.path
        return self._folder or (path.parent if path is not None else Path.home())
