"""«Расписание дистанционных занятий»: lessons for state exams, who takes part, where they are held."""

from collections.abc import Sequence

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.lessons import Lesson
from roadmap_desktop.model.search import as_counted, folded
from roadmap_desktop.reports.blocks import Document, headed, subtitle
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import by_field, listed
from roadmap_desktop.reports.parameters import PERIOD, SUBJECT
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.typesetting import NO_BREAK

TITLE = "Расписание дистанционных занятий по подготовке к государственной итоговой аттестации"
# «СОШ № 12» is not broken over two lines.
_SHORT = 14


def lessons(source: Source, period: Period, subject: str | None = None) -> Document:
    """The lessons of the period by date. Those that have a timetable and no date go on all the time: they come last."""
    schools = by_field(source.entries("lesson-schools"), "lesson_id")
    columns = (
        column(Lesson, "held_on"),
        column(Lesson, "schedule", 32, title="Время, расписание"),
        computed("Предмет, экзамен", 34, lambda one: f"{one.values['subject']}\n{one.values['exam']}"),
        column(Lesson, "name", 50),
        column(Lesson, "teacher_id", 36),
        computed("Школы, обучающихся", 46, lambda one: _schools(schools.get(one.id, ()))),
        column(Lesson, "address", 56),
    )
    found = by_day((one for one in source.entries("lessons") if _is_wanted(one, period, subject)), "held_on")
    of_what = [subtitle(f"Предмет: {subject}")] if subject else []
    empty = f"На {period_words(period)} дистанционных занятий нет."
    return headed(f"{TITLE} на {period_words(period)}", (*of_what, *listed(columns, found, empty)))


def _is_wanted(lesson: Entry, period: Period, subject: str | None) -> bool:
    day = lesson.values["held_on"]
    of_subject = not subject or folded(subject) in folded(lesson.values["subject"])
    return of_subject and (day is None or period.contains(day))


def _schools(found: Sequence[Entry]) -> str:
    return "; ".join(map(_school, sorted(found, key=lambda one: as_counted(one.texts["school_id"]))))


def _school(one: Entry) -> str:
    pupils = one.values["pupils"]
    name = one.texts["school_id"]
    if len(name) <= _SHORT:
        name = name.replace(" ", NO_BREAK)
    return f"{name} ({pupils} чел.)" if pupils else name


REPORT = Report(
    id="lessons",
    title="Расписание дистанционных занятий",
    group=Group.MEETINGS,
    parameters=(PERIOD, SUBJECT),
    build=lessons,
    stamp=Stamp.APPROVED,
)
