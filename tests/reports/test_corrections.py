"""The list of corrections: what was, what is, on what grounds."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.revision_row import RevisionRow
from roadmap_desktop.model.rows import Plan, SectionRow
from roadmap_desktop.reports.blocks import Document, FillIn, Orientation
from roadmap_desktop.reports.corrections import REPORT
from roadmap_desktop.reports.report import Stamp
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables

Changed = Callable[..., Plan]


def revision(name: str, **fields: Any) -> RevisionRow:
    usual: dict[str, Any] = {"order_number": "", "order_date": None}
    at = datetime(2020, 9, 10, tzinfo=UTC)
    return RevisionRow(
        name, name, **(usual | fields), approved_on=date(2020, 9, 10), at=at, author="", activities=0
    )


OLD = revision("Первая", order_number="01-10/142-2", order_date=date(2020, 9, 10))
NEW = revision("Вторая", order_number="№ 7", order_date=date(2020, 10, 1))


def listed(old: Plan, new: Plan, newer: RevisionRow | None = NEW) -> Document:
    plans = {OLD.id: old} | ({newer.id: new} if newer else {})
    source = PlanSource(
        new, revisions={each.id: each for each in (OLD, newer) if each is not None}, plans=plans
    )
    return REPORT.build(source, older=OLD.id, newer=newer.id if newer else None)


def points(document: Document) -> list[tuple[str, ...]]:
    [table] = tables(document)
    return rows(table)


@pytest.fixture
def old(plan_of: Callable[..., Plan]) -> Plan:
    return plan_of(
        {"performers": ("Отдел", "МКУ «ЦМТО»"), "expected_result": "Список"}, {"note": "давно"}, {}
    )


@pytest.fixture
def changed(old: Plan) -> Changed:
    """The old plan with other fields of its second activity."""

    def change(**fields: Any) -> Plan:
        first, second, third = old.activities
        return Plan(old.info, (), (first, second._replace(**fields), third))

    return change


def test_a_changed_activity_is_one_point_with_what_was_and_what_is(old: Plan, changed: Changed) -> None:
    new = changed(
        due_text="октябрь 2020 года", performers=("Отдел",), expected_result="Приказ", note="письмо № 3"
    )
    document = listed(old, new)
    assert points(document) == [
        (
            "2.",
            "Мероприятие 2",
            "Сроки исполнения: сентябрь 2020 года\nОтветственный исполнитель: —\nОжидаемый результат: —",
            "Сроки исполнения: октябрь 2020 года\nОтветственный исполнитель: Отдел\nОжидаемый результат: Приказ",
            "письмо № 3",
        )
    ]
    assert captions(tables(document)[0]) == ["Изменено"]


def test_what_was_added_and_taken_out_stands_whole(old: Plan) -> None:
    first, second, third = old.activities
    added = third._replace(id="new", number="2", name="Семинар", expected_result="Опыт")
    new = Plan(old.info, (), (second._replace(number="1"), added, third))
    document = listed(old, new)
    assert captions(tables(document)[0]) == ["Добавлено", "Исключено"]
    ground = "Приказ № 7 от 01.10.2020"
    assert points(document) == [
        ("2.", "Семинар", "—", "Сроки исполнения: сентябрь 2020 года\nОжидаемый результат: Опыт", ground),
        (
            "1.",
            first.name,
            "Сроки исполнения: сентябрь 2020 года\nОтветственный исполнитель: Отдел, МКУ «ЦМТО»\n"
            "Ожидаемый результат: Список",
            "—",
            ground,
        ),
    ]


def test_another_number_is_told_beside_another_change_only(old: Plan) -> None:
    _, second, third = old.activities
    new = Plan(old.info, (), (second._replace(number="1", name="Иначе"), third._replace(number="2")))
    changes = [row for row in points(listed(old, new)) if row[2] != "—" and row[3] != "—"]
    assert [(row[0], row[2], row[3]) for row in changes] == [
        ("1.\n(был 2.)", "Наименование: Мероприятие 2", "Наименование: Иначе")
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.DONE, "completed_on": date(2020, 9, 20), "actual_result": "сделано"},
        {"state": State.IN_WORK},
        {"note": "заметка"},
    ],
)
def test_marks_of_execution_correct_nothing(old: Plan, changed: Changed, fields: dict[str, Any]) -> None:
    document = listed(old, changed(**fields))
    assert tables(document) == []
    assert sentences(document)[-1] == "Изменений в плане мероприятий нет."


def test_a_decision_and_dates_given_by_hand_are_corrections(old: Plan, changed: Changed) -> None:
    assert points(listed(old, changed(state=State.CANCELLED)))[0][2:4] == (
        "Состояние: —",
        "Состояние: отменено",
    )
    words, by_hand = "по отдельному плану", "2020-10-05/2020-10-16"
    due = effective_due(words, by_hand, school_year(2020))
    new = changed(due_text=words, due_dates=by_hand, due=due)
    assert points(listed(old, new))[0][3] == (
        "Сроки исполнения: по отдельному плану (05.10.2020 – 16.10.2020)"
    )


def test_the_plan_s_own_fields_and_sections_stand_first(old: Plan) -> None:
    rows_in = tuple(row._replace(section_id="a") for row in old.activities)
    before = Plan(old.info, (SectionRow("a", "Кадры", 1),), rows_in)
    info = old.info._replace(title="Новый план", period_end=date(2021, 5, 31))
    moved = (rows_in[0]._replace(section_id="b"), *rows_in[1:])
    after = Plan(info, (SectionRow("a", "Педагоги", 1), SectionRow("b", "Контроль", 2)), moved)
    document = listed(before, after)
    assert captions(tables(document)[0]) == ["Общие сведения", "Изменено"]
    assert [row[:4] for row in points(document)] == [
        ("", "Название", old.info.title, "Новый план"),
        ("", "Период", "01.09.2020 – 31.08.2021", "01.09.2020 – 31.05.2021"),
        ("", "Раздел", "Кадры", "Педагоги"),
        ("", "Раздел", "—", "Контроль"),
        ("1.", "Мероприятие 1", "Раздел: Кадры", "Раздел: Контроль"),
    ]


def test_what_is_compared_is_said(old: Plan, changed: Changed) -> None:
    document = listed(old, changed(name="Иначе"))
    assert (
        "Сравниваются: редакция «Первая» (приказ № 01-10/142-2 от 10.09.2020) "
        "и редакция «Вторая» (приказ № 7 от 01.10.2020)."
    ) in sentences(document)
    assert (REPORT.stamp, document.page.orientation) == (Stamp.APPROVED, Orientation.LANDSCAPE)


@pytest.mark.parametrize(
    ("fields", "ground"),
    [
        ({"order_number": "7", "order_date": date(2020, 10, 1)}, "Приказ № 7 от 01.10.2020"),
        ({"ground": "Письмо министерства"}, "Письмо министерства"),
        (
            {"order_number": "7", "ground": "письмо министерства"},
            "Приказ № 7; письмо министерства",
        ),
    ],
)
def test_the_ground_is_the_order_of_the_revision_or_its_words(
    old: Plan, changed: Changed, fields: dict[str, Any], ground: str
) -> None:
    document = listed(old, changed(name="Иначе"), revision("Вторая", **fields))
    assert FillIn("Основание корректировки", ground) in document.blocks
    assert points(document)[0][-1] == ground


def test_against_the_plan_as_it_is_the_ground_is_left_to_write(old: Plan, changed: Changed) -> None:
    document = listed(old, changed(name="Иначе"), None)
    assert FillIn("Основание корректировки") in document.blocks
    assert points(document)[0][-1] == ""
    assert sentences(document)[-1].endswith("и план на 10.12.2020.")


def test_a_revision_without_an_order_is_named_by_its_day(old: Plan, changed: Changed) -> None:
    document = listed(old, changed(name="Иначе"), revision("Черновик"))
    assert "редакция «Черновик» (утверждена 10.09.2020)" in sentences(document)[-1]
