"""The lines of a month's plan as a table keeps them."""

from datetime import date

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.work import Direction, WorkState
from roadmap_desktop.ui.month_plan.listing import LineListing

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
