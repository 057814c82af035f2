"""By which it is seen that another file, or other bytes, stand in a place."""

import os
from pathlib import Path

Signature = tuple[int, int, int, int]  # Device, inode, size, time of the last write.


def signature(path: Path) -> Signature:
    """The signature of the file as it is now. Raises OSError."""
    return signature_from(path.stat())


def signature_from(state: os.stat_result) -> Signature:
    """The signature that the system's answer holds."""
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns


def signature_or_none(path: Path) -> Signature | None:
    """The signature of the file as it is now; None where nothing can be reached."""
    try:
        return signature(path)
    except OSError:
        return None
