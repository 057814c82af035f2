"""A large district, with everything hanging on its schools, teachers and plans that can hang on them."""

import itertools
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from roadmap_desktop.model.references import owner_value
from roadmap_desktop.model.registers import helps, meetings, partnership, plans, schools, teachers
from roadmap_desktop.operations.file import attachments
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan

SCHOOLS, TEACHERS, PLANS, STEPS, MEETINGS = 200, 5_000, 3_000, 10, 2_000
_PARTNERS, _ZONES, _FILES = 3, 6, 5
_YEARS = ("2017/2018", "2018/2019", "2019/2020", "2020/2021")
_SUBJECTS = ("математика", "русский язык", "физика", "история")


def large_district(path: Path) -> None:
    """Makes a file with a large district."""
    create_from_sample(path)
    with open_roadmap(path) as file:
        with file.edit("Большой район") as edit:

            def added(records: Iterator[Any]) -> list[Any]:
                made = list(records)
                edit.add(*made)
                edit.flush()
                return made

            found = added(
                schools.School(name=f"СОШ № {number}", pupils=number + 90) for number in range(SCHOOLS)
            )
            staff = added(_staff(found))
            made = added(_plans(staff))
            added(_steps(made))
            added(_of_schools(found))
            added(_of_partners(found, added(_partners(found))))
            added(_of_teachers(found, staff))
            added(meetings.Meeting(name=f"Совещание {each}", agenda="Разное") for each in range(MEETINGS))
        _attach(file, [found[0].id, found[1].id], path.parent)


def _staff(found: Sequence[Any]) -> Iterator[Any]:
    for number in range(TEACHERS):
        name, school = f"Образцова А. {number}", found[number % SCHOOLS]
        yield teachers.Teacher(name=name, school_id=school.id, subjects="математика")


def _plans(staff: Sequence[Any]) -> Iterator[Any]:
    for number in range(PLANS):
        yield plans.DevelopmentPlan(teacher_id=staff[number].id, goal=f"Повысить качество, {number}")


def _steps(made: Sequence[Any]) -> Iterator[Any]:
    return (plans.PlanStep(plan_id=plan.id, name=f"Шаг {number}") for plan in made for number in range(STEPS))


def _of_schools(found: Sequence[Any]) -> Iterator[Any]:
    for school in found:
        for year in _YEARS[-2:]:
            yield schools.SchoolMembership(school_id=school.id, school_year=year, grounds="ОГЭ")
        for exam, subject, year in itertools.product(schools.Exam, _SUBJECTS, _YEARS):
            yield schools.SchoolIndicator(
                school_id=school.id, school_year=year, exam=exam, subject=subject, below=40.0, mean=3.1
            )
        for factor in schools.Factor:
            yield schools.RiskFactor(school_id=school.id, factor=factor, level=schools.Level.HIGH)
        for number in range(_ZONES):
            yield schools.ProblemZone(
                school_id=school.id, name=f"Низкие результаты, {number}", due_text="ежемесячно"
            )


def _partners(found: Sequence[Any]) -> Iterator[Any]:
    for index, school in enumerate(found):
        for step in range(1, _PARTNERS + 1):
            partner = found[(index + step) % SCHOOLS]
            yield partnership.Partnership(school_id=school.id, partner_id=partner.id)


def _of_partners(found: Sequence[Any], bonds: Sequence[Any]) -> Iterator[Any]:
    for number, bond in enumerate(bonds):
        yield partnership.JointEvent(partnership_id=bond.id, name="Семинар", held_on=date(2020, 11, 12))
        yield partnership.Agreement(
            number=f"{number}-С",
            school_id=bond.school_id,
            partner_id=bond.partner_id,
            valid_until=date(2021, 8, 31),
        )


def _of_teachers(found: Sequence[Any], staff: Sequence[Any]) -> Iterator[Any]:
    for number, teacher in enumerate(staff):
        yield teachers.Deficit(teacher_id=teacher.id, name=f"Оценивание работ, {number}")
    for number, school in enumerate(found):
        yield helps.TargetedHelp(
            tutor="Образцова А. А.", school_id=school.id, theme=f"Консультация, {number}"
        )


def _attach(file: Any, ids: Sequence[str], folder: Path) -> None:
    papers = [folder / f"Справка {number}.txt" for number in range(_FILES)]
    for paper in papers:
        paper.write_text(f"{paper.stem}\n" * 2_000, encoding="utf-8")
    plan = read_plan(file)
    for id_ in ids:
        attachments.attach(file, plan, owner_value("school", id_), papers)
