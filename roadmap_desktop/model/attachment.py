"""Files attached to activities and to records of registers."""

from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled


class Attachment(Record):
    """That a content, known by the hash of its bytes, is attached to a record, and under which name. The same content
    attached to the same record in two copies of a file is one attachment."""

    __tablename__ = "attachment"
    caption: ClassVar[str] = "Приложенный файл"
    keyed_by = ("owner", "sha256")
    # Scans, certificates, lists of participants: nobody can tell what of people stands in a file.
    is_personal: ClassVar[bool] = True

    owner: str = labelled("К чему приложен", FieldKind.OWNER, hidden=True)
    name: str = labelled("Имя файла")
    sha256: str = labelled("Содержимое файла", FieldKind.CONTENT, hidden=True)
    size: int = labelled("Размер", FieldKind.NUMBER)
