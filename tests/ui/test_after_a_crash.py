"""The program was killed in the middle of an edit: the next start asks nothing."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QDialog

from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.ui.main_window import MainWindow
from tests.systems import was_killed

_TORN = """
import os, sys
from pathlib import Path
from roadmap_desktop.operations.file.files import open_roadmap
with open_roadmap(Path(sys.argv[1])) as file, file.edit("оборвётся") as edit:
    edit.connection.execute("PRAGMA cache_size = 1")
    edit.connection.execute("UPDATE activity SET note = :note", {"note": "х" * 20000})
    os.kill(os.getpid(), 9)
"""


def test_after_a_crash_the_file_opens_without_a_question(window: MainWindow, sample: Path) -> None:
    window.document.close()
    before = sample.read_bytes()
    killed = subprocess.run([sys.executable, "-c", _TORN, str(sample)], check=False)
    assert was_killed(killed.returncode)
    assert sample.with_name(sample.name + "-journal").exists()
    assert sample.read_bytes() != before
    window.open_at_start(sample)
    assert window.document.plan is not None
    assert [row.note for row in window.document.plan.activities] == [""] * 23
    assert not [box for box in window.findChildren(QDialog) if box.isVisible()]
    assert check_file(sample) == ()
    assert not sample.with_name(sample.name + "-journal").exists()
