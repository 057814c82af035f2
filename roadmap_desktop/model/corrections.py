"""What a correction of the plan consists of: the wording of one plan beside that of another."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.rows import ActivityRow, Plan

NOTHING_THERE = "—"
_DECIDED = frozenset({State.MOVED, State.CANCELLED})


class Correction(NamedTuple):
    """One point of the list. ``number`` is «№ п/п» as it is in the new plan (of what was taken out, in the old one),
    ``was_number`` another one that it had before; ``reason`` is what a changed note says."""

    number: str
    was_number: str
    name: str
    old: str
    new: str
    reason: str


class Corrections(NamedTuple):
    """All points: of the plan's own fields and sections, of its activities."""

    common: tuple[Correction, ...]
    changed: tuple[Correction, ...]
    added: tuple[Correction, ...]
    removed: tuple[Correction, ...]

    @property
    def are_none(self) -> bool:
        """Whether the plans read the same."""
        return not any(self)


def corrections(old: Plan, new: Plan) -> Corrections:
    """What must be corrected in the old plan to read as the new one. Numbers that only follow from other activities,
    marks of execution and files are no corrections; «перенесено» and «отменено» are."""
    sections = _sections(old), _sections(new)
    return Corrections(
        tuple(_common(old, new)),
        tuple(_changed(old, new, *sections)),
        tuple(
            Correction(row.number, "", row.name, NOTHING_THERE, _told(row, sections[1]), row.note)
            for row in new.activities
            if row.id not in old.by_id
        ),
        tuple(
            Correction(row.number, "", row.name, _told(row, sections[0]), NOTHING_THERE, "")
            for row in old.activities
            if row.id not in new.by_id
        ),
    )


def _common(old: Plan, new: Plan) -> Iterator[Correction]:
    before, after = old.info, new.info
    if before.title != after.title:
        yield _of_plan("Название", before.title, after.title)
    if before.period != after.period:
        yield _of_plan("Период", _days(before.period), _days(after.period))
    sections, later = _sections(old), _sections(new)
    for id_ in {**sections, **later}:
        if sections.get(id_) != later.get(id_):
            yield _of_plan("Раздел", sections.get(id_, ""), later.get(id_, ""))


def _of_plan(name: str, old: str, new: str) -> Correction:
    return Correction("", "", name, old or NOTHING_THERE, new or NOTHING_THERE, "")


def _changed(old: Plan, new: Plan, sections: dict[str, str], later: dict[str, str]) -> Iterator[Correction]:
    for row in new.activities:
        was = old.by_id.get(row.id)
        if was is None:
            continue
        before, after = _fields(was, sections), _fields(row, later)
        if was.section_id == row.section_id:
            # A section that got another name is told once, above.
            before["Раздел"] = after["Раздел"]
        labels = [label for label in before if before[label] != after[label]]
        if labels:
            yield Correction(
                row.number,
                was.number if was.number != row.number else "",
                row.name,
                _lines(before, labels),
                _lines(after, labels),
                row.note if row.note != was.note else "",
            )


def _fields(row: ActivityRow, sections: dict[str, str]) -> dict[str, str]:
    return {
        "Раздел": sections.get(row.section_id or "", ""),
        "Наименование": row.name,
        "Сроки исполнения": _due(row),
        "Ответственный исполнитель": ", ".join(row.performers),
        "Ожидаемый результат": row.expected_result,
        "Состояние": row.state.value if row.state in _DECIDED else "",
    }


def _told(row: ActivityRow, sections: dict[str, str]) -> str:
    fields = _fields(row, sections)
    return _lines(fields, [label for label, value in fields.items() if value and label != "Наименование"])


def _lines(fields: dict[str, str], labels: list[str]) -> str:
    return "\n".join(f"{label}: {fields[label] or NOTHING_THERE}" for label in labels) or NOTHING_THERE


def _due(row: ActivityRow) -> str:
    """The words; dates given by hand stand beside them."""
    if not row.due_dates:
        return row.due_text
    days = ", ".join(map(_days, row.due.periods))
    return f"{row.due_text} ({days})" if row.due_text else days


def _days(period: Period) -> str:
    start, end = period
    return f"{start:%d.%m.%Y}" if start == end else f"{start:%d.%m.%Y} – {end:%d.%m.%Y}"


def _sections(plan: Plan) -> dict[str, str]:
    return {section.id: section.name for section in plan.sections}
