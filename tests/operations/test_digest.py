"""Many files side by side: what is counted, what is matched, what cannot be read."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.digest import Digest
from roadmap_desktop.operations.copies.digest import digest_bytes, read_digest, roadmaps_in, save_digest
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import activities, reading
from tests.systems import needs_links

TODAY = date(2020, 12, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two copies of one plan, one made separately, an empty one and a broken one."""
    first = tmp_path / "Школа 2.roadmap"
    files.create_from_sample(first)
    shutil.copy(first, tmp_path / "Школа 10.roadmap")
    files.create_from_sample(tmp_path / "Школа 30.roadmap")
    files.create_empty(tmp_path / "Пустая.roadmap", files.parse_school_year("2020"))
    (tmp_path / "Сломанная.roadmap").write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    return tmp_path


def change(path: Path, number: str, **fields: object) -> None:
    with files.open_roadmap(path) as file:
        plan = reading.read_plan(file)
        row = reading.activity_numbered(plan, number)
        for name, value in fields.items():
            activities.set_field(file, plan, [row.id], name, value)


def captions(digest: Digest) -> list[str]:
    return [line.caption for line in digest.files]


def test_a_folder_gives_its_roadmaps_counted_as_people_count(folder: Path) -> None:
    (folder / "заметки.txt").write_text("не карта")
    digest = read_digest([folder], TODAY)
    assert captions(digest) == ["Пустая", "Сломанная", "Школа 2", "Школа 10", "Школа 30"]
    assert [bool(line.refusal) for line in digest.files] == [False, True, False, False, False]


def test_a_file_is_counted_as_its_own_table_counts_it(folder: Path) -> None:
    path = folder / "Школа 2.roadmap"
    change(path, "1", state=State.DONE, completed_on=date(2020, 9, 20))
    change(path, "2", state=State.IN_WORK)
    change(path, "4", state=State.CANCELLED)
    [line] = read_digest([path], TODAY).files
    progress = line.progress
    assert (progress.activities, progress.done, progress.in_work, progress.cancelled) == (23, 1, 0, 1)
    assert (progress.undated, progress.share) == (1, 5)
    before = read_digest([path], date(2020, 9, 1)).files[0].progress
    assert (before.overdue, before.in_work) == (0, 1)
    assert progress.overdue > 0
    assert line.changed_on is not None
    assert "дорожная карта" in line.title
    assert line.period == files.parse_school_year("2020")


def test_an_empty_plan_has_no_share_and_no_activities(folder: Path) -> None:
    digest = read_digest([folder / "Пустая.roadmap"], TODAY)
    assert digest.files[0].progress.share is None
    assert digest.activities == ()


def test_copies_are_matched_by_key_and_the_rest_by_name(folder: Path) -> None:
    change(folder / "Школа 10.roadmap", "1", name="Названо иначе", state=State.DONE)
    digest = read_digest([folder / f"Школа {number}.roadmap" for number in (2, 10, 30)], TODAY)
    assert len(digest.activities) == 23
    first = digest.activities[0]
    assert [mark.standing.state for mark in first.marks if mark] == [State.PLANNED, State.DONE, State.PLANNED]
    assert digest.total.done == 1


def test_a_file_named_twice_counts_once(folder: Path) -> None:
    path = folder / "Школа 2.roadmap"
    os.link(path, folder / "ссылка.roadmap")
    named = [path, folder / "ссылка.roadmap", folder / "." / path.name]
    assert captions(read_digest(named, TODAY)) == ["Школа 2"]


@needs_links
def test_a_file_named_by_a_link_too_counts_once(folder: Path) -> None:
    (folder / "указатель.roadmap").symlink_to(folder / "Школа 2.roadmap")
    named = [folder / "Школа 2.roadmap", folder / "указатель.roadmap"]
    assert captions(read_digest(named, TODAY)) == ["Школа 2"]


def test_files_of_one_name_are_told_apart_by_their_folders(folder: Path) -> None:
    for school in ("Школа № 1", "Школа № 2"):
        (folder / school).mkdir()
        shutil.copy(folder / "Пустая.roadmap", folder / school / "карта.roadmap")
    paths = [folder / "Школа № 1", folder / "Школа № 2", folder / "Пустая.roadmap"]
    assert captions(read_digest(paths, TODAY)) == ["карта (Школа № 1)", "карта (Школа № 2)", "Пустая"]


def test_what_is_not_there_and_a_folder_without_roadmaps_are_lines_of_their_own(folder: Path) -> None:
    (folder / "пусто").mkdir()
    digest = read_digest([folder / "нет.roadmap", folder / "пусто", folder / "Пустая.roadmap"], TODAY)
    assert ["файла" in digest.files[0].refusal, "нет файлов" in digest.files[1].refusal] == [True, True]
    assert digest.read[0].caption == "Пустая"


def test_sixty_files_are_read_told_of_and_left_as_they_were(folder: Path) -> None:
    many = folder / "много"
    many.mkdir()
    for number in range(60):
        shutil.copy(folder / "Школа 2.roadmap", many / f"{number}.roadmap")
    before = {path.name: path.stat().st_mtime_ns for path in many.iterdir()}
    told: list[tuple[int, int]] = []
    digest = read_digest([many], TODAY, tell=lambda done, of: told.append((done, of)))
    assert (len(digest.read), len(digest.activities), digest.total.activities) == (60, 23, 60 * 23)
    assert told == [(done, 60) for done in range(61)]
    assert {path.name: path.stat().st_mtime_ns for path in many.iterdir()} == before


def test_reading_stops_when_it_is_told_to(folder: Path) -> None:
    answers = iter([False, False, False, True])
    with pytest.raises(Cancelled):
        read_digest([folder], TODAY, is_cancelled=lambda: next(answers))
    with pytest.raises(Cancelled):
        roadmaps_in([folder], lambda: True)
    for suffix in (".pdf", ".xlsx"):
        with pytest.raises(Cancelled):
            digest_bytes(read_digest([folder], TODAY), suffix, lambda: True)


def test_a_digest_never_takes_the_place_of_a_roadmap(folder: Path) -> None:
    path = folder / "Школа 2.roadmap"
    before = path.read_bytes()
    trap = folder / "свод.xlsx"
    os.link(path, trap)
    with pytest.raises(UserError, match="а не таблица Excel"):
        save_digest(b"PK", trap)
    assert path.read_bytes() == before


def test_a_folder_of_that_name_is_told_and_nothing_is_left_behind(folder: Path) -> None:
    (folder / "свод.xlsx").mkdir()
    before = sorted(folder.iterdir())
    with pytest.raises(UserError, match="папка, а не файл"):
        save_digest(b"PK", folder / "свод.xlsx")
    assert sorted(folder.iterdir()) == before


def test_a_digest_of_nothing_can_still_be_printed() -> None:
    digest = read_digest([], TODAY)
    assert digest_bytes(digest, ".pdf").startswith(b"%PDF")
    assert digest_bytes(digest, ".XLSX").startswith(b"PK")
    with pytest.raises(UserError, match="в каком виде"):
        digest_bytes(digest, ".doc")
