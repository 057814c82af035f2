"""Composition: builds the parts and hands them to each other; decides between window, command line and no display."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from roadmap_desktop.errors import UserError
from roadmap_desktop.packaged import leave_others_their_libraries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from roadmap_desktop.storage.running import Running
    from roadmap_desktop.ui.bug_catcher import BugCatcher
    from roadmap_desktop.ui.document import RoadmapDocument
    from roadmap_desktop.ui.main_window import MainWindow
    from roadmap_desktop.ui.runner import Runner
    from roadmap_desktop.ui.settings import Settings

# Objects made between two collections: few enough to be looked through in a hundredth of a second.
_COLLECT_EVERY = 50_000
# Milliseconds after the window is there.
_PREPARE_AFTER = 50
_PRELOAD_AFTER = 1500
# Commands too, though not single words.
_FLAGS = {"-h", "--help", "--version", "--install-desktop", "--remove-desktop"}


def main(argv: Sequence[str] | None = None) -> int:
    """The program's entry: a command, or the window on the file named (none: the last one). Returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    leave_others_their_libraries()
    # Commands are single words; the window must not wait for the command line to be imported.
    if arguments and (arguments[0].isalpha() or arguments[0] in _FLAGS):
        from roadmap_desktop.cli.main import COMMANDS, run

        if arguments[0] in COMMANDS or arguments[0] in _FLAGS:
            _use_school_calendar()
            return run(arguments)
    try:
        _use_school_calendar()
        path, with_sample = _file_argument(arguments)
        from roadmap_desktop.display import has_display, require_libraries

        if not has_display():
            from roadmap_desktop.windowless import show_without_window

            return show_without_window(path, with_sample=with_sample)
        require_libraries()
        return _open_window(path, with_sample=with_sample)
    except Exception as error:
        from roadmap_desktop.cli.output import logged_bug, refuse
        from roadmap_desktop.missing_library import LibraryMissing, library_missing, tell_without_qt

        told = library_missing(error) if isinstance(error, ImportError) else error
        refusal = told if isinstance(told, UserError) else logged_bug()
        # The program of Windows that has a window has no console: nobody would ever read it.
        if isinstance(refusal, LibraryMissing) or sys.stderr is None:
            tell_without_qt(refusal)
        return refuse(refusal)


