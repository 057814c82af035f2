"""The command line: the same operations as the window, without a window and without Qt.

Exit codes: 0 done; 2 something the user can put right, told in one Russian sentence on stderr; 3 a merge in which
somebody must choose.
"""

import argparse
import json
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import Any

from roadmap_desktop import (
    PROGRAM_NAME,
    __version__,
    cli_attachments,
    cli_backups,
    cli_calendar,
    cli_copy,
    cli_digest,
    cli_merging,
    cli_print,
    cli_registers,
    cli_revisions,
    clock,
)
from roadmap_desktop.cli_outcome import outcome, shown
from roadmap_desktop.cli_parser import RussianParser, file_path, typed


def run(argv: list[str]) -> int:
    """Runs one command; ``argv`` is without the program's name. Returns the exit code."""
    return outcome(lambda: _run(argv))


def _run(argv: list[str]) -> int | None:
    arguments = _parsed(argv)
    command: Callable[[argparse.Namespace], int | None] = arguments.command
    _sweep(getattr(arguments, "file", None))
    return command(arguments)


def _sweep(file: Path | None) -> None:
    from roadmap_desktop.operations.leftovers import sweep_leftovers

    sweep_leftovers(file if isinstance(file, Path) else None)


def _parsed(argv: list[str]) -> argparse.Namespace:
    if len(argv) != 5 or argv[0] != "set" or "--" in argv[:4]:
        return _parser().parse_args(_with_sample_named(argv))
    # A complete ``set`` has no options in it, and a value may begin with a dash («-нет», «--»).
    _, file, number, field, value = argv
    return argparse.Namespace(
        command=_set, file=file_path(file), number=typed(number), field=typed(field), value=typed(value)
    )


def _with_sample_named(argv: list[str]) -> list[str]:
    """«--sample» alone may stand before the file, whose name it must not take for that of a sample."""
    return [
        "--sample=plan" if word == "--sample" and (following or "") not in _SAMPLES else word
        for word, following in zip_longest(argv, argv[1:])
    ]


