"""Words replaced in many records: looked at first, one step of undo, what does not fit is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.due_dates import DueValue
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.model.replacing import Query
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import registers
from roadmap_desktop.operations.registers.replacing import Finds, find_places, replace_places
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import full_sample_at


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    full_sample_at(tmp_path / "карта.roadmap")
    with open_roadmap(tmp_path / "карта.roadmap") as opened:
        yield opened


def replaced(file: RoadmapFile, query: Query) -> Finds:
    finds = find_places(file, query)
    replace_places(file, [place for place in finds.places if not place.why])
    return finds


def test_it_is_found_in_the_whole_file_and_replaced_as_one_step(file: RoadmapFile) -> None:
    query = Query("школ", "лице")
    finds = replaced(file, query)
    assert next(iter(finds.by_register)) == "activities"
    assert len(finds.by_register) > 5
    assert sum(finds.by_register.values()) == finds.times >= finds.number == len(finds.places)
    assert find_places(file, query).number == sum(bool(place.why) for place in finds.places)
    history.undo(file)
    assert find_places(file, query) == finds


def test_the_label_in_the_history_does_not_quote_what_may_be_a_name(file: RoadmapFile) -> None:
    finds = find_places(file, Query("Образцов", "Примеров"))
    made = replace_places(file, [place for place in finds.places if not place.why])
    assert made is not None
    assert made.label.startswith("Найти и заменить: ")
    assert "бразцов" not in made.label and "римеров" not in made.label


def test_performers_are_replaced_and_two_of_one_name_become_one(file: RoadmapFile) -> None:
    plan = read_plan(file)
    first = plan.activities[0].id
    activities.set_fields(file, plan, [first], {"performers": ["ЦМТО", "ИМЦ"]})
    finds = replaced(file, Query("ИМЦ", "ЦМТО"))
    assert [place.field for place in finds.places] == ["performers"]
    assert read_plan(file).by_id[first].performers == ("ЦМТО",)


def test_dates_by_hand_go_when_the_new_wording_names_its_own(file: RoadmapFile) -> None:
    plan = read_plan(file)
    first = plan.activities[0].id
    activities.set_field(file, plan, [first], "due_text", DueValue("по особому плану", "2020-10-05"))
    assert read_plan(file).by_id[first].due_dates
    replaced(file, Query("по особому плану", "октябрь 2020"))
    row = read_plan(file).by_id[first]
    assert (row.due_text, row.due_dates) == ("октябрь 2020", "")


def test_what_cannot_be_held_is_told_and_cannot_be_written(file: RoadmapFile) -> None:
    registers.add_record(file, BY_ID["schools"], {"name": "Вечерняя", "inn": "1234567890"})
    (name,) = find_places(file, Query("Вечерняя")).places
    assert name.why == "Пустым это поле быть не может."
    (number,) = find_places(file, Query("1234567890", "123")).places
    assert "10 цифр" in number.why
    with pytest.raises(UserError, match="Ничего не изменено"):
        replace_places(file, [number])


def test_only_the_records_that_are_named_are_looked_through(file: RoadmapFile) -> None:
    plan = read_plan(file)
    wanted = next(row for row in plan.activities if "школ" in row.name)
    finds = find_places(file, Query("школ"), {"activities": [wanted.id]})
    assert {place.record_id for place in finds.places} == {wanted.id}
    assert find_places(file, Query("школ"), {"activities": []}).number == 0


def test_a_record_that_changed_meanwhile_stops_the_whole(file: RoadmapFile) -> None:
    query, ids = Query("школ", "лице"), [row.id for row in read_plan(file).activities]
    places = find_places(file, query, {"activities": ids}).places
    activities.set_fields(file, read_plan(file), [places[-1].record_id], {places[-1].field: "Другое"})
    before = read_plan(file).activities
    with pytest.raises(UserError, match="изменилась"):
        replace_places(file, places)
    assert read_plan(file).activities == before


def test_sections_and_the_particulars_of_the_roadmap_are_replaced_too(file: RoadmapFile) -> None:
    roadmap.add_section(file, "Работа со школами Приозёрья")
    roadmap.set_roadmap(file, {"title": "Дорожная карта Приозёрья", "approving_body": "Отдел Приозёрья"})
    replaced(file, Query("Приозёрья", "Заречья"))
    plan = read_plan(file)
    assert plan.sections[-1].name == "Работа со школами Заречья"
    assert plan.info.title == "Дорожная карта Заречья"
    assert plan.info.approving_body == "Отдел Заречья"
    history.undo(file)
    assert read_plan(file).info.title == "Дорожная карта Приозёрья"


def test_a_section_and_the_roadmap_keep_a_name(file: RoadmapFile) -> None:
    roadmap.add_section(file, "Приозёрье")
    roadmap.set_roadmap(file, {"title": "Приозёрье"})
    places = find_places(file, Query("Приозёрье", "")).places
    assert [(place.field, place.why) for place in places] == [
        ("name", "Пустым это поле быть не может."),
        ("title", "Пустым это поле быть не может."),
    ]
