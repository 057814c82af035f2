"""«Сохранить копию»: the whole file, a month or a section of it, with or without personal data."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from roadmap_desktop import clock
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.base import field_of
from roadmap_desktop.model.letters import one_line
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.model.russian import activities_counted, counted, month_title
from roadmap_desktop.model.standing import month_group
from roadmap_desktop.operations.copies.copy_remarks import Remark, remarks
from roadmap_desktop.reports.period_plan import DEFAULT_GROUPS
from roadmap_desktop.storage import copying
from roadmap_desktop.storage.excerpt import keep_activities
from roadmap_desktop.storage.privacy import (
    PersonalData,
    find_personal_data,
    refuse_leftovers,
    remove_personal_data,
)

IsCancelled = Callable[[], bool]
Percent = Callable[[int], object]

MONTH_HOLDS = (
    "В копию войдут те же мероприятия, что и в план месяца на печати: этого месяца, идущие весь период и "
    "не выполненные раньше. Мероприятий без срока и остальных в ней не будет, номера пойдут с 1. "
    "При объединении с вашим файлом ничего из него не удалится."
)
SECTION_HOLDS = (
    "В копию войдут только мероприятия этого раздела, названия остальных разделов останутся. Номера могут измениться. "
    "При объединении с вашим файлом ничего из него не удалится."
)
_MOST_TOLD = 40
_NOT_SAVED = "Копия не сохранена."


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """What the copy is to hold: the whole file, or the activities of a month, or those of the section with that key."""

    without_personal: bool = False
    month: Period | None = None
    section_id: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all is left out."""
        return not self.without_personal and not self.is_part

    @property
    def is_part(self) -> bool:
        """Whether activities are left out."""
        return self.month is not None or self.section_id is not None


@dataclass(frozen=True, slots=True)
class CopyReport:
    """``removed``: what is not in the copy, lines in Russian; ``stays``: what its texts still say of persons, names,
    telephones, documents; ``perhaps``: words in them that may be names."""

    removed: tuple[str, ...] = ()
    stays: tuple[Remark, ...] = ()
    perhaps: tuple[Remark, ...] = ()


def section_named(plan: Plan, name: str) -> str:
    """The key of the section with that name, whatever its capitals. Raises UserError when there is none."""
    wanted = one_line(name).casefold()
    for section in plan.sections:
        if one_line(section.name).casefold() == wanted:
            return section.id
    known = ", ".join(f"«{section.name}»" for section in plan.sections)
    advice = f"Есть: {known}." if known else "План не разбит на разделы."
    raise UserError(f"Раздела «{name}» в плане нет.", _NOT_SAVED, advice)


def preview_copy(
    path: Path, plan: Plan, request: CopyRequest, is_cancelled: IsCancelled = lambda: False
) -> CopyReport:
    """What the copy would lack and which names would stay in it; nothing is written. Callable from any thread. Raises
    UserError, Cancelled."""
    if request.is_whole:
        return CopyReport()
    return _report(copying.try_altering(path, _altering(plan, request, dry=True), is_cancelled))


def save_copy(
    path: Path,
    target: Path,
    plan: Plan,
    request: CopyRequest | None = None,
    percent: Percent = lambda _percent: None,
    is_cancelled: IsCancelled = lambda: False,
) -> CopyReport:
    """Saves a complete, compact, checked copy of a file that may be open, from any thread; returns what was left out.

    Raises UserError, Cancelled; nothing is left behind then.
    """
    request = request or CopyRequest()
    if request.is_whole:
        copying.save_copy(path, target, percent, is_cancelled)
        return CopyReport()
    alter = _altering(plan, request, dry=False)
    removed = copying.save_altered_copy(path, target, alter, _verify, percent, is_cancelled)
    return _report(removed)


@dataclass(frozen=True, slots=True)
class _Removed:
    activities: int
    personal: PersonalData | None = None
    stays: tuple[Remark, ...] = ()
    perhaps: tuple[Remark, ...] = ()


def _altering(plan: Plan, request: CopyRequest, *, dry: bool) -> Callable[[sqlite3.Connection], _Removed]:
    def alter(connection: sqlite3.Connection) -> _Removed:
        count = keep_activities(connection, _kept_ids(plan, request)) if request.is_part else 0
        if not request.without_personal:
            return _Removed(count)
        personal = find_personal_data(connection)
        # While the names of records can still be read.
        stays, perhaps = remarks(connection, plan, personal.mentions)
        if not dry:
            remove_personal_data(connection, personal)
        return _Removed(count, personal, stays, perhaps)

    return alter


def _kept_ids(plan: Plan, request: CopyRequest) -> set[str]:
    month, section_id = request.month, request.section_id
    rows = plan.activities
    if month is not None:
        period, today = plan.info.period, clock.today()
        rows = tuple(row for row in rows if month_group(row, month, period, today) in DEFAULT_GROUPS)
    if section_id is not None:
        rows = tuple(row for row in rows if row.section_id == section_id)
    if not rows:
        what = f"в месяце «{month_title(month.start)}»" if month is not None else "в этом разделе"
        raise UserError(f"Мероприятий {what} нет.", _NOT_SAVED, "Выберите другую часть плана.")
    return {row.id for row in rows}


def _verify(copy: Path, removed: _Removed) -> None:
    if removed.personal is not None:
        refuse_leftovers(copy, removed.personal)


def _report(removed: _Removed) -> CopyReport:
    lines = []
    if removed.activities:
        lines.append(f"Остальные мероприятия и их история: {activities_counted(removed.activities)}")
    if removed.personal is not None:
        lines += _personal_lines(removed.personal)
    return CopyReport(tuple(lines), removed.stays, removed.perhaps)


def _personal_lines(personal: PersonalData) -> Iterator[str]:
    by_field: dict[tuple[str, str], list[str]] = {}
    for (table, _, name), values in personal.values.items():
        by_field.setdefault((table, name), []).extend(values)
    for (table, name), values in by_field.items():
        declared, known = field_of(record_class(table), name), tuple(dict.fromkeys(values))
        # What was judged by how it reads is told whole: it may have been an office after all.
        yield f"{declared.label}: {', '.join(known if callable(declared.personal) else _shortened(known))}"
    by_kind: dict[str, list[str]] = {}
    for (table, _), names in personal.records.items():
        by_kind.setdefault(table, []).extend(names)
    for table, names in by_kind.items():
        yield f"{record_class(table).caption}: {', '.join(_shortened(tuple(dict.fromkeys(names))))}"
    if personal.authors:
        yield f"Имена авторов правок: {len(personal.authors)} ({', '.join(_shortened(tuple(personal.authors)))})"
    if personal.journal_rows:
        yield f"Записи истории с этими данными: {personal.journal_rows}"
    if personal.labels:
        yield f"Подписи правок, где может быть имя: {len(personal.labels)}"
    if not (by_field or by_kind or personal.authors):
        yield "Персональных данных в файле не найдено"


def _shortened(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) <= _MOST_TOLD:
        return values
    return (
        *values[:_MOST_TOLD],
        f"и ещё {counted(len(values) - _MOST_TOLD, 'значение', 'значения', 'значений')}",
    )
