"""Where a plan can be taken from: a document of another program, the clipboard, another roadmap. It is only read."""

import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.exchange.documents.allowance import MOST_BYTES, Allowance, too_large
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.documents.source_document import Cell, Kind, SourceDocument, Table
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan, unread_dues
from roadmap_desktop.exchange.plan_reading.reading import CellPlace, OrderWords, PlanReading, PlanRow
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.operations.plan.reading import read_plan as plan_of
from roadmap_desktop.storage.failures import known_failures
from roadmap_desktop.storage.in_memory import open_to_view

TABLE_SUFFIXES: Final = (
    *(".docx", ".docm", ".odt", ".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".pdf", ".txt", ".html", ".htm"),
    *(".doc", ".xls", ".rtf"),
)
"""Endings of the files in which a table can stand."""
SUFFIXES: Final = (*TABLE_SUFFIXES, ".ics", ".roadmap")
"""Endings of the files that can be read."""
_CLIPBOARD = "буфер обмена"
# A mark of UTF-8: what the clipboard's page says of its own encoding is of another time.
_UTF_8 = b"\xef\xbb\xbf"
_DATABASE = b"SQLite format 3\0"
# What of an activity of another roadmap stands in the table that is shown of it.
_SHOWN = ("number", "section", "name", "due_text", "performers", "expected_result", "note", "state")
# What has no place in a row that is read goes to its note, as columns of documents do.
_DONE = ("actual_result", "completed_on")


class Source(NamedTuple):
    """A document as it was read. ``path`` is None for the clipboard; ``plan`` is what another roadmap holds, which
    needs no understanding."""

    name: str
    path: Path | None
    document: SourceDocument
    plan: PlanReading | None = None


def allowance_for(
    is_cancelled: Callable[[], bool], percent: Callable[[int], object] | None = None
) -> Allowance:
    """What one reading may take; ``percent`` is told how far it is."""
    return Allowance(
        is_cancelled, (lambda share: percent(round(share * 100))) if percent is not None else None
    )


def open_source(path: Path, allowance: Allowance | None = None) -> Source:
    """Reads a file of whatever program. Nothing in it is run. Raises UserError for what cannot be read, Cancelled."""
    with known_failures(path):
        # A named pipe would be waited for without end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise UserError(f"«{path.name}» — не документ.", NOTHING_CHANGED, "Выберите файл.")
        with path.open("rb") as file:
            is_roadmap = file.read(len(_DATABASE)) == _DATABASE
        if is_roadmap:
            return _roadmap(path)
        if path.stat().st_size > MOST_BYTES:
            raise too_large()
        data = path.read_bytes()
    return Source(path.name, path, read_document(data, path.name, allowance))


def clipboard_source(text: str, html: str, allowance: Allowance | None = None) -> Source:
    """What another program has put on the clipboard: its page if there is a table in it, or else its text. Raises
    UserError, Cancelled."""
    allowance = allowance or Allowance()
    if html.strip():
        page = read_document(_UTF_8 + html.encode("utf-8", "replace"), f"{_CLIPBOARD}.html", allowance)
        if page.tables or not text.strip():
            return Source(_CLIPBOARD, None, page)
    if not text.strip():
        raise UserError(
            "В буфере обмена нет текста.", NOTHING_CHANGED, "Скопируйте таблицу в Word, Excel или на сайте."
        )
    return Source(
        _CLIPBOARD,
        None,
        read_document(_UTF_8 + text.encode("utf-8", "replace"), f"{_CLIPBOARD}.txt", allowance),
    )


def understand(
    source: Source, columns: Mapping[int, str] | None = None, allowance: Allowance | None = None
) -> PlanReading:
    """The plan in a source; ``columns`` says by their numbers, from 0, what columns hold where that was not
    understood, "" for the note. Raises UserError where there is no plan, Cancelled."""
    return source.plan if source.plan is not None else read_plan(source.document, columns, allowance)


def read_source(path: Path, columns: Mapping[int, str] | None = None) -> PlanReading:
    """What is understood of a file, see ``open_source`` and ``understand``. Raises UserError."""
    allowance = Allowance()
    return understand(open_source(path, allowance), columns, allowance)


def corrected(reading: PlanReading, dues: Mapping[int, DueValue]) -> PlanReading:
    """The reading with other dues for rows of these indices."""
    rows = [
        replace(row, due_text=dues[index].text, due_dates=dues[index].dates) if index in dues else row
        for index, row in enumerate(reading.rows)
    ]
    return replace(reading, rows=tuple(rows), unread=unread_dues(rows, reading.period))


def draft_of(row: PlanRow) -> ActivityDraft:
    """The activity that a row becomes."""
    return ActivityDraft(
        row.name,
        due_text=row.due_text,
        due_dates=row.due_dates,
        performers=row.performers,
        expected_result=row.expected_result,
        note=row.note,
        state=row.state,
    )


def _roadmap(path: Path) -> Source:
    with open_to_view(path) as file:
        plan = plan_of(file)
    sections = {section.id: section.name for section in plan.sections}
    rows = [_row(plan, row, sections.get(row.section_id or "", "")) for row in plan.activities]
    if not rows:
        raise UserError(
            f"В дорожной карте «{path.name}» нет мероприятий.", NOTHING_CHANGED, "Выберите другую."
        )
    shown = [name for name in _SHOWN if any(value_text(getattr(row, name)) for row in rows)]
    table = Table(tuple(_cells(shown, rows)))
    info = plan.info
    reading = PlanReading(
        info.title,
        OrderWords(
            info.annex_number,
            info.order_number,
            info.order_date,
            info.approving_body,
            info.head_post,
            info.head_name,
        ),
        info.period,
        tuple(
            replace(row, places={name: (CellPlace(0, index, column),) for column, name in enumerate(shown)})
            for index, row in enumerate(rows, start=1)
        ),
        unread=unread_dues(rows, info.period),
        columns={0: tuple(shown)},
    )
    return Source(path.name, path, SourceDocument(Kind.ROADMAP, (table,)), reading)


def _row(plan: Plan, row: ActivityRow, section: str) -> PlanRow:
    more = [
        f"{field_of(Activity, name).label}: {text}"
        for name in _DONE
        if (text := value_text(getattr(row, name)))
    ]
    return PlanRow(
        row.number,
        section,
        row.name,
        row.due_text,
        row.performers,
        row.expected_result,
        "\n".join(filter(None, (row.note, *more))),
        row.state,
        row.due_dates,
    )


def _cells(shown: Sequence[str], rows: Sequence[PlanRow]) -> Iterator[tuple[Cell, ...]]:
    labels = {"number": "№ п/п", "section": "Раздел"}
    yield tuple(
        Cell(labels.get(name) or field_of(Activity, name).label, 0, column)
        for column, name in enumerate(shown)
    )
    for index, row in enumerate(rows, start=1):
        yield tuple(Cell(value_text(getattr(row, name)), index, column) for column, name in enumerate(shown))
