"""Whether there is a screen to show a window on. Qt itself would end the process when there is none."""

import ctypes
import os
import sys

_WITHOUT_SCREEN = frozenset({"offscreen", "minimal"})


def has_display() -> bool:
    """Whether a window can be shown here: always on Windows and macOS, elsewhere when X or Wayland answers."""
    if os.environ.get("QT_QPA_PLATFORM", "") in _WITHOUT_SCREEN:
        return False
    if sys.platform in ("win32", "darwin") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
