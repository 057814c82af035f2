"""A new file; the activities of the plan, their due dates, changing one, undo and history."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roadmap_desktop import clock
from roadmap_desktop.cli.command import FILE, JSON, OPENED, Argument, argument, command
from roadmap_desktop.cli.output import as_json, attributes, listed, shown
from roadmap_desktop.cli.registers import record_json
from roadmap_desktop.model.letters import one_line

if TYPE_CHECKING:
    from roadmap_desktop.model.change_set import ChangeSet
    from roadmap_desktop.model.rows import ActivityRow, Plan
    from roadmap_desktop.storage.roadmap_file import RoadmapFile

_SAMPLES = ("plan", "full")
_SAMPLE = "с 23 мероприятиями образца; full — и с заполненными справочниками выдуманного района"

_FIELDS = (
    "name (наименование), due_text (срок), performers (исполнители через запятую), expected_result (ожидаемый "
    "результат), state (состояние), actual_result (фактический результат), completed_on (дата выполнения), "
    "note (примечание); все поля называет registers"
)


def _with_sample_named(words: Sequence[str]) -> list[str]:
    """«--sample» alone may stand before the file, whose name it must not take for that of a sample."""
    return [
        "--sample=plan" if word == "--sample" and following not in _SAMPLES else word
        for word, following in zip_longest(words, words[1:])
    ]


@command(
    "new",
    "создать файл: пустой или по образцу",
    FILE,
    Argument(("--sample",), {"nargs": "?", "const": "plan", "choices": _SAMPLES, "help": _SAMPLE}),
    argument("--year", "ГОД", "учебный год, например 2026-2027"),
    prepare=_with_sample_named,
)
def _new(file: Path, sample: str | None, year: str | None) -> str:
    from roadmap_desktop.operations.file import files
    from roadmap_desktop.operations.file.who import who_works

    period = files.parse_school_year(year) if year is not None else None
    if sample == "full":
        from roadmap_desktop.operations.file.full_sample import create_full_sample

        create_full_sample(file, period)
    elif sample:
        files.create_from_sample(file, period, who_works())
    else:
        files.create_empty(file, period or files.current_school_year(clock.today()), who_works())
    return f"Создан файл {shown(file)}"


@command("list", "показать мероприятия", OPENED, JSON)
def _list(file: "RoadmapFile", json: bool) -> str:
    from roadmap_desktop.operations.plan.reading import read_plan

    plan = read_plan(file)
    return listed(plan.activities, _line, lambda row: _activity_json(plan, row), json=json)


def _line(row: "ActivityRow") -> str:
    return f"{row.number}. {one_line(row.name)} — {row.due_text or 'без срока'} — {row.state.value}"


def _activity_json(plan: "Plan", row: "ActivityRow") -> dict[str, Any]:
    return {"number": row.number, **record_json(plan, row), **attributes(row.due, "periods", "kind")}


@command(
    "due",
    "прочитать срок, написанный словами",
    argument("text", "ТЕКСТ", "срок, например «сентябрь – октябрь»"),
    argument("--year", "ГОД", "учебный год, например 2020-2021"),
)
def _due(text: str, year: str | None) -> str:
    from roadmap_desktop.model.due import read_due
    from roadmap_desktop.operations.file import files

    period = files.current_school_year(clock.today()) if year is None else files.parse_school_year(year)
    return as_json(attributes(read_due(text, period), "kind", "periods", "rule"))


@command(
    "set",
    "изменить поле мероприятия",
    OPENED,
    argument("number", "НОМЕР", "№ п/п мероприятия"),
    argument("field", "ПОЛЕ", _FIELDS),
    argument("value", "ЗНАЧЕНИЕ", "новое значение"),
    is_literal=True,
)
def _set(file: "RoadmapFile", number: str, field: str, value: str) -> str:
    from roadmap_desktop.model.registers.activities import ACTIVITIES
    from roadmap_desktop.operations.plan import activities, reading
    from roadmap_desktop.operations.registers.typed_values import field_named, parse_value

    plan = reading.read_plan(file)
    row = reading.activity_numbered(plan, number)
    chosen = field_named(ACTIVITIES, field)
    made = activities.set_field(
        file, plan, [row.id], chosen.name, parse_value(file, ACTIVITIES, chosen, value)
    )
    return f"Сохранено: {made.label}" if made else "Такое значение уже стоит, ничего не изменено"


@command("undo", "отменить последнее изменение", OPENED)
def _undo(file: "RoadmapFile") -> str:
    from roadmap_desktop.operations.plan import history

    return history.undo(file).label


@command("history", "показать историю изменений", OPENED, JSON)
def _history(file: "RoadmapFile", json: bool) -> str:
    from roadmap_desktop.model.local_time import here
    from roadmap_desktop.operations.plan import history

    return listed(
        history.file_history(file),
        lambda made: f"{here(made.at):%d.%m.%Y %H:%M} · {made.author_shown} · {made.label}",
        _change_set_json,
        json=json,
    )


def _change_set_json(change_set: "ChangeSet") -> dict[str, Any]:
    from roadmap_desktop.model.change_set import NOTHING

    return attributes(change_set, "id", "at", "author", "label", "kind") | {
        "changes": [
            {
                "table": change.table,
                "record": change.record_id,
                "field": change.field,
                "old": None if change.old is NOTHING else change.old,
                "new": None if change.new is NOTHING else change.new,
            }
            for change in change_set.changes
        ],
    }
