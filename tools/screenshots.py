"""Pictures of every page and dialog into ``docs/screenshots``: ``make screenshots``.

A real window on the real platform: starts an X server of its own. ``--scale 1.5`` takes the same at 150 %.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from virtual_display import virtual_display

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1366, 768)


def main() -> int:
    """Takes the pictures; answers the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    arguments = parser.parse_args()
    width, height = (round(side * float(arguments.scale)) for side in SIZE)
    with virtual_display(width, height), tempfile.TemporaryDirectory() as folder:
        os.environ["QT_SCALE_FACTOR"] = arguments.scale
        # Backups go to the user's own folder, and the history shows the user's own name.
        os.environ["XDG_DATA_HOME"] = folder
        os.environ["LOGNAME"] = "методист"
        take(Path(folder), arguments.out)
    return 0


def take(folder: Path, out: Path) -> None:
    """Opens the window on a worked-on sample and photographs what it shows."""
    sys.path.insert(0, str(ROOT))
    from photographer import Photographer
    from pictured_files import TODAY, make_files, standing_clock

    out.mkdir(parents=True, exist_ok=True)
    with standing_clock():
        Photographer(make_files(folder), folder, out, TODAY, SIZE).take_all()


if __name__ == "__main__":
    sys.exit(main())
