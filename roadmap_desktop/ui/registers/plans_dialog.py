"""«Создать планы развития»: by the teachers' deficits or by a template, for several at once."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_templates import TEMPLATES, PlanTemplate, StepDraft
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.step_dues import due_from
from roadmap_desktop.operations.registers.development_plans import (
    PlanRequest,
    create_plans,
    time_left,
    with_open_plan,
    without_deficits,
)
from roadmap_desktop.ui.dialogs import answer_buttons, save_by_keys
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.editors import DateEditor

_BY_DEFICITS = (
    "Для каждого дефицита, который не устранён, в план войдёт свой шаг: предметный — курсы, методический — наставник, "
    "психолого-педагогический — семинар, коммуникативный — самообразование. Педагог без дефицитов получит общий план."
)


class PlansDialog(QDialog):
    """``made`` says that plans were made."""

    guide: ClassVar[str] = "teachers#Планы развития"
    made = Signal()

    def __init__(
        self, document: RoadmapDocument, teacher_ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._ids = document, tuple(teacher_ids)
        self.setWindowTitle(
            f"Планы развития: {counted(len(teacher_ids), 'педагог', 'педагога', 'педагогов')}"
        )
        self.setMinimumWidth(800)
        nobody: frozenset[str] = frozenset()
        self._have = document.query(lambda file: with_open_plan(file, self._ids), nobody)
        self.template: PlanTemplate | None = None
        self.choices: list[QRadioButton] = []
        self.starts_on, self.ends_on, self.mentor = DateEditor(), DateEditor(), QLineEdit()
        self.starts_on.setAccessibleName("Начало")
        self.ends_on.setAccessibleName("Окончание")
        plan = document.plan
        if plan is not None:
            left = time_left(plan.info.period, document.today())
            self.starts_on.set_value(left.start)
            self.ends_on.set_value(left.end)
        self._told, self._mistake = QLabel(), QLabel()
        self._mistake.setObjectName("mistake")
        self._told.setObjectName("start-hint")
        for label in (self._told, self._mistake):
            label.setWordWrap(True)
        self.skip = QCheckBox(self._skipping())
        self.skip.setChecked(True)
        self.skip.setVisible(bool(self._have))
        save_by_keys(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(self._upper())
        column.addLayout(self._fields())
        column.addWidget(self.skip)
        column.addWidget(self._mistake)
        column.addWidget(answer_buttons("Создать", self.accept, self.reject)[0])
        self._choose(None)

    def accept(self) -> None:
        """Makes the plans; stays while something is mistaken."""
        days = (self.starts_on, self.ends_on)
        starts, ends = (None if day.is_mistaken else day.value() for day in days)
        if starts is None or ends is None:
            self._mistake.setText("Укажите начало и окончание плана.")
            return
        if ends < starts:
            self._mistake.setText("План заканчивается раньше, чем начинается.")
            return
        skipped = self._have if self.skip.isChecked() else frozenset()
        ids = [id_ for id_ in self._ids if id_ not in skipped]
        if not ids:
            one = len(self._ids) == 1
            who = "У этого педагога план уже есть." if one else "У всех этих педагогов планы уже есть."
            self._mistake.setText(f"{who} Снимите отметку, если {'нужен' if one else 'нужны'} ещё.")
            return
        request = PlanRequest(Period(starts, ends), self.template, one_line(self.mentor.text()))
        if self._document.execute(lambda file: create_plans(file, ids, request)) is not None:
            super().accept()
            self.made.emit()

    def _upper(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(6)
        caption = QLabel("Основа плана")
        caption.setObjectName("details-caption")
        left.addWidget(caption)
        group = QButtonGroup(self)
        for template in (None, *TEMPLATES):
            choice = QRadioButton(f"Образец «{template.title}»" if template else "По дефицитам педагога")
            choice.setChecked(template is None)
            choice.clicked.connect(partial(self._choose, template))
            group.addButton(choice)
            self.choices.append(choice)
            left.addWidget(choice)
        left.addStretch(1)
        self._told.setMinimumHeight(210)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(left)
        row.addWidget(self._told, 1)
        return row

    def _fields(self) -> QFormLayout:
        form = QFormLayout()
        form.setSpacing(8)
        self.mentor.setPlaceholderText("можно указать позже")
        for label, editor in (
            ("Начало", self.starts_on),
            ("Окончание", self.ends_on),
            ("Наставник", self.mentor),
        ):
            editor.setAccessibleName(label)
            form.addRow(label, editor)
        for editor in (self.starts_on, self.ends_on):
            editor.setMaximumWidth(190)
        return form

    def _choose(self, template: PlanTemplate | None, _on: bool = True) -> None:
        self.template = template
        if template is None:
            self._told.setText("\n\n".join(filter(None, (_BY_DEFICITS, self._lacking()))))
            return
        steps = "\n".join(
            f"{index}. {step.name} — {self._due(step)}" for index, step in enumerate(template.steps, 1)
        )
        self._told.setText(f"{template.goal}\n\n{steps}")

    def _lacking(self) -> str:
        """Who has filled in a self-assessment takes that for the deficits."""
        nobody: frozenset[str] = frozenset()
        lacking = self._document.query(lambda file: without_deficits(file, self._ids), nobody)
        if not lacking:
            return ""
        whose = counted(len(lacking), "педагога", "педагогов", "педагогов")
        return f"Дефицитов пока нет у {whose}: из самооценки их выписывает кнопка «Дефициты по самооценке»."

    def _due(self, step: StepDraft) -> str:
        """As the plan would have it, which may begin late in the year."""
        plan, starts, ends = self._document.plan, self.starts_on.value(), self.ends_on.value()
        if plan is None or starts is None or ends is None or ends < starts:
            return step.due
        return due_from(step.due, Period(starts, ends), plan.info.period)

    def _skipping(self) -> str:
        whose = counted(len(self._have), "педагога", "педагогов", "педагогов")
        whom = "для него" if len(self._have) == 1 else "для них"
        return f"У {whose} уже есть план, который не выполнен: {whom} новый не создавать"
