"""The lines of a month's plan as a table shows them: a register that no table of the file stands behind."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_days import shown_days
from roadmap_desktop.model.register import Register
from roadmap_desktop.model.registers.tasks import Task, TaskPerformer
from roadmap_desktop.model.work import Direction, WorkState


class _Line(Record):
    """What the columns show, and how it is typed."""

    __tablename__ = "plan_line"
    caption: ClassVar[str] = Task.caption

    day: str = labelled("Дата")
    time: str = labelled("Время", FieldKind.HOURS)
    name: str = labelled("Что", FieldKind.TEXT, required=True)
    place: str = labelled("Место")
    participants: str = labelled("Участники")
    responsible: tuple[str, ...] = labelled(
        "Ответственный", FieldKind.NAMES, through=TaskPerformer.__tablename__
    )
    state: WorkState = labelled("Состояние", FieldKind.CHOICE, default=WorkState.PLANNED)


LINES = Register(
    "month",
    _Line,
    "План месяца",
    ("дело", "дела", "дел"),
    "Добавить дело",
    columns=("day", "time", "name", "place", "participants", "responsible", "state"),
    groups=(),
    named_by=("name",),
)
# The row at the end of the days into which a new task is typed.
NEW = PlanLine("tasks", "new", PlanGroup.BY_DATES, Direction.METHODS, Task.caption, "", WorkState.PLANNED)


class LineListing(Listing):
    """The lines of a window in their order, and after those that have a day the one to type into, where lines can be
    added: ``typed`` is what stands in it, by column."""

    def __init__(
        self, lines: Sequence[PlanLine], window: Period, typed: Mapping[str, Any] | None = None
    ) -> None:
        rows = list(lines)
        if typed is not None:
            after = sum(line.group is PlanGroup.BY_DATES for line in rows)
            rows.insert(after, NEW)
        super().__init__(LINES, rows, {})
        # The very one that is typed into, also while nothing stands in it.
        self.window, self._typed = window, {} if typed is None else typed

    def keep_rows(self, before: Listing) -> None:
        """Only of the same window: by it the days of a line are told."""
        if isinstance(before, LineListing) and before.window == self.window:
            super().keep_rows(before)

    def value(self, row: Any, field: str) -> Any:
        """The value of a column."""
        if row is NEW:
            return self._typed.get(field, () if field == "responsible" else "")
        if field == "day":
            return shown_days(row, self.window)
        return str(row.hours or "") if field == "time" else getattr(row, field)

    def values(self, row: Any) -> dict[str, Any]:
        """All columns by name."""
        return {field.name: self.value(row, field.name) for field in LINES.fields}
