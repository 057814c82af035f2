"""«calendar»: what has a day into a file for a calendar program."""

import argparse
from collections.abc import Callable
from typing import Any

from roadmap_desktop.cli_outcome import shown
from roadmap_desktop.cli_parser import RussianParser, file_path, typed
from roadmap_desktop.errors import KnownError

_KINDS = "что записать, через запятую, например activities,meetings; без этого — всё"


def add_commands(commands: Any, command: Callable[..., RussianParser]) -> None:
    """Adds the command to the parser; ``command`` makes a subparser as the other commands have it."""
    parser = command(commands, "calendar", _calendar, "записать мероприятия и сроки в файл календаря .ics")
    parser.add_argument("-o", "--output", metavar="ФАЙЛ.ics", type=file_path, help="куда записать")
    parser.add_argument("--month", metavar="ГГГГ-ММ", type=typed, help="только этот месяц, например 2020-09")
    parser.add_argument("--kinds", metavar="ВИДЫ", type=typed, help=_KINDS)


def _calendar(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import calendar_export, files, months

    if arguments.output is None:
        raise KnownError(
            "Укажите после -o файл календаря. Ничего не записано. Например: calendar КАРТА -o КАЛЕНДАРЬ.ics"
        )
    window = None if arguments.month is None else months.parse_month(arguments.month)
    named = [word.strip() for word in (arguments.kinds or "").split(",") if word.strip()]
    kinds = calendar_export.kinds_named(named) if arguments.kinds is not None else None
    with files.open_roadmap(arguments.file) as file:
        exported = calendar_export.export_calendar(file, arguments.output, window, kinds)
    print(f"В файле {shown(arguments.output)} {exported.words}")
