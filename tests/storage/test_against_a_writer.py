"""What is done to a file while another process edits it: nothing is called damaged that is not, and no edit that was
reported as saved is lost."""

import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file import backups
from roadmap_desktop.operations.file.backups import Reason
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.storage import backups as stored
from roadmap_desktop.storage.connection import connect
from roadmap_desktop.storage.failures import Busy
from roadmap_desktop.storage.reading_only import open_to_read
from tests.samples import sample_at
from tests.systems import WINDOWS

# Opens the file anew for a few edits at a time, as commands do, and prints the key of each that was reported as saved.
_WRITER = """
import sys
import time
from pathlib import Path
from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.plan import activities
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
for number in range(1_000_000):
    try:
        with open_roadmap(Path(sys.argv[1])) as file:
            plan = read_plan(file)
            for row in plan.activities[:3]:
                made = activities.set_field(file, plan, [row.id], "note", f"{sys.argv[2]} {number}")
                print(made.id, flush=True)
                time.sleep(0.001)
    except UserError as error:
        print("refused", error, flush=True)
"""


class Writer:
    """A process that edits. After the block ``saved`` has every change set that it was told is on the disk, ``refused``
    what it was told otherwise."""

    def __init__(self, path: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, path, path.stem],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._process.stdout is not None
        self._lines = [self._process.stdout.readline()]
        self.refused = Counter[str]()
        self.saved = set[str]()

    def stop(self) -> None:
        assert self._process.poll() is None, self._process.communicate()[1]
        self._process.terminate()
        # The last line may be cut off.
        lines = [*self._lines, *self._process.communicate()[0].split("\n")[:-1]]
        self.saved = {line.strip() for line in lines if not line.startswith("refused")}
        self.refused = Counter(line.removeprefix("refused ") for line in lines if line.startswith("refused"))


@contextmanager
def edited(path: Path) -> Iterator[Writer]:
    writer = Writer(path)
    try:
        yield writer
    finally:
        writer.stop()


def known_in(path: Path) -> set[str]:
    connection = connect(path)
    try:
        return {id_ for (id_,) in connection.execute("SELECT id FROM change_set")}
    finally:
        connection.close()


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(backups, "backups_folder", lambda: tmp_path / "копии")
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    return path


def test_a_sound_file_is_never_called_damaged_while_another_edits_it(sample: Path, torture: bool) -> None:
    rounds, busy = (1000 if torture else 15), 0
    with edited(sample):
        for _ in range(rounds):
            for look in (open_roadmap, open_to_read):
                try:
                    look(sample).close()
                except Busy:
                    busy += 1
            try:
                assert check_file(sample) == ()
            except Busy:
                busy += 1
    print(f"{2 * rounds} opens, {rounds} checks, 0 called damaged, {busy} told to wait")


def test_no_edit_reported_as_saved_is_lost_by_restoring(
    sample: Path, torture: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is thinned out is another matter.
    monkeypatch.setattr(stored, "thin_out", lambda *_: None)
    backups.back_up(sample, Reason.OPENING)
    (first,) = backups.list_backups(sample)
    rounds, outcomes, known = (200 if torture else 12), Counter[str](), set[str]()
    with edited(sample) as writer:
        for _ in range(rounds):
            try:
                backups.restore(sample, first)
                outcomes["restored"] += 1
            except UserError as error:
                outcomes[str(error)] += 1
    for backup in backups.list_backups(sample):
        known |= known_in(backup.path)
    lost = writer.saved - known - known_in(sample)
    print(f"{dict(outcomes)}, {len(writer.saved)} edits saved, {len(lost)} lost; {dict(writer.refused)}")
    assert not lost
    # Windows replaces no file that another program has open, and that is told.
    assert outcomes["restored"] or (
        WINDOWS and set(outcomes) == {outcome for outcome in outcomes if "занят" in outcome}
    )
    assert check_file(sample) == ()


def test_no_edit_reported_as_saved_is_lost_by_merging_both_ways(sample: Path, torture: bool) -> None:
    vera = Path(shutil.copy(sample, sample.with_name("Вера.roadmap")))
    rounds, outcomes = (100 if torture else 8), Counter[str]()
    with edited(vera) as writer, edited(sample) as own:
        for _ in range(rounds):
            try:
                merging.merge(sample, [vera], prefer=Prefer.NEWEST, both=True)
                outcomes["both"] += 1
            except UserError as error:
                outcomes[str(error)] += 1
    lost = (writer.saved - known_in(vera)) | (own.saved - known_in(sample))
    print(
        f"{dict(outcomes)}, {len(writer.saved | own.saved)} edits saved, {len(lost)} lost; {dict(writer.refused)}"
    )
    assert not lost
    for path in (sample, vera):
        assert check_file(path) == ()
    with suppress(UserError):
        merging.merge(sample, [vera], prefer=Prefer.NEWEST, both=True)
    assert known_in(sample) == known_in(vera)
