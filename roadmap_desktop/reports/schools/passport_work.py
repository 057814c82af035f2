"""Parts of a school's passport: who helps it and whom it helps, its teachers, what it has done of the roadmap."""

from collections import Counter
from collections.abc import Iterator

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers.teachers import DeficitState
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Align, Block, Cell, Column, Paragraph, Row, Table
from roadmap_desktop.reports.lists import NUMBER, numbered, table_or_words
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.schools import agreements, helps
from roadmap_desktop.reports.schools.practices import presented
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import work_of

_PARTNERS = (
    Column("Кто помогает", 50),
    Column("Кому помогает", 50),
    Column("Направления", 80),
    Column("Базовая площадка", 0, Align.CENTRE),
    Column("Куратор", 40),
)
_TEACHERS = (
    NUMBER,
    Column("Фамилия, имя, отчество", 60),
    Column("Должность, предмет", 60),
    Column("Категория", 0),
    Column("Стаж, лет", 0, Align.CENTRE),
    Column("Дефицитов не устранено", 0, Align.CENTRE),
)
_PLANS = (
    NUMBER,
    Column("Педагог", 50),
    Column("Цель", 80),
    Column("Начало", 0, Align.CENTRE),
    Column("Окончание", 0, Align.CENTRE),
    Column("Наставник", 44),
    Column("Шаги", 16, Align.CENTRE),
    Column("Состояние", 0, Align.CENTRE),
)
_PRACTICES = (NUMBER, Column("Тема", 80), Column("Автор", 40), Column("Где и когда представлена", 70))
_ACTIVITIES = (
    NUMBER,
    Column("Наименование мероприятия", 110),
    Column("Срок", 40),
    Column("Состояние", 0, Align.CENTRE),
    Column("Дата", 0, Align.CENTRE),
    Column("Документ", 50),
)


def _partners(source: Source, school: Entry) -> Iterator[Block]:
    found = [
        *source.entries("partnerships", school_id=school.id),
        *source.entries("partnerships", partner_id=school.id),
    ]
    rows = [
        Row(
            (
                one.texts["partner_id"],
                one.texts["school_id"],
                one.values["directions"].replace(";", ","),
                "нет" if one.values["site"] == "нет" else "да",
                one.values["curator"],
            )
        )
        for one in found
    ]
    yield table_or_words(_PARTNERS, rows, "Сетевых партнёров пока нет.")


def _agreements(source: Source, school: Entry) -> Iterator[Block]:
    found = [
        one
        for each in ("school_id", "partner_id")
        for one in source.entries("agreements", **{each: school.id})
    ]
    rows = numbered(agreements.agreement_cells(one, source.today) for one in by_day(found, "signed_on"))
    yield table_or_words(agreements.COLUMNS, rows, "Договоров пока нет.")


def _own_teachers(source: Source, school: Entry) -> list[Entry]:
    return sorted(source.entries("teachers", school_id=school.id), key=lambda one: as_counted(one.name))


def _teachers(source: Source, school: Entry) -> Iterator[Block]:
    closed = DeficitState.CLOSED
    lacking = Counter(
        one.values["teacher_id"] for one in source.entries("deficits") if one.values["state"] != closed
    )
    rows = numbered(_teacher_cells(one, lacking[one.id]) for one in _own_teachers(source, school))
    yield table_or_words(_TEACHERS, rows, "Педагогов школы пока не записано.")


def _teacher_cells(teacher: Entry, lacking: int) -> tuple[Cell, ...]:
    values = teacher.values
    return values["name"], work_of(teacher), str(values["category"]), values["years"], lacking


def _plans(source: Source, school: Entry) -> Iterator[Block]:
    done, steps = Counter[str](), Counter[str]()
    for step in source.entries("steps"):
        steps[step.values["plan_id"]] += 1
        done[step.values["plan_id"]] += step.values["state"] == State.DONE
    rows = []
    for teacher in _own_teachers(source, school):
        for plan in source.entries("plans", teacher_id=teacher.id):
            values, of = plan.values, steps[plan.id]
            progress = f"{done[plan.id]}\N{NO-BREAK SPACE}из\N{NO-BREAK SPACE}{of}" if of else ""
            days = (values["starts_on"], values["ends_on"])
            rows.append(
                (teacher.name, values["goal"], *days, values["mentor"], progress, str(values["state"]))
            )
    yield table_or_words(_PLANS, numbered(rows), "Планов развития педагогов школы пока нет.")


def _helps(source: Source, school: Entry) -> Iterator[Block]:
    rows = [Row(helps.total_cells(one)) for one in helps.read_helps(source) if one.school_id == school.id]
    yield table_or_words(helps.TOTALS, rows, "Адресной помощи школе пока не записано.")


def _practices(source: Source, school: Entry) -> Iterator[Block]:
    found = source.entries("practices", school_id=school.id)
    rows = numbered((one.values["name"], one.values["author"], presented(one)) for one in found)
    yield table_or_words(_PRACTICES, rows, "Эффективных практик школы пока не записано.")


def _activities(source: Source, school: Entry) -> Iterator[Block]:
    marks = {one.values["activity_id"]: one.values for one in source.entries("progress", school_id=school.id)}
    marked = [(row, marks[row.id]) for row in source.plan.activities if row.id in marks]
    if not marked:
        yield Paragraph("Отметок о выполнении мероприятий дорожной карты у школы нет.")
        return
    done = sum(values["state"] == State.DONE for _, values in marked)
    yield Paragraph(f"Выполнено мероприятий дорожной карты: {done} из {len(source.plan.activities)}.")
    rows = [
        Row(
            (
                f"{row.number}.",
                row.name,
                row.due_text,
                str(values["state"]),
                values["done_on"],
                values["document"],
            )
        )
        for row, values in marked
    ]
    yield Table(_ACTIVITIES, tuple(rows))


PARTS = {
    "Сетевые партнёры": _partners,
    "Договоры": _agreements,
    "Педагоги": _teachers,
    "Планы развития": _plans,
    "Адресная помощь": _helps,
    "Практики": _practices,
    "Мероприятия дорожной карты": _activities,
}
