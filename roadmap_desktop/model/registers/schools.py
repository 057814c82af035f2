"""Schools with low results: what they are, why they are in the list, how they do, where it hurts."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Float, ForeignKey
from sqlalchemy.orm import Mapped

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled, word_choice
from roadmap_desktop.model.register import Derived, Group, Register, Related, Tab

GROUNDS = ("ОГЭ", "ЕГЭ", "ВПР", "иное")


class SchoolKind(StrEnum):
    """What sort of school it is."""

    SECONDARY = "СОШ"
    BASIC = "ООШ"
    PRIMARY = "НОШ"
    LYCEUM = "лицей"
    GYMNASIUM = "гимназия"
    OTHER = "иная"


class Exam(StrEnum):
    """Where an indicator comes from."""

    OGE = "ОГЭ"
    EGE = "ЕГЭ"
    VPR = "ВПР"
    YEAR = "итоги года"


class Level(StrEnum):
    """How much a risk weighs."""

    HIGH = "высокий"
    MEDIUM = "средний"
    LOW = "низкий"


class Factor(StrEnum):
    """Risk factors of low results, as the federal project «500+» names them."""

    EQUIPMENT = "Низкий уровень оснащения школы"
    STAFF = "Дефицит педагогических кадров"
    SUBJECT = "Недостаточная предметная и методическая компетентность"
    DISABLED = "Высокая доля обучающихся с ОВЗ"
    LANGUAGE = "Риски низкой адаптивности учебного процесса"
    MOTIVATION = "Низкая учебная мотивация обучающихся"
    WELFARE = "Пониженный уровень школьного благополучия"
    DISCIPLINE = "Низкий уровень дисциплины в классе"
    FAILURE = "Высокая доля обучающихся с рисками учебной неуспешности"
    PARENTS = "Низкий уровень вовлечённости родителей"


class CauseKind(StrEnum):
    """Whether the school itself can do something about a cause."""

    INTERNAL = "внутренняя"
    EXTERNAL = "внешняя"


class School(Record):
    """A school of the district."""

    __tablename__ = "school"
    caption: ClassVar[str] = "Школа"

    name: Mapped[str] = labelled("Краткое название", required=True)
    full_name: Mapped[str] = labelled("Полное название", FieldKind.TEXT)
    kind: Mapped[SchoolKind] = labelled(
        "Вид", FieldKind.CHOICE, word_choice(SchoolKind), default=SchoolKind.SECONDARY
    )
    head: Mapped[str] = labelled("Руководитель", personal=True)
    address: Mapped[str] = labelled("Адрес", FieldKind.TEXT)
    contacts: Mapped[str] = labelled("Телефон, почта", personal=True)
    pupils: Mapped[int | None] = labelled("Обучающихся", FieldKind.NUMBER, least=0, most=20_000)
    teachers: Mapped[int | None] = labelled("Педагогов", FieldKind.NUMBER, least=0, most=2_000)
    classes: Mapped[int | None] = labelled("Классов", FieldKind.NUMBER, least=0, most=500)
    note: Mapped[str] = labelled("Примечание", FieldKind.TEXT)


class SchoolMembership(Record):
    """That a school is in the list of a school year, and on what grounds."""

    __tablename__ = "school_membership"
    caption: ClassVar[str] = "Включение в список"

    school_id: Mapped[str] = labelled(
        "Школа", FieldKind.LINK, ForeignKey("school.id"), index=True, required=True
    )
    school_year: Mapped[str] = labelled("Учебный год", FieldKind.YEAR, required=True)
    grounds: Mapped[str] = labelled("Основания", FieldKind.WORDS, choices=GROUNDS)
    details: Mapped[str] = labelled("Пояснение", FieldKind.TEXT)
    order_number: Mapped[str] = labelled("Номер приказа")
    order_date: Mapped[date | None] = labelled("Дата приказа", FieldKind.DATE)


class SchoolIndicator(Record):
    """Results of one subject in one year."""

    __tablename__ = "school_indicator"
    caption: ClassVar[str] = "Результат школы"

    school_id: Mapped[str] = labelled(
        "Школа", FieldKind.LINK, ForeignKey("school.id"), index=True, required=True
    )
    school_year: Mapped[str] = labelled("Учебный год", FieldKind.YEAR, required=True)
    exam: Mapped[Exam] = labelled("Процедура", FieldKind.CHOICE, word_choice(Exam), default=Exam.OGE)
    subject: Mapped[str] = labelled("Предмет")
    below: Mapped[float | None] = labelled("Ниже порога, %", FieldKind.SHARE, Float)
    mean: Mapped[float | None] = labelled("Средний балл", FieldKind.DECIMAL, Float, least=0, most=100)
    quality: Mapped[float | None] = labelled("Качество, %", FieldKind.SHARE, Float)
    success: Mapped[float | None] = labelled("Успеваемость, %", FieldKind.SHARE, Float)


class RiskFactor(Record):
    """How much one risk weighs in a school."""

    __tablename__ = "risk_factor"
    caption: ClassVar[str] = "Фактор риска"

    school_id: Mapped[str] = labelled(
        "Школа", FieldKind.LINK, ForeignKey("school.id"), index=True, required=True
    )
    factor: Mapped[Factor] = labelled(
        "Фактор", FieldKind.CHOICE, word_choice(Factor, 80), default=Factor.SUBJECT
    )
    level: Mapped[Level] = labelled("Уровень", FieldKind.CHOICE, word_choice(Level), default=Level.MEDIUM)
    note: Mapped[str] = labelled("Пояснение", FieldKind.TEXT)


class ProblemZone(Record):
    """What is wrong in a school, why, and what is done about it."""

    __tablename__ = "problem_zone"
    caption: ClassVar[str] = "Проблемная зона"

    school_id: Mapped[str] = labelled(
        "Школа", FieldKind.LINK, ForeignKey("school.id"), index=True, required=True
    )
    name: Mapped[str] = labelled("Проблемная зона", FieldKind.TEXT, required=True)
    cause: Mapped[str] = labelled("Причина", FieldKind.TEXT)
    cause_kind: Mapped[CauseKind] = labelled(
        "Вид причины", FieldKind.CHOICE, word_choice(CauseKind), default=CauseKind.INTERNAL
    )
    measures: Mapped[str] = labelled("Меры", FieldKind.TEXT)
    due_text: Mapped[str] = labelled("Срок", FieldKind.DUE)
    state: Mapped[State] = labelled("Состояние", FieldKind.CHOICE, word_choice(State), default=State.PLANNED)


REGISTERS = (
    Register(
        "schools",
        School,
        "Школы",
        ("школа", "школы", "школ"),
        "Добавить школу",
        columns=("name", "kind", "years", "head", "pupils", "teachers", "contacts"),
        groups=(
            Group("Школа", ("name", "full_name", "kind", "head", "address", "contacts")),
            Group("Численность", ("pupils", "teachers", "classes")),
            Group("", ("note",)),
        ),
        named_by=("name",),
        empty="Школ пока нет. Добавьте первую или вставьте список из Excel.",
        tabs=(
            Tab(
                "Результаты и проблемные зоны",
                (
                    Related("В списке школ с низкими результатами", "memberships", "school_id"),
                    Related("Проблемные зоны и причины", "zones", "school_id"),
                    Related("Результаты по предметам", "indicators", "school_id"),
                    Related("Факторы риска", "risks", "school_id"),
                ),
            ),
            Tab(
                "Партнёры",
                (
                    Related("Кто помогает школе", "partnerships", "school_id"),
                    Related("Кому помогает школа", "partnerships", "partner_id"),
                    Related("Договоры", "agreements", "school_id"),
                ),
            ),
            Tab(
                "Педагоги",
                (
                    Related("Педагоги", "teachers", "school_id"),
                    Related("Адресная помощь", "helps", "school_id"),
                ),
            ),
        ),
        derived=(Derived("years", "В списке", "memberships", "school_id", "school_year"),),
        alike=("name",),
        numbers=(1,),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "memberships",
        SchoolMembership,
        "Список школ по годам",
        ("запись", "записи", "записей"),
        "Добавить год",
        columns=("school_id", "school_year", "grounds", "details", "order_number", "order_date"),
        groups=(Group("", ("school_id", "school_year", "grounds", "details", "order_number", "order_date")),),
        named_by=("school_year", "school_id"),
        alike=("school_id", "school_year"),
        numbers=(1,),
    ),
    Register(
        "indicators",
        SchoolIndicator,
        "Результаты школ",
        ("результат", "результата", "результатов"),
        "Добавить результат",
        columns=("school_id", "school_year", "exam", "subject", "below", "mean", "quality", "success"),
        groups=(
            Group("", ("school_id", "school_year", "exam", "subject")),
            Group("Показатели", ("below", "mean", "quality", "success")),
        ),
        named_by=("school_id", "exam", "subject", "school_year"),
        alike=("school_id", "school_year", "exam", "subject"),
        numbers=(1,),
    ),
    Register(
        "risks",
        RiskFactor,
        "Факторы риска",
        ("фактор", "фактора", "факторов"),
        "Добавить фактор",
        columns=("school_id", "factor", "level", "note"),
        groups=(Group("", ("school_id", "factor", "level", "note")),),
        named_by=("factor", "school_id"),
        alike=("school_id", "factor"),
        numbers=(3,),
    ),
    Register(
        "zones",
        ProblemZone,
        "Проблемные зоны",
        ("проблемная зона", "проблемные зоны", "проблемных зон"),
        "Добавить проблемную зону",
        columns=("school_id", "name", "cause_kind", "measures", "due_text", "state"),
        groups=(
            Group("", ("school_id", "name", "cause", "cause_kind", "measures")),
            Group("Работа", ("due_text", "state")),
        ),
        named_by=("name",),
        numbers=(3,),
        day="due_text",
        takes_files=True,
    ),
)
