"""Files attached to activities and to records of registers."""

from typing import Any, ClassVar

from sqlalchemy.orm import Mapped

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.identity import link_id


class Attachment(Record):
    """That a content, known by the hash of its bytes, is attached to a record, and under which name. The same content
    attached to the same record in two copies of a file is one attachment."""

    __tablename__ = "attachment"
    caption: ClassVar[str] = "Приложенный файл"
    # Scans, certificates, lists of participants: nobody can tell what of people stands in a file.
    is_personal: ClassVar[bool] = True

    owner: Mapped[str] = labelled("К чему приложен", FieldKind.OWNER, index=True, hidden=True)
    name: Mapped[str] = labelled("Имя файла")
    sha256: Mapped[str] = labelled("Содержимое файла", FieldKind.CONTENT, hidden=True)
    size: Mapped[int] = labelled("Размер", FieldKind.NUMBER)

    def __init__(self, **values: Any) -> None:
        values.setdefault("id", attachment_id(values["owner"], values["sha256"]))
        super().__init__(**values)


def attachment_id(owner: str, sha256: str) -> str:
    """The key of the attachment of that content to that record."""
    return link_id(Attachment.__tablename__, owner, sha256)
