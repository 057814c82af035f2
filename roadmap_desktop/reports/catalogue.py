"""Every report the program knows. A new report is a module with a ``REPORT`` and its name in the list below."""

from roadmap_desktop.errors import NOTHING_PRINTED, UserError
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.search import folded
from roadmap_desktop.reports import (
    annex,
    calendar,
    corrections,
    execution,
    order,
    period_plan,
    progress,
    wall,
)
from roadmap_desktop.reports.meetings import (
    acquaintance,
    attendance,
    documents,
    group,
    lessons,
    letter,
    protocol,
    publications,
    schedule,
    unfulfilled,
)
from roadmap_desktop.reports.report import Report
from roadmap_desktop.reports.schools import (
    agreement,
    agreements,
    by_school,
    communities,
    events,
    helps,
    partnership,
    passport,
    practices,
    school_list,
    visit,
    zones,
)
from roadmap_desktop.reports.teachers import (
    application,
    assessment,
    consent,
    courses,
    deficits,
    plan,
    plans,
    training,
)

REPORTS: tuple[Report, ...] = (
    *period_plan.REPORTS,
    annex.REPORT,
    order.REPORT,
    execution.REPORT,
    progress.REPORT,
    calendar.REPORT,
    wall.REPORT,
    corrections.REPORT,
    school_list.REPORT,
    passport.REPORT,
    zones.REPORT,
    by_school.REPORT,
    partnership.REPORT,
    agreement.REPORT,
    agreements.REPORT,
    events.REPORT,
    helps.REPORT,
    visit.REPORT,
    practices.REPORT,
    communities.COMMUNITIES,
    communities.COMMUNITY,
    assessment.REPORT,
    deficits.REPORT,
    plan.REPORT,
    plans.REPORT,
    courses.REPORT,
    application.REPORT,
    training.REPORT,
    consent.REPORT,
    group.REPORT,
    schedule.REPORT,
    protocol.REPORT,
    unfulfilled.REPORT,
    attendance.REPORT,
    lessons.REPORT,
    publications.REPORT,
    documents.REPORT,
    letter.REPORT,
    acquaintance.REPORT,
)


def find_report(id: str) -> Report:
    """The report of that id or title. Raises UserError, naming the nearest one, when there is none."""
    by_id = {report.id: report for report in REPORTS}
    if id in by_id:
        return by_id[id]
    titled = {folded(report.title): report for report in REPORTS}
    if (named := titled.get(folded(id)) or by_id.get(folded(id))) is not None:
        return named
    hint = nearest(id, (*by_id, *(report.title for report in REPORTS)))
    raise UserError(f"Отчёта «{id}» нет.{hint}", NOTHING_PRINTED, "Все отчёты покажет команда print --list.")
