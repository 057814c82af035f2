"""Printing a long roadmap and the sample's month, beside a bare canvas and beside LibreOffice."""

import io
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from unittest.mock import patch

from roadmap_desktop.reports.blocks import Align, Caption, Column, Document, Row, Table, headed
from stopwatch import OWN_PATH, Figure, in_turns, process_seconds, seconds

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
# Texts as (lines, x, y, leading, size, whether bold), rules as (x1, y1, x2, y2).
_Page = tuple[
    list[tuple[list[str], float, float, float, float, bool]], list[tuple[float, float, float, float]]
]


class Roadmap(Sequence[Row | Caption]):
    """Rows made of the sample's when they are asked for, no text like another."""

    def __init__(self, count: int) -> None:
        from roadmap_desktop.operations.file.files import read_sample

        self._count = count
        self._cells = [
            (each["name"], each["due_text"], ", ".join(each["performers"]), each["expected_result"])
            for each in read_sample()["activities"]
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
    return headed("Дорожная карта", [Table(_COLUMNS, Roadmap(count))])


def figures(folder: Path, sample: Path, runs: int) -> list[Figure]:
    """Everything about printing."""
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.printing.printing import report_document
    from tests.reports.every_report import TODAY

    with files.open_roadmap(sample) as file:
        month = report_document(file, "month", {"month": "2020-09"}, TODAY)
    return [
        _beside_canvas(runs),
        _memory(folder),
        *_first_pages(month),
        *_beside_libreoffice(folder, month),
    ]


def _beside_canvas(runs: int) -> Figure:
    from roadmap_desktop.reports.render import pdf_bytes

    document = long_document(ROWS)
    bare, ours = in_turns(
        min(runs, 5), partial(seconds, _bare_canvas(document)), lambda: seconds(lambda: pdf_bytes(document))
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


def _recorded(document: Document) -> tuple[list[_Page], tuple[float, float]]:
    """What stands on each page, taken down while our renderer draws, and the size of the sheet in points."""
    from roadmap_desktop.reports.pdf import drawing, surface

    pages: list[_Page] = [([], [])]
    sizes: set[tuple[float, float]] = set()

    class Recorder(surface.Surface):
        def text(
            self, lines: Sequence[str], x: float, y: float, leading: float, size: float, bold: bool = False
        ) -> None:
            shown = [line.replace("\u00ad", "-") for line in lines]
            pages[-1][0].append((shown, x, y, leading, size, bold))
            super().text(lines, x, y, leading, size, bold)

        def rule(self, x1: float, y1: float, x2: float, y2: float) -> None:
            pages[-1][1].append((x1, y1, x2, y2))
            super().rule(x1, y1, x2, y2)

        def end_page(self) -> None:
            pages.append(([], []))
            sizes.add(self.size)
            super().end_page()

    with patch.object(drawing, "Surface", Recorder):
        drawing.draw(document, lambda: False)
    (size,) = sizes
    return pages[:-1], size


def _memory(folder: Path) -> Figure:
    """How much more a process takes for a row, beyond the row's part of the finished file."""
    few, many = (_peak(long_document(count), folder) for count in (ROWS, 3 * ROWS))
    kilobytes = ((many[0] - few[0]) - (many[1] - few[1])) / (2 * ROWS) / 1024
    return Figure(
        "memory for each row beyond the finished PDF",
        f"{_KILOBYTES_A_ROW} KB",
        f"{kilobytes:.2f} KB",
        f"peak of a process with {3 * ROWS} rows over one with {ROWS}",
    )


def _first_pages(month: Document) -> list[Figure]:
    """The first page while the fonts and the renderer are loaded, as they are from the second preview on."""
    from roadmap_desktop.reports.render import first_page

    first_page(month)
    cases = {"the month of the sample": month, f"{ROWS} roadmap rows": long_document(ROWS)}
    return [
        Figure.worst(
            f"the first page of {what} for a preview",
            0.150,
            [seconds(partial(first_page, document)) for _ in range(9)],
        )
        for what, document in cases.items()
    ]


def _beside_libreoffice(folder: Path, month: Document) -> list[Figure]:
    """A finished document to PDF, by a process that does nothing else: ours and theirs."""
    calc = f"PDF of {ROWS} roadmap rows, a process from the finished document"
    writer = "PDF of the month of the sample, a process from the finished document"
    if shutil.which(_SOFFICE) is None:
        absent = "not measured", "LibreOffice is not installed"
        return [Figure(calc, f"{_CALC}x", *absent), Figure(writer, f"{_WRITER}x", *absent)]
    from roadmap_desktop.reports import render

    long = long_document(ROWS)
    book, letter = folder / "rows.xlsx", folder / "month.docx"
    book.write_bytes(render.xlsx_bytes(long))
    letter.write_bytes(render.docx_bytes(month))
    return [
        _over(calc, _CALC, 1, _drawing(long, folder), book, "LibreOffice Calc converting our .xlsx of them"),
        _over(writer, _WRITER, 5, _drawing(month, folder), letter, "LibreOffice converting our .docx of it"),
    ]


def _over(what: str, limit: float, runs: int, ours: list[str], theirs: Path, rival: str) -> Figure:
    convert = [_SOFFICE, "--headless", "--convert-to", "pdf", "--outdir", str(theirs.parent), str(theirs)]
    rivals, mine = in_turns(runs, lambda: process_seconds(convert), lambda: process_seconds(ours, OWN_PATH))
    if not theirs.with_suffix(".pdf").exists():
        return Figure(what, f"{limit}x", "not measured", f"{_SOFFICE} did not convert {theirs.name}")
    return Figure.ratio(what, limit, mine, rivals, rival)


def _drawing(document: Document, folder: Path) -> list[str]:
    """The command of a process that draws that document, see ``main``."""
    kept = folder / f"{len(list(folder.iterdir()))}.document"
    kept.write_bytes(pickle.dumps(document))
    return [sys.executable, "-m", "print_bench", str(kept)]


def _peak(document: Document, folder: Path) -> tuple[int, int]:
    command, environment = _drawing(document, folder), {**os.environ, **OWN_PATH}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    peak, length = map(int, ran.stdout.split())
    return peak, length


def main() -> int:
    """Draws the document that a file holds into a PDF beside it; prints this process's peak of memory and the length of
    the PDF, in bytes."""
    from roadmap_desktop.reports.render import pdf_bytes

    kept = Path(sys.argv[1])
    data = pdf_bytes(pickle.loads(kept.read_bytes()))
    kept.with_suffix(".drawn.pdf").write_bytes(data)
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
