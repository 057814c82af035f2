"""Pictures of the reports' first pages: how they are made, where the approved ones lie, whether two are alike.

``make approve`` keeps what the reports look like now as approved; look at the pictures before they are committed.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.reports.catalogue import REPORTS
from roadmap_desktop.reports.render import pdf_bytes
from tests.reports.every_report import FORMS, FULL, make_files, printed

APPROVED = Path(__file__).parent / "approved"
DOTS = 32  # an inch: small enough to keep, large enough to see a column move
PAGES = 2

# Rasterisers draw letters lighter or darker, never two dots aside.
_INK = 215
_ASIDE = 2
_MOST_ELSEWHERE = 0.004
_SIXTEEN = bytes(round(grey / 17) * 17 for grey in range(256))
_IS_INK = bytes(ord("1") if grey < _INK else ord("0") for grey in range(256))


def pictures_of(data: bytes, dots: int = DOTS, pages: int = PAGES, aliased: bool = False) -> list[bytes]:
    """The first pages of a PDF file as grey PNG pictures; ``aliased`` draws them in black and white alone."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["-r", str(dots), "-l", str(pages), *(["-aa", "no", "-aaVector", "no"] if aliased else [])]
        command = ["pdftoppm", *options, "-gray", "-png", "-", f"{folder}/page"]
        subprocess.run(command, input=data, check=True)
        return [_small(QImage(str(path))) for path in sorted(Path(folder).iterdir())]


def pictures_of_reports(folder: Path, dots: int = DOTS, pages: int = PAGES) -> Iterator[tuple[str, bytes]]:
    """The pictures of every report on the full sample, each with the name of its file. Works in that folder."""
    full = make_files(folder)[FULL]
    with open_roadmap(full) as file:
        for id_ in (*(report.id for report in REPORTS), *FORMS):
            data = pdf_bytes(printed(file, id_))
            for number, picture in enumerate(pictures_of(data, dots, pages), 1):
                yield (f"{id_}-{number}.png" if pages > 1 else f"{id_}.png"), picture


def elsewhere(picture: bytes, approved: bytes) -> float:
    """What share of the ink of either picture has none near it in the other; 1 when the sheets differ."""
    rows, others = _ink(picture), _ink(approved)
    if len(rows) != len(others):
        return 1.0
    alone = sum((row & ~near).bit_count() for row, near in zip(rows, _spread(others), strict=True))
    alone += sum((row & ~near).bit_count() for row, near in zip(others, _spread(rows), strict=True))
    return alone / max(sum(row.bit_count() for row in rows + others), 1)


def are_alike(picture: bytes, approved: bytes) -> bool:
    """Whether everything stands where it stood, however it was rasterised."""
    return elsewhere(picture, approved) <= _MOST_ELSEWHERE


def _small(image: QImage) -> bytes:
    """A grey picture in sixteen greys, packed hard: a quarter as long, and the eye sees no difference."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    grey = bytes(image.constBits()).translate(_SIXTEEN)
    few = QImage(grey, image.width(), image.height(), image.bytesPerLine(), QImage.Format.Format_Grayscale8)
    packed = QBuffer()
    packed.open(QBuffer.OpenModeFlag.WriteOnly)
    few.save(packed, "PNG", 0)
    return bytes(packed.data().data())


def _ink(picture: bytes) -> list[int]:
    """The rows of a picture, a bit for each dot that is dark."""
    image = QImage.fromData(picture).convertToFormat(QImage.Format.Format_Grayscale8)
    grey, length = bytes(image.constBits()), image.bytesPerLine()
    rows = [grey[start : start + image.width()] for start in range(0, length * image.height(), length)]
    return [int(row.translate(_IS_INK), 2) for row in rows]


def _spread(rows: list[int]) -> list[int]:
    for _ in range(_ASIDE):
        beside = [row | row << 1 | row >> 1 for row in rows]
        rows = [
            above | row | below
            for above, row, below in zip([0, *beside], beside, [*beside[1:], 0], strict=False)
        ]
    return rows
