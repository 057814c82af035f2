"""Deficits counted by school, subject and competence."""

from hypothesis import given
from hypothesis import strategies as st

from roadmap_desktop.model.competences import COMPETENCES
from roadmap_desktop.model.deficit_counts import (
    CLOSED,
    Diagnosed,
    by_schools,
    by_subjects,
    deficit_tally,
    parts_chart,
    subjects_of,
)

_DEFICITS = st.tuples(st.sampled_from(list(COMPETENCES)), st.sampled_from(["выявлен", "в работе", CLOSED]))
_PEOPLE = st.lists(
    st.builds(
        Diagnosed,
        st.uuids().map(str),
        st.sampled_from(["СОШ № 2", "СОШ № 10", "СОШ № 3"]),
        st.lists(st.sampled_from(["математика", "физика"]), max_size=2, unique=True).map(tuple),
        st.lists(_DEFICITS, max_size=5).map(tuple),
    ),
    max_size=12,
)


@given(_PEOPLE)
def test_the_schools_add_up_to_the_whole(people: list[Diagnosed]) -> None:
    whole, schools = deficit_tally("Всего", people), by_schools(people)
    assert sum(one.teachers for one in schools) == whole.teachers
    assert sum(one.lacking for one in schools) == whole.lacking
    assert sum(one.total for one in schools) == whole.total == sum(len(one.deficits) for one in people)
    assert sum(one.closed for one in schools) == whole.closed


def test_schools_stand_as_people_count_and_subjects_in_one_spelling() -> None:
    lacks = (("предметная", "выявлен"),)
    people = [
        Diagnosed("1", "СОШ № 10", ("Физика", "математика"), lacks),
        Diagnosed("2", "СОШ № 2", ("физика",), (("предметная", CLOSED),)),
    ]
    assert [one.name for one in by_schools(people)] == ["СОШ № 2", "СОШ № 10"]
    assert [(one.name, one.teachers, one.lacking, one.share) for one in by_subjects(people)] == [
        ("математика", 1, 1, 100),
        ("Физика", 2, 1, 50),
    ]


def test_subjects_are_read_out_of_a_cell() -> None:
    assert subjects_of("Математика, физика; Математика") == ("математика", "физика")
    assert subjects_of(" ") == ()


def test_a_chart_has_only_those_who_lack_something_and_no_more_than_can_be_read() -> None:
    lacking = [Diagnosed("1", "СОШ № 1", (), (("предметная", CLOSED),)), Diagnosed("2", "СОШ № 2", (), ())]
    chart = parts_chart("По школам", by_schools(lacking))
    assert chart is not None
    assert chart.categories == ("СОШ № 1",)
    many = [Diagnosed(str(n), f"СОШ № {n}", (), (("предметная", "выявлен"),)) for n in range(40)]
    assert parts_chart("По школам", by_schools(many)) is None
    assert parts_chart("По школам", []) is None
