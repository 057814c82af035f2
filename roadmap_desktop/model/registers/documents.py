"""Documents, and who was acquainted with them."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import reads_as_person
from roadmap_desktop.model.register import Group, Register, Related, Tab


class DocumentKind(StrEnum):
    """What sort of document it is."""

    ORDER = "приказ"
    LETTER = "письмо"
    PLAN = "план"
    RECOMMENDATIONS = "методические рекомендации"
    REPORT = "справка"
    PROTOCOL = "протокол"
    OTHER = "иное"


class Document(Record):
    """A normative or methodical document."""

    __tablename__ = "document"
    caption: ClassVar[str] = "Документ"

    name: str = labelled("Название", FieldKind.TEXT, required=True)
    kind: DocumentKind = labelled("Вид", FieldKind.CHOICE, default=DocumentKind.ORDER)
    number: str = labelled("Номер")
    signed_on: date | None = labelled("Дата", FieldKind.DATE)
    issued_by: str = labelled("Кем издан", personal=reads_as_person)
    note: str = labelled("Примечание", FieldKind.TEXT)


class Acquaintance(Record):
    """That a school was acquainted with a document."""

    __tablename__ = "acquaintance"
    caption: ClassVar[str] = "Ознакомление"

    document_id: str = labelled("Документ", FieldKind.LINK, to="document", required=True)
    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    acquainted_on: date | None = labelled("Дата", FieldKind.DATE)
    who: str = labelled("Кто ознакомлен", personal=True)


REGISTERS = (
    Register(
        "documents",
        Document,
        "Документы",
        ("документ", "документа", "документов"),
        "Добавить документ",
        columns=("kind", "number", "signed_on", "name", "issued_by"),
        groups=(
            Group("Документ", ("name", "kind", "number", "signed_on", "issued_by")),
            Group("", ("note",)),
        ),
        named_by=("name",),
        empty="Документов пока нет. Добавьте приказ, письмо или рекомендации и приложите файл.",
        tabs=(Tab("Ознакомление", (Related("Ознакомлены", "acquaintances", "document_id"),)),),
        unique_by=("kind", "number", "signed_on", "name"),
        activity_numbers=(4, 15),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "acquaintances",
        Acquaintance,
        "Ознакомление с документами",
        ("запись", "записи", "записей"),
        "Добавить ознакомление",
        columns=("school_id", "acquainted_on", "who"),
        groups=(Group("", ("document_id", "school_id", "acquainted_on", "who")),),
        named_by=("who", "school_id"),
        unique_by=("document_id", "school_id", "who"),
        activity_numbers=(15,),
        of_year=True,
    ),
)
