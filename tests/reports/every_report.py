"""Every report of the program on the sample and on the full sample, for tests that hold for all of them."""

from datetime import date
from pathlib import Path

from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, revisions
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.printing.printing import report_document
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.reports.blocks import Document
from roadmap_desktop.reports.catalogue import REPORTS, find_report
from roadmap_desktop.reports.report import Parameter, ParameterKind
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import full_sample_at

TODAY = date(2020, 12, 10)
SAMPLE, FULL = "образец", "полный образец"
_OLDER = "Сентябрь"


def make_files(folder: Path) -> dict[str, Path]:
    """The two samples, each with a revision and an edit after it."""
    made = {SAMPLE: folder / "образец.roadmap", FULL: folder / "полный.roadmap"}
    create_from_sample(made[SAMPLE])
    full_sample_at(made[FULL])
    for path in made.values():
        with open_roadmap(path) as file:
            revisions.approve(file, _OLDER, "01-10/142-2", date(2020, 9, 10), date(2020, 9, 10))
            plan = read_plan(file)
            activities.set_field(
                file, plan, [plan.activities[0].id], "due_text", "сентябрь – октябрь 2020 года"
            )
    return made


# Forms of a report that look otherwise: their names, the report, what is chosen.
FORMS: dict[str, tuple[str, dict[str, str]]] = {"month-roadmap": ("month", {"form": "roadmap"})}


def report_cases() -> list[tuple[str, str]]:
    """A report's id and a sample that has what it needs: a document of one record needs a record."""
    return [
        (report.id, sample)
        for report in REPORTS
        for sample in (SAMPLE, FULL)
        if sample == FULL or not any(_is_of_record(each) for each in report.parameters)
    ] + [(form_id, sample) for form_id in FORMS for sample in (SAMPLE, FULL)]


def printed(file: RoadmapFile, form_id: str) -> Document:
    """A report, or a form of one, with what it cannot do without: the first record of a register, the revision that
    there is."""
    report_id, chosen = FORMS.get(form_id, (form_id, {}))
    needed = (each for each in find_report(report_id).parameters if each.required)
    typed = chosen | {each.name: _any_value(file, each) for each in needed}
    return report_document(file, report_id, typed, TODAY)


def _is_of_record(parameter: Parameter) -> bool:
    return parameter.required and parameter.kind is ParameterKind.RECORD


def _any_value(file: RoadmapFile, parameter: Parameter) -> str:
    if parameter.kind is ParameterKind.REVISION:
        return _OLDER
    assert parameter.kind is ParameterKind.RECORD, parameter
    return read_listing(file, BY_ID[parameter.register]).rows[0].id
