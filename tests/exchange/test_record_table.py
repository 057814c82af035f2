"""Rows of cells as values of fields: headings known by their labels, else by place."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.exchange.record_table import read_table

LABELS = {"Краткое название": "name", "Вид": "kind", "Обучающихся": "pupils", "name": "name"}
PLACES = ("kind", "pupils")


def test_a_row_of_labels_names_the_columns_in_any_order() -> None:
    read = read_table([["ОБУЧАЮЩИХСЯ", "№", "Краткое  название:"], ["310", "1", "СОШ № 1"]], LABELS, PLACES)
    assert read.has_heading
    assert read.fields == ("pupils", "", "name")
    assert read.rows == (("310", "1", "СОШ № 1"),)
    assert (read.first, read.strangers) == (2, ())


def test_headings_that_no_field_has_are_told() -> None:
    assert read_table([["Краткое название", "ИНН"]], LABELS, PLACES).strangers == ("ИНН",)


def test_a_label_that_stands_twice_names_its_first_column() -> None:
    assert read_table([["Вид", "Вид", "Обучающихся"]], LABELS, PLACES).fields == ("kind", "", "pupils")


def test_rows_without_headings_go_by_place_and_have_no_empty_end() -> None:
    read = read_table([["СОШ", "310", "лишнее"], ["ООШ"], ["", " "]], LABELS, PLACES)
    assert not read.has_heading
    assert read.fields == ("kind", "pupils", "")
    assert read.rows == (("СОШ", "310", "лишнее"), ("ООШ", "", ""))


@given(st.lists(st.lists(st.text(max_size=5), max_size=4), max_size=6))
def test_every_row_is_as_wide_as_the_columns(rows: list[list[str]]) -> None:
    read = read_table(rows, LABELS, PLACES)
    assert all(len(row) == len(read.fields) for row in read.rows)
    assert len(read.rows) <= len(rows)
