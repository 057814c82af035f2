"""Whether the program runs from its packaged folder, and what differs there."""

import os
import sys
from pathlib import Path

_LIBRARIES = "LD_LIBRARY_PATH"


def program_folder() -> Path | None:
    """The folder of the packaged program; None for one that is installed or run from a checkout."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else None


def leave_others_their_libraries() -> None:
    """Programs that this one starts (LibreOffice, a browser) find their own libraries, not ours: the packaged program
    is started with a search path of its own, which was read by now."""
    if program_folder() is None:
        return
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
    os.environ.pop(_LIBRARIES, None)
    if before:
        os.environ[_LIBRARIES] = before
