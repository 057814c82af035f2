"""«Невыполненные решения совещаний»: what meetings of a period decided and what is not done, the most overdue first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.due import read_due
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.meetings import Decision
from roadmap_desktop.model.standing import Standing, standing_of
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import TableColumn, column, computed
from roadmap_desktop.reports.lists import as_of, by_field, listed
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

_SETTLED = frozenset({State.DONE, State.CANCELLED})
_WORD = "просрочено "


class Unfulfilled(NamedTuple):
    """A decision that is not done: of which meeting, until when, and how it stands today."""

    decision: Entry
    meeting: Entry
    due: date | None
    stands: Standing

    @property
    def late(self) -> str:
        """«6 дн.», «2 года»; nothing of what is not due yet, or was put off."""
        days = self.stands.word.removeprefix(_WORD).replace(" дн.", "\N{NO-BREAK SPACE}дн.")
        return days if self.stands.is_overdue else ""


def _of_decision(name: str, width: float | None = None) -> TableColumn:
    return column(Decision, name, width).of(lambda one: one.decision)


_COLUMNS = (
    _of_decision("name", 84),
    computed("Совещание, дата", 56, lambda one: _meeting(one.meeting)),
    _of_decision("responsible", 44),
    _of_decision("due_text", 36),
    computed("Просрочено", 24, lambda one: one.late),
    _of_decision("state"),
)


def unfulfilled(source: Source, period: Period) -> Document:
    """The decisions of the period's meetings, as far as these were held, that are neither done nor cancelled."""
    found = sorted(_found(source, period), key=lambda one: one.due or date.max)
    late = sum(one.stands.is_overdue for one in found)
    words = period_words(period)
    return headed(
        f"Невыполненные решения совещаний за {words}",
        listed(
            _COLUMNS,
            found,
            f"За {words} невыполненных решений совещаний нет.",
            f"{as_of(source)} не выполнено: {len(found)}, из них просрочено: {late}",
        ),
    )


def _found(source: Source, period: Period) -> Iterator[Unfulfilled]:
    decisions = by_field(source.entries("decisions"), "meeting_id")
    for meeting in of_period(source, "meetings", "held_on", period):
        held_on = meeting.values["held_on"]
        if held_on and held_on > source.today:
            continue
        for decision in decisions.get(meeting.id, ()):
            state = State(decision.values["state"])
            if state not in _SETTLED:
                due = _due(decision.values["due_text"], held_on, source.plan.info.period)
                yield Unfulfilled(decision, meeting, due, standing_of(state, due, source.today))


def _due(wording: str, decided_on: date | None, period: Period) -> date | None:
    """The last day of the wording. One that names no year and lies before the meeting is of the next school year: what
    January decides «до 25 октября» is not overdue."""
    end = _end(wording, period)
    if end is None or decided_on is None or end >= decided_on:
        return end
    return _end(wording, school_year(decided_on.year + (decided_on.month >= 9)))


def _end(wording: str, period: Period) -> date | None:
    return max((each.end for each in read_due(wording, period).periods), default=None)


def _meeting(meeting: Entry) -> str:
    day = meeting.values["held_on"]
    return "\n".join(filter(None, (meeting.values["name"], f"{day:%d.%m.%Y}" if day else "")))


REPORT = Report(
    id="unfulfilled",
    title="Невыполненные решения совещаний",
    group=Group.MEETINGS,
    parameters=(PERIOD,),
    build=unfulfilled,
)