def _new(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files

    period = files.parse_school_year(arguments.year) if arguments.year is not None else None
    if arguments.sample == "full":
        from roadmap_desktop.operations.full_sample import create_full_sample

        create_full_sample(arguments.file, period)
    elif arguments.sample:
        files.create_from_sample(arguments.file, period)
    else:
        files.create_empty(arguments.file, period or files.current_school_year(clock.today()))
    print(f"Создан файл {shown(arguments.file)}")


def _list(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, reading

    with files.open_roadmap(arguments.file) as file:
        plan = reading.read_plan(file)
    if arguments.json:
        _print_json([_row_json(plan, row) for row in plan.activities])
    else:
        for row in plan.activities:
            print(
                f"{row.number}. {' '.join(row.name.split())} — {row.due_text or 'без срока'} — {row.state.value}"
            )


def _due(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.due import read_due
    from roadmap_desktop.operations import files

    year = (
        files.current_school_year(clock.today())
        if arguments.year is None
        else files.parse_school_year(arguments.year)
    )
    reading = read_due(arguments.text, year)
    _print_json({"kind": reading.kind.value, "periods": _periods_json(reading.periods), "rule": reading.rule})


def _set(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.registers.activities import ACTIVITIES
    from roadmap_desktop.operations import activities, files, reading
    from roadmap_desktop.operations.typed_values import field_named, parse_value

    with files.open_roadmap(arguments.file) as file:
        plan = reading.read_plan(file)
        row = reading.activity_numbered(plan, arguments.number)
        field = field_named(ACTIVITIES, arguments.field)
        value = parse_value(file, ACTIVITIES, field, arguments.value)
        made = activities.set_field(file, plan, [row.id], field.name, value)
    print(f"Сохранено: {made.label}" if made else "Значение уже такое, ничего не изменено")


def _undo(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, history

    with files.open_roadmap(arguments.file) as file:
        print(history.undo(file).label)


def _history(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.local_time import here
    from roadmap_desktop.operations import files, history

    with files.open_roadmap(arguments.file) as file:
        change_sets = history.file_history(file)
    if arguments.json:
        _print_json([_change_set_json(change_set) for change_set in change_sets])
    else:
        for change_set in change_sets:
            print(f"{here(change_set.at):%d.%m.%Y %H:%M} · {change_set.author_shown} · {change_set.label}")


def _row_json(plan: Any, row: Any) -> dict[str, Any]:
    from roadmap_desktop.cli_registers import record_json

    periods, kind = _periods_json(row.due.periods), row.due.kind.value
    return {"number": row.number, **record_json(plan, row), "periods": periods, "kind": kind}


def _periods_json(periods: Any) -> list[list[str]]:
    return [[period.start.isoformat(), period.end.isoformat()] for period in periods]


def _change_set_json(change_set: Any) -> dict[str, Any]:
    from roadmap_desktop.model.change_set import NOTHING

    return {
        "id": change_set.id,
        "at": change_set.at.isoformat(),
        "author": change_set.author,
        "label": change_set.label,
        "kind": change_set.kind.value,
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


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


_SAMPLES = ("plan", "full")
_SAMPLE = "с 23 мероприятиями образца; full — и с заполненными справочниками выдуманного района"
_MODULES = (
    cli_print,
    cli_calendar,
    cli_digest,
    cli_copy,
    cli_merging,
    cli_revisions,
    cli_attachments,
    cli_backups,
    cli_registers,
)


def _parser() -> RussianParser:

    parser = RussianParser(
        prog="roadmap-desktop",
        description=f"{PROGRAM_NAME}. Без команды открывает окно: roadmap-desktop [ФАЙЛ].",
    )
    parser.add_argument("--version", action="version", version=__version__, help="показать версию и выйти")
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", required=True)

    new = _command(commands, "new", _new, "создать файл: пустой или по образцу")
    new.add_argument("--sample", nargs="?", const="plan", choices=_SAMPLES, help=_SAMPLE)
    new.add_argument("--year", metavar="ГОД", help="учебный год, например 2026-2027")

    listing = _command(commands, "list", _list, "показать мероприятия")
    listing.add_argument("--json", action="store_true", help="в виде JSON")

    due = _command(commands, "due", _due, "прочитать срок, написанный словами", file=False)
    due.add_argument("text", metavar="ТЕКСТ", type=typed, help="срок, например «сентябрь – октябрь»")
    due.add_argument("--year", metavar="ГОД", help="учебный год, например 2020-2021")

    setting = _command(commands, "set", _set, "изменить поле мероприятия")
    setting.add_argument("number", metavar="НОМЕР", type=typed, help="№ п/п мероприятия")
    setting.add_argument(
        "field",
        metavar="ПОЛЕ",
        type=typed,
        help="name (наименование), due_text (срок), performers (исполнители через запятую), expected_result "
        "(ожидаемый результат), state (состояние), actual_result (фактический результат), completed_on (дата "
        "выполнения), note (примечание); все поля называет registers",
    )
    setting.add_argument("value", metavar="ЗНАЧЕНИЕ", type=typed, help="новое значение")

    _command(commands, "undo", _undo, "отменить последнее изменение")

    history = _command(commands, "history", _history, "показать историю изменений")
    history.add_argument("--json", action="store_true", help="в виде JSON")

    for module in _MODULES:
        module.add_commands(commands, _command)
    return parser


def _command(
    commands: Any,
    name: str,
    function: Callable[[argparse.Namespace], int | None],
    description: str,
    *,
    file: bool = True,
) -> RussianParser:
    parser: RussianParser = commands.add_parser(
        name, help=description, description=description[0].upper() + description[1:] + "."
    )
    parser.set_defaults(command=function)
    if file:
        parser.add_argument("file", metavar="ФАЙЛ", type=file_path, help="файл дорожной карты")
    return parser


COMMANDS = frozenset(
    (
        *(
            "new",
            "list",
            "due",
            "set",
            "undo",
            "history",
            "print",
            "calendar",
            "digest",
            "copy",
            "check",
            "merge",
            "compare",
        ),
        *("revise", "attach", "attachments", "extract", "backups", "restore"),
        *("registers", "records", "add", "change", "remove"),
    )
)
