"""The program among the others of a Linux desktop: in the menu, with its icon, and what opens ``.roadmap`` files.

For one user, without an administrator; the .deb lays the same files into the system's folders.
"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.folders import shared_data_folder
from roadmap_desktop.packaged import program_folder
from roadmap_desktop.program_data import data_path

_NAME = "roadmap-desktop"
_ENTRY = Path("applications", f"{_NAME}.desktop")
# Where each file of ``resources/`` goes below a folder such as ~/.local/share.
_FILES = {
    _ENTRY: ("desktop", f"{_NAME}.desktop"),
    Path("mime", "packages", f"{_NAME}.xml"): ("desktop", f"{_NAME}.xml"),
    Path("icons", "hicolor", "scalable", "apps", f"{_NAME}.svg"): ("icons", "app.svg"),
    Path("icons", "hicolor", "256x256", "apps", f"{_NAME}.png"): ("icons", "app.png"),
}
# Programs that make the desktop look at the files anew, and the folders they look through. One that is absent has
# nothing here that would read what it makes.
_UPDATES = {"update-mime-database": "mime", "update-desktop-database": "applications"}
# Letters that a shell would take for its own within double quotes.
_QUOTED = str.maketrans({letter: f"\\{letter}" for letter in '"`$\\'})


def install() -> Path:
    """Lays the menu entry, icons and file type into the user's own folder. Returns the menu entry; raises UserError."""
    share = _folder()
    try:
        lay_files(share, command())
    except OSError as error:
        raise UserError(
            f"В папку «{share}» не записать.",
            "Программа работает и без ярлыка.",
            "Проверьте права на папку и место на диске и повторите.",
        ) from error
    _tell_desktop(share)
    return share / _ENTRY


def remove() -> bool:
    """Takes away what ``install`` laid; the plans stay. Returns whether there was anything; raises UserError."""
    share = _folder()
    there = [share / name for name in _FILES if (share / name).exists()]
    try:
        for path in there:
            path.unlink()
    except OSError as error:
        raise UserError(
            f"Файл «{error.filename}» не удаляется.",
            advice="Проверьте права на него и его папку и повторите.",
        ) from error
    if there:
        _tell_desktop(share)
    return bool(there)


def lay_files(share: Path, words: list[str]) -> None:
    """Writes the files below ``share``; ``words`` is how the program is started. Raises OSError."""
    for name, source in _FILES.items():
        target = share / name
        target.parent.mkdir(parents=True, exist_ok=True)
        content = data_path("resources", *source).read_bytes()
        if name == _ENTRY:
            content = _started_by(content.decode(), words).encode()
        target.write_bytes(content)


def command() -> list[str]:
    """How this very program is started from anywhere: the packaged one, the installed one or a checkout's."""
    if program_folder() is not None:
        return [sys.executable]
    script = Path(sys.executable).with_name(_NAME)
    return [str(script)] if os.access(script, os.X_OK) else [sys.executable, "-m", "roadmap_desktop"]


def _started_by(entry: str, words: list[str]) -> str:
    lines = {"Exec": " ".join([*map(_exec_word, words), "%f"]), "TryExec": _value(words[0])}
    return "".join(
        f"{key}={lines[key]}\n" if (key := line.partition("=")[0]) in lines else f"{line}\n"
        for line in entry.splitlines()
    )


def _exec_word(word: str) -> str:
    """A word of the key Exec: quoted, then written as any value is (Desktop Entry Specification, "The Exec key")."""
    return _value('"' + word.replace("%", "%%").translate(_QUOTED) + '"')


def _value(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _folder() -> Path:
    if not sys.platform.startswith("linux"):
        raise UserError("Эта команда — для Linux.", NOTHING_CHANGED)
    return shared_data_folder()


def _tell_desktop(share: Path) -> None:
    # Desktops read a theme's folders anew when the theme's own folder is newer than what they remember of it.
    with suppress(OSError):
        os.utime(share / "icons" / "hicolor")
    for program, folder in _UPDATES.items():
        found = shutil.which(program)
        if found and (share / folder).is_dir():
            with suppress(OSError):
                subprocess.run([found, share / folder], capture_output=True, check=False)
