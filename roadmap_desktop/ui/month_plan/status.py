"""What the status line says of a month's plan."""

from collections.abc import Sequence
from datetime import date

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.russian import MONTHS, counted
from roadmap_desktop.model.standing import OPEN_STATES
from roadmap_desktop.model.work import WorkState


def status_of(lines: Sequence[PlanLine], window: Period, today: date) -> str:
    """«Октябрь: 17 дел · выполнено 1 · без отметки 2 · сроки истекают у 2»; what is zero is left out."""
    works = [line for line in lines if isinstance(line.state, WorkState)]
    name = MONTHS[window.start.month - 1].capitalize() if window.days > 7 else "Неделя"
    parts = [f"{name}: {counted(len(works), 'дело', 'дела', 'дел') if works else 'дел нет'}"]
    standings = [line.standing(today) for line in works]
    done = sum(one.state is WorkState.DONE for one in standings)
    untold = sum(one.is_untold for one in standings)
    expiring = sum(line.group is PlanGroup.EXPIRING and line.state in OPEN_STATES for line in lines)
    parts += [f"выполнено {done}"] if done else []
    parts += [f"без отметки {untold}"] if untold else []
    terms = "срок истекает" if expiring == 1 else "сроки истекают"
    parts += [f"{terms} у {expiring}"] if expiring else []
    return " · ".join(parts)
