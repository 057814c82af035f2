"""The history of the whole file, a line for each field: what it was, what it became; and one of them taken back."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.model.base import Record, field_of
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind, Value
from roadmap_desktop.model.checks import mistakes_in
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.record_names import name_of
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.model.references import Key, owner_key, references_of
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.model.russian import quoted, small
from roadmap_desktop.operations.plan.history_words import shown_value
from roadmap_desktop.operations.registers.record_listing import Names, names_in
from roadmap_desktop.storage.journal import reader
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import exists, select

# Lines of one change set; a pasted list of five thousand is told by its first records.
_MOST = 30
_PREFIX = {ChangeSetKind.UNDO: "отменено: ", ChangeSetKind.REDO: "повторено: "}


class HistoryLine(NamedTuple):
    """One field of one record in one change set, or a record that came or went. ``sort`` is what such records are
    called, ``what`` the field or what happened; ``key`` is the record's, ``field`` and ``before`` say what can be
    taken back: nothing where there is no field."""

    id: str
    at: datetime
    author: str
    sort: str
    record: str
    what: str
    old: str = ""
    new: str = ""
    key: Key = ("", "")
    field: str = ""
    before: Value = None


def file_history(file: RoadmapFile, limit: int | None = None) -> list[HistoryLine]:
    """The newest ``limit`` change sets (None: all) line by line, newest first."""
    with file.read() as connection:
        made = reader.file_history(connection, limit)
        names = _Names(connection, made)
        return [line for one in made for line in _lines(one, names)]


def change_count(file: RoadmapFile) -> int:
    """How many change sets there are."""
    with file.read() as connection:
        return reader.edition(connection)[1]


def is_there(file: RoadmapFile, key: Key) -> bool:
    """Whether there is that record, still or again."""
    with file.read() as connection:
        return exists(connection, record_class(key[0]), key[1])


def return_value(file: RoadmapFile, line: HistoryLine) -> ChangeSet | None:
    """Gives a field the value again that it had before that line. Raises UserError for a record that is gone, for a
    value that it has already, that points at a record that is gone, or no longer goes with the others."""
    table, id_ = line.key
    kind = record_class(table)
    field = field_of(kind, line.field)
    value = field.value(line.before)
    of_whom = f", {small(kind.caption)} {quoted(line.record)}" if line.record else ""
    with file.edit(f"Возвращено прежнее: {small(field.label)}{of_whom}") as edit:
        record = edit.get(kind, id_)
        if record is None:
            raise UserError(
                "Этой записи уже нет: её удалили.",
                NOTHING_CHANGED,
                "Сначала верните запись: отмените удаление.",
            )
        if (
            field.references
            and value is not None
            and not exists(edit.connection, record_class(field.references), value)
        ):
            raise UserError(f"«{line.old}» вернуть нельзя: этой записи уже нет.", NOTHING_CHANGED)
        if getattr(record, field.name) == value:
            raise UserError("Прежнее значение уже стоит в этой записи.", NOTHING_CHANGED)
        values = {one.name: getattr(record, one.name) for one in kind.fields} | {field.name: value}
        register = BY_TABLE.get(table)
        mistakes = mistakes_in(register, values) if register is not None else {}
        if mistakes:
            name, why = next(iter(mistakes.items()))
            raise UserError(f"{field_of(kind, name).label}: {why}", NOTHING_CHANGED)
        setattr(record, field.name, value)
    return edit.change_set


class _Link(NamedTuple):
    """What a link means to its owner: the field that it is a part of, and what it names there."""

    owner: Callable[[Mapping[str, Any]], Key]
    label: str
    named: Callable[[Mapping[str, Any], "_Names"], str]


@cache
def _links() -> dict[str, _Link]:
    """The tables whose records are parts of other records, as people see them."""
    found = {
        Attachment.__tablename__: _Link(
            lambda values: owner_key(str(values["owner"])),
            "Файл",
            lambda values, _names: shown_name(str(values["name"])),
        ),
        ActivityLink.__tablename__: _Link(
            lambda values: owner_key(str(values["owner"])),
            "Мероприятие",
            lambda values, names: names.of(("activity", str(values["activity_id"]))),
        ),
    }
    for kind in RECORDS:
        for field in kind.declared:
            if field.through:
                found[field.through] = _link_of(kind, field)
    return found


def _link_of(kind: type[Record], field: Field) -> _Link:
    table = kind.__tablename__
    ends = {one.table: one.field for one in references_of(field.through)}
    own = ends.pop(table)
    ((named_table, named),) = ends.items()
    return _Link(
        lambda values: (table, str(values[own])),
        field.label,
        lambda values, names: names.of((named_table, str(values[named]))),
    )


class _Names:
    """What records are called, or were while there were any."""

    def __init__(self, connection: sqlite3.Connection, made: list[ChangeSet]) -> None:
        self._connection = connection
        wanted: dict[str, set[str]] = {}
        self.whole: dict[Key, dict[str, Any]] = {}  # the values of those that came or went
        for change in (change for one in made for change in one.changes):
            key = change.table, change.record_id
            wanted.setdefault(change.table, set()).add(change.record_id)
            if NOTHING in (change.old, change.new):
                value = change.new if change.old is NOTHING else change.old
                self.whole.setdefault(key, {}).setdefault(change.field, value)
            for reference in references_of(change.table):
                if reference.field == change.field:
                    for target in map(reference.target, (change.old, change.new)):
                        if target is not None:
                            wanted.setdefault(target[0], set()).add(target[1])
        self.by_table = {table: dict(self._read(table, keys)) for table, keys in wanted.items()}
        gone = {table: keys - self.by_table[table].keys() for table, keys in wanted.items()}
        # What is gone may be named by what is gone: a partnership by its schools.
        for _ in range(2):
            for table, keys in gone.items():
                self.by_table[table] |= {id_: name for id_ in keys if (name := self._gone((table, id_)))}

    def of(self, key: Key) -> str:
        table, id_ = key
        known = self.by_table.setdefault(table, {})
        if id_ not in known:
            known[id_] = self._read(table, {id_}).get(id_, "")
        return known[id_]

    def ends(self, key: Key) -> dict[str, Any]:
        """The values of a link."""
        if key in self.whole:
            return self.whole[key]
        kind = record_class(key[0])
        names = [field.name for field in kind.fields]
        rows = select(self._connection, kind, names, {"id": [key[1]]})
        return dict(zip(names, rows[0], strict=True)) if rows else {}

    def _gone(self, key: Key) -> str:
        values, register = self.whole.get(key, {}), BY_TABLE.get(key[0])
        return name_of(register, values, self.by_table) if register else str(values.get("name") or "")

    def _read(self, table: str, keys: set[str]) -> Names:
        try:
            has_name = table in BY_TABLE or any(field.name == "name" for field in record_class(table).fields)
        except KeyError:
            return {}
        return names_in(self._connection, table, keys) if has_name else {}


def _lines(made: ChangeSet, names: _Names) -> Iterator[HistoryLine]:
    told = list(_told(made, names)) if made.kind is not ChangeSetKind.CREATION else []
    if not told:
        told = [HistoryLine("", made.at, "", "Дорожная карта", "", made.label)]
    elif len(told) > _MOST:
        rest = HistoryLine(
            "", made.at, "", told[0].sort, "", f"и ещё {len(told) - _MOST} ({small(made.label)})"
        )
        told = [*told[:_MOST], rest]
    prefix = _PREFIX.get(made.kind, "") if told[0].sort and told[0].what != made.label else ""
    for index, line in enumerate(told):
        what = f"{prefix}{small(line.what)}" if prefix else line.what
        yield line._replace(id=f"{made.id}/{index}", author=made.author_shown, what=what)


def _told(made: ChangeSet, names: _Names) -> Iterator[HistoryLine]:
    by_record: dict[Key, list[Change]] = {}
    for change in made.changes:
        by_record.setdefault((change.table, change.record_id), []).append(change)
    is_whole = {key for key, of_one in by_record.items() if NOTHING in (of_one[0].old, of_one[0].new)}
    went = {key for key in is_whole if by_record[key][0].new is NOTHING}
    parts: dict[tuple[Key, str], tuple[list[str], list[str]]] = {}
    ends: set[Key] = set()
    for key, of_one in by_record.items():
        link = _links().get(key[0])
        if link is None or not (values := names.ends(key)):
            continue
        own = {target for one in references_of(key[0]) if (target := one.target(values.get(one.field)))}
        ends |= own
        # What came or went with the record itself goes without saying.
        if link.owner(values) not in is_whole and not own & went:
            gone, come = parts.setdefault((link.owner(values), link.label), ([], []))
            if key in is_whole:
                (come if of_one[0].old is NOTHING else gone).append(link.named(values, names))
    for key, of_one in by_record.items():
        # A performer who was never named before is told of where he performs.
        if key[0] not in _links() and not (key in is_whole & ends and key[0] not in BY_TABLE):
            yield from _of_record(made, key, of_one, names)
    for (owner, label), (gone, come) in parts.items():
        line = _line(made, owner, names, label)
        if line is not None:
            old, new = ", ".join(gone), ", ".join(come) or ("" if gone else "изменён порядок")
            yield line._replace(old=old, new=new)


def _of_record(made: ChangeSet, key: Key, changes: list[Change], names: _Names) -> Iterator[HistoryLine]:
    whole = NOTHING in (changes[0].old, changes[0].new)
    line = _line(made, key, names, "удалено" if changes[0].new is NOTHING else "добавлено")
    if line is None or whole:
        yield from [line] if line is not None else []
        return
    fields = {field.name: field for field in record_class(key[0]).fields}
    # What other programs wrote into the journal may name a field that there is not.
    known = [(fields[change.field], change) for change in changes if change.field in fields]
    for field, change in known:
        if field.kind is not FieldKind.ORDER:
            old, new = (shown_value(field, value, names.by_table) for value in (change.old, change.new))
            can_return = not (field.kind is FieldKind.LINK and len(known) > 1 and _has_order(known))
            yield line._replace(
                what=field.label,
                old=old,
                new=new,
                field=field.name if can_return else "",
                before=change.old if can_return else None,
            )
        elif len(known) == 1:
            yield line._replace(what="перемещено")


def _has_order(known: list[tuple[Field, Change]]) -> bool:
    """Whether it was moved: its section alone cannot be taken back."""
    return any(field.kind is FieldKind.ORDER for field, _ in known)


def _line(made: ChangeSet, key: Key, names: _Names, what: str) -> HistoryLine | None:
    register = BY_TABLE.get(key[0])
    try:
        sort = register.title if register is not None else record_class(key[0]).caption
    except KeyError:
        return None
    return HistoryLine("", made.at, "", sort, names.of(key), what, key=key)
