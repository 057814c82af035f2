"""The log: shared by windows, of a limited size, and never the next error."""

from pathlib import Path

import pytest

from roadmap_desktop import log
from tests.systems import needs_size_limits, no_file_larger_than


def test_older_entries_give_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_LARGEST", 10)
    place = tmp_path / "log" / "a.log"
    for number in range(5):
        log.write(place, f"ошибка {number}")
    kept = {path.name: path.read_text(encoding="utf-8") for path in place.parent.iterdir()}
    assert sorted(kept) == ["a.log", "a.log.1", "a.log.2"]
    assert "ошибка 4" in kept["a.log"]
    assert "ошибка 2" in kept["a.log.2"]


def test_halves_of_characters_are_written_as_their_numbers(tmp_path: Path) -> None:
    log.write(tmp_path / "a.log", "имя \ud800")
    assert "имя \\ud800" in (tmp_path / "a.log").read_text(encoding="utf-8")


@needs_size_limits
def test_without_room_nothing_is_raised(tmp_path: Path) -> None:
    with no_file_larger_than(0):
        log.write(tmp_path / "a.log", "ошибка")


def test_without_a_place_nothing_is_raised(tmp_path: Path) -> None:
    (tmp_path / "файл").touch()
    log.write(tmp_path / "файл" / "a.log", "ошибка")
    (tmp_path / "папка").mkdir()
    log.write(tmp_path / "папка", "ошибка")
