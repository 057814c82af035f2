"""Telling that Qt cannot be loaded: which library the system lacks, and which package brings it."""

import ctypes
import shutil
import subprocess
import sys
from contextlib import suppress

from roadmap_desktop import PROGRAM_NAME
from roadmap_desktop.errors import ROADMAP_IS_SAFE, UserError
from roadmap_desktop.system_libraries import (
    LIBRARIES,
    how_to_install,
    loads,
    named_in,
    packages_of,
    this_system,
)

# Programs of desktops that can say a sentence where Qt cannot, and how they are asked to.
_BOXES = (("zenity", "--error", "--no-markup", "--text"), ("kdialog", "--error"), ("xmessage", "-center"))

_ERROR_OF_WINDOWS = 0x10  # MB_ICONERROR


class LibraryMissing(UserError):
    """Qt cannot be loaded here: the sentence names the library and the package that brings it."""


def library_missing(error: Exception) -> Exception:
    """The sentence for what the loader could not load, and all else that is missing; the error
    itself where it is another matter."""
    named = named_in(error)
    if named is None:
        return error
    lacking = sorted({named, *(name for name in LIBRARIES if not loads(name))})
    what = f"библиотеки {lacking[0]}" if len(lacking) == 1 else f"библиотек {', '.join(lacking)}"
    system = this_system()
    packages = packages_of(lacking, system)
    advice = (
        f"Попросите администратора поставить {_worded(packages)}"
        if packages
        else "Скажите об этом администратору"
    )
    command = how_to_install(packages, system) if packages else ""
    return LibraryMissing(
        f"Окно не открыть: в системе нет {what}.",
        ROADMAP_IS_SAFE,
        f"{advice}: {command}" if command else f"{advice}.",
    )


def tell_without_qt(error: UserError) -> None:
    """Shows the sentence in a box of the desktop's own, for who has started the program by its icon and sees no
    terminal. Where there is none of them, what was written to stderr must do."""
    if sys.stderr is not None and sys.stderr.isatty():
        return
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, str(error), PROGRAM_NAME, _ERROR_OF_WINDOWS)
        return
    for program, *options in _BOXES:
        found = shutil.which(program)
        if found:
            with suppress(OSError):
                subprocess.run([found, *options, str(error)], capture_output=True, check=False)
            return


def _worded(packages: list[str]) -> str:
    return f"пакет {packages[0]}" if len(packages) == 1 else f"пакеты {', '.join(packages)}"
