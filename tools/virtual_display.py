"""A screen for tools that need a real window: an X server of our own for as long as it is needed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def virtual_display(width: int, height: int) -> Iterator[None]:
    """Starts Xvfb with one screen of that size and points DISPLAY at it; on Windows and macOS the real screen serves.

    Raises SystemExit with a sentence when Xvfb is missing.
    """
    os.environ.pop("QT_QPA_PLATFORM", None)
    if sys.platform in ("win32", "darwin"):
        yield
        return
    if shutil.which("Xvfb") is None:
        raise SystemExit("Xvfb is missing: apt-get install xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SystemExit("Xvfb did not start")
        os.environ["DISPLAY"] = f":{number}"
        yield
    finally:
        server.terminate()
        server.wait()
