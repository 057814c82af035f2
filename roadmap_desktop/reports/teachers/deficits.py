"""«Аналитическая справка о профессиональных дефицитах»: counts and shares by competence, school and subject, with
charts and conclusions."""

from collections import Counter
from collections.abc import Iterator, Sequence

from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.deficit_counts import (
    DeficitTally,
    Diagnosed,
    by_schools,
    by_subjects,
    competence_chart,
    deficit_tally,
    parts_chart,
)
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.shares import share
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.lists import as_of
from roadmap_desktop.reports.parameters import SCHOOL, SUBJECT
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Source
from roadmap_desktop.reports.teachers.conclusions import conclusions, summary
from roadmap_desktop.reports.teachers.diagnosed import diagnosed, frequent

TITLE = "Аналитическая справка о профессиональных дефицитах педагогов"
# The long names of competences side by side leave room for those of schools.
_SMALL = 11
_SHARED = "Педагог, который преподаёт несколько предметов, учтён по каждому из них, в итоге — один раз."


def deficits(source: Source, school: str | None = None, subject: str | None = None) -> Document:
    """The state of diagnosis today; of one school, of one subject, or of all."""
    title = f"{TITLE} за {period_words(source.plan.info.period)}"
    return headed(title, _blocks(source, school, subject))


def _blocks(source: Source, school: str | None, subject: str | None) -> Iterator[Block]:
    of_what = (
        source.entry("schools", school).name if school else "",
        f"предмет: {subject}" if subject else "",
    )
    yield Paragraph(" · ".join(filter(None, (*of_what, as_of(source)))), Align.CENTRE, small=True)
    teachers = diagnosed(source, school, subject)
    if not teachers:
        yield Paragraph(
            "Сведений о диагностике педагогов пока нет: ни самооценки, ни дефицитов не записано.",
            Align.CENTRE,
        )
        return
    whole = deficit_tally("Всего", teachers)
    yield Paragraph(summary(whole, len({one.school for one in teachers if one.school})), indent=True)
    if whole.total:
        yield from _competences(whole)
        yield from _frequent(source, teachers)
    if not school:
        schools = by_schools(teachers)
        yield from _tallies("По школам", "Школа", "", schools, whole, "Дефициты по школам")
    if not subject:
        subjects = by_subjects(teachers)
        how = _SHARED if sum(one.teachers for one in subjects) > whole.teachers else ""
        yield from _tallies("По предметам", "Предмет", how, subjects, whole, "Дефициты по предметам")
    yield Heading("Выводы", level=2)
    for number, text in enumerate(conclusions(source, teachers, whole), 1):
        yield Item(f"{number}.", text)


def _competences(whole: DeficitTally) -> Iterator[Block]:
    yield Heading("По видам компетенций", level=2)
    columns = (
        Column("Компетенции", 130),
        Column("Дефицитов", 40, Align.CENTRE),
        Column("Доля, %", 40, Align.CENTRE),
    )
    rows = [
        Row((words.many, whole.counts[competence], share(whole.counts[competence], whole.total)))
        for competence, words in COMPETENCES.items()
    ]
    yield Table(columns, (*rows, Row(("Всего", whole.total, 100), is_total=True)))
    yield competence_chart(whole)


def _frequent(source: Source, teachers: Sequence[Diagnosed]) -> Iterator[Block]:
    found: Counter[tuple[str, str]] = frequent(source, teachers)
    yield Heading("Наиболее распространённые дефициты", level=2)
    columns = (Column("Дефицит", 110), Column("Компетенция", 60), Column("Педагогов", 40, Align.CENTRE))
    yield Table(columns, tuple(Row((name, competence, count)) for (name, competence), count in found.items()))


def _tallies(
    title: str, header: str, how: str, tallies: Sequence[DeficitTally], whole: DeficitTally, chart_title: str
) -> Iterator[Block]:
    if not tallies:
        return
    yield Heading(title, level=2)
    if how:
        yield Paragraph(how, small=True)
    columns = (
        Column(header, 46),
        Column("Прошли диагностику", 0, Align.CENTRE),
        Column("Имеют дефициты", 0, Align.CENTRE),
        Column("Доля, %", 0, Align.CENTRE),
        *(Column(words.many, 0, Align.CENTRE) for words in COMPETENCES.values()),
        Column("Всего дефицитов", 0, Align.CENTRE),
    )
    rows = (*(_row(one) for one in tallies), _row(whole, is_total=True))
    yield Table(columns, rows, font_size=_SMALL)
    chart: Chart | None = parts_chart(chart_title, tallies)
    if chart is not None:
        yield chart


def _row(one: DeficitTally, *, is_total: bool = False) -> Row:
    counts = (one.counts[competence] for competence in COMPETENCES)
    return Row((one.name, one.teachers, one.lacking, one.share, *counts, one.total), is_total=is_total)


def _build(source: Source, choices: Choices) -> Document:
    return deficits(source, choices["school"], choices["subject"])


REPORT = Report(
    id="deficits",
    title="Аналитическая справка о профессиональных дефицитах",
    group="Педагоги",
    parameters=(SCHOOL, SUBJECT),
    build=_build,
)
