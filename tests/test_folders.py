"""What the program keeps for itself stays in one folder where one is named, and nothing is left in the user's own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from roadmap_desktop import folders

_ROOT = Path(__file__).parents[1]
# By which the systems are told where the user's own folders are.
_USERS_OWN = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")

# Starts the program with a window, which is closed a moment later.
_A_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from roadmap_desktop import app
from roadmap_desktop.ui import theme
made = theme.new_application
theme.new_application = lambda *look: (made(*look), QTimer.singleShot(500, QApplication.closeAllWindows))[0]
sys.exit(app._open_window(Path(sys.argv[1]), with_sample=False))
"""


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """An environment in which the user's own folders are empty ones."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    home = tmp_path / "пользователь"
    home.mkdir()
    named = {name: str(home) for name in _USERS_OWN}
    return kept | named | {"PYTHONPATH": str(_ROOT), folders.HOME: str(tmp_path / "программа")}


def run(
    environment: dict[str, str], *arguments: str, program: Sequence[str] = ("-m", "roadmap_desktop")
) -> None:
    command = [sys.executable, *program, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout + done.stderr if done.returncode else b"") == (0, b"")


def below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_commands_leave_nothing_in_the_users_folders(own: dict[str, str], tmp_path: Path) -> None:
    path = str(tmp_path / "карта.roadmap")
    run(own, "new", path, "--sample")
    run(own, "set", path, "3", "note", "проверено")
    run(own, "copy", path, str(tmp_path / "копия.roadmap"))
    run(own, "set", str(tmp_path / "копия.roadmap"), "4", "note", "и это")
    run(own, "merge", path, str(tmp_path / "копия.roadmap"))
    assert {name.split("/")[1] for name in below(tmp_path / "программа")} == {
        "backups",
        "merges",
        "unfinished",
    }
    assert below(tmp_path / "пользователь") == []


def test_a_window_leaves_nothing_in_the_users_folders(own: dict[str, str], tmp_path: Path) -> None:
    path = str(tmp_path / "карта.roadmap")
    run(own, "new", path, "--sample")
    run(own | {"QT_QPA_PLATFORM": "offscreen"}, path, program=("-c", _A_WINDOW))
    assert "settings/settings.ini" in below(tmp_path / "программа")
    assert below(tmp_path / "пользователь") == []


def test_every_folder_is_below_the_one_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(folders.HOME, str(tmp_path))
    places = (
        folders.documents_folder,
        folders.settings_file,
        folders.log_file,
        folders.merges_folder,
        folders.backups_folder,
        folders.running_folder,
    )
    assert [place() for place in places if tmp_path not in place().parents] == []


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the packaged program, as it is carried on a stick."""
    folder = tmp_path / "Флешка" / "roadmap-desktop"
    folder.mkdir(parents=True)
    monkeypatch.delenv(folders.HOME)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "roadmap-desktop"))
    return folder


def test_on_a_stick_everything_stays_beside_the_program(packaged: Path) -> None:
    (packaged / folders.PORTABLE).touch()
    places = (
        folders.documents_folder(),
        folders.settings_file(),
        folders.methodist_file(),
        folders.log_file(),
        folders.merges_folder(),
        folders.unfinished_folder(),
        folders.backups_folder(),
        folders.running_folder(),
        folders.whole_states_folder(),
    )
    assert [place for place in places if packaged not in place.parents] == []


def test_without_the_marker_the_packaged_program_keeps_to_the_users_folders(packaged: Path) -> None:
    assert packaged not in folders.settings_file().parents
