from datetime import date

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.operations.plan.months import month_of, parse_month
from roadmap_desktop.operations.registers.typed_values import parse_date


@pytest.mark.parametrize(
    "text", ["05.10.2020", "5.10.2020", "2020-10-05", " 05.10.2020\n", "05.10.20", "5 октября 2020 г."]
)
def test_a_date_is_typed_in_russian_order_or_as_iso_8601_writes_it(text: str) -> None:
    assert parse_date(text) == date(2020, 10, 5)


def test_nothing_typed_is_no_date() -> None:
    assert parse_date(" ") is None


@pytest.mark.parametrize(
    "text",
    [
        *("20201005", "2020-W41-1", "2020W411", "2020-279", "2020-10-5", "2020-10-05T10:00"),
        *("٠٥.١٠.٢٠٢٠", "٢٠٢٠-١٠-٠٥", "०५.१०.२०२०", "31.09.2020", "00.10.2020", "05/10/2020", "5 октября"),
    ],
)
def test_anything_else_is_refused_as_no_date(text: str) -> None:
    with pytest.raises(UserError, match="не дата"):
        parse_date(text)


def test_a_month_is_told_in_plain_figures() -> None:
    assert parse_month("2020-09") == parse_month(" 2020-9 ") == month_of(date(2020, 9, 1))


@pytest.mark.parametrize(
    "text", ["٢٠٢٠-٠٩", "2020-٠٩", "2020-13", "2020-00", "0000-09", "2020-09-01", "09.2020", ""]
)
def test_anything_else_is_no_month(text: str) -> None:
    with pytest.raises(UserError, match="не понят"):
        parse_month(text)
