"""The first pages of every report look as they were approved."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.reports.blocks import Document, Heading, Table
from roadmap_desktop.reports.catalogue import REPORTS
from roadmap_desktop.reports.render import pdf_bytes
from tests.reports.every_report import FORMS, FULL, printed
from tests.reports.pictures import APPROVED, are_alike, pictures_of

pytestmark = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")

HOW = "Look at what `make approve` writes into tests/reports/approved, and commit it if that is how it should be."
MOST_BYTES = 1_000_000


def document_of(samples: dict[str, Path], report_id: str) -> Document:
    with open_roadmap(samples[FULL]) as file:
        return printed(file, report_id)


@pytest.mark.parametrize("report_id", [*(report.id for report in REPORTS), *FORMS])
def test_every_report_looks_as_approved(samples: dict[str, Path], tmp_path: Path, report_id: str) -> None:
    for number, picture in enumerate(pictures_of(pdf_bytes(document_of(samples, report_id))), 1):
        approved = APPROVED / f"{report_id}-{number}.png"
        assert approved.exists(), f"Page {number} of «{report_id}» has no approved picture. {HOW}"
        if not are_alike(picture, approved.read_bytes()):
            now = tmp_path / approved.name
            now.write_bytes(picture)
            pytest.fail(f"Page {number} of «{report_id}» does not look as approved: {now}. {HOW}")


def test_no_picture_is_of_a_report_that_is_gone_and_all_are_small() -> None:
    ids = {report.id for report in REPORTS} | set(FORMS)
    found = list(APPROVED.iterdir())
    assert not [path.name for path in found if path.stem.rpartition("-")[0] not in ids]
    assert sum(path.stat().st_size for path in found) < MOST_BYTES


def test_another_rasteriser_is_forgiven_and_a_moved_column_is_not(samples: dict[str, Path]) -> None:
    document = document_of(samples, "month-roadmap")
    [before, _] = pictures_of(pdf_bytes(document))
    assert are_alike(before, pictures_of(pdf_bytes(document), aliased=True)[0])
    for changed in (with_wider_column(document), with_wider_margin(document), without_heading(document)):
        assert not are_alike(pictures_of(pdf_bytes(changed))[0], before)


def with_wider_column(document: Document) -> Document:
    """The second column is a twentieth wider."""
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table):
            columns = list(block.columns)
            columns[1] = replace(columns[1], weight=columns[1].weight * 1.05)
            block = replace(block, columns=tuple(columns))
        blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def with_wider_margin(document: Document) -> Document:
    return replace(document, page=replace(document.page, left=document.page.left + 3))


def without_heading(document: Document) -> Document:
    return replace(
        document, blocks=tuple(block for block in document.blocks if not isinstance(block, Heading))
    )
