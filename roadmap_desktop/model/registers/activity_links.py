"""Which activity a record of any register serves."""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.identity import link_id


class ActivityLink(Record):
    """That a record serves an activity."""

    __tablename__ = "activity_link"
    caption: ClassVar[str] = "Связь с мероприятием"

    activity_id: Mapped[str] = labelled("Мероприятие", FieldKind.LINK, ForeignKey("activity.id"), index=True)
    owner: Mapped[str] = labelled("Запись", FieldKind.OWNER, index=True, hidden=True)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", activity_link_id(values["activity_id"], values["owner"]))
        super().__init__(**values)


def activity_link_id(activity_id: str, owner: str) -> str:
    """The key of the link of that activity and that record."""
    return link_id(ActivityLink.__tablename__, activity_id, owner)
