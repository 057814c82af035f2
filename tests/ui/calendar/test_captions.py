"""What the calendar says of an activity under the mouse."""

from datetime import date

import pytest

from roadmap_desktop.model.due_dates import effective_due
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.standing import standing
from roadmap_desktop.ui.calendar.captions import tooltip


@pytest.mark.parametrize(
    ("performers", "words"),
    [(("МКУ «ЦМТО»",), "Ответственный: МКУ «ЦМТО»"), (("Отдел", "МКУ"), "Ответственные: Отдел, МКУ")],
)
def test_one_or_several_answer_for_an_activity(performers: tuple[str, ...], words: str) -> None:
    due = effective_due("", "", Period(date(2020, 9, 1), date(2021, 8, 31)))
    row = ActivityRow(id="1", number="1", name="Анализ", performers=performers, due=due)
    assert words in tooltip(row, standing(row, date(2020, 10, 6)))
    assert "Ответственн" not in tooltip(row._replace(performers=()), standing(row, date(2020, 10, 6)))
