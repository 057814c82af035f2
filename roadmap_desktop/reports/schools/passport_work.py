"""Parts of a school's passport: who helps it and whom it helps, its teachers, what it has done of the roadmap."""

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers.by_school import SchoolProgress
from roadmap_desktop.model.registers.partnership import Partnership
from roadmap_desktop.model.registers.plans import DevelopmentPlan
from roadmap_desktop.model.registers.practices import Practice
from roadmap_desktop.model.registers.teachers import DeficitState, Teacher
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.activity_cells import OWN_NUMBER, activity_column
from roadmap_desktop.reports.blocks import Align, Block, Paragraph
from roadmap_desktop.reports.columns import column, computed, numbered, table_of
from roadmap_desktop.reports.lists import by_field, or_words
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.schools import helps
from roadmap_desktop.reports.schools.agreements import agreement_columns
from roadmap_desktop.reports.schools.partnership import SITE
from roadmap_desktop.reports.schools.practices import PRESENTED
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import WORK


class _Marked(NamedTuple):
    """An activity, and what the school has done of it."""

    activity: ActivityRow
    mark: Entry


_PARTNERS = (
    column(Partnership, "partner_id", 50, title="Кто помогает"),
    column(Partnership, "school_id", 50, title="Кому помогает"),
    column(Partnership, "directions", 80, title="Направления"),
    SITE,
    column(Partnership, "curator", 40),
)
_PRACTICES = (column(Practice, "name"), column(Practice, "author", 40), PRESENTED.wide(70))
_ACTIVITIES = (
    *(
        one.of(attrgetter("activity"))
        for one in (OWN_NUMBER, activity_column("name", 110), activity_column("due_text", 40, "Срок"))
    ),
    *(
        one.of(attrgetter("mark"))
        for one in (
            column(SchoolProgress, "state"),
            column(SchoolProgress, "done_on"),
            column(SchoolProgress, "document", 50),
        )
    ),
)


def _partners(source: Source, school: Entry) -> Iterator[Block]:
    found = [
        *source.entries("partnerships", school_id=school.id),
        *source.entries("partnerships", partner_id=school.id),
    ]
    yield or_words(table_of(_PARTNERS, found), "Сетевых партнёров пока нет.")


def _agreements(source: Source, school: Entry) -> Iterator[Block]:
    found = [
        *source.entries("agreements", school_id=school.id),
        *source.entries("agreements", partner_id=school.id),
    ]
    table = numbered(agreement_columns(source.today), by_day(found, "signed_on"))
    yield or_words(table, "Договоров пока нет.")


def _own_teachers(source: Source, school: Entry) -> list[Entry]:
    return sorted(source.entries("teachers", school_id=school.id), key=lambda one: as_counted(one.name))


def _teachers(source: Source, school: Entry) -> Iterator[Block]:
    closed = DeficitState.CLOSED
    lacking = Counter(
        one.values["teacher_id"] for one in source.entries("deficits") if one.values["state"] != closed
    )
    columns = (
        column(Teacher, "name", 60),
        WORK.wide(60),
        column(Teacher, "category", align=Align.LEFT),
        column(Teacher, "years"),
        computed("Дефицитов не устранено", 0, lambda one: lacking[one.id]),
    )
    yield or_words(numbered(columns, _own_teachers(source, school)), "Педагогов школы пока не записано.")


def _plans(source: Source, school: Entry) -> Iterator[Block]:
    steps = by_field(source.entries("steps"), "plan_id")

    def progress(plan: Entry) -> str:
        own = steps.get(plan.id, ())
        done = sum(one.values["state"] == State.DONE for one in own)
        return f"{done}\N{NO-BREAK SPACE}из\N{NO-BREAK SPACE}{len(own)}" if own else ""

    columns = (
        column(DevelopmentPlan, "teacher_id", 50),
        column(DevelopmentPlan, "goal"),
        column(DevelopmentPlan, "starts_on"),
        column(DevelopmentPlan, "ends_on"),
        column(DevelopmentPlan, "mentor"),
        computed("Шаги", 16, progress, Align.CENTRE),
        column(DevelopmentPlan, "state"),
    )
    found = [
        plan
        for teacher in _own_teachers(source, school)
        for plan in source.entries("plans", teacher_id=teacher.id)
    ]
    yield or_words(numbered(columns, found), "Планов развития педагогов школы пока нет.")


def _helps(source: Source, school: Entry) -> Iterator[Block]:
    found = [one for one in helps.read_helps(source) if one.school_id == school.id]
    yield or_words(table_of(helps.TOTALS, found), "Адресной помощи школе пока не записано.")


def _practices(source: Source, school: Entry) -> Iterator[Block]:
    found = source.entries("practices", school_id=school.id)
    yield or_words(numbered(_PRACTICES, found), "Эффективных практик школы пока не записано.")


def _activities(source: Source, school: Entry) -> Iterator[Block]:
    marks = {one.values["activity_id"]: one for one in source.entries("progress", school_id=school.id)}
    marked = [_Marked(row, marks[row.id]) for row in source.plan.activities if row.id in marks]
    if not marked:
        yield Paragraph("Отметок о выполнении мероприятий дорожной карты у школы нет.")
        return
    done = sum(one.mark.values["state"] == State.DONE for one in marked)
    yield Paragraph(f"Выполнено мероприятий дорожной карты: {done} из {len(source.plan.activities)}.")
    yield table_of(_ACTIVITIES, marked)


PARTS = {
    "Сетевые партнёры": _partners,
    "Договоры": _agreements,
    "Педагоги": _teachers,
    "Планы развития": _plans,
    "Адресная помощь": _helps,
    "Практики": _practices,
    "Мероприятия дорожной карты": _activities,
}
