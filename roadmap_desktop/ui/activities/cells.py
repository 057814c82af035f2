"""What the cells of the plan's table say beyond those of any register."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_parts import NO_SECTION
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.search import folded
from roadmap_desktop.model.standing import Standing
from roadmap_desktop.operations.registers.school_counts import Progress
from roadmap_desktop.ui.activities.due_words import DueTelling, When
from roadmap_desktop.ui.activities.groupings import SECTIONS, by_sections
from roadmap_desktop.ui.table.cells import Cells
from roadmap_desktop.ui.table.facets import Facet
from roadmap_desktop.ui.table.grouping import Grouping, grouping_of

WHEN, PERFORMERS, MONTH, STATE = "when", "performers", "month", "state"


class ActivityCells(Cells):
    """``progress`` is that of schools, by the keys of activities."""

    # The printed heading is «Ответственный исполнитель»; on screen the column is too narrow for it.
    headings: Mapping[str, str] = {"performers": "Ответственный"}
    # A row is moved to another section as a row, not by a word in a cell.
    fixed = (SECTIONS,)
    usual_lines = 3

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(ACTIVITIES, today)
        self.progress: Mapping[str, Progress] = {}
        self._due = DueTelling()

    def show(self, listing: Any, period: Period | None) -> None:
        self._due.begin(self.today(), period)
        super().show(listing, period)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """When they are due, who answers for them, their section and state."""
        when = Facet(
            WHEN,
            "Отобрано",
            self._due.chips,
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
        months = Facet(
            MONTH,
            "Месяц",
            lambda row: self._due.of(row).months,
            plural="Месяцы",
            every="Все месяцы",
            by_value=False,
            is_counted=False,
            rank=self._due.rank,
        )
        common = {facet.name: facet for facet in super().facets}
        # Asked whether there are several states, every row would have to tell its own before the first picture.
        state = common[STATE]._replace(
            words=lambda row: self._due.of(row).state, is_counted=False, every="Все состояния"
        )
        section = common[SECTIONS]._replace(
            words=lambda row: (self.listing.names["section"].get(row.section_id or "", NO_SECTION),),
            rank=self._section_place,
            plural="Разделы",
            every="Все разделы",
        )
        return (when, answers, section, months, state)

    def groupings(self, facets: Iterable[Facet]) -> tuple[Grouping, ...]:
        """A row of several months stands under the one in which it is planned, as in the printed plan."""
        by = {facet.name: grouping_of(facet) for facet in facets}
        months = Grouping(
            MONTH,
            "Месяц",
            lambda rows: [self._due.of(row).planned for row in rows],
            lambda keys: {key: key for key in self._due.in_order(keys)},
        )
        return (by_sections(lambda: self.listing), months, by[PERFORMERS], by[STATE])

    def pill(self, row: ActivityRow, standing: Standing) -> str:
        """«в работе 8/12» where schools have begun."""
        text, progress = super().pill(row, standing), self.progress.get(row.id)
        if progress is None or standing.is_overdue or row.state is not State.IN_WORK:
            return text
        return f"{text} {progress.done}/{progress.of}"

    def order(self, row: ActivityRow, field: Field) -> Any:
        """Sections as they stand in the plan."""
        if field.name == SECTIONS and isinstance(self.listing, Plan):
            places = (section.ordinal for section in self.listing.sections if section.id == row.section_id)
            return next(places, 0)
        return super().order(row, field)

    def periods(self, row: ActivityRow) -> Sequence[Period]:
        """Those that are read with the plan, dates given by hand among them."""
        return row.due.periods

    def _last_day(self, row: ActivityRow) -> date | None:
        return row.ends_on

    def _section_place(self, name: str) -> int:
        """Where a section stands in the plan; what is in none stands first."""
        sections = self.listing.sections if isinstance(self.listing, Plan) else ()
        return next((section.ordinal for section in sections if section.name == name), 0)
