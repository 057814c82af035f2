"""Values of a workbook as it shows them: dates in the manner of their format, numbers without what they lack."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from roadmap_desktop.exchange.documents.source_document import SOFT_BREAK
from roadmap_desktop.model.russian import MONTHS

_IN_QUOTES = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DECIMALS = re.compile(r"0\.(0+)")
_MONTH_ALONE = re.compile(r"^[^d]*m{3,}[^d]*$")
_WIDEST = 30


def shown(value: Any, form: str | None) -> str:
    """The text of a value whose cell has that format («mmm yy», «0.00»)."""
    if isinstance(value, str):
        if "\n" not in value and "_x000D_" not in value:
            return value
        return value.replace("\r\n", "\n").replace("_x000D_", "").replace("\n", SOFT_BREAK)
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, datetime | date):
        return _date(value, _plain(form))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, float | int):
        return _number(value, form or "")
    return str(value)


def _plain(form: str | None) -> str:
    return _IN_QUOTES.sub("", form or "").split(";")[0].casefold()


def _date(value: date, form: str) -> str:
    """A day in figures; a month with its year where the format shows no day, as Excel makes of «октябрь 2025»."""
    if _MONTH_ALONE.match(form) or form in ("mm.yyyy", "mm/yyyy", "m.yyyy"):
        month = MONTHS[value.month - 1]
        return f"{month} {value.year}" if "y" in form else month
    day = f"{value.day:02}.{value.month:02}.{value.year}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{day}, {value:%H:%M}"
    return day


def _number(value: float, form: str) -> str:
    """«2.10» of 2.1 shown with two decimals, «3» of 3.0."""
    plain = _IN_QUOTES.sub("", form)
    decimals = _DECIMALS.search(plain)
    if "%" in plain:
        return f"{value * 100:g}%"
    if decimals and abs(value) < 10**15:
        return f"{value:.{min(len(decimals[1]), _WIDEST)}f}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    return f"{value:.10g}" if isinstance(value, float) else str(value)[:40]
