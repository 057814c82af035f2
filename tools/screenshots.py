"""Pictures of every page and dialog into ``docs/screenshots``: ``make screenshots``.

A real window on the real platform: starts an X server of its own. ``--scale 1.5`` takes the same at 150 %.
"""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from virtual_display import virtual_display

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2020, 10, 6)
SIZE = (1366, 768)

# What the methodist has done by the sixth of October, so that every state is to be seen.
DONE = ("1", "2", "6", "11")
IN_WORK = ("3", "8", "12", "19")


def main() -> int:
    """Takes the pictures; answers the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    arguments = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    # The author of the edits, as the history page shows it.
    os.environ["LOGNAME"] = "методист"
    # What is remembered beside the file must not come from, or stay in, the home of who takes the pictures.
    os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp()
    width, height = (round(side * float(arguments.scale)) for side in SIZE)
    with virtual_display(width, height), tempfile.TemporaryDirectory() as folder:
        take(Path(folder), arguments.out)
    return 0


def take(folder: Path, out: Path) -> None:
    """Opens the window on a worked-on sample and photographs what it shows."""
    sys.path.insert(0, str(ROOT))
    from photographer import Photographer

    out.mkdir(parents=True, exist_ok=True)
    Photographer(worked_on_sample(folder), folder, out, TODAY, SIZE).take_all()


def worked_on_sample(folder: Path) -> Path:
    """The sample as it might stand in October."""
    from roadmap_desktop.model.activity import State
    from roadmap_desktop.operations import activities, due, files, reading

    path = folder / "Дорожная карта 2020–2021.roadmap"
    files.create_from_sample(path)
    with files.open_roadmap(path) as file:
        plan = reading.read_plan(file)
        for numbers, state in ((DONE, State.DONE), (IN_WORK, State.IN_WORK)):
            ids = [row.id for row in plan.activities if row.number in numbers]
            activities.set_field(file, plan, ids, "state", state)
        third = plan.activities[2]
        due.set_wording(file, plan, [third.id], "сентябрь")
        due.set_wording(file, plan, [third.id], third.due_text)
    return path


if __name__ == "__main__":
    sys.exit(main())
