"""What the cells of a month's plan say."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.russian import small
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.ui.month_plan.listing import LINES, NEW
from roadmap_desktop.ui.table.cells import Cells
from roadmap_desktop.ui.table.facets import Facet
from roadmap_desktop.ui.table.grouping import Grouping

# What is due within these days is told with their number.
SOON = 10
_WAITING = {"day": "день", "time": "час", "name": "+ введите день и название, Tab — дальше"}
_PARTS = {group.value: group.value for group in PlanGroup}
_EDITED = frozenset({"day", "time", "name", "place", "participants", "responsible"})


class PlanCells(Cells):
    """Of work, of activities and of what falls due, and of the line into which a new task is typed."""

    fixed = ("state",)
    usual_lines = 2

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(LINES, today)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """None: what is shown is chosen by sources, and read so."""
        return ()

    def can_edit(self, row: Any, field: Field) -> bool:
        """An activity and a decision are edited where they are planned."""
        if row is NEW:
            return field.name in _WAITING
        return isinstance(row, PlanLine) and isinstance(row.state, WorkState) and field.name in _EDITED

    def groupings(self, _facets: object) -> tuple[Grouping, ...]:
        """The parts of the plan alone."""
        return (Grouping("group", "", _parts, lambda _keys: _PARTS, is_own=True),)

    def tally(self, _rows: object) -> str:
        """Nothing: how many there are is said where they are folded."""
        return ""

    def text(self, row: PlanLine, field: Field) -> str:
        """Of the line of a new task what was typed, or what can be."""
        if field.name == "state" and row is NEW:
            return ""
        return super().text(row, field) or (_WAITING.get(field.name, "") if row is NEW else "")

    def note(self, row: PlanLine, field: Field) -> str:
        """«совещание · мероприятие 18», beneath what is done."""
        if field.name != "name" or row is NEW:
            return ""
        if row.is_activity:
            return f"мероприятие {row.numbers[0]} · {one_line(row.due)}".rstrip(" ·")
        what = "мероприятие" if len(row.numbers) == 1 else "мероприятия"
        served = f"{what} {', '.join(row.numbers)}" if row.numbers else ""
        moved = f"перенесено с {row.moved_from[-1]:%d.%m.%Y}" if row.moved_from else ""
        reason = row.reason if row.state in (WorkState.NOT_DONE, WorkState.CANCELLED) else ""
        return " · ".join(filter(None, (small(row.caption), served, moved, one_line(reason))))

    def ink(self, row: PlanLine, field: Field) -> str:
        """Faint where nothing was typed yet."""
        is_typed = row is not NEW or self.listing.value(row, field.name)
        return "ink" if is_typed else "ink-faint"

    def standing(self, row: PlanLine, field: Field) -> Standing | None:
        """How the work stands today."""
        if field.name != "state" or row is NEW:
            return None
        return row.standing(self.today())

    def pill(self, row: PlanLine, standing: Standing) -> str:
        """Of what is due soon also in how many days."""
        is_open = standing.state in (State.PLANNED, State.IN_WORK) and not standing.is_overdue
        if row.group is PlanGroup.EXPIRING and is_open and row.last_day is not None:
            left = (row.last_day - self.today()).days
            if left <= SOON:
                return f"! осталось {left} дн." if left else "! срок сегодня"
        return super().pill(row, standing)

    def order(self, row: PlanLine, field: Field) -> Any:
        """Days and hours as they come in a month."""
        if row is NEW:
            return None
        if field.name == "day":
            return (row.days[0] if row.days else row.period.start) if row.period else None
        if field.name == "time":
            return row.hours.start if row.hours else None
        return super().order(row, field)


def _parts(lines: Iterable[PlanLine]) -> list[str]:
    return [line.group.value for line in lines]
