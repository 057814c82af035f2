"""«Сразу много документов»: every month of the year, every plan of a school, into one file or a folder of files."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.printing import batch_printing
from roadmap_desktop.operations.printing.batch_printing import Batch, Item
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.drafting import Wanted
from roadmap_desktop.ui.printing.output import NAMES, Output
from roadmap_desktop.ui.printing.parameter_editors import OneOf
from roadmap_desktop.ui.runner import Task, known
from roadmap_desktop.ui.waiting import Progress

_SIZE = QSize(560, 560)
_FRAME = QSize(20, 40)  # what the system draws around a window
_FORMAT_WIDTH = 110
_ALL_SCHOOLS = "все школы"


class BatchDialog(QDialog):
    """All that was chosen for one document holds for each. ``saved`` carries the file or the folder."""

    guide: ClassVar[str] = "printing#Сразу много документов"
    saved = Signal(Path)

    def __init__(self, context: PrintContext, wanted: Wanted, parent: QDialog) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Сразу много документов — {wanted.report.title}")
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._context, self._wanted = context, wanted
        self._items: list[Item] = []
        self._shown: list[Item] = []
        self._reading: Task | None = None
        self._remarks: list[str] = []
        self._varied = batch_printing.varied(wanted.report)
        self.output = Output(context.runner, context.folder, self)
        self.output.saved.connect(self._on_saved)
        self._by = OneOf([(each.title, each) for each in self._varied])
        self._school = OneOf([(_ALL_SCHOOLS, None)])
        self._school_label = QLabel("Только школа")
        self.list = QListWidget()
        self.list.setObjectName("batch")
        self.list.setAccessibleName("Документы")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel()
        self._count.setObjectName("start-hint")
        self._as_one, self._as_folder = QRadioButton("Один файл"), QRadioButton("Папка, по файлу на документ")
        self._as_one.setChecked(True)
        self._format = OneOf([(name, suffix) for suffix, name in NAMES.items()])
        self._format.setMinimumWidth(_FORMAT_WIDTH)
        self._save = QPushButton("Сохранить…")
        self._lay_out()
        self._by.changed.connect(self._read)
        self._school.changed.connect(self._list_anew)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self._read()

    def done(self, result: int) -> None:
        """Stops what is under way."""
        self.output.cancel()
        if self._reading is not None:
            self._reading.cancel()
        super().done(result)

    def save_to(self, path: Path) -> None:
        """Writes one file of that name, or a new folder within the folder of that name."""
        self._remarks = []
        batch = Batch(
            self._wanted.report,
            self._wanted.choices,
            self._wanted.altered,
            self._by.value().name,
            self.chosen,
            self._remarks.append,
        )
        suffix, as_one, progress = self._format.value(), self._as_one.isChecked(), Progress()

        def tell(done: int, of: int) -> None:
            progress.percent.emit(100 * done // of)

        def write(path: Path, is_cancelled: Callable[[], bool]) -> Path | None:
            with self._context.source() as source:
                if as_one:
                    batch_printing.save_as_one(batch, source, path, tell, is_cancelled)
                    return None
                return batch_printing.save_as_folder(batch, source, path, suffix, tell, is_cancelled)

        self.output.save(path, write, progress)

    @property
    def chosen(self) -> list[Item]:
        """The documents that are ticked."""
        places = range(self.list.count())
        return [
            self._shown[place]
            for place in places
            if self.list.item(place).checkState() == Qt.CheckState.Checked
        ]

    def _read(self) -> None:
        parameter = self._by.value()
        of_records = bool(parameter.register)

        def work(_is_cancelled: Callable[[], bool]) -> tuple[list[Item], Mapping[str, str]]:
            with self._context.source() as source:
                schools = source.entries("schools") if of_records else ()
                return batch_printing.items_of(parameter, source), {one.id: one.name for one in schools}

        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._context.runner.run(
            work, lambda found: self._take(*found), known(partial(messages.refuse, self))
        )

    def _take(self, items: list[Item], schools: Mapping[str, str]) -> None:
        self._items = items
        used = {key for item in items for key in item.schools}
        was = self._school.blockSignals(True)
        self._school.clear_all()
        self._school.add(_ALL_SCHOOLS, None)
        for key, name in schools.items():
            if key in used:
                self._school.add(name, key)
        self._school.blockSignals(was)
        for part in (self._school, self._school_label):
            part.setVisible(bool(used))
        self._list_anew()

    def _list_anew(self) -> None:
        school = self._school.value()
        self._shown = [item for item in self._items if school is None or school in item.schools]
        was = self.list.blockSignals(True)
        self.list.clear()
        for item in self._shown:
            entry = QListWidgetItem(item.name)
            entry.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            entry.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(entry)
        self.list.blockSignals(was)
        self._tell()

    def _tell(self) -> None:
        count = len(self.chosen)
        made = f"Будет {counted(count, 'документ', 'документа', 'документов')}."
        self._count.setText(made if count else "Отметьте хотя бы один документ.")
        self._save.setEnabled(count > 0)

    def _ask(self) -> None:
        if self._as_one.isChecked():
            self.output.ask_where(self._wanted.report.title, self._format.value(), self.save_to)
        else:
            self.output.ask_folder(self.save_to)

    def _on_saved(self, path: Path) -> None:
        self.saved.emit(path)
        self.accept()
        if self._remarks:
            messages.inform(self.parentWidget(), "Документы сохранены", "\n".join(self._remarks))

    def _lay_out(self) -> None:
        form = QFormLayout()
        if len(self._varied) > 1:
            form.addRow("Чем различаются", self._by)
        form.addRow(self._school_label, self._school)
        ways = QButtonGroup(self)
        kinds = QHBoxLayout()
        for way in (self._as_one, self._as_folder):
            ways.addButton(way)
            kinds.addWidget(way)
        kinds.addStretch(1)
        kinds.addWidget(self._format)
        foot = QFrame()
        foot.setObjectName("dialog-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 10, 18, 12)
        row.setSpacing(8)
        close = QPushButton("Отмена")
        self._save.setProperty("primary", True)
        self._save.clicked.connect(self._ask)
        close.clicked.connect(self.reject)
        row.addWidget(self._count, 1)
        for button in (close, self._save):
            button.setAutoDefault(False)
            row.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(18, 16, 18, 12)
        inner.setSpacing(12)
        inner.addLayout(form)
        inner.addWidget(self.list, 1)
        inner.addLayout(kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner, 1)
        column.addWidget(foot)
