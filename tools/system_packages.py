"""What Qt, the tests and ``.venv`` need from the system: what is missing, and how to get it."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from roadmap_desktop.system_libraries import LIBRARIES, System, how_to_install, packages_of, this_system
from roadmap_desktop.system_libraries import loads as _loads

PROGRAMS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "qpdf": "qpdf", "Xvfb": "xvfb"}
# Opens every Word file and workbook that the program writes: 300 MB, in a third of a minute.
OFFICE = {"soffice": "libreoffice-writer-nogui libreoffice-calc-nogui"}
# The package's own Python is compiled from Debian's sources: SQLite's become one file by tcl.
BUILDERS = {
    "objdump": "binutils",
    "bzip2": "bzip2",
    "make": "make",
    "patch": "patch",
    "tclsh": "tcl",
    "xz": "xz-utils",
}
# Counts the files that a start opens.
WATCHERS = {"strace": "strace"}
# Lays another Debian into a folder: a bare one to try the package in, the one whose wine runs what is for Windows.
DEBIANS = {"debootstrap": "debootstrap", "unshare": "util-linux"}
# A library of the tests makes writes fail one by one.
COMPILERS = {"cc": "gcc libc6-dev"}
# Tests on other days need to know when clocks are changed where.
ZONES = Path("/usr/share/zoneinfo/Europe/Berlin")

# Systems with other names get one command with all of it; these words are for the developer alone.
MORE = {
    System.RED: "poppler-utils qpdf xorg-x11-server-Xvfb binutils gcc libreoffice-writer libreoffice-calc",
    System.ALT: "poppler qpdf xorg-xvfb binutils gcc LibreOffice",
}


class PackagesMissing(Exception):
    """Names what is missing and the one command that installs it."""


def missing_parts(task: str) -> dict[str, str]:
    """What this system lacks for a task of the Makefile, each with the Debian package that brings it."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    missing = {}
    if sys.platform.startswith("linux"):
        missing = {library: names[0] for library, names in LIBRARIES.items() if not _loads(library)}
        programs = {
            "run": {},
            "test": PROGRAMS | COMPILERS | OFFICE,
            "test-dates": PROGRAMS | COMPILERS | OFFICE,
            "bench": PROGRAMS | WATCHERS,
            "torture": PROGRAMS | COMPILERS,
            "package": PROGRAMS | BUILDERS | COMPILERS | (DEBIANS if _is_root() else {}),
            "test-windows": DEBIANS,
            "package-windows": DEBIANS,
        }.get(task, PROGRAMS)
        missing |= {name: package for name, package in programs.items() if shutil.which(name) is None}
        if task == "test-dates" and not ZONES.exists():
            missing["zones"] = "tzdata"
    # Debian ships this part of Python apart; elsewhere it is always there.
    if importlib.util.find_spec("ensurepip") is None:
        missing["ensurepip"] = f"python{version}-venv"
    return missing


def _is_root() -> bool:
    """Whether the package can be tried in a system of its own, which takes root."""
    return os.geteuid() == 0


def command_for(packages: list[str], task: str) -> str:
    """The one command a person gives on this system to get ``packages`` (Debian's names)."""
    system = this_system()
    if system is System.DEBIAN:
        return "sudo apt-get install --no-install-recommends " + " ".join(packages)
    if system is None:
        return "the package manager of this system, for what Debian calls " + " ".join(packages)
    more = [] if task == "run" else MORE[system].split()
    return how_to_install([*packages_of(list(LIBRARIES), system), *more], system)


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
    if missing and this_system() is System.DEBIAN and os.geteuid() == 0:
        _install(_packages(missing))
        importlib.invalidate_caches()
        missing = missing_parts(task)
    if missing:
        command = command_for(_packages(missing), task)
        raise PackagesMissing(
            f"This system lacks: {', '.join(missing)}. One command installs what is missing:\n"
            f"  {command}\nThen give the same make command again."
        )
