"""Copies of one file in several hands: random edits on each, and what must be equal afterwards."""

import shutil
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import strategies as st

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import State as ActivityState
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import create_empty, open_roadmap, parse_school_year
from roadmap_desktop.operations.plan import activities, history, revisions, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.content_names import named_contents
from roadmap_desktop.storage.differences import empty_value
from roadmap_desktop.storage.journal.contents import FileContents
from roadmap_desktop.storage.journal.state import State
from roadmap_desktop.storage.merging import Merged, merge_into, reading
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.tables import TABLES

# What is no record: an undo leaves the bytes of a file that came with a merge, as it leaves the history.
JOURNAL = {"change_set", "change", "head", "revived", "content"}
KINDS = (
    *("add", "delete", "delete", "move", "name", "name", "note", "state", "performers", "title"),
    *("section", "rename section", "delete section", "move section", "into section", "undo", "redo"),
    *("approve", "go back"),
    *("attach", "attach", "detach"),
)
# Whose copy, what, which row, with what, and how wrong the clock is; «merge» takes another copy in.
DEED = st.tuples(
    st.integers(0, 2),
    st.sampled_from((*KINDS, "merge")),
    st.integers(0, 9),
    st.integers(0, 9),
    st.sampled_from((0, 0, 0, 1, -1_000_000, 1_000_000)),
)
DEEDS = st.lists(DEED, min_size=2, max_size=14)
MOMENT = datetime(2026, 9, 1, 9, tzinfo=UTC)


@cache
def _template() -> Path:
    """A small plan: two sections, five activities, three performers."""
    path = Path(mkdtemp()) / "карта.roadmap"
    create_empty(path, parse_school_year("2026-2027"))
    with open_roadmap(path) as file:
        for name in ("Первый", "Второй"):
            roadmap.add_section(file, name)
        for number in range(5):
            draft = ActivityDraft(
                name=f"Дело {number}", performers=tuple(f"Школа {n}" for n in range(number % 3 + 1))
            )
            activities.add_activity(file, draft)
        plan = read_plan(file)
        roadmap.set_section(file, plan, [row.id for row in plan.activities[:2]], plan.sections[0].id)
    return path


