"""The results of a school as lines by years."""

from roadmap_desktop.model.chart import ChartKind
from roadmap_desktop.model.indicator_charts import IndicatorRow, indicator_chart


def test_each_exam_and_subject_is_a_line_and_a_year_without_a_result_a_gap() -> None:
    chart = indicator_chart(
        (
            IndicatorRow("ОГЭ", "математика", "2020–2021", 34),
            IndicatorRow("ВПР", "русский язык", "2019–2020", 28.5),
            IndicatorRow("ОГЭ", "математика", "2018–2019", 41),
            IndicatorRow("ЕГЭ", "физика", "2020–2021", None),
        )
    )
    assert chart is not None
    assert (chart.kind, chart.unit) == (ChartKind.LINES, "%")
    assert chart.categories == ("2018–2019", "2019–2020", "2020–2021")
    assert chart.series == (
        ("ВПР русский язык", (None, 28.5, None)),
        ("ОГЭ математика", (41.0, None, 34.0)),
    )


def test_an_exam_without_a_subject_is_named_by_itself() -> None:
    chart = indicator_chart([IndicatorRow("ОГЭ", "", "2020–2021", 0)])
    assert chart is not None
    assert chart.series == (("ОГЭ", (0.0,)),)


def test_without_shares_there_is_no_chart() -> None:
    assert indicator_chart([IndicatorRow("ОГЭ", "математика", "2020–2021", None)]) is None
    assert indicator_chart([]) is None
