"""The history as a table shows it: a register that no table of the file stands behind."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field, FieldKind, labelled
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.local_time import here
from roadmap_desktop.model.register import Register
from roadmap_desktop.operations.plan.file_history import HistoryLine
from roadmap_desktop.ui.table.cells import Cells
from roadmap_desktop.ui.table.facets import Facet


class _Change(Record):
    """What the columns show."""

    __tablename__ = "history_line"
    caption: ClassVar[str] = "Правка"

    at: str = labelled("Когда")
    author: str = labelled("Кто")
    sort: str = labelled("Где")
    record: str = labelled("Запись", FieldKind.TEXT)
    what: str = labelled("Что изменено")
    old: str = labelled("Было", FieldKind.TEXT)
    new: str = labelled("Стало", FieldKind.TEXT)


CHANGES = Register(
    "history",
    _Change,
    "История изменений",
    ("правка", "правки", "правок"),
    "",
    columns=("at", "author", "sort", "record", "what", "old", "new"),
    groups=(),
    named_by=("what",),
)


class HistoryListing(Listing):
    """Lines as they were made, the newest first."""

    def __init__(self, lines: Sequence[HistoryLine]) -> None:
        super().__init__(CHANGES, lines, {})

    def value(self, row: Any, field: str) -> Any:
        """The value of a column."""
        return f"{here(row.at):%d.%m.%Y %H:%M}" if field == "at" else getattr(row, field)

    def values(self, row: Any) -> dict[str, Any]:
        """All columns by name."""
        return {field.name: self.value(row, field.name) for field in CHANGES.fields}


class HistoryCells(Cells):
    """They are only read."""

    fixed = CHANGES.columns
    # Every field that was changed says the record's name again.
    most_lines = 3

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(CHANGES, today)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Where it was, who did it, and to which record."""
        return (
            Facet("sort", "Где", lambda row: (row.sort,), every="Везде"),
            Facet("author", "Кто", lambda row: (row.author,), every="Все авторы"),
            Facet(
                "record",
                "Запись",
                lambda row: (row.record,) if row.record else (),
                plural="Записи",
                every="Все записи",
            ),
        )

    def order(self, row: Any, field: Field) -> Any:
        """Times as they come."""
        return row.at if field.name == "at" else super().order(row, field)
