"""Printing a long roadmap and the sample's month, beside a bare canvas and beside LibreOffice."""

import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from roadmap_desktop.reports.blocks import (
    Align,
    Caption,
    Column,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Row,
    Table,
)
from stopwatch import Figure, in_turns, process_seconds

ROOT = Path(__file__).resolve().parent.parent
ROWS = 5_000
_KILOBYTES_A_ROW = 2
_CALC, _WRITER = 1.0, 0.2
_COLUMNS = (
    Column("№ п/п", 0, Align.CENTRE),
    Column("Наименование мероприятия (краткое содержание)", 110),
    Column("Сроки исполнения", 45),
    Column("Ответственный исполнитель", 50),
    Column("Ожидаемый результат", 52),
)
_SOFFICE = "soffice"
# A process of its own that draws so many rows.
_OURS = [sys.executable, "-m", "print_bench"]
_PATH = {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tools")))}


class Roadmap(Sequence[Row | Caption]):
    """Rows made of the sample's when they are asked for, no text like another."""

    def __init__(self, count: int) -> None:
        import json

        from roadmap_desktop.places import place

        sample = json.loads(place("database", "sample", "roadmap-2020-2021.json").read_text(encoding="utf-8"))
        self._count = count
        self._cells = [
            (each["name"], each["due_text"], ", ".join(each["performers"]), each["expected_result"])
            for each in sample["activities"]
        ]

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place):  # type: ignore[no-untyped-def]
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._count))]
        number = f"{place + 1}."
        cells = self._cells[place % len(self._cells)]
        return Row((number, *(f"{text} {number}" for text in cells)))

    def __iter__(self) -> Iterator[Row | Caption]:
        return map(self.__getitem__, range(self._count))


def long_document(count: int) -> Document:
    """A roadmap of so many activities."""
    blocks = (Heading("Дорожная карта"), Table(_COLUMNS, Roadmap(count)))
    return Document("Дорожная карта", blocks, page=PageSetup(Orientation.LANDSCAPE))


def figures(folder: Path, sample: Path, runs: int) -> list[Figure]:
    """Everything about printing."""
    return [_beside_canvas(runs), _memory(), *_first_pages(sample), *_beside_libreoffice(folder, sample)]


def _beside_canvas(runs: int) -> Figure:
    from roadmap_desktop.reports.render import pdf_bytes

    document = long_document(ROWS)
    bare, ours = in_turns(
        min(runs, 5), partial(_seconds, _bare_canvas(document)), lambda: _seconds(lambda: pdf_bytes(document))
    )
    what = f"PDF of {ROWS} roadmap rows, five wrapped columns"
    return Figure.ratio(what, 1.7, ours, bare, "a bare canvas drawing the same wrapped lines and borders")


def _bare_canvas(document: Document) -> Callable[[], None]:
    """Draws by ReportLab's canvas alone what our renderer drew, every line of text already broken."""
    from reportlab.pdfgen.canvas import Canvas

    from roadmap_desktop.reports.pdf.fonts import face

    pages, (width, height) = _recorded(document)

    def draw() -> None:
        canvas = Canvas(io.BytesIO(), pagesize=(width, height), pageCompression=1)
        for texts, rules in pages:
            for lines, x, y, leading, size, bold in texts:
                text = canvas.beginText(x, y)
                text.setFont(face(bold).font.fontName, size, leading)
                for line in lines:
                    text.textLine(line)
                canvas.drawText(text)
            canvas.lines(rules)
            canvas.showPage()
        canvas.save()

    return draw


def _recorded(document: Document):  # type: ignore[no-untyped-def]
    """The texts and rules of each page, taken down while our renderer draws."""
    from roadmap_desktop.reports.pdf import drawing, surface

    pages = [([], [])]

    class Recorder(surface.Surface):
        def text(self, lines, x, y, leading, size, bold=False):  # type: ignore[no-untyped-def]
            shown = [line.replace("\u00ad", "-") for line in lines]
            pages[-1][0].append((shown, x, y, leading, size, bold))
            super().text(lines, x, y, leading, size, bold)

        def rule(self, *ends: float) -> None:
            pages[-1][1].append(ends)
            super().rule(*ends)

        def end_page(self) -> None:
            pages.append(([], []))
            super().end_page()

    usual = drawing.Surface
    drawing.Surface = Recorder  # type: ignore[misc]
    try:
        drawing.draw(document, lambda: False)
    finally:
        drawing.Surface = usual  # type: ignore[misc]
    return pages[:-1], drawing.sheet(document.page)


