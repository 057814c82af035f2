"""«How to add a register» of CONTRIBUTING.md, applied to a copy of the program: its lines are all that it takes."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.storage.schema import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 59

IN_THE_WINDOW = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtTest import QTest
from roadmap_desktop.operations.plan.search import build_index, search
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.ui.table.copying import copy_rows
from roadmap_desktop.operations.plan import history
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings

folder = Path(sys.argv[1]).parent
application = theme.new_application()
document = RoadmapDocument()
window = MainWindow(document, Settings(folder / "settings.ini"), InlineRunner(), folder, folder / "log")
window.show()
window.open_at_start(Path(sys.argv[1]))
window.show_page("contests")
page = window._pages.currentWidget()
print(page.status_text)
page.add()
dialog = application.activeModalWidget()
print(dialog.windowTitle())
dialog.form.editors["name"].setPlainText("Лучший урок")
dialog.accept()
print(page.status_text)
print([hit.title for group in search(document.query(build_index, None), "лучший урок") for hit in group.hits])
copy_rows(page.model, page.view.header.fields(), [row.id for row in page.model.rows])
print(application.clipboard().text().splitlines()[-1].strip())
# Qt lets go of what was copied after Python has ended, and what Python made must not outlive it.
application.clipboard().clear()
document.execute(history.undo)
print(page.status_text)
window.close()
"""


def shown_diff() -> str:
    paper = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (diff,) = re.findall(r"```diff\n(.*?)```", paper, re.DOTALL)
    return str(diff)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with the lines applied; the number of the migration is the next one of this day."""
    if shutil.which("git") is None:
        pytest.skip("git is missing")
    copy = tmp_path_factory.mktemp("program")
    for folder in ("roadmap_desktop", "resources", "database"):
        shutil.copytree(ROOT / folder, copy / folder)
    diff = re.sub("000N_contests", f"{SCHEMA_VERSION + 1:04}_contests", shown_diff())
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(copy.parent)}
    command = ["git", "apply", "--unidiff-zero", "-"]
    subprocess.run(command, cwd=copy, input=diff.encode(), check=True, env=environment)
    return copy


def run(program: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(program), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=program, capture_output=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_it_is_short() -> None:
    assert len(shown_diff().splitlines()) <= MOST_LINES


def test_a_register_is_there_for_the_command_line_and_in_the_window(program: Path) -> None:
    path = str(program / "карта.roadmap")
    cli = ("-m", "roadmap_desktop")
    run(program, *cli, "new", path, "--sample")
    run(program, *cli, "add", path, "contests", "name=Учитель года", "held_on=05.10.2020")
    assert "Учитель года" in run(program, *cli, "records", path, "contests")
    assert "«Учитель года»" in run(program, *cli, "history", path)
    assert run(program, "-c", IN_THE_WINDOW, path).splitlines() == [
        "1 конкурс",
        "Новая запись — конкурс",
        "2 конкурса",
        "['Лучший урок']",
        "Лучший урок",
        "1 конкурс",
    ]
    assert "исправен" in run(program, *cli, "check", path)
