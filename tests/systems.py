"""What the system under the tests has. A test that needs what Windows lacks is skipped there, and says why."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WINDOWS = os.name == "nt"
# Letters in the name of a file that markup would take for its own; Windows allows no angle brackets there.
MARKUP = "&lt;b&gt;" if WINDOWS else "<b>"
# SIGKILL by its number: Windows does it, and has no name for it.
KILL = 9


def was_killed(returncode: int) -> bool:
    """Whether a process that ended so was killed; POSIX tells it by a negative number."""
    return abs(returncode) == KILL


def need_pdftotext() -> None:
    """Skips the test where that program is not there."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")


def pdf_text(path: Path, how: str = "-layout") -> str:
    """What is written in a PDF, by a program that is not ours; without it the test is skipped."""
    need_pdftotext()
    told = subprocess.run(["pdftotext", how, path, "-"], capture_output=True, encoding="utf-8", check=True)
    return told.stdout


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """A full disk, as far as this process can tell: POSIX lets it forbid itself larger files."""
    import resource
    import signal

    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, handler)


def _makes_links() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder, "link")
        try:
            link.symlink_to(folder)
        except OSError:
            return False
        return link.is_symlink()


needs_mounts = pytest.mark.skipif(WINDOWS, reason="mounts are listed by Linux alone")
needs_pipes = pytest.mark.skipif(WINDOWS, reason="Windows keeps no pipes and devices in folders")
needs_modes = pytest.mark.skipif(WINDOWS, reason="files have no modes on Windows")
needs_size_limits = pytest.mark.skipif(WINDOWS, reason="Windows limits no process in the size of its files")
needs_links = pytest.mark.skipif(
    WINDOWS and not _makes_links(), reason="Windows lets administrators alone make links"
)
needs_moving_open_files = pytest.mark.skipif(
    WINDOWS, reason="Windows lets nobody move or replace an open file"
)
