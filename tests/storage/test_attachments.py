"""The contents of attached files through merging, copies, checks and repairs."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.operations import attachments, history, merging
from roadmap_desktop.operations.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.reading import read_plan
from roadmap_desktop.storage.copying import save_copy

from .copies import tables
from .damage import change

SCAN = os.urandom(30_000)
TEXT = "Список участников. ".encode() * 400


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files to attach."""
    made = tmp_path / "с диска"
    made.mkdir()
    (made / "Скан приказа.pdf").write_bytes(SCAN)
    (made / "Список.docx").write_bytes(TEXT)
    return made


@pytest.fixture
def roadmap(tmp_path: Path, folder: Path) -> Path:
    """The sample, with a scan at its first activity and a list at its second."""
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    attach(path, 1, folder / "Скан приказа.pdf")
    attach(path, 2, folder / "Список.docx")
    return path


def attach(path: Path, number: int, *files: Path) -> None:
    with open_roadmap(path) as file:
        plan = read_plan(file)
        attachments.attach(file, plan, plan.activities[number - 1].id, files)


def copy_of(path: Path, name: str = "копия.roadmap") -> Path:
    save_copy(path, path.with_name(name))
    return path.with_name(name)


def listed(path: Path) -> list[tuple[str, bool]]:
    with open_roadmap(path) as file:
        return [(row.name, row.is_lost) for row in attachments.list_attachments(file)]


WHOLE = [("Скан приказа.pdf", False), ("Список.docx", False)]


def test_a_merge_brings_the_files_that_the_copy_has(roadmap: Path, folder: Path) -> None:
    copy = copy_of(roadmap)
    (folder / "новый.txt").write_bytes(b"1")
    attach(copy, 3, folder / "новый.txt")
    assert merging.merge(roadmap, [copy]).changed
    assert tables(roadmap) == tables(copy)
    before = roadmap.read_bytes()
    assert not merging.merge(roadmap, [copy]).changed
    assert roadmap.read_bytes() == before
    with open_roadmap(roadmap) as file:
        history.undo(file)
        assert len(attachments.list_attachments(file)) == 2
        history.redo(file)
    assert [lost for _, lost in listed(roadmap)] == [False] * 3


@pytest.mark.parametrize("statement", ["DELETE FROM content", "UPDATE content SET data = NULL"])
def test_of_a_copy_without_contents_and_one_with_them_the_fuller_counts(
    roadmap: Path, statement: str
) -> None:
    poor = copy_of(roadmap)
    change(poor, statement)
    assert [lost for _, lost in listed(poor)] == [True, True]
    assert not merging.merge(roadmap, [poor]).changed
    assert not merging.preview(roadmap, [poor]).identical
    assert merging.merge(poor, [roadmap]).changed
    assert tables(poor) == tables(roadmap)
    assert merging.preview(roadmap, [poor]).identical
    change(poor, statement)
    merging.merge(roadmap, [poor], both=True)
    assert listed(poor) == WHOLE


def test_what_nobody_names_and_what_is_spoiled_is_not_taken_over(roadmap: Path, folder: Path) -> None:
    copy = copy_of(roadmap)
    (folder / "новый.txt").write_bytes(b"1")
    attach(copy, 3, folder / "новый.txt")
    change(
        copy,
        "INSERT INTO content VALUES ('ничей', 1, 0, x'00')",
        "UPDATE content SET data = x'33' WHERE size = 1 AND sha256 != 'ничей'",
    )
    merging.merge(roadmap, [copy])
    assert listed(roadmap) == [("новый.txt", True), *WHOLE]
    with closing(sqlite3.connect(roadmap)) as connection:
        assert connection.execute("SELECT count(*) FROM content WHERE sha256 = 'ничей'").fetchone() == (0,)


def test_a_merge_that_is_cancelled_among_the_contents_changes_nothing(roadmap: Path) -> None:
    poor = copy_of(roadmap)
    change(poor, "DELETE FROM content")
    before = poor.read_bytes()
    with pytest.raises(Cancelled):
        merging.merge(poor, [roadmap], is_cancelled=lambda: True)
    assert poor.read_bytes() == before
