"""What is typed into the fields and choices of orders, letters, sheets, notes, consents prints as it was typed."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.catalogue import find_report
from roadmap_desktop.reports.document_options import usual_options, with_options
from roadmap_desktop.reports.render import docx_bytes, pdf_bytes, xlsx_bytes
from tests.reports.office_files import held, said
from tests.reports.plan_source import PlanSource, entry, named

HOSTILE = 'A < B & "C" <font size=90>=1+1</font> ]]> %s {0} \\n'
DAY = date(2020, 10, 6)
CHOICES: dict[str, dict[str, Any]] = {
    "order": {
        "kind": "рабочая группа",
        "groups": frozenset(),
        "place": HOSTILE,
        "basis": HOSTILE,
        "responsible": HOSTILE,
        "control": HOSTILE,
    },
    "letter": {
        "record": "d",
        "school": "s",
        "asked": HOSTILE,
        "due": HOSTILE,
        "performer": HOSTILE,
        "phone": HOSTILE,
    },
    "attendance": {"meeting": "m"},
    "visit": {"record": "v", "blank": False},
    "unfulfilled": {},
    "application": {"record": "k"},
    "consent": {"teacher": "t"},
}


def hostile(id: str, **values: Any) -> Any:
    """A record whose name and texts are hostile."""
    made = named(HOSTILE, id, **values)
    return made._replace(texts=dict.fromkeys(made.values, HOSTILE))


def source(plan: Plan) -> PlanSource:
    everyone = {"position": HOSTILE, "subjects": HOSTILE, "school_id": "s"}
    order = {"order_number": HOSTILE, "order_date": None}
    registers = {
        "group": [hostile("g", role="секретарь", position=HOSTILE, **order)],
        "schools": [hostile("s", head=HOSTILE, full_name=HOSTILE, kind="СОШ")],
        "documents": [hostile("d", kind="приказ", number=HOSTILE, signed_on=DAY)],
        "teachers": [hostile("t", **everyone)],
        "meetings": [
            hostile("m", kind="методическое объединение", held_on=DAY, place=HOSTILE, community_id="o")
        ],
        "members": [entry("1", community_id="o", teacher_id="t")],
        "decisions": [
            hostile("r", meeting_id="m", responsible=HOSTILE, due_text=HOSTILE, state="запланировано")
        ],
        "helps": [entry("h", tutor=HOSTILE, school_id="s", teacher_id="t", theme=HOSTILE)],
        "visits": [hostile("v", help_id="h", held_on=DAY, hours=1.5, outcome=HOSTILE)],
        "courses": [hostile("k", provider=HOSTILE, starts_on=DAY, ends_on=None, hours=36)],
        "participants": [entry("2", course_id="k", teacher_id="t")],
    }
    return PlanSource(plan, registers=registers)


@pytest.mark.parametrize("report_id", CHOICES)
def test_hostile_texts_print_as_they_were_typed(
    plan_of: Callable[..., Plan],
    read_back: Callable[..., str],
    bare: Callable[[str], str],
    report_id: str,
) -> None:
    plan = plan_of({}, title=HOSTILE, approving_body=HOSTILE, head_post=HOSTILE, head_name=HOSTILE)
    report = find_report(report_id)
    usual = {each.name: each.default for each in report.parameters} | {
        "year": plan.info.period,
        "period": plan.info.period,
    }
    taken = {each.name: usual[each.name] for each in report.parameters} | CHOICES[report_id]
    made = report.build(source(plan), **taken)
    document = with_options(made, usual_options(report, plan.info, made))
    assert bare(HOSTILE) in bare(read_back(pdf_bytes(document), "-raw"))
    for suffix, data in ((".docx", docx_bytes(document)), (".xlsx", xlsx_bytes(document))):
        assert held(data, document, suffix) == said(document, suffix)
        assert HOSTILE in " ".join(said(document, suffix))
    assert not any(
        cell.data_type == "f"
        for sheet in load_workbook(io.BytesIO(xlsx_bytes(document))).worksheets
        for row in sheet.iter_rows()
        for cell in row
    )
