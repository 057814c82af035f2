"""Values typed as text, for the command line and for paste: each field says what it takes."""

import re
from datetime import date
from typing import Any

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.field import FieldKind, field_of
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.performer_list import split_performers
from roadmap_desktop.model.period import iso_date

# In the order in which the command line names them.
SETTABLE = (
    "name",
    "due_text",
    "performers",
    "expected_result",
    "state",
    "actual_result",
    "completed_on",
    "note",
)

_RUSSIAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def parse_value(name: str, text: str) -> Any:
    """The value of an activity's field as typed. Raises UserError for an unknown field or a value it cannot take."""
    if name not in SETTABLE:
        raise UserError(
            f"Поля «{name}» нет.{nearest(name, SETTABLE)}", NOTHING_CHANGED, f"Поля: {', '.join(SETTABLE)}."
        )
    if name == "performers":
        return split_performers(text)
    kind = field_of(Activity, name).kind
    if kind is FieldKind.DATE:
        return parse_date(text)
    if kind is FieldKind.CHOICE:
        return parse_state(text)
    return text


def parse_state(text: str) -> State:
    """The state with that Russian word. Raises UserError for any other."""
    try:
        return State(" ".join(text.split()).casefold())
    except ValueError:
        words = [state.value for state in State]
        raise UserError(
            f"Состояния «{text}» нет.{nearest(text, words)}",
            NOTHING_CHANGED,
            f"Состояния: {', '.join(words)}.",
        ) from None


def parse_date(text: str) -> date | None:
    """A date as 2020-10-05 or 05.10.2020; empty text is no date. Raises UserError for anything else."""
    stripped = text.strip()
    if not stripped:
        return None
    try:
        russian = _RUSSIAN_DATE.fullmatch(stripped)
        if russian:
            return date(int(russian[3]), int(russian[2]), int(russian[1]))
        return iso_date(stripped)
    except ValueError:
        raise UserError(f"«{text}» — не дата.", NOTHING_CHANGED, "Напишите её так: 05.10.2020.") from None
