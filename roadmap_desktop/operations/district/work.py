"""Help, courses, meetings, lessons, documents and what schools have done."""

import hashlib

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.attachment import Attachment
from roadmap_desktop.model.base import Record
from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import courses, documents, helps, lessons, meetings, working_group
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.model.registers.by_school import SchoolProgress
from roadmap_desktop.model.registers.practices import Practice
from roadmap_desktop.model.registers.publications import Publication
from roadmap_desktop.operations.district.made import District, person
from roadmap_desktop.operations.district.meeting_words import (
    DECISIONS,
    DOCUMENTS,
    GROUP,
    HEARD,
    MEETINGS,
    PUBLICATIONS,
)
from roadmap_desktop.operations.district.school_words import HELP_THEMES, PRACTICES, VISITS
from roadmap_desktop.operations.district.words import PROGRAMMES, SUBJECTS
from roadmap_desktop.storage import attachments as contents

_MEETINGS = 20
# The place of «Информационное сопровождение …» among the activities.
_COVERAGE = 22
# How many of the seven at each course have their certificates.
_TRAINED = 5
# The number of the first person in the working group.
_GROUP = 160


def fill_help(district: District) -> None:
    """Tutors with their log."""
    for place, school in enumerate(district.schools[:6]):
        help_ = district.add(
            helps.TargetedHelp(
                tutor=person(place + 120),
                school_id=school.id,
                teacher_id=district.teachers[place].id if place % 2 else None,
                form=list(helps.HelpForm)[place % 4],
                theme=HELP_THEMES[place % len(HELP_THEMES)],
                due_text="октябрь – апрель",
            )
        )
        district.edit.flush()
        for month, (name, outcome) in zip((10, 12, 2), VISITS, strict=True):
            district.add(
                helps.HelpVisit(
                    help_id=help_.id,
                    held_on=district.day(month),
                    name=name,
                    hours=1.5 + place % 3,
                    outcome=outcome,
                )
            )


def fill_practices(district: District) -> None:
    """Practices of the schools that help, described in a file where they are new."""
    for place, (theme, description) in enumerate(PRACTICES):
        practice = district.add(
            Practice(
                name=theme,
                school_id=district.schools[8 + place % 4].id,
                author=person(place + 140),
                description=description,
                presented_at="Муниципальная методическая неделя",
                presented_on=district.day(3),
            )
        )
        district.edit.flush()
        if place % 2 == 0:
            _attach(district, practice, f"Описание практики {place + 1}.txt", f"{theme}. {description}")


def fill_courses(district: District) -> None:
    """Courses with participants."""
    for place, (name, hours, audience) in enumerate(PROGRAMMES):
        course = district.add(
            courses.Course(
                name=name,
                provider="Институт развития образования",
                audience=courses.Audience(audience),
                form=list(courses.CourseForm)[place % 4],
                hours=hours,
                starts_on=district.day(10, 5 + place),
                ends_on=district.day(11, 5 + place),
            )
        )
        district.edit.flush()
        for number, teacher in enumerate(district.teachers[place * 7 : place * 7 + 7]):
            district.add(
                courses.CourseParticipant(
                    course_id=course.id,
                    teacher_id=teacher.id,
                    certificate=f"{place + 1:02}-{number + 100}" if number < _TRAINED else "",
                    issued_on=district.day(11, 20) if number < _TRAINED else None,
                    result="обучение завершено" if number < _TRAINED else "",
                )
            )


