"""Teachers, their plans and communities."""

from datetime import date

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import communities, meetings, plans, teachers
from roadmap_desktop.operations.district.made import District, person
from roadmap_desktop.operations.district.school_words import AGENDA, COMMUNITIES, COMMUNITY_PLAN
from roadmap_desktop.operations.district.words import DEFICITS, GOALS, REFLECTION, STEPS, SUBJECTS

_TEACHERS, _PLANS = 60, 30
# Those who take the courses for heads.
_DEPUTIES = range(21, 35)
_MEMBER = communities.CommunityRole.MEMBER


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
                position="заместитель директора, учитель" if number in _DEPUTIES else "учитель",
                category=chance.choice(list(teachers.Category)),
                years=chance.randint(0, 41),
            )
        )
        district.teachers.append(teacher)
        district.edit.flush()
        assessed_on = district.day(9)
        for competence in teachers.Competence:
            score = chance.randint(1, 5)
            district.add(
                teachers.SelfAssessment(
                    teacher_id=teacher.id,
                    competence=competence,
                    name=DEFICITS[competence.value],
                    score=score,
                    assessed_on=assessed_on,
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
                reflection=REFLECTION if place % 3 == 0 else "",
            )
        )
        district.edit.flush()
        for deficit_id in district.deficits.get(teacher.id, []):
            district.add(plans.PlanDeficit(plan_id=plan.id, deficit_id=deficit_id))
        for name, form, due, hours, result in chance.sample(STEPS, 4):
            state = chance.choice((State.PLANNED, State.IN_WORK, State.DONE))
            is_certified = form == plans.StepForm.COURSE and state is State.DONE
            district.add(
                plans.PlanStep(
                    plan_id=plan.id,
                    name=name,
                    form=plans.StepForm(form),
                    place="МКУ «ЦМТО»",
                    due_text=due,
                    hours=hours,
                    result=result,
                    state=state,
                    certificate=f"Удостоверение № {place + 301}" if is_certified else "",
                )
            )


def fill_communities(district: District) -> None:
    """Communities with members and a meeting each."""
    for place, subject in enumerate(SUBJECTS[:6]):
        members = [one for one in district.teachers if one.subjects == subject]
        community = district.add(
            communities.Community(
                name=f"ММО {COMMUNITIES[subject]}",
                subject=subject,
                leader=members[0].name,
                plan=COMMUNITY_PLAN,
            )
        )
        district.edit.flush()
        for teacher in members:
            role = communities.CommunityRole.LEADER if teacher is members[0] else _MEMBER
            district.add(
                communities.CommunityMember(community_id=community.id, teacher_id=teacher.id, role=role)
            )
        district.add(
            meetings.Meeting(
                name=f"Заседание ММО {COMMUNITIES[subject]}",
                agenda=AGENDA,
                protocol_number="1" if place % 2 == 0 else "",
                kind=meetings.MeetingKind.COMMUNITY,
                held_on=district.day(10 + place % 3),
                community_id=community.id,
                place="МКУ «ЦМТО»",
                present_count=len(members),
            )
        )
