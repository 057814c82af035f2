"""The shared libraries that Qt takes from the system, and the packages that bring them. Standard library only: it is
asked before anything is installed, and where Qt cannot be loaded.

The list was read with ``ldd`` from the xcb and offscreen plug-ins, QtPdf and QtPrintSupport of the locked wheels.
"""

import ctypes
import re
import shutil
from enum import Enum


class System(Enum):
    """Systems by how they install packages; the value is the place of their names in ``LIBRARIES``."""

    DEBIAN = 0  # with Astra and Ubuntu
    ALT = 1
    RED = 2  # RED OS, ROSA, Fedora


# Newer Debian renames some with a t64 suffix and answers to these names as well.
LIBRARIES = {
    "libEGL.so.1": ("libegl1", "libEGL", "mesa-libEGL"),
    "libGL.so.1": ("libgl1", "libGL", "mesa-libGL"),
    "libX11.so.6": ("libx11-6", "libX11", "libX11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11", "libX11-xcb"),
    "libatomic.so.1": ("libatomic1", "libatomic1", "libatomic"),
    "libcups.so.2": ("libcups2", "libcups", "cups-libs"),
    "libdbus-1.so.3": ("libdbus-1-3", "libdbus", "dbus-libs"),
    "libfontconfig.so.1": ("fontconfig", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "libfreetype", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2", "libkrb5", "krb5-libs"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2"),
    "libstdc++.so.6": ("libstdc++6", "libstdc++6", "libstdc++"),
    "libxcb.so.1": ("libxcb1", "libxcb", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "libxcbutil-cursor", "xcb-util-cursor"),
    "libxcb-glx.so.0": ("libxcb-glx0", "libxcb", "libxcb"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "libxcbutil-icccm", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "libxcbutil-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "libxcbutil-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "libxcb-render-util", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "libxcbutil", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
    "libz.so.1": ("zlib1g", "zlib", "zlib"),
    "libzstd.so.1": ("libzstd1", "libzstd", "libzstd"),
}
_COMMANDS = {
    System.DEBIAN: "sudo apt-get install {}",
    System.ALT: "su - -c 'apt-get install {}'",
    System.RED: "sudo dnf install {}",
}
_NAMED = re.compile(r"(?:^|[\s/])(lib[^\s/:]+\.so[.\d]*):")


def loads(library: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def this_system() -> System | None:
    """The kind of this system; None for another."""
    if shutil.which("apt-get"):
        # ALT's apt-get installs rpm packages under other names.
        return System.DEBIAN if shutil.which("dpkg") else System.ALT
    return System.RED if shutil.which("dnf") else None


def named_in(error: BaseException) -> str | None:
    """The library that the loader says it could not load; None where it says something else. In the packaged program
    the loader's words stand in what the error came of."""
    told: BaseException | None = error
    while told is not None:
        found = _NAMED.search(str(told))
        if found:
            return found[1]
        told = told.__cause__ or told.__context__
    return None


def packages_of(libraries: list[str], system: System | None) -> list[str]:
    """The packages that bring the libraries, Debian's names for an unknown system."""
    index = (system or System.DEBIAN).value
    return sorted({LIBRARIES[name][index] for name in libraries if name in LIBRARIES})


def how_to_install(packages: list[str], system: System | None) -> str:
    """The command for a terminal; "" for an unknown system."""
    return _COMMANDS[system].format(" ".join(packages)) if system else ""
