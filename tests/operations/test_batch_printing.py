"""Which documents many can be, and of which schools they are."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled
from roadmap_desktop.operations.printing.batch_printing import Batch, items_of, save_as_one, varied
from roadmap_desktop.operations.printing.printing import find_report
from roadmap_desktop.operations.printing.report_source import FileSource, source_at
from roadmap_desktop.reports.report import Parameter, ParameterKind
from tests.samples import full_sample_at

TODAY = date(2020, 10, 6)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("batch") / "район.roadmap")


@pytest.fixture
def source(path: Path) -> Iterator[FileSource]:
    with source_at(path, TODAY) as found:
        yield found


def of_register(register: str) -> Parameter:
    return Parameter("record", "", "", ParameterKind.RECORD, register=register)


@pytest.mark.parametrize(
    ("report", "names"), [("month", ["month"]), ("plan", ["record"]), ("annex", []), ("execution", [])]
)
def test_a_document_of_its_own_is_for_a_term_or_a_record(report: str, names: list[str]) -> None:
    assert [parameter.name for parameter in varied(find_report(report))] == names


def test_a_school_is_its_own_and_a_teacher_that_of_its_school(source: FileSource) -> None:
    assert all(item.schools == {item.value} for item in items_of(of_register("schools"), source))
    for item in items_of(of_register("teachers"), source):
        assert item.schools == {source.entry("teachers", item.value).values["school_id"]}


def test_a_plan_is_of_the_school_of_its_teacher(source: FileSource) -> None:
    plans = items_of(of_register("plans"), source)
    assert plans
    for item in plans:
        teacher = source.entry("plans", item.value).values["teacher_id"]
        assert item.schools == {source.entry("teachers", teacher).values["school_id"]}


def test_an_agreement_is_of_both_its_schools(source: FileSource) -> None:
    for item in items_of(of_register("agreements"), source):
        values = source.entry("agreements", item.value).values
        assert item.schools == {values["school_id"], values["partner_id"]}


def test_records_stand_as_people_count(source: FileSource) -> None:
    assert [item.name for item in items_of(of_register("schools"), source)][-1] == "СОШ № 12"


def test_one_that_is_cancelled_leaves_the_older_file(source: FileSource, tmp_path: Path) -> None:
    target = tmp_path / "год.pdf"
    target.write_bytes(b"older")
    report = find_report("month")
    (month,) = varied(report)
    items = items_of(month, source)
    told: list[int] = []
    groups = {"groups": frozenset(report.parameters[1].choices)}
    batch = Batch(report, groups, {}, month.name, items)
    with pytest.raises(Cancelled):
        save_as_one(batch, source, target, lambda done, _of: told.append(done), lambda: len(told) == 3)
    assert told == [1, 2, 3]
    assert target.read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["год.pdf"]
