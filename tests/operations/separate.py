"""Files made separately with records of every sort, drawn at random, and how records are called whatever their keys."""

import hashlib
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.model.references import owner_key, owner_value, references_of
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.revision import Revision
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.operations.file.files import create_empty, open_roadmap, parse_school_year
from roadmap_desktop.operations.registers.record_listing import folded_name
from roadmap_desktop.storage.attachments import Content, put
from roadmap_desktop.storage.editing import Edit
from roadmap_desktop.storage.expected import Records
from roadmap_desktop.storage.merging import reading
from roadmap_desktop.storage.rows import select_values
from roadmap_desktop.storage.union import all_records

KINDS = [kind for kind in RECORDS if kind is not Roadmap]
# The same names come up in both files, also written otherwise.
WORDS = ("", "СОШ № 5", "сош №5", "МБОУ СОШ № 5", "Семинар", "семинар ", "Ещё один", "Еще один", "Второй")
# What is done one after another: which sort of record, and the chance that decides about its values.
DEEDS = st.lists(st.tuples(st.integers(0, len(KINDS) - 1), st.integers(0, 10_000)), max_size=40)


def make_file(path: Path, deeds: Iterable[tuple[int, int]]) -> Path:
    """A file with a record for each deed, as far as there is what it needs; every third is an edit of its own."""
    create_empty(path, parse_school_year("2026-2027"))
    with open_roadmap(path) as file:
        waiting = list(deeds)
        for start in range(0, len(waiting), 3):
            with file.edit("Записи") as edit:
                for kind, seed in waiting[start : start + 3]:
                    _add(edit, KINDS[kind], random.Random(seed))
                    edit.flush()
    return path


def _add(edit: Edit, kind: type[Record], chance: random.Random) -> None:
    pointed_at = {reference.field: reference for reference in references_of(kind.__tablename__)}
    values: dict[str, Any] = {}
    for field in kind.fields:
        reference = pointed_at.get(field.name)
        if reference is None:
            values[field.name] = _value(edit, kind, field, chance)
            continue
        tables = (
            [reference.table]
            if reference.table
            else [table for table in BY_TABLE if BY_TABLE[table].takes_files]
        )
        keys = [
            (table, id_)
            for table in tables
            for id_ in select_values(edit.connection, record_class(table), "id")
        ]
        table, id_ = chance.choice(sorted(keys)) if keys else ("", None)
        if id_ is None and reference.needed:
            return
        values[field.name] = id_ if reference.table else owner_value(table, str(id_))
    made = kind(**values)
    if edit.get(kind, made.id) is None:
        edit.add(made)


def _value(edit: Edit, kind: type[Record], field: Field, chance: random.Random) -> Any:
    match field.kind:
        case FieldKind.CONTENT:
            return _attached(edit, chance)
        case FieldKind.DATE:
            from datetime import date

            return date(2026, 10, chance.randint(1, 3))
        case FieldKind.ORDER:
            return chance.choice("FVVk")
        case FieldKind.CHOICE:
            return chance.choice([field.value(word) for word in field.choices])
        case FieldKind.NUMBER | FieldKind.DECIMAL | FieldKind.SHARE:
            return chance.randint(1, 3)
        case FieldKind.YEAR:
            return chance.choice(("2025–2026", "2026–2027"))
        case FieldKind.WORDS:
            return field.choices[0] if field.choices else ""
        case FieldKind.DUE:
            return chance.choice(("октябрь", "ноябрь"))
    return chance.choice(WORDS)


def _attached(edit: Edit, chance: random.Random) -> str:
    data = bytes([chance.randint(1, 3)]) * 100
    sha256 = hashlib.sha256(data).hexdigest()
    put(edit.connection, Content(sha256, len(data), False, data))
    return sha256


def records(path: Path) -> Records:
    with reading(path) as journal:
        return all_records(journal.connection)


def names(path: Path) -> set[tuple[Any, ...]]:
    """How every record is known, whatever its key; who performs an activity is a field of it, and is chosen."""
    found = records(path)
    return {
        _name(found, table, id_)
        for table, rows in found.items()
        if table not in (Revision.__tablename__, "activity_performer")
        for id_ in rows
    }


def _name(found: Records, table: str, id_: str) -> tuple[Any, ...]:
    register, row = BY_TABLE.get(table), found[table][id_]
    pointed_at = {reference.field: reference for reference in references_of(table)}
    needed = [name for name, reference in pointed_at.items() if reference.needed]
    own = register.named_by if register else ("sha256",) if table == "attachment" else ("name",)
    known: list[Any] = [table]
    for name in (register and register.unique_by) or dict.fromkeys((*needed, *own)):
        if table == "roadmap" or name not in row:
            continue
        reference = pointed_at.get(name)
        if reference is None:
            known.append(folded_name(row[name]))
        elif row[name]:
            target = reference.table or owner_key(str(row[name]))[0]
            known.append(_name(found, target, str(row[name]).rpartition("/")[2]))
    return tuple(known)
