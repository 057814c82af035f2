"""Comparing and merging two copies of a large plan, beside bare sqlite3 reading both journals and writing the rows."""

import gc
import shutil
import time
from contextlib import closing
from pathlib import Path

from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities, reading
from roadmap_desktop.storage.connection import connect
from stopwatch import seconds

EDITS = 1000
CONFLICTS = 50
_TARGET = "merge-target.roadmap"


def two_copies(many: Path, folder: Path) -> tuple[Path, Path]:
    """Copies of the plan, edited by two people, who both changed some fields."""
    mine, theirs = folder / "merge-mine.roadmap", folder / "merge-theirs.roadmap"
    for path, first in ((mine, 0), (theirs, EDITS - CONFLICTS)):
        shutil.copy(many, path)
        with files.open_roadmap(path) as file:
            plan = reading.read_plan(file)
            for row in plan.activities[first : first + EDITS]:
                activities.set_field(file, plan, [row.id], "note", path.stem)
    return mine, theirs


def compare(mine: Path, theirs: Path) -> float:
    """Seconds of the preview, as the window shows it before anything is written."""
    target = _fresh(mine)
    began = time.perf_counter()
    told = merging.preview(target, [theirs])
    taken = time.perf_counter() - began
    if len(told.conflicts) != CONFLICTS:
        raise AssertionError(f"{len(told.conflicts)} conflicts instead of {CONFLICTS}")
    return taken


def merge(mine: Path, theirs: Path) -> float:
    """Seconds of the merge after that, which compares once more: the files may have changed meanwhile."""
    target = mine.with_name(_TARGET)
    return seconds(lambda: merging.merge(target, [theirs], prefer=Prefer.NEWEST))


def bare_read_and_write(mine: Path, theirs: Path) -> float:
    """Seconds of reading both journals and writing the rows that the merge writes, with nothing but sqlite3."""
    target = _fresh(mine)
    began = time.perf_counter()
    with closing(connect(target)) as one, closing(connect(theirs)) as other:
        known = {row[0] for row in one.execute("SELECT * FROM change_set")}
        one.execute("SELECT * FROM change").fetchall()
        sets = [row for row in other.execute("SELECT * FROM change_set") if row[0] not in known]
        new = {row[0] for row in sets}
        rows = [row for row in other.execute("SELECT * FROM change") if row[0] in new]
        one.execute("BEGIN IMMEDIATE")
        one.executemany("INSERT INTO change_set VALUES (?, ?, ?, ?, ?, ?, ?)", sets)
        one.executemany("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        one.executemany("UPDATE activity SET note = ? WHERE id = ?", [("x", row[3]) for row in rows])
        one.execute("COMMIT")
    return time.perf_counter() - began


def _fresh(path: Path) -> Path:
    # As in a command and in the window, where garbage is seldom looked for.
    gc.disable()
    target = path.with_name(_TARGET)
    shutil.copy(path, target)
    return target
