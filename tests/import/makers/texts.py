"""Plans in plain text: parted cells in several encodings, tables drawn and kept by spaces, a calendar."""

import csv
import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plans import HEADING, ROWS, Row, Truth, cells, keep, numbered, within


def _parted(rows: Sequence[Sequence[str]], separator: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, quoting=quoting, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return file.getvalue()


def parted_cells() -> None:
    """CSV of Excel (Windows-1251), of a web service (UTF-8 with a mark), a line «sep=», tabs."""
    rows = numbered(ROWS[0:9])
    above = [("План мероприятий на 2024-2025 учебный год", "", "", "", ""), ("", "", "", "", "")]
    text = _parted([*above, HEADING, *map(cells, rows)], ";")
    keep("28-excel.csv", text.encode("cp1251"),
         Truth(rows, "План мероприятий на 2024-2025 учебный год", period=("2024-09-01", "2025-08-31")))  # fmt: skip
    rows = [replace(row, note="Школа: все") for row in numbered(ROWS[12:20], "1.{}")]
    body = [("Срок", "Школа", "№", "Мероприятие", "Ответственный", "Результат"),
            *((row.due_text, "все", row.number, row.name, "\n".join(row.performers), row.expected_result) for row in rows)]  # fmt: skip
    keep("29-web-service.csv", ("\ufeff" + _parted(body, ",", csv.QUOTE_ALL)).encode(), Truth(rows))
    rows = within("Работа с кадрами", ROWS[35:38]) + within("Итоги", ROWS[43:46])
    body = [("Мероприятия", "Сроки", "Исполнители"), ("Работа с кадрами", "", "")]
    for row in rows:
        if row is rows[3]:
            body.append(("Итоги", "", ""))
        body.append((row.name, row.due_text, "; ".join(row.performers)))
    rows = [replace(row, expected_result="") for row in rows]
    keep("30-said-separator.csv", ("sep=|\r\n" + _parted(body, "|")).encode("cp1251"), Truth(rows, ugly=True))
    rows = numbered(ROWS[20:30])
    keep("31-tabs.tsv", _parted([HEADING, *map(cells, rows)], "\t").encode("utf-16"), Truth(rows))


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterator[list[str]]:
    parts = [
        textwrap.wrap(text, width, break_long_words=False) or [""]
        for text, width in zip(row, widths, strict=True)
    ]
    for place in range(max(map(len, parts))):
        yield [part[place] if place < len(part) else "" for part in parts]


def drawn_and_spaced() -> None:
    """A table drawn with | and -, one with boxes and sections, one whose columns are kept by spaces on pages."""
    widths = (4, 34, 18, 22, 24)
    rows = numbered(ROWS[3:12])
    rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+"
    lines = ["ПЛАН МЕТОДИЧЕСКОЙ РАБОТЫ", "на 2024-2025 учебный год", "", rule]
    for row in (HEADING, *map(cells, rows)):
        lines += ["| " + " | ".join(f"{text:<{width}}" for text, width in zip(parts, widths, strict=True)) + " |"
                  for parts in _wrapped(row, widths)]  # fmt: skip
        lines.append(rule)
    keep("32-drawn.txt", "\n".join(lines).encode(),
         Truth(rows, "ПЛАН МЕТОДИЧЕСКОЙ РАБОТЫ на 2024-2025 учебный год", ugly=True))  # fmt: skip
    rows = numbered(ROWS[24:40])
    lines = ["", "                       План работы со школами на 2025-2026 учебный год", ""]
    for place, row in enumerate((HEADING, *map(cells, rows))):
        if place == 9:
            lines.append("\f")
        lines += ["  ".join(f"{text:<{width}}" for text, width in zip(parts, widths, strict=True)).rstrip()
                  for parts in _wrapped(row, widths)]  # fmt: skip
        lines.append("")
    keep("33-spaced.txt", "\r\n".join(lines).encode("cp1251"),
         Truth(rows, "План работы со школами на 2025-2026 учебный год", ugly=True))  # fmt: skip


def calendar() -> None:
    """Events of a calendar, whole days and hours."""
    events = (
        ("Семинар для учителей", "20241010", "20241011", "МБУ «ИМЦ»"),
        ("Неделя наставничества", "20241118", "20241123", ""),
    )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//RU", "X-WR-CALNAME:План методиста"]
    for place, (name, start, end, where) in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{place}@x", "DTSTAMP:20240901T000000Z", f"SUMMARY:{name}",
                  f"DTSTART;VALUE=DATE:{start}", f"DTEND;VALUE=DATE:{end}"]  # fmt: skip
        lines += [f"LOCATION:{where}"] if where else []
        lines.append("END:VEVENT")
    lines += ["BEGIN:VEVENT", "UID:9@x", "DTSTAMP:20240901T000000Z", "SUMMARY:Совещание директоров",
              "DTSTART:20250305T100000", "DTEND:20250305T120000", "END:VEVENT", "END:VCALENDAR", ""]  # fmt: skip
    rows = [Row("Семинар для учителей", "10.10.2024", note="Место: МБУ «ИМЦ»"),
            Row("Неделя наставничества", "18.11.2024 – 22.11.2024"),
            Row("Совещание директоров", "05.03.2025, 10:00")]  # fmt: skip
    keep("34-calendar.ics", "\r\n".join(lines).encode(), Truth(rows))


def make() -> None:
    """Writes all of them."""
    parted_cells()
    drawn_and_spaced()
    calendar()
