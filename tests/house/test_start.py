"""What the first picture needs, and what it does not."""

import subprocess
import sys
from pathlib import Path

from roadmap_desktop.operations.file.files import create_from_sample

FIRST_PICTURE = """
import sys
from datetime import date
from pathlib import Path
from roadmap_desktop.app import prepare
from roadmap_desktop.ui import theme
from roadmap_desktop.ui.document import RoadmapDocument
from roadmap_desktop.ui.main_window import MainWindow
from roadmap_desktop.ui.runner import InlineRunner
from roadmap_desktop.ui.settings import Settings

path = Path(sys.argv[1])
application = theme.new_application()
document = RoadmapDocument(today=lambda: date(2020, 10, 6))
folder = path.parent
window = MainWindow(document, Settings(folder / "settings.ini"), InlineRunner(), folder, folder / "log")
window.show()
window.open_at_start(path)
application.processEvents()
LATER = ("sqlalchemy", "reportlab", "docx", "openpyxl", "icalendar", "pymorphy3")
print(len(document.plan.activities), [name for name in LATER if name in sys.modules])
prepare(lambda: False)
print([name for name in LATER if name in sys.modules])
window.close()
"""


def test_the_first_picture_waits_for_no_library_that_it_does_not_show(tmp_path: Path) -> None:
    path = tmp_path / "карта.roadmap"
    create_from_sample(path)
    told = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(path)], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert told.splitlines() == ["23 []", "['sqlalchemy']"]