class Copies:
    """Three copies of one file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = [folder / f"{name}.roadmap" for name in ("Анна", "Вера", "Ольга")]
        for path in self.paths:
            shutil.copy(_template(), path)
        self._spare = 0

    def do(self, deeds: Iterable[tuple[int, str, int, int, int]]) -> None:
        for place, (who, kind, one, two, wrong) in enumerate(deeds):
            if kind == "merge":
                if one % 3 != who:
                    merge(self.paths[who], self.paths[one % 3])
                assert_whole(self.paths[who])
                continue
            moment = MOMENT + timedelta(seconds=place // 3 + wrong)
            with RoadmapFile(self.paths[who], now=lambda moment=moment: moment) as file:
                edit(file, kind, one, two)

    def copy_of(self, path: Path) -> Path:
        self._spare += 1
        target = self.folder / f"{self._spare}.roadmap"
        shutil.copy(path, target)
        return target

    def union(self, first: Path, *others: Path) -> Path:
        made = self.copy_of(first)
        for other in others:
            merge(made, other)
        return made


def merge(path: Path, other: Path) -> Merged:
    with reading(other) as theirs:
        return merge_into(path, [theirs], lambda _unions: (), "Объединение")


def edit(file: RoadmapFile, kind: str, one: int, two: int) -> None:
    plan = read_plan(file)
    if kind in ("undo", "redo"):
        with suppress(UserError):
            history.undo(file) if kind == "undo" else history.redo(file)
    elif "section" in kind:
        _edit_section(file, plan, kind, one, two)
    elif kind in ("approve", "go back"):
        _edit_revisions(file, kind, one, two)
    elif kind == "title":
        roadmap.set_roadmap(file, {"title": f"Карта {two}"})
    elif kind == "add" or not plan.activities:
        after = plan.activities[one % len(plan.activities)].id if plan.activities else None
        activities.add_activity(
            file, ActivityDraft(name=f"Новое {two}", performers=("ОО", f"Школа {two}")), after=after
        )
    else:
        _edit_activity(file, plan, kind, one, two)


def _edit_activity(file: RoadmapFile, plan: Any, kind: str, one: int, two: int) -> None:
    row, other = plan.activities[one % len(plan.activities)], plan.activities[two % len(plan.activities)]
    match kind:
        case "delete":
            activities.delete_activities(file, plan, {row.id})
        case "move":
            activities.move_activities(file, plan, [row.id], before=other.id)
        case "name" | "note":
            activities.set_field(file, plan, [row.id], kind, f"Текст {two % 3}")
        case "state":
            activities.set_field(file, plan, [row.id, other.id], "state", list(ActivityState)[two % 5])
        case "performers":
            activities.set_field(file, plan, [row.id], "performers", [f"Школа {n}" for n in range(two % 5)])
        case "attach":
            # Of several names and contents: the same one, under another name, may be attached in two copies.
            attached = file.path.parent / "приложения" / str(one % 2) / f"Файл {two % 3}.txt"
            attached.parent.mkdir(parents=True, exist_ok=True)
            attached.write_bytes(bytes([two % 4]) * 1000)
            attachments.attach(file, plan, owner_value("activity", row.id), [attached])
        case "detach" if found := attachments.list_attachments(file):
            attachments.remove(file, plan, [found[two % len(found)]])


def _edit_section(file: RoadmapFile, plan: Any, kind: str, one: int, two: int) -> None:
    if kind == "section" or not plan.sections:
        roadmap.add_section(file, f"Раздел {two}")
        return
    section = plan.sections[one % len(plan.sections)]
    match kind:
        case "rename section":
            roadmap.rename_section(file, section.id, f"Часть {two}")
        case "delete section":
            roadmap.delete_section(file, section.id)
        case "move section":
            roadmap.move_section(file, section.id, two % len(plan.sections))
        case "into section" if plan.activities:
            roadmap.set_section(file, plan, [plan.activities[two % len(plan.activities)].id], section.id)


def _edit_revisions(file: RoadmapFile, kind: str, one: int, two: int) -> None:
    known = revisions.revisions(file)
    with suppress(UserError):
        if kind == "approve":
            revisions.approve(file, f"Редакция {two}")
        elif known:
            revisions.go_back(file, known[one % len(known)].id)


def tables(path: Path, *, journal: bool = True) -> dict[str, list[Any]]:
    """Every row of every table, its columns in the order they are declared in."""
    with closing(connect(path)) as connection:
        return {
            name: sorted(connection.execute(f'SELECT {_listed(name)} FROM "{name}"').fetchall(), key=repr)
            for name in TABLES
            if journal or name not in JOURNAL
        }


def _listed(table: str) -> str:
    return ", ".join(f'"{column}"' for column in TABLES[table].columns)


def assert_whole(path: Path) -> None:
    """References hold, and the records, the heads and those revived are what the journal says."""
    found = tables(path)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        contents = FileContents(connection)
        state = State(contents)
    for table in found.keys() - JOURNAL:
        columns = list(TABLES[table].columns)
        ours = {row[0]: dict(zip(columns[1:], row[1:], strict=True)) for row in found[table]}
        # Of a field that came after the record the journal says nothing; it is empty.
        silent = {name: empty_value(table, name) for name in columns[1:]}
        said = {
            key[1]: silent | (state.record(key) or {})
            for key in state.keys
            if key[0] == table and state.exists(key)
        }
        assert ours == said
    with closing(connect(path)) as connection:
        assert {row[0] for row in found["content"]} == named_contents(connection).keys()
    heads = contents.ancestry.heads()
    assert [row[0] for row in found["head"]] == (heads if len(heads) > 1 else [])
    assert found["revived"] == (sorted(state.revived) if len(heads) > 1 else [])
    assert check_file(path) == ()
