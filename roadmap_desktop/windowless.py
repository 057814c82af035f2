"""The same job without a window, where there is no display: the month's PDF and pictures of the table and calendar."""

import os
import tempfile
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.cli.output import outcome, say, shown
from roadmap_desktop.errors import ROADMAP_IS_SAFE, UserError
from roadmap_desktop.folders import documents_folder
from roadmap_desktop.operations.file import files
from roadmap_desktop.operations.plan import months, reading
from roadmap_desktop.operations.printing import printing

_SIZE = (1366, 768)


def show_without_window(path: Path | None, *, with_sample: bool, out: Path = Path("out")) -> int:
    """Writes into ``out`` what the window would show of the file (none given: the user's copy of the sample) and prints
    the paths. Returns the exit code."""
    return outcome(lambda: _show(path, out, with_sample=with_sample))


def _show(path: Path | None, out: Path, *, with_sample: bool) -> str:
    if path is None or with_sample:
        path = files.own_sample(documents_folder())
    with files.open_roadmap(path) as file:
        say("Экрана нет, окно не открыть. Та же работа делается без окна:")
        _make_folder(out)
        month = months.first_month(reading.read_plan(file), clock.today())
        pdf = out / f"plan-{month.start:%Y-%m}.pdf"
        pdf.unlink(missing_ok=True)
        printing.print_report(file, "month", {"month": f"{month.start:%Y-%m}"}, pdf)
    say(f"Дорожная карта: {shown(path)}")
    return "\n".join(shown(made.resolve()) for made in (pdf, *_pictures(path, out)))


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"Папка «{out}» не создаётся.",
            ROADMAP_IS_SAFE,
            "Перейдите в папку, куда можно записывать, и повторите.",
        ) from error


def _pictures(path: Path, out: Path) -> list[Path]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from PySide6.QtCore import qInstallMessageHandler
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        from roadmap_desktop.missing_library import library_missing

        raise library_missing(error) from error
    from roadmap_desktop.ui import theme

    # The plugin that draws off the screen says at every window that it cannot talk to a screen.
    qInstallMessageHandler(lambda _kind, _context, _message: None)
    application = QApplication.instance() or theme.new_application()
    assert application
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        return _save_pictures(path, out, Path(folder))


def _save_pictures(path: Path, out: Path, folder: Path) -> list[Path]:
    from PySide6.QtWidgets import QApplication

    from roadmap_desktop.ui.document import RoadmapDocument
    from roadmap_desktop.ui.main_window import MainWindow
    from roadmap_desktop.ui.runner import InlineRunner
    from roadmap_desktop.ui.settings import Settings

    document = RoadmapDocument()
    window = MainWindow(document, Settings(folder / "settings.ini"), InlineRunner(), folder, folder / "log")
    window.resize(*_SIZE)
    window.show()
    document.open(path)
    made = []
    for page in ("table", "calendar"):
        window.show_page(page)
        QApplication.processEvents()
        picture = out / f"{page}.png"
        window.grab().save(str(picture))
        made.append(picture)
    window.close()
    return made
