"""An error of the program in one of its pages: the process lives, one box tells of it, the other pages work."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop import folders
from roadmap_desktop.ui.navigation import PAGES
from tests.samples import full_sample_at

ROOT = Path(__file__).parents[2]
PLANTED = {"создание", "показ", "ячейка", "рисование", "поток"}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return full_sample_at(tmp_path / "Дорожная карта.roadmap")


def seen(sample: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    """The exit code, what the boxes told, and the page that was shown after each click."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), folders.HOME: str(sample.parent / "программа")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.planted_errors", str(sample), *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    code, told, shown = json.loads(done.stdout)
    return code, told, shown


def planted_in(told: list[str]) -> set[str]:
    """Where the errors were planted that the boxes told of."""
    return {details.rsplit("'", 2)[1] for details in told if "invalid literal" in details}


def test_errors_in_pages_are_told_once_each_and_the_others_work(sample: Path) -> None:
    code, told, shown = seen(sample)
    assert code == 0
    assert planted_in(told) == PLANTED
    assert any("NoneType" in details for details in told)
    assert len(set(told)) == len(told)
    assert set(shown) == set(PAGES) - {"practices"}
    log = (sample.parent / "программа" / "log" / "roadmap-desktop.log").read_text(encoding="utf-8")
    assert log.count(" ERROR ") == len(told)


def test_an_error_before_there_is_a_window_is_told_in_a_box(sample: Path) -> None:
    code, told, _shown = seen(sample, "at-start")
    assert code == 1
    assert planted_in(told) == {"начало"}
