"""Teachers and the diagnosis of their deficits: self-assessment by competence (methodical recommendations Р-201 of
27.08.2021)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.register import Group, Register, Related, Tab

# The scale of self-assessment, and up to which point of it a competence is a deficit.
LOWEST, HIGHEST, DEFICIT_UP_TO = 1, 5, 2


class Category(StrEnum):
    """The qualification of a teacher."""

    NONE = "без категории"
    FIT = "соответствие должности"
    FIRST = "первая"
    HIGHEST = "высшая"


class Competence(StrEnum):
    """Р-201: the four competences."""

    SUBJECT = "предметная"
    METHODICAL = "методическая"
    PSYCHOLOGICAL = "психолого-педагогическая"
    COMMUNICATIVE = "коммуникативная"


class Source(StrEnum):
    """How a deficit was found."""

    SELF = "самооценка"
    DIAGNOSIS = "диагностика"
    OBSERVATION = "посещение уроков"
    RESULTS = "результаты обучающихся"
    OTHER = "иное"


class DeficitState(StrEnum):
    """What has become of a deficit."""

    FOUND = "выявлен"
    IN_WORK = "в работе"
    CLOSED = "устранён"


class Teacher(Record):
    """A teacher of a school."""

    __tablename__ = "teacher"
    caption: ClassVar[str] = "Педагог"

    name: str = labelled("Фамилия, имя, отчество", personal=True, required=True)
    school_id: str | None = labelled("Школа", FieldKind.LINK, to="school")
    subjects: str = labelled("Предметы")
    position: str = labelled("Должность")
    category: Category = labelled("Категория", FieldKind.CHOICE, default=Category.NONE)
    years: int | None = labelled("Стаж, лет", FieldKind.NUMBER, least=0, most=80)
    contacts: str = labelled("Телефон, почта", personal=True)
    note: str = labelled("Примечание", FieldKind.TEXT)


class SelfAssessment(Record):
    """A point that a teacher gave to a competence of his or her own."""

    __tablename__ = "self_assessment"
    caption: ClassVar[str] = "Самооценка"
    is_personal: ClassVar[bool] = True

    teacher_id: str = labelled("Педагог", FieldKind.LINK, to="teacher", required=True)
    competence: Competence = labelled("Компетенция", FieldKind.CHOICE, default=Competence.SUBJECT)
    name: str = labelled("Что оценивается", FieldKind.TEXT)
    score: int | None = labelled("Балл (1–5)", FieldKind.NUMBER, least=LOWEST, most=HIGHEST, required=True)
    assessed_on: date | None = labelled("Дата", FieldKind.DATE)


class Deficit(Record):
    """What a teacher lacks."""

    __tablename__ = "deficit"
    caption: ClassVar[str] = "Дефицит"
    is_personal: ClassVar[bool] = True

    teacher_id: str = labelled("Педагог", FieldKind.LINK, to="teacher", required=True)
    competence: Competence = labelled("Компетенция", FieldKind.CHOICE, default=Competence.SUBJECT)
    name: str = labelled("Дефицит", FieldKind.TEXT, required=True)
    source: Source = labelled("Источник", FieldKind.CHOICE, default=Source.SELF)
    found_on: date | None = labelled("Выявлен", FieldKind.DATE)
    state: DeficitState = labelled("Состояние", FieldKind.CHOICE, default=DeficitState.FOUND)


REGISTERS = (
    Register(
        "teachers",
        Teacher,
        "Педагоги",
        ("педагог", "педагога", "педагогов"),
        "Добавить педагога",
        columns=("name", "school_id", "subjects", "position", "category", "years"),
        groups=(
            Group("Педагог", ("name", "school_id", "position", "subjects")),
            Group("Квалификация", ("category", "years")),
            Group("", ("contacts", "note")),
        ),
        named_by=("name",),
        empty="Педагогов пока нет. Добавьте первого или вставьте список из Excel.",
        tabs=(
            Tab(
                "Диагностика",
                (
                    Related("Самооценка", "assessments", "teacher_id"),
                    Related("Профессиональные дефициты", "deficits", "teacher_id"),
                ),
            ),
            Tab(
                "Развитие",
                (
                    Related("Планы развития (ИППР)", "plans", "teacher_id"),
                    Related("Курсы", "participants", "teacher_id"),
                    Related("Методические объединения", "members", "teacher_id"),
                ),
            ),
        ),
        unique_by=("name", "school_id"),
        activity_numbers=(10, 14),
        is_page=True,
        takes_files=True,
    ),
    Register(
        "assessments",
        SelfAssessment,
        "Самооценка",
        ("оценка", "оценки", "оценок"),
        "Добавить оценку",
        columns=("teacher_id", "competence", "name", "score", "assessed_on"),
        groups=(Group("", ("teacher_id", "competence", "name", "score", "assessed_on")),),
        named_by=("competence", "name"),
        activity_numbers=(10,),
        of_year=True,
    ),
    Register(
        "deficits",
        Deficit,
        "Диагностика",
        ("дефицит", "дефицита", "дефицитов"),
        "Добавить дефицит",
        columns=("teacher_id", "competence", "name", "source", "found_on", "state"),
        groups=(Group("", ("teacher_id", "competence", "name", "source", "found_on", "state")),),
        named_by=("name",),
        empty="Дефицитов пока нет. Их можно добавить или вывести из самооценки педагога.",
        activity_numbers=(10, 13),
        is_page=True,
    ),
)
