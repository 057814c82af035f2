"""Sheets that are filled at once: what teachers give themselves for each competence, and who takes a course."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from roadmap_desktop.model.change_set import ChangeSet
from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.registers.courses import CourseParticipant
from roadmap_desktop.model.registers.teachers import Competence, SelfAssessment, Teacher
from roadmap_desktop.model.russian import counted
from roadmap_desktop.model.search import as_counted
from roadmap_desktop.operations.registers.record_listing import folded_name, names_in
from roadmap_desktop.storage.dependents import delete_record
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from roadmap_desktop.storage.rows import select, select_values


class Statement(NamedTuple):
    """What is assessed, within one of the four competences of Р-201."""

    competence: Competence
    name: str


class AssessmentSheet(NamedTuple):
    """``teachers``: keys and names, the columns of the sheet; ``statements``: its rows, those of the paper and what
    these teachers have assessed besides; ``scores`` by teacher and row."""

    teachers: Sequence[tuple[str, str]]
    statements: Sequence[Statement]
    scores: Mapping[tuple[str, Statement], int]


def teachers_of(file: RoadmapFile, school_id: str) -> list[str]:
    """The keys of a school's teachers, by name."""
    with file.read() as connection:
        return select_values(connection, Teacher, "id", {"school_id": school_id}, order=("name", "id"))


def read_assessments(file: RoadmapFile, teacher_ids: Sequence[str]) -> AssessmentSheet:
    """The sheet of these teachers, as it is filled now; of several points for one thing the newest counts."""
    with file.read() as connection:
        names = names_in(connection, Teacher.__tablename__, teacher_ids)
        found = select(
            connection,
            SelfAssessment,
            ("teacher_id", "competence", "name", "score"),
            {"teacher_id": list(teacher_ids)},
            order=("assessed_on", "id"),
        )
    rows = [
        Statement(Competence(one), name) for one, words in COMPETENCES.items() for name in words.statements
    ]
    known = {_folded(row): row for row in rows}
    scores = {}
    for teacher, competence, name, score in found:
        row = Statement(competence, name)
        scores[teacher, known.setdefault(_folded(row), row)] = score
    order = list(Competence)
    statements = sorted(known.values(), key=lambda row: order.index(row.competence))
    return AssessmentSheet([(id_, names[id_]) for id_ in teacher_ids if id_ in names], statements, scores)


def write_assessments(
    file: RoadmapFile, points: Mapping[tuple[str, Statement], int | None], assessed_on: date | None
) -> ChangeSet | None:
    """Writes the points that were given, or taken back where there is None, as one step of undo."""
    teachers = {teacher for teacher, _ in points}
    number = counted(len(teachers), "педагог", "педагога", "педагогов")
    with file.edit(f"Самооценка: {number}") as edit:
        present: dict[tuple[str, str], SelfAssessment] = {}
        for one in edit.find(SelfAssessment, order=("assessed_on", "id"), teacher_id=teachers):
            present[one.teacher_id, _folded(Statement(one.competence, one.name))] = one
        for (teacher, row), score in points.items():
            there = present.get((teacher, _folded(row)))
            if score is None:
                if there is not None:
                    delete_record(edit, there)
            elif there is None:
                edit.add(
                    SelfAssessment(
                        teacher_id=teacher,
                        competence=row.competence,
                        name=row.name,
                        score=score,
                        assessed_on=assessed_on,
                    )
                )
            else:
                there.score, there.assessed_on = score, assessed_on
    return edit.change_set


class Participation(NamedTuple):
    """What a course came to for one teacher."""

    certificate: str = ""
    issued_on: date | None = None
    result: str = ""


class Seat(NamedTuple):
    """A teacher, and how he or she takes the course; None: not at all."""

    teacher_id: str
    teacher: str
    school: str
    taken: Participation | None


def read_seats(file: RoadmapFile, course_id: str) -> list[Seat]:
    """Every teacher, those who take the course first, by school and name."""
    with file.read() as connection:
        schools = names_in(connection, "school")
        taken = {
            row[0]: Participation(*row[1:])
            for row in select(
                connection,
                CourseParticipant,
                ("teacher_id", *Participation._fields),
                {"course_id": course_id},
            )
        }
        seats = [
            Seat(id_, name, schools.get(school or "", ""), taken.get(id_))
            for id_, name, school in select(connection, Teacher, ("id", "name", "school_id"))
        ]
    return sorted(
        seats, key=lambda seat: (seat.taken is None, as_counted(seat.school), as_counted(seat.teacher))
    )


def write_seats(
    file: RoadmapFile, course_id: str, seats: Mapping[str, Participation | None]
) -> ChangeSet | None:
    """Writes how teachers take a course, or that they do not where there is None, as one step of undo."""
    number = counted(len(seats), "участник", "участника", "участников")
    with file.edit(f"Участники курсов: {number}") as edit:
        for teacher, taken in seats.items():
            there = edit.get(CourseParticipant, CourseParticipant.key_of(course_id, teacher))
            if taken is None:
                if there is not None:
                    delete_record(edit, there)
            elif there is None:
                edit.add(CourseParticipant(course_id=course_id, teacher_id=teacher, **taken._asdict()))
            else:
                there.certificate, there.issued_on, there.result = taken
    return edit.change_set


def _folded(row: Statement) -> str:
    return f"{row.competence}/{folded_name(row.name)}"
