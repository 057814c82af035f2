"""Teachers, their plans and communities."""

from datetime import date

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import communities, meetings, plans, teachers
from roadmap_desktop.operations.district.made import District, person
from roadmap_desktop.operations.district.words import DEFICITS, GOALS, STEPS, SUBJECTS

_TEACHERS, _PLANS = 60, 30
_COMMUNITY_PLAN = (
    "1. Разбор результатов ОГЭ и ВПР. 2. Открытые уроки. 3. Консультации школам с низкими результатами."
)


def fill_teachers(district: District) -> None:
    """Teachers, their self-assessment and the deficits that follow from it."""
    chance = district.chance
    for number in range(_TEACHERS):
        subject = SUBJECTS[number % len(SUBJECTS)]
        teacher = district.add(
            teachers.Teacher(
                name=person(number + 40),
                school_id=district.schools[number % len(district.schools)].id,
                subjects=subject,
                position="учитель",
                category=chance.choice(list(teachers.Category)),
                years=chance.randint(0, 41),
            )
        )
        district.teachers.append(teacher)
        district.session.flush()
        for competence in teachers.Competence:
            score = chance.randint(1, 5)
            district.add(
                teachers.SelfAssessment(
                    teacher_id=teacher.id,
                    competence=competence,
                    name=DEFICITS[competence.value],
                    score=score,
                    assessed_on=district.day(9),
                )
            )
            if score <= teachers.DEFICIT_UP_TO:
                deficit = district.add(
                    teachers.Deficit(
                        teacher_id=teacher.id,
                        competence=competence,
                        name=DEFICITS[competence.value],
                        found_on=district.day(10),
                        state=chance.choice(list(teachers.DeficitState)),
                    )
                )
                district.deficits.setdefault(teacher.id, []).append(deficit.id)


def fill_plans(district: District) -> None:
    """Plans of development with their steps."""
    chance = district.chance
    for place, teacher in enumerate(district.teachers[:_PLANS]):
        plan = district.add(
            plans.DevelopmentPlan(
                teacher_id=teacher.id,
                goal=GOALS[place % len(GOALS)],
                starts_on=date(district.first, 10, 1),
                ends_on=date(district.first + 1, 5, 31),
                mentor=person(place + 7),
                state=chance.choice((State.PLANNED, State.IN_WORK)),
            )
        )
        district.session.flush()
        for deficit_id in district.deficits.get(teacher.id, []):
            district.add(plans.PlanDeficit(plan_id=plan.id, deficit_id=deficit_id))
        for name, form, due, hours in chance.sample(STEPS, 4):
            district.add(
                plans.PlanStep(
                    plan_id=plan.id,
                    name=name,
                    form=plans.StepForm(form),
                    place="МКУ «ЦМТО»",
                    due_text=due,
                    hours=hours,
                    state=chance.choice((State.PLANNED, State.IN_WORK, State.DONE)),
                )
            )


def fill_communities(district: District) -> None:
    """Communities with members and a meeting each."""
    for place, subject in enumerate(SUBJECTS[:6]):
        community = district.add(
            communities.Community(
                name=f"ММО: {subject}", subject=subject, leader=person(place + 90), plan=_COMMUNITY_PLAN
            )
        )
        district.session.flush()
        for teacher in district.teachers[place::6][:8]:
            district.add(communities.CommunityMember(community_id=community.id, teacher_id=teacher.id))
        district.add(
            meetings.Meeting(
                name=f"Заседание объединения: {subject}",
                kind=meetings.MeetingKind.COMMUNITY,
                held_on=district.day(10 + place % 3),
                community_id=community.id,
                place="МКУ «ЦМТО»",
                present_count=8,
            )
        )
