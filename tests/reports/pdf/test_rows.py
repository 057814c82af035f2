"""Splitting a row taller than a page."""

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.reports.pdf.rows import LaidRow, lay, split
from roadmap_desktop.reports.pdf.wrapping import wrapper

CELLS = st.lists(st.integers(0, 12), min_size=1, max_size=4).map(
    lambda counts: tuple(
        tuple(f"{cell}.{line}" for line in range(count)) for cell, count in enumerate(counts)
    )
)


@settings(max_examples=100, deadline=None)
@given(CELLS, st.integers(0, 14))
def test_each_line_is_on_one_side_and_two_or_more_are_on_either(
    cells: tuple[tuple[str, ...], ...], fitting: int
) -> None:
    row = LaidRow(cells)
    parts = split(row, fitting)
    if parts is None:
        assert fitting < 2 or row.line_count < 4
        return
    kept, rest = parts
    assert tuple(above + below for above, below in zip(kept.cells, rest.cells, strict=True)) == cells
    assert 2 <= kept.line_count <= fitting
    assert rest.line_count >= 2
    for whole, below in zip(cells, rest.cells, strict=True):
        assert len(below) != 1 or len(whole) == 3


def test_words_are_hyphenated_only_where_the_row_gets_lower() -> None:
    long = "Создание единого информационного пространства и эффективного использования имеющихся"
    alone = lay([long], [10_000], wrapper(False))
    assert any(line.endswith("\u00ad") for line in alone.cells[0])
    beside_taller = lay([long, "\n".join("абвгдежзикл")], [10_000, 10_000], wrapper(False))
    assert not any(line.endswith("\u00ad") for line in beside_taller.cells[0])
