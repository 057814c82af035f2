"""The samples as files of their own for each test: made once for each process, for the sample takes a tenth of a second
and the full one a whole."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmap_desktop.model.period import school_year
from roadmap_desktop.operations.file.files import create_empty, create_from_sample
from roadmap_desktop.operations.file.full_sample import create_full_sample


@cache
def _bytes(create: Callable[[Path], None]) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.roadmap"
        create(path)
        return path.read_bytes()


def sample_at(path: Path) -> Path:
    """Writes the sample there; two of them are copies of one file, and no files made separately."""
    path.write_bytes(_bytes(create_from_sample))
    return path


def full_sample_at(path: Path) -> Path:
    """Writes the sample with the invented district there, a copy of one file likewise."""
    path.write_bytes(_bytes(create_full_sample))
    return path


def empty_at(path: Path) -> Path:
    """Writes a file of the same school year without activities there, a copy of one file likewise."""
    path.write_bytes(_bytes(_create_empty))
    return path


def _create_empty(path: Path) -> None:
    create_empty(path, school_year("2020"))
