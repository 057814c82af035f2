"""Whatever the clipboard holds becomes rows of texts."""

from hypothesis import given

from roadmap_desktop.exchange.activity_table import parts_of
from roadmap_desktop.exchange.clipboard import parse_html, parse_tsv
from roadmap_desktop.exchange.record_table import read_table
from tests.hostile_texts import hostile_texts


@given(hostile_texts)
def test_any_text_is_rows(text: str) -> None:
    for rows in (parse_tsv(text), parse_html(text), parse_html(f"<table><tr><td>{text}</table>")):
        assert all(isinstance(cell, str) for row in rows for cell in row)
        parts_of(rows)


@given(hostile_texts, hostile_texts)
def test_any_cells_are_a_table(one: str, other: str) -> None:
    rows = [["№ п/п", "Наименование мероприятия", "Сроки исполнения"], ["1", one, other], [other, one]]
    parts_of(rows)
    read_table([["Название", one], [one, other]], {"Название": "name"}, ["name"])
