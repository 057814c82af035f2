"""Charts on paper: every name and value is there, and a black-and-white printer tells the series apart."""

import io
from collections.abc import Callable
from itertools import combinations

import pytest
from pypdf import PdfReader

from roadmap_desktop.model.chart import Chart, ChartKind, Series
from roadmap_desktop.reports.blocks import Document, Heading, Orientation, PageSetup, Paragraph
from roadmap_desktop.reports.pdf.chart_shapes import filled, marker
from roadmap_desktop.reports.render import pdf_bytes

SCHOOLS = ("СОШ № 1", "СОШ № 2", "СОШ № 3")
DONE = Series("выполнено", (12.0, 7.0, None))
LATE = Series("просрочено", (3.0, 0.0, 5.0))
Words = Callable[[Chart], str]


@pytest.fixture
def words(read_back: Callable[..., str]) -> Words:
    """All that stands on the pages of a document with that chart, words apart by single spaces."""

    def read(chart: Chart) -> str:
        return " ".join(read_back(drawn(chart), "-layout").replace("\u00a0", " ").split())

    return read


def drawn(chart: Chart) -> bytes:
    blocks = (Heading("Проба"), Paragraph("До."), chart, Paragraph("После."))
    return pdf_bytes(Document("Проба", blocks, page=PageSetup(Orientation.LANDSCAPE)))


@pytest.mark.parametrize("kind", ChartKind)
def test_title_legend_categories_and_values_are_written(words: Words, kind: ChartKind) -> None:
    written = words(Chart("Ход выполнения", kind, SCHOOLS, (DONE, LATE)))
    for word in ("Ход выполнения", "выполнено", "просрочено", *SCHOOLS, "12", "7", "3", "5"):
        assert word in written
    assert written.startswith("Проба До.")
    assert written.endswith("После.")


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize(
    "chart",
    [
        Chart("Пусто", ChartKind.VERTICAL_BARS, (), ()),
        Chart("Пусто", ChartKind.VERTICAL_BARS, ("а",), (Series("б", (None,)),)),
    ],
)
def test_a_chart_without_values_says_so(words: Words, kind: ChartKind, chart: Chart) -> None:
    assert "Данных для диаграммы пока нет." in words(chart._replace(kind=kind))


def test_what_is_not_known_is_a_dash_and_not_a_nought(words: Words) -> None:
    for kind in (ChartKind.VERTICAL_BARS, ChartKind.HORIZONTAL_BARS):
        written = words(Chart("Доля", kind, ("а", "б"), (Series("доля", (None, 38.0)),), "%", 100))
        assert "—" in written
    assert "38 %" in written


def test_a_line_is_broken_where_a_value_is_missing() -> None:
    def pieces(*values: float | None) -> int:
        chart = Chart("Год за годом", ChartKind.LINES, tuple("абвг"), (Series("доля", values),))
        contents = PdfReader(io.BytesIO(drawn(chart))).pages[0].get_contents()
        assert contents is not None
        return contents.get_data().count(b"1.2 w")

    assert (pieces(1, 2, 3, 4), pieces(1, 2, None, 4), pieces(1, None, 3, None)) == (3, 1, 0)


def test_long_names_are_wrapped_and_many_bars_go_on_over_pages(words: Words) -> None:
    names = tuple(f"Школа {number} с очень длинным официальным названием посёлка" for number in range(60))
    values = tuple(float(number) for number in range(60))
    for kind in ChartKind:
        chart = Chart("Много", kind, names, (Series("всего", values),))
        pages = PdfReader(io.BytesIO(drawn(chart))).pages
        assert len(pages) > 1
        written = words(chart)
        assert all(f"Школа {number}" in written for number in range(60))


@pytest.mark.parametrize("kind", ChartKind)
def test_hostile_names_are_data(words: Words, kind: ChartKind) -> None:
    name = "<b>&amp; 漢\u202e\n(%s)"
    written = words(
        Chart(name, kind, (name, "а" * 400), (Series(name, (1.0, float("inf"))), Series("б", ())))
    )
    assert "<b>&amp; □" in written


def test_neighbours_differ_in_black_and_white() -> None:
    def look(place: int) -> tuple[object, ...]:
        shapes = list(filled(place, 0, 0, 30, 10))
        return (shapes[0].fillColor.red, len(shapes), *(tuple(each.points) for each in shapes[1:]))  # type: ignore[attr-defined]

    assert len({look(place) for place in range(9)}) == 9
    for one, other in combinations(range(4), 2):
        assert (
            type(marker(one, 0, 0, 5)) is not type(marker(other, 0, 0, 5))
            or one == other
            or {one, other} == {2, 3}
        )
