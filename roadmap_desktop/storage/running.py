"""The windows of this user's that are running, a file of each. One that ends in order takes its file away; what another
has left is found at the next start: the name tells whether its process still runs.

The file stays open for what the interpreter says when it is torn down by an error of a library: the log may be full
then, and takes nothing from a process that can no longer allocate memory.
"""

import faulthandler
import json
from contextlib import suppress
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from roadmap_desktop.folders import running_folder
from roadmap_desktop.storage.regular import is_taken_otherwise
from roadmap_desktop.storage.unfinished import is_left_behind, name_of_this_process

_SUFFIX = ".running"
_OPENED = "opened "
# Bytes; what is told of a torn down process is a few lines for each of its threads.
_LARGEST = 1_000_000


class Interrupted(NamedTuple):
    """A window that did not end in order: the file it showed last, if any, and where in the program it was torn down;
    empty when it was ended from outside."""

    file: Path | None
    trace: str


class Running:
    """This window, until ``end``. Where no file can be written nothing will be told, and that is all."""

    def __init__(self) -> None:
        self._path = running_folder() / name_of_this_process(_SUFFIX)
        self._file: FileIO | None = None
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("xb", buffering=0)
            faulthandler.enable(self._file)

    def opened(self, file: Path | None) -> None:
        """Remembers which file the window shows from now on."""
        if self._file is not None:
            with suppress(OSError):
                self._file.write(f"{_OPENED}{json.dumps(str(file) if file else '')}\n".encode())

    def end(self) -> None:
        """The window ends in order: there will be nothing to tell."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def interrupted() -> list[Interrupted]:
    """The windows that did not end in order since this was asked last, by whichever window."""
    found = []
    for path in sorted(running_folder().glob(f".roadmap-*{_SUFFIX}")):
        with suppress(OSError):
            if is_taken_otherwise(path) or not is_left_behind(path):
                continue
            with path.open("rb") as file:
                said = file.read(_LARGEST).decode("utf-8", "replace")
            # Of two windows that start at once the one tells that takes it away.
            path.unlink()
            found.append(_read(said))
    return found


def _read(said: str) -> Interrupted:
    # After a power cut there may be noughts in place of what was written.
    lines = said.replace("\0", "").splitlines()
    file = None
    for line in lines:
        if line.startswith(_OPENED):
            with suppress(ValueError, TypeError):
                file = Path(name) if (name := json.loads(line.removeprefix(_OPENED))) else None
    trace = "\n".join(line for line in lines if not line.startswith(_OPENED)).strip()
    return Interrupted(file, trace)
