"""What the built folder of Linux may be like, as it lies there: what must be in it, and what it may ask of a system."""

import re
from pathlib import Path

from compile_python import GLIBC
from elf import elf_files, needs
from roadmap_desktop.system_libraries import LIBRARIES

INSIDE = [
    "database/migrations/0001_roadmap.sql",
    "database/sample/roadmap-2020-2021.json",
    "database/sample/district-2020-2021.json",
    "resources/fonts/LiberationSerif-Regular.ttf",
    "resources/fonts/OFL-Liberation.txt",
    "resources/fonts/OFL-NotoSans.txt",
    "resources/fonts/DejaVuSans.ttf",
    "resources/fonts/Vera-DejaVuSans.txt",
    "resources/licences/components.json",
    "LICENSE",
    "pymorphy3_dicts_ru/data/words.dawg",
]
LISTS = ("versions.txt", "sha256.txt")
# Of gcc 8, which the systems with that glibc have.
GLIBCXX = (3, 4, 25)
NOT_SHIPPED = re.compile(r"libgtk|libgdk|EglFS|eglfs|libssl|libcrypto|libnss|wayland", re.IGNORECASE)
UNPACKED, PACKED = 180, 75
# Parts of glibc itself and of its compiler, which every system has.
_EVERYWHERE = re.compile(r"(?:lib(?:c|m|dl|rt|pthread|util|resolv|gcc_s)|ld-linux-x86-64)\.so\.\d+")
MB = 1_000_000


class NotAsItShouldBe(Exception):
    """What the built program failed to do, or to be."""


def expect(true: object, sentence: str) -> None:
    """Raises NotAsItShouldBe with the sentence where it is not so."""
    if not true:
        raise NotAsItShouldBe(sentence)


def check_folder(folder: Path) -> None:
    """The folder has what it needs, asks for no newer system than it may, and is small. Raises NotAsItShouldBe."""
    absent = [name for name in INSIDE if not (folder / "_internal" / name).is_file()]
    absent += [name for name in LISTS if not (folder / name).is_file()]
    expect(not absent, f"the folder lacks {', '.join(absent)}")
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*")]
    unwanted = [path for path in paths if NOT_SHIPPED.search(path)]
    expect(not unwanted, f"the folder has what nobody needs: {', '.join(unwanted)}")
    faults = asked_too_much(folder)
    expect(not faults, "\n  ".join(["", *faults]))
    size = size_of(folder)
    expect(size < UNPACKED * MB, f"the folder takes {size / MB:.0f} MB, more than {UNPACKED}")


def asked_too_much(folder: Path) -> list[str]:
    """What a program or library in the folder asks for that the oldest system, or any, may not have; a line each."""
    files = list(elf_files(folder))
    inside = {path.name for path in files}
    faults = []
    for path in files:
        asked, name = needs(path), path.relative_to(folder)
        for family, newest in (("GLIBC", GLIBC), ("GLIBCXX", GLIBCXX)):
            found = asked.newest(family)
            if found > newest:
                version = ".".join(map(str, found))
                faults.append(f"{name} needs {family}_{version}, newer than {'.'.join(map(str, newest))}")
        nowhere = sorted(
            library
            for library in asked.libraries - inside - LIBRARIES.keys()
            if not _EVERYWHERE.fullmatch(library)
        )
        if nowhere:
            faults.append(
                f"{name} needs {', '.join(nowhere)}, which neither lies here nor is named to be installed"
            )
        if not asked.is_stripped:
            faults.append(f"{name} is not stripped")
    return faults


def size_of(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
