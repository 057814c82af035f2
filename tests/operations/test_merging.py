"""Anna and Vera work on copies of one plan and bring them together."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.merging import ConflictKey, DifferenceKind, Prefer
from roadmap_desktop.model.rows import ActivityRow
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.copies.comparing import compare
from roadmap_desktop.operations.file.files import (
    create_empty,
    create_from_sample,
    open_roadmap,
    parse_school_year,
)
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from tests.samples import sample_at

RELEASED = Path(__file__).parents[1] / "storage" / "released" / "version-1.roadmap"


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    path = tmp_path / "Анна.roadmap"
    sample_at(path)
    return path


@pytest.fixture
def vera(anna: Path) -> Path:
    return Path(shutil.copy(anna, anna.with_name("Вера.roadmap")))


def rows(path: Path) -> tuple[ActivityRow, ...]:
    with open_roadmap(path) as file:
        return read_plan(file).activities


def at(path: Path, number: int, do: Callable[..., Any], *arguments: Any) -> None:
    """Does something with the activity of that number."""
    with open_roadmap(path) as file:
        plan = read_plan(file)
        do(file, plan, [plan.activities[number - 1].id], *arguments)


def note(path: Path, number: int, text: str) -> None:
    at(path, number, activities.set_field, "note", text)


def undo(path: Path) -> str:
    with open_roadmap(path) as file:
        return history.undo(file).label


def add(path: Path, name: str, *performers: str) -> None:
    with open_roadmap(path) as file:
        activities.add_activity(file, ActivityDraft(name=name, performers=performers))


def test_different_fields_come_together_without_a_question(anna: Path, vera: Path) -> None:
    note(anna, 3, "от Анны")
    at(vera, 3, activities.set_field, "actual_result", "от Веры")
    add(vera, "Вера придумала", "ЦМТО")
    told = merging.preview(anna, [vera])
    assert told.conflicts == ()
    assert [(one.record.number, one.label, one.new) for one in told.mine] == [("3", "Примечание", "от Анны")]
    assert {one.record.name for one in told.theirs if one.kind is DifferenceKind.ADDED} == {
        "Вера придумала",
        "ЦМТО",
    }
    assert merging.merge(anna, [vera]).changed
    third = rows(anna)[2]
    assert (third.note, third.actual_result) == ("от Анны", "от Веры")
    assert rows(anna)[-1].performers == ("ЦМТО",)


def test_the_same_field_is_asked_about_and_nothing_is_written_until_someone_chooses(
    anna: Path, vera: Path
) -> None:
    note(anna, 3, "от Анны")
    note(vera, 3, "от Веры")
    before = anna.read_bytes(), vera.read_bytes()
    with pytest.raises(merging.Conflicted) as refusal:
        merging.merge(anna, [vera])
    assert (anna.read_bytes(), vera.read_bytes()) == before
    (conflict,) = refusal.value.preview.conflicts
    assert (conflict.past, conflict.mine, conflict.theirs) == ("", "от Анны", "от Веры")
    assert (conflict.record.number, conflict.label, conflict.newest) == ("3", "Примечание", Prefer.THEIRS)
    assert conflict.mine_author and conflict.theirs_at and conflict.mine_at < conflict.theirs_at
    merging.merge(anna, [vera], {conflict.key: Prefer.MINE})
    assert rows(anna)[2].note == "от Анны"
    with open_roadmap(anna) as file:
        labels = [made.label for made in history.file_history(file)]
    assert labels[0] == "Объединение с копией «Вера»: выбраны значения"
    assert merging.preview(anna, [vera]).conflicts == ()
    assert not merging.merge(anna, [vera]).changed
    # Who gets the result is not asked either.
    assert merging.merge(vera, [anna]).changed
    assert rows(vera)[2].note == "от Анны"


@pytest.mark.parametrize(
    ("prefer", "expected"),
    [(Prefer.MINE, "от Анны"), (Prefer.THEIRS, "от Веры"), (Prefer.NEWEST, "от Веры")],
)
def test_all_can_be_chosen_at_once(anna: Path, vera: Path, prefer: Prefer, expected: str) -> None:
    note(anna, 3, "от Анны")
    note(vera, 3, "от Веры")
    merging.merge(anna, [vera], prefer=prefer)
    assert rows(anna)[2].note == expected


def test_an_edit_that_was_undone_is_no_conflict(anna: Path, vera: Path) -> None:
    note(anna, 3, "от Анны")
    note(vera, 3, "от Веры")
    undo(vera)
    assert merging.preview(anna, [vera]).conflicts == ()
    merging.merge(anna, [vera])
    assert rows(anna)[2].note == "от Анны"


def test_deleted_by_one_and_edited_by_the_other_stays_and_is_listed(anna: Path, vera: Path) -> None:
    whole = rows(anna)[2]
    at(anna, 3, activities.delete_activities)
    note(vera, 3, "нужно")
    (revived,) = merging.preview(anna, [vera]).revived
    assert (revived.record.name, revived.by_mine) == (" ".join(whole.name.split()), True)
    merging.merge(anna, [vera])
    back = rows(anna)[2]
    assert (back.id, back.note, back.performers) == (whole.id, "нужно", whole.performers)
    assert undo(anna) == "Отменено: Объединение с копией «Вера»"
    assert whole.id not in {row.id for row in rows(anna)}


def test_deleted_by_both_is_deleted(anna: Path, vera: Path) -> None:
    at(anna, 3, activities.delete_activities)
    at(vera, 3, activities.delete_activities)
    told = merging.preview(anna, [vera])
    assert (told.conflicts, told.revived) == ((), ())
    merging.merge(anna, [vera])
    assert len(rows(anna)) == 22


def test_a_section_that_one_deleted_and_the_other_filled_stays(anna: Path, tmp_path: Path) -> None:
    with open_roadmap(anna) as file:
        roadmap.add_section(file, "Школы")
        section = read_plan(file).sections[0].id
    vera = Path(shutil.copy(anna, tmp_path / "Вера.roadmap"))
    with open_roadmap(anna) as file:
        roadmap.delete_section(file, section)
    at(vera, 3, roadmap.set_section, section)
    assert [one.record.name for one in merging.preview(anna, [vera]).revived] == ["Школы"]
    merging.merge(anna, [vera])
    assert [row.section_id for row in rows(anna)].count(section) == 1
    with open_roadmap(anna) as file:
        plan = read_plan(file)
        roadmap.set_section(file, plan, [row.id for row in plan.activities], None)
        assert [one.name for one in read_plan(file).sections] == ["Школы"]
    # What Anna does after it does not make the section vanish in the next merge.
    merging.merge(vera, [anna])
    with open_roadmap(vera) as file:
        assert [one.name for one in read_plan(file).sections] == ["Школы"]


def test_one_performer_entered_by_both_is_offered_for_joining(anna: Path, vera: Path) -> None:
    add(anna, "Первое", "Школа № 5")
    add(vera, "Второе", "школа № 5")
    (alike,) = merging.preview(anna, [vera]).same_names
    assert sorted(record.name for record in alike.records) == ["Школа № 5", "школа № 5"]
    merging.merge(anna, [vera])
    assert [row.performers for row in rows(anna)[-2:]] in (
        [("Школа № 5",), ("школа № 5",)],
        [("школа № 5",), ("Школа № 5",)],
    )


def test_a_merge_is_undone_in_one_step_and_done_again(anna: Path, vera: Path) -> None:
    note(anna, 1, "до объединения")
    note(anna, 3, "от Анны")
    mine = rows(anna)
    note(vera, 3, "от Веры")
    note(vera, 4, "ещё от Веры")
    add(vera, "Новое", "Новый исполнитель")
    merging.merge(anna, [vera], prefer=Prefer.MINE)
    merged = rows(anna)
    note(anna, 5, "после объединения")
    assert undo(anna) == "Отменено: Примечание, мероприятие 5"
    assert undo(anna) == "Отменено: Объединение с копией «Вера»"
    assert rows(anna) == mine
    with open_roadmap(anna) as file:
        assert history.redo(file).label == "Повторено: Объединение с копией «Вера»"
    assert rows(anna) == merged
    undo(anna)
    assert undo(anna) == "Отменено: Примечание, мероприятие 3"
    assert undo(anna) == "Отменено: Примечание, мероприятие 1"
    with pytest.raises(UserError, match="Отменять нечего"):
        undo(anna)


def test_undoing_does_not_take_away_what_the_other_built_upon(anna: Path, vera: Path) -> None:
    add(anna, "Дело Анны", "Новый исполнитель")
    shutil.copy(anna, vera)
    at(vera, 1, activities.set_field, "performers", ["Новый исполнитель"])
    merging.merge(anna, [vera], out=anna.with_name("Итог.roadmap"))
    result = Path(shutil.copy(anna.with_name("Итог.roadmap"), anna.with_name("без памяти.roadmap")))
    undo(result)
    assert undo(result) == "Отменено: Добавлено мероприятие"
    assert len(rows(result)) == 23


def test_given_back_both_are_equal(anna: Path, vera: Path) -> None:
    note(anna, 1, "от Анны")
    note(vera, 2, "от Веры")
    kept: list[str] = []
    merging.merge(anna, [vera], both=True, keep=lambda path: kept.append(path.name))
    assert kept == ["Анна.roadmap", "Вера.roadmap"]
    assert rows(anna) == rows(vera)
    told = compare(anna, vera)
    assert (told.identical, told.a, told.b) == (True, (), ())
    assert sorted(item.name for item in anna.parent.iterdir()) == ["Анна.roadmap", "Вера.roadmap"]


def test_a_copy_that_changed_meanwhile_is_not_replaced(anna: Path, vera: Path) -> None:
    note(anna, 1, "от Анны")
    note(vera, 2, "от Веры")

    def meanwhile(path: Path) -> None:
        if path == vera:
            note(vera, 4, "в последнюю минуту")

    with pytest.raises(UserError, match="изменился"):
        merging.merge(anna, [vera], both=True, keep=meanwhile)
    assert rows(vera)[3].note == "в последнюю минуту"
    assert rows(anna)[1].note == "от Веры"


def test_several_copies_are_united_one_after_another(anna: Path, vera: Path) -> None:
    olga = Path(shutil.copy(anna, anna.with_name("Ольга.roadmap")))
    for path, text in ((anna, "от Анны"), (vera, "от Веры"), (olga, "от Ольги")):
        note(path, 3, text)
    told = merging.preview(anna, [vera, olga])
    assert [(one.key.file, one.theirs) for one in told.conflicts] == [(0, "от Веры"), (1, "от Ольги")]
    merging.merge(anna, [vera, olga], {told.conflicts[0].key: Prefer.THEIRS}, Prefer.MINE)
    assert rows(anna)[2].note == "от Веры"


def test_cancelled_leaves_no_trace(anna: Path, vera: Path) -> None:
    note(vera, 3, "от Веры")
    before = anna.read_bytes()
    with pytest.raises(Cancelled):
        merging.merge(anna, [vera], is_cancelled=lambda: True)
    assert anna.read_bytes() == before
    assert sorted(item.name for item in anna.parent.iterdir()) == ["Анна.roadmap", "Вера.roadmap"]


def test_rows_put_at_one_place_by_both_can_be_parted_again(anna: Path, vera: Path) -> None:
    add(anna, "Анна в конце")
    add(vera, "Вера в конце")
    with open_roadmap(anna) as one, open_roadmap(vera) as other:
        roadmap.add_section(one, "Раздел Анны")
        roadmap.add_section(other, "Раздел Веры")
    merging.merge(anna, [vera])
    first, second = rows(anna)[-2:]
    with open_roadmap(anna) as file:
        activities.add_activity(file, ActivityDraft(name="Между ними"), after=first.id)
        names = [row.name for row in read_plan(file).activities[-3:]]
        assert names == [first.name, "Между ними", second.name]
        roadmap.add_section(file, "Третий")
        one, other, third = read_plan(file).sections
        roadmap.move_section(file, third.id, 1)
        assert [section.id for section in read_plan(file).sections] == [one.id, third.id, other.id]


def test_a_file_of_version_1_is_merged_and_as_a_copy_it_is_only_read(tmp_path: Path) -> None:
    old, mine = tmp_path / "старый.roadmap", tmp_path / "мой.roadmap"
    shutil.copy(RELEASED, old)
    shutil.copy(RELEASED, mine)
    note(mine, 3, "в новой версии")
    before = old.read_bytes()
    assert merging.preview(mine, [old]).theirs == ()
    assert not merging.merge(mine, [old]).changed
    assert old.read_bytes() == before
    assert merging.merge(old, [mine]).changed
    assert rows(old) == rows(mine)


def test_files_made_separately_are_compared_by_content(anna: Path, tmp_path: Path) -> None:
    other = tmp_path / "другая.roadmap"
    create_from_sample(other)
    told = merging.preview(anna, [other])
    assert (told.identical, told.common_past) == (True, False)
    note(other, 3, "из другой")
    at(other, 4, activities.set_field, "performers", ["Другие"])
    add(other, "Только в другой", "Школа № 7")
    told = merging.preview(anna, [other])
    assert [(one.label, one.past, one.theirs) for one in told.conflicts] == [
        ("Примечание", None, "из другой"),
        ("Ответственный исполнитель", None, "Другие"),
    ]
    assert [one.record.name for one in told.theirs] == ["Только в другой"]
    before = anna.read_bytes()
    with pytest.raises(merging.Conflicted):
        merging.merge(anna, [other])
    assert anna.read_bytes() == before
    merging.merge(anna, [other], prefer=Prefer.THEIRS)
    assert [row.note for row in rows(anna)][2] == "из другой"
    assert rows(anna)[3].performers == ("Другие",)
    assert rows(anna)[-1].performers == ("Школа № 7",)
    assert compare(anna, other).identical
    assert undo(anna) == "Отменено: Объединение с копией «другая»"
    assert len(rows(anna)) == 23


def test_a_choice_names_a_field_by_file_table_record(anna: Path, vera: Path) -> None:
    note(anna, 3, "от Анны")
    note(vera, 3, "от Веры")
    (conflict,) = merging.preview(anna, [vera]).conflicts
    assert conflict.key == ConflictKey(0, "activity", rows(anna)[2].id, "note")


def test_an_empty_plan_takes_everything_of_another(anna: Path, tmp_path: Path) -> None:
    empty = tmp_path / "пустая.roadmap"
    create_empty(empty, parse_school_year("2020-2021"))
    merging.merge(empty, [anna], prefer=Prefer.THEIRS)
    assert [row.name for row in rows(empty)] == [row.name for row in rows(anna)]
    assert compare(empty, anna).identical
