from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.model.period import Period
from roadmap_desktop.model.roadmap import Numbering
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, due, history, roadmap
from roadmap_desktop.operations.plan.reading import read_activities, read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


def names(file: RoadmapFile) -> list[str]:
    return [row.name for row in read_plan(file).activities]


def test_a_new_activity_stands_below_the_chosen_one_and_numbers_follow(file: RoadmapFile) -> None:
    third = read_plan(file).activities[2]
    activities.add_activity(file, ActivityDraft(name="Между"), after=third.id)
    rows = read_plan(file).activities
    assert rows[3].name == "Между"
    assert [row.number for row in rows] == [str(number) for number in range(1, 25)]


def test_moving_touches_only_the_moved_record(file: RoadmapFile) -> None:
    plan = read_plan(file)
    rows = plan.activities
    made = activities.move_activities(file, plan, [rows[9].id], before=rows[0].id)
    assert made is not None
    assert {change.record_id for change in made.changes} == {rows[9].id}
    assert [row.id for row in read_plan(file).activities[:2]] == [rows[9].id, rows[0].id]


def test_several_activities_move_together_in_their_order(file: RoadmapFile) -> None:
    plan = read_plan(file)
    before = names(file)
    chosen = [plan.activities[7].id, plan.activities[2].id]
    activities.move_activities(file, plan, chosen, before=None)
    assert names(file) == [*before[:2], *before[3:7], *before[8:], before[2], before[7]]


def test_rows_that_share_an_order_key_can_still_be_parted(file: RoadmapFile) -> None:
    from roadmap_desktop.model.activity import Activity

    plan = read_plan(file)
    with file.edit("Одинаковый порядок") as edit:
        for row in plan.activities[:3]:
            edit.get_one(Activity, row.id).position = "1"
    tied = read_plan(file).activities[:3]
    activities.move_activities(file, read_plan(file), [plan.activities[20].id], before=tied[1].id)
    moved = [row.id for row in read_plan(file).activities[:4]]
    assert moved == [tied[0].id, plan.activities[20].id, tied[1].id, tied[2].id]


def test_a_deleted_activity_comes_back_with_its_performers_at_its_place(file: RoadmapFile) -> None:
    plan = read_plan(file)
    activities.delete_activities(file, plan, [plan.activities[2].id])
    assert len(read_plan(file).activities) == 22
    history.undo(file)
    assert read_plan(file).activities == plan.activities


def test_a_copy_starts_anew_without_what_was_done(file: RoadmapFile) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[0].id], "state", State.DONE)
    activities.duplicate_activities(file, read_plan(file), [plan.activities[0].id])
    original, copy = read_plan(file).activities[:2]
    assert (copy.name, copy.performers, copy.state) == (original.name, original.performers, State.PLANNED)


def test_performers_keep_their_order_and_are_made_once(file: RoadmapFile) -> None:
    plan = read_plan(file)
    row = plan.activities[0]
    wanted = ["МКУ «ЦМТО»", "Школа № 1", "Отдел образования"]
    activities.set_field(file, plan, [row.id], "performers", [*wanted, " Школа  № 1 "])
    assert read_activities(file, plan, [row.id])[row.id].performers == tuple(wanted)
    assert read_plan(file).performers.count("Школа № 1") == 1


def test_an_empty_name_is_refused_in_words_and_nothing_changes(file: RoadmapFile) -> None:
    plan = read_plan(file)
    with pytest.raises(UserError, match="не может быть пустым"):
        activities.set_field(file, plan, [plan.activities[0].id], "name", " \u00a0\u200b ")
    assert names(file)[0] == plan.activities[0].name


def test_new_dates_bring_their_wording_and_one_undo_brings_back_both(file: RoadmapFile) -> None:
    plan = read_plan(file)
    row = plan.activities[0]
    october = Period(date(2020, 10, 5), date(2020, 10, 16))
    due.set_dates(file, plan, row.id, [october])
    moved = read_plan(file).activities[0]
    assert moved.due.periods == (october,)
    assert moved.due_text == "5–16 октября 2020 года"
    history.undo(file)
    assert read_plan(file).activities[0] == row


def test_words_that_name_no_date_stay_when_dates_are_given_by_hand(file: RoadmapFile) -> None:
    plan = read_plan(file)
    eighteenth = plan.activities[17]
    period = Period(plan.info.period_start, plan.info.period_start)
    due.set_dates(file, plan, eighteenth.id, [period])
    row = read_plan(file).activities[17]
    assert row.due_text == "по отдельному плану"
    assert row.due.periods == (period,)
    activities.set_field(file, read_plan(file), [row.id], "due_text", "март 2021 года")
    assert read_plan(file).activities[17].due_dates == ""


def test_sections_number_their_activities(file: RoadmapFile) -> None:
    plan = read_plan(file)
    roadmap.add_section(file, "Организация")
    roadmap.add_section(file, "Школы")
    first, second = read_plan(file).sections
    ids = [row.id for row in plan.activities]
    activities.set_field(file, read_plan(file), ids[:3], "section_id", first.id)
    activities.set_field(file, read_plan(file), ids[3:], "section_id", second.id)
    roadmap.set_roadmap(file, {"numbering": Numbering.BY_SECTION})
    assert [row.number for row in read_plan(file).activities[:5]] == ["1.1", "1.2", "1.3", "2.1", "2.2"]
    roadmap.move_section(file, second.id, 0)
    assert read_plan(file).activities[0].name == plan.activities[3].name
    roadmap.delete_section(file, first.id)
    assert len(read_plan(file).activities) == 23
    for _ in range(7):
        history.undo(file)
    assert read_plan(file).activities == plan.activities


def test_a_period_that_ends_before_it_begins_is_refused(file: RoadmapFile) -> None:
    info = read_plan(file).info
    with pytest.raises(UserError, match="раньше, чем начинается"):
        roadmap.set_roadmap(file, {"period_end": info.period_start.replace(year=2019)})


def test_half_an_emoji_is_refused_in_words_and_the_file_goes_on(file: RoadmapFile) -> None:
    first = read_plan(file).activities[0]
    with pytest.raises(UserError, match="символы, которые нельзя сохранить"):
        activities.set_field(file, read_plan(file), [first.id], "note", "готово \ud83d")
    activities.set_field(file, read_plan(file), [first.id], "note", "готово")
    assert read_plan(file).activities[0].note == "готово"
