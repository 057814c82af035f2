"""The analysis of problem zones: of one school and of all."""

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Heading
from roadmap_desktop.reports.schools.zones import PARTS, zones
from tests.reports.charts import charts_of
from tests.reports.plan_source import PlanSource, captions, rows, sentences, tables
from tests.reports.schools.district import a_source, membership, record, zone


def source(plan: Plan) -> PlanSource:
    def risk(id: str, school_id: str, factor: str, level: str) -> object:
        return record(id, school_id=school_id, factor=factor, level=level, note="")

    return a_source(
        plan,
        zones=[
            zone("Кадры", "s10", cause="Удалённость", cause_kind="внешняя", due_text="до 1 ноября"),
            zone("Математика", "s2", measures="Тьютор", state="выполнено"),
            zone("Чтение", "s10"),
        ],
        risks=[
            risk("r1", "s10", "Дефицит педагогических кадров", "высокий"),
            risk("r2", "s2", "Низкий уровень оснащения школы", "низкий"),
            risk("r3", "s2", "Дефицит педагогических кадров", "средний"),
        ],
        memberships=[membership("m1", "s3"), membership("m2", "s2")],
    )


def title(document: Document) -> str:
    return next(block.text for block in document.blocks if isinstance(block, Heading))


def test_all_schools_stand_in_one_table_under_their_names(plan: Plan) -> None:
    document = zones(source(plan))
    summary, by_schools, risks = tables(document)
    assert title(document) == "Анализ проблемных зон образовательных организаций"
    assert rows(summary) == [
        ("СОШ № 2", "1", "1", "0", "0", "1"),
        ("СОШ № 10", "2", "1", "1", "2", "0"),
        ("Всего", "3", "2", "1", "2", "1"),
    ]
    assert captions(by_schools) == ["СОШ № 2", "СОШ № 10"]
    assert rows(by_schools)[1] == (
        "2.",
        "Кадры",
        "Удалённость",
        "внешняя",
        "",
        "до 1 ноября",
        "запланировано",
    )
    assert [column.title for column in risks.columns] == ["Фактор риска", "Школ", "СОШ № 2", "СОШ № 10"]
    assert rows(risks) == [
        ("Низкий уровень оснащения школы", "1", "низкий", ""),
        ("Дефицит педагогических кадров", "2", "средний", "высокий"),
    ]


def test_the_words_say_what_the_table_counts_and_who_is_missing(plan: Plan) -> None:
    said = sentences(zones(source(plan)))
    assert (
        "Записано: 3 проблемные зоны. Причины: внутренние — 2, внешние — 1. "
        "Меры: запланировано — 2, выполнено — 1."
    ) in said
    assert "В списке школ, но проблемные зоны не записаны: СОШ № 3." in said


def test_paper_and_screen_have_the_chart_of_causes(plan: Plan) -> None:
    [chart] = charts_of(zones(source(plan)))
    assert chart.categories == ("СОШ № 2", "СОШ № 10")
    assert {each.name: each.values for each in chart.series} == {
        "Внутренняя причина": (1, 1),
        "Внешняя причина": (0, 1),
    }


def test_one_school_has_its_zones_and_its_risks_with_the_highest_first(plan: Plan) -> None:
    document = zones(source(plan), "s2")
    assert title(document) == "Анализ проблемных зон образовательной организации «СОШ № 2»"
    own, risks = tables(document)
    assert [row[1] for row in rows(own)] == ["Математика"]
    assert [row[:2] for row in rows(risks)] == [
        ("Дефицит педагогических кадров", "средний"),
        ("Низкий уровень оснащения школы", "низкий"),
    ]
    assert charts_of(document) == ()


def test_parts_are_left_out_by_choice(plan: Plan) -> None:
    assert set(PARTS) == {"сводка", "проблемные зоны", "факторы риска", "диаграмма"}
    [table] = tables(zones(source(plan), groups=frozenset({"факторы риска"})))
    assert table.columns[0].title == "Фактор риска"


def test_nothing_known_is_said(plan: Plan) -> None:
    for school in (None, "s2"):
        document = zones(a_source(plan), school)
        assert tables(document) == []
        assert sentences(document)[1:] == [
            "Проблемных зон пока не записано.",
            "Факторы риска пока не записаны.",
        ]
