"""What programs and libraries of Linux ask of a system, as objdump reads it from them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_LIBRARY = re.compile(r"^  NEEDED +(\S+)$", re.MULTILINE)
_VERSION = re.compile(r"^    0x\w+ 0x\w+ \d+ (\S+)$", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")


@dataclass(frozen=True, slots=True)
class Needs:
    """What one file asks for: libraries by their names, and versions such as GLIBC_2.28 that these must know."""

    libraries: frozenset[str]
    versions: frozenset[str]
    is_stripped: bool

    def newest(self, family: str) -> tuple[int, ...]:
        """The newest version asked for of a family, as GLIBC or GLIBCXX; (0,) for none. What has no number – what a
        C library keeps for itself, or marks as its newest – counts as newer than any."""
        named = [name.removeprefix(f"{family}_") for name in self.versions if name.startswith(f"{family}_")]
        numbers = [
            tuple(map(int, name.split("."))) if _NUMBER.fullmatch(name) else (10_000,) for name in named
        ]
        return max(numbers, default=(0,))


def elf_files(folder: Path) -> Iterator[Path]:
    """Every program and library in a folder and below."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def needs(path: Path) -> Needs:
    """What a program or library asks for. Raises CalledProcessError where objdump cannot read it."""
    told = subprocess.check_output(["objdump", "-p", "-t", path], text=True, stderr=subprocess.DEVNULL)
    references = told.partition("Version References:")[2].partition("SYMBOL TABLE:")[0]
    return Needs(
        frozenset(_LIBRARY.findall(told)), frozenset(_VERSION.findall(references)), "\nno symbols" in told
    )
