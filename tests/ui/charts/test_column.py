"""Charts one beneath another."""

from pytestqt.qtbot import QtBot

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.ui.charts.column import ChartColumn

OGE, VPR = (
    Chart(f"Доля, % ({exam})", ChartKind.VERTICAL_BARS, ("2020–2021",), (Series("математика", (34,)),), "%")
    for exam in ("ОГЭ", "ВПР")
)


def seen(column: ChartColumn) -> list[tuple[str, str]]:
    return [
        (title.text(), view.accessibleDescription())
        for title, view in zip(column._titles, column.views, strict=True)
        if view.isVisible()
    ]


def test_a_single_chart_has_the_common_title_and_several_their_own(qtbot: QtBot) -> None:
    column = ChartColumn("Доля, %", "Пока пусто")
    qtbot.addWidget(column)
    column.show()
    assert seen(column) == [("Доля, %", "Пока пусто")]
    column.show_charts([OGE])
    assert seen(column) == [("Доля, %", "математика: 2020–2021 — 34\N{NO-BREAK SPACE}%")]
    column.show_charts([OGE, VPR])
    assert [title for title, _ in seen(column)] == ["Доля, % (ОГЭ)", "Доля, % (ВПР)"]
    column.show_charts([])
    assert seen(column) == [("Доля, %", "Пока пусто")]
