"""A report's column is made of its field: no heading says in words of its own what the field's label says."""

import ast
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from roadmap_desktop.model.activity import Activity, ActivityPerformer
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.registers import REGISTERS
from tests.house.test_structure import ROOT

REPORTS = ROOT / "roadmap_desktop" / "reports"
RECORDS = (Activity, ActivityPerformer, *(register.record for register in REGISTERS))
LABELS = {field.label for record in RECORDS for field in record.fields}
# Of what is counted, or worked out, which no field stands behind: its word is the same by chance.
WORKED_OUT = {
    ("month.plan_table", "Отметка"),  # what is known of any work
    ("progress", "Срок"),  # the month in which it ends
    ("schools.agreements", "Состояние"),  # of its term today
    ("teachers.deficits", "Педагогов"),  # who have the deficit
    ("teachers.deficits", "Предмет"),  # one of several that are taught
    ("teachers.plans", "Педагогов"),  # who have a plan
}


def called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def calls(text: str, *functions: str) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and called(node) in functions:
            yield node


def literal_labels(text: str) -> Iterator[str]:
    """The headings of columns without a field that are the label of some field."""
    for call in calls(text, "computed", "Column"):
        if isinstance(call.args[0], ast.Constant) and call.args[0].value in LABELS:
            yield call.args[0].value


def repeated_labels(text: str, module: ModuleType) -> Iterator[str]:
    """The headings of columns with a field that are given although they are its label."""
    for call in calls(text, "column", "activity_column"):
        words = [*call.args, *(each.value for each in call.keywords)]
        record = eval(ast.unparse(words.pop(0)), vars(module)) if called(call) == "column" else Activity
        told = [word.value for word in words if isinstance(word, ast.Constant)]
        if isinstance(words[0], ast.Constant) and field_of(record, told[0]).label in told[1:]:
            yield field_of(record, told[0]).label


def modules() -> Iterator[tuple[str, str, ModuleType]]:
    for path in sorted(REPORTS.rglob("*.py")):
        name = ".".join(path.relative_to(REPORTS).with_suffix("").parts)
        yield name, path.read_text(encoding="utf-8"), import_module(f"roadmap_desktop.reports.{name}")


def test_no_heading_repeats_a_label() -> None:
    assert {(name, label) for name, text, _ in modules() for label in literal_labels(text)} == WORKED_OUT
    assert [
        (name, label) for name, text, module in modules() for label in repeated_labels(text, module)
    ] == []


def test_the_rules_find_what_they_forbid() -> None:
    [school] = [record for record in RECORDS if record.__name__ == "School"]
    module = ModuleType("sample")
    module.School = school  # type: ignore[attr-defined]
    assert list(literal_labels('computed("Руководитель", 30, head)')) == ["Руководитель"]
    assert list(literal_labels('computed("Всего", 30, head)')) == []
    assert list(repeated_labels('column(School, "head", title="Руководитель")', module)) == ["Руководитель"]
    assert list(repeated_labels('activity_column("name", 5, "Наименование мероприятия")', module))
    assert list(repeated_labels('column(School, "head", title="Директор")', module)) == []
