"""What the cells of the plan's table say beyond those of any register."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.standing import Standing, is_in, is_overdue, is_undated
from roadmap_desktop.operations.registers.school_counts import Progress
from roadmap_desktop.ui.table.cells import Cells
from roadmap_desktop.ui.table.facets import Facet


class When(StrEnum):
    """The chips above the plan; the value is the chip's word."""

    ALL = "Все"
    THIS_MONTH = "Этот месяц"
    OVERDUE = "Просрочено"
    UNDATED = "Без даты"


WHEN, PERFORMERS = "when", "performers"


class ActivityCells(Cells):
    """``progress`` is that of schools, by the keys of activities."""

    # The printed heading is «Ответственный исполнитель»; on screen the column is too narrow for it.
    headings: Mapping[str, str] = {"performers": "Ответственный"}
    # A row is moved to another section as a row, not by a word in a cell.
    fixed = ("section_id",)
    usual_lines = 3

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(ACTIVITIES, today)
        self.progress: Mapping[str, Progress] = {}
        self._day = today()
        self._when: dict[tuple[str, str, State], tuple[str, ...]] = {}

    def show(self, listing: Any, period: Period | None) -> None:
        if (period, self.today()) != (self.period, self._day):
            self._day = self.today()
            self._when.clear()
        super().show(listing, period)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """When they are due, and who answers for them."""
        when = Facet(
            WHEN,
            "Отобрано",
            self._due_now,
            known=tuple(When),
            by_value=False,
            is_exclusive=True,
            yields=(When.THIS_MONTH, When.UNDATED),
        )
        # Spellings that differ in case alone are one performer.
        answers = Facet(
            PERFORMERS,
            "Ответственный",
            lambda row: row.performers,
            folded,
            plural="Ответственные",
            every="Все ответственные",
            is_counted=False,
        )
        return (when, answers)

    def pill(self, row: ActivityRow, standing: Standing) -> str:
        """«в работе 8/12» where schools have begun."""
        text, progress = super().pill(row, standing), self.progress.get(row.id)
        if progress is None or standing.is_overdue or row.state is not State.IN_WORK:
            return text
        return f"{text} {progress.done}/{progress.of}"

    def order(self, row: ActivityRow, field: Field) -> Any:
        """Sections as they stand in the plan."""
        if field.name == "section_id" and isinstance(self.listing, Plan):
            places = (section.ordinal for section in self.listing.sections if section.id == row.section_id)
            return next(places, 0)
        return super().order(row, field)

    def periods(self, row: ActivityRow) -> Sequence[Period]:
        """Those that are read with the plan, dates given by hand among them."""
        return row.due.periods

    def _last_day(self, row: ActivityRow) -> date | None:
        return row.ends_on

    def _due_now(self, row: ActivityRow) -> tuple[str, ...]:
        """The chips that a row belongs under today: rows with the same due and state share them."""
        key = (row.due_text, row.due_dates, row.state)
        known = self._when.get(key)
        if known is None:
            known = self._when[key] = _chips_of(row, self._day)
        return known


def _chips_of(row: ActivityRow, today: date) -> tuple[str, ...]:
    tests = (
        (When.THIS_MONTH, is_in(row, month_of(today))),
        (When.OVERDUE, is_overdue(row, today)),
        (When.UNDATED, is_undated(row)),
    )
    return (When.ALL, *(word for word, holds in tests if holds))
