"""A large district, and how quickly it is searched."""

import time
from collections.abc import Callable
from pathlib import Path

from roadmap_desktop.model.registers import meetings, plans, schools, teachers
from roadmap_desktop.operations.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.search import build_index, search

SCHOOLS, TEACHERS, PLANS, STEPS, MEETINGS = 200, 5_000, 3_000, 10, 2_000
_TYPED = ("образцова матем", "шаг 99", "повысить качество", "сош № 12")


def large_district(path: Path) -> None:
    """Makes a file with a large district."""
    create_from_sample(path)
    with open_roadmap(path) as file, file.edit("Большой район") as edit:
        add = edit.session.add_all
        found = [schools.School(name=f"СОШ № {number}", pupils=number + 90) for number in range(SCHOOLS)]
        add(found)
        edit.session.flush()
        staff = [
            teachers.Teacher(
                name=f"Образцова А. {number}", school_id=found[number % SCHOOLS].id, subjects="математика"
            )
            for number in range(TEACHERS)
        ]
        add(staff)
        edit.session.flush()
        made = [
            plans.DevelopmentPlan(teacher_id=staff[number].id, goal=f"Повысить качество, {number}")
            for number in range(PLANS)
        ]
        add(made)
        edit.session.flush()
        add(plans.PlanStep(plan_id=plan.id, name=f"Шаг {number}") for plan in made for number in range(STEPS))
        add(meetings.Meeting(name=f"Совещание {number}", agenda="Разное") for number in range(MEETINGS))


def answers(path: Path) -> list[float]:
    """Seconds of the answers to queries as they are typed."""
    with open_roadmap(path) as file:
        index = build_index(file)
    return [
        _seconds(lambda query=query: search(index, query))
        for text in _TYPED
        for query in (text[:end] for end in range(1, len(text) + 1))
    ]


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
