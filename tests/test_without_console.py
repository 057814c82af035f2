"""Started by its icon on Windows the program has no console: what it refuses is told in a box of the desktop."""

import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop import app, missing_library
from roadmap_desktop.exchange.documents import old_office
from tests.systems import WINDOWS


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What boxes of the desktop have said."""
    said: list[str] = []
    monkeypatch.setattr(missing_library, "tell_without_qt", lambda error: said.append(str(error)))
    return said


def test_two_files_dropped_on_the_icon(monkeypatch: pytest.MonkeyPatch, boxes: list[str]) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert app.main(["один.roadmap", "два.roadmap"]) == 2
    assert boxes == ["Укажите один файл дорожной карты или команду. Справка: roadmap-desktop --help"]


def test_an_error_of_the_program_before_its_window(
    monkeypatch: pytest.MonkeyPatch, boxes: list[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("ROADMAP_HOME", str(tmp_path))
    monkeypatch.setattr(app, "_open_window", lambda *_arguments, **_named: 1 / 0)
    monkeypatch.setattr("roadmap_desktop.display.has_display", lambda: True)
    monkeypatch.setattr("roadmap_desktop.display.require_libraries", lambda: None)
    monkeypatch.setattr(sys, "stderr", None)
    assert app.main([]) == 2
    assert ["Программа ошиблась. Сохранённая работа цела." in told for told in boxes] == [True]


def test_who_has_a_console_reads_it_there(capsys: pytest.CaptureFixture[str], boxes: list[str]) -> None:
    assert app.main(["один.roadmap", "два.roadmap"]) == 2
    assert "Укажите один файл" in capsys.readouterr().err
    assert boxes == []


@pytest.mark.skipif(not WINDOWS, reason="only Windows opens a console for a program that has none")
def test_no_console_opens_for_libreoffice(tmp_path: Path) -> None:
    note = tmp_path / "console.txt"
    asked = (
        "import ctypes, pathlib, sys; "
        "pathlib.Path(sys.argv[1]).write_text(str(ctypes.windll.kernel32.GetConsoleWindow()))"
    )
    old_office._run([sys.executable, "-c", asked, str(note)], old_office.Allowance())
    assert note.read_text(encoding="ascii") == "0"


@pytest.mark.skipif(not WINDOWS, reason="only Windows tells windows apart by the program that runs")
def test_the_taskbar_takes_it_for_no_window_of_python() -> None:
    asked = (
        "import ctypes; from roadmap_desktop.ui import theme; application = theme.new_application();"
        "name = ctypes.c_wchar_p();"
        "ctypes.windll.shell32.GetCurrentProcessExplicitAppUserModelID(ctypes.byref(name)); print(name.value)"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert told.stdout.strip() == "roadmap-desktop"
