"""«План и состав методического объединения», and the register of such communities."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Align,
    Block,
    Cell,
    Column,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Signature,
    Table,
    headed,
)
from roadmap_desktop.reports.lists import NUMBER, as_of, numbered, part
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Choices, Parameter, ParameterKind, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import work_of

_GROUP = "Педагоги"
_LEADER = "Руководитель методического объединения"
_SHORT = re.compile(r"(?:М?МО|(?:[Мм]униципальное )?[Мм]етодическое объединение) (?=[а-яё])")
_ORDER = ("руководитель", "тьютор", "участник")
_REGISTER = (
    NUMBER,
    Column("Методическое объединение", 80),
    Column("Предмет", 44),
    Column("Руководитель", 50),
    Column("Участников", 0, Align.CENTRE),
    Column("Школ", 0, Align.CENTRE),
    Column("Заседаний", 0, Align.CENTRE),
)
_MEMBERS = (
    NUMBER,
    Column("Фамилия, имя, отчество", 54),
    Column("Школа", 40),
    Column("Должность, предмет", 50),
    Column("Роль", 0),
)
_MEETINGS = (
    NUMBER,
    Column("Дата", 0, Align.CENTRE),
    Column("Тема и повестка", 84),
    Column("Место", 36),
    Column("Отметка о проведении", 32),
)


def communities(source: Source) -> Document:
    """Every community with its leader, how many are in it, from how many schools, how often they meet."""
    title = f"Муниципальные методические объединения на {period_words(source.plan.info.period)}"
    return headed(title, _register(source))


def _register(source: Source) -> Iterator[Block]:
    found = sorted(source.entries("communities"), key=lambda one: as_counted(one.name))
    if not found:
        yield Paragraph("Методических объединений пока нет.", Align.CENTRE)
        return
    yield Paragraph(as_of(source), Align.CENTRE, small=True)
    yield Table(_REGISTER, numbered(_counts(source, one) for one in found))


def _counts(source: Source, community: Entry) -> tuple[Cell, ...]:
    members = _teachers(source, community)
    schools = {teacher.values["school_id"] for _, teacher in members} - {None}
    meetings = source.entries("meetings", community_id=community.id)
    values = community.values
    return (values["name"], values["subject"], values["leader"], len(members), len(schools), len(meetings))


def community(source: Source, key: str) -> Document:
    """Who is in a community, what it plans, when it meets; its leader signs."""
    record = source.entry("communities", key)
    title = f"План и состав муниципального методического объединения {_whose(record.values['name'])}"
    return headed(
        title, _one(source, record), PORTRAIT, signatures=(Signature(_LEADER, record.values["leader"]),)
    )


def _whose(name: str) -> str:
    """«учителей математики» of «ММО учителей математики»; any other name stands in quotes."""
    return _SHORT.sub("", name) if _SHORT.match(name) else f"«{name}»"


def _one(source: Source, record: Entry) -> Iterator[Block]:
    values = record.values
    yield Paragraph(period_words(source.plan.info.period), Align.CENTRE, small=True)
    yield FillIn("Предмет", values["subject"])
    yield FillIn("Руководитель", values["leader"])
    yield from part("Состав", _MEMBERS, numbered(_members(source, record)), "Участников пока нет.")
    yield Heading("План работы", level=2)
    for line in values["plan"].splitlines() or ["План работы не записан."]:
        yield Paragraph(line)
    meetings = source.entries("meetings", community_id=record.id)
    yield from part(
        "Заседания", _MEETINGS, numbered(_meetings(meetings, source.today)), "Заседаний пока нет."
    )
    if values["note"]:
        yield FillIn("Примечание", values["note"])


def _teachers(source: Source, community: Entry) -> list[tuple[Entry, Entry]]:
    """Members with the teachers that they are: the leader and the tutors first, then by name."""
    found = [
        (member, source.entry("teachers", member.values["teacher_id"]))
        for member in source.entries("members", community_id=community.id)
    ]
    return sorted(found, key=lambda one: (_ORDER.index(one[0].values["role"]), as_counted(one[1].name)))


def _members(source: Source, community: Entry) -> Iterator[tuple[Cell, ...]]:
    for member, teacher in _teachers(source, community):
        values = teacher.values
        yield values["name"], teacher.texts["school_id"], work_of(teacher), str(member.values["role"])


def _meetings(meetings: Sequence[Entry], today: date) -> Iterator[tuple[Cell, ...]]:
    for meeting in by_day(meetings, "held_on"):
        values = meeting.values
        what = "\n".join(filter(None, (values["name"], values["agenda"])))
        yield values["held_on"], what, values["place"], _mark(meeting, today)


def _mark(meeting: Entry, today: date) -> str:
    number, day = meeting.values["protocol_number"], meeting.values["held_on"]
    if number:
        return f"протокол № {number}"
    return "проведено" if day and day < today else ""


def _build_register(source: Source, _choices: Choices) -> Document:
    return communities(source)


def _build(source: Source, choices: Choices) -> Document:
    return community(source, choices["record"])


COMMUNITIES = Report(
    id="communities",
    title="Методические объединения",
    group=_GROUP,
    parameters=(),
    build=_build_register,
)
COMMUNITY = Report(
    id="community",
    title="План и состав методического объединения",
    group=_GROUP,
    parameters=(
        Parameter(
            "record",
            "методическое объединение",
            "«ММО учителей математики»",
            ParameterKind.RECORD,
            register="communities",
            required=True,
        ),
    ),
    build=_build,
    stamp=Stamp.APPROVED,
    signers=(_LEADER,),
)
