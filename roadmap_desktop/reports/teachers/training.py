"""«Итоги обучения»: what came of the courses of a period, for teachers and for heads, by course and by school."""

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.courses import Course
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.model.training_counts import Trained, training_by_schools, training_chart, training_tally
from roadmap_desktop.reports.blocks import (
    Block,
    Caption,
    Document,
    Heading,
    Item,
    Paragraph,
    Row,
    headed,
    notice,
)
from roadmap_desktop.reports.columns import TableColumn, column, computed, numbered
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.parts import part_blocks, tallied
from roadmap_desktop.reports.period_records import days_words, overlapping
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

# For whom a course is, as a caption has it.
AUDIENCES = {
    "педагоги": "Педагогические работники",
    "руководители": "Руководители",
    "педагоги и руководители": "Педагогические работники и руководители",
}
_OF_SCHOOLS = (
    column(Teacher, "school_id", cell=attrgetter("name")),
    computed("Обучалось человек", 0, attrgetter("people")),
    computed("Мест на курсах", 0, attrgetter("places")),
    computed("Завершили обучение", 0, attrgetter("finished")),
    computed("Получили удостоверения", 0, attrgetter("certificates")),
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
        yield notice(f"За {period_words(period)} курсов повышения квалификации нет.")
        return
    trained = _trained(source, courses)
    everyone = [one for of_course in trained.values() for one in of_course]
    yield from (Item("–", text) for text in _summaries(courses, trained))
    yield Paragraph(_HOW, small=True)
    yield Heading("По программам", level=2)
    yield numbered(_columns(trained), _rows(courses, everyone))
    if not everyone:
        return
    schools = training_by_schools(everyone, _NOWHERE)
    whole = training_tally(_ALL, everyone)
    part = tallied("По школам", _OF_SCHOOLS, schools, whole, training_chart(schools))
    yield from part_blocks(part, widths=(110, 40))


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


def _columns(trained: Mapping[str, Sequence[Trained]]) -> tuple[TableColumn, ...]:
    tallies = {course: training_tally("", of_course) for course, of_course in trained.items()}
    return (
        column(Course, "name", 84),
        column(Course, "provider", 48),
        computed("Сроки", 34, lambda one: days_words(one.values["starts_on"], one.values["ends_on"])),
        column(Course, "hours"),
        computed("Участников", 0, lambda one: tallies[one.id].places),
        computed("Завершили", 0, lambda one: tallies[one.id].finished),
        computed("Удостоверений", 0, lambda one: tallies[one.id].certificates),
    )


def _rows(courses: Sequence[Entry], everyone: Sequence[Trained]) -> Iterator[object]:
    for audience, caption in AUDIENCES.items():
        own = [course for course in courses if course.values["audience"] == audience]
        if own:
            yield Caption(caption)
        yield from own
    whole = training_tally(_ALL, everyone)
    counts = (whole.places, whole.finished, whole.certificates)
    yield Row(("", _ALL, "", "", None, *counts), is_total=True)


REPORT = Report(
    id="training", title="Итоги обучения", group=Group.TEACHERS, parameters=(PERIOD,), build=training
)
