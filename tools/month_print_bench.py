"""How quickly the plan of a month is printed in which there is very much: read, put in order, drawn."""

from datetime import date
from functools import partial
from pathlib import Path

from month_bench import large_month
from stopwatch import Figure, in_turns, seconds

_TODAY = date(2020, 10, 10)
_RUNS = 3


def figures(folder: Path) -> list[Figure]:
    """The plan's PDF from the file, and beside it the drawing of its finished document alone."""
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.printing.printing import report_document
    from roadmap_desktop.reports.render import pdf_bytes

    path = folder / "month-to-print.roadmap"
    large_month(path)
    with files.open_roadmap(path) as file:
        made = partial(report_document, file, "month", {"month": "2020-10"}, _TODAY)
        document = made()
        drawn, whole = in_turns(
            _RUNS, lambda: seconds(lambda: pdf_bytes(document)), lambda: seconds(lambda: pdf_bytes(made()))
        )
    what = "PDF of a month's plan, 10000 activities and 3000 dated records"
    return [Figure.ratio(what, 1.5, whole, drawn, "drawing its finished document")]
