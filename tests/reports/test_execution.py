"""The report on execution: what counts, how each activity stands, by whom."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.chart import Chart, ChartKind
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.blocks import Document, Heading
from roadmap_desktop.reports.execution import execution
from tests.reports.charts import charts_of
from tests.reports.plan_source import PlanSource, captions, entry, rows, sentences, tables

TODAY = date(2020, 12, 10)
OCTOBER = month_of(date(2020, 10, 1))
YEAR = school_year(2020)
DONE = {"state": State.DONE, "completed_on": date(2020, 10, 5)}


def numbers(document: Document) -> list[str]:
    return [row[0] for row in rows(tables(document)[0])]


def report(plan: Plan, period: Period = OCTOBER, **source: Any) -> Document:
    return execution(PlanSource(plan, TODAY, **source), period)


@pytest.mark.parametrize(
    ("fields", "is_in"),
    [
        ({"due_text": "октябрь 2020 года"}, True),
        ({"due_text": "в течение года"}, True),
        ({"due_text": "сентябрь 2020 года"}, False),
        ({"due_text": "сентябрь 2020 года", "state": State.DONE}, False),
        ({"due_text": "сентябрь 2020 года", **DONE}, True),
        ({"due_text": "ноябрь 2020 года"}, False),
        ({"due_text": "ноябрь 2020 года", **DONE}, True),
        ({"due_text": "по отдельному плану"}, False),
        ({"due_text": "по отдельному плану", "state": State.IN_WORK}, False),
        ({"due_text": "по отдельному плану", **DONE}, True),
        ({"due_text": "сентябрь 2020 года", "state": State.CANCELLED}, False),
    ],
)
def test_a_month_is_about_what_falls_into_it_and_what_was_done_in_it(
    plan_of: Callable[..., Plan], fields: dict[str, Any], is_in: bool
) -> None:
    always = {"due_text": "октябрь 2020 года"}
    assert ("1." in numbers(report(plan_of(fields, always)))) is is_in


def test_the_whole_period_is_about_every_activity_once(plan: Plan) -> None:
    document = report(plan, YEAR)
    assert sorted(numbers(document)) == sorted(f"{row.number}." for row in plan.activities)
    assert document.blocks[0] == Heading("Отчёт о выполнении дорожной карты за 2020–2021 учебный год")


def test_each_stands_in_one_group_with_its_result_evidence_and_reason(plan_of: Callable[..., Plan]) -> None:
    made = plan_of(
        {"due_text": "октябрь 2020 года", "note": "болезнь", "state": State.IN_WORK},
        {"due_text": "октябрь 2020 года", **DONE, "actual_result": "Список утверждён"},
        {"due_text": "январь 2021 года", "state": State.IN_WORK},
        {"due_text": "октябрь 2020 года", "state": State.MOVED, "note": "приказ № 3"},
    )
    files = {"activity/activity-2": ["Приказ.pdf", "Список.docx"], "activity/activity-3": ["=план.xlsx"]}
    document = report(made, YEAR, files=files)
    table = tables(document)[0]
    assert captions(table) == ["Выполнено: 1", "В работе: 1", "Просрочено: 1", "Перенесено: 1"]
    assert [(row[0], *row[4:]) for row in rows(table)] == [
        ("2.", "выполнено 05.10.2020", "Список утверждён\nФайлы: Приказ.pdf; Список.docx", ""),
        ("3.", "в работе", "Файл: =план.xlsx", ""),
        ("1.", "просрочено 40\N{NO-BREAK SPACE}дн., в работе", "", "болезнь"),
        ("4.", "перенесено", "", "приказ № 3"),
    ]
    assert (
        "По состоянию на 10.12.2020 всего мероприятий: 4, из них выполнено — 1, в работе — 1, просрочено — 1, "
        "перенесено — 1. Выполнение: 25\N{NO-BREAK SPACE}%."
    ) in sentences(document)


def test_a_performer_is_counted_in_any_case_of_its_first_letter(plan_of: Callable[..., Plan]) -> None:
    made = plan_of(
        {"performers": ("Отдел", "руководители ОО"), **DONE},
        {"performers": ("Руководители ОО",)},
        {"state": State.CANCELLED},
    )
    table = tables(report(made, YEAR))[1]
    assert [column.title for column in table.columns] == [
        "Исполнитель",
        "Всего",
        "Выполнено",
        "Просрочено",
        "Отменено",
        "% выполнения",
    ]
    assert rows(table) == [
        ("Отдел", "1", "1", "0", "0", "100"),
        ("руководители ОО", "2", "1", "1", "0", "50"),
        ("Исполнитель не указан", "1", "0", "0", "1", ""),
        ("Всего", "4", "2", "1", "1", "67"),
    ]


def a_district() -> dict[str, Any]:
    return {
        "schools": [entry("s10", "СОШ № 10"), entry("s2", "СОШ № 2"), entry("s3", "СОШ № 3")],
        "memberships": [
            entry("m1", school_id="s10", school_year="2020–2021"),
            entry("m2", school_id="s2", school_year="2020–2021"),
            entry("m3", school_id="s3", school_year="2019–2020"),
        ],
        "progress": [
            entry("p1", activity_id="activity-1", school_id="s10", state="выполнено"),
            entry("p2", activity_id="activity-1", school_id="s2", state="в работе"),
            entry("p3", activity_id="activity-2", school_id="s2", state="в работе"),
            entry("p4", activity_id="activity-1", school_id="s3", state="выполнено"),
        ],
    }


def test_the_schools_of_the_year_are_counted_by_their_own_marks(plan_of: Callable[..., Plan]) -> None:
    made = plan_of({"due_text": "октябрь 2020 года"}, {"due_text": "март 2021 года"})
    table = tables(report(made, YEAR, registers=a_district()))[2]
    assert rows(table) == [
        ("СОШ № 2", "2", "0", "1", "1", "0"),
        ("СОШ № 10", "1", "1", "0", "0", "100"),
        ("Всего", "3", "1", "1", "1", "33"),
    ]


def test_without_marks_there_is_a_sentence_and_no_table(plan_of: Callable[..., Plan]) -> None:
    document = report(plan_of({}), YEAR, registers={**a_district(), "progress": []})
    assert len(tables(document)) == 2
    assert "Отметок о выполнении этих мероприятий в школах нет." in sentences(document)


def test_paper_and_screen_have_the_same_charts(plan_of: Callable[..., Plan]) -> None:
    made = plan_of(
        {"performers": ("А",), "due_text": "октябрь 2020 года", **DONE}, {"performers": ("А", "Б")}
    )
    states, performers, schools = charts_of(report(made, YEAR, registers=a_district()))
    assert states.categories == ("Выполнено", "Просрочено")
    assert states.series[0].values == (1, 1)
    assert (performers.kind, performers.categories) == (ChartKind.STACKED_BARS, ("А", "Б"))
    assert {each.name: each.values for each in performers.series} == {
        "Выполнено": (1, 0),
        "Просрочено": (1, 1),
    }
    assert (schools.unit, schools.most, schools.categories) == ("%", 100, ("СОШ № 2", "СОШ № 10"))


def test_more_performers_than_can_be_read_have_a_table_alone(plan_of: Callable[..., Plan]) -> None:
    document = report(plan_of(*({"performers": (f"Исполнитель {n}",)} for n in range(30))), YEAR)
    assert len(charts_of(document)) == 1
    assert len(rows(tables(document)[1])) == 31


def test_parts_are_left_out_by_choice(plan: Plan) -> None:
    document = execution(PlanSource(plan), YEAR, frozenset({"по исполнителям"}))
    assert tables(document)[0].columns[0].title == "Исполнитель"
    assert not any(isinstance(block, Chart) for block in document.blocks)


def test_an_empty_period_says_so(plan_of: Callable[..., Plan]) -> None:
    for made in (plan_of(), plan_of({"due_text": "март 2021 года"})):
        document = report(made)
        assert tables(document) == []
        assert sentences(document)[-1] == "За октябрь 2020 года мероприятий дорожной карты нет."


def concluded(document: Document) -> str:
    assert Heading("Выводы", 2) in document.blocks
    return sentences(document)[-1]


def test_it_concludes_what_was_done_what_not_and_whether_it_is_known_why(
    plan_of: Callable[..., Plan],
) -> None:
    october = "октябрь 2020 года"
    made = plan_of(
        {"due_text": october, **DONE},
        {"due_text": october, "note": "болезнь"},
        {"due_text": october},
        {"due_text": october, "state": State.MOVED},
        {"due_text": "октябрь – декабрь 2020 года", "state": State.IN_WORK},
        {"due_text": october, "state": State.CANCELLED},
        {"due_text": "сентябрь 2020 года"},
    )
    assert concluded(report(made)) == (
        "Выполнено 1 мероприятие из 5 (20\N{NO-BREAK SPACE}%, отменённые не учтены). Не выполнены в срок: № 2, 3. "
        "Причина не указана: № 3. Перенесено: № 4. Отменено: № 6. Продолжается работа: № 5. "
        "Не выполнено с прошлых периодов и в отчёт не вошло: № 7."
    )


def test_where_all_is_done_it_says_so(plan_of: Callable[..., Plan]) -> None:
    done = {"due_text": "октябрь 2020 года", **DONE}
    cancelled = {"due_text": "октябрь 2020 года", "state": State.CANCELLED}
    for planned, said in (
        ((done, done), "Все мероприятия выполнены. Просроченных мероприятий нет."),
        ((done,), "Мероприятие выполнено. Просроченных мероприятий нет."),
        (
            (done, done, cancelled),
            "Все мероприятия, кроме отменённых, выполнены. Просроченных мероприятий нет. Отменено: № 3.",
        ),
        ((cancelled,), "Мероприятие отменено. Просроченных мероприятий нет. Отменено: № 1."),
    ):
        assert concluded(report(plan_of(*planned))) == said


def test_one_that_is_late_is_told_as_one(plan_of: Callable[..., Plan]) -> None:
    document = report(plan_of({"due_text": "октябрь 2020 года"}))
    assert concluded(document) == (
        "Выполнено 0 мероприятий из 1 (0\N{NO-BREAK SPACE}%). Не выполнено в срок: № 1. Причина не указана."
    )
