"""Schools with low results: what they are, why they are in the list, how they do, where it hurts."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.checks import both, of_digits
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Derived, Group, Register, Related, Tab
from roadmap_desktop.model.school_list import PARTNERS

GROUNDS = ("ОГЭ", "ЕГЭ", "ВПР", "иное")


class SchoolKind(StrEnum):
    """What sort of school it is, or that it is a partner which is none: it helps schools, has teachers and agreements,
    but is not among the schools of the plan."""

    SECONDARY = "СОШ"
    BASIC = "ООШ"
    PRIMARY = "НОШ"
    LYCEUM = "лицей"
    GYMNASIUM = "гимназия"
    OTHER = "иная"
    COLLEGE = "колледж"
    CENTRE = "центр"
    PARTNER = "организация-партнёр"

    @property
    def is_school(self) -> bool:
        """Whether it can be among the schools of the plan."""
        return self.value not in PARTNERS

    @property
    def has_director(self) -> bool:
        """Whether who leads it is usually called its director."""
        return self not in (SchoolKind.OTHER, SchoolKind.PARTNER)


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

    name: str = labelled("Краткое название", required=True)
    full_name: str = labelled("Полное название", FieldKind.TEXT)
    kind: SchoolKind = labelled("Вид", FieldKind.CHOICE, default=SchoolKind.SECONDARY)
    head: str = labelled("Руководитель", personal=True)
    head_post: str = labelled("Должность руководителя")
    head_genitive: str = labelled("Руководитель (в лице кого)", personal=True)
    address: str = labelled("Адрес", FieldKind.TEXT)
    inn: str = labelled("ИНН")
    ogrn: str = labelled("ОГРН")
    contacts: str = labelled("Телефон, почта", personal=True)
    pupils: int | None = labelled("Обучающихся", FieldKind.NUMBER, least=0, most=20_000)
    teachers: int | None = labelled("Педагогов", FieldKind.NUMBER, least=0, most=2_000)
    classes: int | None = labelled("Классов", FieldKind.NUMBER, least=0, most=500)
    note: str = labelled("Примечание", FieldKind.TEXT)


class SchoolMembership(Record):
    """That a school is in the list of a school year, and on what grounds."""

    __tablename__ = "school_membership"
    caption: ClassVar[str] = "Включение в список"

    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    school_year: str = labelled("Учебный год", FieldKind.YEAR, required=True)
    grounds: str = labelled("Основания", FieldKind.WORDS, choices=GROUNDS)
    details: str = labelled("Пояснение", FieldKind.TEXT)
    order_number: str = labelled("Номер приказа")
    order_date: date | None = labelled("Дата приказа", FieldKind.DATE)


class SchoolIndicator(Record):
    """Results of one subject in one year."""

    __tablename__ = "school_indicator"
    caption: ClassVar[str] = "Результат школы"

    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    school_year: str = labelled("Учебный год", FieldKind.YEAR, required=True)
    exam: Exam = labelled("Процедура", FieldKind.CHOICE, default=Exam.OGE)
    subject: str = labelled("Предмет")
    below: float | None = labelled("Ниже порога, %", FieldKind.SHARE)
    mean: float | None = labelled("Средний балл", FieldKind.DECIMAL, least=0, most=100)
    quality: float | None = labelled("Качество, %", FieldKind.SHARE)
    success: float | None = labelled("Успеваемость, %", FieldKind.SHARE)


class RiskFactor(Record):
    """How much one risk weighs in a school."""

    __tablename__ = "risk_factor"
    caption: ClassVar[str] = "Фактор риска"

    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    factor: Factor = labelled("Фактор", FieldKind.CHOICE, default=Factor.SUBJECT)
    level: Level = labelled("Уровень", FieldKind.CHOICE, default=Level.MEDIUM)
    note: str = labelled("Пояснение", FieldKind.TEXT)


class ProblemZone(Record):
    """What is wrong in a school, why, and what is done about it."""

    __tablename__ = "problem_zone"
    caption: ClassVar[str] = "Проблемная зона"

    school_id: str = labelled("Школа", FieldKind.LINK, to="school", required=True)
    name: str = labelled("Проблемная зона", FieldKind.TEXT, required=True)
    cause: str = labelled("Причина", FieldKind.TEXT)
    cause_kind: CauseKind = labelled("Вид причины", FieldKind.CHOICE, default=CauseKind.INTERNAL)
    measures: str = labelled("Меры", FieldKind.TEXT)
    due_text: str = labelled("Срок", FieldKind.DUE)
    state: State = labelled("Состояние", FieldKind.CHOICE, default=State.PLANNED)


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
            Group("Для договоров", ("head_post", "head_genitive", "inn", "ogrn")),
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
        unique_by=("name",),
        known_as=("full_name",),
        activity_numbers=(1,),
        check=both(
            of_digits("inn", 10, "В ИНН организации 10 цифр."),
            of_digits("ogrn", 13, "В ОГРН 13 цифр."),
        ),
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
        unique_by=("school_id", "school_year"),
        activity_numbers=(1,),
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
        unique_by=("school_id", "school_year", "exam", "subject"),
        activity_numbers=(1,),
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
        unique_by=("school_id", "factor"),
        activity_numbers=(3,),
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
        activity_numbers=(3,),
        told_by="school_id",
        day="due_text",
        done=("state",),
        takes_files=True,
    ),
)
