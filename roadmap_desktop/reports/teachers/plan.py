"""«Индивидуальный план профессионального развития педагога»: goal, deficits, steps, reflection."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.list_lines import points_apart
from roadmap_desktop.model.period import Period, school_year_of
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.person_names import signing_name
from roadmap_desktop.model.registers.plans import PlanStep
from roadmap_desktop.reports.blocks import (
    LANDSCAPE,
    Block,
    Document,
    FillIn,
    Heading,
    Item,
    Paragraph,
    Row,
    Signature,
)
from roadmap_desktop.reports.columns import column, computed, numbered
from roadmap_desktop.reports.parameters import one_record
from roadmap_desktop.reports.period_records import days_words
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import teacher_lines, titled

TITLE = "Индивидуальный план профессионального развития педагога"
_ACQUAINTED = "С планом ознакомлен(а), педагог"
_REFLECTION = "Что удалось, что не удалось, над чем работать дальше"
_REFLECTION_LINES = 5


def development_plan(source: Source, record: str) -> Document:
    """The plan of one teacher: the head of the school signs it in the stamp, teacher, mentor and methodist beneath."""
    plan = source.entry("plans", record)
    teacher = source.entry("teachers", plan.values["teacher_id"])
    title = f"{TITLE} на {period_words(_year(source, plan))}"
    return Document(
        title=titled(title, teacher),
        blocks=(Heading(title), *_blocks(source, plan, teacher)),
        page=LANDSCAPE,
        approver=_approver(source, teacher),
        signatures=(
            Signature(_ACQUAINTED, signing_name(teacher.name)),
            Signature("Наставник", signing_name(plan.values["mentor"])),
            Signature("Методист", ""),
        ),
    )


def _year(source: Source, plan: Entry) -> Period:
    """The school year that the plan begins in."""
    start = plan.values["starts_on"] or plan.values["ends_on"]
    if start is None:
        return source.plan.info.period
    return school_year_of(start)


def _approver(source: Source, teacher: Entry) -> Signature | None:
    key = teacher.values["school_id"]
    if not key:
        return None
    school = source.entry("schools", key)
    return Signature(f"Директор {school.name}", signing_name(school.values["head"]))


def _blocks(source: Source, plan: Entry, teacher: Entry) -> Iterator[Block]:
    values = plan.values
    yield from teacher_lines(source, teacher)
    yield FillIn("Наставник", values["mentor"])
    yield FillIn("Срок реализации", days_words(values["starts_on"], values["ends_on"]))
    yield FillIn("Цель", points_apart(values["goal"]))
    yield from _deficits(source, plan)
    yield Heading("Мероприятия плана", level=2)
    steps = source.entries("steps", plan_id=plan.id)
    if steps:
        yield numbered(_COLUMNS, (*steps, *_total(steps)))
    else:
        yield Paragraph("Шаги плана пока не записаны.")
    yield Heading("Рефлексия", level=2)
    if values["reflection"]:
        yield Paragraph(points_apart(values["reflection"]), indent=True)
    else:
        yield FillIn(_REFLECTION, lines=_REFLECTION_LINES)


def _deficits(source: Source, plan: Entry) -> Iterator[Block]:
    answered = {one.values["deficit_id"] for one in source.entries("plan-deficits", plan_id=plan.id)}
    found = [
        one for one in source.entries("deficits", teacher_id=plan.values["teacher_id"]) if one.id in answered
    ]
    if not found:
        return
    yield Heading("Профессиональные дефициты, на восполнение которых направлен план", level=2)
    order = list(COMPETENCES)
    for one in sorted(found, key=lambda one: order.index(one.values["competence"])):
        yield Item("–", f"{one.values['name']} ({one.values['competence']} компетенция)")


def _mark(step: Entry) -> str:
    """What is planned leaves room for a mark by hand."""
    state = step.values["state"]
    shown = "" if state == State.PLANNED else str(state)
    return "\n".join(filter(None, (shown, step.values["certificate"])))


_COLUMNS = (
    column(PlanStep, "name", 58, title="Мероприятие"),
    column(PlanStep, "form", 38),
    column(PlanStep, "place", 32, title="Место"),
    column(PlanStep, "due_text", title="Сроки"),
    column(PlanStep, "hours"),
    column(PlanStep, "result", 52),
    computed("Отметка о выполнении, документ", 42, _mark),
)


def _total(steps: Sequence[Entry]) -> Iterator[Row]:
    hours = sum(one.values["hours"] or 0 for one in steps if one.values["state"] != State.CANCELLED)
    if hours:
        yield Row(("", "Всего часов", "", "", "", hours, "", ""), is_total=True)


REPORT = Report(
    id="plan",
    title="Индивидуальный план профессионального развития",
    group=Group.TEACHERS,
    parameters=(
        one_record("plans", "план развития", "«Образцова А. А. — Повысить качество подготовки к ОГЭ»"),
    ),
    build=development_plan,
    stamp=Stamp.APPROVED,
    signers=(_ACQUAINTED, "Наставник", "Методист"),
)
