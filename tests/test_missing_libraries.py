"""Without a library of the system's the program says which one, and what brings it, instead of ending without a word.

A file that is no library stands before the system's own: the loader refuses it as it does one that is not there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.missing_library import library_missing
from roadmap_desktop.system_libraries import System, how_to_install, packages_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these libraries are Linux'")

_ROOT = Path(__file__).parents[1]


@pytest.fixture
def start(tmp_path: Path) -> "Start":
    return Start(tmp_path)


class Start:
    """Starts the program on a system that lacks libraries, with the boxes of no desktop but what is put there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.programs = folder / "bin"
        self.programs.mkdir()

    def without(self, *libraries: str, program: tuple[str, ...] = ("-m", "roadmap_desktop")) -> str:
        broken = self._folder / "lib"
        broken.mkdir()
        for name in libraries:
            (broken / name).touch()
        environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        environment |= {
            "LD_LIBRARY_PATH": str(broken),
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "WAYLAND_DISPLAY": "wayland-0",
            "PYTHONPATH": str(_ROOT),
        }
        told = subprocess.run(
            [sys.executable, *program], env=environment, capture_output=True, text=True, check=False
        )
        assert told.returncode == 2, told.stderr
        assert len(told.stderr.splitlines()) == 1
        return told.stderr


def test_without_opengl_the_library_is_named_with_its_package(start: Start) -> None:
    told = start.without("libGL.so.1", "libEGL.so.1")
    assert "в системе нет библиотек libEGL.so.1, libGL.so.1." in told
    assert "Дорожная карта цела." in told
    assert all(name in told for name in packages_of(["libGL.so.1", "libEGL.so.1"], None)) or "dnf" in told


def test_it_is_shown_by_a_box_of_the_desktop_too(start: Start, tmp_path: Path) -> None:
    box = start.programs / "zenity"
    box.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/shown"\n')
    box.chmod(0o755)
    told = start.without("libGL.so.1")
    assert (tmp_path / "shown").read_text(encoding="utf-8").splitlines()[-1] == told.strip()


def test_what_the_window_needs_of_x_is_looked_at_before_qt_would_end_the_program(start: Start) -> None:
    asked = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'xcb'\n"
        "from roadmap_desktop import app, display\n"
        "display._x_server_answers = lambda: True\n"
        "raise SystemExit(app.main([]))"
    )
    told = start.without("libxcb-cursor.so.0", program=("-c", asked))
    assert "в системе нет библиотеки libxcb-cursor.so.0." in told


def test_pictures_without_a_screen_say_it_too(start: Start) -> None:
    asked = (
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from pathlib import Path\n"
        "from roadmap_desktop.windowless import _pictures\n"
        "from roadmap_desktop.cli.output import outcome\n"
        "raise SystemExit(outcome(lambda: str(_pictures(Path('a'), Path('b')))))"
    )
    assert "libGL.so.1" in start.without("libGL.so.1", program=("-c", asked))


@pytest.mark.parametrize(
    ("system", "command"),
    [
        (System.DEBIAN, "sudo apt-get install libgl1 libxcb-cursor0"),
        (System.ALT, "su - -c 'apt-get install libGL libxcbutil-cursor'"),
        (System.RED, "sudo dnf install mesa-libGL xcb-util-cursor"),
        (None, ""),
    ],
)
def test_each_system_has_its_own_command(system: System | None, command: str) -> None:
    packages = packages_of(["libGL.so.1", "libxcb-cursor.so.0"], system)
    assert how_to_install(packages, system) == command


def test_another_failure_to_import_stays_what_it_is() -> None:
    error = ImportError("No module named 'PySide6'")
    assert library_missing(error) is error


def test_the_packaged_program_names_it_though_its_loader_says_so_in_other_words() -> None:
    def load() -> None:
        try:
            raise OSError("libX11.so.6: cannot open shared object file: No such file or directory")
        except OSError:
            raise OSError("Failed to load dynlib/dll '/opt/_internal/PySide6/libqxcb.so'.") from None

    with pytest.raises(OSError) as refused:
        load()
    assert "libX11.so.6" in str(library_missing(refused.value))
