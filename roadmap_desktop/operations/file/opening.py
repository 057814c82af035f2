"""How the window has a file open: to edit it, or only to read it, and why."""

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.storage.continuity import Replaced
from roadmap_desktop.storage.failures import Busy, known_failures
from roadmap_desktop.storage.journal.newest import holds
from roadmap_desktop.storage.location import why_not_writable, why_only_read
from roadmap_desktop.storage.lock import HEARTBEAT, Holder, Lock, holder_of, take
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.schema import check_header
from roadmap_desktop.storage.signature import Signature, signature_or_none

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "HEARTBEAT",
    "Access",
    "AccessKind",
    "FileFingerprint",
    "Holder",
    "Lock",
    "Replaced",
    "Signature",
    "access_to",
    "fingerprint_of",
    "goes_on",
    "held",
    "holder_of",
    "is_busy",
    "missing",
    "newest_of",
    "open_as",
    "signature_or_none",
    "writes_of",
]


class AccessKind(Enum):
    """``HELD``: another edits it; ``PLACE``: it lies where it is only read; ``GONE``: it is not there any more."""

    EDITING = auto()
    HELD = auto()
    PLACE = auto()
    GONE = auto()


class Access(NamedTuple):
    """What may be done with an open file. ``why`` is the Russian sentence for one that is only read; ``is_kept``: one
    that is gone can be written anew from memory."""

    kind: AccessKind
    why: str = ""
    lock: Lock | None = None
    is_kept: bool = False

    @property
    def can_edit(self) -> bool:
        """Whether edits are allowed."""
        return self.kind is AccessKind.EDITING

    def release(self, kept: "Access | None" = None) -> None:
        """Lets others edit, unless ``kept`` goes on with the same right."""
        if self.lock is not None and not (kept and kept.lock and kept.lock.holder.id == self.lock.holder.id):
            self.lock.release()


class FileFingerprint(NamedTuple):
    """How a file was when it was looked at: its signature, and what its connection had seen of others' writes."""

    signature: Signature | None
    writes: int | None


NO_FINGERPRINT = FileFingerprint(None, None)
NO_FILE = Access(AccessKind.GONE)


def is_there(path: Path) -> bool:
    """Whether something can be seen there: nothing can on a share or a disk that does not answer, nor by a name that
    the system does not take."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def access_to(path: Path, own: Lock | None = None) -> Access:
    """What may be done with the file there, taking the right to edit it where that is free. ``own`` is the right that
    the window has already, perhaps to the same file. Raises UserError for what is no roadmap file."""
    with known_failures(path):
        check_header(path)
        why = why_only_read(path)
        if why is not None:
            return Access(AccessKind.PLACE, f"Только чтение: {why}")
        try:
            taken = take(path)
        except OSError as error:
            return Access(AccessKind.PLACE, f"Только чтение: {why_not_writable(error)}")
    if isinstance(taken, Lock):
        return Access(AccessKind.EDITING, lock=taken)
    if own is not None and own.holder.id == taken.id:
        return Access(AccessKind.EDITING, lock=own)
    return held(taken)


def held(holder: Holder) -> Access:
    """Another edits the file."""
    return Access(AccessKind.HELD, f"Только чтение: файл открыт {holder.told}.")


def missing(path: Path, *, replaced: bool = False, complete: bool = True, kept: bool = True) -> Access:
    """The file is not where it was, or another is; ``kept``: its content is in memory, ``complete`` with the very last
    edits."""
    what = (
        f"На месте файла «{path.name}» теперь лежит другой, без ваших последних правок."
        if replaced
        else f"Файла «{path.name}» нет на прежнем месте: его переместили, удалили или вынули флешку."
    )
    if not kept:
        advice = "План остаётся на экране. Верните файл на место: работа продолжится сама."
    elif replaced:
        advice = "План на экране цел. Сохраните его в другое место."
    else:
        advice = "План на экране цел. Верните файл на место, и работа продолжится, или сохраните план в другое место."
    late = "" if complete else " Правки последней секунды могли не сохраниться."
    return Access(AccessKind.GONE, f"{what} {advice}{late}", is_kept=kept)


def open_as(path: Path, access: Access, is_cancelled: "Callable[[], bool]" = lambda: False) -> RoadmapFile:
    """Opens the file as far as that is allowed. Raises UserError; the right to edit stays taken."""
    if access.can_edit:
        return open_roadmap(path, is_cancelled)
    from roadmap_desktop.storage.in_memory import open_to_view

    return open_to_view(path)


def fingerprint_of(file: RoadmapFile) -> FileFingerprint:
    """The file as it is now, to see later what others did."""
    try:
        return FileFingerprint(signature_or_none(file.path), writes_of(file))
    except Replaced:
        return FileFingerprint(signature_or_none(file.path), None)


def newest_of(file: RoadmapFile) -> str | None:
    """The key of the newest change set that was read of the file."""
    return file.newest


def is_busy(path: Path) -> bool:
    """Whether a file cannot be read only because another program is writing to it."""
    from roadmap_desktop.storage.reading_only import open_to_read

    try:
        open_to_read(path).close()
    except Busy:
        return True
    except UserError:
        return False
    return True


def writes_of(file: RoadmapFile) -> int | None:
    """A number that is another one after somebody else wrote to the file; None where it cannot be read now. Raises
    Replaced."""
    try:
        return file.writes_seen()
    except Replaced:
        raise
    except UserError:
        return None


def goes_on(newest: str | None, later: RoadmapFile, kept: RoadmapFile | None = None) -> bool:
    """Whether the later file holds the newest change set that was read of the earlier, and everything that was kept of
    it, so that nothing is lost in going on with it. Raises UserError."""
    from roadmap_desktop.storage.union import FileJournal, Union

    with later.read() as connection:
        if newest is not None and not holds(connection, newest):
            return False
        if kept is None:
            return True
        with kept.read() as before:
            earlier, present = FileJournal.read(before, kept.path), FileJournal.read(connection, later.path)
            return not Union(earlier, present).own
