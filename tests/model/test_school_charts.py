"""Charts of schools: results by years, troubles by kind of cause."""

from roadmap_desktop.model.chart import ChartKind
from roadmap_desktop.model.school_charts import BELOW, Result, below_charts, causes_chart


def test_a_year_without_a_result_is_a_gap() -> None:
    [chart] = below_charts(
        [
            Result("2020–2021", "ОГЭ", "математика", 21),
            Result("2019–2020", "ВПР", "русский язык", 30),
            Result("2018–2019", "ОГЭ", "математика", 40),
            Result("2020–2021", "ЕГЭ", "математика", None),
        ]
    )
    assert (chart.title, chart.kind, chart.unit) == (BELOW, ChartKind.LINES, "%")
    assert chart.categories == ("2018–2019", "2019–2020", "2020–2021")
    assert {each.name: each.values for each in chart.series} == {
        "ВПР, русский язык": (None, 30, None),
        "ОГЭ, математика": (40, None, 21),
    }


def test_one_year_has_bars() -> None:
    [chart] = below_charts([Result("2020–2021", "ОГЭ", "", 21)])
    assert chart.kind is ChartKind.VERTICAL_BARS
    assert chart.series[0].name == "ОГЭ"


def test_many_subjects_have_a_chart_for_each_exam() -> None:
    results = [
        Result("2020–2021", exam, f"предмет {number}", 10) for exam in ("ОГЭ", "ВПР") for number in range(5)
    ]
    assert [(chart.title, len(chart.series)) for chart in below_charts(results)] == [
        (f"{BELOW} (ВПР)", 5),
        (f"{BELOW} (ОГЭ)", 5),
    ]


def test_nothing_known_is_not_drawn() -> None:
    assert below_charts([]) == ()
    assert below_charts([Result("2020–2021", "ОГЭ", "", None)]) == ()


def test_causes_are_drawn_for_two_schools_and_more_but_not_for_too_many() -> None:
    pairs = [("СОШ № 1", "внутренняя"), ("СОШ № 2", "внешняя"), ("СОШ № 1", "внутренняя")]
    chart = causes_chart(pairs)
    assert chart is not None
    assert chart.categories == ("СОШ № 1", "СОШ № 2")
    assert [(each.name, each.values) for each in chart.series] == [
        ("Внутренняя причина", (2, 0)),
        ("Внешняя причина", (0, 1)),
    ]
    assert causes_chart(pairs[:1]) is None
    assert causes_chart((f"СОШ № {number}", "внешняя") for number in range(30)) is None
