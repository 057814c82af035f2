"""The left side of the print dialog: the list of reports, and behind each report what can be chosen of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.printing import printing
from roadmap_desktop.operations.printing.batch_printing import varied
from roadmap_desktop.operations.printing.printing import Parameter, ParameterKind, Report
from roadmap_desktop.operations.printing.report_choices import usual_choices
from roadmap_desktop.operations.registers.named_records import named_for
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.printing.context import PrintContext
from roadmap_desktop.ui.printing.kept_choices import recall, remember
from roadmap_desktop.ui.printing.options_form import OptionsForm
from roadmap_desktop.ui.printing.parameter_editors import Named
from roadmap_desktop.ui.printing.report_list import ReportList
from roadmap_desktop.ui.runner import Task, known

_NAMED = (ParameterKind.RECORD, ParameterKind.REVISION)


class ReportPane(QStackedWidget):
    """``replaced``: another report is chosen; ``changed``: something of it; ``many_wanted``: many of its documents;
    ``words_left``: words that the file keeps may be ready."""

    replaced = Signal()
    changed = Signal()
    many_wanted = Signal()
    words_left = Signal()

    def __init__(self, context: PrintContext, shown: Sequence[Report], register: str) -> None:
        super().__init__()
        self._context = context
        groups = printing.grouped(shown, register, has_file=context.plan is not None)
        self._reports = {report.id: report for _title, reports in groups for report in reports}
        self._task: Task | None = None
        self.form: OptionsForm | None = None
        self.list = ReportList(groups)
        self.list.looked_at.connect(lambda id_: self.choose(id_, {}))
        self.list.chosen.connect(self._on_chosen)
        self._back = QPushButton("‹ Все отчёты")
        self._back.clicked.connect(self.show_list)
        self._title = QLabel()
        self._title.setObjectName("page-title")
        self._title.setWordWrap(True)
        self._many = QPushButton("Сразу много документов…")
        self._many.clicked.connect(self.many_wanted)
        for button in (self._back, self._many):
            button.setProperty("link", True)
            button.setAutoDefault(False)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.addWidget(self.list)
        self.addWidget(self._options())

    def begin(self, report_id: str, choices: Mapping[str, Any]) -> None:
        """Shows what can be chosen of a report, or the list when none is named."""
        first = report_id or next(iter(self._reports))
        self.choose(first, choices)
        if report_id:
            self.setCurrentIndex(1)
        else:
            self.list.mark(first)
            self.list.setFocus()

    def show_list(self) -> None:
        """Goes back to the list, whole again: what was looked for is found."""
        self.list.search.clear()
        self.setCurrentIndex(0)
        if self.form is not None:
            self.list.mark(self.form.report.id)
        self.list.setFocus()

    def choose(self, report_id: str, choices: Mapping[str, Any]) -> None:
        """Takes another report, with the options of the last time; ``choices`` are already made. The records that it
        can be of are read in the background."""
        if self.form is not None and self.form.report.id == report_id and not choices:
            return
        self.remember()
        self.stop()
        report = self._reports[report_id]
        named = [parameter for parameter in report.parameters if parameter.kind in _NAMED]
        if not named:
            self._show(report, {}, choices)
            return

        def work(_is_cancelled: Callable[[], bool]) -> dict[str, Named]:
            with self._context.source() as source:
                return {parameter.name: named_for(parameter, source) for parameter in named}

        self._task = self._context.runner.run(
            work,
            lambda found: self._show(report, found, choices),
            known(lambda sentence: messages.refuse(self.window(), sentence)),
        )

    def why_missing(self, parameter: Parameter) -> str:
        """The sentence for a required parameter of which nothing is chosen."""
        editor = self.form.editors[parameter.name] if self.form is not None else None
        if editor is not None and editor.has_choice:
            return f"Выберите слева: {parameter.title}."
        if parameter.kind is ParameterKind.REVISION:
            return "Редакций пока нет. Утвердите первую: «Файл → Редакции…»."
        register = BY_ID[parameter.register]
        return f"В справочнике «{register.title}» записей пока нет. Добавьте их, и документ можно будет напечатать."

    def remember(self) -> None:
        """Keeps what was chosen for the next time."""
        if self.form is None:
            return
        try:
            choices = self.form.choices
        except UserError:
            choices = {}
        remember(self._context.settings, self.form.report, choices, self.form.lasting)

    def stop(self) -> None:
        """Gives up what is read in the background."""
        if self._task is not None:
            self._task.cancel()

    def _show(self, report: Report, named: Mapping[str, Named], choices: Mapping[str, Any]) -> None:
        plan, today = self._context.plan, self._context.today
        kept, altered = recall(self._context.settings, report)
        usual = usual_choices(report, plan, today) if plan is not None else {}
        self.form = OptionsForm(report, self._context, named, {**usual, **kept, **choices}, altered)
        self.form.changed.connect(self.changed)
        self.form.words_left.connect(self.words_left)
        self._area.setWidget(self.form)
        self._title.setText(report.title)
        self._many.setVisible(bool(varied(report)))
        self.replaced.emit()

    def _on_chosen(self, report_id: str) -> None:
        self.choose(report_id, {})
        self.setCurrentIndex(1)
        self._area.setFocus()

    def _options(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        links = QHBoxLayout()
        links.addWidget(self._back)
        links.addStretch(1)
        links.addWidget(self._many)
        column.addLayout(links)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        return page
