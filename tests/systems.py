"""What the system under the tests has. A test that needs what Windows lacks is skipped there, and says why."""

import os
import tempfile
from pathlib import Path

import pytest

WINDOWS = os.name == "nt"


def _makes_links() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        link = Path(folder, "link")
        try:
            link.symlink_to(folder)
        except OSError:
            return False
        return link.is_symlink()


needs_mounts = pytest.mark.skipif(WINDOWS, reason="mounts are listed by Linux alone")
needs_links = pytest.mark.skipif(
    WINDOWS and not _makes_links(), reason="Windows lets administrators alone make links"
)
