"""An edit of the program beside the bare SQLite transaction that writes the same rows, with the same safety."""

import shutil
import time
from functools import partial
from pathlib import Path

from roadmap_desktop.model.identity import new_id
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities, reading
from roadmap_desktop.storage.connection import connect
from stopwatch import seconds

TIMES = 40


def journalled_edits(path: Path) -> list[float]:
    """Seconds of edits of one field through the journal."""
    times = []
    with files.open_roadmap(path) as file:
        plan = reading.read_plan(file)
        for number in range(TIMES):
            ids = [plan.activities[number % 20].id]
            times.append(seconds(partial(activities.set_field, file, plan, ids, "note", new_id())))
    return times


def bare_edits(path: Path) -> list[float]:
    """Seconds of transactions that write the same three rows with nothing but the sqlite3 module, in a copy of the
    file: what they write is no history that the program would open."""
    times = []
    copy = path.with_suffix(".bare")
    if not copy.exists():
        shutil.copy(path, copy)
    connection = connect(copy)
    (start,) = connection.execute("SELECT max(at) FROM change_set").fetchone()
    ids = [row[0] for row in connection.execute("SELECT id FROM activity ORDER BY position LIMIT 20")]
    for number in range(TIMES):
        record, key = ids[number % 20], new_id()
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE activity SET note = ? WHERE id = ?", (key, record))
        (newest,) = connection.execute(
            "SELECT id FROM change_set ORDER BY at DESC, id DESC LIMIT 1"
        ).fetchone()
        connection.execute(
            "INSERT INTO change_set VALUES (?, ?, 'x', 'x', 'edit', NULL, ?)",
            (key, f"{start}{number:03}", newest),
        )
        connection.execute(
            "INSERT INTO change VALUES (?, 0, 'activity', ?, 'note', '\"\"', '\"\"')", (key, record)
        )
        connection.execute("COMMIT")
        times.append(time.perf_counter() - began)
    connection.close()
    return times
