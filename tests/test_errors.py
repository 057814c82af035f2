"""What is said to the user of an error that the program expects."""

from pathlib import Path

import pytest

from roadmap_desktop.cli.output import Told, outcome
from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.storage.failures import Busy

LATE = ("«31.02.2021» — не дата.", NOTHING_CHANGED, "Напишите её так: 05.10.2020.")


def test_the_whole_is_what_happened_what_is_safe_and_what_to_do() -> None:
    assert str(UserError(*LATE)) == (
        "«31.02.2021» — не дата. Ничего не изменено. Напишите её так: 05.10.2020."
    )


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("Отменять нечего.",), "Отменять нечего."),
        (("Папки нет.", "", "Выберите другую."), "Папки нет. Выберите другую."),
        (("Плана нет.", NOTHING_CHANGED), "Плана нет. Ничего не изменено."),
    ],
)
def test_a_part_may_be_empty(parts: tuple[str, ...], whole: str) -> None:
    assert str(UserError(*parts)) == whole


def test_beside_the_field_nothing_is_said_of_what_is_safe() -> None:
    assert UserError(*LATE).hint == "«31.02.2021» — не дата. Напишите её так: 05.10.2020."


def test_it_can_be_told_of_a_field_and_stays_what_it_is() -> None:
    error = Busy(*LATE).about("Дата выполнения")
    assert isinstance(error, Busy)
    assert str(error).startswith("Дата выполнения: «31.02.2021» — не дата. Ничего не изменено.")


def test_on_the_command_line_it_is_one_line_and_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    def refuse() -> Told:
        raise UserError(*LATE).about(str(Path("а\nб")))

    assert outcome(refuse) == 2
    assert capsys.readouterr().err == f"а б: {UserError(*LATE)}\n"
