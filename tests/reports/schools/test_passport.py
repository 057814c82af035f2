"""The passport of a school: what is known of it, and what is not."""

from collections.abc import Callable
from datetime import date
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Heading, Item, Paragraph, Signature, Table
from roadmap_desktop.reports.schools.passport import PARTS, passport
from tests.reports.charts import charts_of
from tests.reports.plan_source import PlanSource, captions, rows
from tests.reports.schools.district import (
    a_source,
    agreement,
    helped,
    membership,
    partnership,
    record,
    school,
    teacher,
    visit,
    zone,
)


def result(year: str, exam: str, subject: str, below: float | None) -> object:
    values = {"school_year": year, "exam": exam, "subject": subject, "below": below}
    return record(f"{year} {exam} {subject}", school_id="s2", mean=3.5, quality=30.0, success=None, **values)


def source(plan: Plan) -> PlanSource:
    own = school("s2", full_name="МБОУ «СОШ № 2»", head="Образцова А. А.", pupils=268)
    days = {"starts_on": date(2020, 10, 1), "ends_on": None}
    progress: dict[str, Any] = {"school_id": "s2", "done_on": None, "document": "справка"}
    return a_source(
        plan,
        {"school/s2": ["Отчёт.pdf"], "problem_zone/Математика": ["Анализ.xlsx"], "school/s3": ["Чужой.pdf"]},
        schools=[school("s10"), own, school("s3")],
        memberships=[membership("m", "s2")],
        indicators=[
            result("2020–2021", "ОГЭ", "математика", 21.5),
            result("2019–2020", "ОГЭ", "математика", 35),
        ],
        zones=[zone("Математика", "s2"), zone("Чужая", "s10")],
        partnerships=[partnership("b", "s2"), partnership("b2", "s10")],
        agreements=[agreement("1")],
        teachers=[teacher("t1", "s2"), teacher("t2", "s10")],
        deficits=[
            record("d1", teacher_id="t1", state="выявлен"),
            record("d2", teacher_id="t1", state="устранён"),
        ],
        plans=[record("p", teacher_id="t1", goal="Освоить", mentor="", state="в работе", **days)],
        steps=[
            record("x", plan_id="p", state="выполнено"),
            record("y", plan_id="p", state="в работе"),
        ],
        helps=[helped("h", school_id="s2")],
        visits=[visit("v", "h", date(2020, 10, 1), 2.0)],
        progress=[
            record("1", activity_id="activity-1", state="выполнено", **progress),
            record("2", activity_id="activity-2", state="в работе", **progress),
        ],
    )


def part(document: Document, title: str) -> list[object]:
    """The blocks under a heading of level 2."""
    blocks = list(document.blocks)
    start = blocks.index(Heading(title, level=2)) + 1
    end = next(
        (place for place in range(start, len(blocks)) if isinstance(blocks[place], Heading)), len(blocks)
    )
    return list(blocks[start:end])


def table(document: Document, title: str) -> Table:
    return next(block for block in part(document, title) if isinstance(block, Table))


def test_every_part_tells_of_this_school_alone(plan: Plan) -> None:
    document = passport(source(plan), "s2")
    assert document.blocks[0] == Heading("Паспорт школы: СОШ № 2")
    assert ("Обучающихся", "268") in rows(table(document, "Общие сведения"))
    assert rows(table(document, "Включение в список")) == [
        ("2020–2021", "ОГЭ, ВПР", "", "№ 01-10/141 от 10.09.2020")
    ]
    assert [row[1] for row in rows(table(document, "Проблемные зоны"))] == ["Математика"]
    assert [row[:2] for row in rows(table(document, "Сетевые партнёры"))] == [("СОШ № 3", "СОШ № 2")]
    assert [row[1] for row in rows(table(document, "Договоры"))] == ["1"]
    assert rows(table(document, "Педагоги")) == [
        ("1.", "Образцова А. А.", "учитель, математика", "первая", "12", "1")
    ]
    assert rows(table(document, "Планы развития"))[0][2:] == (
        "Освоить",
        "01.10.2020",
        "",
        "",
        "1\N{NO-BREAK SPACE}из\N{NO-BREAK SPACE}2",
        "в работе",
    )
    assert [row[-2:] for row in rows(table(document, "Адресная помощь"))] == [("1", "2")]
    assert part(document, "Документы") == [Item("–", "Анализ.xlsx (Математика)"), Item("–", "Отчёт.pdf")]


def test_results_stand_by_subject_and_year_and_are_drawn_as_a_line(plan: Plan) -> None:
    document = passport(source(plan), "s2")
    results = table(document, "Результаты")
    assert captions(results) == ["ОГЭ, математика"]
    assert rows(results) == [
        ("2019–2020", "35", "3,5", "30", ""),
        ("2020–2021", "21,5", "3,5", "30", ""),
    ]
    [chart] = charts_of(document)
    assert (chart.title, chart.categories) == ("Доля не преодолевших порог, %", ("2019–2020", "2020–2021"))
    assert chart.series[0].values == (35, 21.5)


def test_what_it_has_done_of_the_roadmap_is_counted(plan_of: Callable[..., Plan]) -> None:
    document = passport(source(plan_of({}, {}, {})), "s2")
    assert Paragraph("Выполнено мероприятий дорожной карты: 1 из 3.") in part(
        document, "Мероприятия дорожной карты"
    )
    assert [(row[0], row[3]) for row in rows(table(document, "Мероприятия дорожной карты"))] == [
        ("1.", "выполнено"),
        ("2.", "в работе"),
    ]


def test_its_head_signs_with_the_methodist(plan: Plan) -> None:
    assert passport(source(plan), "s2").signatures == (
        Signature("Руководитель школы", "Образцова А. А."),
        Signature("Методист", ""),
    )


def test_of_a_school_without_records_every_part_says_so(plan: Plan) -> None:
    document = passport(a_source(plan), "s3")
    for title in list(PARTS)[1:]:
        [said] = part(document, title)
        assert isinstance(said, Paragraph)
        assert said.text.endswith(".")


def test_parts_are_left_out_by_choice(plan: Plan) -> None:
    document = passport(source(plan), "s2", frozenset({"Педагоги"}))
    assert [block.text for block in document.blocks if isinstance(block, Heading)][1:] == ["Педагоги"]
