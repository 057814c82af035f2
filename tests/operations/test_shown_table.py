"""A table of the window as a document."""

from datetime import date

import pytest

from roadmap_desktop.operations.printing.printing import draft
from roadmap_desktop.operations.printing.shown_table import (
    GROUP,
    ShownColumn,
    ShownTable,
    found_note,
    shown_document,
    shown_report_of,
)
from roadmap_desktop.reports.blocks import Align, Heading, Orientation, Paragraph, Row, Table


def table_of(columns: int, rows: int = 2, **more: object) -> ShownTable:
    titles = [ShownColumn(f"Столбец {number}", 1) for number in range(columns)]
    return ShownTable(
        "school",
        "Школы",
        titles,
        [[f"{row}-{place}" for place in range(columns)] for row in range(rows)],
        **more,  # type: ignore[arg-type]
    )


def drawn(shown: ShownTable) -> Table:
    (table,) = [block for block in shown_document(shown).blocks if isinstance(block, Table)]
    return table


def test_rows_and_columns_stand_as_they_are_shown() -> None:
    table = drawn(table_of(3))
    assert [column.title for column in table.columns] == ["Столбец 0", "Столбец 1", "Столбец 2"]
    assert [row.cells for row in table.rows if isinstance(row, Row)] == [
        ("0-0", "0-1", "0-2"),
        ("1-0", "1-1", "1-2"),
    ]


@pytest.mark.parametrize(
    ("columns", "lies", "parts"), [(1, False, 1), (4, False, 1), (5, True, 1), (11, True, 1), (60, True, 6)]
)
def test_the_sheet_lies_for_many_columns_and_the_first_is_repeated_for_more(
    columns: int, lies: bool, parts: int
) -> None:
    document = shown_document(table_of(columns))
    assert (document.page.orientation is Orientation.LANDSCAPE) is lies
    table = drawn(table_of(columns))
    assert table.part_count == parts
    seen = [column.title for part in table.parts() for column in part.columns]
    assert set(seen) == {f"Столбец {number}" for number in range(columns)}
    assert seen.count("Столбец 0") == parts


def test_a_filter_is_told_and_an_empty_table_says_so() -> None:
    blocks = shown_document(table_of(2, 0, note="Показано 0 из 12")).blocks
    assert [type(block) for block in blocks] == [Heading, Paragraph, Paragraph]
    assert [block.text for block in blocks[1:]] == ["Показано 0 из 12", "Записей нет."]  # type: ignore[union-attr]


def test_numbers_stand_in_the_middle_and_the_last_row_may_be_a_total() -> None:
    columns = [ShownColumn("Школа", 3), ShownColumn("Педагогов", 1), ShownColumn("Когда", 1)]
    table = drawn(
        ShownTable(
            "x", "Школы", columns, [["СОШ № 1", 41, date(2020, 9, 1)], ["Всего", 41, None]], total=True
        )
    )
    assert [column.align for column in table.columns] == [Align.LEFT, Align.CENTRE, Align.LEFT]
    assert [row.is_total for row in table.rows if isinstance(row, Row)] == [False, True]


def test_it_is_dressed_like_any_report_and_reads_no_file() -> None:
    report = shown_report_of(table_of(3))
    assert (report.id, report.group) == ("shown-school", GROUP)
    made = draft(report, {}, {"hidden": frozenset({"Столбец 1"})}, None)
    assert made.columns == ("Столбец 0", "Столбец 1", "Столбец 2")
    (table,) = [block for block in made.document.blocks if isinstance(block, Table)]
    assert [column.title for column in table.columns] == ["Столбец 0", "Столбец 2"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("", 12, 12, []), ""),
        (("  математика ", 3, 12, []), "Поиск: «математика». Показано 3 из 12"),
        (("", 5, 12, ["Отобрано: просрочено"]), "Отобрано: просрочено. Показано 5 из 12"),
        (("", 5, 12, []), "Показано 5 из 12"),
    ],
)
def test_what_is_left_out_is_said(given: tuple[str, int, int, list[str]], said: str) -> None:
    assert found_note(*given) == said
