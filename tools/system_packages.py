"""The system's libraries and programs that Qt and the tests need: which are missing, and how to get them.

The list was read with ``ldd`` from the xcb and offscreen plug-ins, QtPdf and QtPrintSupport of the locked wheels.
"""

import ctypes
import os
import shutil
import subprocess
import sys

# Shared library -> Debian package. Newer Debian renames some with a t64 suffix and answers to these names as well.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libatomic.so.1": "libatomic1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "fontconfig",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libzstd.so.1": "libzstd1",
}

PROGRAMS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "Xvfb": "xvfb"}

ELSEWHERE = {
    "dnf": "dnf install mesa-libEGL mesa-libGL libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image"
    " xcb-util-keysyms xcb-util-renderutil fontconfig dbus-libs glib2 cups-libs",
    "apt-rpm": "apt-get install libEGL libGL libxkbcommon-x11 libxcb-cursor libxcbutil-icccm libxcbutil-image"
    " libxcbutil-keysyms libxcb-render-util fontconfig libdbus glib2 libcups",
}


class PackagesMissing(Exception):
    """Names what is missing and the one command that installs it."""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries() -> list[str]:
    """Shared libraries the loader cannot find, in the order of the list."""
    return [library for library in LIBRARIES if not _loads(library)]


def _debian() -> bool:
    # ALT's apt-get installs rpm packages under other names.
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def _command_for(packages: list[str], programs: bool) -> str:
    """The command a person gives to install ``packages`` (Debian names) on this system."""
    if _debian():
        return "sudo apt-get install --no-install-recommends " + " ".join(packages)
    extra = " poppler-utils xorg-x11-server-Xvfb" if programs else ""
    if shutil.which("dnf"):
        return f"sudo {ELSEWHERE['dnf']}{extra}"
    if shutil.which("apt-get"):
        return f"su - -c '{ELSEWHERE['apt-rpm']}{' poppler xorg-xvfb' if programs else ''}'"
    return "install what your system calls the Debian packages " + " ".join(packages)


def _install(packages: list[str]) -> bool:
    """Install on a Debian-like system as root; False where that is not ours to do or did not work."""
    if not _debian() or os.geteuid() != 0:
        return False
    print("Installing system packages: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    if subprocess.call([*quiet, "update"], env=environment) != 0:
        print("apt-get update failed; trying with the lists at hand.", file=sys.stderr)
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    return subprocess.call(install, env=environment, stdout=subprocess.DEVNULL) == 0


def _require(what: str, missing: list[str], packages: list[str], programs: bool = False) -> None:
    raise PackagesMissing(
        f"{what} missing: {', '.join(missing)}. This command installs what is needed:\n"
        f"  {_command_for(packages, programs)}\nThen give the same make command again."
    )


def require_libraries() -> None:
    """See to it that Qt's libraries load; raises PackagesMissing when they do not and cannot be installed here."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries()
    if not missing:
        return
    packages = [LIBRARIES[library] for library in missing]
    if not _install(packages) or missing_libraries():
        _require("System libraries that Qt needs are", missing, packages)


def require_programs() -> None:
    """See to it that the tests can read PDFs back and open a window without a screen; raises PackagesMissing."""
    if not sys.platform.startswith("linux"):
        return
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if not missing:
        return
    packages = sorted({PROGRAMS[program] for program in missing})
    if not _install(packages) or any(shutil.which(program) is None for program in missing):
        _require("Programs that the tests need are", missing, packages, programs=True)


def require_environment_module() -> None:
    """See to it that this Python can make virtual environments (Debian ships that part apart)."""
    packages = [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]
    if not _install(packages):
        _require("The part of Python that makes virtual environments is", ["venv, ensurepip"], packages)
