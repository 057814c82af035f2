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
from roadmap_desktop.model.registers.schools import School
from roadmap_desktop.operations.district.made import District, person
from roadmap_desktop.operations.district.words import DECISIONS, MEETINGS, PRACTICES, PROGRAMMES, SUBJECTS
from roadmap_desktop.storage import attachments as contents
from roadmap_desktop.storage.connection import bare_connection

_MEETINGS = 20


def fill_help(district: District) -> None:
    """Tutors with their log, and practices."""
    for place, school in enumerate(district.schools[:6]):
        help_ = district.add(
            helps.TargetedHelp(
                tutor=person(place + 120),
                school_id=school.id,
                teacher_id=_first_of(district, school) if place % 3 == 1 else None,
                form=list(helps.HelpForm)[place % 4],
                theme="Подготовка к ОГЭ по математике",
                due_text="октябрь – апрель",
            )
        )
        district.session.flush()
        for month in (10, 12, 2):
            district.add(
                helps.HelpVisit(
                    help_id=help_.id,
                    held_on=district.day(month),
                    name="Посещение уроков, разбор с учителем",
                    hours=float(2 + place % 3),
                    outcome="Даны рекомендации",
                )
            )
    for place, theme in enumerate(PRACTICES):
        district.add(
            Practice(
                name=theme,
                school_id=district.schools[8 + place % 4].id,
                author=person(place + 140),
                presented_at="Муниципальная методическая неделя",
                presented_on=district.day(3),
            )
        )


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
        district.session.flush()
        for number, teacher in enumerate(district.teachers[place * 7 : place * 7 + 7]):
            district.add(
                courses.CourseParticipant(
                    course_id=course.id,
                    teacher_id=teacher.id,
                    certificate=f"{place + 1:02}-{number + 100}",
                    issued_on=district.day(11, 20),
                )
            )


def fill_meetings(district: District) -> None:
    """The working group, and meetings with decisions."""
    for place, role in enumerate(working_group.GroupRole):
        for number in range(4 if role is working_group.GroupRole.MEMBER else 1):
            district.add(
                working_group.GroupMember(
                    name=person(160 + place * 5 + number),
                    position="методист МКУ «ЦМТО»" if place else "начальник отдела образования",
                    role=role,
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
                present=", ".join(person(place + number) for number in range(4)),
                present_count=12 + place % 9,
                protocol_number=str(place + 1),
            )
        )
        district.session.flush()
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
        district.session.flush()
        for school in district.schools[place : place + 4]:
            district.add(lessons.LessonSchool(lesson_id=lesson.id, school_id=school.id, pupils=8 + place))
    for place in range(4):
        district.add(
            Publication(
                name=f"О поддержке школ района, выпуск {place + 1}",
                published_on=district.day(10 + place % 3),
                medium="Сайт отдела образования",
                address="https://news.example",
            )
        )


def fill_documents(district: District) -> None:
    """Documents with acquaintance lists."""
    for place, kind in enumerate(documents.DocumentKind):
        document = district.add(
            documents.Document(
                name=f"О поддержке школ с низкими результатами, {kind.value}",
                kind=kind,
                number=f"01-10/{130 + place}",
                signed_on=district.day(9),
                issued_by="Отдел образования",
            )
        )
        district.session.flush()
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
            _attach(district, document)


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
                )
            )


def _attach(district: District, document: documents.Document) -> None:
    """The text of a document, made here."""
    data = f"{document.name}\r\nОбразцовый район\r\n№ {document.number}\r\n".encode()
    content = contents.Content(hashlib.sha256(data).hexdigest(), len(data), is_compressed=False, data=data)
    contents.put(bare_connection(district.session.connection()), content)
    owner = owner_value(document.__tablename__, document.id)
    district.add(
        Attachment(
            owner=owner,
            name=f"Документ {document.number}.txt".replace("/", "-"),
            sha256=content.sha256,
            size=len(data),
        )
    )


def _first_of(district: District, school: School) -> str:
    """The key of a teacher of that school."""
    return next(teacher.id for teacher in district.teachers if teacher.school_id == school.id)


def _link(district: District, place: int, record: Record) -> None:
    if place < len(district.activities):
        owner = owner_value(record.__tablename__, record.id)
        district.add(ActivityLink(activity_id=district.activities[place].id, owner=owner))
