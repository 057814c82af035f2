"""What diagnosis leads to: deficits from self-assessment, plans of development from deficits, for many at once."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_templates import (
    BEGINNING,
    ENDING,
    GOAL_OF_DEFICITS,
    STEP_FOR,
    TEMPLATES,
    PlanTemplate,
    StepDraft,
)
from roadmap_desktop.model.registers.plans import DevelopmentPlan, PlanDeficit, PlanStep
from roadmap_desktop.model.registers.teachers import (
    DEFICIT_UP_TO,
    Deficit,
    DeficitState,
    SelfAssessment,
    Source,
    Teacher,
)
from roadmap_desktop.model.standing import OPEN_STATES
from roadmap_desktop.model.step_dues import due_from
from roadmap_desktop.operations.plan.reading import read_info
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select_values

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


def nobody_chosen() -> UserError:
    """What is said where teachers must be chosen first."""
    return UserError("Не выбран ни один педагог.", NOTHING_CHANGED, "Отметьте педагогов в таблице.")


def deficits_from_assessment(file: RoadmapFile, teacher_ids: Sequence[str], today: date) -> ChangeSet | None:
    """Writes down a deficit for each competence that a teacher gave two points or less, unless it is known already.
    None when there is nothing new. Raises UserError for nobody chosen."""
    _refuse_nobody(teacher_ids)
    with file.edit("Дефициты по самооценке") as edit:
        for one in _low_scores(edit, teacher_ids):
            named: dict[str, Any] = {
                "teacher_id": one.teacher_id,
                "competence": one.competence,
                "name": _named(one),
            }
            if not edit.find(Deficit, **named):
                edit.add(Deficit(**named, source=Source.SELF, found_on=one.assessed_on or today))
                edit.flush()
    return edit.change_set


class PlanRequest(NamedTuple):
    """How plans are to be made: ``template`` None: by each teacher's deficits."""

    period: Period
    template: PlanTemplate | None = None
    mentor: str = ""


def time_left(plan: Period, today: date) -> Period:
    """When a new plan of development is to go on: from today when the roadmap's period has begun, else the whole."""
    return plan._replace(start=today) if plan.contains(today) else plan


def create_plans(file: RoadmapFile, teacher_ids: Sequence[str], request: PlanRequest) -> ChangeSet | None:
    """Makes a plan of development for each teacher, by a template, or with a step for each open deficit between those
    that every plan has; as one step of undo. No step is due before its plan begins. Raises UserError for nobody
    chosen, for a teacher who is gone and for a period that ends before it begins."""
    _refuse_nobody(teacher_ids)
    if request.period.end < request.period.start:
        raise UserError("План заканчивается раньше, чем начинается.", NOTHING_CHANGED, "Исправьте даты.")
    year = read_info(file).period
    number = len(teacher_ids)
    with file.edit("Создан план развития" if number == 1 else f"Создано планов развития: {number}") as edit:
        for teacher_id in teacher_ids:
            if edit.get(Teacher, teacher_id) is None:
                raise UserError("Педагога уже нет: его удалили.", NOTHING_CHANGED, "Выберите других.")
            _create_plan(edit, teacher_id, request, year)
    return edit.change_set


def add_steps(file: RoadmapFile, plan_id: str, template: PlanTemplate, today: date) -> ChangeSet | None:
    """Adds the steps of a template to a plan, but for those that it has; none of them is due before today. Raises
    UserError for a plan that is gone."""
    year = read_info(file).period
    with file.edit(f"Шаги по образцу «{template.title}»") as edit:
        plan = edit.get(DevelopmentPlan, plan_id)
        if plan is None:
            raise UserError("Этого плана уже нет: его удалили.", NOTHING_CHANGED, "Отмените удаление.")
        begins = max(plan.starts_on or year.start, today)
        own = Period(begins, max(plan.ends_on or year.end, begins))
        present = {step.name for step in edit.find(PlanStep, plan_id=plan_id)}
        for step in template.steps:
            if step.name not in present:
                _add_step(edit, plan_id, step._replace(due=due_from(step.due, own, year)))
    return edit.change_set


def with_open_plan(file: RoadmapFile, teacher_ids: Sequence[str]) -> frozenset[str]:
    """Those of the teachers who have a plan that is not done yet. Raises UserError."""
    with file.read() as connection:
        found = select_values(connection, DevelopmentPlan, "teacher_id", {"state": OPEN_STATES})
    return frozenset(found) & frozenset(teacher_ids)


def without_deficits(file: RoadmapFile, teacher_ids: Sequence[str]) -> frozenset[str]:
    """Those of the teachers of whom no deficit is known that is still open. Raises UserError."""
    is_open = frozenset(DeficitState) - {DeficitState.CLOSED}
    with file.read() as connection:
        found = select_values(connection, Deficit, "teacher_id", {"state": is_open})
    return frozenset(teacher_ids) - frozenset(found)


def _create_plan(edit: "Edit", teacher_id: str, request: PlanRequest, year: Period) -> None:
    deficits = _open_deficits(edit, teacher_id) if request.template is None else []
    template = request.template or TEMPLATES[0]
    plan = DevelopmentPlan(
        teacher_id=teacher_id,
        goal=GOAL_OF_DEFICITS if deficits else template.goal,
        starts_on=request.period.start,
        ends_on=request.period.end,
        mentor=request.mentor,
    )
    edit.add(plan)
    edit.flush()
    own = [
        STEP_FOR[one.competence]._replace(name=f"{STEP_FOR[one.competence].name}: {one.name}")
        for one in deficits
    ]
    for step in (BEGINNING, *own, *ENDING) if request.template is None else template.steps:
        _add_step(edit, plan.id, step._replace(due=due_from(step.due, request.period, year)))
    for one in deficits:
        edit.add(PlanDeficit(plan_id=plan.id, deficit_id=one.id))


def _add_step(edit: "Edit", plan_id: str, step: StepDraft) -> None:
    name, form, due, hours, result = step
    edit.add(PlanStep(plan_id=plan_id, name=name, form=form, due_text=due, hours=hours, result=result))


def _open_deficits(edit: "Edit", teacher_id: str) -> list[Deficit]:
    return [one for one in edit.find(Deficit, teacher_id=teacher_id) if one.state is not DeficitState.CLOSED]


def _low_scores(edit: "Edit", teacher_ids: Iterable[str]) -> list[SelfAssessment]:
    found = edit.find(SelfAssessment, teacher_id=teacher_ids)
    return [one for one in found if one.score is not None and one.score <= DEFICIT_UP_TO]


def _named(one: SelfAssessment) -> str:
    return one.name or f"{one.competence.value.capitalize()} компетенция"


def _refuse_nobody(teacher_ids: Sequence[str]) -> None:
    if not teacher_ids:
        raise nobody_chosen()
