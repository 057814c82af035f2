"""Whatever is typed as a value is taken or refused in a sentence."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given

from roadmap_desktop.app import main
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.operations.plan.months import parse_month
from roadmap_desktop.operations.registers.typed_values import parse_date, parse_field
from tests.hostile_texts import hostile_texts

DIGITS = "9" * 5000


@given(hostile_texts)
def test_any_value_is_taken_or_refused(text: str) -> None:
    for parse in (
        parse_date,
        parse_month,
        lambda text: parse_field(ACTIVITIES.field("state"), text),
    ):
        with suppress(UserError):
            parse(text)


@pytest.mark.parametrize(
    "command",
    [
        "list {file} --month {digits}",
        "set {file} {digits} note готово",
        "restore {file} {digits}",
        "print {file} --month {digits} -o план.pdf",
        "print {file} --report schools --year {digits} -o план.pdf",
        "print {file} --report acquaintance --blank да --rows {digits} -o план.pdf",
        "due {digits} --year {digits}",
        "add {file} schools name=СОШ opened={digits}",
    ],
)
def test_commands_take_thousands_of_digits_or_refuse_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "план.roadmap", "--sample"]) == 0
    main(command.format(file="план.roadmap", digits=DIGITS).split())
    assert "Программа ошиблась" not in capsys.readouterr().err
