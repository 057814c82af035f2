"""«Взять из документа»: which one, what was found in it, where it goes. Nothing is written before the last step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.period import school_year_label, school_year_of
from roadmap_desktop.model.russian import counted
from roadmap_desktop.operations.file.files import SUFFIX
from roadmap_desktop.operations.file.who import who_works
from roadmap_desktop.operations.plan import importing
from roadmap_desktop.operations.plan.importing import PlanReading
from roadmap_desktop.operations.plan.sources import Source
from roadmap_desktop.operations.plan.updating import Choice, Update
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.dialogs import dialog_button, open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.file_commands import FILE_FILTER
from roadmap_desktop.ui.importing.found_step import FoundStep
from roadmap_desktop.ui.importing.source_step import SourceStep
from roadmap_desktop.ui.importing.target_step import TargetStep, Way
from roadmap_desktop.ui.importing.understanding import Understanding
from roadmap_desktop.ui.runner import Runner, known
from roadmap_desktop.ui.screen_room import resize_within_screen
from roadmap_desktop.ui.waiting import show_waiting

_SIZE = (1240, 650)
_SOURCE, _FOUND, _TARGET = range(3)
_TITLES = ("Какой документ", "Что в нём найдено", "Куда взять")
_DONE = {Way.NEW: "Создать…", Way.APPEND: "Добавить", Way.UPDATE: "Обновить"}


class ImportWizard(QDialog):
    """``created`` carries a new roadmap and what is told of it, ``told`` what is told of the open one."""

    guide: ClassVar[str] = "import#Весь документ"
    created = Signal(Path, str)
    told = Signal(str)

    def __init__(
        self, document: RoadmapDocument, folder: Path, runner: Runner, parent: QWidget | None = None
    ) -> None:
        """``folder`` is where documents are looked for, and a new roadmap is written to, at first."""
        super().__init__(parent)
        self.setWindowTitle("Взять из документа")
        resize_within_screen(self, *_SIZE)
        self._document, self._folder, self._runner = document, folder, runner
        self._taken = Understanding(document, runner, self)
        self._update: Update | None = None
        self.source, self.found = SourceStep(folder), FoundStep(field_of(Activity, "due_text"))
        self.target = TargetStep()
        self._title, self._about = QLabel(), QLabel()
        self._steps = QStackedWidget()
        self.back = dialog_button("Назад", lambda: self._show_step(self._steps.currentIndex() - 1))
        self.forward = dialog_button("Далее", self._go_on, primary=True)
        self._lay_out()
        self._connect()
        self._show_step(_SOURCE)

    def done(self, result: int) -> None:
        """Stops what is under way."""
        self._taken.stop()
        super().done(result)

    def read_file(self, path: Path) -> None:
        """Reads a document; what it is refused for is told where it was chosen."""
        self.source.refuse("")
        self._taken.read_file(path)

    def write_to(self, target: Path) -> None:
        """Makes the new roadmap there, in the background; a refusal is told, and everything that was chosen stays."""
        reading, original, roadmap = self._taken.reading, self._original, self._roadmap()
        if reading is None or roadmap is None:
            return

        def work(_is_cancelled: Callable[[], bool]) -> None:
            importing.create_from(target, reading, roadmap, original)

        task = self._runner.run(
            work, lambda _made: self._on_created(target, reading), known(partial(messages.refuse, self))
        )
        if not task.is_over:
            show_waiting(self, "Создаётся дорожная карта…", task)

    def _read_clipboard(self) -> None:
        self.source.refuse("")
        self._taken.read_clipboard()

    def _show_document(self) -> None:
        self.found.show_document(self._taken.looked.shown.grid)
        self._show_found()
        self._show_step(_FOUND)

    def _show_found(self) -> None:
        self.found.show_found(self._taken.found, self._taken.looked.refusal, self._taken.period)
        self._refresh()

    @property
    def _original(self) -> Path | None:
        source = self._taken.source
        return source.path if source is not None and self.target.attaching.isChecked() else None

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._title.setText(f"Шаг {step + 1} из {len(_TITLES)}. {_TITLES[step]}")
        self._refresh()
        if step != _SOURCE:
            # What is hidden gives the focus to the next it meets: a table, where Enter is a menu.
            self.forward.setFocus()

    def _refresh(self) -> None:
        """Says what the step is about and whether one can go on."""
        step, source, reading = self._steps.currentIndex(), self._taken.source, self._taken.reading
        has_names = reading is not None and any(row.name for row in reading.rows)
        self.back.setEnabled(step > _SOURCE)
        self.forward.setText(_DONE[self.target.way] if step == _TARGET else "Далее")
        self.forward.setEnabled(source is not None if step == _SOURCE else has_names)
        self._about.setText(_told(source, reading) if source is not None and step else "")
        self._about.setVisible(bool(self._about.text()))

    def _go_on(self) -> None:
        step = self._steps.currentIndex()
        if step == _SOURCE:
            self._show_step(_FOUND)
        elif step == _FOUND:
            self._taken.compare()
        else:
            self._take()

    def _show_target(self, update: Update | None) -> None:
        reading, source = self._taken.reading, self._taken.source
        assert reading is not None and source is not None
        self._update = update
        roadmap = importing.new_roadmap(reading, who_works(), self._document.today())
        self.target.show_reading(reading, update, roadmap, self._taken.period)
        self.target.attaching.setVisible(source.path is not None)
        self._show_step(_TARGET)

    def _take(self) -> None:
        reading, original, update = self._taken.reading, self._original, self._update
        assert reading is not None
        if self.target.way is Way.NEW:
            self._ask_where()
        elif self.target.way is Way.APPEND:
            self._document.execute_in_background(
                "Мероприятия добавляются…",
                lambda file: importing.append_rows(file, reading, original),
                self._on_taken,
            )
        else:
            assert update is not None
            choice = self.target.tree.choice
            if choice == Choice(frozenset(), frozenset()):
                messages.inform(self, "Обновить", "Ничего не отмечено, менять нечего.")
                return
            self._document.execute_in_background(
                "Дорожная карта обновляется…",
                lambda file: importing.update_rows(file, reading, update, choice, original),
                self._on_taken,
            )

    def _on_taken(self, change_set: ChangeSet) -> None:
        self.accept()
        self.told.emit(f"{change_set.label}. Отменить: Ctrl+Z")

    def _roadmap(self) -> dict[str, Any] | None:
        """The fields of the new roadmap; None, and told, where there is a mistake in them."""
        assert self.target.form is not None
        try:
            return self.target.form.values()
        except UserError as error:
            messages.refuse(self, str(error))
            return None

    def _ask_where(self) -> None:
        roadmap = self._roadmap()
        if roadmap is None:
            return
        dialog = QFileDialog(self, "Где хранить новую дорожную карту", str(self._folder), FILE_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The program itself refuses to write over a roadmap, in words; a second question would only confuse.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        year = school_year_label(school_year_of(roadmap["period_start"]))
        dialog.selectFile(f"Дорожная карта {year}{SUFFIX}")
        dialog.fileSelected.connect(lambda name: self.write_to(Path(name)))
        open_dialog(dialog)

    def _on_created(self, target: Path, reading: PlanReading) -> None:
        self.accept()
        rows = counted(len(reading.rows), "мероприятие", "мероприятия", "мероприятий")
        self.created.emit(target, f"Дорожная карта создана: {rows}.")

    def _connect(self) -> None:
        taken, found = self._taken, self.found
        self.source.file_chosen.connect(self.read_file)
        self.source.clipboard_chosen.connect(self._read_clipboard)
        taken.refused.connect(self.source.refuse)
        taken.read.connect(self._show_document)
        taken.understood.connect(self._show_found)
        taken.corrected.connect(lambda: found.show_corrected(taken.found, taken.period))
        taken.compared.connect(self._show_target)
        found.columns_told.connect(taken.understand)
        found.dues_typed.connect(taken.correct)
        self.target.way_changed.connect(self._refresh)

    def _lay_out(self) -> None:
        self._title.setObjectName("merging-title")
        self._about.setWordWrap(True)
        for step in (self.source, self.found, self.target):
            self._steps.addWidget(step)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(dialog_button("Отмена", self.reject))
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addWidget(self._steps, 1)
        column.addLayout(foot)


def _told(source: Source, reading: PlanReading | None) -> str:
    """What was found, in a sentence."""
    if reading is None:
        return f"«{source.name}»"
    words, rows = reading.document, counted(len(reading.rows), "мероприятие", "мероприятия", "мероприятий")
    order = f"приказ №\u00a0{words.order_number}" if words.order_number else ""
    if words.order_date is not None:
        order += f"{' от' if order else 'от'} {words.order_date:%d.%m.%Y}"
    year = f"{reading.period.start:%d.%m.%Y} – {reading.period.end:%d.%m.%Y}" if reading.period else ""
    title = f"«{reading.title}»" if reading.title else ""
    return " · ".join(filter(None, (f"«{source.name}»: {rows}", title, order, year)))
