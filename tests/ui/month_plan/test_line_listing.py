"""The lines of a month's plan as a table keeps them."""

from datetime import date

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_sources import sources
from roadmap_desktop.model.work import Direction, WorkState
from roadmap_desktop.ui.month_plan.listing import LINES, NEW, LineListing
from roadmap_desktop.ui.month_plan.page import MonthPlanPage
from roadmap_desktop.ui.month_plan.table import _NAME_LEAST
from roadmap_desktop.ui.table.delegate import PAD

OCTOBER = Period(date(2020, 10, 1), date(2020, 10, 31))
NOVEMBER = Period(date(2020, 11, 1), date(2020, 11, 30))


def listing(window: Period) -> LineListing:
    line = PlanLine(
        "courses", "1", PlanGroup.BY_DATES, Direction.METHODS, "Курсы", "ОГЭ по математике", WorkState.PLANNED
    )
    return LineListing([line], window)


def test_a_line_that_says_the_same_stays_the_same_until_another_month_is_shown() -> None:
    before, after, later = listing(OCTOBER), listing(OCTOBER), listing(NOVEMBER)
    after.keep_rows(before)
    assert after.rows[0] is before.rows[0]
    later.keep_rows(after)
    assert later.rows[0] is not after.rows[0]


def test_what_a_work_is_and_which_activity_it_serves_fit_into_the_narrowest_column(
    page: MonthPlanPage,
) -> None:
    name = LINES.field("name")
    room = _NAME_LEAST - 2 * PAD
    for register in sources():
        caption = register.record.brief or register.record.caption
        note = page.model.cells.note(NEW._replace(id="work", caption=caption, numbers=("23",)), name)
        assert note.endswith(" · мероприятие 23")
        assert page.view.itemDelegate()._pill_metrics.horizontalAdvance(note) <= room, note


def test_work_for_several_activities_names_them_in_the_plural(page: MonthPlanPage) -> None:
    line = NEW._replace(id="work", caption="Дело", numbers=("3", "11"))
    assert page.model.cells.note(line, LINES.field("name")) == "дело · мероприятия 3, 11"
