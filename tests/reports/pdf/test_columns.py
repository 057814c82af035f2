"""Widths of columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.reports.blocks import Column, Row, Table
from roadmap_desktop.reports.pdf.columns import measure
from roadmap_desktop.reports.pdf.wrapping import wrapper

COLUMNS = st.lists(
    st.builds(Column, st.text("абвгд ", max_size=25), st.sampled_from([0.0, 1.0, 3.0, 10.0])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=100, deadline=None)
@given(COLUMNS, st.integers(200, 800))
def test_columns_fill_the_width_and_none_is_lost(columns: list[Column], width: int) -> None:
    widths = measure(Table(tuple(columns), ()), width, 12).widths
    assert sum(widths) == pytest.approx(width)
    assert min(widths) > 0


def test_a_title_s_longest_word_fits_whatever_the_weight() -> None:
    table = Table((Column("Отметка о выполнении", 1), Column("Наименование", 100)), ())
    measured = measure(table, 400, 12)
    assert measured.size == 12
    assert (
        measured.widths[0] - 2 * measured.side >= wrapper(False).line_width("выполнении") * 12 / 1000 - 0.001
    )


def test_a_column_without_weight_is_as_wide_as_its_longest_word() -> None:
    columns = (Column("№ п/п", 0), Column("Наименование", 1))
    short = measure(Table(columns, (Row(("1.", "а")),)), 500, 12).widths
    long = measure(Table(columns, (Row(("1.", "а")), Row(("12.345.678.", "б")))), 500, 12).widths
    assert short[0] < long[0] < 100


def test_a_column_of_persons_holds_the_longest_name_unless_that_cramps_the_others() -> None:
    name = "Демонстрационная О. П."
    columns = (Column("Автор", 20), Column("Описание", 60))
    for width, is_whole in ((500, True), (250, False)):
        measured = measure(Table(columns, (Row((name, "а")),)), width, 12)
        lines = wrapper(False).wrap(name, (measured.widths[0] - 2 * measured.side) * 1000 / 12 + 0.01)
        assert (len(lines) == 1) is is_whole


def test_sixty_columns_still_share_the_page() -> None:
    measured = measure(Table(tuple(Column("Наименование", 1) for _ in range(60)), ()), 500, 12)
    assert sum(measured.widths) == pytest.approx(500)
    assert min(measured.widths) > 2 * measured.side


def test_type_gets_smaller_only_where_titles_would_be_cut() -> None:
    columns = tuple(Column("Наименование", 1) for _ in range(8))
    assert measure(Table(columns[:5], ()), 500, 12).size == 12
    measured = measure(Table(columns, ()), 500, 12)
    assert 6 <= measured.size < 12
    title = wrapper(False).line_width("Наименование") * measured.size / 1000
    assert all(width - 2 * measured.side >= title - 0.001 for width in measured.widths)


@pytest.mark.parametrize("bold", [False, True])
def test_all_digits_are_as_wide_as_one_another(bold: bool) -> None:
    assert len({wrapper(bold).width(digit) for digit in "0123456789"}) == 1
