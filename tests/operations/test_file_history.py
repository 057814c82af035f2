"""The history of the whole file: what was, what became, and one of it taken back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.file_history import HistoryLine, file_history, return_value
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

SCHOOLS, PARTNERSHIPS = BY_ID["schools"], BY_ID["partnerships"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


def said(lines: list[HistoryLine]) -> list[tuple[str, str, str, str, str]]:
    return [(line.sort, line.record[:11], line.what, line.old, line.new) for line in lines]


def school(file: RoadmapFile, name: str) -> str:
    return registers.add_record(file, SCHOOLS, {"name": name})[0]


def name_of(file: RoadmapFile, id_: str) -> str:
    return str(record_listing.read_listing(file, SCHOOLS).by_id[id_].name)


def test_each_field_is_a_line_with_what_it_was_and_what_it_became(file: RoadmapFile) -> None:
    plan = read_plan(file)
    third = plan.activities[2].id
    activities.set_field(file, plan, [third], "completed_on", date(2020, 10, 5))
    activities.set_field(file, plan, [third], "performers", ["Отдел образования", "Школа № 1"])
    activities.move_activities(file, plan, [third], before=plan.activities[0].id)
    history.undo(file)
    registers.set_values(file, SCHOOLS, [school(file, "СОШ № 1")], {"name": "Лицей", "pupils": 10})
    assert said(file_history(file)) == [
        ("Школы", "Лицей", "Краткое название", "СОШ № 1", "Лицей"),
        ("Школы", "Лицей", "Обучающихся", "", "10"),
        ("Школы", "Лицей", "добавлено", "", ""),
        ("Мероприятия", "Выявление п", "отменено: перемещено", "", ""),
        ("Мероприятия", "Выявление п", "перемещено", "", ""),
        (
            "Мероприятия",
            "Выявление п",
            "Ответственный исполнитель",
            "МКУ «ЦМТО», руководители ОО",
            "Школа № 1",
        ),
        ("Мероприятия", "Выявление п", "Дата выполнения", "", "05.10.2020"),
        ("Дорожная карта", "", "Создана дорожная карта из образца", "", ""),
    ]


def test_what_is_gone_is_named_as_it_was_and_its_links_go_without_saying(file: RoadmapFile) -> None:
    plan = read_plan(file)
    one, other = school(file, "СОШ № 1"), school(file, "СОШ № 2")
    values = {"school_id": one, "partner_id": other}
    registers.add_record(file, PARTNERSHIPS, values, serves=[plan.activities[5].id])
    registers.set_values(file, SCHOOLS, [one], {"name": "Лицей"})
    registers.delete_records(file, SCHOOLS, [one])
    assert said(file_history(file, 1)) == [
        ("Сетевое партнёрство", "Лицей — СОШ", "удалено", "", ""),
        ("Школы", "Лицей", "удалено", "", ""),
    ]


def test_a_long_list_that_was_pasted_is_told_by_its_first_records(file: RoadmapFile) -> None:
    with file.edit("Вставлено: 40 школ") as edit:
        edit.add(*(SCHOOLS.record(name=f"СОШ № {number}") for number in range(40)))
    lines = file_history(file, 1)
    assert len({line.id for line in lines}) == len(lines) == 31
    assert lines[-1].what == "и ещё 10 (вставлено: 40 школ)"


def test_a_value_is_returned_as_one_edit_that_can_be_undone(file: RoadmapFile) -> None:
    id_ = school(file, "СОШ № 1")
    for name in ("Лицей", "Гимназия"):
        registers.set_values(file, SCHOOLS, [id_], {"name": name})
    line = file_history(file)[1]
    made = return_value(file, line)
    assert made is not None
    assert made.label == "Возвращено прежнее: краткое название, школа «Гимназия»"
    assert name_of(file, id_) == "СОШ № 1"
    history.undo(file)
    assert name_of(file, id_) == "Гимназия"
    plan = read_plan(file)
    roadmap.set_roadmap(file, {"title": "План"})
    return_value(file, file_history(file)[0])
    assert read_plan(file).info.title == plan.info.title


def test_what_cannot_be_returned_is_refused_in_words_and_nothing_changes(file: RoadmapFile) -> None:
    one, other = school(file, "СОШ № 1"), school(file, "СОШ № 2")
    values = {"school_id": one, "partner_id": other}
    bond, _ = registers.add_record(file, PARTNERSHIPS, values)
    registers.set_values(file, PARTNERSHIPS, [bond], {"partner_id": school(file, "СОШ № 3")})
    pointing = file_history(file)[0]
    registers.set_values(file, SCHOOLS, [other], {"name": "Лицей"})
    renamed = file_history(file)[0]
    registers.delete_records(file, SCHOOLS, [other])
    count = len(file_history(file))
    with pytest.raises(UserError, match="Этой записи уже нет: её удалили"):
        return_value(file, renamed)
    with pytest.raises(UserError, match="этой записи уже нет"):
        return_value(file, pointing)
    history.undo(file)
    return_value(file, renamed)
    with pytest.raises(UserError, match="уже стоит"):
        return_value(file, renamed)
    assert len(file_history(file)) > count


def test_a_value_that_no_longer_goes_with_the_others_is_refused(file: RoadmapFile) -> None:
    teacher, _ = registers.add_record(file, BY_ID["teachers"], {"name": "Образцова А. А."})
    values = {"teacher_id": teacher, "goal": "Освоить", "starts_on": date(2020, 9, 1), "ends_on": None}
    plan, _ = registers.add_record(file, BY_ID["plans"], values)
    registers.set_values(file, BY_ID["plans"], [plan], {"starts_on": date(2020, 2, 1)})
    line = file_history(file)[0]
    registers.set_values(file, BY_ID["plans"], [plan], {"ends_on": date(2020, 5, 1)})
    with pytest.raises(UserError, match="заканчивается раньше"):
        return_value(file, line)
