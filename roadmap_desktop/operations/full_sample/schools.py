"""The invented schools, how they do, and who helps whom."""

from typing import Any

from roadmap_desktop.model.registers.partnership import DIRECTIONS
from roadmap_desktop.model.registers.schools import Exam, Factor, Level
from roadmap_desktop.operations.full_sample.invention import Invention
from roadmap_desktop.operations.full_sample.words import EVENTS, EXAM_SUBJECTS, MEASURES, ZONES

SCHOOLS, WEAK = 12, 8  # The last ones help the weak.
_YEARS = 4
_ORDER = "01-10/15"
_STATES = ("выполнено", "в работе", "в работе", "запланировано")


def add_schools(make: Invention) -> list[str]:
    """Adds the schools with their results, risks and problem zones; answers their keys."""
    schools = make.add("schools", *(_school(make, number) for number in range(1, SCHOOLS + 1)))
    weak = schools[:WEAK]
    make.add("memberships", *(one for school in weak for one in _memberships(make, school)))
    for place, school in enumerate(schools):
        make.add("indicators", *_indicators(make, school, 0 if place < WEAK else 25))
    make.add("risks", *(one for school in weak for one in _risks(make, school)))
    make.add("zones", *(one for school in weak for one in _zones(make, school)))
    return schools


def _school(make: Invention, number: int) -> dict[str, Any]:
    basic, pupils = number % 4 == 0, make.random.randrange(60, 420)
    return {
        "name": f"{'ООШ' if basic else 'СОШ'} № {number}",
        "full_name": f"Муниципальное образовательное учреждение «{'Основная' if basic else 'Средняя'} "
        f"общеобразовательная школа № {number}» Образцового района",
        "kind": "ООШ" if basic else "СОШ",
        "head": make.person(),
        "address": f"Образцовый район, посёлок Примерный-{number}",
        "contacts": f"school{number}@obrazets.example",
        "pupils": pupils,
        "teachers": pupils // 12 + 4,
        "classes": 9 if basic else 11,
    }


def _memberships(make: Invention, school: str) -> list[dict[str, Any]]:
    grounds = make.some(("ОГЭ", "ЕГЭ", "ВПР"), make.one((1, 2)))
    return [
        {
            "school_id": school,
            "school_year": make.school_year(earlier),
            "grounds": "; ".join(grounds),
            "details": "Доля не преодолевших порог выше средней по району",
            "order_number": f"{_ORDER}-{2 - earlier}",
            "order_date": make.day(9, 10).replace(year=make.year - earlier),
        }
        for earlier in (1, 0)
    ]


def _indicators(make: Invention, school: str, better: int) -> list[dict[str, Any]]:
    """Results that fell until the school was noticed and then rise a little."""
    found = []
    for exam in (Exam.OGE, Exam.VPR):
        for subject in EXAM_SUBJECTS:
            below = 22.0 + make.random.randrange(16) - better * 0.7
            for earlier in reversed(range(_YEARS)):
                below = round(max(below + make.one((-1.5, 2.0, 3.5)) - (6 if earlier == 0 else 0), 0.5), 1)
                found.append(_result(make, school, earlier, exam, subject, below))
    for earlier in reversed(range(_YEARS)):
        values = {"quality": 31.0 + better + 2 * (earlier % 3), "success": 97.5 - earlier * 0.5}
        year = make.school_year(earlier)
        found.append({"school_id": school, "school_year": year, "exam": Exam.YEAR.value, **values})
    return found


def _result(
    make: Invention, school: str, earlier: int, exam: Exam, subject: str, below: float
) -> dict[str, Any]:
    return {
        "school_id": school,
        "school_year": make.school_year(earlier),
        "exam": exam.value,
        "subject": subject,
        "below": below,
        "mean": round(4.3 - below / 40, 2),
    }


def _risks(make: Invention, school: str) -> list[dict[str, Any]]:
    levels = [level.value for level in Level]
    return [
        {"school_id": school, "factor": factor.value, "level": make.one(levels)}
        for factor in make.some(list(Factor), 5)
    ]


def _zones(make: Invention, school: str) -> list[dict[str, Any]]:
    return [
        {
            "school_id": school,
            "name": name,
            "cause": cause,
            "cause_kind": kind,
            "measures": make.one(MEASURES),
            "due_text": make.words(make.month(make.random.randrange(9))),
            "state": make.one(_STATES),
        }
        for name, cause, kind in make.some(ZONES, 3)
    ]


def add_partnership(make: Invention, schools: list[str]) -> list[str]:
    """Adds who helps whom, with agreements and joint events; answers the keys of the partnerships."""
    partners = schools[WEAK:]
    pairs = [(school, partners[place % len(partners)]) for place, school in enumerate(schools[:WEAK])]
    made = make.add("partnerships", *(_partnership(make, *pair) for pair in pairs))
    make.add("agreements", *(_agreement(make, place, *pair) for place, pair in enumerate(pairs)))
    make.add(
        "events",
        *(
            {
                "partnership_id": partnership,
                "name": name,
                "held_on": make.day(make.month(place + turn * 3 + 1), 14),
                "result": "Подготовлены рекомендации для учителей" if turn == 0 else "",
            }
            for place, partnership in enumerate(made)
            for turn, name in enumerate(make.some(EVENTS, 2))
        ),
    )
    return made


def _partnership(make: Invention, school: str, partner: str) -> dict[str, Any]:
    return {
        "school_id": school,
        "partner_id": partner,
        "directions": "; ".join(make.some(DIRECTIONS, 2)),
        "site": make.one(("нет", "базовая площадка")),
        "curator": make.person(),
        "order_number": f"{_ORDER}-6",
        "order_date": make.day(9, 24),
    }


def _agreement(make: Invention, place: int, school: str, partner: str) -> dict[str, Any]:
    """The first is over before the roadmap begins, the second soon after, the third within the year."""
    signed = make.day(10, 1).replace(year=make.year - (place < 3))
    until = {0: make.day(9).replace(month=6, day=30), 1: make.day(10, 30), 2: make.day(5, 31)}
    later = make.day(8, 31).replace(year=make.year + 2, day=31)
    return {
        "number": f"{place + 1}/{signed.year}",
        "signed_on": signed,
        "school_id": school,
        "partner_id": partner,
        "subject": "Методическая помощь, совместные занятия обучающихся, обмен опытом учителей",
        "valid_until": until.get(place, later),
    }
