"""Screenshots of every page and dialog into ``docs/screenshots``, of the first page of every report into its folder
``reports``, and some of them smaller into the guide: ``make screenshots``.

A real window on the real platform: starts an X server of its own. ``--scale 1.5`` takes the same at 150 %.
``--reports`` makes those of the reports alone, ``--guide`` those of the guide from the ones that are there, both in a
few seconds.
"""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image

from virtual_display import virtual_display

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1366, 768)
REPORT_DOTS = 60  # an inch: titles and columns can be read
GUIDE = ROOT / "resources" / "guide" / "pictures"
# What the guide shows, as wide as its page and with so few colours that all together are small.
GUIDE_PICTURES = ("table", "month-plan", "school", "print", "merge")
GUIDE_WIDTH, GUIDE_COLOURS = 680, 64


def main() -> int:
    """Takes the pictures; answers the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--reports", action="store_true")
    parser.add_argument("--guide", action="store_true")
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if arguments.guide:
        shrink_for_guide(arguments.out)
        return 0
    take_reports(arguments.out / "reports")
    if arguments.reports:
        return 0
    width, height = (round(side * float(arguments.scale)) for side in SIZE)
    with virtual_display(width, height), tempfile.TemporaryDirectory() as folder:
        os.environ["QT_SCALE_FACTOR"] = arguments.scale
        # Backups go to the user's own folder, and the history shows the user's own name.
        os.environ["ROADMAP_HOME"] = folder
        os.environ["LOGNAME"] = "методист"
        take(Path(folder), arguments.out)
    if arguments.out == parser.get_default("out"):
        shrink_for_guide(arguments.out)
    return 0


def shrink_for_guide(taken: Path) -> None:
    """Makes the pictures of the guide from those in that folder."""
    GUIDE.mkdir(parents=True, exist_ok=True)
    for name in GUIDE_PICTURES:
        with Image.open(taken / f"{name}.png") as whole:
            height = round(whole.height * GUIDE_WIDTH / whole.width)
            small = whole.convert("RGB").resize((GUIDE_WIDTH, height), Image.Resampling.LANCZOS)
        small.quantize(GUIDE_COLOURS, dither=Image.Dither.NONE).save(GUIDE / f"{name}.png", optimize=True)
        print(GUIDE / f"{name}.png")


def take_reports(out: Path) -> None:
    """Makes a picture of the first page of every report."""
    from tests.reports.pictures import pictures_of_reports

    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, picture in pictures_of_reports(Path(folder), REPORT_DOTS, pages=1):
            (out / name).write_bytes(picture)
            print(out / name)


def take(folder: Path, out: Path) -> None:
    """Opens the window on a worked-on sample and saves what it shows."""
    from screenshot_files import TODAY, make_files, standing_clock
    from window_screenshots import WindowScreenshots

    out.mkdir(parents=True, exist_ok=True)
    with standing_clock():
        WindowScreenshots(make_files(folder), folder, out, TODAY, SIZE).take_all()


if __name__ == "__main__":
    sys.exit(main())
