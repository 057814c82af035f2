"""The program in the menu of a Linux desktop, in a home of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.app import main
from roadmap_desktop.operations import desktop
from roadmap_desktop.storage.schema import APPLICATION_ID

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="menu entries of this kind are of Linux desktops"
)
_ENTRY = Path("applications", "roadmap-desktop.desktop")


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home" / ".local" / "share"
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


def below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def exec_line(share: Path) -> str:
    lines = (share / _ENTRY).read_text(encoding="utf-8").splitlines()
    return next(line.removeprefix("Exec=") for line in lines if line.startswith("Exec="))


def program_needed(name: str) -> str:
    found = shutil.which(name)
    return found or pytest.skip(f"{name} is not installed here")


def test_the_menu_entry_icons_and_file_type_are_there_and_go_again(
    share: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--install-desktop"]) == 0
    assert "двойным щелчком" in capsys.readouterr().out
    laid = below(share)
    assert {
        "applications/roadmap-desktop.desktop",
        "mime/packages/roadmap-desktop.xml",
        "icons/hicolor/scalable/apps/roadmap-desktop.svg",
        "icons/hicolor/256x256/apps/roadmap-desktop.png",
    } <= laid
    assert main(["--remove-desktop"]) == 0
    assert not [name for name in below(share) if "roadmap" in Path(name).name]
    assert main(["--remove-desktop"]) == 0
    assert capsys.readouterr().out.endswith("Ярлыка и не было.\n")


def test_twice_is_as_once_and_nothing_of_others_is_touched(share: Path) -> None:
    other = share / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    main(["--install-desktop"])
    once = below(share)
    main(["--install-desktop"])
    assert below(share) == once
    main(["--remove-desktop"])
    assert other.read_text() == "[Desktop Entry]\n"


def test_the_entry_starts_this_program_from_anywhere(share: Path, tmp_path: Path) -> None:
    main(["--install-desktop"])
    words = exec_line(share).removesuffix(" %f")
    told = subprocess.run(
        ["sh", "-c", f"{words} --version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "0.1.0\n"), told.stderr


@pytest.mark.parametrize("folder", ["Мои программы", 'с "кавычками"', "100 % $HOME `x`", "обратная\\черта"])
def test_a_folder_of_any_name_is_named_as_the_specification_asks(share: Path, folder: str) -> None:
    program = str(share / folder / "roadmap-desktop")
    desktop.lay_files(share, [program])
    # A value is unescaped first, then its words are unquoted as a shell would.
    written = exec_line(share).removesuffix(" %f").replace("\\\\", "\\").replace("%%", "%")
    told = subprocess.run(["sh", "-c", f"printf %s {written}"], capture_output=True, text=True, check=True)
    assert told.stdout == program


def test_the_entry_is_what_desktops_accept(share: Path) -> None:
    validate = program_needed("desktop-file-validate")
    main(["--install-desktop"])
    told = subprocess.run([validate, share / _ENTRY], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")


def test_a_roadmap_is_known_by_its_name_and_by_its_content(share: Path, tmp_path: Path) -> None:
    program_needed("update-mime-database")
    ask = program_needed("xdg-mime")
    main(["--install-desktop"])
    # Without a desktop xdg-mime asks `file`, which knows no types of the user's: the desktop's list is read instead.
    assert "50:application/x-roadmap-desktop:*.roadmap" in (share / "mime" / "globs2").read_text()
    assert b"application/x-roadmap-desktop" in (share / "mime" / "magic").read_bytes()
    if shutil.which("update-desktop-database"):
        handler = subprocess.run(
            [ask, "query", "default", "application/x-roadmap-desktop"],
            env=os.environ | {"XDG_DATA_DIRS": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert handler.stdout == "roadmap-desktop.desktop\n"


def test_the_file_type_names_the_number_that_our_files_bear(share: Path) -> None:
    main(["--install-desktop"])
    told = (share / "mime" / "packages" / "roadmap-desktop.xml").read_text(encoding="utf-8")
    assert f'type="big32" value="0x{APPLICATION_ID:08X}" offset="68"' in told


def test_a_home_that_cannot_be_written_to_is_told(share: Path, capsys: pytest.CaptureFixture[str]) -> None:
    share.parent.mkdir(parents=True)
    share.write_text("a file where a folder should be")
    assert main(["--install-desktop"]) == 2
    assert "не записать" in capsys.readouterr().err


def test_a_packaged_program_leaves_others_their_libraries(
    share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/roadmap/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/office")
    assert main(["--remove-desktop"]) == 0
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/office"
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    assert main(["--remove-desktop"]) == 0
    assert "LD_LIBRARY_PATH" not in os.environ
