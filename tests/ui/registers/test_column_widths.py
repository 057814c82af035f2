"""Columns fill the room they have, and give way in a sensible order."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.ui.table.measured_widths import Column, column_widths

COLUMN = st.builds(
    lambda kind, least, more: Column(kind, least, least + more),
    st.sampled_from(list(FieldKind)),
    st.integers(40, 150),
    st.integers(0, 500),
)


@given(st.lists(COLUMN, min_size=1, max_size=9), st.integers(100, 1400))
def test_no_column_is_narrower_than_its_least_and_the_room_is_filled(
    columns: list[Column], room: int
) -> None:
    widths = column_widths(columns, room)
    assert all(width >= one.least for width, one in zip(widths, columns, strict=True))
    assert sum(widths) >= room


@given(st.lists(COLUMN, min_size=1, max_size=9), st.integers(100, 1400))
def test_they_are_wider_than_the_room_only_when_nothing_can_give(columns: list[Column], room: int) -> None:
    widths = column_widths(columns, room)
    narrowest = column_widths(columns, 0)
    assert sum(widths) <= max(room, sum(narrowest))


def test_a_heading_is_broken_sooner_than_a_text() -> None:
    name, number = Column(FieldKind.TEXT, 60, 300), Column(FieldKind.NUMBER, 60, 160)
    assert column_widths([name, number], 400) == [300, 100]
    assert column_widths([name, number], 360) == [300, 60]
    assert column_widths([name, number], 300) == [240, 60]


def test_what_is_left_over_goes_to_the_texts() -> None:
    name, when = Column(FieldKind.TEXT, 60, 200), Column(FieldKind.DATE, 92, 92)
    assert column_widths([name, when], 1000) == [908, 92]


def test_texts_equally_long_give_way_alike() -> None:
    column = Column(FieldKind.TEXT, 80, 400)
    assert column_widths([column, column, Column(FieldKind.DATE, 90, 90)], 490) == [200, 200, 90]
