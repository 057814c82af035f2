"""Files attached to activities: attach, list, save to a place of the user's choice, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from roadmap_desktop.errors import NOTHING_SAVED, UserError
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.attachment import Attachment, attachment_id
from roadmap_desktop.model.attachment_names import opens_from_inside, safe_name, shown_name
from roadmap_desktop.model.base import record_class
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.references import owner_key
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.storage import attachments as contents
from roadmap_desktop.storage.connection import bare_connection
from roadmap_desktop.storage.content_table import content_table
from roadmap_desktop.storage.roadmap_file import RoadmapFile

# Bytes; more makes the roadmap slow to copy and to mail.
LARGE = 20 * 1024 * 1024
LARGE_WARNING = "Дорожная карта станет тяжелее на столько же: копировать её и посылать по почте будет дольше."

_ATTACHMENT = Attachment.__table__.c
_CONTENT = content_table.c
_ONLY_SAVED = (
    "Файлы «{}» из программы не открываются, их можно только сохранить: такой файл может оказаться программой "
    "и навредить компьютеру."
)

IsCancelled = Callable[[], bool]


class AttachmentRow(NamedTuple):
    """An attached file. ``owner`` is the value of an owner field (``model.references``); ``name`` may be shown as
    it is; ``is_lost``: its bytes are no longer in the file."""

    id: str
    owner: str
    name: str
    size: int
    is_lost: bool

    @property
    def saved_as(self) -> str:
        """The name proposed for saving."""
        return safe_name(self.name)


class Incoming(NamedTuple):
    """A file that can be attached; ``is_large``: the user should be asked before."""

    path: Path
    name: str
    size: int
    is_large: bool


def look_at(path: Path) -> Incoming:
    """What would be attached. Raises UserError for what cannot be."""
    size = contents.size_of(path)
    return Incoming(path, shown_name(path.name), size, size > LARGE)


def attach(
    file: RoadmapFile,
    plan: Plan,
    owner: str,
    paths: Sequence[Path],
    is_cancelled: IsCancelled = lambda: False,
) -> ChangeSet | None:
    """Attaches files to an activity, or to a record of a register, in one step of undo; one that is attached to it
    already is passed over. ``owner`` is the value of an owner field.

    Raises UserError for a file that cannot be read or is too large, Cancelled; nothing is attached then.
    """
    label = "Приложен файл" if len(paths) == 1 else f"Приложено файлов: {len(paths)}"
    with file.edit(f"{label}, {_told_owner(plan, owner)}") as edit:
        table, record_id = owner_key(owner)
        if edit.session.get(record_class(table), record_id) is None:
            what = "Этого мероприятия" if table == Activity.__tablename__ else "Этой записи"
            raise UserError(f"{what} уже нет.", "Файл не приложен.", "Выберите другое место.")
        bare = bare_connection(edit.session.connection())
        mended = False
        for path in paths:
            content = contents.taken_from(path, is_cancelled)
            was_put = contents.put(bare, content)
            if edit.session.get(Attachment, attachment_id(owner, content.sha256)) is not None:
                mended |= was_put
                continue
            edit.session.add(_attachment(owner, path, content))
            edit.session.flush()
        if mended and not edit.session.collector.changes():
            # Bytes that were lost are no edit, and an edit that changes nothing is not written.
            edit.session.commit()
    return edit.change_set


def _attachment(owner: str, path: Path, content: contents.Content) -> Attachment:
    return Attachment(owner=owner, name=shown_name(path.name), sha256=content.sha256, size=content.size)


def remove(file: RoadmapFile, plan: Plan, rows: Sequence[AttachmentRow]) -> ChangeSet | None:
    """Takes files off what they are attached to; undo brings them back, and so their contents stay in the file."""
    if not rows:
        return None
    label = "Убран файл" if len(rows) == 1 else f"Убрано файлов: {len(rows)}"
    with file.edit(f"{label}, {_told_owner(plan, rows[0].owner)}") as edit:
        for row in rows:
            record = edit.session.get(Attachment, row.id)
            if record is not None:
                edit.session.delete(record)
    return edit.change_set


def list_attachments(file: RoadmapFile, owner: str | None = None) -> tuple[AttachmentRow, ...]:
    """The files of an activity or another record (None: of all), by name."""
    rows = select(
        _ATTACHMENT.id,
        _ATTACHMENT.owner,
        _ATTACHMENT.name,
        _ATTACHMENT.size,
        func.coalesce(_CONTENT.data.is_(None), True),
    ).outerjoin(content_table, _CONTENT.sha256 == _ATTACHMENT.sha256)
    if owner is not None:
        rows = rows.where(_ATTACHMENT.owner == owner)
    with file.read() as session:
        found = [
            AttachmentRow(id_, owned_by, shown_name(name), int(size), bool(is_lost))
            for id_, owned_by, name, size, is_lost in session.execute(rows)
        ]
    return tuple(sorted(found, key=lambda row: (as_counted(row.name), row.id)))


def attachment_named(rows: Sequence[AttachmentRow], text: str) -> AttachmentRow:
    """The file with that key or name, case aside. Raises UserError when there is none, or several."""
    wanted = shown_name(text).casefold()
    found = [row for row in rows if row.id == text.strip() or row.name.casefold() == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(row.id for row in found)
        raise UserError(
            f"Файлов «{shown_name(text)}» несколько.", NOTHING_SAVED, f"Назовите один ключом: {keys}."
        )
    near = nearest(shown_name(text), [row.name for row in rows])
    raise UserError(
        f"Файла «{shown_name(text)}» нет.{near}", NOTHING_SAVED, "Посмотрите список: attachments."
    )


def total_size(file: RoadmapFile) -> int:
    """The size of all attached files, each content counted once."""
    named = select(_ATTACHMENT.sha256)
    with file.read() as session:
        total = session.scalar(select(func.sum(_CONTENT.size)).where(_CONTENT.sha256.in_(named)))
    return total or 0


def files_told(file: RoadmapFile) -> str:
    """How many files are attached and how large they are together, in words. Raises UserError."""
    number = len(list_attachments(file))
    if not number:
        return "нет"
    return f"{counted(number, 'файл', 'файла', 'файлов')}, вместе {size_shown(total_size(file))}"


def save(file: RoadmapFile, id_: str, target: Path) -> Path:
    """Saves an attached file to a place that must be free, and returns it. Raises UserError; nothing is left there
    then."""
    with file.read() as session:
        record = session.get(Attachment, id_)
        if record is None:
            raise UserError("Этот файл уже убран.", NOTHING_SAVED, "Отмените удаление и повторите.")
        content = contents.content_of(bare_connection(session.connection()), record.sha256)
    data = contents.bytes_of(content)
    if data is None:
        raise UserError(
            f"Содержимое файла «{shown_name(record.name)}» утрачено, сохранить его нельзя.",
            "Остальное цело.",
            "Приложите файл ещё раз или объедините дорожную карту с копией, где он есть.",
        )
    contents.write_out(data, target)
    return target


def check_opens(*names: str) -> None:
    """Raises UserError for a file that may only be saved: by any of its names, for the user may give it another."""
    for name in names:
        if not opens_from_inside(name):
            ending = safe_name(name).rpartition(".")[2] if "." in safe_name(name) else safe_name(name)
            raise UserError(_ONLY_SAVED.format(ending))


def _told_owner(plan: Plan, owner: str) -> str:
    table, record_id = owner_key(owner)
    row = plan.by_id.get(record_id)
    return f"мероприятие {row.number}" if row is not None else record_class(table).caption.lower()
