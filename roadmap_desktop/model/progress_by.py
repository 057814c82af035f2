"""How far one plan is, by its sections, performers and months."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.chart import Chart, counts_chart
from roadmap_desktop.model.digest import Progress, progress_of
from roadmap_desktop.model.execution import performed
from roadmap_desktop.model.plan_parts import NO_SECTION
from roadmap_desktop.model.rows import ActivityRow, Plan
from roadmap_desktop.model.russian import month_title
from roadmap_desktop.model.standing import UNDATED, YEAR_ROUND, is_year_round

# What is neither done nor overdue; charts know its colour by the word.
OTHERS = "Остальные"


class ProgressLine(NamedTuple):
    """What is counted together, and how it stands."""

    name: str
    progress: Progress


def summed(lines: Iterable[ProgressLine]) -> Progress:
    """What lines add up to."""
    return sum((line.progress for line in lines), Progress())


def progress_by_sections(plan: Plan, today: date) -> list[ProgressLine]:
    """A line for each section with activities, in the order of the plan; none where the plan has no sections."""
    if not plan.sections:
        return []
    names = {section.id: section.name for section in plan.sections}
    return _lines(((row, names.get(row.section_id or "", NO_SECTION)) for row in plan.activities), today)


def progress_by_performers(plan: Plan, today: date) -> list[ProgressLine]:
    """A line for each performer in the order of first mention; an activity counts for each of its performers."""
    return _lines(performed(plan.activities), today)


def progress_by_months(plan: Plan, today: date) -> list[ProgressLine]:
    """A line for each month in which activities end, then what runs all through the plan and what has no date."""
    period = plan.info.period
    through = [row for row in plan.activities if is_year_round(row, period)]
    undated = [row for row in plan.activities if row.ends_on is None and row not in through]
    dated = [row for row in plan.activities if row.ends_on is not None and row not in through]
    dated.sort(key=lambda row: row.ends_on or date.max)
    return _lines(
        [
            *((row, month_title(row.ends_on or date.max)) for row in dated),
            *((row, YEAR_ROUND) for row in through),
            *((row, UNDATED) for row in undated),
        ],
        today,
    )


def progress_chart(title: str, lines: Sequence[ProgressLine]) -> Chart | None:
    """A bar for each line in three parts; None where there is nothing to draw or too much."""
    counts = [line.progress for line in lines]
    parts = {
        "Выполнено": [each.done for each in counts],
        "Просрочено": [each.overdue for each in counts],
        OTHERS: [each.activities - each.done - each.overdue for each in counts],
    }
    return counts_chart(title, [line.name for line in lines], parts)


def _lines(named: Iterable[tuple[ActivityRow, str]], today: date) -> list[ProgressLine]:
    found: dict[str, Progress] = {}
    for row, name in named:
        found[name] = found.get(name, Progress()) + progress_of(row, today)
    return [ProgressLine(name, progress) for name, progress in found.items()]
