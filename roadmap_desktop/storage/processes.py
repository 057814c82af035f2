"""Whether the process that left a note is still there: by its number and by its start: numbers come again."""

import os
import sys
from pathlib import Path

_QUERY_LIMITED_INFORMATION = 0x1000
_STILL_ACTIVE = 259


def started(pid: int) -> str | None:
    """A token that differs for another process with the same number; empty where this system tells no start; None
    when no process of this PC has that number."""
    if sys.platform == "win32":
        return _started_on_windows(pid)
    if pid <= 0 or not _is_running(pid):
        return None
    return started_of(_stat_line(pid))


def started_of(stat: str) -> str:
    """The start of a process in a line of Linux's ``/proc/PID/stat``; empty when the line does not tell. A process that
    has ended and waits for its parent is told by an empty pair of brackets."""
    # The program's name stands in brackets and may hold spaces and brackets itself.
    fields = stat.rpartition(")")[2].split()
    if len(fields) < 20:
        return ""
    return "()" if fields[0] in "ZX" else fields[19]


def is_alive(pid: int, since: str) -> bool:
    """Whether the process of that number and start is running; one whose start nobody told is believed."""
    now = started(pid)
    return now is not None and now != "()" and (not now or not since or now == since)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _stat_line(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _started_on_windows(pid: int) -> str | None:
    # os.kill(pid, 0) would end the process there.
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined, unused-ignore]
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, wintypes.DWORD(pid))
    if not handle:
        # 5 is «access denied»: another user's process.
        return "" if ctypes.get_last_error() == 5 else None  # type: ignore[attr-defined, unused-ignore]
    handle = wintypes.HANDLE(handle)
    try:
        code, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
    finally:
        kernel.CloseHandle(handle)
    if code.value != _STILL_ACTIVE:
        return None
    return f"{times[0].dwHighDateTime}.{times[0].dwLowDateTime}"
