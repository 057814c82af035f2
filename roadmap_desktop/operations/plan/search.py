"""Search over everything: activities and their sections, the records of all registers, revisions, the names of
attached files."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.model.listing import Listing, Names
from roadmap_desktop.model.references import owner_key
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Section
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.file.attachments import list_attachments
from roadmap_desktop.operations.plan.revisions import order_text, revisions
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.search_index import Entry
from roadmap_desktop.storage.search_index import SearchIndex as SearchIndex

SECTIONS, REVISIONS = Section.__tablename__, Revision.__tablename__
_FILES = Attachment.__tablename__
_TITLES = {SECTIONS: "Разделы", REVISIONS: "Редакции", _FILES: "Файлы"}


class Hit(NamedTuple):
    """What was found: ``sort`` and ``record_id`` say where it is, a register's id, «section» or «revision», and a key;
    ``line`` is where the words stand."""

    sort: str
    record_id: str
    title: str
    line: str


class HitGroup(NamedTuple):
    """Hits of one sort: ``group_id`` names it, ``number`` all, ``hits`` the first of them."""

    group_id: str
    title: str
    number: int
    hits: tuple[Hit, ...]


def build_index(file: RoadmapFile, is_cancelled: Callable[[], bool] = lambda: False) -> SearchIndex:
    """An index of everything in the file, as it is now. Raises UserError, Cancelled."""
    return SearchIndex(_entries(file, is_cancelled))


def search(index: SearchIndex, query: str) -> list[HitGroup]:
    """What is found, sections and activities first, then registers in their order, revisions and files."""
    return [
        HitGroup(
            found.group_id,
            _TITLES.get(found.group_id) or BY_ID[found.group_id].title,
            found.number,
            tuple(Hit(*_place(found.group_id, id_), title, line) for id_, title, line in found.entries),
        )
        for found in index.find(query)
    ]


def _place(group_id: str, record_id: str) -> tuple[str, str]:
    """Where it is: a file is at what it is attached to."""
    if group_id != _FILES:
        return group_id, record_id
    table, key = owner_key(record_id)
    return (BY_TABLE[table].id if table in BY_TABLE else table), key


def _entries(file: RoadmapFile, is_cancelled: Callable[[], bool]) -> Iterator[Entry]:
    for register in BY_ID.values():
        if is_cancelled():
            raise Cancelled
        listing = read_listing(file, register)
        if isinstance(listing, Plan):
            yield from _sections(listing)
        names = {record.id: listing.name(record) for record in listing.rows}
        for record in _in_order(listing, names):
            lines = [
                f"{field.label}: {text}" for field in register.fields if (text := listing.text(record, field))
            ]
            number = f"{record.number}. " if register.is_numbered else ""
            yield Entry(register.id, record.id, f"{number}{names[record.id]}", "\n".join(lines))
    for revision in revisions(file):
        yield Entry(REVISIONS, revision.id, revision.name, order_text(revision))
    for attached in list_attachments(file):
        yield Entry(_FILES, attached.owner, attached.name, size_shown(attached.size))


def _sections(plan: Plan) -> Iterator[Entry]:
    inside = Counter(row.section_id for row in plan.activities)
    for section in plan.sections:
        yield Entry(SECTIONS, section.id, section.name, activities_counted(inside[section.id]))


def _in_order(listing: Listing, names: Names) -> Sequence[Any]:
    """Records as their numbers say, else by name: the keys of links would put them anyhow."""
    if listing.register.is_numbered:
        return listing.rows
    return sorted(listing.rows, key=lambda row: (as_counted(names[row.id]), row.id))
