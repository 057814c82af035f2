"""Marks of execution, in documents and in what is pasted."""

import pytest

from roadmap_desktop.exchange.plan_reading.state_words import state_of
from roadmap_desktop.model.activity import State


@pytest.mark.parametrize(
    ("text", "state", "more"),
    [
        ("✓ выполнено", State.DONE, ""),
        ("✓ выполнено 12.10", State.DONE, "выполнено 12.10"),
        ("! просрочено на 6 дн.", State.PLANNED, ""),
        ("без даты", State.PLANNED, ""),
        ("просрочено по вине школы", State.PLANNED, "просрочено по вине школы"),
        ("–", State.PLANNED, ""),
        ("не выполнено", State.PLANNED, ""),
    ],
)
def test_a_mark_says_a_state_and_what_says_more_is_kept(text: str, state: State, more: str) -> None:
    assert state_of(text) == (state, more)
