"""What a person sees and does on the desktop of Windows: windows by their titles, their words, the whole picture.

Everything here runs on Windows, or under wine, alone; linters read it elsewhere too.
"""

import ctypes
import sys
import time
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, NamedTuple

from PIL import Image, ImageGrab

_CLOSE = 0x0010  # WM_CLOSE
_LOOK_EVERY = 0.5
_user: Any
_asked: Any
if sys.platform == "win32":
    _user = ctypes.windll.user32
    _asked = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)


class TopWindow(NamedTuple):
    """A window that is shown: its handle, its title, the number of its process, whether it takes input."""

    handle: int
    title: str
    process: int
    is_enabled: bool


def shown_windows() -> list[TopWindow]:
    """All windows with a title on the desktop."""
    found: list[TopWindow] = []

    def note(handle: int, _given: int) -> bool:
        title = _text_of(handle)
        if title and _user.IsWindowVisible(handle):
            process = wintypes.DWORD()
            _user.GetWindowThreadProcessId(handle, ctypes.byref(process))
            found.append(TopWindow(handle, title, process.value, bool(_user.IsWindowEnabled(handle))))
        return True

    _user.EnumWindows(_asked(note), 0)
    return found


def words_in(window: TopWindow) -> str:
    """What is written in a window that Windows itself has drawn, as a message box."""
    texts: list[str] = []

    def note(handle: int, _given: int) -> bool:
        texts.append(_text_of(handle))
        return True

    _user.EnumChildWindows(window.handle, _asked(note), 0)
    return " ".join(texts)


def _text_of(handle: int) -> str:
    text = ctypes.create_unicode_buffer(1000)
    _user.GetWindowTextW(handle, text, len(text))
    return text.value


def window_titled(part: str, seconds: float) -> TopWindow | None:
    """The first window whose title has ``part`` in it, waited for; None when there is none in time."""
    found: list[TopWindow] = []

    def look() -> bool:
        found[:] = [window for window in shown_windows() if part in window.title]
        return bool(found)

    return found[0] if comes_true(look, seconds) else None


def close_all(process: int, seconds: float) -> bool:
    """Closes the windows of a process as a person does, those in front of others first. Returns whether all are."""

    def close() -> bool:
        ours = [window for window in shown_windows() if window.process == process]
        for window in ours:
            if window.is_enabled:
                _user.PostMessageW(window.handle, _CLOSE, 0, 0)
        return not ours

    return comes_true(close, seconds)


def still_picture(is_painted: Callable[[Image.Image], bool], seconds: float) -> Image.Image | None:
    """The screen when it is painted and has ceased to change; None when it is not in time."""
    pictures = [ImageGrab.grab()]

    def look() -> bool:
        pictures.append(ImageGrab.grab())
        return is_painted(pictures[-1]) and pictures[-1].tobytes() == pictures[-2].tobytes()

    return pictures[-1] if comes_true(look, seconds) else None


def comes_true(asked: Callable[[], bool], seconds: float) -> bool:
    """Asks until the answer is yes, or the time is over."""
    deadline = time.monotonic() + seconds
    while not asked():
        if time.monotonic() > deadline:
            return False
        time.sleep(_LOOK_EVERY)
    return True
