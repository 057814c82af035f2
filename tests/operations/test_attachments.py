"""Files attached to activities: kept once, taken off and brought back, saved where the user says."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.attachments import LARGEST_FILE
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at
from tests.systems import needs_pipes

TEXT = "Протокол совещания. ".encode() * 500


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    sample_at(tmp_path / "карта.roadmap")
    with open_roadmap(tmp_path / "карта.roadmap") as opened:
        yield opened


@pytest.fixture
def protocol(tmp_path: Path) -> Path:
    path = tmp_path / "Протокол № 3.docx"
    path.write_bytes(TEXT)
    return path


def attach(file: RoadmapFile, number: int, *paths: Path) -> None:
    plan = read_plan(file)
    attachments.attach(file, plan, owner_value("activity", plan.activities[number - 1].id), paths)


def names(file: RoadmapFile, number: int | None = None) -> list[str]:
    id_ = None if number is None else owner_value("activity", read_plan(file).activities[number - 1].id)
    return [row.name for row in attachments.list_attachments(file, id_)]


def contents(file: RoadmapFile) -> list[tuple[int, bool]]:
    with closing(sqlite3.connect(file.path)) as connection:
        return connection.execute("SELECT size, is_compressed FROM content ORDER BY size").fetchall()


def test_a_file_is_attached_and_saved_again_byte_by_byte(file: RoadmapFile, protocol: Path) -> None:
    attach(file, 3, protocol)
    protocol.unlink()
    (row,) = attachments.list_attachments(file)
    assert (row.name, row.size, row.is_lost) == ("Протокол № 3.docx", len(TEXT), False)
    saved = attachments.save(file, row.id, file.path.with_name("вынуто.docx"))
    assert saved.read_bytes() == TEXT
    assert sorted(item.name for item in file.path.parent.iterdir()) == ["вынуто.docx", "карта.roadmap"]
    assert check_file(file.path) == ()


def test_what_is_saved_takes_no_name_that_is_taken(file: RoadmapFile, protocol: Path) -> None:
    attach(file, 3, protocol)
    (row,) = attachments.list_attachments(file)
    protocol.write_text("другое")
    for place in (protocol, file.path.parent):
        with pytest.raises(UserError):
            attachments.save(file, row.id, place)
    with pytest.raises(UserError, match=r"Такого файла или папки нет"):
        attachments.save(file, row.id, file.path.parent / "нет" / "x.docx")
    assert protocol.read_text() == "другое"
    assert len(list(file.path.parent.iterdir())) == 2


def test_the_same_file_twice_is_kept_once(file: RoadmapFile, protocol: Path, tmp_path: Path) -> None:
    other = tmp_path / "копия.docx"
    other.write_bytes(TEXT)
    attach(file, 3, protocol, other)
    attach(file, 3, protocol)
    attach(file, 4, other)
    assert (names(file, 3), names(file, 4)) == (["Протокол № 3.docx"], ["копия.docx"])
    assert contents(file) == [(len(TEXT), True)]
    assert attachments.total_size(file) == len(TEXT)
    assert history.undo(file).label == "Отменено: Приложен файл, мероприятие 4"
    assert history.undo(file).label == "Отменено: Приложено файлов: 2, мероприятие 3"


def test_what_does_not_compress_is_kept_as_it_is(file: RoadmapFile, tmp_path: Path) -> None:
    (tmp_path / "скан.jpg").write_bytes(noise := os.urandom(300_000))
    # Begins as text does and goes on otherwise.
    (tmp_path / "смесь").write_bytes(mixed := TEXT * 10 + os.urandom(5_000_000))
    (tmp_path / "пусто.txt").touch()
    for number, name in enumerate(("скан.jpg", "смесь", "пусто.txt"), start=1):
        attach(file, number, tmp_path / name)
    assert contents(file) == [(0, False), (len(noise), False), (len(mixed), False)]
    for row, data in zip(attachments.list_attachments(file), (b"", noise, mixed), strict=True):
        assert attachments.save(file, row.id, tmp_path / f"{row.id}").read_bytes() == data


def test_taking_a_file_off_and_deleting_its_activity_are_undone_with_the_bytes(
    file: RoadmapFile, protocol: Path
) -> None:
    attach(file, 3, protocol)
    plan = read_plan(file)
    rows = attachments.list_attachments(file)
    made = attachments.remove(file, plan, rows)
    assert made is not None
    assert made.label == "Убран файл, мероприятие 3"
    assert (names(file), attachments.total_size(file)) == ([], 0)
    with pytest.raises(UserError, match="уже убран"):
        attachments.save(file, rows[0].id, protocol.with_name("x"))
    history.undo(file)
    activities.delete_activities(file, plan, [plan.activities[2].id])
    assert names(file) == []
    history.undo(file)
    assert attachments.list_attachments(file) == rows
    assert attachments.save(file, rows[0].id, protocol.with_name("x")).read_bytes() == TEXT
    assert check_file(file.path) == ()


def test_what_cannot_be_attached_is_refused_in_words_and_nothing_of_it_stays(
    file: RoadmapFile, protocol: Path, tmp_path: Path
) -> None:
    before = file.path.read_bytes()
    (tmp_path / "папка").mkdir()
    with (tmp_path / "кино.avi").open("wb") as large:
        large.truncate(300_000_000)
    for name, words in (
        ("папка", "папка, приложить можно только файл"),
        ("нет.docx", "Такого файла или папки нет"),
        ("кино.avi", "слишком большой: 286 МБ, а приложить можно до 32 МБ"),
    ):
        _is_refused(file, protocol, tmp_path / name, words)
    assert file.path.read_bytes() == before


@needs_pipes
def test_a_pipe_is_not_waited_for_nor_a_link_followed_in_circles(
    file: RoadmapFile, protocol: Path, tmp_path: Path
) -> None:
    before = file.path.read_bytes()
    os.mkfifo(tmp_path / "труба")
    (tmp_path / "круг").symlink_to("круг")
    _is_refused(file, protocol, tmp_path / "труба", "не обычный файл")
    _is_refused(file, protocol, tmp_path / "круг", "Ничего не изменено")
    assert file.path.read_bytes() == before


def _is_refused(file: RoadmapFile, protocol: Path, path: Path, words: str) -> None:
    with pytest.raises(UserError, match=words):
        attachments.look_at(path)
    with pytest.raises(UserError, match=words):
        attach(file, 3, protocol, path)


def test_a_file_that_vanishes_grows_or_is_locked_while_it_is_read_changes_nothing(
    file: RoadmapFile, protocol: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file.path.read_bytes()
    seen = protocol.stat()

    def stale(path: Path, **_: object) -> os.stat_result:
        return seen

    monkeypatch.setattr(Path, "stat", stale)
    with protocol.open("ab") as growing:
        growing.truncate(LARGEST_FILE + 1)
    with pytest.raises(UserError, match="слишком большой"):
        attach(file, 3, protocol)
    protocol.unlink()
    with pytest.raises(UserError, match=r"«Протокол № 3\.docx»: Такого файла или папки нет"):
        attach(file, 3, protocol)
    plan = read_plan(file)
    protocol.write_bytes(TEXT)
    with pytest.raises(Cancelled):
        attachments.attach(
            file, plan, owner_value("activity", plan.activities[2].id), [protocol], is_cancelled=lambda: True
        )
    assert file.path.read_bytes() == before


def test_the_largest_file_is_taken_and_a_large_one_is_told_before(file: RoadmapFile, tmp_path: Path) -> None:
    largest = tmp_path / "запись.mp4"
    largest.write_bytes(os.urandom(1_000_000) * 33 + bytes(LARGEST_FILE - 33_000_000))
    assert attachments.look_at(largest).is_large
    (tmp_path / "малый.txt").write_bytes(b"1")
    assert not attachments.look_at(tmp_path / "малый.txt").is_large
    attach(file, 1, largest)
    (row,) = attachments.list_attachments(file)
    assert attachments.save(file, row.id, tmp_path / "x").read_bytes() == largest.read_bytes()


def test_an_activity_that_is_gone_is_said_to_be(file: RoadmapFile, protocol: Path) -> None:
    plan = read_plan(file)
    activities.delete_activities(file, plan, [plan.activities[0].id])
    with pytest.raises(UserError, match="мероприятия уже нет"):
        attachments.attach(file, plan, owner_value("activity", plan.activities[0].id), [protocol])


def test_a_name_made_to_mislead_is_shown_and_saved_as_what_it_is(file: RoadmapFile, tmp_path: Path) -> None:
    hostile = tmp_path / "счёт\u202efdp.exe"
    hostile.write_bytes(b"MZ")
    attach(file, 1, hostile)
    with closing(sqlite3.connect(file.path)) as connection:
        # As another program, or a file from others, can have it.
        connection.execute(r"UPDATE attachment SET name = '..\..\' || char(8238) || 'CON.exe'")
        connection.commit()
    (row,) = attachments.list_attachments(file)
    assert (row.name, row.saved_as) == ("..\\..\\\ufffdCON.exe", "_CON.exe")
    with pytest.raises(UserError, match="«exe» из программы не открываются"):
        attachments.check_opens("фото.jpg", row.name)
    with pytest.raises(UserError, match="«Makefile» из программы"):
        attachments.check_opens("Makefile")
    attachments.check_opens("фото.jpg", "приказ.PDF")


def test_a_content_that_is_lost_or_spoiled_is_not_handed_out(file: RoadmapFile, protocol: Path) -> None:
    attach(file, 3, protocol)
    (row,) = attachments.list_attachments(file)
    for statement in (
        "UPDATE content SET data = zeroblob(20)",
        "UPDATE content SET data = 'текст'",
        "UPDATE content SET is_compressed = 0",
        "UPDATE content SET data = NULL",
        "DELETE FROM content",
    ):
        with closing(sqlite3.connect(file.path)) as connection:
            connection.execute(statement)
            connection.commit()
        with pytest.raises(UserError, match="утрачено"):
            attachments.save(file, row.id, protocol.with_name("x"))
    assert [one.is_lost for one in attachments.list_attachments(file)] == [True]
    attach(file, 3, protocol)
    assert [one.is_lost for one in attachments.list_attachments(file)] == [False]
    attachments.save(file, row.id, protocol.with_name("x"))
    assert history.undo_state(file).undo == "Приложен файл, мероприятие 3"


def test_a_file_is_found_by_its_name_or_key(file: RoadmapFile, protocol: Path) -> None:
    attach(file, 3, protocol)
    attach(file, 4, protocol)
    rows = attachments.list_attachments(file)
    assert attachments.attachment_named(rows, rows[1].id) == rows[1]
    assert attachments.attachment_named(rows[:1], "протокол № 3.DOCX") == rows[0]
    with pytest.raises(UserError, match="несколько"):
        attachments.attachment_named(rows, "Протокол № 3.docx")
    with pytest.raises(UserError, match="нет"):
        attachments.attachment_named(rows, "Отчёт")