def fill_meetings(district: District) -> None:
    """The working group, and meetings with decisions."""
    for place, (role, position) in enumerate(GROUP):
        district.add(
            working_group.GroupMember(
                name=person(_GROUP + place),
                position=position,
                role=working_group.GroupRole(role),
                order_number="01-10/141",
                order_date=district.day(9, 9),
            )
        )
    kinds = [kind for kind in meetings.MeetingKind if kind is not meetings.MeetingKind.COMMUNITY]
    for place in range(_MEETINGS):
        month = (9, 10, 11, 12, 1, 2, 3, 4, 5, 10)[place % 10]
        meeting = district.add(
            meetings.Meeting(
                name=MEETINGS[place % len(MEETINGS)],
                kind=kinds[place % len(kinds)],
                held_on=district.day(month),
                place="Отдел образования",
                agenda=f"1. {MEETINGS[place % len(MEETINGS)]}.\n2. Разное.",
                chairman=person(_GROUP),
                secretary=person(_GROUP + 2),
                heard=f"{person(place)}: {HEARD[0]}\n{person(place + 1)}: {HEARD[1]}",
                present=", ".join(person(place + number) for number in range(4)),
                present_count=12 + place % 9,
                protocol_number=str(place + 1),
            )
        )
        district.edit.flush()
        for number in range(1 + place % 2):
            text, due = DECISIONS[(place + number) % len(DECISIONS)]
            district.add(
                meetings.Decision(
                    meeting_id=meeting.id,
                    name=text,
                    responsible="руководители ОО",
                    due_text=due,
                    state=district.chance.choice((State.PLANNED, State.DONE)),
                )
            )


def fill_lessons(district: District) -> None:
    """Distance lessons with schools, and publications."""
    for place, subject in enumerate(SUBJECTS[:5]):
        lesson = district.add(
            lessons.Lesson(
                subject=subject,
                name="Решение заданий повышенной сложности",
                exam=list(lessons.StateExam)[place % 3],
                teacher_id=district.teachers[place].id,
                held_on=district.day(11 + place % 2),
                schedule="вторник, 15:00",
                address="https://lessons.example",
            )
        )
        district.edit.flush()
        for school in district.schools[place : place + 4]:
            district.add(lessons.LessonSchool(lesson_id=lesson.id, school_id=school.id, pupils=8 + place))
    for place, name in enumerate(PUBLICATIONS):
        publication = district.add(
            Publication(
                name=name,
                published_on=district.day(10 + place % 3),
                medium="Сайт школы" if place % 2 else "Сайт отдела образования",
                address=f"https://news.example/{place + 1}",
                school_id=district.schools[place].id if place % 2 else None,
            )
        )
        district.edit.flush()
        _link(district, _COVERAGE, publication)


def fill_documents(district: District) -> None:
    """Documents with acquaintance lists, and a report of a school."""
    school = district.schools[0]
    _attach(district, school, "Отчёт о самообследовании.txt", f"{school.name}: отчёт о самообследовании")
    for place, kind in enumerate(documents.DocumentKind):
        document = district.add(
            documents.Document(
                name=DOCUMENTS[kind.value],
                kind=kind,
                number=f"01-10/{130 + place}",
                signed_on=district.day(9),
                issued_by="Отдел образования",
            )
        )
        district.edit.flush()
        for school in district.schools[: 3 + place]:
            district.add(
                documents.Acquaintance(
                    document_id=document.id,
                    school_id=school.id,
                    acquainted_on=district.day(10),
                    who=school.head,
                )
            )
        _link(district, 3, document)
        if place < 2:
            name = f"Документ {document.number}.txt".replace("/", "-")
            _attach(district, document, name, f"{document.name}\r\n№ {document.number}")


def fill_progress(district: District) -> None:
    """What eight schools have done of twelve activities."""
    for activity in district.activities[:12]:
        for school in district.schools[:8]:
            state = district.chance.choice((State.PLANNED, State.IN_WORK, State.DONE, State.DONE))
            district.add(
                SchoolProgress(
                    activity_id=activity.id,
                    school_id=school.id,
                    state=state,
                    done_on=district.day(10) if state is State.DONE else None,
                    document="справка" if state is State.DONE else "",
                )
            )


def _attach(district: District, record: Record, name: str, text: str) -> None:
    """A file with that text, made here."""
    data = f"Образцовый район\r\n{text}\r\n".encode()
    content = contents.Content(hashlib.sha256(data).hexdigest(), len(data), is_compressed=False, data=data)
    contents.put(district.edit.connection, content)
    owner = owner_value(record.__tablename__, record.id)
    district.add(Attachment(owner=owner, name=name, sha256=content.sha256, size=len(data)))


def _link(district: District, place: int, record: Record) -> None:
    if place < len(district.activities):
        owner = owner_value(record.__tablename__, record.id)
        district.add(ActivityLink(activity_id=district.activities[place].id, owner=owner))
