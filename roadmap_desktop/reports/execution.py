"""«Отчёт о выполнении дорожной карты за …»: what was done, what not and why, by performers and by schools, and what
follows from it."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter

from roadmap_desktop.model.activity import Activity, ActivityPerformer, State
from roadmap_desktop.model.chart import share_chart
from roadmap_desktop.model.execution import (
    Outcome,
    Tally,
    by_performers,
    by_schools,
    outcome_of,
    reported,
    summed,
    tally,
)
from roadmap_desktop.model.execution_charts import outcome_chart, stacked_chart
from roadmap_desktop.model.overview import Overview, Part
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.by_school import SchoolProgress
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.shares import per_cent
from roadmap_desktop.model.standing import standing
from roadmap_desktop.reports.activity_cells import (
    DUE,
    NAME,
    OWN_NUMBER,
    PERFORMERS,
    activity_column,
    done_words,
    shared_words,
)
from roadmap_desktop.reports.blocks import Block, Caption, Document, Paragraph, headed, notice
from roadmap_desktop.reports.columns import TableColumn, column, columns_for, computed, table_of
from roadmap_desktop.reports.execution_conclusions import conclusions
from roadmap_desktop.reports.lists import plan_title, schools_of_plan
from roadmap_desktop.reports.parameters import PERIOD, parts_to_print
from roadmap_desktop.reports.parts import part_blocks, tallied
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Source

ACTIVITIES, _PERFORMERS, _SCHOOLS = "мероприятия", "по исполнителям", "по школам"
_CONCLUSIONS, _CHARTS = "выводы", "диаграммы"
_NAME = attrgetter("name")
PARTS = (ACTIVITIES, _PERFORMERS, _SCHOOLS, _CONCLUSIONS, _CHARTS)
_OF_SCHOOLS = (
    "Учтены мероприятия отчёта, по которым у школы есть отметка. Школы без отметок в таблицу не вошли."
)


def execution_overview(source: Source, period: Period) -> Overview:
    """What the report on that period tells as things stand today, but for the activities one by one."""
    rows, today = reported(source.plan, period), source.today
    title = f"Отчёт о выполнении дорожной карты за {period_words(period)}"
    if not rows:
        return Overview((Part(title, (f"За {period_words(period)} мероприятий дорожной карты нет.",)),))
    whole = tally("Всего", (outcome_of(row, today) for row in rows))
    chart = outcome_chart(whole)
    outcomes = tuple((word, whole.counts[each]) for each, word in _shown(whole).items())
    first = Part(title, (_summary(whole, today),), chart, (chart.title, chart.series[0].name), outcomes)
    performers = by_performers(rows, today)
    chart_of_performers = stacked_chart("Мероприятия по исполнителям", performers)
    total = summed(performers)
    columns = _counts(column(ActivityPerformer, "performer_id", cell=_NAME), total)
    how = shared_words(total.total, whole.total)
    of_performers = tallied(_PERFORMERS.capitalize(), columns, performers, total, chart_of_performers, how)
    concluded = conclusions(source.plan, rows, whole, period, today)
    last = Part(_CONCLUSIONS.capitalize(), (concluded,))
    return Overview((first, of_performers, *_of_schools(source, rows), last))


def execution(source: Source, period: Period, groups: frozenset[str] = frozenset(PARTS)) -> Document:
    """The report on that period as things stand today; the charts are blocks like any others."""
    overview = execution_overview(source, period)
    return headed(overview.title, _blocks(source, period, overview, groups))


def _blocks(source: Source, period: Period, overview: Overview, groups: frozenset[str]) -> Iterator[Block]:
    yield from plan_title(source)
    first, *others = overview.parts
    yield (Paragraph if first.rows else notice)(first.notes[0])
    if first.chart is not None and _CHARTS in groups:
        yield first.chart
    if first.rows and ACTIVITIES in groups:
        yield table_of(_columns(source), _activities(reported(source.plan, period), source.today))
    for part in others:
        if part.title.lower() in groups:
            yield from part_blocks(part, with_chart=_CHARTS in groups)


def _summary(whole: Tally, today: date) -> str:
    counts = ", ".join(f"{each.lower()} — {whole.counts[each]}" for each in _shown(whole))
    share = "" if whole.share is None else f" Выполнение: {per_cent(whole.share)}."
    return f"По состоянию на {today:%d.%m.%Y} всего мероприятий: {whole.total}, из них {counts}.{share}"


def _columns(source: Source) -> tuple[TableColumn, ...]:
    return (
        OWN_NUMBER,
        NAME,
        DUE,
        PERFORMERS,
        computed("Отметка о выполнении", 43, lambda row: _mark(row, source.today)),
        computed("Результат, подтверждение", 52, lambda row: _evidence(source, row)),
        activity_column("note", 42, "Причина невыполнения, примечание"),
    )


def _activities(rows: Sequence[ActivityRow], today: date) -> Iterator[object]:
    for each in Outcome:
        of_one = [row for row in rows if outcome_of(row, today) is each]
        if of_one:
            yield Caption(f"{each}: {len(of_one)}")
        yield from of_one


def _mark(row: ActivityRow, today: date) -> str:
    """«просрочено 6 дн., в работе»: of what is late, also whether it was begun."""
    if row.state is State.DONE:
        return done_words(row)
    stands = standing(row, today)
    begun = f", {row.state.value}" if stands.is_overdue and row.state is State.IN_WORK else ""
    return f"{stands.word}{begun}".replace(" дн.", "\N{NO-BREAK SPACE}дн.")


def _evidence(source: Source, row: ActivityRow) -> str:
    files = source.attached(Activity.__tablename__, row.id)
    named = f"{'Файл' if len(files) == 1 else 'Файлы'}: {'; '.join(files)}" if files else ""
    return "\n".join(filter(None, (row.actual_result, named)))


def _of_schools(source: Source, rows: Sequence[ActivityRow]) -> Iterator[Part]:
    shown = schools_of_plan(source)
    if not shown:
        return
    marks = {
        (entry.values["activity_id"], entry.values["school_id"]): State(entry.values["state"])
        for entry in source.entries("progress")
    }
    tallies = [one for one in by_schools(rows, shown, marks, source.today) if one.total]
    if not tallies:
        yield Part(_SCHOOLS.capitalize(), ("Отметок о выполнении этих мероприятий в школах нет.",))
        return
    total = summed(tallies)
    chart = share_chart("Выполнено школами, %", [(one.name, one.share) for one in tallies])
    columns = _counts(column(SchoolProgress, "school_id", cell=_NAME), total)
    yield tallied(_SCHOOLS.capitalize(), columns, tallies, total, chart, _OF_SCHOOLS)


def _shown(whole: Tally) -> dict[Outcome, str]:
    """The outcomes that there are, with their words."""
    return {each: each.value for each in Outcome if whole.counts[each]}


def _counts(named: TableColumn, total: Tally) -> tuple[TableColumn, ...]:
    """Beside the names what is counted of each, in the outcomes that there are."""
    return (
        named,
        computed("Всего", 0, attrgetter("total")),
        *columns_for(_shown(total), 0, lambda outcome, one: one.counts[outcome]),
        computed("% выполнения", 0, attrgetter("share")),
    )


REPORT = Report(
    id="execution",
    title="Отчёт о выполнении за период",
    group=Group.ROADMAP,
    parameters=(PERIOD, parts_to_print(PARTS)),
    build=execution,
)
