"""«Сохранить копию»: the whole file or a part of it, and what will not be in it, said before it is written."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QListWidgetItem,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.operations.copies import copies
from roadmap_desktop.operations.copies.copies import CopyReport, CopyRequest
from roadmap_desktop.operations.copies.copy_remarks import Remark
from roadmap_desktop.operations.plan import months
from roadmap_desktop.ui.dialogs import answer_buttons
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.fit_height import fit_height
from roadmap_desktop.ui.runner import Runner, Task
from roadmap_desktop.ui.sentence_list import SentenceList

_WHOLE = "В копию войдёт всё: план и вся история изменений."
_LOOKING = "Просматриваются тексты: нет ли в них имён…"
_WITH_PERSONS = " В ней останутся имена, телефоны и файлы: другим отдавайте копию «Без персональных данных»."
_NEARLY_WHOLE = "В копию войдут весь план и его история, кроме персональных данных."
_MEND = " (двойной щелчок откроет запись):"
_LIST_HEIGHT = 108


class CopyDialog(QDialog):
    """``chosen`` carries the request when the user goes on to name the file; ``record_wanted`` the sort and the key of
    a record that she wants to mend first: its line was clicked twice."""

    guide: ClassVar[str] = "copies"
    chosen = Signal(object)
    record_wanted = Signal(str, str)

    def __init__(
        self, plan: Plan, document: RoadmapDocument, runner: Runner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сохранить копию")
        self.setMinimumWidth(620)
        self._plan, self._place, self._runner = plan, document.location, runner
        self._task: Task | None = None
        self._whole = QRadioButton("Весь файл")
        self._month = QRadioButton("План месяца")
        self._section = QRadioButton("Раздел")
        self._private = QCheckBox("Без персональных данных")
        self._months, self._sections = QComboBox(), QComboBox()
        self._months.setAccessibleName("Месяц")
        self._sections.setAccessibleName("Раздел")
        self._holds, self._mistake = _text(""), _text("")
        self._mistake.setObjectName("mistake")
        self._removed = _Lines("Чего не будет в копии")
        self._stays = _Lines("Останется в текстах", _MEND)
        self._perhaps = _Lines("Проверьте, не имена ли это", _MEND)
        self._buttons = self._made_buttons()
        self._fill(document)
        self._lay_out()
        self._listen()
        self._look_ahead()

    @property
    def request(self) -> CopyRequest:
        """What is chosen."""
        return CopyRequest(
            self._private.isChecked(),
            self._chosen_month() if self._month.isChecked() else None,
            self._sections.currentData() if self._section.isChecked() else None,
        )

    def done(self, result: int) -> None:
        """Stops looking ahead."""
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def accept(self) -> None:
        """Hands the request on."""
        request = self.request
        super().accept()
        self.chosen.emit(request)

    def _chosen_month(self) -> Period:
        return self._months_listed[self._months.currentIndex()]

    def _fill(self, document: RoadmapDocument) -> None:
        self._whole.setChecked(True)
        self._months_listed = months.months_of(self._plan)
        self._months.addItems([month_title(month.start) for month in self._months_listed])
        self._months.setCurrentText(month_title(months.first_month(self._plan, document.today()).start))
        for section in self._plan.sections:
            self._sections.addItem(section.name, section.id)
        self._sections.setPlaceholderText("Разделов в плане нет")
        self._section.setEnabled(bool(self._plan.sections))
        self._sections.setEnabled(bool(self._plan.sections))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._whole, 0, 0)
        grid.addWidget(self._month, 1, 0)
        grid.addWidget(self._months, 1, 1)
        grid.addWidget(self._section, 2, 0)
        grid.addWidget(self._sections, 2, 1)
        grid.addWidget(self._private, 3, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(10)
        column.addLayout(grid)
        lists = (self._removed, self._stays, self._perhaps)
        for part in (self._holds, *lists, self._mistake, self._buttons):
            column.addWidget(part)
        column.addStretch(1)

    def _listen(self) -> None:
        for button in (self._whole, self._month, self._section):
            button.toggled.connect(lambda on: self._look_ahead() if on else None)
        self._private.toggled.connect(self._look_ahead)
        self._months.activated.connect(lambda _index: self._month.setChecked(True))
        self._sections.activated.connect(lambda _index: self._section.setChecked(True))
        for lines in (self._stays, self._perhaps):
            lines.remark_chosen.connect(self._leave_for)
        for box in (self._months, self._sections):
            box.currentIndexChanged.connect(self._look_ahead)

    def _look_ahead(self, *_: object) -> None:
        """Finds out, in the background, what the copy will lack."""
        if self._task is not None:
            self._task.cancel()
        request, place, plan = self.request, self._place(), self._plan
        self._holds.setText(_LOOKING if request.without_personal else self._said_of(request))
        self._mistake.hide()
        self._go.setEnabled(False)
        fit_height(self)

        def work(is_cancelled: Callable[[], bool]) -> CopyReport:
            with place as path:
                return copies.preview_copy(path, plan, request, is_cancelled)

        self._task = self._runner.run(work, self._show, self._refuse)

    def _said_of(self, request: CopyRequest) -> str:
        if request.without_personal and not request.is_part:
            return _NEARLY_WHOLE
        part = copies.MONTH_HOLDS if request.month is not None else copies.SECTION_HOLDS
        return (part if request.is_part else _WHOLE) + ("" if request.without_personal else _WITH_PERSONS)

    def _leave_for(self, remark: Remark) -> None:
        self.reject()
        self.record_wanted.emit(remark.sort, remark.record_id)

    def _show_report(self, report: CopyReport) -> None:
        self._removed.show_lines(report.removed)
        self._stays.show_remarks(report.stays)
        self._perhaps.show_remarks(report.perhaps)

    def _show(self, report: CopyReport) -> None:
        self._show_report(report)
        self._holds.setText(self._said_of(self.request))
        self._go.setEnabled(True)
        fit_height(self)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._show_report(CopyReport())
        self._holds.setText(self._said_of(self.request))
        self._mistake.setText(str(error))
        self._mistake.show()
        fit_height(self)

    def _made_buttons(self) -> QDialogButtonBox:
        buttons, self._go = answer_buttons("Сохранить…", self.accept, self.reject)
        return buttons


class _Lines(QWidget):
    """A titled list that is seen only when it has something to say. ``remark_chosen`` carries a remark clicked twice
    that stands in a record."""

    remark_chosen = Signal(object)

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self._remarks: tuple[Remark, ...] = ()
        self._list = SentenceList(title, _LIST_HEIGHT)
        self._list.itemDoubleClicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        caption = _text(title + hint)
        # A label that wraps has no height of its own, and the list would pay for it.
        caption.setWordWrap(False)
        column.addWidget(caption)
        column.addWidget(self._list)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Shows these instead of what was there."""
        self._list.show_lines(lines)
        self.setVisible(bool(lines))

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Shows these instead of what was there."""
        self._remarks = remarks
        self.show_lines(tuple(remark.line for remark in remarks))

    def _choose(self, item: QListWidgetItem) -> None:
        row = self._list.row(item)
        if row < len(self._remarks) and self._remarks[row].sort:
            self.remark_chosen.emit(self._remarks[row])


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
