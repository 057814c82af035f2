"""Which backups stay: many of today, some of the last days, one of each month of a year. Pure."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

LATEST = 10
DAYS = 14
MONTHS = 12


def kept(moments: Collection[datetime], now: datetime) -> set[datetime]:
    """Those of the moments whose backups stay: the 10 latest, the last of each of 14 days and the last of each of 12
    months, both counted back from ``now``. What bears a later time than now (a clock set back) stays."""
    newest_first = sorted(set(moments), reverse=True)
    since = (now - timedelta(days=DAYS)).date()
    recent = (moment for moment in newest_first if moment.date() > since)
    oldest_month = _months(now.date()) - MONTHS
    of_the_year = (moment for moment in newest_first if _months(moment.date()) > oldest_month)
    return {
        *newest_first[:LATEST],
        *(moment for moment in newest_first if moment > now),
        *_first_of_each((moment.date(), moment) for moment in recent),
        *_first_of_each((_months(moment.date()), moment) for moment in of_the_year),
    }


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _first_of_each(named: Iterable[tuple[object, datetime]]) -> list[datetime]:
    found: dict[object, datetime] = {}
    for name, moment in named:
        found.setdefault(name, moment)
    return list(found.values())
