from datetime import date

import pytest

from roadmap_desktop.model.russian import activities_counted, month_title


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 мероприятий"),
        (1, "1 мероприятие"),
        (3, "3 мероприятия"),
        (5, "5 мероприятий"),
        (11, "11 мероприятий"),
        (14, "14 мероприятий"),
        (21, "21 мероприятие"),
        (23, "23 мероприятия"),
        (112, "112 мероприятий"),
    ],
)
def test_the_noun_agrees_with_its_number(count: int, words: str) -> None:
    assert activities_counted(count) == words


def test_a_month_is_named_with_its_year() -> None:
    assert month_title(date(2020, 10, 6)) == "Октябрь 2020"
