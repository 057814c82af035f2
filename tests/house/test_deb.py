"""The .deb of a built folder: what it lays where, and what it asks of the system."""

import importlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
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
    """A folder such as PyInstaller makes: a program and a library of the builder's, both real. The library asks for a
    glibc that is still to come, and for others of the system."""
    folder = tmp_path / "dist" / "roadmap-desktop"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy(sys.executable, folder / "roadmap-desktop")
    system = [
        library(tmp_path / name) for name in ("libGL.so.1", "libEGL.so.1", "libxcb.so.1", "libnew.so.7")
    ]
    glibc = library(tmp_path / "libc.so.6", version="GLIBC_2.99")
    library(folder / "_internal" / "libxcb-cursor.so.0", asking=(glibc, *system))
    return folder


def library(path: Path, version: str = "", asking: Sequence[Path] = ()) -> Path:
    """Compiles a library that asks others for a function that each of them has."""
    named = [f"{each.name.partition('.')[0].replace('-', '_')}_does" for each in (path, *asking)]
    source, versions = path.with_suffix(".c"), path.with_suffix(".map")
    declared = "".join(f"int {name}(void);\n" for name in named[1:])
    called = " + ".join(["0", *(f"{name}()" for name in named[1:])])
    source.write_text(f"{declared}int {named[0]}(void) {{ return {called}; }}\n", encoding="ascii")
    options = ["-shared", "-fPIC", "-nostdlib", f"-Wl,-soname,{path.name}"]
    if version:
        versions.write_text(f"{version} {{ {named[0]}; }};", encoding="ascii")
        options.append(f"-Wl,--version-script={versions}")
    subprocess.run(["cc", *options, "-o", path, source, *asking], check=True)
    source.unlink()
    return path


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


def test_what_asks_for_too_new_a_glibc_or_for_a_library_that_nobody_names_is_told(
    tool: ModuleType, built: Path
) -> None:
    (built / "roadmap-desktop").unlink()
    told = importlib.import_module("package_folder").asked_too_much(built)
    place = Path("_internal", "libxcb-cursor.so.0")
    assert told == [
        f"{place} needs GLIBC_2.99, newer than 2.28",
        f"{place} needs libnew.so.7, which neither lies here nor is named to be installed",
        f"{place} is not stripped",
    ]
    library = built / "_internal" / "libxcb-cursor.so.0"
    subprocess.run(["strip", "--strip-unneeded", library], check=True)
    assert len(importlib.import_module("package_folder").asked_too_much(built)) == 2
