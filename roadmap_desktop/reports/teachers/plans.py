"""«Сводка по ИППР»: how the plans of development are carried out, by school and one by one."""

from collections.abc import Iterator, Sequence

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.plan_counts import (
    PlanFigures,
    PlanTally,
    plan_tally,
    plans_by_schools,
    steps_chart,
)
from roadmap_desktop.model.russian import capital, counted, plural
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.model.shares import per_cent
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.grouping import by_field
from roadmap_desktop.reports.lists import NUMBER, as_of, numbered
from roadmap_desktop.reports.parameters import SCHOOL
from roadmap_desktop.reports.period_records import days_words, overlapping
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Entry, Source

TITLE = "Сводка по индивидуальным планам профессионального развития педагогов"
_LIST = (
    NUMBER,
    Column("Педагог", 44),
    Column("Школа", 26),
    Column("Цель плана", 66),
    Column("Срок реализации", 32),
    Column("Наставник", 40),
    Column("Состояние", 0, Align.CENTRE),
    Column("Выполнено шагов", 0, Align.CENTRE),
    Column("Часов", 0, Align.CENTRE),
)
_NOWHERE = "Школа не указана"
_ALL = "Всего"


def plans_summary(source: Source, school: str | None = None) -> Document:
    """The plans that share days with the roadmap's period; of one school, or of all."""
    period = source.plan.info.period
    title = f"{TITLE} за {period_words(period)}"
    steps = by_field(source.entries("steps"), "plan_id")
    plans = overlapping(source.entries("plans"), "starts_on", "ends_on", period)
    lines = [_Line(source, one, steps.get(one.id, ())) for one in plans]
    lines = [one for one in lines if not school or one.school_id == school]
    return headed(title, _blocks(source, lines, school))


class _Line:
    """A plan with its teacher and its steps."""

    def __init__(self, source: Source, plan: Entry, steps: Sequence[Entry]) -> None:
        self.plan = plan
        self.teacher = source.entry("teachers", plan.values["teacher_id"])
        self.school_id = self.teacher.values["school_id"]
        self.school = self.teacher.texts["school_id"]
        steps = [one for one in steps if one.values["state"] != State.CANCELLED]
        self.figures = PlanFigures(
            self.teacher.id,
            self.school,
            State(plan.values["state"]),
            len(steps),
            sum(one.values["state"] == State.DONE for one in steps),
            sum(one.values["hours"] or 0 for one in steps),
        )

    def cells(self) -> tuple[Cell, ...]:
        """Under the columns of the list."""
        values, figures = self.plan.values, self.figures
        return (
            self.teacher.name,
            self.school,
            values["goal"],
            days_words(values["starts_on"], values["ends_on"]),
            values["mentor"],
            str(values["state"]),
            f"{figures.done} из {figures.steps}",
            figures.hours,
        )


def _blocks(source: Source, lines: Sequence[_Line], school: str | None) -> Iterator[Block]:
    if school:
        yield Paragraph(source.entry("schools", school).name, Align.CENTRE, small=True)
    if not lines:
        yield Paragraph("Индивидуальных планов профессионального развития пока нет.", Align.CENTRE)
        return
    figures = [one.figures for one in lines]
    whole = plan_tally(_ALL, figures)
    yield Paragraph(_summary(source, whole), indent=True)
    if not school:
        schools = plans_by_schools(figures, _NOWHERE)
        yield Heading("По школам", level=2)
        yield _by_schools(schools, whole)
        chart = steps_chart(schools)
        if chart is not None:
            yield chart
    yield Heading("Список планов", level=2)
    listed = sorted(lines, key=lambda one: (as_counted(one.school), as_counted(one.teacher.name)))
    yield Table(_LIST, numbered(one.cells() for one in listed))


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
        f"{as_of(source)} {made} для {people}, из них: {states}. "
        f"Выполнено шагов: {whole.done} из {whole.steps}{share}."
    )


def _by_schools(schools: Sequence[PlanTally], whole: PlanTally) -> Table:
    states = [state for state, count in whole.states.items() if count]
    columns = (
        Column("Школа", 60),
        Column("Педагогов", 0, Align.CENTRE),
        Column("Планов", 0, Align.CENTRE),
        *(Column(capital(state.value), 0, Align.CENTRE) for state in states),
        Column("Шагов", 0, Align.CENTRE),
        Column("Выполнено шагов", 0, Align.CENTRE),
        Column("Доля, %", 0, Align.CENTRE),
        Column("Часов", 0, Align.CENTRE),
    )
    return Table(columns, (*(_row(one, states) for one in schools), _row(whole, states, is_total=True)))


def _row(one: PlanTally, states: Sequence[State], *, is_total: bool = False) -> Row:
    counts = (one.states[state] for state in states)
    cells = (one.name, one.teachers, one.plans, *counts, one.steps, one.done, one.share, one.hours)
    return Row(cells, is_total=is_total)


def _build(source: Source, choices: Choices) -> Document:
    return plans_summary(source, choices["school"])


REPORT = Report(
    id="plans",
    title="Сводка по ИППР",
    group="Педагоги",
    parameters=(SCHOOL,),
    build=_build,
)
