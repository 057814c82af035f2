"""What is passed on for Windows: what the files say of themselves, what lies there, what the uninstaller takes."""

import hashlib
import importlib
import re
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import ModuleType

import pytest

from roadmap_desktop import PROGRAM_NAME, __version__, folders, packaged

_TOOLS = Path(__file__).resolve().parents[2] / "tools"
_INSTALLER = (_TOOLS / "installer.nsi").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(_TOOLS)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "dist" / "roadmap-desktop"
    (folder / "_internal").mkdir(parents=True)
    for name in ("roadmap-desktop.exe", "roadmap-desktop-cli.exe", "_internal/образец.dll"):
        (folder / name).write_bytes(name.encode())
    return folder


def test_the_version_is_that_of_the_project() -> None:
    tool = importlib.import_module("windows_version")
    project = tomllib.loads((_TOOLS.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = tool.told_of("roadmap-desktop-cli.exe")
    assert told["ProductVersion"] == project["version"]
    assert told["FileDescription"] == f"{PROGRAM_NAME}, команды"
    assert ".".join(map(str, tool.four_numbers(__version__))) == f"{project['version']}.0"


def write_lists(built: Path) -> ModuleType:
    """Writes the lists of what is passed on, which is what the lock names; with other versions there may be less."""
    shipped = importlib.import_module("shipped")
    try:
        shipped.write(built)
    except PackageNotFoundError as missing:
        pytest.skip(f"{missing.name} is locked, and not among the versions that are tried")
    return shipped


def test_each_file_is_listed_with_its_sum(built: Path) -> None:
    write_lists(built)
    shipped = write_lists(built)
    listed = dict(
        reversed(line.split("  ", 1))
        for line in (built / shipped.SUMS).read_text(encoding="utf-8").splitlines()
    )
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert listed.keys() == files - {shipped.SUMS}
    assert listed["_internal/образец.dll"] == hashlib.sha256("_internal/образец.dll".encode()).hexdigest()


def test_what_it_is_made_of_is_listed_with_its_version(built: Path) -> None:
    shipped = write_lists(built)
    lines = (built / shipped.VERSIONS).read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"{PROGRAM_NAME} {__version__}"
    assert {"Python", "SQLite", "pyside6", "sqlalchemy", "lxml"} <= {line.split(" ")[0] for line in lines}


def test_the_portable_program_keeps_everything_beside_itself(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = importlib.import_module("package_windows")
    assert tool.pack_portable(built, tmp_path / "portable.zip") == 0
    with zipfile.ZipFile(tmp_path / "portable.zip") as packed:
        packed.extractall(tmp_path / "флешка")
    program = tmp_path / "флешка" / "roadmap-desktop"
    assert (program / "_internal" / "образец.dll").is_file()
    monkeypatch.delenv(folders.HOME, raising=False)
    monkeypatch.setattr(packaged.sys, "frozen", True, raising=False)
    monkeypatch.setattr(packaged.sys, "executable", str(program / "roadmap-desktop.exe"))
    assert folders.settings_file().is_relative_to(program)
    assert folders.backups_folder().is_relative_to(program)


def test_the_uninstaller_takes_what_the_installer_lays_and_nothing_else() -> None:
    shipped = importlib.import_module("shipped")
    taken = set(re.findall(r'Delete "\$INSTDIR\\([^"]+)"', _INSTALLER.replace("${ID}", "roadmap-desktop")))
    laid = {"roadmap-desktop.exe", "roadmap-desktop-cli.exe", "uninstall.exe", shipped.VERSIONS, shipped.SUMS}
    assert taken == laid
    # Whole folders go only where nothing can be the user's: she may have put roadmaps beside the program.
    assert set(re.findall(r'RMDir /r "([^"]+)"', _INSTALLER)) == {r"$INSTDIR\_internal"}


def test_no_administrator_is_asked_for() -> None:
    assert "RequestExecutionLevel user" in _INSTALLER
    assert "HKLM" not in _INSTALLER
    assert "HKCR" not in _INSTALLER
