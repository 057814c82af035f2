"""Plain rows: what a list, a calendar or a report needs of the file, read at once and free of any session."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from roadmap_desktop.model.activity import Activity
from roadmap_desktop.model.due import DueReading
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.listing import Listing
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plain_rows import row_type
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.roadmap import Numbering, Section


class RoadmapInfo(NamedTuple):
    """The roadmap's own fields."""

    id: str
    title: str
    period_start: date
    period_end: date
    annex_number: str
    order_number: str
    order_date: date | None
    approving_body: str
    head_post: str
    head_name: str
    numbering: Numbering

    @property
    def period(self) -> Period:
        """The plan's whole period, by which due wordings are read."""
        return Period(self.period_start, self.period_end)


class SectionRow(NamedTuple):
    """A section with its place: ``ordinal`` counts from 1."""

    id: str
    name: str
    ordinal: int


if TYPE_CHECKING:
    from roadmap_desktop.model.plain_rows import NamedRow

    class _ActivityFields(NamedRow, Activity):
        number: str
        due: DueReading

else:
    _ActivityFields = row_type(Activity, ("number", "due"), without=("position",))


class ActivityRow(_ActivityFields):
    """An activity as it stands in the plan. ``number`` is «№ п/п»; ``due`` is what the wording reads as, or the dates
    given by hand where the words name none."""

    @property
    def ends_on(self) -> date | None:
        """The last day of the last period; None for an undated activity."""
        periods = self.due.periods
        if len(periods) == 1:
            # Asked of ten thousand rows while the window waits.
            return periods[0].end
        return max((period.end for period in periods), default=None)

    @property
    def starts_on(self) -> date | None:
        """The first day of the first period; None for an undated activity."""
        return min((period.start for period in self.due.periods), default=None)


class Plan(Listing):
    """The whole plan in its order: the roadmap's own fields, its sections and its activities."""

    def __init__(
        self, info: RoadmapInfo, sections: tuple[SectionRow, ...], activities: tuple[ActivityRow, ...]
    ) -> None:
        names = {Section.__tablename__: {section.id: section.name for section in sections}}
        super().__init__(ACTIVITIES, activities, names)
        self.info, self.sections, self.activities = info, sections, activities

    @cached_property
    def by_id(self) -> dict[str, ActivityRow]:
        """Activities by their keys."""
        return {row.id: row for row in self.activities}

    @cached_property
    def performers(self) -> tuple[str, ...]:
        """Every performer that some activity names, in the order of first mention."""
        return tuple(dict.fromkeys(name for row in self.activities for name in row.performers))

    def choices(self, name: str) -> list[tuple[str, str]]:
        """What a field can point at or name, in the plan's order: key and name."""
        field = self.register.field(name)
        if field.kind is FieldKind.LINK:
            return list(self.names[field.references].items())
        return [(performer, performer) for performer in self.performers]
