"""«Аналитическая справка о профессиональных дефицитах»: counts and shares by competence, school and subject, with
charts and conclusions."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

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
from roadmap_desktop.model.registers.teachers import Deficit, Teacher
from roadmap_desktop.model.shares import share
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Item,
    Paragraph,
    Row,
    headed,
    notice,
    subtitle,
)
from roadmap_desktop.reports.columns import TableColumn, column, columns_for, computed, table_of
from roadmap_desktop.reports.lists import as_of
from roadmap_desktop.reports.parameters import SCHOOL, SUBJECT
from roadmap_desktop.reports.parts import part_blocks, tallied
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Source
from roadmap_desktop.reports.teachers.conclusions import conclusions, summary
from roadmap_desktop.reports.teachers.diagnosed import diagnosed, frequent

TITLE = "Аналитическая справка о профессиональных дефицитах педагогов"
# The long names of competences side by side leave room for those of schools.
_SMALL = 11
_SCHOOL = column(Teacher, "school_id", cell=attrgetter("name"))
_TAUGHT = computed("Предмет", 0, attrgetter("name"))
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
    yield subtitle(" · ".join(filter(None, (*of_what, as_of(source)))))
    teachers = diagnosed(source, school, subject)
    if not teachers:
        yield notice("Сведений о диагностике педагогов пока нет: ни самооценки, ни дефицитов не записано.")
        return
    whole = deficit_tally("Всего", teachers)
    yield Paragraph(summary(whole, len({one.school for one in teachers if one.school})), indent=True)
    if whole.total:
        yield from _competences(whole)
        yield from _frequent(source, teachers)
    if not school:
        schools = by_schools(teachers)
        yield from _tallies("По школам", _SCHOOL, "", schools, whole, "Дефициты по школам")
    if not subject:
        subjects = by_subjects(teachers)
        how = _SHARED if sum(one.teachers for one in subjects) > whole.teachers else ""
        yield from _tallies("По предметам", _TAUGHT, how, subjects, whole, "Дефициты по предметам")
    yield Heading("Выводы", level=2)
    for number, text in enumerate(conclusions(source, teachers, whole), 1):
        yield Item(f"{number}.", text)


def _competences(whole: DeficitTally) -> Iterator[Block]:
    yield Heading("По видам компетенций", level=2)
    columns = (
        computed("Компетенции", 130, lambda one: COMPETENCES[one].many),
        computed("Дефицитов", 40, lambda one: whole.counts[one], Align.CENTRE),
        computed("Доля, %", 40, lambda one: share(whole.counts[one], whole.total), Align.CENTRE),
    )
    yield table_of(columns, (*COMPETENCES, Row(("Всего", whole.total, 100), is_total=True)))
    yield competence_chart(whole)


def _frequent(source: Source, teachers: Sequence[Diagnosed]) -> Iterator[Block]:
    columns = (
        column(Deficit, "name", 110, cell=lambda one: one[0][0]),
        column(Deficit, "competence", 60, cell=lambda one: one[0][1]),
        computed("Педагогов", 40, lambda one: one[1], Align.CENTRE),
    )
    yield Heading("Наиболее распространённые дефициты", level=2)
    yield table_of(columns, frequent(source, teachers))


def _tallies(
    title: str,
    named: TableColumn,
    how: str,
    tallies: Sequence[DeficitTally],
    whole: DeficitTally,
    chart_title: str,
) -> Iterator[Block]:
    if not tallies:
        return
    competences = {competence: words.many for competence, words in COMPETENCES.items()}
    columns = (
        named,
        computed("Прошли диагностику", 0, attrgetter("teachers")),
        computed("Имеют дефициты", 0, attrgetter("lacking")),
        computed("Доля, %", 0, attrgetter("share")),
        *columns_for(competences, 0, lambda competence, one: one.counts[competence]),
        computed("Всего дефицитов", 0, attrgetter("total")),
    )
    part = tallied(title, columns, tallies, whole, parts_chart(chart_title, tallies), how)
    yield from part_blocks(part, font_size=_SMALL)


REPORT = Report(
    id="deficits",
    title="Аналитическая справка о профессиональных дефицитах",
    group=Group.TEACHERS,
    parameters=(SCHOOL, SUBJECT),
    build=deficits,
)
