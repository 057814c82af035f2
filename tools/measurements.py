"""What ``bench.py`` measures, each beside its floor."""

import statistics
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from stopwatch import Figure, in_turns, process_seconds

TODAY = date(2020, 10, 6)
MANY, SECTIONS = 10_000, 20

_BARE_WINDOW = """
import os, PySide6.QtWidgets as widgets
application = widgets.QApplication([])
window = widgets.QMainWindow()
window.setCentralWidget(widgets.QTableView())
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
os._exit(0)
"""
_BARE_PDF = """
import sys, sqlalchemy.orm
from reportlab.pdfgen import canvas
page = canvas.Canvas(sys.argv[1])
page.drawString(72, 720, "hello")
page.save()
"""


def measure_all(folder: Path, runs: int) -> str:
    """Measures everything; answers a Markdown table."""
    import due_bench
    import history_bench
    import import_bench
    import month_print_bench
    import preview_bench
    import print_bench
    import start_bench

    sample, long, many = _files(folder)
    figures = [
        *_start(folder, sample, many, runs),
        *start_bench.figures(sample, runs),
        *history_bench.figures(folder, sample, runs),
        _print(folder, sample, runs),
        *print_bench.figures(folder, sample, runs),
        *month_print_bench.figures(folder),
        *preview_bench.figures(sample, long),
        *_edits(folder, sample, many),
        *_merge(folder, many),
        _copy(folder, many),
        *due_bench.figures(),
        *import_bench.figures(),
        # Last: a process that holds a window is slower at everything after it.
        *_inside(many, folder),
    ]
    rows = "\n".join(figure.row for figure in figures)
    return f"| what | limit | measured | how |\n| --- | --- | --- | --- |\n{rows}\n"


def _files(folder: Path) -> tuple[Path, Path, Path]:
    """The sample, and roadmaps of as many rows as are printed, and as are worked with."""
    from print_bench import ROWS
    from roadmap_desktop.operations.file import files

    found = folder / "sample.roadmap", folder / "long.roadmap", folder / "many.roadmap"
    for path, rows in zip(found, (0, ROWS, MANY), strict=True):
        files.create_from_sample(path)
        _lengthen(path, rows)
    return found


def _in_sections(many: Path, path: Path) -> Path:
    """The same activities in sections."""
    import shutil

    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.plan import activities, reading, roadmap

    shutil.copyfile(many, path)
    with files.open_roadmap(path) as file:
        for number in range(1, SECTIONS + 1):
            roadmap.add_section(file, f"Раздел {number}")
        plan = reading.read_plan(file)
        for index, section in enumerate(plan.sections):
            ids = [row.id for row in plan.activities[index::SECTIONS]]
            activities.set_field(file, plan, ids, "section_id", section.id)
    return path


def _lengthen(path: Path, count: int) -> None:
    from roadmap_desktop.model.draft import ActivityDraft
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.plan import activities, reading

    with files.open_roadmap(path) as file:
        rows = reading.read_plan(file).activities
        drafts = [
            ActivityDraft(
                f"{row.name} {number}",
                due_text=row.due_text,
                performers=row.performers,
                expected_result=row.expected_result,
            )
            for number in range(count - len(rows))
            for row in [rows[number % len(rows)]]
        ]
        if drafts:
            activities.add_activities(file, drafts)


def _start(folder: Path, sample: Path, many: Path, runs: int) -> list[Figure]:
    environment = {"ROADMAP_EXIT_WHEN_PAINTED": "1"}
    ours = [sys.executable, "-m", "roadmap_desktop"]
    bare, with_sample, with_many = in_turns(
        runs,
        lambda: process_seconds([sys.executable, "-c", _BARE_WINDOW]),
        lambda: process_seconds([*ours, str(sample)], environment),
        lambda: process_seconds([*ours, str(many)], environment),
    )
    return [
        Figure.ratio(
            "cold start to the painted table of the sample", 2.2, with_sample, bare, "an empty Qt window"
        ),
        Figure.seconds(f"the same with {MANY} activities, over the sample", 0.5, with_many - with_sample),
    ]


def _print(folder: Path, sample: Path, runs: int) -> Figure:
    command = [sys.executable, "-m", "roadmap_desktop", "print", str(sample), "--month", "2020-09"]
    bare, ours = in_turns(
        runs,
        lambda: process_seconds([sys.executable, "-c", _BARE_PDF, str(folder / "bare.pdf")]),
        lambda: process_seconds([*command, "-o", str(folder / "ours.pdf")]),
    )
    return Figure.ratio("print of the month of the sample, whole process", 1.5, ours, bare, "a one-line PDF")


