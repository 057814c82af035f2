"""Search over everything: activities and the records of all registers."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.registers import BY_ID, REGISTERS
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.operations.record_listing import read_listing
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.search_index import Entry, SearchIndex

ACTIVITIES = Activity.__tablename__


class Hit(NamedTuple):
    """A record that was found: ``line`` is where the words stand."""

    record_id: str
    title: str
    line: str


class HitGroup(NamedTuple):
    """Hits of one sort: ``group_id`` is a register's id or «activity»; ``number`` all, ``hits`` the first of them."""

    group_id: str
    title: str
    number: int
    hits: tuple[Hit, ...]


def build_index(file: RoadmapFile, is_cancelled: Callable[[], bool] = lambda: False) -> SearchIndex:
    """An index of everything in the file, as it is now. Raises KnownError, Cancelled."""
    return SearchIndex(_entries(file, is_cancelled))


def search(index: SearchIndex, query: str) -> list[HitGroup]:
    """What is found, activities first, then registers in their order."""
    return [
        HitGroup(
            found.group_id,
            "Мероприятия" if found.group_id == ACTIVITIES else BY_ID[found.group_id].title,
            found.number,
            tuple(Hit(*entry) for entry in found.entries),
        )
        for found in index.find(query)
    ]


def _entries(file: RoadmapFile, is_cancelled: Callable[[], bool]) -> Iterator[Entry]:
    for row in read_plan(file).activities:
        texts = (row.due_text, ", ".join(row.performers), row.expected_result, row.actual_result, row.note)
        yield Entry(ACTIVITIES, row.id, f"{row.number}. {row.name}", "\n".join(texts))
    for register in REGISTERS:
        if is_cancelled():
            raise Cancelled
        listing = read_listing(file, register)
        for record in listing.rows:
            lines = [
                f"{field.label}: {text}" for field in register.fields if (text := listing.text(record, field))
            ]
            yield Entry(register.id, record.id, listing.name(record), "\n".join(lines))
