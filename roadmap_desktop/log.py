"""The program's log: what nobody expected, with its time and the program's version. It is opened for each entry alone,
so that several windows share it and Windows lets it be renamed."""

import sys
from contextlib import suppress
from pathlib import Path

from roadmap_desktop import __version__, clock

_LARGEST = 1_000_000
_KEPT = 2


def write(log: Path, text: str) -> None:
    """Adds an entry; older ones give way when it has grown large. Where there is no place or no room for it the program
    works on without: nothing is raised."""
    with suppress(OSError, ValueError):
        log.parent.mkdir(parents=True, exist_ok=True)
        _make_room(log)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(
                f"{clock.local_time():%Y-%m-%d %H:%M:%S} ERROR {text.rstrip()}\n"
                f"version {__version__}, Python {sys.version}, {sys.platform}\n"
            )


def _make_room(log: Path) -> None:
    if not log.is_file() or log.stat().st_size < _LARGEST:
        return
    names = [log, *(log.with_name(f"{log.name}.{number + 1}") for number in range(_KEPT))]
    for number in range(_KEPT, 0, -1):
        if names[number - 1].exists():
            names[number - 1].replace(names[number])
