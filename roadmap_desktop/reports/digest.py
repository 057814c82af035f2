"""«Свод по дорожным картам»: the files one under another, the activities with their state in each file."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from roadmap_desktop.model.digest import Digest
from roadmap_desktop.model.digest_tables import (
    ACTIVITY_LEAD,
    FILE_HEADINGS,
    FIRST_FILE_COLUMN,
    activity_headings,
    activity_rows,
    activity_total,
    file_rows,
    file_total,
)
from roadmap_desktop.model.russian import counted
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Caption,
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Table,
    headed,
    subtitle,
)

TITLE = "Свод по дорожным картам"
FONT_SIZE = 9
_FILES_ON_A_SHEET = 7
_WIDE = {"Файл": 34, "Дорожная карта": 52, "Руководитель": 18}
_TITLE_COLUMN = FILE_HEADINGS.index("Дорожная карта")
HOW_COUNTED = (
    "Каждое мероприятие учтено в одном столбце. «Просрочено» — срок прошёл, а мероприятие ещё запланировано или "
    "в работе. Процент считается от мероприятий, которые не отменены."
)
_WHERE = (
    "Номер перед названием файла — из таблицы файлов. Пустая клетка: такого мероприятия в файле нет. "
    "«Прочие» — запланированные, перенесённые и отменённые."
)

T = TypeVar("T")


def digest_report(digest: Digest, *, on_paper: bool = True) -> Document:
    """The digest as a landscape document of two tables. On paper the title of a plan, which schools mostly share,
    stands once above its files; in a workbook it is a column to filter by."""
    return headed(TITLE, _blocks(digest, on_paper), PageSetup(Orientation.LANDSCAPE, FONT_SIZE))


def _blocks(digest: Digest, on_paper: bool) -> Iterator[Block]:
    yield subtitle(_summary(digest))
    yield Heading("По файлам", level=2)
    yield Paragraph(HOW_COUNTED, small=True)
    yield _under_titles(digest) if on_paper else _files(digest)
    if digest.activities:
        yield PageBreak()
        yield Heading("По мероприятиям", level=2)
        yield Paragraph(_WHERE, small=True)
        yield _activities(digest)


def _summary(digest: Digest) -> str:
    refused = len(digest.files) - len(digest.read)
    said = f"На {digest.today:%d.%m.%Y} · {counted(len(digest.files), 'файл', 'файла', 'файлов')}"
    return f"{said} · не прочитано: {refused}" if refused else said


def _files(digest: Digest) -> Table:
    columns = tuple(
        Column(title, _WIDE[title]) if title in _WIDE else Column(title, 0, Align.CENTRE)
        for title in FILE_HEADINGS
    )
    rows = [Row(cells) for cells in file_rows(digest)]
    return Table(columns, (*rows, Row(file_total(digest), is_total=True)))


def _under_titles(digest: Digest) -> Table:
    """The files without the column of titles: each run of files of one plan has its caption, and a refusal stands
    beside the name of its file."""
    whole = _files(digest)
    rows: list[Row | Caption] = []
    title = ""
    for line, row in zip(digest.files, whole.rows, strict=False):
        assert isinstance(row, Row)
        if not line.refusal and line.title != title:
            title = line.title
            rows.append(Caption(title or "(без названия)"))
        named = f"{line.caption}: {line.refusal}" if line.refusal else line.caption
        rows.append(replace(row, cells=_without_title((row.cells[0], named, *row.cells[2:]))))
    total = Row(_without_title(file_total(digest)), is_total=True)
    return Table(_without_title(whole.columns), (*rows, total))


def _without_title(cells: tuple[T, ...]) -> tuple[T, ...]:
    return cells[:_TITLE_COLUMN] + cells[_TITLE_COLUMN + 1 :]


def _activities(digest: Digest) -> Table:
    headings = activity_headings(digest)
    counts = [Column(title, 0, Align.CENTRE) for title in headings[ACTIVITY_LEAD:FIRST_FILE_COLUMN]]
    files = [Column(title, 27, Align.CENTRE) for title in headings[FIRST_FILE_COLUMN:]]
    rows = [Row(cells) for cells in activity_rows(digest)]
    return Table(
        (Column(headings[0], 0, Align.CENTRE), Column(headings[1], 80), *counts, *files),
        (*rows, Row(activity_total(digest), is_total=True)),
        lead=ACTIVITY_LEAD,
        most=_FILES_ON_A_SHEET,
    )
