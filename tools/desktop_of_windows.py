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
_FONT, _TICK, _CLICK = 0x0031, 0x00F1, 0x00F5  # WM_GETFONT, BM_SETCHECK, BM_CLICK
_STYLE = -16  # GWL_STYLE
_KIND_OF_STATIC, _PICTURES = 0x1F, (0x03, 0x0E)  # SS_TYPEMASK; SS_ICON, SS_BITMAP
_IN_LINES, _IN_ONE_LINE = (
    0x0400 | 0x0010,
    0x0400 | 0x0020,
)  # DT_CALCRECT with DT_WORDBREAK, with DT_SINGLELINE
_KIND_OF_BUTTON, _PUSHED = 0x0F, (0x00, 0x01)  # BS_TYPEMASK; BS_PUSHBUTTON, BS_DEFPUSHBUTTON
_LEADING = 6  # The room above and below the letters of a line, which a label of one line does without.
_EDGES, _BOX = 6, 20  # What the edges of a button to push, and a box to tick, take of its width.
_LOOK_EVERY = 0.5
_user: Any
_draw: Any
_asked: Any
if sys.platform == "win32":
    _user = ctypes.windll.user32
    _draw = ctypes.windll.gdi32
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
    return " ".join(text for _, text in _shown_parts(window))


def is_ready(window: TopWindow, button: str) -> bool:
    """Whether the window has such a button, and it can be pressed."""
    return any(_user.IsWindowEnabled(handle) for handle in _called(window, button))


def press(window: TopWindow, button: str) -> None:
    """Presses the button of that name."""
    for handle in _called(window, button):
        _user.PostMessageW(handle, _CLICK, 0, 0)


def untick(window: TopWindow, box: str) -> None:
    """Takes the tick out of the box of that name, where there is one."""
    for handle in _called(window, box):
        _user.SendMessageW(handle, _TICK, 0, 0)


def cut_words(window: TopWindow) -> list[str]:
    """Texts that need more room, in their own letters, than they have in the window."""
    return [text for handle, text in _shown_parts(window) if text and _is_cut(handle, text)]


def picture_of(window: TopWindow) -> Image.Image:
    """The window as it stands on the screen."""
    place = wintypes.RECT()
    _user.GetWindowRect(window.handle, ctypes.byref(place))
    return ImageGrab.grab((place.left, place.top, place.right, place.bottom))


def _shown_parts(window: TopWindow) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []

    def note(handle: int, _given: int) -> bool:
        if _user.IsWindowVisible(handle):
            found.append((handle, _text_of(handle)))
        return True

    _user.EnumChildWindows(window.handle, _asked(note), 0)
    return found


def _called(window: TopWindow, name: str) -> list[int]:
    return [handle for handle, text in _shown_parts(window) if text.replace("&", "") == name]


def _taken_by_button(style: int) -> int:
    return _EDGES if style & _KIND_OF_BUTTON in _PUSHED else _BOX


def _is_cut(handle: int, text: str) -> bool:
    kind = ctypes.create_unicode_buffer(20)
    _user.GetClassNameW(handle, kind, len(kind))
    style = _user.GetWindowLongW(handle, _STYLE)
    if kind.value not in ("Static", "Button") or (
        kind.value == "Static" and style & _KIND_OF_STATIC in _PICTURES
    ):
        return False
    has = wintypes.RECT()
    _user.GetClientRect(handle, ctypes.byref(has))
    is_button = kind.value == "Button"
    room = has.right - (_taken_by_button(style) if is_button else 0)
    needs = wintypes.RECT(0, 0, room, 0)
    paper = _user.GetDC(handle)
    _draw.SelectObject(paper, _user.SendMessageW(handle, _FONT, 0, 0))
    _user.DrawTextW(paper, text, -1, ctypes.byref(needs), _IN_ONE_LINE if is_button else _IN_LINES)
    _user.ReleaseDC(handle, paper)
    return needs.right > room or (not is_button and needs.bottom > has.bottom + _LEADING)


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
