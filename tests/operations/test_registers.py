"""Records of registers: added, changed, deleted and taken back, by whatever register."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.registers import BY_ID, REGISTERS, register_named
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import history
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at
from tests.storage.copies import assert_whole

SCHOOLS, TEACHERS, PARTNERSHIPS = BY_ID["schools"], BY_ID["teachers"], BY_ID["partnerships"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        yield file
    assert_whole(path)


def school(file: RoadmapFile, name: str) -> str:
    return registers.add_record(file, SCHOOLS, {"name": name})[0]


def names(file: RoadmapFile, id_: str) -> list[str]:
    listing = record_listing.read_listing(file, BY_ID[id_])
    return [listing.name(row) for row in listing.rows]


def test_a_school_is_added_changed_deleted_and_all_of_it_undone(file: RoadmapFile) -> None:
    id_ = school(file, "СОШ № 1")
    registers.set_values(file, SCHOOLS, [id_], {"pupils": 310, "address": "ул. Школьная"})
    listing = record_listing.read_listing(file, SCHOOLS)
    assert listing.value(listing.rows[0], "pupils") == 310
    registers.delete_records(file, SCHOOLS, [id_])
    assert names(file, "schools") == []
    for _ in range(2):
        history.undo(file)
    assert names(file, "schools") == ["СОШ № 1"]
    listing = record_listing.read_listing(file, SCHOOLS)
    assert listing.value(listing.rows[0], "pupils") is None


def test_what_hangs_on_a_school_is_told_and_goes_with_it(file: RoadmapFile) -> None:
    one, two = school(file, "СОШ № 1"), school(file, "СОШ № 2")
    registers.add_record(file, PARTNERSHIPS, {"school_id": one, "partner_id": two})
    registers.add_record(file, TEACHERS, {"name": "Учитель Первый", "school_id": one})
    told = registers.dependents(file, SCHOOLS, [one])
    assert [(one.caption, one.number, one.goes) for one in told] == [
        ("Партнёрство", 1, True),
        ("Педагог", 1, False),
    ]
    registers.delete_records(file, SCHOOLS, [one])
    assert names(file, "partnerships") == []
    assert names(file, "teachers") == ["Учитель Первый"]
    history.undo(file)
    assert names(file, "partnerships") == ["СОШ № 1 — СОШ № 2"]


def test_a_decision_stays_when_its_item_of_the_agenda_goes_and_both_go_with_the_meeting(
    file: RoadmapFile,
) -> None:
    meeting = registers.add_record(file, BY_ID["meetings"], {"name": "Итоги четверти"})[0]
    question = {"meeting_id": meeting, "name": "Справки школ"}
    item = registers.add_record(file, BY_ID["agenda-items"], question)[0]
    decision = {"meeting_id": meeting, "name": "Представить справки", "item_id": item}
    registers.add_record(file, BY_ID["decisions"], decision)
    assert names(file, "agenda-items") == ["Справки школ — Итоги четверти"]
    registers.delete_records(file, BY_ID["agenda-items"], [item])
    (row,) = record_listing.read_listing(file, BY_ID["decisions"]).rows
    assert row.item_id is None
    history.undo(file)
    (row,) = record_listing.read_listing(file, BY_ID["decisions"]).rows
    assert row.item_id == item
    registers.delete_records(file, BY_ID["meetings"], [meeting])
    assert (names(file, "agenda-items"), names(file, "decisions")) == ([], [])


@pytest.mark.parametrize(
    ("register", "values", "why"),
    [
        ("schools", {"name": "  "}, "Краткое название: Не указано."),
        ("schools", {"name": "\u200b"}, "Краткое название: Не указано."),
        ("schools", {"name": "СОШ \ud83d"}, "Есть символы, которые нельзя сохранить."),
        ("schools", {"name": "СОШ", "inn": "561234567"}, "В ИНН организации 10 цифр."),
        ("schools", {"name": "СОШ", "pupils": -5}, "Обучающихся: Число не может быть меньше нуля."),
        (
            "indicators",
            {"school_id": "x", "school_year": "2020–2021", "below": 200.0},
            "Не больше 100 %.",
        ),
        ("partnerships", {"school_id": "x", "partner_id": "x"}, "не может быть партнёром самой себе"),
    ],
)
def test_values_that_cannot_be_are_refused_in_words(
    file: RoadmapFile, register: str, values: dict[str, object], why: str
) -> None:
    with pytest.raises(UserError, match=why):
        registers.add_record(file, BY_ID[register], values)


def test_an_agreement_that_ends_before_it_begins_is_refused(file: RoadmapFile) -> None:
    agreements = BY_ID["agreements"]
    one, two = school(file, "СОШ № 1"), school(file, "СОШ № 2")
    signed, until = (
        parse_field(agreements.field("signed_on"), text) for text in ("01.10.2020", "30.09.2020")
    )
    values = {"number": "1", "school_id": one, "partner_id": two, "signed_on": signed, "valid_until": until}
    with pytest.raises(UserError, match="истекает раньше, чем подписан"):
        registers.add_record(file, agreements, values)


def test_a_school_of_the_same_name_is_noticed(file: RoadmapFile) -> None:
    id_ = school(file, "Берёзовская СОШ")
    assert registers.same_record(file, SCHOOLS, {"name": "березовская  сош"}) == "Берёзовская СОШ"
    assert registers.same_record(file, SCHOOLS, {"name": "Берёзовская СОШ"}, besides=id_) == ""


def test_an_unknown_register_is_answered_with_the_nearest(file: RoadmapFile) -> None:
    with pytest.raises(UserError, match="«schools»"):
        register_named("school")
    assert register_named("Школы") is SCHOOLS


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.id)
def test_every_register_is_declared_whole(register: object) -> None:
    one = BY_ID[register.id]  # type: ignore[attr-defined]
    known = {field.name for field in one.fields}
    in_form = [name for group in one.groups for name in group.fields]
    assert sorted(in_form) == sorted(known)
    assert {*one.named_by, *one.unique_by} <= known
    assert set(one.columns) <= {field.name for field in one.columns_possible}
    for tab in one.tabs:
        for related in tab.lists:
            assert related.by in {field.name for field in BY_ID[related.register].fields}


def test_a_record_is_named_whole_or_by_what_its_name_begins_with(file: RoadmapFile) -> None:
    one, two = school(file, "СОШ № 1"), school(file, "СОШ № 2")
    agreements = BY_ID["agreements"]
    made = {
        number: registers.add_record(
            file, agreements, {"number": number, "school_id": one, "partner_id": two}
        )[0]
        for number in ("3-С", "3")
    }
    listing = record_listing.read_listing(file, agreements)
    assert record_listing.record_named(listing, "3-с").id == made["3-С"]
    assert record_listing.record_named(listing, "3").id == made["3"]
    assert record_listing.record_named(listing, "3 — СОШ № 1 — СОШ № 2").id == made["3"]
    registers.add_record(file, agreements, {"number": "3", "school_id": two, "partner_id": one})
    with pytest.raises(UserError, match="несколько"):
        record_listing.record_named(record_listing.read_listing(file, agreements), "3")
    with pytest.raises(UserError, match="нет"):
        record_listing.record_named(listing, "СОШ")


def test_what_points_at_a_deleted_record_is_refused_and_the_file_goes_on(file: RoadmapFile) -> None:
    one = school(file, "СОШ № 1")
    teacher = registers.add_record(file, TEACHERS, {"name": "Учитель Первый"})[0]
    registers.delete_records(file, SCHOOLS, [one])
    with pytest.raises(UserError, match="уже удалена"):
        registers.add_record(file, BY_ID["zones"], {"school_id": one, "name": "Нет учителя"})
    with pytest.raises(UserError, match="уже удалена"):
        registers.set_values(file, TEACHERS, [teacher], {"school_id": one})
    assert names(file, "zones") == []
    registers.set_values(file, TEACHERS, [teacher], {"subjects": "физика"})
    history.undo(file)
    history.undo(file)
    assert names(file, "schools") == ["СОШ № 1"]


def test_what_can_be_pointed_at_is_offered_as_people_count(file: RoadmapFile) -> None:
    for name in ("СОШ № 10", "СОШ № 9", "СОШ № 1"):
        school(file, name)
    offered = record_listing.choices_of(file, BY_ID["agreements"], "school_id")
    assert [name for _, name in offered] == ["СОШ № 1", "СОШ № 9", "СОШ № 10"]
