"""The profile of risks: of one school with its notes, or each factor against each school."""

from collections.abc import Iterator, Mapping

from roadmap_desktop.model.registers.schools import Factor, Level, RiskFactor
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Align, Block, Paragraph
from roadmap_desktop.reports.columns import column, columns_for, computed, table_of
from roadmap_desktop.reports.lists import or_words
from roadmap_desktop.reports.source import Source

_FACTOR = column(RiskFactor, "factor", 90, title="Фактор риска", align=Align.LEFT)
_OF_ONE = (_FACTOR, column(RiskFactor, "level"), column(RiskFactor, "note", 100))
_EMPTY = "Факторы риска пока не записаны."
# Schools that a landscape sheet holds beside the factor.
_MOST = 12


def risks_of_one(source: Source, school: str) -> Iterator[Block]:
    """The risks of a school, the highest first."""
    levels = list(map(str, Level))
    found = sorted(
        source.entries("risks", school_id=school), key=lambda one: levels.index(str(one.values["level"]))
    )
    yield or_words(table_of(_OF_ONE, found), _EMPTY)


def risks_of_schools(source: Source, names: Mapping[str, str]) -> Iterator[Block]:
    """The level of each factor in each school that has one."""
    levels = {
        (str(one.values["factor"]), one.values["school_id"]): str(one.values["level"])
        for one in source.entries("risks")
    }
    if not levels:
        yield Paragraph(_EMPTY)
        return
    schools = sorted({school for _, school in levels}, key=lambda id_: as_counted(names[id_]))
    columns = (
        computed(_FACTOR.heading.title, 62, str),
        computed("Школ", 0, lambda factor: sum((factor, school) in levels for school in schools)),
        *columns_for(
            {school: names[school] for school in schools},
            16.4,
            lambda school, factor: levels.get((factor, school), ""),
            Align.CENTRE,
        ),
    )
    known = {factor for factor, _ in levels}
    factors = [each for each in Factor if each in known]
    yield table_of(columns, factors, lead=2, most=_MOST, font_size=9)
