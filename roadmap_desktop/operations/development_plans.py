"""What diagnosis leads to: deficits from self-assessment, plans of development from deficits, for many at once."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from roadmap_desktop.errors import KnownError
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.plans import DevelopmentPlan, PlanDeficit, PlanStep, StepForm
from roadmap_desktop.model.registers.teachers import (
    DEFICIT_UP_TO,
    Competence,
    Deficit,
    DeficitState,
    SelfAssessment,
    Source,
    Teacher,
)
from roadmap_desktop.model.russian import counted
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# How a deficit of a competence is usually worked on: what, form, due wording, hours.
_STEP_FOR = {
    Competence.SUBJECT: ("Курсы по предмету", StepForm.COURSE, "октябрь – ноябрь", 36),
    Competence.METHODICAL: ("Посещение уроков наставника и разбор", StepForm.MENTOR, "ежемесячно", 8),
    Competence.PSYCHOLOGICAL: ("Семинар по работе с неуспевающими", StepForm.SEMINAR, "ноябрь – декабрь", 8),
    Competence.COMMUNICATIVE: ("Изучение методических рекомендаций", StepForm.SELF, "в течение года", 6),
}
# What every plan has: the beginning and the end.
_TEMPLATE = (
    ("Самодиагностика, постановка цели", StepForm.EXAM, "сентябрь – октябрь", 2),
    ("Открытый урок по итогам работы", StepForm.LESSON, "март – апрель", 2),
    ("Повторная диагностика, рефлексия", StepForm.EXAM, "май", 2),
)
_GOAL = "Восполнить профессиональные дефициты"
_TEMPLATE_GOAL = "Повысить качество преподавания"
_NOBODY = "Не выбран ни один педагог. Ничего не изменено. Отметьте педагогов в таблице."


def deficits_from_assessment(file: RoadmapFile, teacher_ids: Sequence[str], today: date) -> ChangeSet | None:
    """Writes down a deficit for each competence that a teacher gave two points or less, unless it is known already.
    None when there is nothing new. Raises KnownError for nobody chosen."""
    _refuse_nobody(teacher_ids)
    with file.edit("Дефициты по самооценке") as edit:
        session = edit.session
        for one in _low_scores(session, teacher_ids):
            known = select(Deficit.id).where(
                Deficit.teacher_id == one.teacher_id,
                Deficit.competence == one.competence,
                Deficit.name == _named(one),
            )
            if session.scalar(known) is None:
                session.add(
                    Deficit(
                        teacher_id=one.teacher_id,
                        competence=one.competence,
                        name=_named(one),
                        source=Source.SELF,
                        found_on=one.assessed_on or today,
                    )
                )
                session.flush()
    return edit.change_set


def create_plans(file: RoadmapFile, teacher_ids: Sequence[str], period: Period) -> ChangeSet | None:
    """Makes a plan of development for each teacher: a step for each open deficit, between those that every plan has.
    Raises KnownError for nobody chosen, and for a teacher who is gone."""
    _refuse_nobody(teacher_ids)
    label = f"Созданы планы развития: {counted(len(teacher_ids), 'педагог', 'педагога', 'педагогов')}"
    with file.edit(label) as edit:
        for teacher_id in teacher_ids:
            if edit.session.get(Teacher, teacher_id) is None:
                raise KnownError("Педагога уже нет: его удалили. Ничего не изменено. Выберите других.")
            _create_plan(edit.session, teacher_id, period)
    return edit.change_set


def _create_plan(session: Session, teacher_id: str, period: Period) -> None:
    open_deficits = session.scalars(
        select(Deficit)
        .where(Deficit.teacher_id == teacher_id, Deficit.state != DeficitState.CLOSED)
        .order_by(Deficit.id)
    ).all()
    plan = DevelopmentPlan(
        teacher_id=teacher_id,
        goal=_GOAL if open_deficits else _TEMPLATE_GOAL,
        starts_on=period.start,
        ends_on=period.end,
    )
    session.add(plan)
    session.flush()
    first, *last = _TEMPLATE
    own = [
        (f"{_STEP_FOR[one.competence][0]}: {one.name}", *_STEP_FOR[one.competence][1:])
        for one in open_deficits
    ]
    for name, form, due, hours in (first, *own, *last):
        session.add(PlanStep(plan_id=plan.id, name=name, form=form, due_text=due, hours=hours))
    for one in open_deficits:
        session.add(PlanDeficit(plan_id=plan.id, deficit_id=one.id))


def _low_scores(session: Session, teacher_ids: Iterable[str]) -> list[SelfAssessment]:
    chosen = select(SelfAssessment).where(
        SelfAssessment.teacher_id.in_(list(teacher_ids)), SelfAssessment.score <= DEFICIT_UP_TO
    )
    return list(session.scalars(chosen.order_by(SelfAssessment.id)))


def _named(one: SelfAssessment) -> str:
    return one.name or f"{one.competence.value.capitalize()} компетенция"


def _refuse_nobody(teacher_ids: Sequence[str]) -> None:
    if not teacher_ids:
        raise KnownError(_NOBODY)
