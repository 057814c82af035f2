"""Shortcuts on a keyboard that has a Russian layout alone: X11 tells its letters, and none of the Latin ones."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TYPING = Path(__file__).with_name("typing_on_x11.py")
SCREEN = ("xvfb-run", "setxkbmap")


@pytest.mark.skipif(not all(map(shutil.which, SCREEN)), reason="no X11 screen in memory here")
@pytest.mark.parametrize("layout", ["ru", "us,ru", "ru,us", "us"])
def test_shortcuts_are_found_by_the_place_of_their_key(layout: str) -> None:
    command = ["xvfb-run", "-a", sys.executable, str(TYPING), layout]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(TYPING.parents[2])}
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    # The field copies and pastes its own text: the window's Ctrl+C is not meant.
    assert done.stdout.split() == ["Ctrl+N", "Ctrl+N", "Ctrl+Shift+S", "Ctrl+1", "школашкола"], done.stderr
