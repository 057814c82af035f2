"""The program tries itself where it is installed: everything a day needs, on a sample in a folder of its own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmap_desktop.errors import NOTHING_WRITTEN, UserError
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.period import Period
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, history
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.printing import printing

_FORMATS = (".pdf", ".docx", ".xlsx")
_MONTH = {"month": "2020-09"}
_YEAR = Period(date(2020, 9, 1), date(2021, 5, 31))
_NOTE = "Проверка: ё, №, «кавычки»"


def selftest(tell: Callable[[str], object]) -> None:
    """Tries what the program does; ``tell`` gets a line for each part that works. Nothing of the user's is touched.
    Raises UserError for what does not work."""
    with TemporaryDirectory(prefix="roadmap-selftest-") as name:
        path = Path(name) / "образец.roadmap"
        create_from_sample(path)
        tell("Карта создаётся.")
        _edit(path)
        tell("Правка записывается и отменяется.")
        _expect(not check_file(path), "Проверка находит ошибки в исправном файле.")
        tell("Файл проверяется.")
        _expect(bool(read_due("до 15 октября", _YEAR).periods), "Сроки не читаются.")
        tell("Сроки читаются.")
        for suffix in _FORMATS:
            _print(path, path.with_suffix(suffix))
            tell(f"Месяц печатается: {suffix[1:].upper()}.")


def _edit(path: Path) -> None:
    with open_roadmap(path) as file:
        plan = read_plan(file)
        first = plan.activities[0].id
        activities.set_field(file, plan, [first], "note", _NOTE)
        _expect(read_plan(file).activities[0].note == _NOTE, "Правка не записалась.")
        history.undo(file)
        _expect(read_plan(file).activities[0].note != _NOTE, "Правка не отменилась.")


def _print(path: Path, output: Path) -> None:
    with open_roadmap(path) as file:
        printing.print_report(file, "month", _MONTH, output)
    _expect(output.stat().st_size > 0, f"Документ {output.suffix} пуст.")


def _expect(true: bool, sentence: str) -> None:
    if not true:
        raise UserError(sentence, NOTHING_WRITTEN, "Установите программу заново.")
