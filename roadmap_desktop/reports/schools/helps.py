"""«Журнал адресной помощи»: day by day who came to whom, what was done and came of it, signed by who was helped."""

from collections.abc import Iterator, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.helps import HelpVisit, TargetedHelp
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Row,
    headed,
    notice,
)
from roadmap_desktop.reports.columns import column, computed, numbered, table_of
from roadmap_desktop.reports.lists import by_field
from roadmap_desktop.reports.parameters import PERIOD, SCHOOL
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

_RECORD = attrgetter("record")
# Room to sign in, in millimetres.
_HEIGHT = 9


class Help(NamedTuple):
    """Who is helped by whom, and the lines of the log by their days."""

    record: Entry
    school_id: str | None
    school: str
    visits: Sequence[Entry]

    @property
    def hours(self) -> float:
        """The hours of all lines."""
        return sum(one.values["hours"] or 0 for one in self.visits)


class Visit(NamedTuple):
    """A line of the log, and the help that it is of."""

    help: Help
    visit: Entry


def hours_cell(hours: float | None) -> Cell:
    """Hours, a whole number where they are whole; none are left out."""
    return int(hours) if hours and hours == int(hours) else hours or None


_DONE = attrgetter("visit")
_LOG = (
    column(HelpVisit, "held_on").of(_DONE),
    computed("Кто помогал", 46, lambda one: _helper(one.help)),
    computed("Кому", 38, lambda one: _helped(one.help)),
    column(HelpVisit, "name", 66, title="Что сделано").of(_DONE),
    column(HelpVisit, "hours", cell=lambda one: hours_cell(one.visit.values["hours"])),
    column(HelpVisit, "outcome", 50).of(_DONE),
    computed("Подпись получившего помощь", 30, lambda _: "", Align.CENTRE),
)
TOTALS = (
    column(TargetedHelp, "tutor", 50).of(_RECORD),
    column(TargetedHelp, "school_id", cell=attrgetter("school")),
    column(TargetedHelp, "teacher_id", 50).of(_RECORD),
    column(TargetedHelp, "form", align=Align.LEFT).of(_RECORD),
    column(TargetedHelp, "theme", 60).of(_RECORD),
    computed("Записей", 0, lambda one: len(one.visits)),
    column(HelpVisit, "hours", cell=lambda one: hours_cell(one.hours)),
)


def read_helps(source: Source, period: Period | None = None) -> list[Help]:
    """All help by school and tutor, each with its log of the period, that of the roadmap when none is given. A teacher
    alone is helped in the school where he or she works."""
    teachers = {one.id: one for one in source.entries("teachers")}
    visits = of_period(source, "visits", "held_on", period or source.plan.info.period)
    log = by_field(visits, "help_id")
    found = []
    for record in source.entries("helps"):
        at = record if record.values["school_id"] else teachers.get(record.values["teacher_id"] or "", record)
        found.append(Help(record, at.values["school_id"], at.texts["school_id"], log.get(record.id, ())))
    return sorted(found, key=lambda one: (as_counted(one.school), as_counted(one.record.values["tutor"])))


def help_log(source: Source, period: Period, school: str | None = None) -> Document:
    """The log of that period by days, of one school or of all; then the hours of each tutor."""
    whom = f" ({source.entry('schools', school).name})" if school else ""
    title = f"Журнал адресной помощи за {period_words(period)}{whom}"
    helps = [one for one in read_helps(source, period) if school in (None, one.school_id)]
    return headed(title, _blocks(helps, period))


def _blocks(helps: Sequence[Help], period: Period) -> Iterator[Block]:
    with_log = [one for one in helps if one.visits]
    if not with_log:
        yield notice(f"За {period_words(period)} выездов и консультаций не записано.")
        return
    yield numbered(_LOG, _log(with_log), least_height=_HEIGHT)
    yield Heading("Итоги", level=2)
    entries = sum(len(one.visits) for one in with_log)
    total = ("Всего", "", "", "", "", entries, hours_cell(sum(one.hours for one in with_log)))
    yield table_of(TOTALS, (*with_log, Row(total, is_total=True)))
    without = "; ".join(_named(one) for one in helps if not one.visits)
    if without:
        yield Paragraph(f"За этот период нет записей: {without}.", small=True)


def _log(helps: Sequence[Help]) -> list[Visit]:
    """By days; on one day schools stand as people count them."""
    visits = [Visit(one, visit) for one in helps for visit in one.visits]
    return sorted(visits, key=lambda one: one.visit.values["held_on"] or date.max)


def _helper(one: Help) -> str:
    """«Образцова А. А.», beneath it «тьюторство»."""
    return f"{one.record.values['tutor']}\n{one.record.values['form']}"


def _helped(one: Help) -> str:
    return "\n".join(filter(None, (one.school, one.record.texts["teacher_id"])))


def _named(one: Help) -> str:
    """«Образцова А. А. (СОШ № 1, Примерова А. И.; тьюторство)»."""
    whom = ", ".join(filter(None, (one.school, one.record.texts["teacher_id"])))
    return f"{one.record.values['tutor']} ({whom}; {one.record.values['form']})"


REPORT = Report(
    id="help",
    title="Журнал адресной помощи",
    group=Group.SCHOOLS,
    parameters=(PERIOD, SCHOOL),
    build=help_log,
)
