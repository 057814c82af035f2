"""The command line: the same operations as the window, without a window and without Qt.

Exit codes: 0 done; 2 something the user can put right, told in one Russian sentence on stderr; 3 a merge in which
somebody must choose.
"""

import argparse
import gc
import json
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.cli_parser import RussianParser
from roadmap_desktop.errors import KnownError

_DONE = 0
_USER_ERROR = 2


def run(argv: list[str]) -> int:
    """Runs one command; ``argv`` is without the program's name. Returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Russian Windows console speaks CP866, and a pipe there CP1251: neither has «№» or «–» for certain.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A process that lives for a moment gains nothing from looking for cycles, and loses a tenth of its time.
    gc.disable()
    try:
        arguments = _parser().parse_args(_with_value_apart(argv))
        command: Callable[[argparse.Namespace], int | None] = arguments.command
        code = command(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KnownError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        _close_stdout()
    except OSError:
        _close_stdout()
        return _refuse("Вывести не удалось. Дорожная карта цела. Освободите место и повторите.")
    except Exception:
        return _refuse(f"Программа ошиблась. Сохранённая работа цела. Подробности в файле {_log()}")
    finally:
        gc.enable()
    return code or _DONE


def _with_value_apart(argv: list[str]) -> list[str]:
    """A value may begin with a dash («-нет»): a complete ``set`` has no options in it."""
    return ["set", "--", *argv[1:]] if len(argv) == 5 and argv[0] == "set" and "--" not in argv else argv


def _refuse(sentence: str) -> int:
    # Names of files may hold line breaks; the sentence is one line whatever they hold.
    if sys.stderr is not None:
        print(" ".join(sentence.split()), file=sys.stderr)
    return _USER_ERROR


def _close_stdout() -> None:
    """The reader has gone or the disk is full: what is still buffered must not be tried again at the exit."""
    # https://docs.python.org/3/library/signal.html#note-on-sigpipe
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _log() -> Path:
    """Adds the error under way to the log and returns the log's place."""
    from roadmap_desktop.folders import log_file

    log = log_file()
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="replace") as file:
            traceback.print_exc(file=file)
    return log


def _typed(text: str) -> str:
    """What was typed, also where the system's locale is not UTF-8. Raises KnownError for what is no text."""
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError:
        raise KnownError("В командной строке есть знаки, которые не прочитать. Ничего не изменено.") from None