def _memory() -> Figure:
    """How much more a process takes for a row, beyond the row's part of the finished file."""
    few, many = (_peak(count) for count in (ROWS, 3 * ROWS))
    kilobytes = ((many[0] - few[0]) - (many[1] - few[1])) / (2 * ROWS) / 1024
    return Figure(
        "memory for each row beyond the finished PDF",
        f"{_KILOBYTES_A_ROW} KB",
        f"{kilobytes:.2f} KB",
        f"peak of a process with {3 * ROWS} rows over one with {ROWS}",
    )


def _peak(count: int) -> tuple[int, int]:
    environment = {**os.environ, **_PATH}
    ran = subprocess.run([*_OURS, str(count)], env=environment, capture_output=True, text=True, check=True)
    peak, length = map(int, ran.stdout.split())
    return peak, length


def _first_pages(sample: Path) -> list[Figure]:
    """The first page while the fonts and the renderer are loaded, as they are from the second preview on."""
    from roadmap_desktop.operations import files
    from roadmap_desktop.operations.printing import report_document
    from roadmap_desktop.reports.render import first_page
    from tests.reports.every_report import TODAY

    with files.open_roadmap(sample) as file:
        month = report_document(file, "month", {"month": "2020-09"}, TODAY)
    answers = []
    for what, document in (
        ("the month of the sample", month),
        (f"{ROWS} roadmap rows", long_document(ROWS)),
    ):
        first_page(month)
        times = [_seconds(lambda document=document: first_page(document)) for _ in range(9)]
        answers.append(Figure.worst(f"the first page of {what} for a preview", 0.150, times))
    return answers


def _beside_libreoffice(folder: Path, sample: Path) -> list[Figure]:
    from roadmap_desktop.operations import files
    from roadmap_desktop.operations.printing import report_document
    from roadmap_desktop.reports import render
    from tests.reports.every_report import TODAY

    calc = f"PDF of {ROWS} roadmap rows, whole process"
    writer = "PDF of the month of the sample, whole process"
    if shutil.which(_SOFFICE) is None:
        absent = "not measured", "LibreOffice is not installed"
        return [Figure(calc, f"{_CALC}x", *absent), Figure(writer, f"{_WRITER}x", *absent)]
    book, letter = folder / "rows.xlsx", folder / "month.docx"
    book.write_bytes(render.xlsx_bytes(long_document(ROWS)))
    with files.open_roadmap(sample) as file:
        letter.write_bytes(render.docx_bytes(report_document(file, "month", {"month": "2020-09"}, TODAY)))
    month = [sys.executable, "-m", "roadmap_desktop", "print", str(sample), "--month", "2020-09"]
    month += ["-o", str(folder / "month.pdf")]
    return [
        _over(calc, _CALC, 1, [*_OURS, str(ROWS)], book, "LibreOffice Calc converting our .xlsx of them"),
        _over(writer, _WRITER, 3, month, letter, "LibreOffice Writer converting our .docx of it"),
    ]


def _over(what: str, limit: float, runs: int, ours: list[str], theirs: Path, rival: str) -> Figure:
    convert = [_SOFFICE, "--headless", "--convert-to", "pdf", "--outdir", str(theirs.parent), str(theirs)]
    rivals, mine = in_turns(runs, lambda: process_seconds(convert), lambda: process_seconds(ours, _PATH))
    return Figure.ratio(what, limit, mine, rivals, rival)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> int:
    """Draws so many rows in this process; prints its peak of memory and the length of the file, in bytes."""
    from roadmap_desktop.reports.render import pdf_bytes

    data = pdf_bytes(long_document(int(sys.argv[1])))
    print(_peak_bytes(), len(data))
    return 0


def _peak_bytes() -> int:
    """The most memory that this process ever had. ``getrusage`` would count what its parent had at the fork."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("VmHWM is not in /proc/self/status")


if __name__ == "__main__":
    sys.exit(main())
