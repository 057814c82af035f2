"""«План и состав методического объединения», and the register of such communities."""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from roadmap_desktop.model.list_lines import points_apart
from roadmap_desktop.model.period_words import period_words
from roadmap_desktop.model.registers.communities import Community, CommunityMember, CommunityRole
from roadmap_desktop.model.registers.meetings import Meeting
from roadmap_desktop.model.registers.teachers import Teacher
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.reports.blocks import (
    PORTRAIT,
    Align,
    Block,
    Document,
    FillIn,
    Heading,
    Paragraph,
    Signature,
    headed,
    subtitle,
)
from roadmap_desktop.reports.columns import column, computed, numbered
from roadmap_desktop.reports.community_words import whose
from roadmap_desktop.reports.lists import as_of, listed, or_words
from roadmap_desktop.reports.meetings.agenda import agenda_text
from roadmap_desktop.reports.parameters import one_record
from roadmap_desktop.reports.period_records import by_day
from roadmap_desktop.reports.report import Group, Report, Stamp
from roadmap_desktop.reports.source import Entry, Source
from roadmap_desktop.reports.teachers.persons import WORK

_LEADER = "Руководитель методического объединения"
_ORDER = (CommunityRole.LEADER, CommunityRole.TUTOR, CommunityRole.MEMBER)


class _Member(NamedTuple):
    """Someone's membership, and the teacher that he or she is."""

    member: Entry
    teacher: Entry


_MEMBERS = (
    *(
        one.of(attrgetter("teacher"))
        for one in (column(Teacher, "name", 54), column(Teacher, "school_id"), WORK)
    ),
    column(CommunityMember, "role", align=Align.LEFT).of(attrgetter("member")),
)


def communities(source: Source) -> Document:
    """Every community with its leader, how many are in it, from how many schools, how often they meet."""
    columns = (
        column(Community, "name", 80, title="Методическое объединение"),
        column(Community, "subject"),
        column(Community, "leader", 50),
        computed("Участников", 0, lambda one: len(_members(source, one))),
        computed("Школ", 0, lambda one: len(_schools(source, one))),
        computed("Заседаний", 0, lambda one: len(source.entries("meetings", community_id=one.id))),
    )
    found = sorted(source.entries("communities"), key=lambda one: as_counted(one.name))
    return headed(
        f"Муниципальные методические объединения на {period_words(source.plan.info.period)}",
        listed(columns, found, "Методических объединений пока нет.", as_of(source)),
    )


def community(source: Source, record: str) -> Document:
    """Who is in a community, what it plans, when it meets; its leader signs."""
    found = source.entry("communities", record)
    title = f"План и состав муниципального методического объединения {whose(found.values['name'])}"
    leader = Signature(_LEADER, found.values["leader"])
    return headed(title, _one(source, found), PORTRAIT, signatures=(leader,))


def _one(source: Source, record: Entry) -> Iterator[Block]:
    values = record.values
    yield subtitle(period_words(source.plan.info.period))
    yield FillIn("Предмет", values["subject"])
    yield FillIn("Руководитель", values["leader"])
    yield Heading("Состав", level=2)
    yield or_words(numbered(_MEMBERS, _members(source, record)), "Участников пока нет.")
    yield Heading("План работы", level=2)
    for line in values["plan"].splitlines() or ["План работы не записан."]:
        yield Paragraph(line)
    yield Heading("Заседания", level=2)
    meetings = (
        column(Meeting, "held_on"),
        computed("Тема и повестка", 84, lambda one: _agenda(source, one)),
        column(Meeting, "place", 36),
        computed("Отметка о проведении", 32, lambda one: _mark(one, source.today)),
    )
    held = by_day(source.entries("meetings", community_id=record.id), "held_on")
    yield or_words(numbered(meetings, held), "Заседаний пока нет.")
    if values["note"]:
        yield FillIn("Примечание", points_apart(values["note"]))


def _members(source: Source, community: Entry) -> list[_Member]:
    """The leader and the tutors first, then by name."""
    found = [
        _Member(one, source.entry("teachers", one.values["teacher_id"]))
        for one in source.entries("members", community_id=community.id)
    ]
    return sorted(
        found, key=lambda one: (_ORDER.index(one.member.values["role"]), as_counted(one.teacher.name))
    )


def _schools(source: Source, community: Entry) -> set[str]:
    return {one.teacher.values["school_id"] for one in _members(source, community)} - {None}


def _agenda(source: Source, meeting: Entry) -> str:
    return "\n".join(filter(None, (meeting.values["name"], agenda_text(source, meeting))))


def _mark(meeting: Entry, today: date) -> str:
    number, day = meeting.values["protocol_number"], meeting.values["held_on"]
    if number:
        return f"протокол № {number}"
    return "проведено" if day and day < today else ""


COMMUNITIES = Report(
    id="communities", title="Методические объединения", group=Group.TEACHERS, parameters=(), build=communities
)
COMMUNITY = Report(
    id="community",
    title="План и состав методического объединения",
    group=Group.TEACHERS,
    parameters=(one_record("communities", "методическое объединение", "«ММО учителей математики»"),),
    build=community,
    stamp=Stamp.APPROVED,
    signers=(_LEADER,),
)
