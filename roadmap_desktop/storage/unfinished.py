"""Files under way. Their names say whose they are, so that what a killed program or a power cut has left behind is
recognised and swept: at the next start in the folders that are remembered, and beside whatever is opened.

«.roadmap-OWNER-PROCESS-START-RANDOM.new»: the owner is one user's program on one PC; a process is told from a later one
with its number by its start.
"""

import os
import re
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from zlib import crc32

from roadmap_desktop.folders import unfinished_folder
from roadmap_desktop.storage.location import is_network
from roadmap_desktop.storage.processes import is_alive, started

_NAME = re.compile(
    r"\.roadmap-(?P<owner>[0-9a-f]{8})-(?P<pid>\d{1,10})-(?P<start>[\d.]{0,40})-[0-9a-f]{8}"
    r"(?P<suffix>(?:\.[^.]{1,20})?)(?:-journal)?"
)
# Of an older program, whose names do not tell; nothing is written for a week.
_NAMELESS = re.compile(r"\.roadmap-[0-9a-f]{16}\.new(?:-journal)?")
_WEEK = 7 * 24 * 3600
_FOLDER = ".folder"


def unfinished_name(folder: Path, suffix: str = ".new") -> Path:
    """A free name in the folder for a file under way; the folder is remembered, to be swept should this process not end
    well."""
    _remember(folder)
    return folder / name_of_this_process(suffix)


def name_of_this_process(suffix: str) -> str:
    """A name that says whose the file is and of which process."""
    pid = os.getpid()
    return f".roadmap-{_owner()}-{pid}-{started(pid) or ''}-{os.urandom(4).hex()}{suffix}"


def is_left_behind(path: Path) -> bool:
    """Whether a process of this owner that runs no more has left the file. Raises OSError."""
    return _is_ours(path) and _has_ended(path)


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A private folder of this PC as long as the block lasts. Raises OSError."""
    folder = unfinished_name(Path(tempfile.gettempdir()), _FOLDER)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_remembered() -> None:
    """Sweeps the folders in which files were under way. One that cannot be reached, as of a stick that was pulled out,
    stays remembered; so does one of the network, for which a start must not wait."""
    with suppress(OSError):
        for note in unfinished_folder().glob("*.folder"):
            with suppress(OSError, UnicodeError):
                if not note.is_file():
                    continue
                folder = Path(note.read_text(encoding="utf-8"))
                if is_network(folder):
                    continue
                # Whoever begins to write there meanwhile remembers it anew.
                note.unlink()
                if not folder.is_dir() or not sweep(folder):
                    _remember(folder)


def sweep(folder: Path) -> bool:
    """Takes away what processes of this owner that run no more have left in a folder. Returns whether nothing of them
    is left there."""
    is_clean = True
    with suppress(OSError):
        for path in folder.glob(".roadmap-*"):
            if _is_ours(path):
                is_clean &= _has_ended(path) and _taken_away(path)
    return is_clean


def _is_ours(path: Path) -> bool:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return _NAMELESS.fullmatch(path.name) is not None
    return match["owner"] == _owner()


def _has_ended(path: Path) -> bool:
    match = _NAME.fullmatch(path.name)
    if match is not None:
        return not is_alive(int(match["pid"]), match["start"])
    return time.time() - path.lstat().st_mtime > _WEEK


def _taken_away(path: Path) -> bool:
    """Whether it could be removed: a file, or a folder of files; never a link or what it leads to."""
    try:
        if _is_plain_file(path):
            path.unlink()
        elif path.is_dir() and not path.is_symlink() and path.suffix == _FOLDER:
            for inside in path.iterdir():
                if _is_plain_file(inside):
                    inside.unlink()
            path.rmdir()
    except OSError:
        return False
    return True


def _is_plain_file(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _remember(folder: Path) -> None:
    absolute = folder.absolute()
    note = unfinished_folder() / f"{crc32(os.fsencode(absolute)):08x}.folder"
    with suppress(OSError, UnicodeError):
        if not note.exists():
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(str(absolute), encoding="utf-8")


@cache
def _owner() -> str:
    """The same for every process of this user's on this PC, and for no other's: a folder of the network, or a home that
    two PCs share, holds the living files of others."""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    return f"{crc32(f'{host} {_secret()}'.encode('utf-8', 'replace')):08x}"


def _secret() -> str:
    path, fresh = unfinished_folder() / "owner.txt", os.urandom(8).hex()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError), path.open("x", encoding="ascii") as file:
            file.write(fresh)
        with suppress(UnicodeError):
            # One that another process is just writing is nobody's, and so is what is named after it.
            return (path.read_text(encoding="ascii") if path.is_file() else "") or fresh
    return fresh
