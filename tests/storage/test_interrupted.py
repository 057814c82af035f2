"""A journal that an interrupted edit left beside a file: of this very file, or of one that another was laid over."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file import opening
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.file.opening import Access, AccessKind
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.reading import read_plan
from tests.notes import note_of
from tests.samples import sample_at
from tests.systems import needs_links

# A large edit of which a part is on the disk already when the power fails.
_TORN = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(f"PRAGMA journal_mode = {sys.argv[2]}")
connection.execute("PRAGMA cache_spill = 5")
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE change SET new = new || ' ' WHERE new IS NOT NULL")
connection.execute("UPDATE activity SET note = 'x' || hex(zeroblob(3000))")
if sys.argv[2] == "WAL":
    connection.execute("COMMIT")
os._exit(1)
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


def tear(path: Path, mode: str = "DELETE") -> None:
    subprocess.run([sys.executable, "-c", _TORN, path, mode], check=False)
    assert beside(path, "-journal" if mode == "DELETE" else "-wal").stat().st_size


def beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def newer_copy(path: Path, edits: int = 3) -> Path:
    copy = Path(shutil.copy(path, path.with_name("новее.roadmap")))
    with open_roadmap(copy) as file:
        plan = read_plan(file)
        for number in range(edits):
            activities.set_field(file, plan, [plan.activities[0].id], "note", f"новее {number}")
    return copy


def test_an_edit_cut_short_is_taken_back(sample: Path) -> None:
    tear(sample)
    assert note_of(sample) == ""
    assert check_file(sample) == ()
    assert [item.name for item in sample.parent.iterdir()] == [sample.name]


@pytest.mark.parametrize(("mode", "ending"), [("DELETE", "-journal"), ("WAL", "-wal")])
@pytest.mark.parametrize("first_look", ["open", "check", "view"])
def test_a_newer_file_laid_over_a_torn_one_stays_as_it_came(
    sample: Path, mode: str, ending: str, first_look: str
) -> None:
    newer = newer_copy(sample)
    tear(sample, mode)
    torn = beside(sample, ending).read_bytes()
    shutil.copyfile(newer, sample)
    if first_look == "check":
        assert check_file(sample) == ()
    elif first_look == "view":
        with opening.open_as(sample, Access(AccessKind.PLACE)) as file:
            assert read_plan(file).activities[0].note == "новее 2"
    assert note_of(sample) == "новее 2"
    assert sample.read_bytes() == newer.read_bytes()
    assert check_file(sample) == ()
    assert not beside(sample, ending).exists()
    assert sample.with_name(f"карта (прерванная запись).roadmap{ending}").read_bytes() == torn
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[0].id], "note", "дальше")
    assert check_file(sample) == ()


@needs_links
def test_what_lies_beside_the_file_that_a_link_leads_to_is_seen(sample: Path, tmp_path: Path) -> None:
    newer = newer_copy(sample)
    tear(sample)
    shutil.copyfile(newer, sample)
    folder = tmp_path / "ярлыки"
    folder.mkdir()
    link = folder / "план.roadmap"
    link.symlink_to(sample)
    assert note_of(link) == "новее 2"
    assert sample.read_bytes() == newer.read_bytes()


def test_each_time_it_is_laid_aside_under_a_name_of_its_own(sample: Path) -> None:
    for _ in range(2):
        newer = newer_copy(sample)
        tear(sample)
        shutil.copyfile(newer, sample)
        assert note_of(sample) == "новее 2"
        newer.unlink()
        with open_roadmap(sample) as file:
            history.undo(file)
    aside = sorted(item.name for item in sample.parent.glob("*прерванная*"))
    assert aside == [
        "карта (прерванная запись 2).roadmap-journal",
        "карта (прерванная запись).roadmap-journal",
    ]


def test_what_is_whole_neither_way_is_refused_and_both_stay(sample: Path) -> None:
    tear(sample)
    journal = beside(sample, "-journal").read_bytes()
    journal = journal[: len(journal) // 2]
    beside(sample, "-journal").write_bytes(journal)
    torn = sample.read_bytes()
    with pytest.raises(UserError, match="не изменён"):
        open_roadmap(sample)
    assert check_file(sample) != ()
    assert sample.read_bytes() == torn
    assert beside(sample, "-journal").read_bytes() == journal


def test_a_journal_of_a_process_that_is_writing_is_left_to_it(sample: Path) -> None:
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        with file.edit("Срок мероприятия 1") as edit:
            edit.connection.execute("UPDATE activity SET note = 'пишется'")
            assert beside(sample, "-journal").exists()
            looking = subprocess.run(
                [sys.executable, "-m", "roadmap_desktop", "list", str(sample)],
                capture_output=True,
                check=True,
            )
            assert looking.stdout.decode().count("\n") >= 23
            assert beside(sample, "-journal").exists()
            edit.session.rollback()
        activities.set_field(file, plan, [plan.activities[0].id], "note", "дальше")
    assert note_of(sample) == "дальше"
