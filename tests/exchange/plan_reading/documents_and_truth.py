"""Plans that documents are made of, and how much of a plan came back: counted by cells."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan
from roadmap_desktop.exchange.plan_reading.reading import PlanReading
from roadmap_desktop.program_data import data_path

FIELDS = ("number", "section", "name", "due_text", "performers", "expected_result", "note", "state")

HEADING = (
    "№ п/п",
    "Наименование мероприятия",
    "Сроки исполнения",
    "Ответственный исполнитель",
    "Ожидаемый результат",
)


@dataclass(frozen=True)
class TrueRow:
    """A row as it should come back."""

    name: str
    due_text: str = ""
    performers: tuple[str, ...] = ()
    expected_result: str = ""
    number: str = ""
    section: str = ""
    note: str = ""
    state: str = "запланировано"


PLAN = (
    TrueRow("Создание рабочей группы", "сентябрь 2024 года", ("Отдел образования",), "Приказ", "1"),
    TrueRow(
        "Анализ результатов ВПР и ОГЭ",
        "сентябрь – октябрь 2024 года",
        ("МКУ «Центр, школа»", "руководители ОО"),
        "Справка по итогам анализа",
        "2",
    ),
    TrueRow(
        "Семинар для школ-партнёров", "15.11.2024", ("Иванова А.П.", "тьюторы"), "Материалы семинара", "3"
    ),
    TrueRow("Консультации учителей", "в течение года", ("методисты ЦМТО",), "Журнал консультаций", "4"),
)


def cells(row: TrueRow) -> tuple[str, ...]:
    """The row as it is typed into a table of five columns."""
    return (f"{row.number}.", row.name, row.due_text, ", ".join(row.performers), row.expected_result)


def read(data: bytes, name: str) -> PlanReading:
    """The plan in a file's bytes."""
    return read_plan(read_document(data, name))


def as_true(reading: PlanReading) -> list[TrueRow]:
    """The rows that were read."""
    return [TrueRow(**{field: getattr(row, field) for field in FIELDS}) for row in reading.rows]


def share(reading: PlanReading, truth: Sequence[TrueRow]) -> float:
    """How much of the cells came back; a row too many counts as a row of wrong cells."""
    found = as_true(reading)
    most = max(len(found), len(truth)) * len(FIELDS)
    same = sum(
        getattr(one, field) == getattr(other, field)
        for one, other in zip(found, truth, strict=False)
        for field in FIELDS
    )
    return same / most


def sample() -> dict[str, Any]:
    """The sample roadmap as data."""
    path = data_path("database", "sample", "roadmap-2020-2021.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def sample_rows() -> list[TrueRow]:
    """The 23 activities of the sample."""
    return [
        TrueRow(one["name"], one["due_text"], tuple(one["performers"]), one["expected_result"], str(number))
        for number, one in enumerate(sample()["activities"], 1)
    ]
