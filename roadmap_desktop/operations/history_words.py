"""The history of an activity in the user's words: «срок исполнения: «сентябрь» → «сентябрь – октябрь»»."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from roadmap_desktop.model.activity import Activity, ActivityPerformer, Performer
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.attachment_names import shown_name
from roadmap_desktop.model.base import field_of, fields_of
from roadmap_desktop.model.change_set import NOTHING, Change, ChangeSet, ChangeSetKind, Value
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.russian import small
from roadmap_desktop.storage.journal.reader import record_history
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

_LONGEST = 60
_ENDS = 28


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change set as far as it touched the activity; ``text`` may have several lines."""

    at: datetime
    author: str
    text: str


def activity_history(file: RoadmapFile, activity_id: str, limit: int | None = None) -> list[HistoryLine]:
    """What happened to an activity, to its performers and to its files, newest first."""
    owner = owner_value(Activity.__tablename__, activity_id)
    with file.read() as connection:
        performers = select(connection, Performer, ("id", "name"))
        names = {ActivityPerformer.key_of(activity_id, id_): name for id_, name in performers}
        # Also those that were taken off: their contents are still there.
        contents = connection.execute("SELECT sha256 FROM content").fetchall()
        files = [Attachment.key_of(owner, sha256) for (sha256,) in contents]
        change_sets = record_history(connection, [activity_id, *names, *files], limit)
    lines = [HistoryLine(made.at, made.author_shown, _text(made, names)) for made in change_sets]
    return [line for line in lines if line.text]


def _text(made: ChangeSet, names: dict[str, str]) -> str:
    if made.kind is ChangeSetKind.CREATION:
        return "создано вместе с дорожной картой"
    said = list(dict.fromkeys(_sayings(made.changes, names)))
    if not said:
        return ""
    prefix = {ChangeSetKind.UNDO: "отменено: ", ChangeSetKind.REDO: "повторено: "}.get(made.kind, "")
    if prefix:
        return prefix + small(made.label.split(": ", 1)[-1])
    return "\n".join(said)


def _sayings(changes: tuple[Change, ...], names: dict[str, str]) -> Iterator[str]:
    table = Activity.__tablename__
    own = [change for change in changes if change.table == table]
    if any(change.old is NOTHING for change in own):
        yield "добавлено"
        return
    if any(change.new is NOTHING for change in own):
        yield "удалено"
        return
    declared = {field.name for field in fields_of(Activity)}
    for change in own:
        # What other programs wrote into the journal may name a field that there is not.
        if change.field in declared:
            yield _field_saying(change)
    yield from _file_sayings(changes)
    for change in changes:
        if change.record_id in names and change.field == "performer_id":
            verb = "добавлен" if change.old is NOTHING else "убран"
            yield f"{verb} исполнитель: {names[change.record_id]}"
        elif (
            change.record_id in names
            and change.field == "position"
            and NOTHING not in (change.old, change.new)
        ):
            yield "изменён порядок исполнителей"


def _file_sayings(changes: tuple[Change, ...]) -> Iterator[str]:
    for change in changes:
        if change.table == Attachment.__tablename__ and change.field == "name":
            if change.old is NOTHING:
                yield f"приложен файл: {shown_name(str(change.new))}"
            elif change.new is NOTHING:
                yield f"убран файл: {shown_name(str(change.old))}"


def _field_saying(change: Change) -> str:
    field = field_of(Activity, change.field)
    if field.kind is FieldKind.ORDER:
        return "перемещено"
    if field.kind is FieldKind.LINK:
        return "перемещено в другой раздел"
    return f"{small(field.label)}: {_shown(change.old, field.kind)} → {_shown(change.new, field.kind)}"


def _shown(value: Value, kind: FieldKind) -> str:
    if value in (None, ""):
        return "пусто"
    if kind is FieldKind.DATE:
        with suppress(ValueError):
            return f"{date.fromisoformat(str(value)):%d.%m.%Y}"
    text = " ".join(str(value).split())
    if len(text) > _LONGEST:
        # Between words, unless one word is longer than all that is shown.
        head, _, _ = text[:_ENDS].rpartition(" ")
        _, _, tail = text[-_ENDS:].partition(" ")
        text = f"{head or text[:_ENDS]} … {tail or text[-_ENDS:]}"
    return text if kind is FieldKind.CHOICE else f"«{text}»"
