"""Dates as they are typed."""

import re
from datetime import date

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.period import iso_date

_RUSSIAN_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


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
