"""Plans of two years are not joined: an activity of last year would become this year's by its name."""

from pathlib import Path

from roadmap_desktop.errors import NOTHING_CHANGED, UserError
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Roadmap
from roadmap_desktop.storage.merging import reading
from roadmap_desktop.storage.rows import select


def refuse_other_year(mine: Path, theirs: Path) -> None:
    """Raises UserError where two files made separately are plans of periods without a common day, or cannot be read."""
    own, other = _period(mine), _period(theirs)
    if not own.overlaps(other):
        raise UserError(
            f"«{theirs.name}» — карта на другой период: {_told(other)}, а эта — {_told(own)}. Мероприятия двух лет "
            "смешались бы.",
            NOTHING_CHANGED,
            "Нужные записи скопируйте и вставьте; посмотреть разницу можно в «Файл → Сравнить…».",
        )


def _period(path: Path) -> Period:
    with reading(path) as journal:
        ((start, end),) = select(journal.connection, Roadmap, ("period_start", "period_end"))
    return Period(start, end)


def _told(period: Period) -> str:
    return f"{period.start:%d.%m.%Y}–{period.end:%d.%m.%Y}"
