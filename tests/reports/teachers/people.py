"""Teachers of an invented district, for the tests of their documents."""

from datetime import date
from typing import Any

from roadmap_desktop.reports.source import Entry
from tests.reports.plan_source import entry, named

DAY = date(2020, 10, 6)


def school(number: int, head: str = "Директорова А. А.") -> Entry:
    name = f"СОШ № {number}"
    return named(name, f"s{number}", full_name=f"Учреждение «{name}»", head=head)


def teacher(name: str, number: int = 1, **fields: Any) -> Entry:
    """A teacher of the school with that number, 0: of none."""
    usual: dict[str, Any] = {
        "position": "учитель",
        "subjects": "математика",
        "category": "первая",
        "years": 21,
        "school_id": f"s{number}" if number else None,
    }
    made = named(name, **(usual | fields))
    return made._replace(texts={**made.texts, "school_id": f"СОШ № {number}" if number else ""})


def score(who: str, points: int | None, competence: str = "предметная", **fields: Any) -> Entry:
    usual: dict[str, Any] = {"assessed_on": DAY}
    return named(f"Умение {points}", teacher_id=who, competence=competence, score=points, **(usual | fields))


def deficit(who: str, name: str = "Оценивание", **fields: Any) -> Entry:
    usual: dict[str, Any] = {"competence": "методическая", "state": "выявлен", "found_on": DAY}
    return named(name, f"{who}: {name}", teacher_id=who, **(usual | fields))


def step(plan: str, name: str, **fields: Any) -> Entry:
    usual: dict[str, Any] = {
        "form": "курсы",
        "place": "МКУ «ЦМТО»",
        "due_text": "октябрь",
        "hours": 36,
        "result": "Удостоверение",
        "state": "запланировано",
        "certificate": "",
    }
    return named(name, plan_id=plan, **(usual | fields))


def plan(id: str, who: str, **fields: Any) -> Entry:
    usual: dict[str, Any] = {
        "goal": "Освоить оценивание",
        "starts_on": date(2020, 10, 1),
        "ends_on": date(2021, 5, 31),
        "mentor": "Наставникова Б. Б.",
        "state": "в работе",
        "reflection": "",
    }
    return entry(id, f"{who} — план", teacher_id=who, **(usual | fields))
