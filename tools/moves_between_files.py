"""How often the program goes from one of its files into another while a school is added in the window: what a reader
would have to follow. ``python tools/moves_between_files.py``."""

import os
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = str(ROOT / "roadmap_desktop") + os.sep


class MoveCounter:
    """Counts calls from one file of the package into another."""

    def __init__(self) -> None:
        self.moves: Counter[tuple[str, str]] = Counter()

    def __enter__(self) -> "MoveCounter":
        sys.setprofile(self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _hear(self, frame: FrameType, event: str, _argument: Any) -> None:
        if event != "call" or frame.f_back is None:
            return
        here, before = frame.f_code.co_filename, frame.f_back.f_code.co_filename
        if here != before and here.startswith(PACKAGE) and before.startswith(PACKAGE):
            self.moves[before, here] += 1


def main() -> int:
    """Adds a school twice, the second time counted: the first loads what is loaded once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ROADMAP_HOME"] = folder
        from roadmap_desktop.operations.file import files
        from roadmap_desktop.ui import theme
        from roadmap_desktop.ui.document import RoadmapDocument
        from roadmap_desktop.ui.main_window import MainWindow
        from roadmap_desktop.ui.runner import InlineRunner
        from roadmap_desktop.ui.settings import Settings

        path = Path(folder) / "План.roadmap"
        files.create_from_sample(path)
        application = theme.new_application()
        document = RoadmapDocument(today=lambda: date(2020, 10, 6))
        settings = Settings(Path(folder) / "settings.ini")
        window = MainWindow(document, settings, InlineRunner(), path.parent, path.parent / "log")
        window.show()
        window.open_at_start(path)
        window.show_page("schools")
        counter = MoveCounter()
        for number in (1, 2):
            page = window._pages.currentWidget()
            getattr(page, "add", None) or page.add_record
            (getattr(page, "add", None) or page.add_record)()
            dialog: Any = application.activeModalWidget()
            dialog.form.editors["name"].setPlainText(f"СОШ № {number}")
            if number == 2:
                with counter:
                    dialog.accept()
                    application.processEvents()
            else:
                dialog.accept()
                application.processEvents()
        document.close()
    print(f"{sum(counter.moves.values())} moves, {len(counter.moves)} pairs of files")
    for (before, here), count in counter.moves.most_common(25):
        print(f"{count:5} {before.removeprefix(PACKAGE)} -> {here.removeprefix(PACKAGE)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
