"""«Отчёт о выполнении дорожной карты за …»: what was done, what not and why, by performers and by schools."""

from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.chart import Chart, share_chart
from roadmap_desktop.model.execution import (
    Outcome,
    Tally,
    by_performers,
    by_schools,
    outcome_of,
    reported,
    tally,
)
from roadmap_desktop.model.execution_charts import outcome_chart, stacked_chart
from roadmap_desktop.model.overview import Overview, Part
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.school_list import schools_shown
from roadmap_desktop.model.shares import per_cent
from roadmap_desktop.model.standing import standing
from roadmap_desktop.reports.activity_cells import (
    DUE,
    NAME,
    NUMBER,
    PERFORMERS,
    SHARED,
    done_words,
    performers_text,
)
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Column,
    Document,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.lists import listed_schools, school_names
from roadmap_desktop.reports.parameters import PERIOD, parts_to_print
from roadmap_desktop.reports.parts import part_blocks
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Source

ACTIVITIES, _PERFORMERS, _SCHOOLS, _CHARTS = "мероприятия", "по исполнителям", "по школам", "диаграммы"
PARTS = (ACTIVITIES, _PERFORMERS, _SCHOOLS, _CHARTS)
_COLUMNS = (
    NUMBER,
    NAME,
    DUE,
    PERFORMERS,
    Column("Отметка о выполнении", 43),
    Column("Результат, подтверждение", 52),
    Column("Причина невыполнения, примечание", 42),
)
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
    outcomes = tuple((each.value, whole.counts[each]) for each in _shown(whole))
    first = Part(title, (_summary(whole, today),), chart, (chart.title, chart.series[0].name), outcomes)
    performers = by_performers(rows, today)
    chart_of_performers = stacked_chart("Мероприятия по исполнителям", performers)
    of_performers = _part(_PERFORMERS, "Исполнитель", SHARED, performers, whole, chart_of_performers)
    return Overview((first, of_performers, *_of_schools(source, rows)))


def execution(source: Source, period: Period, parts: frozenset[str] = frozenset(PARTS)) -> Document:
    """The report on that period as things stand today; the charts are blocks like any others."""
    overview = execution_overview(source, period)
    return headed(overview.title, _blocks(source, period, overview, parts))


def _blocks(source: Source, period: Period, overview: Overview, parts: frozenset[str]) -> Iterator[Block]:
    if source.plan.info.title:
        yield Paragraph(source.plan.info.title, Align.CENTRE, small=True)
    first, *others = overview.parts
    yield Paragraph(first.notes[0], Align.LEFT if first.rows else Align.CENTRE)
    if first.chart is not None and _CHARTS in parts:
        yield first.chart
    if first.rows and ACTIVITIES in parts:
        yield Table(_COLUMNS, tuple(_activities(source, reported(source.plan, period))))
    for part in others:
        if part.title.lower() in parts:
            yield from part_blocks(part, 84, with_chart=_CHARTS in parts)


def _summary(whole: Tally, today: date) -> str:
    counts = ", ".join(f"{each.lower()} — {whole.counts[each]}" for each in _shown(whole))
    share = "" if whole.share is None else f" Выполнение: {per_cent(whole.share)}."
    return f"По состоянию на {today:%d.%m.%Y} всего мероприятий: {whole.total}, из них {counts}.{share}"


def _activities(source: Source, rows: Sequence[ActivityRow]) -> Iterator[Row | Caption]:
    for each in Outcome:
        of_one = [row for row in rows if outcome_of(row, source.today) is each]
        if of_one:
            yield Caption(f"{each}: {len(of_one)}")
        for row in of_one:
            cells = (f"{row.number}.", row.name, row.due_text, performers_text(row), _mark(row, source.today))
            yield Row((*cells, _evidence(source, row), row.note))


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
    names = school_names(source)
    if not names:
        return
    marks = {
        (entry.values["activity_id"], entry.values["school_id"]): State(entry.values["state"])
        for entry in source.entries("progress")
    }
    shown = {id_: names[id_] for id_ in schools_shown(names, listed_schools(source))}
    tallies = [one for one in by_schools(rows, shown, marks, source.today) if one.total]
    if not tallies:
        yield Part(_SCHOOLS.capitalize(), ("Отметок о выполнении этих мероприятий в школах нет.",))
        return
    total = Tally("Всего", {each: sum(one.counts[each] for one in tallies) for each in Outcome})
    chart = share_chart("Выполнено школами, %", [(one.name, one.share) for one in tallies])
    yield _part(_SCHOOLS, "Школа", _OF_SCHOOLS, tallies, total, chart)


def _part(
    title: str, header: str, how: str, tallies: Sequence[Tally], total: Tally, chart: Chart | None
) -> Part:
    outcomes = _shown(total)
    headings = (header, "Всего", *(each.value for each in outcomes), "% выполнения")
    rows = tuple(_counts(one, outcomes) for one in (*tallies, total))
    return Part(title.capitalize(), (how,), chart, headings, rows, has_total=True)


def _shown(whole: Tally) -> list[Outcome]:
    return [each for each in Outcome if whole.counts[each]]


def _counts(one: Tally, outcomes: Sequence[Outcome]) -> tuple[str | int | None, ...]:
    return (one.name, one.total, *(one.counts[each] for each in outcomes), one.share)


def _build(source: Source, choices: Choices) -> Document:
    return execution(source, choices["period"], choices["groups"])


REPORT = Report(
    id="execution",
    title="Отчёт о выполнении за период",
    group="Дорожная карта",
    parameters=(PERIOD, parts_to_print(PARTS)),
    build=_build,
)
