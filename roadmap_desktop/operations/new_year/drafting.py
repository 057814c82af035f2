"""What a file for a new school year would hold, and what of it somebody should look at; nothing is written."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from roadmap_desktop.errors import NOTHING_CHANGED, NOTHING_WRITTEN, Cancelled, UserError
from roadmap_desktop.model.due.shifting import YEARS
from roadmap_desktop.model.field import Field
from roadmap_desktop.model.field_text import value_text
from roadmap_desktop.model.nearest import nearest
from roadmap_desktop.model.new_year.parts import Part
from roadmap_desktop.model.new_year.shift import Shift, moved_period
from roadmap_desktop.model.new_year.values import Carried, Row, Wording, carried
from roadmap_desktop.model.new_year.wordings import Trouble, moved_text
from roadmap_desktop.model.period import Period, school_year_label
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import Key
from roadmap_desktop.model.registers import BY_TABLE
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.roadmap import Roadmap, Section
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.new_year.choosing import FILES, Choosing
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers.record_listing import names_in
from roadmap_desktop.storage.expected import Records
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.union import all_records

IsCancelled = Callable[[], bool]
Place = tuple[str, str, str]  # Table, record of the old file, field.

_TABLE = Roadmap.__tablename__
_NAMED = {*BY_TABLE, Section.__tablename__}
# How often it is asked whether to stop.
_BATCH = 200


class Request(NamedTuple):
    """``parts``: the keys of those that come, None for those proposed; ``typed``: texts instead of those proposed,
    dates as the file keeps them."""

    period: Period
    parts: frozenset[str] | None = None
    to_working_days: bool = True
    typed: Mapping[Place, str] = MappingProxyType({})


class PartTold(NamedTuple):
    """A part of the old file: how many records it has and how many of them come. ``is_nested``: its records belong to
    those of another register."""

    id: str
    title: str
    total: int
    coming: int
    is_chosen: bool
    is_nested: bool = False


class WordingTold(NamedTuple):
    """A text or a date of the new file that differs or should be looked at; ``name`` is what the record is called."""

    place: Place
    name: str
    field: Field
    old: str
    new: str
    trouble: Trouble | None

    @property
    def label(self) -> str:
        """What the field is called."""
        return self.field.label


class KeptTold(NamedTuple):
    """A date or a school year that stays that of the old file."""

    place: Place
    sort: str
    name: str
    label: str
    value: str


class Draft(NamedTuple):
    """``records`` are those of the new file, by the tables and keys of the old one, each after those that it points at;
    ``wordings`` begin with those in trouble."""

    period: Period
    title: str
    parts: tuple[PartTold, ...]
    wordings: tuple[WordingTold, ...]
    kept: tuple[KeptTold, ...]
    records: Mapping[Key, Row]

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of the parts that come."""
        return frozenset(part.id for part in self.parts if part.is_chosen)

    @property
    def troubled(self) -> int:
        """How many wordings should be looked at."""
        return sum(wording.trouble is not None for wording in self.wordings)


_AHEAD = 3


def years_ahead(old: Period) -> list[Period]:
    """The periods that a plan of the following years could have, the next first. Raises UserError for none."""
    found = []
    for years in range(1, _AHEAD + 1):
        with suppress(ValueError):
            found.append(moved_period(old, years))
    if not found:
        raise _too_far(old.start.year + 1)
    return found


def shifted_period(old: Period, year: Period) -> Period:
    """The plan's days in the chosen school year: as many as they were. Raises UserError for the year of the plan
    itself, and for one too far away."""
    try:
        new = moved_period(old, year.start.year - old.start.year)
    except ValueError:
        raise _too_far(year.start.year) from None
    if new == old:
        raise UserError(
            f"План уже на {school_year_label(old)} учебный год.", NOTHING_CHANGED, "Выберите следующий."
        )
    return new


def _too_far(year: int) -> UserError:
    reason = f"На {year} год карты не бывает: годы от {YEARS[0]} до {YEARS[-1]}."
    return UserError(reason, NOTHING_CHANGED, "Проверьте год и период карты.")


def choosing_by_name(old: "Drafting", request: Request, take: Sequence[str], leave: Sequence[str]) -> Request:
    """The request with other parts beside those proposed, or without some of them, by their keys or titles; the name of
    a register names all of its parts. Raises UserError for a name that there is not."""
    proposed = old.draft(request)
    parts, chosen = proposed.parts, set(proposed.chosen)
    chosen.update(*(_named(parts, name) for name in take))
    chosen.difference_update(*(_named(parts, name) for name in leave))
    return request._replace(parts=frozenset(chosen))


