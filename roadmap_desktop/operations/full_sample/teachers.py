"""The invented teachers: how they see themselves, what they lack, how they learn."""

from typing import Any, NamedTuple

from roadmap_desktop.model.registers.teachers import DEFICIT_UP_TO
from roadmap_desktop.operations.full_sample.invention import Invention
from roadmap_desktop.operations.full_sample.words import (
    COMMUNITIES,
    COURSES,
    CRITERIA,
    DEFICITS,
    GOALS,
    REFLECTIONS,
    STEPS,
    SUBJECTS,
)

TEACHERS, PLANS = 60, 30
_MARKS = ("выполнено", "выполнено", "в работе", "запланировано", "запланировано")


class Staff(NamedTuple):
    """Keys of what was added; ``deficits`` by teacher."""

    teachers: list[str]
    deficits: dict[str, list[str]]
    plans: list[str]
    communities: list[str]
    courses: list[str]


def add_teachers(make: Invention, schools: list[str]) -> Staff:
    """Adds the teachers with their diagnosis, plans of development, communities and courses."""
    teachers = make.add(
        "teachers", *(_teacher(make, place, schools[place % len(schools)]) for place in range(TEACHERS))
    )
    deficits = {teacher: _add_diagnosis(make, teacher) for teacher in teachers}
    lacking = sorted(teachers, key=lambda teacher: -len(deficits[teacher]))[:PLANS]
    plans = make.add("plans", *(_plan(make, place, teacher) for place, teacher in enumerate(lacking)))
    for teacher, plan in zip(lacking, plans, strict=True):
        make.add("steps", *_steps(make, plan))
        make.add("plan-deficits", *({"plan_id": plan, "deficit_id": one} for one in deficits[teacher]))
    return Staff(teachers, deficits, plans, _add_communities(make, teachers), _add_courses(make, teachers))


def _teacher(make: Invention, place: int, school: str) -> dict[str, Any]:
    subject = SUBJECTS[place % len(SUBJECTS)]
    return {
        "name": make.person(),
        "school_id": school,
        "subjects": subject,
        "position": "учитель",
        "category": make.one(("без категории", "соответствие должности", "первая", "высшая")),
        "years": make.random.randrange(1, 36),
        "contacts": f"teacher{place + 1}@obrazets.example",
    }


def _add_diagnosis(make: Invention, teacher: str) -> list[str]:
    scores = [(kind, name, make.one((2, 3, 3, 4, 4, 5))) for kind, name in CRITERIA]
    day = make.day(9, make.random.randrange(14, 26))
    make.add(
        "assessments",
        *(
            {"teacher_id": teacher, "competence": kind, "name": name, "score": score, "assessed_on": day}
            for kind, name, score in scores
        ),
    )
    return make.add(
        "deficits",
        *(
            {
                "teacher_id": teacher,
                "competence": kind,
                "name": DEFICITS[kind],
                "source": make.one(("самооценка", "самооценка", "диагностика", "посещение уроков")),
                "found_on": make.day(10, make.random.randrange(5, 24)),
                "state": make.one(("выявлен", "в работе", "устранён")),
            }
            for kind, _, score in scores
            if score <= DEFICIT_UP_TO
        ),
    )


def _plan(make: Invention, place: int, teacher: str) -> dict[str, Any]:
    return {
        "teacher_id": teacher,
        "goal": GOALS[place % len(GOALS)],
        "starts_on": make.day(10, 12),
        "ends_on": make.day(5, 28),
        "mentor": make.person(),
        "state": "запланировано" if place % 5 == 4 else "в работе",
        "reflection": make.one(REFLECTIONS),
    }


def _steps(make: Invention, plan: str) -> list[dict[str, Any]]:
    found = []
    for place, (name, form, where, hours, result) in enumerate(STEPS):
        month = make.month(1 + place * 3 // 2 + make.random.randrange(2))
        mark = _MARKS[place]
        found.append(
            {
                "plan_id": plan,
                "name": name,
                "form": form,
                "place": where,
                "due_text": make.words(month) if place % 2 else _until(make, month),
                "hours": hours,
                "result": result,
                "state": mark,
                "certificate": f"№ {make.random.randrange(1000, 9999)}"
                if form == "курсы" and mark == "выполнено"
                else "",
            }
        )
    return found


def _until(make: Invention, month: int) -> str:
    return f"до {make.day(month, 20):%d.%m.%Y}"


def _add_communities(make: Invention, teachers: list[str]) -> list[str]:
    made = make.add(
        "communities",
        *(
            {
                "name": name,
                "subject": subject,
                "leader": make.person(),
                "plan": "Заседания раз в четверть, взаимные посещения уроков, разбор пробных работ",
            }
            for name, subject in COMMUNITIES
        ),
    )
    for place, community in enumerate(made):
        members = teachers[place :: len(made)][:12]
        roles = ("руководитель", "тьютор", *("участник" for _ in members[2:]))
        make.add(
            "members",
            *(
                {"community_id": community, "teacher_id": teacher, "role": role}
                for teacher, role in zip(members, roles, strict=True)
            ),
        )
    return made


def _add_courses(make: Invention, teachers: list[str]) -> list[str]:
    made = make.add(
        "courses",
        *(
            {
                "name": name,
                "provider": "Институт развития образования",
                "audience": audience,
                "form": form,
                "hours": hours,
                "starts_on": make.day(make.month(place + 1), 9),
                "ends_on": make.day(make.month(place + 1), 26),
            }
            for place, (name, audience, form, hours) in enumerate(COURSES)
        ),
    )
    for place, course in enumerate(made):
        make.add(
            "participants",
            *(_participant(make, course, place, teacher) for teacher in make.some(teachers, 8)),
        )
    return made


def _participant(make: Invention, course: str, place: int, teacher: str) -> dict[str, Any]:
    """Half of the courses are over."""
    if place >= len(COURSES) // 2:
        return {"course_id": course, "teacher_id": teacher}
    return {
        "course_id": course,
        "teacher_id": teacher,
        "certificate": f"{make.random.randrange(10_000, 99_999)}",
        "issued_on": make.day(make.month(place + 1), 27),
        "result": "Обучение завершено",
    }
