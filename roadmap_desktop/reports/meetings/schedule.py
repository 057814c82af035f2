"""«План совещаний на 2020–2021 учебный год»: meetings of any kind or of one."""

from functools import partial

from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.meetings import Meeting
from roadmap_desktop.reports.blocks import Document, headed
from roadmap_desktop.reports.columns import column, computed
from roadmap_desktop.reports.lists import listed
from roadmap_desktop.reports.meetings.agenda import agenda_text
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.period_records import of_period
from roadmap_desktop.reports.report import Group, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Source

# Who meets, and what the plan of their meetings is called.
TITLES = {
    "рабочая группа": "План заседаний рабочей группы",
    "директора школ": "План совещаний с директорами школ",
    "родительская общественность": "План мероприятий с родительской общественностью",
    "методическое объединение": "План заседаний методических объединений",
    "иное": "План совещаний (иные)",
}
_LATER = "дата уточняется"


def schedule(source: Source, period: Period, kind: str | None = None) -> Document:
    """The meetings of the period by date; ``kind``: of that kind alone, which the title then names."""
    columns = (
        column(Meeting, "held_on", cell=lambda one: one.values["held_on"] or _LATER),
        column(Meeting, "name", 74),
        computed("Вопросы повестки", 84, partial(agenda_text, source)),
        *([] if kind else [column(Meeting, "kind", 44)]),
        column(Meeting, "place", title="Место проведения"),
    )
    found = of_period(source, "meetings", "held_on", period, **({"kind": kind} if kind else {}))
    return headed(
        f"{TITLES[kind] if kind else 'План совещаний'} на {period_words(period)}",
        listed(columns, found, f"На {period_words(period)} совещаний не запланировано."),
    )


REPORT = Report(
    id="meetings",
    title="План совещаний",
    group=Group.MEETINGS,
    parameters=(
        PERIOD,
        Parameter("kind", "вид", "«рабочая группа»", ParameterKind.CHOICE, choices=tuple(TITLES)),
    ),
    build=schedule,
    stamp=Stamp.APPROVED,
)
