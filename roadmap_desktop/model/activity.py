"""Activities of the plan and those who perform them."""

from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.identity import link_id
from roadmap_desktop.model.personal_text import reads_as_person


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

    section_id: Mapped[str | None] = labelled("Раздел", FieldKind.LINK, ForeignKey("section.id"))
    position: Mapped[str] = labelled("Порядок", FieldKind.ORDER, hidden=True)
    name: Mapped[str] = labelled("Наименование мероприятия", FieldKind.TEXT)
    due_text: Mapped[str] = labelled("Срок исполнения", FieldKind.DUE)
    due_dates: Mapped[str] = labelled("Даты, указанные вручную", FieldKind.LINE)
    expected_result: Mapped[str] = labelled("Ожидаемый результат", FieldKind.TEXT)
    state: Mapped[State] = labelled("Состояние", FieldKind.CHOICE, word_choice(State), default=State.PLANNED)
    actual_result: Mapped[str] = labelled("Фактический результат", FieldKind.TEXT)
    completed_on: Mapped[date | None] = labelled("Дата выполнения", FieldKind.DATE)
    note: Mapped[str] = labelled("Примечание", FieldKind.TEXT)


class Performer(Record):
    """An office, a group or a post that performs activities, named as it is printed."""

    __tablename__ = "performer"
    caption: ClassVar[str] = "Исполнитель"

    name: Mapped[str] = labelled("Наименование исполнителя", personal=reads_as_person)


class ActivityPerformer(Record):
    """That a performer is responsible for an activity, and in which place of its list."""

    __tablename__ = "activity_performer"
    caption: ClassVar[str] = "Ответственный исполнитель"

    activity_id: Mapped[str] = labelled("Мероприятие", FieldKind.LINK, ForeignKey("activity.id"), index=True)
    performer_id: Mapped[str] = labelled(
        "Исполнитель", FieldKind.LINK, ForeignKey("performer.id"), index=True
    )
    position: Mapped[str] = labelled("Порядок", FieldKind.ORDER, hidden=True)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", link_id(self.__tablename__, values["activity_id"], values["performer_id"]))
        super().__init__(**values)
