"""Who edits a file: a small note beside it, as office programs leave one. It keeps a second window from editing; that
no byte is lost is SQLite's work. No handle stays open, so that Windows can rename and remove the note."""

import errno
import json
import os
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from roadmap_desktop import clock
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.local_time import here
from roadmap_desktop.storage.author import current_author
from roadmap_desktop.storage.placing import name_beside
from roadmap_desktop.storage.processes import is_alive, started
from roadmap_desktop.storage.regular import is_taken_otherwise

# Seconds between two signs of life, and after how many without one another PC's note counts as left behind.
HEARTBEAT = 60
_SILENCE = 600
# Seconds in which a note that has been begun is surely written.
_WRITING = 10
_LARGEST = 8192
_LONGEST_NAME = 80
# Two programs that start at once may each find the other's traces; more often than this it is no accident.
_ATTEMPTS = 20
# Seconds that another needs to put a note away.
_MOMENT = 0.02


class Holder(NamedTuple):
    """Who edits a file. ``started`` tells a process from a later one with its number; ``path`` is the file, by which a
    note that was copied along with it is recognised."""

    user: str
    host: str
    pid: int
    started: str
    since: datetime | None
    id: str
    path: str

    @property
    def told(self) -> str:
        """«у пользователя anna на компьютере PC-3 с 14:20», as far as it is known."""
        if not self.host:
            return "в другом окне"
        return f"у пользователя {self.user} на компьютере {self.host}{_since_when(self.since)}"


_UNKNOWN = Holder("", "", 0, "", None, "", "")


class Lock(NamedTuple):
    """The right to edit a file, until ``release``."""

    path: Path
    holder: Holder

    def refresh(self) -> Holder | None:
        """Gives a sign of life. Returns who edits the file now if it is another: this PC may have slept. Raises OSError
        when the folder cannot be reached."""
        note = note_path(self.path)
        found = _read(note)
        if found is None:
            taken = take(self.path, self.holder)
            return None if isinstance(taken, Lock) else taken
        if found.id != self.holder.id:
            return found
        # Written, not touched: then the disk's own clock tells when.
        with note.open("r+b") as file:
            file.write(_content(self.holder))
        return None

    def release(self) -> None:
        """Lets others edit. What cannot be removed will be recognised as left behind."""
        with suppress(OSError):
            found = _read(note_path(self.path))
            if found is not None and found.id == self.holder.id:
                note_path(self.path).unlink()


def note_path(path: Path) -> Path:
    """Where the note about a file stands: beside the file itself, by whatever link it is known."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".~{real.name}.lock")


def take(path: Path, holder: Holder | None = None) -> Lock | Holder:
    """Takes the right to edit, or answers who has it. A note left by a crash gives way without a word. Raises OSError
    where no note can be written."""
    holder = holder or _myself(path)
    note, found = note_path(path), _UNKNOWN
    for _ in range(_ATTEMPTS):
        try:
            _write(note, _content(holder))
        except FileExistsError:
            present = _read(note)
            if present is None:
                continue
            found = present
            if not _is_left_behind(note, found, path):
                return found
            _put_away(note, found, path)
        else:
            return Lock(path, holder)
    return found


def holder_of(path: Path) -> Holder | None:
    """Who edits the file now; None when nobody does, or nothing there can be read."""
    try:
        found = _read(note_path(path))
        if found is None or _is_left_behind(note_path(path), found, path):
            return None
    except OSError:
        return None
    return found


def refuse_where_held(path: Path) -> None:
    """For what puts another file in the place of this one. Raises UserError while a window edits it."""
    holder = holder_of(path)
    if holder is not None:
        raise UserError(
            f"Файл «{path.name}» сейчас открыт {holder.told}.",
            "Он не заменён.",
            "Закройте его там и повторите.",
        )


def _myself(path: Path) -> Holder:
    return Holder(
        _line(current_author()),
        _this_host(),
        os.getpid(),
        started(os.getpid()) or "",
        clock.now().astimezone(),
        os.urandom(8).hex(),
        str(path.absolute()),
    )


def _this_host() -> str:
    # Not by platform.node(): that module is imported for nothing else.
    name = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return _line(name) or "без имени"


def _write(note: Path, content: bytes) -> None:
    with note.open("xb") as file:
        try:
            file.write(content)
        except OSError:
            file.close()
            note.unlink()
            raise


def _content(holder: Holder) -> bytes:
    since = holder.since.isoformat() if holder.since else None
    return json.dumps(holder._replace(since=None)._asdict() | {"since": since}, ensure_ascii=False).encode(
        "utf-8", "replace"
    )


def _read(note: Path) -> Holder | None:
    """Who is named there; a nameless one for what cannot be read; None when there is no note. Raises OSError, also for
    what is no note of ours: a pipe, a device, a folder, a link."""
    if is_taken_otherwise(note):
        raise OSError(errno.EEXIST, "not a regular file")
    try:
        with note.open("rb") as file:
            return _holder(json.loads(file.read(_LARGEST)))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, ArithmeticError, RecursionError):
        return _UNKNOWN


def _holder(said: Any) -> Holder:
    return Holder(
        _line(str(said["user"])),
        _line(str(said["host"])),
        int(said["pid"]),
        str(said["started"]),
        here(datetime.fromisoformat(said["since"])),
        str(said["id"]),
        str(said["path"]),
    )


def _is_left_behind(note: Path, found: Holder, path: Path) -> bool:
    """Whether nobody stands behind the note any more. Raises OSError."""
    if found.host == _this_host():
        return not _is_of(found, path) or not is_alive(found.pid, found.started)
    return _silence(note) > (_SILENCE if found.host else _WRITING)


def _is_of(found: Holder, path: Path) -> bool:
    try:
        return Path(found.path).samefile(path)
    except (OSError, ValueError):
        return False


def _silence(note: Path) -> float:
    """Seconds since the note was written, by the clock of the disk that it is on. Raises OSError."""
    try:
        return _disk_time(note) - note.stat().st_mtime
    except FileNotFoundError:
        return 0


def _disk_time(note: Path) -> float:
    probe = name_beside(note)
    try:
        with probe.open("xb"):
            return probe.stat().st_mtime
    except OSError:
        return time.time()
    finally:
        with suppress(OSError):
            probe.unlink()


def _put_away(note: Path, seen: Holder, path: Path) -> None:
    """Removes a note that was left behind. Of many that have seen it one does, who made the sign for that very note:
    else the second would take away what the first has written meanwhile. Raises OSError."""
    # It loads OpenSSL, which a start can do without.
    from hashlib import sha256

    sign = note.with_name(f"{note.name}-{sha256(seen.id.encode()).hexdigest()[:16]}")
    try:
        sign.open("xb").close()
    except FileExistsError:
        # Another is at it, or was killed at it.
        if _silence(sign) > _WRITING:
            with suppress(OSError):
                sign.unlink()
        time.sleep(_MOMENT)
        return
    try:
        if _read(note) == seen and _is_left_behind(note, seen, path):
            note.unlink(missing_ok=True)
    finally:
        with suppress(OSError):
            sign.unlink()


def _line(text: str) -> str:
    """Letters of others, to be shown in one short line."""
    return "".join(letter if letter.isprintable() else " " for letter in one_line(text))[:_LONGEST_NAME]


def _since_when(since: datetime | None) -> str:
    if since is None:
        return ""
    is_today = since.date() == clock.today()
    return f" с {since:%H:%M}" if is_today else f" с {since:%d.%m.%Y %H:%M}"
