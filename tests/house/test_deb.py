"""The .deb of a built folder: what it lays where, and what it asks of the system."""

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is Debian's")
_TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(_TOOLS)
    return importlib.import_module("deb")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder such as PyInstaller makes: a program and a library of the builder's, both real."""
    folder = tmp_path / "dist" / "roadmap-desktop"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(sys.executable, folder / "roadmap-desktop")
    (folder / "_internal" / "libxcb-cursor.so.0").write_bytes(b"\x7fELF ... GLIBC_2.4 GLIBC_2.99")
    return folder


def shown(*words: object) -> str:
    return subprocess.run([*map(str, words)], capture_output=True, text=True, check=True).stdout


def test_the_package_holds_the_program_its_command_and_its_menu_entry(
    tool: ModuleType, built: Path, tmp_path: Path
) -> None:
    made = tool.pack(built, tmp_path)
    shown("dpkg-deb", "--extract", made, tmp_path / "system")
    system = tmp_path / "system" / "usr"
    assert (
        system / "bin" / "roadmap-desktop"
    ).resolve() == system / "lib" / "roadmap-desktop" / "roadmap-desktop"
    entry = (system / "share" / "applications" / "roadmap-desktop.desktop").read_text(encoding="utf-8")
    assert 'Exec="/usr/bin/roadmap-desktop" %f' in entry
    assert (system / "share" / "mime" / "packages" / "roadmap-desktop.xml").is_file()
    assert (system / "share" / "doc" / "roadmap-desktop" / "copyright").is_file()
    assert "root/root" in shown("dpkg-deb", "--contents", made)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".deb"] == [made.name]


def test_it_asks_for_the_libraries_that_did_not_come_along_and_for_no_older_glibc(
    tool: ModuleType, built: Path, tmp_path: Path
) -> None:
    asked = shown("dpkg-deb", "--field", tool.pack(built, tmp_path), "Depends").strip().split(", ")
    assert asked[0] == "libc6 (>= 2.99)"
    assert {"libgl1", "libegl1", "libxcb1"} <= set(asked)
    assert "libxcb-cursor0" not in asked
