"""Files attached to activities: attach, list, save to a place of the user's choice, remove."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.errors import NOTHING_SAVED, UserError
from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.attachment_names import opens_from_inside, safe_name, shown_name
from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.file_size import size_shown
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import owner_key
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.storage import attachments as contents
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select

if TYPE_CHECKING:
    from roadmap_desktop.storage.editing import Edit

# Bytes; more makes the roadmap slow to copy and to mail.
LARGE = 20 * 1024 * 1024
LARGE_WARNING = "Дорожная карта станет тяжелее на столько же: копировать её и посылать по почте будет дольше."

_LISTED = """
    SELECT attachment.id, owner, name, attachment.size, coalesce(data IS NULL, 1)
    FROM attachment LEFT JOIN content USING (sha256) WHERE owner = :owner OR :owner IS NULL
"""
_TOTAL = "SELECT coalesce(sum(size), 0) FROM content WHERE sha256 IN (SELECT sha256 FROM attachment)"
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
        if edit.get(record_class(table), record_id) is None:
            what = "Этого мероприятия" if table == Activity.__tablename__ else "Этой записи"
            raise UserError(f"{what} уже нет.", "Файл не приложен.", "Выберите, к чему приложить его теперь.")
        mended = [attach_to(edit, owner, path, is_cancelled) for path in paths]
        if any(mended) and not edit.session.collector.changes():
            # Bytes that were lost are no edit, and an edit that changes nothing is not written.
            edit.commit()
    return edit.change_set


def attach_to(edit: "Edit", owner: str, path: Path, is_cancelled: IsCancelled = lambda: False) -> bool:
    """Attaches a file as a part of an edit, unless it is attached there already. Returns whether the lost bytes of one
    that was are there again. Raises UserError, Cancelled."""
    content = contents.taken_from(path, is_cancelled)
    was_put = contents.put(edit.connection, content)
    if edit.get(Attachment, Attachment.key_of(owner, content.sha256)) is not None:
        return was_put
    edit.add(_attachment(owner, path, content))
    edit.flush()
    return False


def _attachment(owner: str, path: Path, content: contents.Content) -> Attachment:
    return Attachment(owner=owner, name=shown_name(path.name), sha256=content.sha256, size=content.size)


def remove(file: RoadmapFile, plan: Plan, rows: Sequence[AttachmentRow]) -> ChangeSet | None:
    """Takes files off what they are attached to; undo brings them back, and so their contents stay in the file."""
    if not rows:
        return None
    label = "Убран файл" if len(rows) == 1 else f"Убрано файлов: {len(rows)}"
    with file.edit(f"{label}, {_told_owner(plan, rows[0].owner)}") as edit:
        for row in rows:
            record = edit.get(Attachment, row.id)
            if record is not None:
                edit.delete(record)
    return edit.change_set


def list_attachments(file: RoadmapFile, owner: str | None = None) -> tuple[AttachmentRow, ...]:
    """The files of an activity or another record (None: of all), by name."""
    with file.read() as connection:
        found = [
            AttachmentRow(id_, owned_by, shown_name(name), int(size), bool(is_lost))
            for id_, owned_by, name, size, is_lost in connection.execute(_LISTED, {"owner": owner})
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
            f"Файлов «{shown_name(text)}» несколько.", NOTHING_SAVED, f"Укажите ключ нужного: {keys}."
        )
    near = nearest(shown_name(text), [row.name for row in rows])
    raise UserError(
        f"Файла «{shown_name(text)}» нет.{near}", NOTHING_SAVED, "Посмотрите список: attachments."
    )


def total_size(file: RoadmapFile) -> int:
    """The size of all attached files, each content counted once."""
    with file.read() as connection:
        return int(connection.execute(_TOTAL).fetchone()[0])


def files_told(file: RoadmapFile) -> str:
    """How many files are attached and how large they are together, in words. Raises UserError."""
    number = len(list_attachments(file))
    if not number:
        return "нет"
    return f"{counted(number, 'файл', 'файла', 'файлов')}, вместе {size_shown(total_size(file))}"


def save(file: RoadmapFile, id_: str, target: Path) -> Path:
    """Saves an attached file to a place that must be free, and returns it. Raises UserError; nothing is left there
    then."""
    with file.read() as connection:
        found = select(connection, Attachment, ("name", "sha256"), {"id": id_})
        if not found:
            raise UserError("Этот файл уже убран.", NOTHING_SAVED, "Отмените удаление и повторите.")
        name, sha256 = found[0]
        content = contents.content_of(connection, sha256)
    data = contents.bytes_of(content)
    if data is None:
        raise UserError(
            f"Содержимое файла «{shown_name(name)}» утрачено, сохранить его нельзя.",
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
