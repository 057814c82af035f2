"""The profile of risks: of one school with its notes, or each factor against each school."""

from collections.abc import Iterator, Mapping

from roadmap_desktop.model.registers.schools import Factor, Level
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import Align, Block, Column, Paragraph, Row, Table
from roadmap_desktop.reports.source import Source

_OF_ONE = (Column("Фактор риска", 90), Column("Уровень", 0, Align.CENTRE), Column("Пояснение", 100))
_EMPTY = "Факторы риска пока не записаны."
# Schools that a landscape sheet holds beside the factor.
_MOST = 12


def risks_of_one(source: Source, school: str) -> Iterator[Block]:
    """The risks of a school, the highest first."""
    levels = list(map(str, Level))
    found = sorted(
        source.entries("risks", school_id=school), key=lambda one: levels.index(str(one.values["level"]))
    )
    if not found:
        yield Paragraph(_EMPTY)
        return
    rows = [Row((str(one.values["factor"]), str(one.values["level"]), one.values["note"])) for one in found]
    yield Table(_OF_ONE, tuple(rows))


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
        Column("Фактор риска", 62),
        Column("Школ", 0, Align.CENTRE),
        *(Column(names[id_], 16.4, Align.CENTRE) for id_ in schools),
    )
    rows = []
    for factor in map(str, Factor):
        of_one = [levels.get((factor, school), "") for school in schools]
        if any(of_one):
            rows.append(Row((factor, sum(map(bool, of_one)), *of_one)))
    yield Table(columns, tuple(rows), lead=2, most=_MOST, font_size=9)
