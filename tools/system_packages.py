"""What Qt, the tests and ``.venv`` need from the system: what is missing, and how to get it.

The list was read with ``ldd`` from the xcb and offscreen plug-ins, QtPdf and QtPrintSupport of the locked wheels.
"""

import ctypes
import importlib.util
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

# Systems with other names get one command with all of it; the last words are for the tests alone.
DNF = (
    "dnf install mesa-libEGL mesa-libGL libX11-xcb libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image"
    " xcb-util-keysyms xcb-util-renderutil fontconfig dbus-libs glib2 cups-libs krb5-libs libatomic",
    " poppler-utils xorg-x11-server-Xvfb",
)
APT_RPM = (
    "apt-get install libEGL libGL libxkbcommon-x11 libxcbutil-cursor libxcbutil-icccm libxcbutil-image"
    " libxcbutil-keysyms libxcb-render-util fontconfig libdbus glib2 libcups libkrb5 libatomic1",
    " poppler xorg-xvfb",
)


class PackagesMissing(Exception):
    """Names what is missing and the one command that installs it."""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_parts(for_tests: bool) -> dict[str, str]:
    """What this system lacks, each with the Debian package that brings it; for_tests: programs of the tests as well."""
    missing = {}
    if sys.platform.startswith("linux"):
        missing = {library: package for library, package in LIBRARIES.items() if not _loads(library)}
        if for_tests:
            missing |= {name: package for name, package in PROGRAMS.items() if shutil.which(name) is None}
    # Debian ships this part of Python apart; elsewhere it is always there.
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    return missing


def _is_debian() -> bool:
    # ALT's apt-get installs rpm packages under other names.
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def command_for(packages: list[str], for_tests: bool) -> str:
    """The one command a person gives on this system to get ``packages`` (Debian's names)."""
    if _is_debian():
        return "sudo apt-get install --no-install-recommends " + " ".join(packages)
    if shutil.which("dnf"):
        return "sudo " + DNF[0] + (DNF[1] if for_tests else "")
    if shutil.which("apt-get"):
        return "su - -c '" + APT_RPM[0] + (APT_RPM[1] if for_tests else "") + "'"
    return "the package manager of this system, for what Debian calls " + " ".join(packages)


def _install(packages: list[str]) -> None:
    print("Installing system packages: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    if subprocess.call([*quiet, "update"], env=environment) != 0:
        print("apt-get update failed; trying with the lists at hand.", file=sys.stderr)
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    subprocess.call(install, env=environment, stdout=subprocess.DEVNULL)


def require_system(for_tests: bool) -> None:
    """See to it that the system has what is needed, installing it as root on a Debian-like one.

    Raises PackagesMissing when something is not there and cannot be installed from here.
    """
    missing = missing_parts(for_tests)
    if missing and _is_debian() and os.geteuid() == 0:
        _install(sorted(set(missing.values())))
        importlib.invalidate_caches()
        missing = missing_parts(for_tests)
    if missing:
        command = command_for(sorted(set(missing.values())), for_tests)
        raise PackagesMissing(
            f"This system lacks: {', '.join(missing)}. One command installs what is missing:\n"
            f"  {command}\nThen give the same make command again."
        )
