"""Understanding a document, not only reading it, tells how far it is and stops when nobody wants it any more."""

from collections.abc import Callable

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.exchange.documents.allowance import Allowance
from roadmap_desktop.exchange.documents.reading import read_document
from roadmap_desktop.exchange.documents.source_document import SourceDocument
from roadmap_desktop.exchange.plan_reading.plan_document import read_plan

TABLE = "№\tМероприятие\tСрок\n" + "".join(f"{row}\tСеминар {row}\tмай 2021 года\n" for row in range(1, 501))
LINES = "План\n№ п/п Мероприятие Срок Исполнитель\n" + "".join(
    f"{row}. Семинар для учителей\nмай 2021 года\nОтдел образования\n" for row in range(1, 301)
)


def document(text: str) -> SourceDocument:
    return read_document(text.encode(), "план.txt")


def after(calls: int, asked: list[None]) -> Callable[[], bool]:
    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > calls

    return cancelled


@pytest.mark.parametrize("text", [TABLE, LINES])
def test_it_is_told_and_can_be_cancelled_at_any_moment(text: str) -> None:
    shares: list[float] = []
    asked: list[None] = []
    rows = read_plan(document(text), None, Allowance(after(1_000_000, asked), shares.append)).rows
    assert len(rows) >= 300
    assert shares == sorted(shares)
    assert shares[0] < 0.1 and shares[-1] > 0.9
    # Between two looks no more than some rows are understood.
    assert len(asked) > len(rows) / 10
    for calls in (1, len(asked) // 2, len(asked) - 1):
        with pytest.raises(Cancelled):
            read_plan(document(text), None, Allowance(after(calls, [])))


def test_what_takes_too_long_to_understand_ends_with_a_sentence() -> None:
    with pytest.raises(UserError, match="за отведённое время"):
        read_plan(document(TABLE), None, Allowance(seconds=0))


def test_reading_and_understanding_are_told_as_one() -> None:
    shares: list[float] = []
    allowance = Allowance(progress=shares.append)
    allowance.begin_stage(0.5, 1)
    read_plan(document(TABLE), None, allowance)
    assert 0.5 <= shares[0] < 0.6
    assert 0.95 < shares[-1] <= 1
