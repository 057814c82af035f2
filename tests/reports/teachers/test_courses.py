"""Who takes courses, and what came of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Heading, Item
from roadmap_desktop.reports.source import Entry
from roadmap_desktop.reports.teachers.courses import REPORT
from roadmap_desktop.reports.teachers.training import training
from tests.reports.charts import charts_of
from tests.reports.plan_source import PlanSource, captions, entry, named, rows, sentences, tables
from tests.reports.teachers.people import DAY, teacher

OCTOBER = month_of(DAY)


def course(name: str, audience: str = "педагоги", **fields: Any) -> Entry:
    usual: dict[str, Any] = {
        "provider": "Институт",
        "form": "очная",
        "hours": 36,
        "starts_on": DAY,
        "ends_on": date(2020, 11, 6),
    }
    return named(name, audience=audience, **(usual | fields))


def takes(course_id: str, who: str, certificate: str = "", **fields: Any) -> Entry:
    usual: dict[str, Any] = {"issued_on": None, "result": ""}
    return entry(
        f"{course_id} {who}",
        course_id=course_id,
        teacher_id=who,
        certificate=certificate,
        **(usual | fields),
    )


def source(made: Plan) -> PlanSource:
    registers: dict[str, Any] = {
        "teachers": [teacher("Ясная А. А.", 10), teacher("Ёлкина А. А.", 10), teacher("Берёзкина А. А.", 2)],
        "courses": [
            course("Оценивание"),
            course("Управление", "руководители"),
            course("Пустые", starts_on=date(2021, 3, 1), ends_on=None),
        ],
        "participants": [
            takes("Оценивание", "Ясная А. А.", "01-1", issued_on=date(2020, 11, 20)),
            takes("Оценивание", "Ёлкина А. А."),
            takes("Оценивание", "Берёзкина А. А.", result="зачтено"),
            takes("Управление", "Ясная А. А."),
        ],
    }
    return PlanSource(made, registers=registers)


def printed(made: Plan, **choices: Any) -> Document:
    return REPORT.build(source(made), **({"record": None, "period": made.info.period} | choices))


def test_participants_of_one_course_stand_by_school_and_surname(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of(), record="Оценивание")
    assert document.title == "Список участников курсов «Оценивание» (06.10.2020 – 06.11.2020)"
    [table] = tables(document)
    assert rows(table) == [
        ("1.", "Берёзкина А. А.", "СОШ № 2", "учитель, математика", "зачтено", "", ""),
        ("2.", "Ёлкина А. А.", "СОШ № 10", "учитель, математика", "", "", ""),
        ("3.", "Ясная А. А.", "СОШ № 10", "учитель, математика", "", "01-1", "20.11.2020"),
    ]
    assert sentences(document)[0] == (
        "Институт; форма: очная; 36 часов; 06.10.2020 – 06.11.2020; для кого: педагоги"
    )


def test_all_courses_of_a_period_have_a_part_each(plan_of: Callable[..., Plan]) -> None:
    document = printed(plan_of())
    parts = [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    assert parts == ["«Оценивание»", "«Управление»", "«Пустые»"]
    assert sentences(document)[-1] == "Участники курсов пока не записаны."
    autumn = printed(plan_of(), period=OCTOBER)
    assert len(tables(autumn)) == 2
    assert autumn.title == "Список участников курсов повышения квалификации за октябрь 2020 года"


def test_results_are_counted_by_course_and_by_school(plan_of: Callable[..., Plan]) -> None:
    document = training(source(plan_of()), OCTOBER)
    courses, schools = tables(document)
    assert captions(courses) == ["Педагогические работники", "Руководители"]
    assert [(row[1], *row[4:]) for row in rows(courses)] == [
        ("Оценивание", "36", "3", "2", "1"),
        ("Управление", "36", "1", "0", "0"),
        ("Всего", "", "4", "2", "1"),
    ]
    assert rows(schools) == [
        ("СОШ № 2", "1", "1", "1", "0"),
        ("СОШ № 10", "2", "3", "1", "1"),
        ("Всего", "3", "4", "2", "1"),
    ]
    assert [block.text for block in document.blocks if isinstance(block, Item)] == [
        "Педагогические работники: программ — 1, обучалось человек — 3, завершили обучение — 2, получили "
        "удостоверения — 1.",
        "Руководители: программ — 1, обучалось человек — 1, завершили обучение — 0, получили удостоверения — 0.",
    ]
    [chart] = charts_of(document)
    assert chart.categories == ("СОШ № 2", "СОШ № 10")
    assert {one.name: one.values for one in chart.series} == {
        "Завершили обучение": (1, 1),
        "Обучаются": (0, 2),
    }


def test_no_courses_are_told(plan_of: Callable[..., Plan]) -> None:
    empty = PlanSource(plan_of())
    said = "За октябрь 2020 года курсов повышения квалификации нет."
    assert sentences(training(empty, OCTOBER)) == [said]
    assert sentences(REPORT.build(empty, record=None, period=OCTOBER)) == [said]
