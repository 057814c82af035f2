"""The contents of attached files through merging, copies, checks and repairs."""

import hashlib
import os
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.copies import copies, merging
from roadmap_desktop.operations.copies.copies import CopyRequest
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.checking import check_file, repair
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan import roadmap as operations
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.attachments import LARGEST_FILE, Content, bytes_of
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.content_faults import find_content_faults
from roadmap_desktop.storage.copying import save_copy
from roadmap_desktop.storage.tables import TABLES
from tests.samples import sample_at

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
    sample_at(path)
    attach(path, 1, folder / "Скан приказа.pdf")
    attach(path, 2, folder / "Список.docx")
    return path


def attach(path: Path, number: int, *files: Path) -> None:
    with open_roadmap(path) as file:
        plan = read_plan(file)
        attachments.attach(file, plan, owner_value("activity", plan.activities[number - 1].id), files)


def add_activity(path: Path) -> None:
    with open_roadmap(path) as file:
        activities.add_activity(file, ActivityDraft(name="Ещё одно"))


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
    add_activity(roadmap)
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


def test_a_copy_without_what_was_just_being_attached_is_none_until_the_loss_is_known(roadmap: Path) -> None:
    copy = copy_of(roadmap)
    change(copy, f"DELETE FROM content WHERE size = {len(TEXT)}")
    with pytest.raises(UserError, match="скопирован не целиком"):
        open_roadmap(copy)
    assert "Список.docx" in repair(copy).text
    assert listed(copy) == [("Скан приказа.pdf", False), ("Список.docx", True)]


def test_one_file_attached_in_both_copies_is_one_and_no_conflict(roadmap: Path, folder: Path) -> None:
    copy = copy_of(roadmap)
    for path in (roadmap, copy):
        attach(path, 3, folder / "Список.docx")
    attach(copy, 4, folder / "Список.docx")
    told = merging.preview(roadmap, [copy])
    assert (told.conflicts, told.same_names) == ((), ())
    merging.merge(roadmap, [copy])
    assert [name for name, _ in listed(roadmap)].count("Список.docx") == 3
    assert check_file(roadmap) == ()


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


def plan_of(path: Path) -> Plan:
    with open_roadmap(path) as file:
        return read_plan(file)


def test_a_copy_without_personal_data_has_no_files_and_no_trace_of_them(roadmap: Path, folder: Path) -> None:
    with open_roadmap(roadmap) as file:
        rows = attachments.list_attachments(file)
        attachments.remove(file, plan_of(roadmap), rows[:1])
    plan, private = plan_of(roadmap), CopyRequest(without_personal=True)
    before = copies.preview_copy(roadmap, plan, private)
    copy = roadmap.with_name("без данных.roadmap")
    assert copies.save_copy(roadmap, copy, plan, private) == before
    assert "Приложенный файл: Список.docx, Скан приказа.pdf" in before.removed
    content = copy.read_bytes()
    digests = [hashlib.sha256(data).hexdigest().encode() for data in (SCAN, TEXT)]
    for trace in (
        SCAN[:40],
        SCAN[-40:],
        zlib.compress(TEXT)[:40],
        "Скан при".encode(),
        "Список.".encode(),
        *digests,
    ):
        assert trace not in content
        assert trace in roadmap.read_bytes()
    assert tables(copy)["content"] == tables(copy)["attachment"] == []
    assert check_file(copy) == ()
    with open_roadmap(copy) as file:
        assert history.undo_state(file).undo is None
    # What it was made without comes back from the full one, and nothing is lost there.
    assert merging.merge(copy, [roadmap]).changed
    assert tables(copy) == tables(roadmap)
    assert listed(copy) == WHOLE[1:]


def test_a_sections_copy_has_the_files_of_its_activities_alone(roadmap: Path) -> None:
    with open_roadmap(roadmap) as file:
        operations.add_section(file, "Анализ")
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "section_id", plan.sections[0].id)
    plan = plan_of(roadmap)
    copy = roadmap.with_name("раздел.roadmap")
    copies.save_copy(roadmap, copy, plan, CopyRequest(section_id=plan.sections[0].id))
    assert listed(copy) == WHOLE[:1]
    assert zlib.compress(TEXT)[:40] not in copy.read_bytes()
    assert SCAN[:40] in copy.read_bytes()
    assert check_file(copy) == ()
    merging.merge(roadmap, [copy])
    assert listed(roadmap) == WHOLE


