"""Per cent of a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.digest import Progress
from roadmap_desktop.model.execution import Outcome, Tally
from roadmap_desktop.model.shares import share


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 1000, 1), (999, 1000, 99)]
)
def test_shares_are_rounded_but_never_to_all_or_none(part: int, whole: int, expected: int) -> None:
    assert share(part, whole) == expected


def test_what_is_done_of_a_plan_is_rounded_alike_in_every_count() -> None:
    assert Progress(done=8, planned=15, cancelled=1).share == 35
    assert Tally("Всего", {Outcome.DONE: 8, Outcome.PLANNED: 15, Outcome.CANCELLED: 1}).share == 35


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_only_all_is_a_hundred_and_only_none_is_nought(part: int, rest: int) -> None:
    found = share(part, part + rest)
    if part + rest == 0:
        assert found is None
    else:
        assert (found == 100) == (rest == 0)
        assert (found == 0) == (part == 0)
