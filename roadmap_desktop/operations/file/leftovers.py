"""What a program that was killed has left half written: whole copies, with whatever they hold about people."""

from contextlib import suppress
from pathlib import Path

from roadmap_desktop.storage.unfinished import sweep, sweep_remembered


def sweep_leftovers(beside: Path | None = None) -> None:
    """Takes away what killed processes of this user have left in the folders that are remembered, and beside that file.
    Never raises; callable from any thread."""
    with suppress(OSError):
        sweep_remembered()
        if beside is not None:
            sweep(beside.absolute().parent)
