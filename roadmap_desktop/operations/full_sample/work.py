"""What the methodist of the invented district does in the year: meetings, help, lessons, papers."""

from typing import Any

from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.registers.activity_links import ActivityLink
from roadmap_desktop.operations.full_sample.invention import Invention
from roadmap_desktop.operations.full_sample.schools import WEAK
from roadmap_desktop.operations.full_sample.teachers import Staff
from roadmap_desktop.operations.full_sample.words import (
    DECISIONS,
    DOCUMENTS,
    HELP_THEMES,
    LESSONS,
    POSITIONS,
    PRACTICES,
    PUBLICATIONS,
    THEMES,
    VISITS,
)

MEETINGS = 20
_KINDS = ("рабочая группа", "директора школ", "родительская общественность", "методическое объединение")
_STATES = ("выполнено", "в работе", "запланировано")
_RESPONSIBLE = ("МКУ «ЦМТО»", "руководители ОО", "Отдел образования")


def add_meetings(make: Invention, staff: Staff) -> list[str]:
    """Adds the working group and meetings with decisions; answers the keys of the meetings."""
    order = {"order_number": "01-10/15-2", "order_date": make.day(9, 14)}
    make.add(
        "group",
        *(
            {"name": make.person(), "position": position, "role": role, **order}
            for position, role in POSITIONS
        ),
    )
    meetings = make.add("meetings", *(_meeting(make, place, staff) for place in range(MEETINGS)))
    make.add(
        "decisions",
        *(
            {
                "meeting_id": meeting,
                "name": name,
                "responsible": make.one((*_RESPONSIBLE, make.person())),
                "due_text": f"до {make.day(make.month(place // 2 + 1 + turn), 20):%d.%m.%Y}",
                "state": _STATES[min(place // 7, 2)],
                "done": "Сделано, справка приложена" if place < 7 else "",
            }
            for place, meeting in enumerate(meetings)
            for turn, name in enumerate(make.some(DECISIONS, 2 + place % 2))
        ),
    )
    return meetings


def _meeting(make: Invention, place: int, staff: Staff) -> dict[str, Any]:
    kind, theme = _KINDS[place % 4], THEMES[place % len(THEMES)]
    is_held = place < MEETINGS // 2
    return {
        "name": theme,
        "kind": kind,
        "held_on": make.day(make.month(place * 9 // MEETINGS), 5 + place % 3 * 9),
        "place": make.one(("актовый зал отдела образования", "МКУ «ЦМТО»", "видеосвязь")),
        "community_id": staff.communities[place // 4 % len(staff.communities)] if place % 4 == 3 else None,
        "agenda": f"1. {theme}\n2. Разное",
        "present": ", ".join(make.person() for _ in range(3)) if is_held else "",
        "present_count": make.random.randrange(8, 40) if is_held else None,
        "protocol_number": str(place + 1) if is_held else "",
    }


def add_help(make: Invention, schools: list[str], staff: Staff) -> list[str]:
    """Adds targeted help with its log, and practices; answers the keys of the help."""
    helps = make.add("helps", *(_help(make, place, schools, staff) for place in range(12)))
    make.add(
        "visits",
        *(
            {
                "help_id": one,
                "held_on": make.day(make.month(place // 3 + turn * 2 + 1), 6 + place),
                "name": name,
                "hours": 1.5 + turn % 2,
                "outcome": outcome,
            }
            for place, one in enumerate(helps)
            for turn, (name, outcome) in enumerate(VISITS)
        ),
    )
    make.add(
        "practices",
        *(
            {
                "name": name,
                "school_id": schools[WEAK + place % (len(schools) - WEAK)],
                "author": make.person(),
                "description": description,
                "presented_at": "Семинар школ-партнёров",
                "presented_on": make.day(1 + place % 2, 18 + place),
            }
            for place, (name, description) in enumerate(PRACTICES)
        ),
    )
    return helps


def _help(make: Invention, place: int, schools: list[str], staff: Staff) -> dict[str, Any]:
    return {
        "tutor": make.person(),
        "school_id": schools[place % WEAK],
        "teacher_id": staff.teachers[place % WEAK] if place % 3 == 0 else None,
        "form": make.one(("тьюторство", "консультирование", "наставничество", "выезд в школу")),
        "theme": HELP_THEMES[place % len(HELP_THEMES)],
        "due_text": make.words(make.month(place)) if place % 2 else "в течение года",
    }


def add_lessons(make: Invention, schools: list[str], staff: Staff) -> list[str]:
    """Adds distance lessons with the schools on them; answers the keys of the lessons."""
    lessons = make.add(
        "lessons",
        *(
            {
                "subject": subject,
                "name": name if turn == 0 else f"{name}: повторение",
                "exam": "ОГЭ",
                "teacher_id": staff.teachers[place],
                "held_on": make.day(make.month(place + 1 + turn * 2), 11 + turn * 8),
                "schedule": "по вторникам, 15:00",
                "address": f"https://lessons.example/{place + 1}",
            }
            for turn in range(2)
            for place, (name, subject) in enumerate(LESSONS)
        ),
    )
    make.add(
        "lesson-schools",
        *(
            {"lesson_id": lesson, "school_id": school, "pupils": make.random.randrange(4, 25)}
            for lesson in lessons
            for school in make.some(schools[:WEAK], 4)
        ),
    )
    return lessons


def add_papers(make: Invention, schools: list[str]) -> list[str]:
    """Adds publications, and documents with who was acquainted with them; answers the keys of the documents."""
    make.add(
        "publications",
        *(
            {
                "name": name,
                "published_on": make.day(make.month(place + 1 + turn * 2), 15 + turn * 4),
                "medium": ("газета «Образцовые вести»", "сайт отдела образования")[turn],
                "address": f"https://news.example/{place + 1}" if turn else "",
            }
            for turn in range(2)
            for place, name in enumerate(PUBLICATIONS)
        ),
    )
    documents = make.add(
        "documents",
        *(
            {
                "name": name,
                "kind": kind,
                "number": f"01-10/15-{place + 1}",
                "signed_on": make.day(make.month(place // 3), 10 + place),
                "issued_by": "Отдел образования Образцового района",
            }
            for place, (name, kind) in enumerate(DOCUMENTS)
        ),
    )
    make.add(
        "acquaintances",
        *(
            {
                "document_id": document,
                "school_id": school,
                "acquainted_on": make.day(3, 10 + place),
                "who": make.person(),
            }
            for document in documents[5:7]
            for place, school in enumerate(schools[:WEAK])
        ),
    )
    return documents


def add_progress(make: Invention, schools: list[str]) -> None:
    """Adds how far the schools are with what they do themselves."""
    for number, done in ((3, 8), (11, 6), (13, 4), (14, 3), (15, 0), (21, 2)):
        make.add(
            "progress",
            *(
                {
                    "activity_id": make.activities[number - 1],
                    "school_id": school,
                    "state": "выполнено" if place < done else make.one(("в работе", "запланировано")),
                    "done_on": make.day(10, 5 + place) if place < done else None,
                    "document": f"приказ школы № {20 + place}" if place < done else "",
                }
                for place, school in enumerate(schools[:WEAK])
            ),
        )


def link(make: Invention, number: int, register_id: str, records: list[str]) -> None:
    """Links records to the activity with that number in the typical roadmap."""
    table = BY_ID[register_id].table
    make.session.add_all(
        ActivityLink(activity_id=make.activities[number - 1], owner=owner_value(table, record))
        for record in records
    )
