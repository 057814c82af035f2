"""«Ход выполнения по школам»: each activity against each school, with totals by row and column."""

from collections.abc import Iterator, Mapping, Sequence

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.model.standing import is_in
from roadmap_desktop.reports.activity_cells import OWN_NUMBER, activity_column
from roadmap_desktop.reports.blocks import (
    Align,
    Block,
    Cell,
    Document,
    Paragraph,
    Row,
    Table,
    headed,
    notice,
    subtitle,
)
from roadmap_desktop.reports.columns import columns_for, computed, table_of
from roadmap_desktop.reports.lists import as_of, schools_of_plan
from roadmap_desktop.reports.parameters import PERIOD
from roadmap_desktop.reports.report import Group, Report
from roadmap_desktop.reports.source import Entry, Source

_SIGNS = {
    State.DONE: "+",
    State.IN_WORK: "±",
    State.PLANNED: "–",
    State.MOVED: "→",
    State.CANCELLED: "×",
}
_LEGEND = (
    f"Знаки: {', '.join(f'«{sign}» — {state.value}' for state, sign in _SIGNS.items())}; "
    "пустая клетка — отметки нет. Рядом со знаком — день, когда мероприятие выполнено."
)
# Schools that a landscape sheet holds beside the activity's name.
_MOST = 11

# A school's mark by activity and school.
_Marks = Mapping[tuple[str, str], Entry]


def progress_by_school(source: Source, period: Period) -> Document:
    """The activities of that period, all of them for the roadmap's own, and what each school of the list has done."""
    title = f"Ход выполнения дорожной карты по школам за {period_words(period)}"
    return headed(title, _blocks(source, period))


def _blocks(source: Source, period: Period) -> Iterator[Block]:
    plan = source.plan
    whole = period.covers(plan.info.period)
    activities = [row for row in plan.activities if whole or is_in(row, period)]
    names = schools_of_plan(source)
    if not names:
        yield notice("Школ пока нет, отмечать выполнение не у кого.")
    elif not activities:
        yield notice(f"За {period_words(period)} мероприятий дорожной карты нет.")
    else:
        yield subtitle(as_of(source))
        yield Paragraph(_LEGEND, small=True)
        yield _matrix(activities, names, _marks(source))


def _marks(source: Source) -> _Marks:
    return {(one.values["activity_id"], one.values["school_id"]): one for one in source.entries("progress")}


def _matrix(activities: Sequence[ActivityRow], names: Mapping[str, str], marks: _Marks) -> Table:
    def done_in(activity: ActivityRow) -> int:
        return sum(_is_done(marks.get((activity.id, school))) for school in names)

    columns = (
        OWN_NUMBER,
        activity_column("name", 84),
        computed(f"Выполнили из {len(names)}", 20, done_in, Align.CENTRE),
        *columns_for(names, 16, lambda school, row: _sign(marks.get((row.id, school))), Align.CENTRE),
    )
    done = [sum(_is_done(marks.get((row.id, school))) for row in activities) for school in names]
    total: tuple[Cell, ...] = ("", f"Выполнено мероприятий из {len(activities)}", sum(done), *done)
    rows = (*activities, Row(total, is_total=True))
    return table_of(columns, rows, lead=3, most=_MOST, font_size=10)


def _is_done(mark: Entry | None) -> bool:
    return mark is not None and mark.values["state"] == State.DONE


def _sign(mark: Entry | None) -> str:
    if mark is None:
        return ""
    day = mark.values.get("done_on") if _is_done(mark) else None
    sign = _SIGNS[State(mark.values["state"])]
    return f"{sign} {day:%d.%m}" if day else sign


REPORT = Report(
    id="progress",
    title="Ход выполнения по школам",
    group=Group.SCHOOLS,
    parameters=(PERIOD,),
    build=progress_by_school,
)
