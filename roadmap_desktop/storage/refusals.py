"""What the system refuses, by one set of codes, and what is tried again before it counts as refused.

A program of Windows that has a file open keeps others from opening, replacing and removing it; one that looks for
viruses does so for a moment with every new file. Windows tells that with a number of its own, while ``errno`` is the
same as where rights are lacking (https://learn.microsoft.com/windows/win32/debug/system-error-codes).
"""

import errno
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

# Said where rights are lacking, and of the file to be replaced where somebody has it open.
ACCESS_DENIED = 5
_HELD = (32, 33)
_CODES = {
    19: errno.EROFS,  # the disk is write-protected
    21: errno.EIO,  # the drive has no disk
    32: errno.EBUSY,
    33: errno.EBUSY,
    39: errno.ENOSPC,
    112: errno.ENOSPC,
    123: errno.EINVAL,  # signs that no name may have
    161: errno.EINVAL,
    206: errno.ENAMETOOLONG,
    223: errno.EFBIG,
    267: errno.ENOTDIR,
}
# What Windows takes, in its own letters; for what is longer it says that there is none, or that the name is wrong.
_LONGEST_NAME, _LONGEST_PATH = 255, 259
_NONE_OR_WRONG = (errno.ENOENT, errno.EINVAL)
_READ, _WRITE, _OPEN_EXISTING = 0x80000000, 0x40000000, 3
# Seconds between attempts, three in all: a check for viruses is over by then, and a window may stand still no longer.
PAUSES = (0.05, 0.1, 0.2, 0.4, 0.75, 1.5)


def code_of(error: OSError) -> int:
    """The ``errno`` that tells what was refused, also on Windows; 0 where nothing is told."""
    code = error.errno or 0
    if os.name != "nt":
        return code
    said = (error.filename, error.filename2)
    names = [Path(os.fsdecode(name)) for name in said if isinstance(name, str | bytes)]
    if code in _NONE_OR_WRONG and any(is_too_long(str(name.absolute())) for name in names):
        return errno.ENAMETOOLONG
    if code == errno.EACCES and any(name.is_dir() for name in names):
        return errno.EISDIR
    windows = _windows_code(error)
    if windows == ACCESS_DENIED and len(names) == len(said) and names[-1].is_file():
        # What stands beside it could be written, but nothing takes the place of a file that somebody has open.
        return errno.EBUSY
    return _CODES.get(windows, code)


def patiently(act: Callable[[], T], *also: int, pauses: Sequence[float] = PAUSES) -> T:
    """What ``act`` returns; it is done again for a while where another program holds the file, and where Windows says
    one of ``also``. Raises what it raises at last."""
    for pause in pauses:
        try:
            return act()
        except OSError as error:
            if _windows_code(error) not in (*_HELD, *also):
                raise
        time.sleep(pause)
    return act()


def refusal_to_write(path: Path) -> int:
    """The ``errno`` that tells why the file there may not be written to; 0 where it may, also when another program
    holds it."""
    if os.name != "nt":
        # Only asked: closing a file that was opened to see lets go of every lock that this process has on it.
        return 0 if os.access(path, os.W_OK) else errno.EACCES
    # Tried: asked, Windows tells of the mark «read-only» and of no rights.
    try:
        path.open("r+b").close()
    except OSError as error:
        code = code_of(error)
        return 0 if code == errno.EBUSY else code
    return 0


def is_too_long(path: str) -> bool:
    """Whether Windows takes no such absolute path: ``\\\\?\\`` before it takes away the limit of the whole."""
    whole = 0 if path.startswith("\\\\?\\") else _units(path)
    return whole > _LONGEST_PATH or any(_units(part) > _LONGEST_NAME for part in path.split("\\"))


def _units(text: str) -> int:
    """Letters as Windows counts them: those beyond the first 65,536 as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _windows_code(error: OSError) -> int:
    """What Windows itself says of it; 0 elsewhere. Python's ``open`` does not tell, so it is asked once more."""
    told: int | None = getattr(error, "winerror", None)
    if os.name == "nt" and told is None and error.errno == errno.EACCES and isinstance(error.filename, str):
        told = _refusal_of_opening(error.filename)
    return told or 0


def _refusal_of_opening(path: str) -> int:
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    kernel.CreateFileW.restype = wintypes.HANDLE
    for access in (_READ, _READ | _WRITE):
        # It lets everybody else do what they like meanwhile.
        handle = kernel.CreateFileW(path, wintypes.DWORD(access), 7, None, _OPEN_EXISTING, 0, None)
        if handle == wintypes.HANDLE(-1).value:
            return int(ctypes.get_last_error())  # type: ignore[attr-defined, unused-ignore]
        kernel.CloseHandle(wintypes.HANDLE(handle))
    # Whoever held it has let go of it.
    return _HELD[0]
