"""How often the program goes from one of its files into another while a school is added in the window: what a reader
would have to follow. ``python tools/moves_between_files.py [N]`` lists the N most frequent ways, of files and of
functions."""

import os
import sys
import tempfile
from collections import Counter
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = str(ROOT / "roadmap_desktop") + os.sep


class MoveCounter:
    """Counts calls from one file of the package into another, and from which function into which."""

    def __init__(self) -> None:
        self.files: Counter[tuple[str, str]] = Counter()
        self.functions: Counter[tuple[str, str]] = Counter()

    def __enter__(self) -> "MoveCounter":
        sys.setprofile(self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _hear(self, frame: FrameType, event: str, _argument: Any) -> None:
        if event != "call" or frame.f_back is None:
            return
        code, caller = frame.f_code, frame.f_back.f_code
        here, before = code.co_filename, caller.co_filename
        if here != before and here.startswith(PACKAGE) and before.startswith(PACKAGE):
            before, here = before.removeprefix(PACKAGE), here.removeprefix(PACKAGE)
            self.files[before, here] += 1
            self.functions[f"{before} {caller.co_qualname}", f"{here} {code.co_qualname}"] += 1


def main() -> int:
    """Adds a school twice, the second time counted: the first loads what is loaded once."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ROADMAP_HOME"] = folder
        from PySide6.QtCore import QEvent

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
            window._pages.currentWidget().add()  # type: ignore[attr-defined]
            dialog: Any = application.activeModalWidget()
            dialog.form.editors["name"].setPlainText(f"СОШ № {number}")
            with counter if number == 2 else nullcontext():
                dialog.accept()
                application.processEvents()
            # Only a loop of events lets go of the dialog that was closed.
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        document.close()
    print(f"{counter.files.total()} moves, {len(counter.files)} pairs of files")
    for ways in (counter.files, counter.functions):
        print()
        for (before, here), count in ways.most_common(int(sys.argv[1]) if len(sys.argv) > 1 else 25):
            print(f"{count:5} {before} -> {here}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
