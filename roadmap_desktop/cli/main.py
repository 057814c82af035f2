"""Which commands there are, and running the one that is typed."""

from typing import NoReturn

from roadmap_desktop import PROGRAM_NAME, __version__
from roadmap_desktop.cli import (
    attachments,
    backups,
    copies,
    desktop,
    digest,
    importing,
    merging,
    new_year,
    plan,
    printing,
    registers,
    revisions,
    selftest,
)
from roadmap_desktop.cli.command import Command
from roadmap_desktop.cli.output import Told, outcome
from roadmap_desktop.cli.parser import RussianParser

_MODULES = (
    plan,
    importing,
    new_year,
    printing,
    digest,
    copies,
    merging,
    revisions,
    attachments,
    backups,
    registers,
    desktop,
    selftest,
)
COMMANDS = {
    each.name: each for module in _MODULES for each in vars(module).values() if isinstance(each, Command)
}


def run(argv: list[str]) -> int:
    """Runs one command; ``argv`` is without the program's name. Returns the exit code."""
    return outcome(lambda: _run(argv))


def _run(argv: list[str]) -> str | Told:
    if not argv or argv[0] not in COMMANDS:
        _help_or_refuse(argv)
    from roadmap_desktop.operations.file.leftovers import sweep_leftovers

    command = COMMANDS[argv[0]]
    values = command.parse(argv[1:])
    sweep_leftovers(values.get("file"))
    return command.perform(values)


def _help_or_refuse(argv: list[str]) -> NoReturn:
    parser = RussianParser(
        prog="roadmap-desktop",
        description=f"{PROGRAM_NAME}. Без команды открывает окно: roadmap-desktop [ФАЙЛ].",
    )
    parser.add_argument("--version", action="version", version=__version__, help="показать версию и выйти")
    listed = parser.add_subparsers(title="команды", metavar="КОМАНДА", required=True)
    for command in COMMANDS.values():
        listed.add_parser(command.name, help=command.help)
    parser.parse_args(argv)
    parser.error("")
