"""Says in a built folder what it is made of: ``python tools/shipped.py dist/roadmap-desktop``.

Run by the Python that has built it. ``versions.txt`` is to be read; ``sha256.txt`` names each file as
``sha256sum -c`` reads it.
"""

import hashlib
import platform
import sqlite3
import sys
from importlib.metadata import version
from pathlib import Path

from licences import locked
from roadmap_desktop import PROGRAM_NAME, __version__

VERSIONS, SUMS = "versions.txt", "sha256.txt"


def versions() -> list[tuple[str, str]]:
    """What the folder is made of and in which version, as it is installed here."""
    python = f"{platform.python_version()} ({platform.python_compiler()})"
    besides = [
        ("Python", python),
        ("SQLite", sqlite3.sqlite_version),
        ("PyInstaller", version("pyinstaller")),
    ]
    return [(PROGRAM_NAME, __version__), *besides, *((name, version(name)) for name in sorted(locked()))]


def sums(folder: Path) -> list[tuple[str, str]]:
    """The SHA-256 of each file in the folder and its name there; without that of the list itself."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / SUMS)
    return [(_sum(path), path.relative_to(folder).as_posix()) for path in files]


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(folder: Path) -> None:
    """Lays both lists into the folder."""
    made_of = "".join(f"{name} {number}\n" for name, number in versions())
    built = f"Собрано на {platform.system()} {platform.release()}, {platform.machine()}.\n"
    (folder / VERSIONS).write_text(made_of + built, encoding="utf-8", newline="\n")
    listed = "".join(f"{digest}  {name}\n" for digest, name in sums(folder))
    (folder / SUMS).write_text(listed, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
