"""«Сводка по ИППР»: how the plans of development are carried out, by school and one by one."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_counts import (
    PlanFigures,
    PlanTally,
    plan_tally,
    plans_by_schools,
    steps_chart,
)
from roadmap_desktop.model.registers.plans import DevelopmentPlan, PlanStep
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.model.russian import capital, counted, plural
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.model.shares import per_cent
from roadmap_desktop.reports.blocks import Block, Document, Heading, Paragraph, headed, notice, subtitle
from roadmap_desktop.reports.columns import TableColumn, column, columns_for, computed, numbered
from roadmap_desktop.reports.lists import as_of, by_field
from roadmap_desktop.reports.parameters import SCHOOL
from roadmap_desktop.reports.parts import part_blocks, tallied
from roadmap_desktop.reports.period_records import days_words, overlapping
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Сводка по индивидуальным планам профессионального развития педагогов"
_NOWHERE = "Школа не указана"
_ALL = "Всего"


def plans_summary(source: Source, school: str | None = None) -> Document:
    """The plans that share days with the roadmap's period; of one school, or of all."""
    period = source.plan.info.period
    title = f"{TITLE} за {period_words(period)}"
    steps = by_field(source.entries("steps"), "plan_id")
    plans = overlapping(source.entries("plans"), "starts_on", "ends_on", period)
    lines = [_line(source, one, steps.get(one.id, ())) for one in plans]
    lines = [one for one in lines if not school or one.teacher.values["school_id"] == school]
    return headed(title, _blocks(source, lines, school))


class _Line(NamedTuple):
    """A plan with its teacher, and the figures of its steps."""

    plan: Entry
    teacher: Entry
    figures: PlanFigures


def _line(source: Source, plan: Entry, steps: Sequence[Entry]) -> _Line:
    teacher = source.entry("teachers", plan.values["teacher_id"])
    steps = [one for one in steps if one.values["state"] != State.CANCELLED]
    figures = PlanFigures(
        teacher.id,
        teacher.texts["school_id"],
        State(plan.values["state"]),
        len(steps),
        sum(one.values["state"] == State.DONE for one in steps),
        sum(one.values["hours"] or 0 for one in steps),
    )
    return _Line(plan, teacher, figures)


_TERM = computed(
    "Срок реализации", 32, lambda plan: days_words(plan.values["starts_on"], plan.values["ends_on"])
)
_PLAN, _TEACHER = attrgetter("plan"), attrgetter("teacher")
_LIST = (
    column(DevelopmentPlan, "teacher_id", 44, cell=lambda one: one.teacher.name),
    column(Teacher, "school_id", 26).of(_TEACHER),
    column(DevelopmentPlan, "goal", 66, title="Цель плана").of(_PLAN),
    _TERM.of(_PLAN),
    column(DevelopmentPlan, "mentor", 40).of(_PLAN),
    column(DevelopmentPlan, "state").of(_PLAN),
    computed("Выполнено шагов", 0, lambda one: f"{one.figures.done} из {one.figures.steps}"),
    column(PlanStep, "hours", cell=lambda one: one.figures.hours),
)


def _blocks(source: Source, lines: Sequence[_Line], school: str | None) -> Iterator[Block]:
    if school:
        yield subtitle(source.entry("schools", school).name)
    if not lines:
        yield notice("Индивидуальных планов профессионального развития пока нет.")
        return
    figures = [one.figures for one in lines]
    whole = plan_tally(_ALL, figures)
    yield Paragraph(_summary(source, whole), indent=True)
    if not school:
        schools = plans_by_schools(figures, _NOWHERE)
        yield from part_blocks(tallied("По школам", _counts(whole), schools, whole, steps_chart(schools)))
    yield Heading("Список планов", level=2)
    listed = sorted(lines, key=lambda one: (as_counted(one.figures.school), as_counted(one.teacher.name)))
    yield numbered(_LIST, listed)


def _summary(source: Source, whole: PlanTally) -> str:
    made = f"{plural(whole.plans, 'составлен', 'составлены', 'составлено')} " + counted(
        whole.plans,
        "индивидуальный план профессионального развития",
        "индивидуальных плана профессионального развития",
        "индивидуальных планов профессионального развития",
    )
    states = ", ".join(f"{state.value} — {count}" for state, count in whole.states.items() if count)
    share = f" ({per_cent(whole.share)})" if whole.share is not None else ""
    people = counted(whole.teachers, "педагога", "педагогов", "педагогов")
    return (
        f"{as_of(source)} {made} для {people}. Состояние: {states}. "
        f"Выполнено шагов: {whole.done} из {whole.steps}{share}."
    )


def _counts(whole: PlanTally) -> tuple[TableColumn, ...]:
    states = {state: capital(state.value) for state, count in whole.states.items() if count}
    return (
        column(Teacher, "school_id", cell=attrgetter("name")),
        computed("Педагогов", 0, attrgetter("teachers")),
        computed("Планов", 0, attrgetter("plans")),
        *columns_for(states, 0, lambda state, one: one.states[state]),
        computed("Шагов", 0, attrgetter("steps")),
        computed("Выполнено шагов", 0, attrgetter("done")),
        computed("Доля, %", 0, attrgetter("share")),
        column(PlanStep, "hours", cell=attrgetter("hours")),
    )


REPORT = Report(
    id="plans", title="Сводка по ИППР", group=Group.TEACHERS, parameters=(SCHOOL,), build=plans_summary
)
