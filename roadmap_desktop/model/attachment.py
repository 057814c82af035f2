"""Files attached to activities."""

from typing import Any, ClassVar

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.identity import link_id


class Attachment(Record):
    """That a content, known by the hash of its bytes, is attached to an activity, and under which name. The same
    content attached to the same activity in two copies of a file is one attachment."""

    __tablename__ = "attachment"
    caption: ClassVar[str] = "Приложенный файл"
    # Scans, certificates, lists of participants: nobody can tell what of people stands in a file.
    is_personal: ClassVar[bool] = True

    activity_id: Mapped[str] = labelled("Мероприятие", FieldKind.LINK, ForeignKey("activity.id"), index=True)
    name: Mapped[str] = labelled("Имя файла")
    sha256: Mapped[str] = labelled("Содержимое файла", FieldKind.CONTENT, hidden=True)
    size: Mapped[int] = labelled("Размер", FieldKind.NUMBER)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", attachment_id(values["activity_id"], values["sha256"]))
        super().__init__(**values)


def attachment_id(activity_id: str, sha256: str) -> str:
    """The key of the attachment of that content to that activity."""
    return link_id(Attachment.__tablename__, activity_id, sha256)
