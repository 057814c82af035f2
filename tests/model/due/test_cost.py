"""What reading a wording costs: counted in calls, which no load of the machine changes, and by how its time grows."""

import sys
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmap_desktop.model.due import DueKind, describe, read_due
from roadmap_desktop.model.due.purpose import without_asides, without_undated
from roadmap_desktop.model.due.tokens import LONGEST, clean, tokenize
from roadmap_desktop.model.due.vocabulary import VOCABULARY
from roadmap_desktop.model.period import school_year
from tests.systems import WINDOWS

from .test_laws import REPEATED
from .test_reading import CASES

PLAN = school_year(2020)
PIECES = st.one_of(
    st.sampled_from([*VOCABULARY, *(words for words, _ in CASES), *REPEATED]),
    st.sampled_from(["\n", "-\n", "\u00ad\n", "*", " / ", "¹", "(", ")", "i-", "c ", "O", "12", "2020", "."]),
    st.text(max_size=5),
)
MIXTURES = st.lists(st.tuples(PIECES, st.sampled_from(["", " ", ", "])), max_size=12).map(
    lambda pieces: "".join(piece + mark for piece, mark in pieces)
)
CALLS_FOR_A_CHARACTER = 25
CALLS_FOR_ANY = 500
ONE_OF_EACH_KIND = {(token.kind, token.unit): word for word, token in VOCABULARY.items()}.values()
# 20 times as long takes 20 times as long, and 400 times where something is gone over for each of its characters.
GROWN, AT_MOST = 20, 60
# Seconds below which nothing is told from nothing: Windows counts the time of a process in 64ths.
TICK = 1 / 64 if WINDOWS else 0.0002


def calls(text: str) -> int:
    """How many functions reading the text calls, those written in C included."""
    count = 0

    def hear(frame: object, event: str, _: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    heard_before = sys.getprofile()
    sys.setprofile(hear)
    try:
        read_due.__wrapped__(text, PLAN)
    finally:
        sys.setprofile(heard_before)
    return count


@given(MIXTURES)
@settings(max_examples=100, deadline=None)
def test_no_mixture_of_pieces_raises_and_none_calls_more_than_its_length_asks_for(text: str) -> None:
    assert describe(read_due(text, PLAN))
    assert calls(text) <= CALLS_FOR_ANY + CALLS_FOR_A_CHARACTER * len(text)


@pytest.mark.parametrize("mark", ["", " ", ", "])
def test_no_piece_over_and_over_calls_more_than_its_length_asks_for(mark: str) -> None:
    for piece in (*ONE_OF_EACH_KIND, *REPEATED, *(words for words, _ in CASES[::20]), "1, 2, 3, 4 квартал"):
        text = ((piece + mark) * LONGEST)[:LONGEST]
        assert calls(text) <= CALLS_FOR_ANY + CALLS_FOR_A_CHARACTER * LONGEST, piece


@pytest.mark.parametrize("text", ["октябрь, " * 100_000, " " * 1_000_000, "🙂" * 100_000])
def test_a_text_longer_than_any_wording_is_not_looked_at(text: str) -> None:
    assert read_due(text, PLAN).kind is DueKind.UNKNOWN
    assert calls(text) < CALLS_FOR_ANY


def test_a_day_of_every_week_is_not_too_long() -> None:
    days = ", ".join(f"{day:02}.{month:02}.2020" for month in range(1, 13) for day in (1, 8, 15, 22))
    assert len(read_due(f"{days}, 29.01.2020, 29.04.2020, 29.07.2020, 29.10.2020", PLAN).periods) == 52


@pytest.mark.parametrize("step", [clean, tokenize, without_asides, without_undated])
@pytest.mark.parametrize(
    "piece", [*REPEATED, "сен-", "а-\n", "x*", "(9, ", "()", "9 и ", "по мере а в течени"]
)
def test_no_step_goes_over_a_text_for_each_of_its_characters(
    step: Callable[[str], object], piece: str
) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        times = []
        for _ in range(3):
            start = time.process_time()
            step(text)
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(1000 * GROWN) < AT_MOST * max(seconds(1000), TICK)