def _inside(many: Path, folder: Path) -> list[Figure]:
    """Figures taken inside one process, with the window open on many activities."""
    import calendar_bench
    import table_bench

    from roadmap_desktop.app import collect_rarely
    from roadmap_desktop.ui import theme
    from roadmap_desktop.ui.activities.page import TablePage
    from roadmap_desktop.ui.calendar.page import CalendarPage
    from roadmap_desktop.ui.document import RoadmapDocument
    from roadmap_desktop.ui.selection import Selection
    from roadmap_desktop.ui.settings import Settings

    application = theme.new_application()
    document = RoadmapDocument(today=lambda: TODAY)
    collect_rarely(document)
    document.open(_in_sections(many, folder / "sections.roadmap"))
    settings = Settings(folder / "settings.ini")
    table = TablePage(document, Selection(), settings)
    calendar = CalendarPage(document, Selection(), settings)
    for page in (table, calendar):
        page.resize(1170, 642)
        page.show()
    application.processEvents()
    table_bench.settled(table)
    return [
        Figure.worst("a keystroke in search", 0.050, table_bench.keystrokes(table, "образоват")),
        Figure.worst("a sort", 0.050, table_bench.sorts(table)),
        Figure.worst("another grouping", 0.050, table_bench.groups(table)),
        Figure.worst("a section folds and unfolds", 0.050, table_bench.folds(table)),
        Figure.worst("another filter", 0.050, table_bench.filters(table)),
        Figure.worst(
            "one field of 5000 activities, written and shown",
            1.0,
            table_bench.changes_of_many(document, table, 5000),
        ),
        Figure.p95("a frame of scrolling, p95", 0.016, table_bench.scrolling(table)),
        Figure.worst("a calendar month switch", 0.050, calendar_bench.month_switches(calendar, TODAY)),
        *_registers(folder),
        *_month_plan(folder),
    ]


def _month_plan(folder: Path) -> list[Figure]:
    """The page of the month's plan, within the process that holds a window."""
    import month_bench

    path = folder / "month.roadmap"
    month_bench.large_month(path)
    window = month_bench.MonthWindow(path, folder, TODAY)
    opened, turned, edited = window.opened(), window.turned(), window.edited()
    window.close()
    much = "10000 activities and 3000 dated records, painted"
    return [
        Figure.worst(f"the month's plan opens after an edit on another page, {much}", 0.050, opened),
        Figure.worst(f"the month's plan turns, {much}", 0.050, turned),
        Figure.worst(f"an edit in the month's plan shows, {much}", 0.030, edited),
    ]


def _registers(folder: Path) -> list[Figure]:
    """A large district, within the process that holds a window."""
    import large_district
    import matrix_bench
    import register_bench
    import replace_bench
    import search_bench

    district, matrix = folder / "district.roadmap", folder / "matrix.roadmap"
    large_district.large_district(district)
    matrix_bench.large_matrix(matrix)
    answers, previews = search_bench.answers(district), replace_bench.previews(district)
    window = register_bench.DistrictWindow(district, folder, TODAY)
    pages, forms, keystrokes = window.pages(), window.forms(), window.keystrokes()
    window.close()
    in_window = "large district, in the window and painted"
    return [
        Figure.worst("an answer of the search over everything, large district", 0.060, answers),
        Figure.worst("what would be replaced in a large district is shown", 0.300, previews),
        Figure.worst(f"a keystroke in search over everything, {in_window}", 0.060, keystrokes),
        Figure.worst(f"a register opens, {in_window}", 0.150, pages),
        Figure.worst(f"a record's form opens, {in_window}", 0.080, forms),
        Figure.p95(
            "a frame of scrolling 200 schools x 200 activities, p95",
            0.016,
            matrix_bench.scrolling(matrix, TODAY),
        ),
    ]


def _merge(folder: Path, many: Path) -> list[Figure]:
    import os

    import merge_bench

    os.environ["ROADMAP_HOME"] = str(folder)
    mine, theirs = merge_bench.two_copies(many, folder)
    bare, compared, merged = in_turns(
        9,
        lambda: merge_bench.bare_read_and_write(mine, theirs),
        lambda: merge_bench.compare(mine, theirs),
        lambda: merge_bench.merge(mine, theirs),
    )
    over = "bare sqlite3 reading both journals and writing the rows"
    what = f"two copies of {MANY} activities, {merge_bench.EDITS} edits on each side"
    return [
        Figure.ratio(f"compare {what}", 3.0, compared, bare, over),
        Figure.ratio(f"merge {what}", 3.0, merged, bare, over),
        Figure.ratio("both together", 3.0, compared + merged, bare, over),
        Figure.seconds("both together, in seconds", 1.5, compared + merged),
    ]


def _copy(folder: Path, many: Path) -> Figure:
    from copy_bench import bare_backup, saved_copy

    bare, ours = in_turns(9, lambda: bare_backup(many, folder), lambda: saved_copy(many, folder))
    what = f"save a copy of {MANY} activities, checked and on the disk"
    return Figure.ratio(what, 1.3, ours, bare, "SQLite's backup, on the disk")


def _median(times: Callable[[Path], list[float]], path: Path) -> float:
    return statistics.median(times(path))


def _edits(folder: Path, sample: Path, many: Path) -> list[Figure]:
    from edit_floor import bare_edits, journalled_edits

    figures = []
    for name, path in (("the sample", sample), (f"{MANY} activities", many)):
        bare, ours = in_turns(
            5,
            partial(_median, bare_edits, path),
            partial(_median, journalled_edits, path),
        )
        what = f"an edit of {name}, journalled and fsynced"
        figures.append(Figure.ratio(what, 3.0, ours, bare, "the bare transaction of the same rows"))
    return figures
