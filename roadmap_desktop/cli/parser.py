"""argparse that speaks Russian."""

import argparse
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.letters import composed

# What argparse says when the command line is wrong, and how we say it (CPython, Lib/argparse.py).
_MISTAKES = (
    (r"the following arguments are required: (.*)", r"Не хватает: \1."),
    (r"unrecognized arguments: (.*)", r"Лишнее в командной строке: \1."),
    (r"argument (.*): expected one argument", r"После \1 нужно значение."),
    (r"argument (-.*): invalid choice: '(.*?)' .*", r"Значение «\2» для \1 не подходит."),
    (r"argument .*: invalid choice: '(.*?)' .*", r"Команды «\1» нет."),
    (r"argument (.*?): .*", r"Значение для \1 не подходит."),
)
_ASK = "Справка: roadmap-desktop --help"


def file_path(text: str) -> Path:
    """The path that was typed; of a file that is not there yet its letters are put together. Raises UserError for none
    at all, which would be read as the folder we stand in."""
    if not text:
        raise UserError("Не указано имя файла.", NOTHING_CHANGED, "Напишите его в командной строке.")
    path = Path(text)
    # A name that a Mac gave is another to a disk that tells them apart; a name can be too long to be asked for.
    with suppress(OSError, ValueError):
        if not path.name or path.exists():
            return path
    # One with a colon, which Windows would refuse here without a word, is told by whoever makes the file.
    return path if composed(path.name) == path.name else path.with_name(composed(path.name))


def typed(text: str) -> str:
    """What was typed, also where the system's locale is not UTF-8. Raises UserError for what is no text."""
    try:
        return composed(os.fsencode(text).decode("utf-8"))
    except UnicodeError:
        raise UserError("В командной строке есть знаки, которые не прочитать.", NOTHING_CHANGED) from None


class RussianParser(argparse.ArgumentParser):
    """Headings and mistakes in Russian; a mistake is a UserError instead of an exit."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("formatter_class", _RussianFormatter)
        super().__init__(**settings, add_help=False)
        self._positionals.title = "что указать"
        self._optionals.title = "ключи"
        self.add_argument("-h", "--help", action="help", help="показать эту справку и выйти")

    def error(self, message: str) -> NoReturn:
        """Raises UserError with the mistake in one Russian sentence."""
        for pattern, answer in _MISTAKES:
            if re.fullmatch(pattern, message, re.DOTALL):
                raise UserError(re.sub(pattern, answer, message, flags=re.DOTALL), NOTHING_CHANGED, _ASK)
        raise UserError("Команда написана неверно.", NOTHING_CHANGED, _ASK)


class _RussianFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "как вызвать: " if prefix is None else prefix)
