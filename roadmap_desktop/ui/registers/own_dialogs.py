"""Dialogs of registers with needs of their own; all others have the common one."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.plan_templates import TEMPLATES, PlanTemplate
from roadmap_desktop.model.register import Register, Related, Tab
from roadmap_desktop.model.school_charts import BELOW
from roadmap_desktop.operations.file.files import RoadmapFile
from roadmap_desktop.operations.registers import development_plans
from roadmap_desktop.operations.registers.indicators import results_charts
from roadmap_desktop.ui import messages
from roadmap_desktop.ui.charts.column import ChartColumn
from roadmap_desktop.ui.dialogs import dialog_button, open_dialog
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.registers.assessment_sheet import AssessmentDialog
from roadmap_desktop.ui.registers.plans_dialog import PlansDialog
from roadmap_desktop.ui.registers.record_dialog import RecordDialog
from roadmap_desktop.ui.registers.risk_profile import RiskProfile
from roadmap_desktop.ui.registers.seats_sheet import SeatsDialog

_DONE = Related("Что выполнила школа", "progress", "school_id")


class SchoolDialog(RecordDialog):
    """Shows the results as a chart beside the years in the list, and the risks as a profile."""

    charts: ChartColumn | None = None

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Sets the chart beside the first list, and the profile in the place of the list of risks."""
        if not any(related.register == "indicators" for related in tab.lists):
            super().fill_tab(tab, column)
            return
        first, *others = tab.lists
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.related_list(first), 3, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._results(), 2)
        column.addLayout(row)
        for related in others:
            if related.register == "risks":
                column.addWidget(RiskProfile(self._document, self.record_id))
            else:
                column.addWidget(self.related_list(related))

    def fill_activities(self, column: QVBoxLayout) -> None:
        """Adds what the school has done."""
        done = self.related_list(_DONE)
        done.take_room()
        column.addWidget(done)

    def _results(self) -> QVBoxLayout:
        self.charts = ChartColumn(BELOW, "Внесите результаты, и здесь будет график")
        beside = QVBoxLayout()
        beside.addWidget(self.charts)
        beside.addStretch(1)
        self._draw()
        self._document.changed.connect(self._draw)
        return beside

    def _draw(self, _change_set: object = None) -> None:
        nothing: tuple[Chart, ...] = ()
        if self.charts is not None:
            self.charts.show_charts(
                self._document.query(lambda file: results_charts(file, self.record_id), nothing)
            )


class TeacherDialog(RecordDialog):
    """Leads from self-assessment to deficits, and from deficits to a plan."""

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Adds the buttons beneath the lists of the diagnosis."""
        super().fill_tab(tab, column)
        if any(related.register == "assessments" for related in tab.lists):
            row = QHBoxLayout()
            row.addWidget(self._button("Заполнить самооценку…", self._assess))
            row.addWidget(self._button("Записать дефициты по самооценке", self._find_deficits))
            row.addWidget(self._button("Создать план развития по дефицитам", self._create_plan))
            row.addStretch(1)
            column.addLayout(row)

    def _button(self, text: str, pressed: object) -> QWidget:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setEnabled(self._document.can_edit)
        button.clicked.connect(pressed)
        return button

    def _assess(self) -> None:
        open_dialog(AssessmentDialog(self._document, [self.record_id], self))

    def _find_deficits(self) -> None:
        find_deficits(self._document, [self.record_id])

    def _create_plan(self) -> None:
        dialog = PlansDialog(self._document, [self.record_id], self)
        dialog.made.connect(
            lambda: messages.inform(
                self,
                "План развития",
                "План создан. Он на вкладке «Развитие» и в справочнике «Планы развития».",
            )
        )
        open_dialog(dialog)


class PlanDialog(RecordDialog):
    """Takes steps from a template."""

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Adds the button beneath the steps."""
        super().fill_tab(tab, column)
        if any(related.register == "steps" for related in tab.lists):
            button = QPushButton("Добавить шаги по образцу ▾")
            button.setAutoDefault(False)
            button.setEnabled(self._document.can_edit)
            menu = QMenu(button)
            for template in TEMPLATES:
                menu.addAction(template.title, partial(self._add_steps, template))
            button.setMenu(menu)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_steps(self, template: PlanTemplate) -> None:
        def work(file: RoadmapFile) -> ChangeSet:
            made = development_plans.add_steps(file, self.record_id, template, self._document.today())
            if made is None:
                raise UserError("Все шаги этого образца в плане уже есть.", NOTHING_CHANGED)
            return made

        self._document.execute(work)


class CourseDialog(RecordDialog):
    """Has its participants ticked in one list of all teachers."""

    def fill_tab(self, tab: Tab, column: QVBoxLayout) -> None:
        """Adds the button beneath the participants."""
        super().fill_tab(tab, column)
        if any(related.register == "participants" for related in tab.lists):
            button = dialog_button("Отметить списком…", self._seat)
            button.setEnabled(self._document.can_edit)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _seat(self) -> None:
        open_dialog(SeatsDialog(self._document, self.record_id, self))


def find_deficits(document: RoadmapDocument, teacher_ids: Sequence[str]) -> None:
    """Writes down the deficits that the self-assessments of these teachers tell of; says so where there are none."""

    def work(file: RoadmapFile) -> ChangeSet:
        made = development_plans.deficits_from_assessment(file, teacher_ids, document.today())
        if made is None:
            raise UserError(
                "Новых дефицитов нет: оценок в 1–2 балла нет или дефициты по ним уже записаны.",
                NOTHING_CHANGED,
            )
        return made

    document.execute(work)


_OWN: dict[str, type[RecordDialog]] = {
    "courses": CourseDialog,
    "schools": SchoolDialog,
    "teachers": TeacherDialog,
    "plans": PlanDialog,
}


def open_record(
    document: RoadmapDocument,
    register: Register,
    id_: str,
    parent: QWidget,
    values: Mapping[str, Any] | None = None,
    serves: Sequence[str] = (),
) -> RecordDialog:
    """Opens the dialog of a record; without a key that of a new one, which begins with ``values`` and serves the
    activities with these keys."""
    dialog = _OWN.get(register.id, RecordDialog)(document, register, id_, values, parent)
    dialog.serves = tuple(serves)

    def open_over(related: Register, related_id: str, given: Mapping[str, Any]) -> None:
        open_record(document, related, related_id, dialog, given).record_wanted.connect(dialog.go_to)

    dialog.dialog_wanted.connect(open_over)
    open_dialog(dialog)
    return dialog
