"""Cells of an activity as the roadmap's own tables print them."""

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.reports.blocks import Align, Column

# The header of the approved document, word for word.
NUMBER = Column("№ п/п", 0, Align.CENTRE)
NAME = Column("Наименование мероприятия (краткое содержание)", 84)
DUE = Column("Сроки исполнения", 41)
PERFORMERS = Column("Ответственный исполнитель", 42)
EXPECTED = Column("Ожидаемый результат", 50)
PLAN_COLUMNS = (NUMBER, NAME, DUE, PERFORMERS, EXPECTED)
# What is said above counts by performers.
SHARED = "Мероприятие с несколькими исполнителями учтено у каждого из них, в итоге — один раз."
_DECIDED = frozenset({State.MOVED, State.CANCELLED})


def plan_cells(activity: ActivityRow) -> tuple[str, ...]:
    """The cells under ``PLAN_COLUMNS``; the due words stand as they were written."""
    return (
        f"{activity.number}.",
        activity.name,
        activity.due_text,
        performers_text(activity),
        activity.expected_result,
    )


def performers_text(activity: ActivityRow) -> str:
    """«Отдел образования, МКУ «ЦМТО»»."""
    return ", ".join(activity.performers)


def done_words(activity: ActivityRow) -> str:
    """«выполнено 05.10.2020»."""
    day = activity.completed_on
    return State.DONE.value if day is None else f"{State.DONE.value} {day:%d.%m.%Y}"


def completion_mark(activity: ActivityRow) -> str:
    """What is known of the completion; work that is not finished leaves room for a mark by hand."""
    if activity.state is State.DONE:
        done = done_words(activity)
        return f"{done}\n{activity.actual_result}" if activity.actual_result else done
    return activity.state.value if activity.state in _DECIDED else ""
