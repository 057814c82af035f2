"""The second sample: an invented district with every register filled. No person or school in it is real: names are put
together of words like «Образцова», schools have numbers alone."""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.due import shift_wording
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import owner_key, owner_value, references_of
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap, read_sample
from roadmap_desktop.operations.registers.assigning import Assigning
from roadmap_desktop.storage import attachments
from roadmap_desktop.storage.roadmap_file import RoadmapFile

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit


def create_full_sample(path: Path, period: Period | None = None) -> None:
    """Makes a file from the sample, moved to the school year of ``period``, with the invented district in it. The same
    every time but for the keys of records and the times of the history. Raises UserError when it cannot."""
    create_from_sample(path, period)
    with open_roadmap(path) as file:
        fill_district(file, period or school_year("2020"))


def fill_district(file: RoadmapFile, period: Period) -> None:
    """Fills every register of a plan made from the sample, as one edit. Raises UserError."""
    sample = read_sample("district-2020-2021.json")
    with file.edit("Заполнен «Образцовый район»") as edit:
        edit.find(Roadmap)[0].approving_body = sample["approving_body"]
        years = period.start.year - school_year(sample["school_year"]).start.year
        _Loader(edit, years).load(sample["tables"])


class _Loader:
    """Records from rows in which others are named by their tables' rows, from 1; dates and school years are moved by
    ``years``."""

    def __init__(self, edit: "Edit", years: int) -> None:
        self._edit, self._years = edit, years
        self._ids: dict[str, list[str]] = {}

    def load(self, tables: dict[str, list[list[Any]]]) -> None:
        """Adds the rows of each table, the first of which names the fields; the activities are there already."""
        activities = self._edit.find(Activity, order=("position",))
        self._ids[Activity.__tablename__] = [activity.id for activity in activities]
        rows = self._rows(Activity.__tablename__, *tables.pop(Activity.__tablename__))
        for activity, values in zip(activities, rows, strict=True):
            for name, value in values.items():
                setattr(activity, name, value)
        for table, lines in tables.items():
            assigning = Assigning(self._edit, record_class(table))
            self._ids[table] = [assigning.add(values).id for values in self._rows(table, *lines)]
            self._edit.flush()

    def _rows(self, table: str, names: list[str], *rows: list[Any]) -> Iterator[dict[str, Any]]:
        return (self._values(table, dict(zip(names, row, strict=True))) for row in rows)

    def _values(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        if "text" in row:
            row |= self._put_content(row.pop("text"))
        references = {reference.field: reference.table for reference in references_of(table)}
        return {
            name: self._reference(references[name], value)
            if name in references
            else self._value(field_of(record_class(table), name), value)
            for name, value in row.items()
        }

    def _reference(self, table: str | None, value: Any) -> str | None:
        if value is None:
            return None
        named, number = (table, value) if table is not None else owner_key(value)
        key = self._ids[named][int(number) - 1]
        return key if table is not None else owner_value(named, key)

    def _value(self, field: Field, value: Any) -> Any:
        if field.kind is FieldKind.DATE and value:
            return _moved(field.value(value), self._years)
        return shift_wording(value, self._years) if field.kind is FieldKind.YEAR else field.value(value)

    def _put_content(self, text: str) -> dict[str, Any]:
        """The fields of an attachment whose file, put beside the records here, has that text."""
        data = text.encode()
        content = attachments.Content(
            hashlib.sha256(data).hexdigest(), len(data), is_compressed=False, data=data
        )
        attachments.put(self._edit.connection, content)
        return {"sha256": content.sha256, "size": content.size}


def _moved(day: date, years: int) -> date:
    """The same day so many years later, or the Friday before where nobody works on it."""
    moved = day.replace(year=day.year + years)
    return moved - timedelta(days=max(0, moved.weekday() - 4)) if years else day
