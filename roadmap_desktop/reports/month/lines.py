"""Which lines of a plan a paper is made of, and the choice of them."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from roadmap_desktop.model.month_plan import PlanGroup, PlanLine
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.plan_sources import sources as every_source
from roadmap_desktop.reports.parameters import parts_to_print
from roadmap_desktop.reports.report import Parameter
from roadmap_desktop.reports.source import Source

# What is left from before, and what has no date, is printed by choice.
USUAL_PARTS = tuple(each for each in PlanGroup if each not in (PlanGroup.EARLIER, PlanGroup.UNDATED))
# What goes on all year is neither a week's nor done in a month.
OF_THE_TIME = tuple(each for each in USUAL_PARTS if each is not PlanGroup.ALL_YEAR)
SOURCES = replace(
    parts_to_print([register.title for register in every_source()], name="sources"),
    ids=tuple(register.id for register in every_source()),
)


def parts_of_plan(*usual: PlanGroup) -> Parameter:
    """The choice of parts of a plan."""
    return parts_to_print((each.value for each in PlanGroup), usual, "части плана", "parts")


def chosen_lines(
    source: Source, window: Period, sources: Collection[str], parts: Collection[str] = USUAL_PARTS
) -> list[PlanLine]:
    """The lines of the plan that come from the registers with these titles and stand in these parts."""
    chosen = frozenset(register.id for register in every_source() if register.title in sources)
    return [line for line in source.month_lines(window, chosen) if line.group in parts]


def counted_lines(
    source: Source, window: Period, sources: Collection[str], parts: Collection[str]
) -> dict[str, int]:
    """How many lines there are of each source in the chosen parts, and in each part of the chosen sources."""
    lines = source.month_lines(window, frozenset(register.id for register in every_source()))
    titles = {register.id: register.title for register in every_source()}
    of_source = Counter(titles[line.register] for line in lines if line.group in parts)
    of_part = Counter(line.group.value for line in lines if titles[line.register] in sources)
    return {title: of_source[title] for title in titles.values()} | {
        each.value: of_part[each.value] for each in PlanGroup
    }
