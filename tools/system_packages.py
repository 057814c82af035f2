"""What Qt, the tests and ``.venv`` need from the system: what is missing, and how to get it."""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from roadmap_desktop.system_libraries import LIBRARIES, System, how_to_install, packages_of, this_system
from roadmap_desktop.system_libraries import loads as _loads

PROGRAMS = {"pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "qpdf": "qpdf", "Xvfb": "xvfb"}
# Opens every Word file and workbook that the program writes: 300 MB, in a third of a minute.
OFFICE = {"soffice": "libreoffice-writer-nogui libreoffice-calc-nogui"}
BUILDERS = {"objdump": "binutils"}
# Lays the Debian whose wine runs what is for Windows; all else that needs is in there.
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
            "torture": PROGRAMS | COMPILERS,
            "package": PROGRAMS | BUILDERS,
            "test-windows": DEBIANS,
            "package-windows": DEBIANS,
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
