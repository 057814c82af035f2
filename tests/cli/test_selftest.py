"""The program tries itself, and says what does not work."""

from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.app import main
from roadmap_desktop.operations.printing import printing


def test_a_sound_installation_says_so_and_leaves_nothing(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))
    assert main(["selftest"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Карта создаётся."
    assert "Месяц печатается: DOCX." in said
    assert said[-1] == "Всё в порядке."
    assert list(tmp_path.glob("roadmap-selftest-*")) == []


def test_what_does_not_work_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "print_report", lambda _file, _report, _typed, path: path.write_bytes(b""))
    assert main(["selftest"]) == 2
    told = capsys.readouterr()
    assert "Документ .pdf пуст." in told.err
    assert "Всё в порядке." not in told.out
