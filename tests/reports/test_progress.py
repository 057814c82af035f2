"""The digest of one file: the counts of many files' digest, by sections, performers and months."""

from collections.abc import Callable
from datetime import date

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.chart import Chart
from roadmap_desktop.model.rows import Plan, SectionRow
from roadmap_desktop.reports.blocks import Document, Heading, Row
from roadmap_desktop.reports.progress import progress_report
from tests.reports.plan_source import PlanSource, rows, sentences, tables

COUNTS = ("Всего", "Выполнено", "Просрочено", "Запланировано", "Отменено", "%")


def digest(plan: Plan) -> Document:
    return progress_report(PlanSource(plan, date(2020, 12, 10)))


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def test_a_plan_without_sections_is_told_by_performers_and_months(plan_of: Callable[..., Plan]) -> None:
    document = digest(
        plan_of(
            {"performers": ("А", "Б"), "state": State.DONE},
            {"performers": ("а",), "state": State.IN_WORK, "due_text": "октябрь 2020 года"},
            {"performers": ("Б",), "due_text": "март 2021 года"},
            {"due_text": "в течение года", "state": State.CANCELLED},
            {"due_text": "по отдельному плану"},
        )
    )
    assert headings(document) == ["По исполнителям", "По месяцам"]
    performers, months = tables(document)
    assert tuple(column.title for column in performers.columns) == ("Исполнитель", *COUNTS)
    assert rows(performers) == [
        ("А", "2", "1", "1", "0", "0", "50"),
        ("Б", "2", "1", "0", "1", "0", "50"),
        ("Исполнитель не указан", "2", "0", "0", "1", "1", "0"),
        ("Всего", "6", "2", "1", "2", "1", "40"),
    ]
    assert (
        "Мероприятие с несколькими исполнителями учтено у каждого из них; всего мероприятий — 5."
        in sentences(document)
    )
    assert [row[:2] for row in rows(months)] == [
        ("Сентябрь 2020", "1"),
        ("Октябрь 2020", "1"),
        ("Март 2021", "1"),
        ("В течение всего периода", "1"),
        ("Без установленного срока", "1"),
        ("Всего", "5"),
    ]
    assert all(isinstance(table.rows[-1], Row) and table.rows[-1].is_total for table in tables(document))


def test_sections_come_first_in_the_order_of_the_plan(plan_of: Callable[..., Plan]) -> None:
    made = plan_of({}, {"section_id": "a"}, {"section_id": "a", "state": State.DONE})
    sections = (SectionRow("a", "Кадры", 1), SectionRow("b", "Пусто", 2))
    document = digest(Plan(made.info, sections, made.activities))
    assert headings(document)[0] == "По разделам"
    assert [(row[0], row[1], row[2]) for row in rows(tables(document)[0])] == [
        ("Вне разделов", "1", "0"),
        ("Кадры", "2", "1"),
        ("Всего", "3", "1"),
    ]


def test_every_column_adds_up_to_its_total_and_every_row_to_its_own(plan: Plan) -> None:
    for table in tables(digest(plan)):
        *each, total = [[int(cell) for cell in row[1:-1]] for row in rows(table)]
        assert [sum(column) for column in zip(*each, strict=True)] == total
        assert all(row[0] == sum(row[1:]) for row in (*each, total))


def test_the_bars_of_a_chart_add_up_to_the_table(plan: Plan) -> None:
    document = digest(plan)
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert [chart.title for chart in charts] == ["Мероприятия по исполнителям", "Мероприятия по месяцам"]
    for chart, table in zip(charts, tables(document), strict=True):
        totals = [
            sum(value or 0 for value in bar)
            for bar in zip(*(one.values for one in chart.series), strict=True)
        ]
        assert totals == [int(row[1]) for row in rows(table)[:-1]]


def test_an_empty_plan_says_so(plan_of: Callable[..., Plan]) -> None:
    document = digest(plan_of())
    assert tables(document) == []
    assert sentences(document)[-1] == "Мероприятий в дорожной карте пока нет."
