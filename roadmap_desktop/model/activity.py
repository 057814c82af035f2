"""Activities of the plan and those who perform them."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import reads_as_person


class State(StrEnum):
    """What the methodist says of an activity. «Просрочено» and «без даты» are derived, see ``standing``."""

    PLANNED = "запланировано"
    IN_WORK = "в работе"
    DONE = "выполнено"
    MOVED = "перенесено"
    CANCELLED = "отменено"


class Activity(Record):
    """A row of the plan."""

    __tablename__ = "activity"
    caption: ClassVar[str] = "Мероприятие"

    section_id: str | None = labelled("Раздел", FieldKind.LINK, to="section", indexed=False)
    position: str = labelled("Порядок", FieldKind.ORDER, hidden=True)
    name: str = labelled("Наименование мероприятия", FieldKind.TEXT, required=True)
    due_text: str = labelled("Срок исполнения", FieldKind.DUE, dates="due_dates")
    due_dates: str = labelled("Даты, указанные вручную", FieldKind.LINE)
    performers: tuple[str, ...] = labelled(
        "Ответственный исполнитель", FieldKind.NAMES, through="activity_performer"
    )
    expected_result: str = labelled("Ожидаемый результат", FieldKind.TEXT)
    state: State = labelled("Состояние", FieldKind.CHOICE, default=State.PLANNED)
    actual_result: str = labelled("Фактический результат", FieldKind.TEXT)
    completed_on: date | None = labelled("Дата выполнения", FieldKind.DATE)
    note: str = labelled("Примечание", FieldKind.TEXT)


def done_today(record: Record, values: Mapping[str, Any], today: date) -> dict[str, date]:
    """What goes along with new values of a record that has a day of completion: today, where it is done by them, and no
    day was given."""
    is_new = values.get("state") == State.DONE != getattr(record, "state", None)
    is_open = getattr(record, "completed_on", today) is None and values.get("completed_on") is None
    return {"completed_on": today} if is_new and is_open else {}


class Performer(Record):
    """An office, a group or a post that performs activities, named as it is printed."""

    __tablename__ = "performer"
    caption: ClassVar[str] = "Исполнитель"

    name: str = labelled("Наименование исполнителя", personal=reads_as_person)


class ActivityPerformer(Record):
    """That a performer is responsible for an activity, and in which place of its list."""

    __tablename__ = "activity_performer"
    caption: ClassVar[str] = "Ответственный исполнитель"
    keyed_by = ("activity_id", "performer_id")

    activity_id: str = labelled("Мероприятие", FieldKind.LINK, to="activity")
    performer_id: str = labelled("Исполнитель", FieldKind.LINK, to="performer")
    position: str = labelled("Порядок", FieldKind.ORDER, hidden=True)
