"""What holds for every report, on the sample and on the full sample."""

from pathlib import Path

import pytest

from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.reports.blocks import Heading, Row, Table
from tests.reports.every_report import printed, report_cases


@pytest.mark.parametrize(("report_id", "sample"), report_cases())
def test_every_report_has_a_title_and_rows_as_wide_as_its_header(
    samples: dict[str, Path], report_id: str, sample: str
) -> None:
    with open_roadmap(samples[sample]) as file:
        document = printed(file, report_id)
    assert document.title.strip()
    assert any(isinstance(block, Heading) for block in document.blocks)
    for table in (block for block in document.blocks if isinstance(block, Table)):
        assert {len(row.cells) for row in table.rows if isinstance(row, Row)} <= {len(table.columns)}
