"""Widths of columns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.reports.blocks import Column, Row, Table
from roadmap_desktop.reports.pdf.columns import column_widths
from roadmap_desktop.reports.pdf.wrapping import wrapper

COLUMNS = st.lists(
    st.builds(Column, st.text("абвгд ", max_size=25), st.sampled_from([0.0, 1.0, 3.0, 10.0])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=100, deadline=None)
@given(COLUMNS, st.integers(200, 800))
def test_columns_fill_the_width_and_none_is_lost(columns: list[Column], width: int) -> None:
    widths = column_widths(Table(tuple(columns), ()), width, 12, 5)
    assert sum(widths) == pytest.approx(width)
    assert min(widths) > 0


def test_a_title_s_longest_word_fits_whatever_the_weight() -> None:
    table = Table((Column("Отметка о выполнении", 1), Column("Наименование", 100)), ())
    narrow, _ = column_widths(table, 400, 12, 5)
    assert narrow - 10 >= wrapper(False).line_width("выполнении") * 12 / 1000 - 0.001


def test_a_column_without_weight_is_as_wide_as_its_longest_word() -> None:
    columns = (Column("№ п/п", 0), Column("Наименование", 1))
    short = column_widths(Table(columns, (Row(("1.", "а")),)), 500, 12, 5)
    long = column_widths(Table(columns, (Row(("1.", "а")), Row(("12.345.678.", "б")))), 500, 12, 5)
    assert short[0] < long[0] < 100


def test_sixty_columns_still_share_the_page() -> None:
    widths = column_widths(Table(tuple(Column("Наименование", 1) for _ in range(60)), ()), 500, 12, 5)
    assert sum(widths) == pytest.approx(500)
