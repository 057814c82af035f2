"""Two schools of a list and one that helps them, record by record, for reports that need no file."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from roadmap_desktop.model.rows import Plan
from roadmap_desktop.reports.source import Entry
from tests.reports.plan_source import PlanSource

TODAY = date(2020, 12, 10)
NAMES = {
    "s10": "СОШ № 10",
    "s2": "СОШ № 2",
    "s3": "СОШ № 3",
    "t1": "Образцова А. А.",
    "t2": "Примерова Б. Б.",
}
_ORDER = {"order_number": "01-10/141", "order_date": date(2020, 9, 10)}
_SCHOOL = {
    "kind": "СОШ",
    **dict.fromkeys(("full_name", "head", "head_post", "head_genitive", "address"), ""),
    **dict.fromkeys(("inn", "ogrn", "contacts", "note"), ""),
}
_COUNTED = {"pupils": None, "classes": None, "teachers": None}


def record(id: str, **values: Any) -> Entry:
    """A record as the file tells it: links are shown by the names of what they point at."""
    shown = {
        key: "" if value is None else NAMES.get(value, str(value)) if key.endswith("_id") else str(value)
        for key, value in values.items()
    }
    return Entry(id, str(values.get("name", id)), values, shown)


def school(id: str, **values: Any) -> Entry:
    return record(id, **(_SCHOOL | _COUNTED | {"name": NAMES[id]} | values))


def membership(id: str, school_id: str, **values: Any) -> Entry:
    usual = {"school_year": "2020–2021", "grounds": "ОГЭ; ВПР", "details": "", **_ORDER}
    return record(id, school_id=school_id, **(usual | values))


def partnership(id: str, school_id: str, **values: Any) -> Entry:
    usual = {"partner_id": "s3", "directions": "методическая", "site": "нет", "curator": "", **_ORDER}
    return record(id, school_id=school_id, **(usual | values))


def agreement(id: str, **values: Any) -> Entry:
    usual = {
        "number": id,
        "signed_on": None,
        "school_id": "s2",
        "partner_id": "s3",
        "subject": "",
        "place": "",
    }
    return record(id, **(usual | {"valid_until": None} | values))


def zone(id: str, school_id: str, **values: Any) -> Entry:
    usual = {"name": id, "cause": "", "cause_kind": "внутренняя", "measures": "", "due_text": ""}
    return record(id, school_id=school_id, **(usual | {"state": "запланировано"} | values))


def visit(id: str, help_id: str, day: date, hours: float | None = None) -> Entry:
    return record(id, help_id=help_id, held_on=day, name=f"Посещение {id}", hours=hours, outcome="")


def helped(id: str, **values: Any) -> Entry:
    usual = {"tutor": "Шаблонова В. В.", "school_id": None, "teacher_id": None, "form": "тьюторство"}
    return record(id, **(usual | {"theme": ""} | values))


def teacher(id: str, school_id: str | None) -> Entry:
    return record(
        id,
        name=NAMES[id],
        school_id=school_id,
        position="учитель",
        subjects="математика",
        category="первая",
        years=12,
    )


def a_source(plan: Plan, files: Mapping[str, Sequence[str]] | None = None, **registers: Any) -> PlanSource:
    """Three schools, and what else is given."""
    schools = [school(id_) for id_ in ("s10", "s2", "s3")]
    return PlanSource(plan, TODAY, {"schools": schools, **registers}, files or {})
