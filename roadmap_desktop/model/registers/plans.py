"""Individual plans of professional development (ИППР) and their steps."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import in_order
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.identity import link_id
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

    teacher_id: Mapped[str] = labelled(
        "Педагог", FieldKind.LINK, ForeignKey("teacher.id"), index=True, required=True
    )
    goal: Mapped[str] = labelled("Цель", FieldKind.TEXT, required=True)
    starts_on: Mapped[date | None] = labelled("Начало", FieldKind.DATE)
    ends_on: Mapped[date | None] = labelled("Окончание", FieldKind.DATE)
    mentor: Mapped[str] = labelled("Наставник", personal=True)
    state: Mapped[State] = labelled("Состояние", FieldKind.CHOICE, word_choice(State), default=State.PLANNED)
    reflection: Mapped[str] = labelled("Рефлексия", FieldKind.TEXT)


class PlanStep(Record):
    """One step of a plan."""

    __tablename__ = "plan_step"
    caption: ClassVar[str] = "Шаг плана развития"

    plan_id: Mapped[str] = labelled(
        "План развития", FieldKind.LINK, ForeignKey("development_plan.id"), index=True, required=True
    )
    name: Mapped[str] = labelled("Что делается", FieldKind.TEXT, required=True)
    form: Mapped[StepForm] = labelled("Форма", FieldKind.CHOICE, word_choice(StepForm), default=StepForm.SELF)
    place: Mapped[str] = labelled("Где")
    due_text: Mapped[str] = labelled("Срок", FieldKind.DUE)
    hours: Mapped[int | None] = labelled("Часов", FieldKind.NUMBER, least=0, most=2_000)
    result: Mapped[str] = labelled("Ожидаемый результат", FieldKind.TEXT)
    state: Mapped[State] = labelled("Отметка", FieldKind.CHOICE, word_choice(State), default=State.PLANNED)
    certificate: Mapped[str] = labelled("Документ (удостоверение)", personal=True)


class PlanDeficit(Record):
    """That a plan answers a deficit."""

    __tablename__ = "plan_deficit"
    caption: ClassVar[str] = "Дефицит плана развития"
    is_personal: ClassVar[bool] = True

    plan_id: Mapped[str] = labelled(
        "План развития", FieldKind.LINK, ForeignKey("development_plan.id"), index=True, required=True
    )
    deficit_id: Mapped[str] = labelled(
        "Дефицит", FieldKind.LINK, ForeignKey("deficit.id"), index=True, required=True
    )

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", link_id(self.__tablename__, values["plan_id"], values["deficit_id"]))
        super().__init__(**values)


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
        numbers=(10, 14),
        check=in_order("starts_on", "ends_on", "План кончается раньше, чем начинается."),
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
        numbers=(14,),
        day="due_text",
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
        alike=("plan_id", "deficit_id"),
        numbers=(14,),
    ),
)
