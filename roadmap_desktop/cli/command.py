"""What a command is: its name, what may be typed after it, and the function that does it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.cli.output import Told
from roadmap_desktop.cli.parser import RussianParser, file_path, typed

Function = Callable[..., str | Told]


class Argument(NamedTuple):
    """A word or an option, as ``ArgumentParser.add_argument`` takes it."""

    names: tuple[str, ...]
    settings: dict[str, Any]


def argument(names: str, metavar: str, help: str, **settings: Any) -> Argument:
    """A word or an option («-o --output») with a value."""
    return Argument(tuple(names.split()), {"type": typed, "metavar": metavar, "help": help, **settings})


def path(names: str, metavar: str, help: str, **settings: Any) -> Argument:
    """The same where the value is a file or a folder."""
    return argument(names, metavar, help, type=file_path, **settings)


def flag(name: str, help: str, **settings: Any) -> Argument:
    """An option without a value."""
    return Argument((name,), {"action": "store_true", "help": help, **settings})


FILE = path("file", "ФАЙЛ", "файл дорожной карты")
OPENED = path("file", "ФАЙЛ", FILE.settings["help"])
JSON = flag("--json", "в виде JSON")


class Command(NamedTuple):
    """A command. ``function`` takes what was typed by the names of ``arguments`` (of those in a tuple, one at most may
    be typed) and returns what is told; a file that is ``OPENED`` it gets as a ``RoadmapFile``. ``is_literal``: there
    are no options, and typed whole a value may begin with a dash («-нет», «--»). ``prepare`` puts right what argparse
    would misread."""

    name: str
    help: str
    arguments: tuple[Argument | tuple[Argument, ...], ...]
    function: Function
    is_literal: bool
    prepare: Callable[[Sequence[str]], Sequence[str]]

    def parse(self, words: Sequence[str]) -> dict[str, Any]:
        """What was typed after the name, by the names of the arguments. Raises UserError for what is not clear."""
        if self.is_literal and len(words) == len(self.arguments) and "--" not in words[:-1]:
            return {
                each.names[0]: each.settings["type"](word)
                for each, word in zip(self.arguments, words, strict=True)
                if isinstance(each, Argument)
            }
        described = self.help[0].upper() + self.help[1:] + "."
        parser = RussianParser(prog=f"roadmap-desktop {self.name}", description=described)
        for each in self.arguments:
            if isinstance(each, Argument):
                parser.add_argument(*each.names, **each.settings)
            else:
                group = parser.add_mutually_exclusive_group()
                for one in each:
                    group.add_argument(*one.names, **one.settings)
        return vars(parser.parse_args(self.prepare(words)))

    def perform(self, values: Mapping[str, Any]) -> str | Told:
        """Does it with what ``parse`` read. Returns what is told, raises UserError for what cannot be done."""
        if not any(each is OPENED for each in self.arguments):
            return self.function(**values)
        from roadmap_desktop.operations.file.files import open_roadmap

        with open_roadmap(values["file"]) as file:
            return self.function(**{**values, "file": file})


def command(
    name: str,
    help: str,
    *arguments: Argument | tuple[Argument, ...],
    is_literal: bool = False,
    prepare: Callable[[Sequence[str]], Sequence[str]] = list,
) -> Callable[[Function], Command]:
    """Makes a command of the function that follows; see ``Command``."""
    return lambda function: Command(name, help, arguments, function, is_literal, prepare)
