"""Writes the file of a new school year.

It is a file of its own, not a copy: it shares no change set with the old one and its records have keys of their own. A
copy has a common past, and merging it with last year's file would be a merge of two people's work on one plan: moved
dues and cleared results would stand against the old ones as newer edits of the same fields. The same keys would also
make the events of one year take the place of the other's in a calendar, for their UIDs follow from the keys. So the two
are files made separately, and ``copies.merging`` refuses to join those whose periods have no day in common.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSetKind
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.identity import new_id
from roadmap_desktop.model.period import school_year_label
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key, owner_value, references_of
from roadmap_desktop.operations.new_year.drafting import Draft, Drafting, Request
from roadmap_desktop.storage.attachments import bytes_of, content_of, put
from roadmap_desktop.storage.in_memory import open_to_view
from roadmap_desktop.storage.roadmap_file import RoadmapFile, create_file
from roadmap_desktop.storage.union import write_records

IsCancelled = Callable[[], bool]
Percent = Callable[[int], object]
# How often it is asked whether to stop, in records.
_BATCH = 200


def look_ahead(source: Path) -> Drafting:
    """The old file, to be drafted from; it is only read. Raises UserError."""
    with open_to_view(source) as file:
        return Drafting(file)


def start_new_year(
    source: Path,
    target: Path,
    request: Request,
    percent: Percent = lambda _percent: None,
    is_cancelled: IsCancelled = lambda: False,
) -> Draft:
    """Writes the new file, as one change set that cannot be undone, and returns what it holds. Callable from any
    thread. Raises UserError, also when the name is taken, Cancelled; nothing is left behind then."""
    with open_to_view(source) as file:
        drafting = Drafting(file)
        draft = drafting.draft(request, is_cancelled)
        label = f"Новый учебный год из карты {school_year_label(drafting.plan.info.period)}"

        def fill(made: RoadmapFile) -> None:
            with made.edit(label, ChangeSetKind.CREATION) as edit:
                for done, changes in enumerate(_changes(draft)):
                    if done % _BATCH == 0:
                        if is_cancelled():
                            raise Cancelled
                        percent(90 * done // len(draft.records))
                    write_records(edit.connection, changes)
                    edit.session.collector.record(changes)
                with file.read() as old:
                    _put_contents(edit.connection, old, draft, is_cancelled)
                if is_cancelled():
                    raise Cancelled

        create_file(target, fill)
    percent(100)
    return draft


def _changes(draft: Draft) -> Iterator[list[Change]]:
    """Each record under a new key, field by field."""
    keys: dict[Key, str] = {}
    for (table, id_), row in draft.records.items():
        kind, values = record_class(table), dict(row)
        for reference in references_of(table):
            target = reference.target(values[reference.field])
            if target is not None:
                own = keys[target]
                values[reference.field] = own if reference.table else owner_value(target[0], own)
        ends = [str(values[name]) for name in kind.keyed_by]
        keys[table, id_] = own = kind.key_of(*ends) if ends else new_id()
        yield [Change(table, own, name, NOTHING, value) for name, value in values.items()]


def _put_contents(
    new: sqlite3.Connection, old: sqlite3.Connection, draft: Draft, is_cancelled: IsCancelled
) -> None:
    for sha256 in sorted(set(_contents(draft.records.items()))):
        if is_cancelled():
            raise Cancelled
        content = content_of(old, sha256)
        if content is not None:
            is_whole = bytes_of(content) is not None
            put(new, content if is_whole else content._replace(is_compressed=False, data=None))


def _contents(records: Iterable[tuple[Key, dict[str, Any]]]) -> Iterator[str]:
    for (table, _), row in records:
        yield from (
            row[field.name] for field in record_class(table).fields if field.kind is FieldKind.CONTENT
        )
