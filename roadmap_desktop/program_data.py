"""Where the program's own data lies, whether it runs from a checkout, an installed wheel or a packaged folder."""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    """The folder that holds ``resources/`` and ``database/``."""
    package = Path(__file__).resolve().parent
    # PyInstaller unpacks data beside the package; a wheel carries it inside; a checkout keeps it one level up.
    candidates = [Path(getattr(sys, "_MEIPASS", package)), package, package.parent]
    for candidate in candidates:
        if (candidate / "database" / "migrations").is_dir():
            return candidate
    raise FileNotFoundError("resources/ and database/ are missing from this installation")


def data_path(*parts: str) -> Path:
    """Path of a file or folder of the program's data, for example ``data_path("resources", "themes", "window.qss")``.

    Raises FileNotFoundError when the installation is incomplete.
    """
    return _root().joinpath(*parts)
