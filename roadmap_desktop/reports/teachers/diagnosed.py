"""The teachers who were diagnosed, out of the registers."""

from collections import Counter
from collections.abc import Mapping, Sequence

from roadmap_desktop.model.deficit_counts import CLOSED, Diagnosed, subjects_of
from roadmap_desktop.model.search import folded
from roadmap_desktop.reports.lists import by_field
from roadmap_desktop.reports.source import Entry, Source

_MOST_FREQUENT = 10


def diagnosed(source: Source, school: str | None, subject: str | None) -> list[Diagnosed]:
    """Those who assessed themselves in the roadmap's period, or have a deficit that counts; of one school and of one
    subject where these are given."""
    found = _counted(source)
    assessed = {one.values["teacher_id"] for one in source.entries("assessments") if _is_present(source, one)}
    return [
        Diagnosed(
            one.id,
            one.texts["school_id"],
            subjects_of(one.values["subjects"]),
            tuple(
                (str(each.values["competence"]), str(each.values["state"])) for each in found.get(one.id, ())
            ),
        )
        for one in source.entries("teachers")
        if (one.id in assessed or one.id in found) and _is_wanted(one, school, subject)
    ]


def frequent(source: Source, teachers: Sequence[Diagnosed]) -> list[tuple[tuple[str, str], int]]:
    """The most frequent deficits of these teachers with their competences, and how many have them; of equally frequent
    ones that first which was met first."""
    found = _counted(source)
    spelt: dict[str, str] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for one in teachers:
        names = (
            (
                spelt.setdefault(folded(each.values["name"]), each.values["name"]),
                str(each.values["competence"]),
            )
            for each in found.get(one.key, ())
        )
        counted.update(dict.fromkeys(names, 1))
    return counted.most_common(_MOST_FREQUENT)


def _counted(source: Source) -> Mapping[str, list[Entry]]:
    """Deficits by teacher. One that was closed and found before the roadmap's period is another year's."""
    return by_field((one for one in source.entries("deficits") if _is_counted(source, one)), "teacher_id")


def _is_counted(source: Source, deficit: Entry) -> bool:
    day = deficit.values["found_on"]
    return deficit.values["state"] != CLOSED or day is None or source.plan.info.period.contains(day)


def _is_present(source: Source, assessment: Entry) -> bool:
    day = assessment.values["assessed_on"]
    return day is None or source.plan.info.period.contains(day)


def _is_wanted(teacher: Entry, school: str | None, subject: str | None) -> bool:
    of_school = not school or teacher.values["school_id"] == school
    return of_school and (not subject or folded(subject) in folded(teacher.values["subjects"]))
