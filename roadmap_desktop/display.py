"""Whether there is a screen to show a window on, and what Qt needs for it. Qt itself would end the process where one of
them is not there."""

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

_WITHOUT_SCREEN = frozenset({"offscreen", "minimal"})
_X_LIBRARY = "libxcb.so.1"


def has_display() -> bool:
    """Whether a window can be shown here: always on Windows and macOS, elsewhere when X or Wayland answers."""
    if os.environ.get("QT_QPA_PLATFORM", "") in _WITHOUT_SCREEN:
        return False
    if sys.platform in ("win32", "darwin") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def require_libraries() -> None:
    """Loads what Qt will load for a window, of Wayland or of X. Raises LibraryMissing where neither can be loaded."""
    if not sys.platform.startswith("linux"):
        return
    refusal: OSError | None = None
    for plugin in _plugins():
        try:
            ctypes.CDLL(str(plugin))
            return
        except OSError as error:
            refusal = error
    if refusal is not None:
        from roadmap_desktop.missing_library import library_missing

        raise library_missing(refusal) from refusal


def _plugins() -> list[Path]:
    """What Qt may load to show a window here, as far as it lies where the wheels of PySide6 have it."""
    spec = find_spec("PySide6")
    folders = (spec.submodule_search_locations if spec else None) or []
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    names = [chosen] if chosen else ["xcb"]
    if not chosen and os.environ.get("WAYLAND_DISPLAY"):
        names.insert(0, "wayland-generic")
    found = [
        Path(folder, "Qt", "plugins", "platforms", f"libq{name}.so") for folder in folders for name in names
    ]
    return [path for path in found if path.is_file()]


def _x_server_answers() -> bool:
    try:
        xcb = ctypes.CDLL(_X_LIBRARY)
    except OSError:
        # There may well be a screen: what is missing is told by name.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
