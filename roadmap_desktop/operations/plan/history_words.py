"""The history of a record in the user's words: «срок исполнения: «сентябрь» → «сентябрь – октябрь»»."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind, Value
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.listing import Names
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.russian import small
from roadmap_desktop.operations.registers.record_listing import names_for
from roadmap_desktop.storage import names
from roadmap_desktop.storage.journal import reader
from roadmap_desktop.storage.roadmap_file import RoadmapFile

_LONGEST = 60
_ENDS = 28


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change set as far as it touched the record; ``text`` may have several lines."""

    at: datetime
    author: str
    text: str


def record_history(
    file: RoadmapFile, register: Register, record_id: str, limit: int | None = None, *, whole: bool = False
) -> list[HistoryLine]:
    """What happened to a record, to the names in its fields and to its files, newest first. Long values are shortened,
    unless they are wanted ``whole``."""
    with file.read() as connection:
        words = _Words.of(connection, register, record_id, whole)
        # Also the files that were taken off: their contents are still there.
        contents = connection.execute("SELECT sha256 FROM content").fetchall()
        owner = owner_value(register.table, record_id)
        files = [Attachment.key_of(owner, sha256) for (sha256,) in contents]
        change_sets = reader.record_history(connection, [record_id, *words.linked, *files], limit)
    lines = [HistoryLine(made.at, made.author_shown, words.text(made)) for made in change_sets]
    return [line for line in lines if line.text]


class _Words(NamedTuple):
    """``linked``: what each link of a field of names names, see ``names.linked``; ``names`` those of what other links
    point at, by table."""

    fields: Mapping[str, Field]
    record_id: str
    linked: Mapping[str, tuple[str, str]]
    names: Mapping[str, Names]
    whole: bool

    @classmethod
    def of(cls, connection: sqlite3.Connection, register: Register, record_id: str, whole: bool) -> "_Words":
        kind = register.record
        linked = names.linked(connection, kind, record_id)
        fields = {field.name: field for field in kind.fields}
        return cls(fields, record_id, linked, names_for(connection, register), whole)

    def text(self, made: ChangeSet) -> str:
        if made.kind is ChangeSetKind.CREATION:
            return "создано вместе с дорожной картой"
        said = list(dict.fromkeys(self._sayings(made.changes)))
        prefix = {ChangeSetKind.UNDO: "отменено: ", ChangeSetKind.REDO: "повторено: "}.get(made.kind, "")
        if said and prefix:
            return prefix + small(made.label.split(": ", 1)[-1])
        return "\n".join(said)

    def _sayings(self, changes: tuple[Change, ...]) -> Iterator[str]:
        own = [change for change in changes if change.record_id == self.record_id]
        if any(change.old is NOTHING for change in own):
            yield "добавлено"
            return
        if any(change.new is NOTHING for change in own):
            yield "удалено"
            return
        for change in own:
            # What other programs wrote into the journal may name a field that there is not.
            if change.field in self.fields:
                yield self._field_saying(self.fields[change.field], change)
        yield from _file_sayings(changes)
        for change in changes:
            if change.record_id in self.linked:
                yield _link_saying(change, *self.linked[change.record_id])

    def _field_saying(self, field: Field, change: Change) -> str:
        if field.kind is FieldKind.ORDER:
            return "перемещено"
        return f"{small(field.label)}: {self._shown(field, change.old)} → {self._shown(field, change.new)}"

    def _shown(self, field: Field, value: Value) -> str:
        text = shown_value(field, value, self.names)
        if not text:
            return "пусто"
        if field.kind in (FieldKind.CHOICE, FieldKind.DATE):
            return text
        return f"«{text if self.whole else _shortened(text)}»"


def shown_value(field: Field, value: Value, names: Mapping[str, Names]) -> str:
    """A value of the journal as a cell shows it; ``names`` of what links point at, by table."""
    if field.references:
        value = names.get(field.references, {}).get(str(value), "")
    text = value_text(None if value is NOTHING else value)
    if field.kind is FieldKind.DATE:
        with suppress(ValueError):
            return value_text(date.fromisoformat(text))
    return text


def _link_saying(change: Change, caption: str, name: str) -> str:
    if change.old is NOTHING:
        return f"добавлен {small(caption)}: {name}"
    return (
        f"убран {small(caption)}: {name}" if change.new is NOTHING else f"изменён порядок: {small(caption)}"
    )


def _file_sayings(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        if change.table == Attachment.__tablename__ and change.field == "name":
            if change.old is NOTHING:
                yield f"приложен файл: {shown_name(str(change.new))}"
            elif change.new is NOTHING:
                yield f"убран файл: {shown_name(str(change.old))}"


def _shortened(text: str) -> str:
    """Its ends, cut between words, unless one word is longer than all that is shown."""
    text = one_line(text)
    if len(text) <= _LONGEST:
        return text
    head, _, _ = text[:_ENDS].rpartition(" ")
    _, _, tail = text[-_ENDS:].partition(" ")
    return f"{head or text[:_ENDS]} … {tail or text[-_ENDS:]}"
