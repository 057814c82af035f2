"""The sample as plain rows, and a printed file read back as other programs read it."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.roadmap import Numbering
from roadmap_desktop.model.rows import ActivityRow, Plan, RoadmapInfo
from roadmap_desktop.program_data import data_path
from tests.reports.every_report import make_files
from tests.reports.pdf.ruled_cells import bare as bare_text

SCHOOL_YEAR = school_year("2020")


def _info(sample: dict[str, Any]) -> RoadmapInfo:
    texts = ("title", "annex_number", "order_number", "approving_body", "head_post", "head_name")
    return RoadmapInfo(
        id="roadmap",
        period_start=SCHOOL_YEAR.start,
        period_end=SCHOOL_YEAR.end,
        order_date=date.fromisoformat(sample["order_date"]),
        numbering=Numbering.CONTINUOUS,
        **{name: sample[name] for name in texts},
    )


def _activity(number: int, **fields: Any) -> ActivityRow:
    wording = fields.pop("due_text", "сентябрь 2020 года")
    usual: dict[str, Any] = {
        "id": f"activity-{number}",
        "number": str(number),
        "section_id": None,
        "name": f"Мероприятие {number}",
        "due_text": wording,
        "due_dates": "",
        "due": effective_due(wording, "", SCHOOL_YEAR),
        "performers": (),
        "expected_result": "",
        "state": State.PLANNED,
        "actual_result": "",
        "completed_on": None,
        "note": "",
    }
    return ActivityRow(**(usual | fields))


@pytest.fixture(scope="session")
def plan() -> Plan:
    sample = json.loads(data_path("database", "sample", "roadmap-2020-2021.json").read_text(encoding="utf-8"))
    rows = [
        _activity(number, **{**fields, "performers": tuple(fields["performers"])})
        for number, fields in enumerate(sample["activities"], 1)
    ]
    return Plan(_info(sample), (), tuple(rows))


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two samples as files, see ``every_report.make_files``."""
    return make_files(tmp_path_factory.mktemp("samples"))


@pytest.fixture
def plan_of(plan: Plan) -> Callable[..., Plan]:
    """A plan with other activities, each given by the fields that matter; also with other fields of the roadmap."""

    def make(*activities: dict[str, Any], **info: Any) -> Plan:
        rows = [_activity(number, **fields) for number, fields in enumerate(activities, 1)]
        return Plan(plan.info._replace(**info), (), tuple(rows))

    return make


@pytest.fixture
def read_back() -> Callable[..., str]:
    """The text that ``pdftotext`` finds in a file's bytes, with its options."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")

    def read(data: bytes, *options: str) -> str:
        ran = subprocess.run(["pdftotext", *options, "-", "-"], input=data, capture_output=True, check=True)
        return ran.stdout.decode("utf-8")

    return read


@pytest.fixture
def bare() -> Callable[[str], str]:
    return bare_text
