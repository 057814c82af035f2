"""Schools and their partners."""

from datetime import date

from roadmap_desktop.model.activity import State
from roadmap_desktop.model.registers import partnership, schools
from roadmap_desktop.operations.district.made import District, person
from roadmap_desktop.operations.district.school_words import AGREEMENTS, EVENTS, RISK_NOTES
from roadmap_desktop.operations.district.words import ZONES

_SCHOOLS = 12
_SORT = "Средняя общеобразовательная школа"


def fill_schools(district: District) -> None:
    """Twelve schools with what is known of them."""
    chance = district.chance
    for number in range(1, _SCHOOLS + 1):
        school = district.add(
            schools.School(
                name=f"СОШ № {number}",
                full_name=f"Муниципальное бюджетное общеобразовательное учреждение «{_SORT} № {number}»",
                kind=schools.SchoolKind.SECONDARY,
                head=person(number * 3),
                address=f"Образцовый район, ул. Школьная, {number}",
                contacts=f"+7 (000) 000-01-{number:02}, school{number}@obrazets.example",
                pupils=chance.randint(90, 720),
                teachers=chance.randint(12, 48),
                classes=chance.randint(9, 30),
            )
        )
        district.schools.append(school)
        district.edit.flush()
        _memberships(district, school, number)
        _indicators(district, school, number)
        _troubles(district, school)


def _memberships(district: District, school: schools.School, number: int) -> None:
    chance = district.chance
    for back in (1, 0):
        if number <= 8 + 2 * back:
            share = chance.randint(22, 41)
            district.add(
                schools.SchoolMembership(
                    school_id=school.id,
                    school_year=district.year(back),
                    grounds="ОГЭ; ВПР" if number % 2 else "ОГЭ",
                    details=f"математика: {share}\u00a0% ниже порога",
                    order_number=f"01-10/{141 - back}",
                    order_date=date(district.first - back, 9, 10),
                )
            )


def _indicators(district: District, school: schools.School, number: int) -> None:
    chance = district.chance
    for exam, subject, start in (
        (schools.Exam.OGE, "математика", 44),
        (schools.Exam.VPR, "русский язык", 33),
    ):
        for back in (3, 2, 1, 0):
            below = max(2, start - (3 - back) * chance.randint(5, 8) + number % 4)
            district.add(
                schools.SchoolIndicator(
                    school_id=school.id,
                    school_year=district.year(back),
                    exam=exam,
                    subject=subject,
                    below=float(below),
                    mean=round(3.1 + (3 - back) * 0.15 + number % 3 * 0.1, 1),
                    quality=float(28 + (3 - back) * 4 + number % 5),
                    success=float(100 - below),
                )
            )


def _troubles(district: District, school: schools.School) -> None:
    chance = district.chance
    for note, factor in zip(RISK_NOTES, chance.sample(list(schools.Factor), 3), strict=True):
        level = chance.choice(list(schools.Level))
        district.add(schools.RiskFactor(school_id=school.id, factor=factor, level=level, note=note))
    for name, cause, kind, measures, due in chance.sample(ZONES, 2):
        district.add(
            schools.ProblemZone(
                school_id=school.id,
                name=name,
                cause=cause,
                cause_kind=schools.CauseKind(kind),
                measures=measures,
                due_text=due,
                state=chance.choice((State.PLANNED, State.IN_WORK, State.DONE)),
            )
        )


def fill_partners(district: District) -> None:
    """Who helps whom, by which agreements."""
    for place, school in enumerate(district.schools[:8]):
        partner = district.schools[8 + place % 4]
        bond = district.add(
            partnership.Partnership(
                school_id=school.id,
                partner_id=partner.id,
                directions="; ".join(partnership.DIRECTIONS[: 1 + place % 3]),
                site=partnership.Site.YES if place % 4 == 0 else partnership.Site.NO,
                curator=person(place * 5 + 1),
                order_number="01-10/151",
                order_date=district.day(9, 24),
            )
        )
        # One has expired when the year begins, one does so soon after.
        until = (
            (date(district.first, 8, 31), district.day(11, 1))[place]
            if place < 2
            else date(district.first + 1, 8, 31)
        )
        district.add(
            partnership.Agreement(
                number=f"{place + 1}-С",
                signed_on=date(district.first - 1, 10, 1) if place < 2 else district.day(10, 8),
                school_id=school.id,
                partner_id=partner.id,
                place="Образцовый район",
                subject=AGREEMENTS[place % len(AGREEMENTS)],
                valid_until=until,
            )
        )
        district.edit.flush()
        name, result = EVENTS[place % len(EVENTS)]
        held_on = district.day(11 + place % 2)
        district.add(
            partnership.JointEvent(partnership_id=bond.id, name=name, held_on=held_on, result=result)
        )
