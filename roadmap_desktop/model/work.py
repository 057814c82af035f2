"""Work as a month's plan shows it: what is done on a day, at an hour, somewhere, with someone."""

from enum import StrEnum

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import FieldKind, labelled
from roadmap_desktop.model.personal import reads_as_person, speaks_of_persons


class WorkState(StrEnum):
    """What has become of a work. Of one whose day is over and of which nothing was said, nothing is known."""

    PLANNED = "запланировано"
    IN_WORK = "в работе"
    DONE = "выполнено"
    NOT_DONE = "не выполнено"
    CANCELLED = "отменено"


OPEN_WORK = frozenset({WorkState.PLANNED, WorkState.IN_WORK, WorkState.NOT_DONE})


class Direction(StrEnum):
    """The groups of a plan «по направлениям»."""

    MEETINGS = "совещания"
    METHODS = "методическая работа"
    SCHOOLS = "работа со школами"
    TRAINING = "повышение квалификации"
    PUPILS = "работа с обучающимися"
    CONTROL = "контроль и мониторинг"
    PARENTS = "работа с родителями"
    PAPERS = "документы и отчётность"
    OTHER = "прочее"
    ROADMAP = "мероприятия дорожной карты"


class Work(Record):
    """The fields that every work has besides its own. ``moved_from`` are the days it was planned for before, so that
    the report of that month still knows it."""

    time: str = labelled("Время", FieldKind.HOURS)
    place: str = labelled("Место")
    participants: str = labelled("Участники", personal=speaks_of_persons)
    state: WorkState = labelled("Состояние", FieldKind.CHOICE, default=WorkState.PLANNED)
    reason: str = labelled("Почему не выполнено", FieldKind.TEXT, personal=speaks_of_persons)
    moved_from: str = labelled("Перенесено с")


class HeldWork(Work):
    """Work that somebody answers for, in words; performers of the plan among them."""

    responsible: str = labelled("Ответственный", personal=reads_as_person)
