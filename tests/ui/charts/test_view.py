"""A chart on the screen: what can be read of it, and what is seen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.charts.painting import ScreenLetters
from roadmap_desktop.ui.charts.view import ChartView

YEARS = ("2018–2019", "2019–2020", "2020–2021")
LINES = Chart(
    "Доля не преодолевших порог, %",
    ChartKind.LINES,
    YEARS,
    (Series("ОГЭ математика", (38, None, 15)), Series("ВПР русский язык", (25, 28, 10))),
    "%",
)
STATES = Chart(
    "По исполнителям",
    ChartKind.STACKED_BARS,
    ("Отдел <b>образования</b> & Ко", "МКУ «ЦМТО»"),
    (Series("Выполнено", (7, 1)), Series("Просрочено", (2, None))),
)
NAMES = st.text("абвгд АБВ<&\n«»", max_size=60)
VALUES = st.one_of(st.none(), st.floats(0, 1e7))


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = tuple(draw(st.lists(NAMES, max_size=6)))
    rows = st.lists(VALUES, min_size=len(categories), max_size=len(categories)).map(tuple)
    series = tuple(draw(st.lists(st.builds(Series, NAMES, rows), max_size=5)))
    return Chart(
        draw(NAMES), draw(st.sampled_from(ChartKind)), categories, series, draw(st.sampled_from(["", "%"]))
    )


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView("Пока пусто")
    qtbot.addWidget(made)
    made.resize(420, 200)
    made.show()
    return made


def colours(view: ChartView, room: QRectF | None = None) -> set[str]:
    picture: QImage = view.grab().toImage()
    room = room or QRectF(picture.rect())
    return {
        QColor(picture.pixel(x, y)).name()
        for x in range(int(room.left()), int(room.right()))
        for y in range(int(room.top()), int(room.bottom()))
    }


def test_who_does_not_see_it_is_told_the_values(view: ChartView) -> None:
    view.show_chart(LINES)
    assert view.accessibleName() == "Доля не преодолевших порог, %"
    assert view.accessibleDescription() == (
        "ОГЭ математика: 2018–2019 — 38 %, 2020–2021 — 15 %; "
        "ВПР русский язык: 2018–2019 — 25 %, 2019–2020 — 28 %, 2020–2021 — 10 %"
    )


def test_a_line_has_a_gap_where_nothing_is_known(view: ChartView) -> None:
    alone = LINES._replace(series=LINES.series[:1])
    view.show_chart(alone)
    between = QRectF(150, 0, 20, 170)
    assert theme.LIGHT["accent"] not in colours(view, between)
    view.show_chart(alone._replace(series=(Series("ОГЭ математика", (38, 30, 15)),)))
    assert theme.LIGHT["accent"] in colours(view, between)


def test_a_state_has_its_colour(view: ChartView) -> None:
    view.show_chart(STATES)
    assert {theme.LIGHT["chart-green"], theme.LIGHT["chart-red"]} <= colours(view)


def test_pointing_at_a_bar_tells_its_whole_name_and_values(view: ChartView) -> None:
    view.show_chart(STATES)
    assert view.words_at(QPointF(200, 10)) == "Отдел <b>образования</b> & Ко\nВыполнено: 7\nПросрочено: 2"
    assert view.words_at(QPointF(200, 50)) == "МКУ «ЦМТО»\nВыполнено: 1\nПросрочено: —"
    assert view.words_at(QPointF(200, 190)) == ""


@pytest.mark.parametrize(
    "chart",
    [
        None,
        LINES._replace(categories=(), series=()),
        LINES._replace(series=(Series("а", (None, None, None)),)),
    ],
)
def test_without_values_it_says_so(view: ChartView, chart: Chart | None) -> None:
    view.show_chart(chart)
    assert view.accessibleDescription() == "Пока пусто"
    assert view.words_at(QPointF(200, 10)) == ""
    assert theme.LIGHT["accent"] not in colours(view)


def test_more_bars_need_more_room(view: ChartView) -> None:
    view.show_chart(STATES)
    two = view.sizeHint().height()
    names = tuple(f"Исполнитель {number}" for number in range(12))
    view.show_chart(STATES._replace(categories=names, series=(Series("Выполнено", (1.0,) * 12),)))
    assert view.sizeHint().height() > two + 200


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(charts(), st.integers(30, 900), st.integers(10, 500))
def test_any_chart_is_drawn_in_any_room(view: ChartView, chart: Chart, width: int, height: int) -> None:
    view.setMinimumWidth(0)
    view.resize(width, height)
    view.show_chart(chart)
    assert not view.grab().isNull()
    assert view.heightForWidth(width) > 0


def test_a_vertical_scale_takes_the_height_there_is(view: ChartView) -> None:
    view.show_chart(LINES)
    view.resize(420, 300)
    assert theme.LIGHT["chart-ochre"] in colours(view, QRectF(0, 200, 420, 100))


def test_a_long_name_takes_two_lines_and_is_cut_where_it_still_does_not_fit(view: ChartView) -> None:
    letters = ScreenLetters(view.font())
    lines = letters.wrap("Муниципальное бюджетное общеобразовательное учреждение", 160, 2)
    assert lines[0] == "Муниципальное"
    assert len(lines) == 2 and lines[1].startswith("бюджетное обще") and lines[1].endswith("…")
    assert letters.wrap("СОШ № 1", 160, 2) == ("СОШ № 1",)
    assert letters.wrap("2020–2021", letters.width("2020–20"), 2) == ("2020–", "2021")
    assert all(letters.width(line) <= 160 for line in lines)
