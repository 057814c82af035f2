"""«print»: any report into a PDF, a Word or an Excel file, the events of its term into a calendar file."""

import argparse
import os
from pathlib import Path
from typing import Any

from roadmap_desktop import clock
from roadmap_desktop.cli_outcome import shown
from roadmap_desktop.cli_parser import file_path, typed
from roadmap_desktop.errors import KnownError


def add_commands(commands: Any, command: Any) -> None:
    """Adds «print» to the parser's commands."""
    printing = command(
        commands,
        "print",
        _print,
        "напечатать отчёт в файл PDF, Word или Excel, а события его срока — в .ics",
        file=False,
    )
    printing.add_argument("file", metavar="ФАЙЛ", type=file_path, nargs="?", help="файл дорожной карты")
    printing.add_argument("--list", action="store_true", help="показать все отчёты и их параметры")
    printing.add_argument("--report", metavar="ОТЧЁТ", default="month", help="какой отчёт, например month")
    for name, (word, described) in _PARAMETERS.items():
        # The name alone says yes.
        alone: dict[str, Any] = {"nargs": "?", "const": "да"} if name == "blank" else {}
        printing.add_argument(f"--{name}", metavar=word, type=typed, help=described, **alone)
    for option, (word, described) in _DRESS.items():
        printing.add_argument(f"--{option}", metavar=word, type=typed, help=described)
    printing.add_argument(
        "-o", "--output", metavar="ФАЙЛ", type=file_path, help="куда: .pdf, .docx, .xlsx; события — .ics"
    )


# Starting the program must not read every report; a test holds that none is missing here.
_PARAMETERS = {
    "month": ("ГГГГ-ММ", "месяц, например 2020-09"),
    "quarter": ("ГГГГ-К", "квартал календарного года, например 2020-4"),
    "half": ("ГГГГ-П", "полугодие учебного года, например 2020-1"),
    "year": ("ГОД", "учебный год, например 2020-2021"),
    "period": ("ПЕРИОД", "период: 2020-09-01..2020-12-31 или словами"),
    "record": ("ЗАПИСЬ", "название или ключ записи, о которой документ"),
    "school": ("ШКОЛА", "название школы"),
    "kind": ("ВИД", "вид, как в разделе"),
    "subject": ("ПРЕДМЕТ", "учебный предмет"),
    "older": ("РЕДАКЦИЯ", "прежняя редакция: название"),
    "newer": ("РЕДАКЦИЯ", "новая редакция: название"),
    "by": ("ПОРЯДОК", "порядок: по месяцам или по разделам"),
    "groups": ("ГРУППЫ", "части отчёта через запятую"),
    "rows": ("ЧИСЛО", "сколько пустых строк в бланке"),
    "blank": ("ДА", "да: пустой бланк, чтобы заполнить от руки"),
}


# The document's options; what is not named is as the report has it.
_DRESS = {
    "orientation": ("ЛИСТ", "лист: книжная или альбомная"),
    "font-size": ("ЧИСЛО", "размер шрифта: от 9 до 14"),
    "stamp": ("ГРИФ", "гриф: утверждаю, согласовано, приложение или нет"),
    "columns": ("СТОЛБЦЫ", "какие столбцы таблиц печатать, через точку с запятой"),
}


def _print(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import files, printing

    if arguments.list:
        for line in printing.report_lines():
            print(line)
        return
    if arguments.file is None or arguments.output is None:
        raise KnownError(
            "Укажите файл дорожной карты и, после -o, куда напечатать. "
            "Например: print КАРТА --month 2020-09 -o ПЛАН.pdf"
        )
    _leave_deleted_folder(arguments.file, arguments.output)
    chosen = {name: value for name in _PARAMETERS if (value := getattr(arguments, name)) is not None}
    names = [option.replace("-", "_") for option in _DRESS]
    options = {name: value for name in names if (value := getattr(arguments, name)) is not None}
    with files.open_roadmap(arguments.file) as file:
        if arguments.output.suffix.lower() == ".ics":
            from roadmap_desktop.operations.calendar_of_report import export_report

            exported = export_report(file, arguments.report, chosen, arguments.output, clock.today())
            print(f"В файле {shown(arguments.output)} {exported.words}")
            return
        printing.print_report(file, arguments.report, chosen, arguments.output, options=options)
    print(f"Напечатано в файл {shown(arguments.output)}")


def _leave_deleted_folder(*paths: Path) -> None:
    """ReportLab asks for the working folder while it is imported, and that may have been deleted under the shell."""
    try:
        Path.cwd()
    except FileNotFoundError:
        if not all(path.is_absolute() for path in paths):
            raise KnownError(
                "Папки, в которой вы находитесь, больше нет. Ничего не напечатано. Перейдите в другую и повторите."
            ) from None
        os.chdir(os.sep)