def _named(parts: Sequence[PartTold], name: str) -> set[str]:
    wanted = name.casefold()
    found = {
        part.id
        for part in parts
        for word in (part.id, part.title.casefold())
        if wanted in (word, word.partition("/")[0], word.partition(":")[0])
    }
    if not found:
        known = [word for part in parts for word in (part.id, part.title)]
        raise UserError(
            f"«{name}» перенести нельзя: такого в карте нет.{nearest(name, known)}",
            NOTHING_WRITTEN,
            f"Можно: {', '.join(part.id for part in parts)}.",
        )
    return found


class Drafting:
    """The old file, read once; a draft can be made of it for one request after another."""

    def __init__(self, file: RoadmapFile) -> None:
        """Raises UserError."""
        self.plan: Plan = read_plan(file)
        with file.read() as connection:
            self._records: Records = all_records(connection)
            named = [table for table, rows in self._records.items() if rows and table in _NAMED]
            self._names = {table: names_in(connection, table) for table in named}

    def draft(self, request: Request, is_cancelled: IsCancelled = lambda: False) -> Draft:
        """What the new file would hold. Raises UserError for an impossible year, Cancelled."""
        old = self.plan.info.period
        shift = Shift(old, shifted_period(old, request.period), request.to_working_days)
        choosing = Choosing(self._records, shift)
        chosen = choosing.proposed if request.parts is None else request.parts
        coming = choosing.coming(chosen)
        wordings, kept, records = [], [], {}
        typed = _by_record(request.typed)
        for index, (key, row) in enumerate(((self._own, self._roadmap(shift)), *coming.items())):
            if index % _BATCH == 0 and is_cancelled():
                raise Cancelled
            made = self._carried(key, row, shift, typed.get(key, {}))
            records[key] = made.values
            wordings += [self._wording(key, one) for one in made.wordings]
            kept += [self._kept(key, field.name, row) for field in made.kept]
        wordings.sort(key=lambda one: one.trouble is None)
        parts = tuple(_told(choosing, coming, chosen))
        title = str(records[self._own]["title"])
        return Draft(shift.new, title, parts, tuple(wordings), tuple(kept), records)

    @cached_property
    def _own(self) -> Key:
        return _TABLE, self.plan.info.id

    def _roadmap(self, shift: Shift) -> Row:
        """The roadmap of the new file: the order that approved the old plan is not its own."""
        start, end = (day.isoformat() for day in shift.new)
        row = self._records[_TABLE][self.plan.info.id]
        return row | {"period_start": start, "period_end": end, "order_number": "", "order_date": None}

    def _carried(self, key: Key, row: Row, shift: Shift, typed: Mapping[str, str]) -> Carried:
        if key != self._own:
            return carried(record_class(key[0]), row, shift, typed)
        (title,) = (field for field in Roadmap.fields if field.name == "title")
        moved = moved_text(row["title"], shift)
        new = typed.get("title", moved.text)
        trouble = None if "title" in typed else moved.trouble
        wordings = [Wording(title, row["title"], new, trouble)] if new != row["title"] or trouble else []
        return Carried(row | {"title": new}, wordings, [])

    def _wording(self, key: Key, one: Wording) -> WordingTold:
        place = (*key, one.field.name)
        return WordingTold(place, self._name(key), one.field, one.old, one.new, one.trouble)

    def _kept(self, key: Key, name: str, row: Row) -> KeptTold:
        kind = record_class(key[0])
        (field,) = (each for each in kind.fields if each.name == name)
        value = value_text(field.value(row[name]))
        return KeptTold((*key, name), kind.caption, self._name(key), field.label, value)

    def _name(self, key: Key) -> str:
        table, id_ = key
        caption = record_class(table).caption
        if key == self._own:
            return caption
        if table == ACTIVITIES.table:
            return f"{caption} {self.plan.by_id[id_].number}"
        name = self._names.get(table, {}).get(id_, "")
        return f"{caption}: {name}" if name else caption


def _by_record(typed: Mapping[Place, str]) -> dict[Key, dict[str, str]]:
    found: dict[Key, dict[str, str]] = {}
    for (table, id_, name), text in typed.items():
        found.setdefault((table, id_), {})[name] = text
    return found


def _told(choosing: Choosing, coming: Mapping[Key, Row], chosen: frozenset[str]) -> list[PartTold]:
    totals, come = choosing.totals(), choosing.totals(coming.keys())
    told = [
        PartTold(part.id, part.title, totals[part.id], come[part.id], part.id in chosen, _is_nested(part))
        for part in choosing.parts
    ]
    if totals[FILES]:
        told.append(PartTold(FILES, "Приложенные файлы", totals[FILES], come[FILES], FILES in chosen))
    return told


def _is_nested(part: Part) -> bool:
    return not part.register.is_page and not part.register.is_numbered
