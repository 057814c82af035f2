"""What Windows alone does: it keeps a file that is open, and reads some names otherwise than they are written."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.storage.output import refuse_to_replace, write_data
from roadmap_desktop.storage.refusals import refusal_to_write

pytestmark = pytest.mark.skipif(os.name != "nt", reason="only Windows keeps others from a file that is open")

NOBODY, READERS, EVERYBODY = 0, 1, 3


@contextmanager
def held(path: Path, others: int) -> Iterator[None]:
    """Another program has the file open, and lets these others open it too; nobody may replace it."""
    import _winapi

    handle = _winapi.CreateFile(str(path), 0xC0000000, others, 0, 3, 0, 0)
    try:
        yield
    finally:
        _winapi.CloseHandle(handle)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A roadmap."""
    path = tmp_path / "План.roadmap"
    create_from_sample(path)
    return path


def test_a_roadmap_that_another_program_keeps_for_itself_is_told_so(plan: Path) -> None:
    with held(plan, NOBODY), pytest.raises(UserError, match="Файл занят другой программой"):
        open_roadmap(plan)
    with open_roadmap(plan):
        pass


@pytest.mark.parametrize("others", [NOBODY, READERS, EVERYBODY])
def test_a_print_that_somebody_looks_at_is_told_so_and_left_whole(tmp_path: Path, others: int) -> None:
    path = tmp_path / "Месяц.pdf"
    path.write_bytes(b"before")
    with held(path, others), pytest.raises(UserError, match="он занят другой программой"):
        write_data(b"after", path)
    assert [path.name for path in tmp_path.iterdir()] == ["Месяц.pdf"]
    assert path.read_bytes() == b"before"


def test_what_a_search_for_viruses_holds_for_a_moment_is_written(tmp_path: Path) -> None:
    path = tmp_path / "Месяц.pdf"
    path.write_bytes(b"before")
    is_held, may_go = threading.Event(), threading.Event()

    def scan() -> None:
        with held(path, NOBODY):
            is_held.set()
            may_go.wait(0.3)

    scanner = threading.Thread(target=scan)
    scanner.start()
    is_held.wait()
    write_data(b"after", path)
    scanner.join()
    assert path.read_bytes() == b"after"


@pytest.mark.parametrize("name", ["План: 2.pdf", "NUL.pdf", "План?.pdf", "План.pdf.", "com1.pdf"])
def test_a_name_that_windows_reads_otherwise_is_refused(tmp_path: Path, name: str) -> None:
    """A colon would write into a stream of a file «План», NUL into nowhere, both without a word."""
    path = Path(f"{tmp_path}\\{name}")
    with pytest.raises(UserError, match="в Windows быть не может"):
        refuse_to_replace(path)
    with pytest.raises(UserError, match="в Windows быть не может"):
        create_from_sample(path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_and_a_name_too_long_are_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Это папка, а не файл"):
        open_roadmap(tmp_path)
    with pytest.raises(UserError, match="слишком длинное"):
        open_roadmap(tmp_path / ("п" * 300))
    with pytest.raises(UserError, match="слишком длинное"):
        write_data(b"", tmp_path / ("п" * 300))


def test_a_file_marked_as_read_only_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "Месяц.pdf"
    path.write_bytes(b"before")
    assert refusal_to_write(path) == 0
    path.chmod(0o444)
    try:
        with pytest.raises(UserError, match="сюда нельзя писать"):
            write_data(b"after", path)
    finally:
        path.chmod(0o644)
    assert [path.name for path in tmp_path.iterdir()] == ["Месяц.pdf"]


@pytest.mark.parametrize("prefix", ["\\\\?\\", "\\\\localhost\\C$"])
def test_a_long_path_and_a_share_are_edited_like_any_other(plan: Path, prefix: str) -> None:
    path = Path(prefix + (str(plan) if prefix.endswith("?\\") else str(plan).removeprefix(plan.drive)))
    if not path.exists():
        pytest.skip("this PC shares no drive with itself")
    with open_roadmap(path) as file:
        assert file.writes_seen() >= 0


def test_a_reader_that_closes_the_pipe_is_no_failure(plan: Path) -> None:
    listing = subprocess.Popen(
        [sys.executable, "-m", "roadmap_desktop", "list", str(plan), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert listing.stdout and listing.stderr
    listing.stdout.close()
    told = listing.stderr.read()
    assert (listing.wait(), told) == (0, b"")
    listing.stderr.close()
