"""What Qt, the tests and ``.venv`` need from the system: what is missing, and how to get it.

The list was read with ``ldd`` from the xcb and offscreen plug-ins, QtPdf and QtPrintSupport of the locked wheels.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

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

PROGRAMS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "qpdf": "qpdf", "Xvfb": "xvfb"}
# Opens every Word file and workbook that the program writes: 300 MB, in a third of a minute.
OFFICE = {"soffice": "libreoffice-writer-nogui libreoffice-calc-nogui"}
BUILDERS = {"objdump": "binutils"}
# A library of the tests makes writes fail one by one.
COMPILERS = {"cc": "gcc libc6-dev"}
# Tests on other days need to know when clocks are changed where.
ZONES = Path("/usr/share/zoneinfo/Europe/Berlin")

# Systems with other names get one command with all of it; the last words are for the developer alone.
DNF = (
    "dnf install mesa-libEGL mesa-libGL libX11-xcb libxkbcommon-x11 xcb-util-cursor xcb-util-wm xcb-util-image"
    " xcb-util-keysyms xcb-util-renderutil fontconfig dbus-libs glib2 cups-libs krb5-libs libatomic",
    " poppler-utils qpdf xorg-x11-server-Xvfb binutils gcc libreoffice-writer libreoffice-calc",
)
APT_RPM = (
    "apt-get install libEGL libGL libxkbcommon-x11 libxcbutil-cursor libxcbutil-icccm libxcbutil-image"
    " libxcbutil-keysyms libxcb-render-util fontconfig libdbus glib2 libcups libkrb5 libatomic1",
    " poppler qpdf xorg-xvfb binutils gcc LibreOffice",
)


class PackagesMissing(Exception):
    """Names what is missing and the one command that installs it."""


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_parts(task: str) -> dict[str, str]:
    """What this system lacks for a task of the Makefile, each with the Debian package that brings it."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    missing = {}
    if sys.platform.startswith("linux"):
        missing = {library: package for library, package in LIBRARIES.items() if not _loads(library)}
        programs = {
            "run": {},
            "test": PROGRAMS | COMPILERS | OFFICE,
            "test-dates": PROGRAMS | COMPILERS | OFFICE,
            "torture": PROGRAMS | COMPILERS,
            "package": PROGRAMS | BUILDERS,
        }.get(task, PROGRAMS)
        missing |= {name: package for name, package in programs.items() if shutil.which(name) is None}
        if task == "test-dates" and not ZONES.exists():
            missing["zones"] = "tzdata"
        if task == "package" and not _has_shared_python():
            missing[f"libpython{version}"] = f"libpython{version}"
    # Debian ships this part of Python apart; elsewhere it is always there.
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = f"python{version}-venv"
    return missing


def _has_shared_python() -> bool:
    """Whether there is a shared Python to put into a packaged program; Debian's own python3 runs without one."""
    name = sysconfig.get_config_var("INSTSONAME") or ""
    folder = sysconfig.get_config_var("LIBDIR") or ""
    return ".so" not in name or _loads(name) or Path(folder, name).exists()


def _is_debian() -> bool:
    # ALT's apt-get installs rpm packages under other names.
    return shutil.which("apt-get") is not None and shutil.which("dpkg") is not None


def command_for(packages: list[str], task: str) -> str:
    """The one command a person gives on this system to get ``packages`` (Debian's names)."""
    if _is_debian():
        return "sudo apt-get install --no-install-recommends " + " ".join(packages)
    if shutil.which("dnf"):
        return "sudo " + DNF[0] + ("" if task == "run" else DNF[1])
    if shutil.which("apt-get"):
        return "su - -c '" + APT_RPM[0] + ("" if task == "run" else APT_RPM[1]) + "'"
    return "the package manager of this system, for what Debian calls " + " ".join(packages)


def _install(packages: list[str]) -> None:
    print("Installing system packages: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    if subprocess.call([*quiet, "update"], env=environment) != 0:
        print("apt-get update failed; trying with the lists at hand.", file=sys.stderr)
    install = [*quiet, "install", "--yes", "--no-install-recommends", *packages]
    subprocess.call(install, env=environment, stdout=subprocess.DEVNULL)


def _packages(missing: dict[str, str]) -> list[str]:
    return sorted({name for names in missing.values() for name in names.split()})


def require_system(task: str) -> None:
    """See to it that the system has what is needed, installing it as root on a Debian-like one.

    Raises PackagesMissing when something the task needs is not there and cannot be installed from here.
    """
    missing = missing_parts(task)
    if missing and _is_debian() and os.geteuid() == 0:
        _install(_packages(missing))
        importlib.invalidate_caches()
        missing = missing_parts(task)
    if missing:
        command = command_for(_packages(missing), task)
        raise PackagesMissing(
            f"This system lacks: {', '.join(missing)}. One command installs what is missing:\n"
            f"  {command}\nThen give the same make command again."
        )
