"""The numbers that the navigation and the status line show."""

from datetime import date, datetime
from functools import lru_cache

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import school_year_label
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import activities_counted
from roadmap_desktop.model.standing import is_overdue


@lru_cache(maxsize=4)
def overdue_count(plan: Plan, today: date) -> int:
    """How many activities are overdue on that day."""
    return sum(is_overdue(row, today) for row in plan.activities)


@lru_cache(maxsize=4)
def plan_summary(plan: Plan, today: date) -> str:
    """«23 мероприятия · выполнено 7 · просрочено 2»; what is zero is left out."""
    done = sum(row.state is State.DONE for row in plan.activities)
    overdue = overdue_count(plan, today)
    parts = [activities_counted(len(plan.activities))]
    parts += [f"выполнено {done}"] if done else []
    parts += [f"просрочено {overdue}"] if overdue else []
    return " · ".join(parts)


def period_text(plan: Plan) -> str:
    """«2020–2021 учебный год» or the dates of any other period."""
    period = plan.info.period
    if (period.start.month, period.start.day, period.end.month, period.end.day) == (9, 1, 8, 31):
        return f"{school_year_label(period)} учебный год"
    return f"{period.start:%d.%m.%Y} – {period.end:%d.%m.%Y}"


def saved_text(saved_at: datetime | None) -> str:
    """«✓ Сохранено в 14:20»; before the first edit, that there is nothing to save."""
    return f"✓ Сохранено в {saved_at:%H:%M}" if saved_at else "✓ Все изменения сохранены"
