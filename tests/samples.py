"""The sample as a file of its own for each test: made once for each process, for it takes a tenth of a second."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmap_desktop.operations.file.files import create_from_sample


@cache
def _sample() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.roadmap"
        create_from_sample(path)
        return path.read_bytes()


def sample_at(path: Path) -> Path:
    """Writes the sample there; two of them are copies of one file, and no files made separately."""
    path.write_bytes(_sample())
    return path
