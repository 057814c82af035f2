"""Keeps what every report looks like now as the approved pictures that tests compare with: ``make approve``."""

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Writes the pictures that changed, removes those of reports that are gone; answers the exit code."""
    sys.path.insert(0, str(ROOT))
    from tests.reports.pictures import APPROVED, are_alike, pictures_of_reports

    APPROVED.mkdir(exist_ok=True)
    names = set()
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures_of_reports(Path(folder)):
            names.add(name)
            path = APPROVED / name
            # What another rasteriser merely draws darker stays as it is, so that a commit shows what changed.
            if not path.exists() or not are_alike(picture, path.read_bytes()):
                path.write_bytes(picture)
                print(path.relative_to(ROOT))
    for path in APPROVED.iterdir():
        if path.name not in names:
            path.unlink()
            print(f"{path.relative_to(ROOT)} is gone")
    return 0


if __name__ == "__main__":
    sys.exit(main())
