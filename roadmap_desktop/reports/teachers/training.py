"""«Итоги обучения»: what came of the courses of a period, for teachers and for heads, by course and by school."""

from collections.abc import Iterator, Mapping, Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.training_counts import (
    Trained,
    TrainingTally,
    training_by_schools,
    training_chart,
    training_tally,
)
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Column,
    Document,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
    headed,
)
from roadmap_desktop.reports.lists import NUMBER
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import days_words, overlapping
from roadmap_desktop.reports.report import Choices, Report
from roadmap_desktop.reports.source import Entry, Source

# The register's words for whom a course is for, and as a caption has them.
AUDIENCES = {
    "педагоги": "Педагогические работники",
    "руководители": "Руководители",
    "педагоги и руководители": "Педагогические работники и руководители",
}
_COLUMNS = (
    NUMBER,
    Column("Программа", 84),
    Column("Кто проводит", 48),
    Column("Сроки", 34),
    Column("Часов", 0, Align.CENTRE),
    Column("Участников", 0, Align.CENTRE),
    Column("Завершили", 0, Align.CENTRE),
    Column("Удостоверений", 0, Align.CENTRE),
)
_OF_SCHOOLS = (
    Column("Школа", 110),
    Column("Обучалось человек", 40, Align.CENTRE),
    Column("Мест на курсах", 40, Align.CENTRE),
    Column("Завершили обучение", 40, Align.CENTRE),
    Column("Получили удостоверения", 40, Align.CENTRE),
)
_HOW = (
    "Завершившими обучение считаются участники, у которых записан итог, дата выдачи или номер удостоверения."
)
_NOWHERE = "Школа не указана"
_ALL = "Всего"


def training(source: Source, period: Period) -> Document:
    """The courses that share days with the period."""
    title = f"Итоги обучения на курсах повышения квалификации за {period_words(period)}"
    courses = overlapping(source.entries("courses"), "starts_on", "ends_on", period)
    return headed(title, _blocks(source, courses, period))


def _blocks(source: Source, courses: Sequence[Entry], period: Period) -> Iterator[Block]:
    if not courses:
        yield Paragraph(f"За {period_words(period)} курсов повышения квалификации нет.", Align.CENTRE)
        return
    trained = _trained(source, courses)
    everyone = [one for of_course in trained.values() for one in of_course]
    yield from (Item("–", text) for text in _summaries(courses, trained))
    yield Paragraph(_HOW, small=True)
    yield Heading("По программам", level=2)
    yield Table(_COLUMNS, tuple(_rows(courses, trained)))
    if not everyone:
        return
    yield Heading("По школам", level=2)
    schools = training_by_schools(everyone, _NOWHERE)
    whole = training_tally(_ALL, everyone)
    yield Table(_OF_SCHOOLS, (*(Row(tuple(one)) for one in schools), Row(tuple(whole), is_total=True)))
    chart = training_chart(schools)
    if chart is not None:
        yield chart


def _trained(source: Source, courses: Sequence[Entry]) -> Mapping[str, list[Trained]]:
    found: dict[str, list[Trained]] = {course.id: [] for course in courses}
    schools = {one.id: one.texts["school_id"] for one in source.entries("teachers")}
    for one in source.entries("participants"):
        if one.values["course_id"] in found:
            values, teacher = one.values, one.values["teacher_id"]
            certified = bool(values["certificate"].strip())
            finished = certified or values["issued_on"] is not None or bool(values["result"].strip())
            found[values["course_id"]].append(Trained(teacher, schools.get(teacher, ""), finished, certified))
    return found


def _summaries(courses: Sequence[Entry], trained: Mapping[str, list[Trained]]) -> Iterator[str]:
    for audience, caption in AUDIENCES.items():
        own = [course for course in courses if course.values["audience"] == audience]
        if own:
            all_ = training_tally(caption, (one for course in own for one in trained[course.id]))
            yield (
                f"{caption}: программ — {len(own)}, обучалось человек — {all_.people}, завершили обучение — "
                f"{all_.finished}, получили удостоверения — {all_.certificates}."
            )


def _rows(courses: Sequence[Entry], trained: Mapping[str, list[Trained]]) -> Iterator[Row | Caption]:
    number = 0
    for audience, caption in AUDIENCES.items():
        own = [course for course in courses if course.values["audience"] == audience]
        if own:
            yield Caption(caption)
        for course in own:
            number += 1
            yield _row(f"{number}.", course, training_tally("", trained[course.id]))
    whole = training_tally(_ALL, (one for of_course in trained.values() for one in of_course))
    yield Row(("", _ALL, "", "", None, *_figures(whole)), is_total=True)


def _row(number: str, course: Entry, counted: TrainingTally) -> Row:
    values = course.values
    days = days_words(values["starts_on"], values["ends_on"])
    return Row((number, values["name"], values["provider"], days, values["hours"], *_figures(counted)))


def _figures(counted: TrainingTally) -> tuple[int, int, int]:
    return counted.places, counted.finished, counted.certificates


def _build(source: Source, choices: Choices) -> Document:
    return training(source, choices["period"])


REPORT = Report(
    id="training",
    title="Итоги обучения",
    group="Педагоги",
    parameters=(PERIOD,),
    build=_build,
)