@pytest.mark.parametrize(
    ("statement", "words", "lost"),
    [
        (
            "INSERT INTO content VALUES ('ничей', 1, 0, x'00')",
            "Хранится содержимое, которое ни к чему не приложено: 1 файл.",
            False,
        ),
        (
            f"DELETE FROM content WHERE size = {len(SCAN)}",
            "Приложенный файл «Скан приказа.pdf»: содержимого нет.",
            True,
        ),
        (
            f"UPDATE content SET data = zeroblob(9) WHERE size = {len(SCAN)}",
            "Приложенный файл «Скан приказа.pdf»: содержимое испорчено.",
            True,
        ),
    ],
)
def test_what_is_wrong_with_contents_is_named_and_put_right_from_a_backup_or_noted_as_lost(
    roadmap: Path, statement: str, words: str, lost: bool
) -> None:
    good, backup = tables(roadmap), copy_of(roadmap, "вчера.roadmap")
    change(roadmap, statement)
    spoiled = roadmap.read_bytes()
    assert [finding.text for finding in check_file(roadmap)] == [words]
    report = repair(roadmap)
    assert ("Утрачено содержимое файла: Скан приказа.pdf." in report.text) is lost
    assert check_file(roadmap) == ()
    assert listed(roadmap) == [("Скан приказа.pdf", lost), WHOLE[1]]
    assert report.kept.read_bytes() == spoiled
    roadmap.write_bytes(spoiled)
    report = repair(roadmap, lambda: backup)
    assert "Утрачено" not in report.text
    assert tables(roadmap) == good


def test_a_content_whose_pages_are_damaged_costs_nothing_but_itself(roadmap: Path) -> None:
    place = roadmap.read_bytes().index(SCAN[10_000:10_100])
    content = bytearray(roadmap.read_bytes())
    # The page's first bytes say where the content goes on.
    start = place // 4096 * 4096
    content[start : start + 4096] = b"\xff" * 4096
    roadmap.write_bytes(content)
    plan = tables(roadmap.with_name(copy_without_contents(roadmap)))
    assert check_file(roadmap)
    repair(roadmap)
    assert check_file(roadmap) == ()
    assert listed(roadmap) == [("Скан приказа.pdf", True), WHOLE[1]]
    after = tables(roadmap)
    assert {name: after[name] for name in plan if name != "content"} == {
        name: plan[name] for name in plan if name != "content"
    }


def copy_without_contents(path: Path) -> str:
    """What a damaged file has beside its contents."""
    target = path.with_name("без содержимого.roadmap")
    create_from_sample(target)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS source", (str(path),))
        for name in TABLES:
            connection.execute(f"DELETE FROM {name}")
            if name != "content":
                connection.execute(f"INSERT INTO {name} SELECT * FROM source.{name}")
        connection.commit()
    return target.name


def test_a_few_bytes_that_unpack_to_more_than_is_allowed_are_not_unpacked() -> None:
    for size, is_handed_out in ((LARGEST_FILE, True), (LARGEST_FILE + 100_000, False)):
        digest = hashlib.sha256(bytes(size)).hexdigest()
        bomb = Content(digest, size, is_compressed=True, data=zlib.compress(bytes(size)))
        assert (bytes_of(bomb) is not None) is is_handed_out


def test_a_check_can_be_stopped_among_the_contents(roadmap: Path) -> None:
    with closing(connect(roadmap)) as connection, pytest.raises(Cancelled):
        find_content_faults(connection, lambda: True)


def test_opening_a_file_reads_no_content_through(roadmap: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(hashlib, "sha256", made.append)
    assert listed(roadmap) == WHOLE
    assert not made


def test_files_of_a_roadmap_made_separately_come_with_their_activities(roadmap: Path, folder: Path) -> None:
    other = roadmap.with_name("другая.roadmap")
    create_from_sample(other)
    (folder / "новый.txt").write_bytes(b"1")
    with open_roadmap(other) as file:
        activities.add_activity(file, ActivityDraft(name="Только у коллег"))
        last = len(read_plan(file).activities)
    attach(other, 1, folder / "Скан приказа.pdf", folder / "новый.txt")
    attach(other, last, folder / "Список.docx")
    told = merging.preview(roadmap, [other])
    assert [(one.label, one.new) for one in told.theirs] == [("", None), ("Приложенный файл", "новый.txt")]
    assert [one.new for one in told.mine] == ["Список.docx"]
    merging.merge(roadmap, [other], prefer=Prefer.MINE)
    assert listed(roadmap) == [("новый.txt", False), *WHOLE, WHOLE[1]]
    assert check_file(roadmap) == ()
    with open_roadmap(roadmap) as file:
        history.undo(file)
    assert listed(roadmap) == WHOLE
