"""Individual plans of professional development (ИППР) and their steps."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import in_order
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Derived, Group, Register, Related, Tab


class StepForm(StrEnum):
    """How a step is taken."""

    COURSE = "курсы"
    SEMINAR = "семинар"
    SELF = "самообразование"
    INTERNSHIP = "стажировка"
    MENTOR = "наставничество"
    LESSON = "открытый урок"
    EXAM = "диагностика"
    OTHER = "иное"


class DevelopmentPlan(Record):
    """What one teacher is to learn, in which time."""

    __tablename__ = "development_plan"
    caption: ClassVar[str] = "План развития"

    teacher_id: str = labelled("Педагог", FieldKind.LINK, to="teacher", required=True)
    goal: str = labelled("Цель", FieldKind.TEXT, required=True)
    starts_on: date | None = labelled("Начало", FieldKind.DATE)
    ends_on: date | None = labelled("Окончание", FieldKind.DATE)
    mentor: str = labelled("Наставник", personal=True)
    state: State = labelled("Состояние", FieldKind.CHOICE, default=State.PLANNED)
    reflection: str = labelled("Рефлексия", FieldKind.TEXT)


class PlanStep(Record):
    """One step of a plan."""

    __tablename__ = "plan_step"
    caption: ClassVar[str] = "Шаг плана развития"

    plan_id: str = labelled("План развития", FieldKind.LINK, to="development_plan", required=True)
    name: str = labelled("Что делается", FieldKind.TEXT, required=True)
    form: StepForm = labelled("Форма", FieldKind.CHOICE, default=StepForm.SELF)
    place: str = labelled("Где")
    due_text: str = labelled("Срок", FieldKind.DUE)
    hours: int | None = labelled("Часов", FieldKind.NUMBER, least=0, most=2_000)
    result: str = labelled("Ожидаемый результат", FieldKind.TEXT)
    state: State = labelled("Отметка", FieldKind.CHOICE, default=State.PLANNED)
    certificate: str = labelled("Документ (удостоверение)", personal=True)


class PlanDeficit(Record):
    """That a plan answers a deficit."""

    __tablename__ = "plan_deficit"
    caption: ClassVar[str] = "Дефицит плана развития"
    keyed_by = ("plan_id", "deficit_id")
    is_personal: ClassVar[bool] = True

    plan_id: str = labelled("План развития", FieldKind.LINK, to="development_plan", required=True)
    deficit_id: str = labelled("Дефицит", FieldKind.LINK, to="deficit", required=True)


REGISTERS = (
    Register(
        "plans",
        DevelopmentPlan,
        "Планы развития",
        ("план развития", "плана развития", "планов развития"),
        "Добавить план развития",
        columns=("teacher_id", "goal", "starts_on", "ends_on", "mentor", "progress", "state"),
        groups=(
            Group("План", ("teacher_id", "goal", "starts_on", "ends_on", "mentor", "state")),
            Group("Итоги", ("reflection",)),
        ),
        named_by=("teacher_id", "goal"),
        empty="Планов развития пока нет. Добавьте план педагога; его шаги впишите на вкладке «Шаги».",
        tabs=(
            Tab("Шаги", (Related("Шаги плана", "steps", "plan_id"),)),
            Tab("Дефициты", (Related("На какие дефициты отвечает план", "plan-deficits", "plan_id"),)),
        ),
        derived=(Derived("progress", "Шаги", "steps", "plan_id", "state", State.DONE),),
        activity_numbers=(10, 14),
        done=("state", "reflection"),
        check=in_order("starts_on", "ends_on", "План заканчивается раньше, чем начинается."),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "steps",
        PlanStep,
        "Шаги планов развития",
        ("шаг", "шага", "шагов"),
        "Добавить шаг",
        columns=("name", "form", "place", "due_text", "hours", "result", "state", "certificate"),
        groups=(
            Group("Шаг", ("plan_id", "name", "form", "place", "due_text", "hours")),
            Group("Итог", ("result", "state", "certificate")),
        ),
        named_by=("name",),
        activity_numbers=(14,),
        told_by="plan_id",
        day="due_text",
        done=("state", "certificate"),
        takes_files=True,
    ),
    Register(
        "plan-deficits",
        PlanDeficit,
        "Дефициты планов развития",
        ("дефицит", "дефицита", "дефицитов"),
        "Добавить дефицит",
        columns=("deficit_id",),
        groups=(Group("", ("plan_id", "deficit_id")),),
        named_by=("deficit_id",),
        unique_by=("plan_id", "deficit_id"),
        activity_numbers=(14,),
    ),
)
