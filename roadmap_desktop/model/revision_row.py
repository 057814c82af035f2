"""A revision as it is listed and named on paper."""

from datetime import date, datetime
from typing import NamedTuple


class RevisionRow(NamedTuple):
    """A revision as it is listed: ``at`` and ``author`` tell who approved it and when, ``activities`` how many the plan
    had then; ``ground`` is in words what it was approved for, beside its order."""

    id: str
    name: str
    order_number: str
    order_date: date | None
    approved_on: date
    at: datetime
    author: str
    activities: int
    ground: str = ""


def bare_number(number: str) -> str:
    """The number of a document without the «№» that some type before it."""
    return number.removeprefix("№").strip()


def order_text(row: RevisionRow) -> str:
    """The order that approved it, as ``order_words`` tells it."""
    return order_words(row.order_number, row.order_date)


def ground_words(row: RevisionRow) -> str:
    """Why the plan was corrected: «Приказ № 12 от 01.09.2020; письмо министерства», as far as either is known."""
    order = f"Приказ {order_text(row)}" if order_text(row) else ""
    return "; ".join(filter(None, (order, row.ground)))


def order_words(number: str, day: date | None) -> str:
    """«№ 12 от 01.09.2020», as far as either is known."""
    number = bare_number(number)
    parts = (f"№ {number}" if number else "", f"от {day:%d.%m.%Y}" if day else "")
    return " ".join(part for part in parts if part)
