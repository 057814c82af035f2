"""Plans in plain text: the text layer of a printed one, drawn tables, columns kept by spaces, parted cells."""

from datetime import date

import pytest

from roadmap_desktop.model.period import school_year
from tests.exchange.plan_reading.documents_and_truth import (
    HEADING,
    PLAN,
    as_true,
    cells,
    read,
    sample,
    sample_rows,
)
from tests.exchange.plan_reading.seed_text import SEED


def test_the_text_layer_of_the_printed_roadmap_is_the_sample() -> None:
    reading = read(SEED.encode(), "дорожная карта.txt")
    assert as_true(reading) == sample_rows()
    assert reading.title == sample()["title"]
    assert reading.document.annex_number == "1"
    assert reading.document.order_number == "01-10/142-2"
    assert reading.document.order_date == date(2020, 9, 10)
    assert reading.document.approving_body == "Отдел образования администрации Пономаревского района"
    assert reading.period == school_year(2020)
    assert reading.unread == ()


def _delimited(separator: str) -> str:
    rows = [HEADING, *map(cells, PLAN)]
    quoted = (
        '"' + cell.replace('"', '""') + '"' if separator in cell else cell for row in rows for cell in row
    )
    flat = list(quoted)
    return "\r\n".join(separator.join(flat[start : start + 5]) for start in range(0, len(flat), 5)) + "\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize(("separator", "name"), [(",", "план.csv"), (";", "план.csv"), ("\t", "план.tsv")])
def test_parted_cells_in_any_encoding(separator: str, name: str, encoding: str) -> None:
    assert as_true(read(_delimited(separator).encode(encoding), name)) == list(PLAN)


def test_a_line_says_what_parts_cells() -> None:
    assert as_true(read(("sep=;\n" + _delimited(";")).encode("cp1251"), "план.csv")) == list(PLAN)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


WIDTHS = (6, 26, 20, 22, 20)


def _lines(row: tuple[str, ...]) -> list[list[str]]:
    wrapped = [_wrapped(cell, width) for cell, width in zip(row, WIDTHS, strict=True)]
    height = max(map(len, wrapped))
    return [[one[line] if line < len(one) else "" for one in wrapped] for line in range(height)]


def test_a_table_drawn_with_bars() -> None:
    rule = "+" + "+".join("-" * (width + 2) for width in WIDTHS) + "+"
    drawn = ["План мероприятий на 2024-2025 учебный год", "", rule]
    for row in (HEADING, *map(cells, PLAN)):
        for line in _lines(row):
            drawn.append(
                "|" + "|".join(f" {cell:<{width}} " for cell, width in zip(line, WIDTHS, strict=True)) + "|"
            )
        drawn.append(rule)
    reading = read("\n".join(drawn).encode(), "план.txt")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "План мероприятий на 2024-2025 учебный год"
    assert reading.period == school_year(2024)


def test_a_table_of_markdown() -> None:
    rows = ["| " + " | ".join(row) + " |" for row in (HEADING, *map(cells, PLAN))]
    text = "\n".join([rows[0], "|---" * 5 + "|", *rows[1:]])
    assert as_true(read(text.encode("cp1251"), "план.txt")) == list(PLAN)


def test_columns_kept_by_spaces() -> None:
    lines = ["          ПЛАН МЕРОПРИЯТИЙ", "          на 2024-2025 учебный год", ""]
    for row in (HEADING, *map(cells, PLAN)):
        lines += [
            "  ".join(f"{cell:<{width}}" for cell, width in zip(line, WIDTHS, strict=True)).rstrip()
            for line in _lines(row)
        ]
    reading = read("\n".join(lines).encode(), "план.txt")
    assert as_true(reading) == list(PLAN)
    assert reading.title == "ПЛАН МЕРОПРИЯТИЙ на 2024-2025 учебный год"


def test_columns_without_headings_are_known_by_what_is_in_them() -> None:
    text = "\n".join(";".join(cells(row)) for row in PLAN)
    assert as_true(read(text.encode(), "план.csv")) == list(PLAN)
