"""«Новый учебный год»: which year, what comes along, how words and dates will read; then where to write it."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
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
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.file.files import SUFFIX
from roadmap_desktop.operations.new_year.drafting import Draft, Drafting, Place, Request
from roadmap_desktop.operations.new_year.writing import look_ahead, start_new_year
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import dialog_button, open_dialog
from roadmap_desktop.ui.file_commands import FILE_FILTER
from roadmap_desktop.ui.new_year.kept_table import KeptTable
from roadmap_desktop.ui.new_year.parts_list import PartsList
from roadmap_desktop.ui.new_year.wordings_table import WordingsTable
from roadmap_desktop.ui.runner import Runner, Task, known
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.waiting import Progress, show_waiting

_SIZE = (1080, 640)
_PARTS_WIDTH = 390
_ABOUT = "Эта карта не изменится: новый год будет в новом файле. Состояния и итоги в него не войдут."
_READING = "Карта просматривается…"
_REWORDED, _KEPT = "Сроки и тексты", "Остаётся как было"


class NewYearDialog(QDialog):
    """``created`` carries the new file and what is told of it."""

    guide: ClassVar[str] = "new_year"
    created = Signal(Path, str)

    def __init__(
        self,
        years: Sequence[Period],
        place: Callable[[], AbstractContextManager[Path]],
        folder: Path,
        runner: Runner,
        parent: QWidget | None = None,
    ) -> None:
        """``years`` are the periods that can be chosen, ``place`` where the old file can be read from, ``folder`` where
        to write to at first."""
        super().__init__(parent)
        self.setWindowTitle("Новый учебный год из этой карты")
        resize_within_screen(self, *_SIZE)
        self._place, self._folder, self._runner = place, folder, runner
        self._task: Task | None = None
        self._old: Drafting | None = None
        self._draft: Draft | None = None
        self._typed: dict[Place, str] = {}
        self._years = years
        self.year = QComboBox()
        self.year.setAccessibleName("Учебный год")
        self.year.addItems([school_year_label(year) for year in self._years])
        self.working_days = QCheckBox("Даты, попавшие на выходной, перенести на рабочий день")
        self.working_days.setChecked(True)
        self.parts = PartsList()
        self.wordings, self.kept = WordingsTable(_REWORDED), KeptTable(_KEPT)
        self._tabs = QTabWidget()
        self._said = QLabel(_READING)
        self._said.setObjectName("start-hint")
        self._create = dialog_button("Создать…", self._ask_where, primary=True)
        self._create.setEnabled(False)
        self._lay_out()
        self.year.currentIndexChanged.connect(self._on_year)
        self.working_days.toggled.connect(lambda _on: self._look_ahead())
        self.parts.chosen_changed.connect(self._look_ahead)
        self.wordings.typed.connect(self._on_typed)
        self._look_ahead()

    @property
    def request(self) -> Request:
        """What is chosen."""
        parts = self.parts.chosen if self._draft is not None else None
        year = self._years[self.year.currentIndex()]
        return Request(year, parts, self.working_days.isChecked(), dict(self._typed))

    def done(self, result: int) -> None:
        """Stops looking ahead."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def write_to(self, target: Path) -> None:
        """Writes the new file in the background; a refusal is told, and everything that was chosen stays."""
        place, request, progress = self._place(), self.request, Progress(self)

        def work(is_cancelled: Callable[[], bool]) -> Draft:
            with place as path:
                return start_new_year(path, target, request, progress.percent.emit, is_cancelled)

        refuse = known(partial(messages.refuse, self))
        task = self._runner.run(work, lambda made: self._on_written(target, made), refuse)
        if not task.is_over:
            show_waiting(self, "Создаётся карта нового года…", task, progress)

    def _on_year(self) -> None:
        # What was typed for one year is wrong for another.
        self._typed.clear()
        self._look_ahead()

    def _on_typed(self, place: Place, text: str) -> None:
        self._typed[place] = text
        self._look_ahead()

    def _look_ahead(self) -> None:
        """Finds out, in the background, what the new file would hold."""
        if self._task is not None:
            self._task.cancel()
        place, old, request = self._place(), self._old, self.request
        self._create.setEnabled(False)

        def work(is_cancelled: Callable[[], bool]) -> tuple[Drafting, Draft]:
            if old is not None:
                return old, old.draft(request, is_cancelled)
            with place as path:
                read = look_ahead(path)
            return read, read.draft(request, is_cancelled)

        self._task = self._runner.run(work, lambda made: self._show(*made), known(self._said.setText))

    def _show(self, old: Drafting, draft: Draft) -> None:
        self._old, self._draft = old, draft
        self.parts.show_parts(draft.parts)
        self.wordings.show_rows(draft.wordings, draft.period)
        self.kept.show_rows(draft.kept)
        for index, (title, rows) in enumerate(((_REWORDED, draft.wordings), (_KEPT, draft.kept))):
            self._tabs.setTabText(index, f"{title} ({len(rows)})")
        self._said.setText(f"{_to_look_at(draft.troubled)}Столбец «Станет» можно править.")
        self._create.setEnabled(True)

    def _ask_where(self) -> None:
        assert self._draft is not None
        dialog = QFileDialog(self, "Где хранить карту нового года", str(self._folder), FILE_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The program itself refuses to write over a roadmap, in words; a second question would only confuse.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(f"Дорожная карта {school_year_label(self._draft.period)}{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.write_to(Path(name)))
        open_dialog(dialog)

    def _on_written(self, target: Path, made: Draft) -> None:
        self.accept()
        look = f" Из сроков и дат стоит проверить: {made.troubled}." if made.troubled else ""
        records = counted(len(made.records) - 1, "запись", "записи", "записей")
        year = f"{school_year_label(made.period)} учебный год"
        told = f"Карта на {year} создана и открыта: {records}.{look}\n{target}"
        self.created.emit(target, told)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(QLabel("Учебный год"))
        head.addWidget(self.year)
        head.addSpacing(12)
        head.addWidget(self.working_days)
        head.addStretch(1)
        about = QLabel(_ABOUT)
        about.setWordWrap(True)
        self._tabs.addTab(self.wordings, _REWORDED)
        self._tabs.addTab(self.kept, _KEPT)
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self.parts)
        middle.addWidget(self._tabs)
        middle.setSizes([_PARTS_WIDTH, _SIZE[0] - _PARTS_WIDTH])
        middle.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        foot.addWidget(dialog_button("Отмена", self.reject))
        foot.addWidget(self._create)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(head)
        column.addWidget(middle, 1)
        column.addLayout(foot)


def _to_look_at(troubled: int) -> str:
    """What is said of wordings that should be looked at, which stand first."""
    if troubled > 1:
        return f"Проверьте первые {counted(troubled, 'строку', 'строки', 'строк')}. "
    return "Проверьте первую строку. " if troubled else ""
