"""Tab leaves every table: Qt's own go from cell to cell, and of a long one there is no end."""

import re
from pathlib import Path

from roadmap_desktop import ui

_MADE = re.compile(r"(?:Table(?:View|Widget)\(|\(QTable(?:View|Widget)\):)")


def test_every_table_lets_tab_go() -> None:
    kept = [
        str(path)
        for path in Path(ui.__file__).parent.rglob("*.py")
        if len(_MADE.findall(text := path.read_text("utf-8")))
        and "QTable" in text
        and "setTabKeyNavigation(False)" not in text
    ]
    assert kept == []
