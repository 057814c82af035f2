"""What a desktop tells Qt – letters of menus and boxes, dark colours – changes nothing of the program's face."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.systems import WINDOWS

# Qt's own platform: that of the other tests asks no desktop.
_LETTERS = """
from PySide6.QtWidgets import QMenu, QMessageBox, QStatusBar, QTreeWidget
from roadmap_desktop.ui import theme
application = theme.new_application()
for widget in (QMenu(), QMessageBox(), QStatusBar(), QTreeWidget()):
    widget.ensurePolished()
    print(widget.font().family(), widget.font().pointSizeF())
print(application.styleHints().colorScheme().name)
"""
NO_COLOURS = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}


def test_no_colour_is_left_to_a_dark_desktop(qapp: QApplication) -> None:
    """White frames of check boxes are not seen on white paper."""
    palette = qapp.palette()
    left = [
        role.name
        for role in QPalette.ColorRole
        if role not in NO_COLOURS and not palette.isBrushSet(QPalette.ColorGroup.Active, role)
    ]
    assert left == []


@pytest.mark.skipif(not WINDOWS, reason="only Windows gives menus and boxes fonts of their own")
def test_menus_boxes_and_lists_have_the_letters_of_the_window() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _LETTERS],
        env=os.environ | {"QT_QPA_PLATFORM": "windows"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout.splitlines() == ["Noto Sans 9.75"] * 4 + ["Light"]
