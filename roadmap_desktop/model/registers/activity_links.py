"""Which activity a record of any register serves."""

from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled


class ActivityLink(Record):
    """That a record serves an activity."""

    __tablename__ = "activity_link"
    caption: ClassVar[str] = "Связь с мероприятием"
    keyed_by = ("activity_id", "owner")

    activity_id: str = labelled("Мероприятие", FieldKind.LINK, to="activity")
    owner: str = labelled("Запись", FieldKind.OWNER, hidden=True)
