"""The timetable of lessons, the registers of publications and of documents."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Row
from roadmap_desktop.reports.meetings.documents import documents
from roadmap_desktop.reports.meetings.lessons import lessons
from roadmap_desktop.reports.meetings.publications import publications
from roadmap_desktop.reports.source import Entry
from tests.reports.plan_source import PlanSource, entry, named, rows, sentences, tables

OCTOBER = month_of(date(2020, 10, 1))
DAY = date(2020, 10, 6)


def lesson(id: str, **fields: Any) -> Entry:
    usual = {
        "subject": "математика",
        "exam": "ОГЭ",
        "held_on": DAY,
        "schedule": "15:00",
        "teacher_id": "Образцова А. А.",
        "address": "https://lessons.example/1",
    }
    return named(f"Тема {id}", id, **(usual | fields))


def timetable(plan: Plan) -> PlanSource:
    found = [
        lesson("2", held_on=None, schedule="каждый вторник"),
        lesson("1"),
        lesson("3", subject="физика", held_on=date(2020, 10, 1)),
        lesson("4", held_on=date(2020, 11, 1)),
    ]
    schools = [
        entry("a", lesson_id="1", school_id="СОШ № 10", pupils=8),
        entry("b", lesson_id="1", school_id="СОШ № 2", pupils=None),
    ]
    return PlanSource(plan, registers={"lessons": found, "lesson-schools": schools})


def test_the_timetable_has_lessons_by_date_and_then_those_that_go_on_all_the_time(
    plan_of: Callable[..., Plan],
) -> None:
    document = lessons(timetable(plan_of()), OCTOBER)
    [table] = tables(document)
    assert [row[4] for row in rows(table)] == ["Тема 3", "Тема 1", "Тема 2"]
    assert [cell.replace("\N{NO-BREAK SPACE}", " ") for cell in rows(table)[1]] == [
        "2.",
        "06.10.2020",
        "15:00",
        "математика\nОГЭ",
        "Тема 1",
        "Образцова А. А.",
        "СОШ № 2; СОШ № 10 (8 чел.)",
        "https://lessons.example/1",
    ]
    assert document.title.endswith("на октябрь 2020 года")


def test_the_timetable_of_a_subject(plan_of: Callable[..., Plan]) -> None:
    document = lessons(timetable(plan_of()), OCTOBER, "Физика")
    assert [row[4] for row in rows(tables(document)[0])] == ["Тема 3"]
    assert "Предмет: Физика" in sentences(document)
    nothing = lessons(timetable(plan_of()), OCTOBER, "химия")
    assert sentences(nothing)[-1] == "На октябрь 2020 года дистанционных занятий нет."


def test_publications_tell_which_activities_they_cover(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({}, {"name": "Информационное сопровождение " + "работы " * 30})
    made = [
        named(
            "О школах", "p1", published_on=DAY, medium="Сайт школы", school_id="СОШ № 2", address="a.example"
        ),
        named("Раньше", "p2", published_on=date(2020, 9, 1), medium="Газета", school_id="", address=""),
    ]
    source = PlanSource(plan, registers={"publications": made}, served={"p1": ["activity-2", "gone"]})
    [table] = tables(publications(source, OCTOBER))
    [row] = rows(table)
    assert row[:5] == ("1.", "06.10.2020", "Сайт школы\nСОШ № 2", "О школах", "a.example")
    assert row[5].startswith("2. Информационное сопровождение работы")
    assert row[5].endswith("…")
    whole = publications(source, plan.info.period)
    assert [row[3] for row in rows(tables(whole)[0])] == ["Раньше", "О школах"]
    assert "За октябрь 2020 года публикаций нет." in sentences(publications(PlanSource(plan), OCTOBER))


def document(name: str, **fields: Any) -> Entry:
    usual = {"kind": "приказ", "number": "01-10/141", "signed_on": DAY, "issued_by": "Отдел образования"}
    return named(name, **(usual | fields))


def test_documents_stand_by_date_with_files_and_schools_acquainted_once(plan_of: Callable[..., Plan]) -> None:
    source = PlanSource(
        plan_of(),
        registers={
            "documents": [document("О группе"), document("Без даты", signed_on=None, kind="письмо")],
            "acquaintances": [
                entry("a", document_id="О группе", school_id="s1"),
                entry("b", document_id="О группе", school_id="s1"),
                entry("c", document_id="О группе", school_id="s2"),
            ],
        },
        files={"document/О группе": ["приказ.pdf", "=список.xlsx"]},
    )
    [table] = tables(documents(source))
    assert rows(table) == [
        (
            "1.",
            "приказ",
            "01-10/141",
            "06.10.2020",
            "О группе",
            "Отдел образования",
            "2 школы",
            "приказ.pdf; =список.xlsx",
        ),
        ("2.", "письмо", "01-10/141", "", "Без даты", "Отдел образования", "", ""),
    ]
    first = table.rows[0]
    assert isinstance(first, Row)
    assert isinstance(first.cells[3], date)
    of_kind = documents(source, "письмо")
    assert of_kind.title == "Реестр документов: письма"
    assert [row[4] for row in rows(tables(of_kind)[0])] == ["Без даты"]
    assert sentences(documents(source, "план"))[-1] == "Документов этого вида в реестре пока нет."
    assert sentences(documents(PlanSource(plan_of())))[-1] == "Документов в реестре пока нет."
