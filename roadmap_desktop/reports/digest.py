"""«Свод по дорожным картам»: the files one under another, the activities with their state in each file."""

from collections.abc import Iterator

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
    Column,
    Document,
    Heading,
    Orientation,
    PageBreak,
    PageSetup,
    Paragraph,
    Row,
    Table,
)

TITLE = "Свод по дорожным картам"
FONT_SIZE = 9
_FILES_ON_A_SHEET = 7
_WIDE = {"Файл": 22, "Дорожная карта": 52, "Руководитель": 18}
_HOW = (
    "Процент считается от мероприятий, которые не отменены. "
    "«Просрочено» — срок прошёл, а мероприятие ещё запланировано или в работе."
)


def digest_report(digest: Digest) -> Document:
    """The digest as a landscape document of two tables."""
    return Document(
        title=TITLE,
        blocks=tuple(_blocks(digest)),
        page=PageSetup(Orientation.LANDSCAPE, FONT_SIZE),
    )


def _blocks(digest: Digest) -> Iterator[Block]:
    yield Heading(TITLE)
    yield Paragraph(_summary(digest), Align.CENTRE, small=True)
    yield Heading("По файлам", level=2)
    yield Paragraph(_HOW, small=True)
    yield _files(digest)
    if digest.activities:
        yield PageBreak()
        yield Heading("По мероприятиям", level=2)
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


def _activities(digest: Digest) -> Table:
    headings = activity_headings(digest)
    counts = [Column(title, 0, Align.CENTRE) for title in headings[ACTIVITY_LEAD:FIRST_FILE_COLUMN]]
    files = [Column(title, 27, Align.CENTRE) for title in headings[FIRST_FILE_COLUMN:]]
    rows = [Row(cells) for cells in activity_rows(digest)]
    return Table(
        (Column("№", 0, Align.CENTRE), Column("Мероприятие", 80), *counts, *files),
        (*rows, Row(activity_total(digest), is_total=True)),
        lead=ACTIVITY_LEAD,
        most=_FILES_ON_A_SHEET,
    )
