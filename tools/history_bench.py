"""Opening and one edit of a file with a long history, beside the same of a fresh file."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from roadmap_desktop.folders import whole_states_folder
from roadmap_desktop.model.identity import id_made_at
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.journal.newest import newest_change_set
from roadmap_desktop.storage.journal.times import format_at, parse_at
from roadmap_desktop.storage.journal.values import encode
from roadmap_desktop.storage.journal.writer import INSERT_CHANGE, INSERT_CHANGE_SET
from stopwatch import Figure, in_turns, process_seconds

CHANGE_SETS = 200_000
# The last of them is dated a few minutes ahead, which the program tolerates.
_STEP = timedelta(milliseconds=1)
_OURS = [sys.executable, "-m", "roadmap_desktop"]


def figures(folder: Path, sample: Path, runs: int) -> list[Figure]:
    """``set`` as a whole process, and the window until it is painted, of both files."""
    fresh, long = folder / "fresh.roadmap", folder / "long-history.roadmap"
    shutil.copy(sample, fresh)
    shutil.copy(sample, long)
    lengthen_history(long, CHANGE_SETS)
    numbers = count()

    def edited(path: Path) -> float:
        return process_seconds([*_OURS, "set", str(path), "1", "note", f"{next(numbers)}"])

    def painted(path: Path) -> float:
        return process_seconds([*_OURS, str(path)], {"ROADMAP_EXIT_WHEN_PAINTED": "1"})

    def checked_anew(path: Path) -> float:
        shutil.rmtree(whole_states_folder(), ignore_errors=True)
        return edited(path)

    of_fresh, of_unknown, of_long, fresh_painted, long_painted = in_turns(
        runs,
        lambda: edited(fresh),
        lambda: checked_anew(long),
        lambda: edited(long),
        lambda: painted(fresh),
        lambda: painted(long),
    )
    what = f"a file with {CHANGE_SETS} change sets"
    return [
        Figure.ratio(f"«set» in {what}, whole process", 3.0, of_long, of_fresh, "the same in a fresh file"),
        Figure.seconds(
            "the first of them on a PC that has not checked the file yet, over the fresh file",
            5.0,
            of_unknown - of_fresh,
        ),
        Figure.ratio(
            f"the window opens {what}", 3.0, long_painted, fresh_painted, "the same of a fresh file"
        ),
    ]


def lengthen_history(path: Path, change_sets: int) -> None:
    """Adds edits of the activities' notes, one in each change set, as the program would have written them."""
    with closing(connect(path)) as connection:
        newest = newest_change_set(connection)
        assert newest is not None
        notes = dict(connection.execute("SELECT id, note FROM activity ORDER BY position"))
        made = _made(parse_at(newest.at), newest.id, notes, change_sets)
        headings, changes = zip(*made, strict=True)
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(INSERT_CHANGE_SET, headings)
        connection.executemany(INSERT_CHANGE, changes)
        connection.executemany(
            "UPDATE activity SET note = ? WHERE id = ?", [(note, id_) for id_, note in notes.items()]
        )
        connection.execute("COMMIT")


def _made(
    at: datetime, newest: str, notes: dict[str, str], change_sets: int
) -> Iterator[tuple[tuple[str | None, ...], tuple[str | int | None, ...]]]:
    """The rows of each change set; ``notes`` follow."""
    ids = list(notes)
    for number in range(change_sets):
        at += _STEP
        id_, record, note = id_made_at(at), ids[number % len(ids)], f"замечание {number}"
        yield (
            (id_, format_at(at), "Методист", "Примечание, мероприятие", "edit", None, newest),
            (id_, 0, "activity", record, "note", encode(notes[record]), encode(note)),
        )
        newest, notes[record] = id_, note
