"""A column is made of the field it shows; a table is columns over rows."""

from datetime import date

import pytest

from roadmap_desktop.model.registers.partnership import Agreement, Partnership
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.reports.blocks import Align, Caption, Column, Row
from roadmap_desktop.reports.columns import column, columns_for, computed, numbered, table_of
from roadmap_desktop.reports.source import Entry

ENTRY = Entry(
    "a",
    "3-С",
    {"number": "3-С", "signed_on": date(2020, 10, 8), "school_id": "s1", "directions": "а; б", "kind": "СОШ"},
    {"school_id": "СОШ № 1", "directions": "а; б"},
)


def test_heading_width_and_alignment_follow_from_the_field() -> None:
    assert column(Agreement, "signed_on").heading == Column("Дата", 0, Align.CENTRE)
    assert column(Agreement, "subject").heading == Column("Предмет договора", 80, Align.LEFT)
    assert column(School, "kind").heading == Column("Вид", 0, Align.CENTRE)
    assert column(School, "pupils", 20).heading == Column("Обучающихся", 20, Align.CENTRE)


def test_what_is_told_takes_the_place_of_what_follows() -> None:
    told = column(Agreement, "number", 7, title="№ договора", align=Align.RIGHT, cell=lambda one: one.id)
    assert told.heading == Column("№ договора", 7, Align.RIGHT)
    assert told.cell(ENTRY) == "a"
    assert told.wide(9).heading.weight == 9


@pytest.mark.parametrize(
    ("record", "name", "shown"),
    [
        (Agreement, "number", "3-С"),
        (Agreement, "signed_on", date(2020, 10, 8)),
        (Agreement, "school_id", "СОШ № 1"),
        (Partnership, "directions", "а, б"),
        (School, "kind", "СОШ"),
    ],
)
def test_a_cell_shows_its_field_as_paper_does(record: type, name: str, shown: object) -> None:
    assert column(record, name).cell(ENTRY) == shown


def test_a_field_that_no_record_has_is_refused() -> None:
    with pytest.raises(KeyError):
        column(Agreement, "colour")


def test_rows_are_numbered_through_captions_and_not_what_is_made_already() -> None:
    total = Row(("", "Всего"), is_total=True)
    table = numbered(
        [computed("Слово", 10, str.upper)], [Caption("Первые"), "а", Caption("Вторые"), "б", total]
    )
    assert [one.title for one in table.columns] == ["№ п/п", "Слово"]
    assert table.rows == (Caption("Первые"), Row(("1.", "А")), Caption("Вторые"), Row(("2.", "Б")), total)


def test_the_sum_stands_under_the_same_columns() -> None:
    columns = (
        computed("Имя", 10, lambda one: one[0]),
        *columns_for({1: "Раз", 2: "Два"}, 0, lambda place, one: one[place]),
    )
    table = table_of(columns, [("а", 1, 2)], total=("Всего", 1, 2), lead=1)
    assert [one.title for one in table.columns] == ["Имя", "Раз", "Два"]
    assert table.rows == (Row(("а", 1, 2)), Row(("Всего", 1, 2), is_total=True))
    assert table.lead == 1


def test_a_column_can_be_of_what_a_row_holds() -> None:
    assert column(Agreement, "number").of(lambda pair: pair[1]).cell(("x", ENTRY)) == "3-С"
