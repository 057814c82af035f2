"""Columns of an activity as the roadmap's own tables print them."""

from operator import attrgetter

from roadmap_desktop.model.activity import Activity, State
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.reports.columns import NUMBER, TableColumn, column, computed

_DECIDED = frozenset({State.MOVED, State.CANCELLED})


def shared_words(counted: int, activities: int) -> str:
    """Why counts by performers add up to more than there are activities, where they do."""
    if counted == activities:
        return ""
    return (
        f"Мероприятие с несколькими исполнителями учтено у каждого из них; всего мероприятий — {activities}."
    )


def activity_column(name: str, width: float, title: str = "") -> TableColumn:
    """The column of a field of activities, over their rows, or over anything that has the field by that name."""
    return column(Activity, name, width, title=title, cell=attrgetter(name))


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


OWN_NUMBER = TableColumn(NUMBER, lambda activity: f"{activity.number}.")
# The header of the approved document, word for word; the due words stand as they were written.
NAME = activity_column("name", 84, "Наименование мероприятия (краткое содержание)")
DUE = activity_column("due_text", 41, "Сроки исполнения")
PERFORMERS = computed("Ответственный исполнитель", 42, performers_text)
PLAN_COLUMNS = (OWN_NUMBER, NAME, DUE, PERFORMERS, activity_column("expected_result", 50))