def _new(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files

    period = files.parse_school_year(arguments.year) if arguments.year else None
    if arguments.sample:
        files.create_from_sample(arguments.file, period)
    else:
        files.create_empty(arguments.file, period or files.current_school_year(date.today()))
    print(f"Создан файл {arguments.file}")


def _list(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, reading

    with files.open_roadmap(arguments.file) as file:
        rows = reading.read_plan(file).activities
    if arguments.json:
        _print_json([_row_json(row) for row in rows])
    else:
        for row in rows:
            print(
                f"{row.number}. {' '.join(row.name.split())} — {row.due_text or 'без срока'} — {row.state.value}"
            )


def _due(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.model.due import read_due
    from roadmap_desktop.operations import files

    year = (
        files.parse_school_year(arguments.year) if arguments.year else files.current_school_year(date.today())
    )
    reading = read_due(arguments.text, year)
    _print_json({"kind": reading.kind.value, "periods": _periods_json(reading.periods), "rule": reading.rule})


def _set(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import activities, due, files, reading, values

    with files.open_roadmap(arguments.file) as file:
        plan = reading.read_plan(file)
        row = reading.activity_numbered(plan, arguments.number)
        value = values.parse_value(arguments.field, arguments.value)
        if arguments.field == "due_text":
            made = due.set_wording(file, plan, [row.id], value)
        else:
            made = activities.set_field(file, plan, [row.id], arguments.field, value)
    print(f"Сохранено: {made.label}" if made else "Значение уже такое, ничего не изменено")


def _undo(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, history

    with files.open_roadmap(arguments.file) as file:
        print(history.undo(file).label)


def _history(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, history

    with files.open_roadmap(arguments.file) as file:
        change_sets = history.file_history(file)
    if arguments.json:
        _print_json([_change_set_json(change_set) for change_set in change_sets])
    else:
        for change_set in change_sets:
            print(f"{change_set.at.astimezone():%d.%m.%Y %H:%M} · {change_set.author} · {change_set.label}")


def _print(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, printing

    if arguments.list:
        for line in printing.report_lines():
            print(line)
        return
    if arguments.file is None or arguments.output is None:
        raise KnownError(
            "Укажите файл дорожной карты и, после -o, файл PDF. Например: print КАРТА --month 2020-09 -o ПЛАН.pdf"
        )
    with files.open_roadmap(arguments.file) as file:
        printing.print_report(file, arguments.report, arguments.month, arguments.output)
    print(f"Напечатано в файл {arguments.output}")


def _row_json(row: Any) -> dict[str, Any]:
    return {
        "number": row.number,
        "name": row.name,
        "due_text": row.due_text,
        "periods": _periods_json(row.due.periods),
        "kind": row.due.kind.value,
        "performers": list(row.performers),
        "expected_result": row.expected_result,
        "state": row.state.value,
        "actual_result": row.actual_result,
        "completed_on": row.completed_on.isoformat() if row.completed_on else None,
        "note": row.note,
    }


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


def _parser() -> RussianParser:
    from roadmap_desktop import cli_merging

    parser = RussianParser(
        prog="roadmap-desktop",
        description=f"{PROGRAM_NAME}. Без команды открывает окно: roadmap-desktop [ФАЙЛ].",
    )
    parser.add_argument("--version", action="version", version=__version__, help="показать версию и выйти")
    commands = parser.add_subparsers(title="команды", metavar="КОМАНДА", required=True)

    new = _command(commands, "new", _new, "создать файл: пустой или по образцу")
    new.add_argument("--sample", action="store_true", help="с 23 мероприятиями образца")
    new.add_argument("--year", metavar="ГОД", help="учебный год, например 2026-2027")

    listing = _command(commands, "list", _list, "показать мероприятия")
    listing.add_argument("--json", action="store_true", help="в виде JSON")

    due = _command(commands, "due", _due, "прочитать срок, написанный словами", file=False)
    due.add_argument("text", metavar="ТЕКСТ", type=_typed, help="срок, например «сентябрь – октябрь»")
    due.add_argument("--year", metavar="ГОД", help="учебный год, например 2020-2021")

    setting = _command(commands, "set", _set, "изменить поле мероприятия")
    setting.add_argument("number", metavar="НОМЕР", type=_typed, help="№ п/п мероприятия")
    setting.add_argument(
        "field",
        metavar="ПОЛЕ",
        type=_typed,
        help="name (наименование), due_text (срок), performers (исполнители через запятую), expected_result "
        "(ожидаемый результат), state (состояние), actual_result (фактический результат), completed_on (дата "
        "выполнения), note (примечание)",
    )
    setting.add_argument("value", metavar="ЗНАЧЕНИЕ", type=_typed, help="новое значение")

    _command(commands, "undo", _undo, "отменить последнее изменение")

    history = _command(commands, "history", _history, "показать историю изменений")
    history.add_argument("--json", action="store_true", help="в виде JSON")

    printing = _command(commands, "print", _print, "напечатать отчёт в файл PDF", file=False)
    printing.add_argument("file", metavar="ФАЙЛ", type=Path, nargs="?", help="файл дорожной карты")
    printing.add_argument("--list", action="store_true", help="показать все отчёты")
    printing.add_argument("--report", metavar="ОТЧЁТ", default="month", help="какой отчёт, например month")
    printing.add_argument("--month", metavar="ГГГГ-ММ", help="месяц, например 2020-09")
    printing.add_argument("-o", "--output", metavar="ФАЙЛ.pdf", type=Path, help="куда записать")
    cli_merging.add_commands(commands, _command)
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
        parser.add_argument("file", metavar="ФАЙЛ", type=Path, help="файл дорожной карты")
    return parser


COMMANDS = frozenset({"new", "list", "due", "set", "undo", "history", "print", "merge", "compare"})
