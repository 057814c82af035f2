"""The commands ``copy`` and ``check``: a copy to hand on, and a file's soundness."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from roadmap_desktop.cli_parser import file_path
from roadmap_desktop.errors import KnownError

if TYPE_CHECKING:
    from roadmap_desktop.operations.copy_remarks import Remark


def add_commands(commands: Any, add: Callable[..., Any]) -> None:
    """Adds the commands to the parser; ``add`` makes one as ``cli`` makes its own."""
    copy = add(commands, "copy", _copy, "сохранить копию: всю, без персональных данных, месяц или раздел")
    copy.add_argument(
        "output", metavar="КОПИЯ", type=file_path, help="куда сохранить; такого файла ещё не должно быть"
    )
    copy.add_argument(
        "--without-personal-data",
        action="store_true",
        help="без имён людей, телефонов и приложенных файлов, и в истории тоже; что осталось в текстах, будет названо",
    )
    part = copy.add_mutually_exclusive_group()
    part.add_argument("--month", metavar="ГГГГ-ММ", help="только план этого месяца, например 2020-10")
    part.add_argument("--section", metavar="НАЗВАНИЕ", help="только мероприятия этого раздела")
    check = add(commands, "check", _check, "проверить, исправен ли файл")
    check.add_argument("--repair", action="store_true", help="исправить; повреждённый файл остаётся рядом")


def _copy(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import copies, files, months, reading

    with files.open_roadmap(arguments.file) as file:
        plan = reading.read_plan(file)
    request = copies.CopyRequest(
        arguments.without_personal_data,
        months.parse_month(arguments.month) if arguments.month else None,
        copies.section_named(plan, arguments.section) if arguments.section else None,
    )
    report = copies.save_copy(arguments.file, arguments.output, plan, request)
    print(f"Копия сохранена: {arguments.output}")
    _print_lines("В копии нет:", report.removed)
    _print_lines("Осталось в текстах (исправьте в файле и сохраните копию снова):", _lines(report.stays))
    _print_lines("Проверьте, не имена ли это:", _lines(report.perhaps))
    if not request.without_personal:
        print("В копии есть персональные данные. Для других сохраните копию с --without-personal-data.")


def _lines(remarks: "tuple[Remark, ...]") -> tuple[str, ...]:
    return tuple(remark.line for remark in remarks)


def _print_lines(title: str, lines: tuple[str, ...]) -> None:
    if lines:
        print(title)
        for line in lines:
            print(f"  {line}")


def _check(arguments: argparse.Namespace) -> None:
    from roadmap_desktop.operations import backups, checking

    findings = checking.check_file(arguments.file)
    if not findings:
        print(checking.SOUND)
        return
    for finding in findings:
        print(finding.text)
    if not arguments.repair:
        raise KnownError(
            f"Файл «{arguments.file.name}» неисправен. Он не изменён. Чтобы исправить его, добавьте --repair."
        )
    report = checking.repair(arguments.file, lambda: backups.newest_good(arguments.file))
    print(report.text)
    _print_lines("Проверьте:", report.doubts)
