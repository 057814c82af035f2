"""What a work's place, participants and responsible are where nobody typed them: they stand elsewhere in the file."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from roadmap_desktop.model.registers.courses import CourseParticipant
from roadmap_desktop.model.registers.helps import TargetedHelp
from roadmap_desktop.model.registers.lessons import LessonSchool
from roadmap_desktop.model.registers.meetings import MeetingKind
from roadmap_desktop.model.registers.partnership import Partnership
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.registers.record_listing import names_in
from roadmap_desktop.storage.rows import select


class UsualWords(NamedTuple):
    """``name`` is what the plan calls the work, where the record has only a part of it."""

    name: str = ""
    place: str = ""
    participants: str = ""
    responsible: str = ""


Words = dict[str, UsualWords]


def usual_words(connection: sqlite3.Connection, register: str, rows: Sequence[Any]) -> Words:
    """Of each of these records of a register, by its key. Raises sqlite3.Error."""
    reading = _READING.get(register)
    return reading(connection, rows) if reading and rows else {}


def _of_visits(connection: sqlite3.Connection, rows: Sequence[Any]) -> Words:
    helps = {
        id_: found
        for id_, *found in select(
            connection,
            TargetedHelp,
            ("id", "tutor", "school_id", "teacher_id"),
            {"id": {row.help_id for row in rows}},
        )
    }
    schools, teachers = (
        _names(connection, "school", helps.values(), 1),
        _names(connection, "teacher", helps.values(), 2),
    )
    words = {}
    for row in rows:
        tutor, school, teacher = helps.get(row.help_id, ("", None, None))
        words[row.id] = UsualWords("", schools.get(school, ""), teachers.get(teacher, ""), tutor)
    return words


def _of_lessons(connection: sqlite3.Connection, rows: Sequence[Any]) -> Words:
    taking = select(
        connection,
        LessonSchool,
        ("lesson_id", "school_id", "pupils"),
        {"lesson_id": [row.id for row in rows]},
    )
    schools = names_in(connection, "school", {school for _, school, _ in taking})
    teachers = names_in(connection, "teacher", {row.teacher_id for row in rows} - {None})
    parts: dict[str, list[str]] = {}
    for lesson, school, pupils in taking:
        told = f"{schools.get(school, '')} ({pupils} чел.)" if pupils else schools.get(school, "")
        parts.setdefault(lesson, []).append(told)
    return {
        row.id: UsualWords(
            f"Занятие «{row.name}», {row.subject}" if row.name else f"Занятие: {row.subject}",
            "дистанционно",
            ", ".join(sorted(filter(None, parts.get(row.id, ())), key=as_counted)),
            teachers.get(row.teacher_id, ""),
        )
        for row in rows
    }


def _of_courses(connection: sqlite3.Connection, rows: Sequence[Any]) -> Words:
    taking = select(connection, CourseParticipant, ("course_id",), {"course_id": [row.id for row in rows]})
    counts: dict[str, int] = {}
    for (course,) in taking:
        counts[course] = counts.get(course, 0) + 1
    return {
        row.id: UsualWords(
            f"Курсы «{row.name}»",
            "",
            f"{row.audience}, {counts[row.id]} чел." if row.id in counts else str(row.audience),
            row.provider,
        )
        for row in rows
    }


def _of_meetings(_connection: sqlite3.Connection, rows: Sequence[Any]) -> Words:
    """Who meets, in words; «иное» says nothing."""
    return {
        row.id: UsualWords(participants="" if row.kind is MeetingKind.OTHER else str(row.kind))
        for row in rows
    }


def _of_events(connection: sqlite3.Connection, rows: Sequence[Any]) -> Words:
    partners = {
        id_: (school, partner)
        for id_, school, partner in select(
            connection,
            Partnership,
            ("id", "school_id", "partner_id"),
            {"id": {row.partnership_id for row in rows}},
        )
    }
    schools = names_in(connection, "school", {school for both in partners.values() for school in both})
    return {
        row.id: UsualWords(
            participants=", ".join(schools.get(school, "") for school in partners.get(row.partnership_id, ()))
        )
        for row in rows
    }


def _names(connection: sqlite3.Connection, table: str, found: Any, index: int) -> Any:
    return names_in(connection, table, {one[index] for one in found} - {None})


_READING: dict[str, Callable[[sqlite3.Connection, Sequence[Any]], Words]] = {
    "visits": _of_visits,
    "lessons": _of_lessons,
    "courses": _of_courses,
    "meetings": _of_meetings,
    "events": _of_events,
}