def run_and_leave() -> NoReturn:
    """The command's entry: ``main``, then out at once. Every edit is on the disk when it is made, so there is nothing
    left to do at the exit, and taking the libraries apart takes longer than printing a month."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _use_school_calendar() -> None:
    """Has wordings read by the terms of the district, where they were given."""
    from roadmap_desktop.folders import school_calendar_file

    if school_calendar_file().is_file():
        from roadmap_desktop.operations.file.school_calendar import load

        load()


def _file_argument(arguments: list[str]) -> tuple[Path | None, bool]:
    if arguments == ["--sample"]:
        return None, True
    if len(arguments) > 1 or (arguments and arguments[0].startswith("-")):
        raise UserError(
            "Укажите один файл дорожной карты или команду.", advice="Справка: roadmap-desktop --help"
        )
    return (Path(arguments[0]) if arguments else None), False


def _open_window(path: Path | None, *, with_sample: bool) -> int:
    # Nothing that is imported and built here is ever garbage: looking through it would cost a tenth of the start.
    gc.disable()
    from roadmap_desktop.folders import documents_folder, log_file, settings_file
    from roadmap_desktop.operations.file.files import sample_place
    from roadmap_desktop.storage.running import Running
    from roadmap_desktop.ui import theme
    from roadmap_desktop.ui.bug_catcher import BugCatcher
    from roadmap_desktop.ui.latin_keys import watch_keys
    from roadmap_desktop.ui.orderly_end import log_what_qt_says
    from roadmap_desktop.ui.second_start import raise_first
    from roadmap_desktop.ui.settings import Settings

    settings = Settings(settings_file())
    application = theme.new_application(settings.look)
    wanted = sample_place(documents_folder()) if with_sample else path or settings.last_file()
    if wanted is not None and raise_first(wanted):
        return 0
    watch_keys(application)
    catcher = BugCatcher(log_file())
    catcher.install()
    running = Running()
    log_what_qt_says(log_file(), running.end)
    try:
        return _show_window(application, settings, catcher, running, path, with_sample=with_sample)
    finally:
        running.end()


def _show_window(
    application: "QApplication",
    settings: "Settings",
    catcher: "BugCatcher",
    running: "Running",
    path: Path | None,
    *,
    with_sample: bool,
) -> int:
    from PySide6.QtCore import QTimer

    from roadmap_desktop.folders import documents_folder, log_file
    from roadmap_desktop.ui.document import RoadmapDocument
    from roadmap_desktop.ui.main_window import MainWindow
    from roadmap_desktop.ui.runner import ThreadRunner

    runner = ThreadRunner()
    document = RoadmapDocument(runner=runner)
    document.replaced.connect(lambda: running.opened(document.path))
    try:
        window = MainWindow(document, settings, runner, documents_folder(), log_file())
    except Exception as error:
        catcher.tell_at_start(error)
        return 1
    catcher.window = window
    window.show()
    try:
        window.open_at_start(path, with_sample=with_sample)
    except Exception as error:
        # The start page is there, and other files may open.
        sys.excepthook(type(error), error, error.__traceback__)
    if os.environ.get("ROADMAP_EXIT_WHEN_PAINTED"):
        _leave_when_painted(application, document, window, running)
    else:
        # The plan is seen first.
        QTimer.singleShot(_PREPARE_AFTER, window.preferences.ask_who_works)
    collect_rarely(document)
    _later(application, document, window, runner)
    code = application.exec()
    running.end()
    runner.wait()
    return code


def _later(
    application: "QApplication", document: "RoadmapDocument", window: "MainWindow", runner: "Runner"
) -> None:
    """What can wait until the first picture is there."""
    from PySide6.QtCore import QTimer

    from roadmap_desktop.ui.orderly_end import close_when_asked
    from roadmap_desktop.ui.second_start import SecondStarts

    close_when_asked(application)
    QTimer.singleShot(_PREPARE_AFTER, lambda: _tell_last_end(document, window))
    QTimer.singleShot(_PREPARE_AFTER, lambda: SecondStarts(document, window))
    QTimer.singleShot(_PREPARE_AFTER, lambda: runner.run(prepare, lambda _none: None, _ignore))
    QTimer.singleShot(_PRELOAD_AFTER, lambda: runner.run(preload, lambda _none: None, _ignore))


def _tell_last_end(document: "RoadmapDocument", window: "MainWindow") -> None:
    """Tells once of a window that did not end in order; what tore it down goes into the log."""
    from roadmap_desktop import log
    from roadmap_desktop.folders import log_file
    from roadmap_desktop.operations.file.last_end import to_tell
    from roadmap_desktop.storage.running import interrupted

    found = interrupted()
    for one in found:
        log.write(log_file(), f"A window did not end in order.\n{one.trace}")
    told = to_tell(found)
    if told is not None:
        from roadmap_desktop.ui.last_end_strip import LastEndStrip
        from roadmap_desktop.ui.support import show_support

        window.strips.addWidget(
            LastEndStrip(document, told, lambda: show_support(document, window, log_file()))
        )


def prepare(_is_cancelled: Callable[[], bool]) -> None:
    """Loads what her first edit needs while she looks at the first picture."""
    from roadmap_desktop.operations.file.files import prepare_edits

    prepare_edits()


def preload(_is_cancelled: Callable[[], bool]) -> None:
    """Takes away what a killed program has left half written; loads what the first register, record and preview would
    otherwise wait for."""
    from roadmap_desktop.operations.file.leftovers import sweep_leftovers
    from roadmap_desktop.operations.printing.printing import make_ready
    from roadmap_desktop.ui.overview import page as _overview  # noqa: F401
    from roadmap_desktop.ui.printing import dialog as _dialog  # noqa: F401
    from roadmap_desktop.ui.registers import page as _page  # noqa: F401

    sweep_leftovers()
    make_ready()


def _ignore(_error: Exception) -> None:
    """Who prints is told what is missing; nobody has asked for anything yet."""


def collect_rarely(document: "RoadmapDocument") -> None:
    """Garbage is looked for again, but seldom, and never among the rows of the file: turning a month would stumble
    over ten thousand of them now and then."""
    document.replaced.connect(gc.freeze)
    gc.set_threshold(_COLLECT_EVERY)
    gc.enable()


def _leave_when_painted(
    application: "QApplication", document: "RoadmapDocument", window: "MainWindow", running: "Running"
) -> None:
    """For measuring the start: ends the process as soon as everything that was asked to be painted is on the screen."""

    def leave() -> None:
        # The screen asks for the picture when it has room for the window, which may be later than the file is read.
        while not window.windowHandle().isExposed():
            application.processEvents()
        application.processEvents()
        running.end()
        os._exit(0)

    if document.plan is None:
        document.replaced.connect(leave)
    else:
        leave()
