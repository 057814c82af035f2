"""«Взять из списка»: which file into which register, what was understood of it, then it is written."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.plan.sources import TABLE_SUFFIXES
from roadmap_desktop.operations.registers import importing
from roadmap_desktop.operations.registers.column_contents import with_guessed_columns
from roadmap_desktop.operations.registers.list_import import ListImport, ReadList
from roadmap_desktop.ui.dialogs import dialog_button, open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.importing_lists.fixed_values import FixedValues
from roadmap_desktop.ui.importing_lists.table import ListTable
from roadmap_desktop.ui.importing_lists.told import summary, told
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.sentence_list import SentenceList
from roadmap_desktop.ui.waiting import Progress, show_waiting

_SIZE = (1000, 640)
_HIGHEST_TOLD = 130
# Fewer rows are understood before anyone could see that they are.
_QUICK_ROWS = 200
_ABOUT = (
    "Выберите файл со списком: Excel, Word, LibreOffice, CSV, PDF с текстом или сохранённую страницу сайта. Сам файл "
    "не изменится. Прежде чем что-либо записать, программа покажет, что поняла."
)
_FILES = f"Списки ({' '.join(f'*{suffix}' for suffix in TABLE_SUFFIXES)});;Все файлы (*)"


class ListDialog(QDialog):
    """``written`` carries the register and the change set."""

    guide: ClassVar[str] = "import#Список учителей, школ, результатов"
    written = Signal(object, object)

    def __init__(
        self, document: RoadmapDocument, register: Register, runner: Runner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Взять из списка")
        resize_within_screen(self, *_SIZE)
        self._document, self._runner = document, runner
        self._path: Path | None = None
        self._source: ReadList | None = None
        self._fields: tuple[str, ...] = ()
        self._read: ListImport | None = None
        self._task: Task | None = None
        self.register = QComboBox()
        self.register.setAccessibleName("Справочник")
        for one in importing.importable():
            self.register.addItem(one.title, one)
        self.register.setCurrentIndex(importing.importable().index(register))
        self.file = QLabel()
        self.file.setWordWrap(True)
        self.fixed = FixedValues(document)
        self.table = ListTable(lambda: self._register.fields)
        about = QLabel(_ABOUT)
        about.setWordWrap(True)
        about.setObjectName("start-hint")
        about.setAlignment(Qt.AlignmentFlag.AlignCenter)
        about.setMargin(40)
        self._middle = QStackedWidget()
        self._middle.addWidget(about)
        self._middle.addWidget(self.table)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setObjectName("start-hint")
        self.told = SentenceList("Что замечено", _HIGHEST_TOLD)
        self.replace = QCheckBox("Где в списке по-другому, взять из списка")
        self._choose = dialog_button("Выбрать файл…", self.ask_file)
        self._write_button = dialog_button("Взять", self.write, primary=True)
        self._lay_out()
        self.register.currentIndexChanged.connect(self._on_register)
        self.table.column_chosen.connect(self._on_column)
        self.table.list.typed.connect(self._on_typed)
        self.fixed.changed.connect(self._understand)
        self.fixed.refused.connect(self.said.setText)
        self.replace.toggled.connect(lambda _on: self._allow())
        self._show_nothing("")
        self._choose.setFocus()

    @property
    def _register(self) -> Register:
        chosen: Register = self.register.currentData()
        return chosen

    def done(self, result: int) -> None:
        """Stops reading."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def ask_file(self) -> None:
        """Asks which file the list is in."""
        path = self._path or self._document.path
        dialog = QFileDialog(self, "Файл со списком", str(path.parent if path else Path.home()), _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read_file(Path(name)))
        open_dialog(dialog)

    def read_file(self, path: Path) -> None:
        """Reads that file in the background."""
        register, progress = self._register, Progress(self)

        def work(is_cancelled: Callable[[], bool]) -> ReadList:
            return importing.read_source(path, register, is_cancelled, progress.percent.emit)

        def refuse(sentence: str) -> None:
            self._path = path
            self.file.setText(path.name)
            self._show_nothing(sentence)

        self._task = self._runner.run(work, partial(self._on_read, path), known(refuse))
        if not self._task.is_over:
            show_waiting(self, "Список читается…", self._task, progress)

    def write(self) -> None:
        """Writes what was understood; the dialog stays until that is done."""
        read, replace = self._read, self.replace.isChecked()
        if read is None:
            return
        self._document.execute_in_background(
            "Список записывается…",
            lambda file: importing.write_list(file, read, replace=replace),
            partial(self._on_written, read.register),
        )

    def _on_written(self, register: Register, made: ChangeSet) -> None:
        self.accept()
        self.written.emit(register, made)

    def _on_read(self, path: Path, source: ReadList) -> None:
        register = self._register
        known = self._document.query(lambda file: with_guessed_columns(file, register, source), source)
        self._path, self._source = path, known
        self._fields = importing.fields_of(register, known)
        self.file.setText(path.name)
        self._choose.setText("Другой файл…")
        self._understand()

    def _on_register(self) -> None:
        if self._path is not None:
            self.read_file(self._path)

    def _on_column(self, index: int, name: str) -> None:
        if self._source is not None:
            columns = importing.with_column(self._register, self._source, self._fields, index, name)
            self._fields = importing.fields_of(self._register, self._source, columns)
            self._understand()

    def _on_typed(self, source: ReadList) -> None:
        self._source = source
        self._understand()

    def _understand(self) -> None:
        """Finds out what the list would do as it is now."""
        source, register, columns = self._source, self._register, dict(enumerate(self._fields))
        if source is None:
            return
        unsaid = importing.lacking(register, source, {*self._fields, *self.fixed.values})
        self.fixed.offer(register, self._fields, unsaid[0].name if unsaid else "")
        fixed = dict(self.fixed.values)

        def question(file: RoadmapFile) -> ListImport | UserError:
            try:
                return importing.understand(file, register, source, columns, fixed)
            except UserError as error:
                return error

        if len(source.rows) > _QUICK_ROWS:
            self._document.query_in_background("Список сверяется…", question, self._show)
        else:
            closed: ListImport | UserError = UserError("Файл закрыт.")
            self._show(self._document.query(question, closed))

    def _show(self, read: ListImport | UserError) -> None:
        if self._source is None:
            return
        if isinstance(read, UserError):
            self._read = None
            self.table.list.show_list(self._register, self._source, self._fields, None)
            self.said.setText(read.hint)
            self.told.show_lines([])
        else:
            self._read = read
            self.table.list.show_list(read.register, read.source, read.fields, read)
            self.said.setText(summary(read))
            self.told.show_lines(told(read))
        self._allow()

    def _show_nothing(self, sentence: str) -> None:
        self._source, self._read = None, None
        self.said.setText(sentence)
        self.told.show_lines([])
        self._allow()

    def _allow(self) -> None:
        """Shows what there is, and lets be written what would change something."""
        read = self._read
        has_list = self._source is not None
        self._middle.setCurrentWidget(self.table if has_list else self._middle.widget(0))
        self.fixed.setVisible(has_list and self.fixed.field.count() > 0)
        self.said.setVisible(bool(self.said.text()))
        self.told.setVisible(self.told.count() > 0)
        self.replace.setVisible(read is not None and any(one.id for one in read.differences))
        is_replacing = self.replace.isVisibleTo(self) and self.replace.isChecked()
        does_something = read is not None and bool(read.added or read.changed or is_replacing)
        self._write_button.setEnabled(does_something)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(QLabel("В справочник"))
        head.addWidget(self.register)
        head.addWidget(self.file, 1)
        head.addWidget(self._choose)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.replace)
        foot.addStretch(1)
        foot.addWidget(dialog_button("Отмена", self.reject))
        foot.addWidget(self._write_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.fixed)
        column.addWidget(self._middle, 1)
        column.addWidget(self.said)
        column.addWidget(self.told)
        column.addLayout(foot)


def open_list_dialog(
    document: RoadmapDocument, register_id: str, runner: Runner, window: QWidget
) -> ListDialog | None:
    """Opens it for that register, or the first; None where the file cannot be edited."""
    registers = importing.importable()
    if not document.can_edit:
        document.failed.emit(f"{document.access.why} Взять из списка нельзя.")
        return None
    chosen = next((one for one in registers if one.id == register_id), registers[0])
    dialog = ListDialog(document, chosen, runner, window)
    open_dialog(dialog)
    return dialog
