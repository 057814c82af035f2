"""A copy to hand on: whole and checked, without personal data to the last byte, or of a part of the plan."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.registers.activities import ACTIVITIES
from roadmap_desktop.model.rows import Plan
from roadmap_desktop.operations.copies.copies import CopyRequest, preview_copy, save_copy, section_named
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.file.full_sample import create_full_sample
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.history_words import record_history
from roadmap_desktop.operations.plan.months import parse_month
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage import copying, privacy
from tests.samples import sample_at
from tests.storage.damage import change
from tests.systems import WINDOWS, needs_links

PRIVATE = CopyRequest(without_personal=True)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample with people in it: two heads, one after the other, a performer by name, one in a note."""
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        plan = read_plan(file)
        ids = [row.id for row in plan.activities]
        roadmap.set_roadmap(file, {"head_name": 'Петров "П." П.'})
        roadmap.set_roadmap(file, {"head_name": "Кузнецова К. К."})
        activities.set_field(file, plan, ids[:1], "performers", ["Иванова Анна Андреевна", "МКУ «ЦМТО»"])
        activities.set_field(file, plan, ids[1:2], "note", "доложит Сидоров С. С.")
        activities.set_field(file, plan, ids[2:3], "note", "Орлова О. О.")
        activities.set_field(file, plan, ids[2:3], "note", "")
        for name in ("Анализ", "Помощь"):
            roadmap.add_section(file, name)
        plan = read_plan(file)
        activities.set_field(file, plan, ids[:4], "section_id", plan.sections[0].id)
        activities.delete_activities(file, plan, ids[-1:])
    return path


def plan_of(path: Path) -> Plan:
    with open_roadmap(path) as file:
        return read_plan(file)


def copied(sample: Path, request: CopyRequest) -> Path:
    copy = sample.with_name("копия.roadmap")
    save_copy(sample, copy, plan_of(sample), request)
    return copy


def test_a_copy_is_whole_and_a_taken_name_is_refused(sample: Path) -> None:
    copy = copied(sample, CopyRequest())
    assert plan_of(copy).activities == plan_of(sample).activities
    with pytest.raises(UserError, match="уже есть"):
        save_copy(sample, copy, plan_of(sample))
    assert sorted(item.name for item in sample.parent.iterdir()) == ["карта.roadmap", "копия.roadmap"]


@needs_links
def test_a_link_that_leads_nowhere_is_not_written_over(sample: Path) -> None:
    target = sample.with_name("копия.roadmap")
    target.symlink_to("нет.roadmap")
    with pytest.raises(UserError, match="уже есть"):
        save_copy(sample, target, plan_of(sample))
    assert target.is_symlink()


def test_a_file_with_much_unused_room_is_copied_compact(sample: Path) -> None:
    change(sample, "CREATE TABLE scratch AS SELECT zeroblob(2000000)", "DROP TABLE scratch")
    assert copied(sample, CopyRequest()).stat().st_size < sample.stat().st_size / 4


def test_nothing_personal_is_left_in_the_bytes_of_a_copy_without_it(sample: Path) -> None:
    author = history_authors(sample)[0]
    copy = copied(sample, PRIVATE)
    content = copy.read_bytes()
    for name in ("Петров", "Кузнецова", "Иванова", "Анна Андреевна", json.dumps("Иванова")[1:-1]):
        assert name.encode() not in content
    assert sample.read_bytes().count("Иванова".encode()) > 0
    assert history_authors(copy) == [""]
    assert author.encode() not in content
    # What somebody wrote into a text of his own stays, and is told.
    assert "Сидоров С. С.".encode() in content


def history_authors(path: Path) -> list[str]:
    with open_roadmap(path) as file:
        return sorted({change_set.author for change_set in history.file_history(file)})


def test_a_copy_without_personal_data_is_sound_and_can_be_worked_on(sample: Path) -> None:
    copy = copied(sample, PRIVATE)
    assert check_file(copy) == ()
    with open_roadmap(copy) as file:
        plan = read_plan(file)
        assert plan.info.head_name == ""
        first = next(
            row for row in plan_of(sample).activities if "Иванова Анна Андреевна" in row.performers
        ).id
        assert plan.by_id[first].performers == ("МКУ «ЦМТО»",)
        activities.set_field(file, plan, [first], "performers", ["Рабочая группа"])
        assert {line.author for line in record_history(file, ACTIVITIES, first)[1:]} == {"не указан"}
        while history.undo_state(file).undo:
            history.undo(file)
    assert check_file(copy) == ()


def test_a_copy_keeps_the_keys_so_that_it_can_be_merged_later(sample: Path) -> None:
    copy = copied(sample, PRIVATE)
    with open_roadmap(sample) as ours, open_roadmap(copy) as theirs:
        assert [made.id for made in history.file_history(ours)] == [
            made.id for made in history.file_history(theirs)
        ]
        mine = {(made.id, change) for made in history.file_history(ours) for change in made.changes}
        yours = {(made.id, change) for made in history.file_history(theirs) for change in made.changes}
    assert yours < mine


def test_what_will_be_removed_is_told_before_and_is_what_was_removed(sample: Path) -> None:
    before = preview_copy(sample, plan_of(sample), PRIVATE)
    after = save_copy(sample, sample.with_name("копия.roadmap"), plan_of(sample), PRIVATE)
    assert before == after
    assert 'Руководитель: Кузнецова К. К., Петров "П." П.' in before.removed
    assert "Наименование исполнителя: Иванова Анна Андреевна" in before.removed
    assert any(line.startswith("Имена авторов правок: 1") for line in before.removed)
    assert [remark.line for remark in before.stays] == [
        "Мероприятие 20, примечание: Сидоров С. С. — «доложит Сидоров С. С.»",
        "Мероприятие 21, примечание, прежнее значение в истории: Орлова О. О.",
    ]
    assert [(remark.sort, bool(remark.record_id)) for remark in before.stays] == [
        ("activities", True),
        ("", False),
    ]


@pytest.mark.parametrize("make", [create_from_sample, create_full_sample])
def test_of_a_sample_nothing_is_said_that_is_no_person(make: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "образец.roadmap"
    make(path)
    report = preview_copy(path, plan_of(path), PRIVATE)
    assert (report.stays, report.perhaps) == ((), ())


def test_contacts_go_and_what_texts_still_say_of_a_person_is_told(sample: Path) -> None:
    with open_roadmap(sample) as file:
        plan = read_plan(file)
        ids = [row.id for row in plan.activities]
        performers = ["Иванова Анна Андреевна", "zavuch@school5.example", "МКУ «ЦМТО»"]
        activities.set_field(file, plan, ids[:1], "performers", performers)
        activities.set_field(file, plan, ids[4:5], "note", "Договориться с Ивановой, т. 8-912-345-67-89")
        activities.set_field(file, plan, ids[5:6], "note", "Ивановский район")
    report = save_copy(sample, sample.with_name("копия.roadmap"), plan_of(sample), PRIVATE)
    content = sample.with_name("копия.roadmap").read_bytes()
    assert b"zavuch" not in content
    assert "Иванова".encode() not in content
    number = plan_of(sample).by_id[ids[4]].number
    (line,) = [remark.line for remark in report.stays if remark.line.startswith(f"Мероприятие {number},")]
    assert line == (
        f"Мероприятие {number}, примечание: Ивановой, т. 8-912-345-67-89"
        " — «Договориться с Ивановой, т. 8-912-345-67-89»"
    )
    assert len(report.stays) == 3


def test_a_label_that_quotes_a_name_is_neutral_in_the_copy(sample: Path) -> None:
    with open_roadmap(sample) as file, file.edit("Руководитель: Кузнецова К. К. вместо Петрова") as edit:
        from roadmap_desktop.model.roadmap import Roadmap

        edit.find(Roadmap)[0].head_post = "Начальник"
    copy = copied(sample, PRIVATE)
    with open_roadmap(copy) as file:
        assert history.file_history(file)[0].label == privacy.NEUTRAL_LABEL


def test_a_copy_in_which_a_trace_is_left_is_refused(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_of(sample)
    put = copying._vacuum_into

    def leaky(connection: object, beside: Path) -> None:
        put(connection, beside)  # type: ignore[arg-type]
        with beside.open("ab") as file:
            file.write(b"\x00" * 100 + "Иванова Анна Андреевна".encode())

    monkeypatch.setattr(copying, "_vacuum_into", leaky)
    with pytest.raises(UserError, match="следы персональных данных"):
        save_copy(sample, sample.with_name("копия.roadmap"), plan, PRIVATE)
    assert [item.name for item in sample.parent.iterdir()] == ["карта.roadmap"]


def test_a_months_copy_holds_the_months_plan_and_no_trace_of_the_rest(sample: Path) -> None:
    plan, month = plan_of(sample), parse_month("2020-10")
    copy = copied(sample, CopyRequest(month=month))
    assert check_file(copy) == ()
    kept = plan_of(copy).activities
    assert 0 < len(kept) < len(plan.activities)
    gone = [row for row in plan.activities if row.id not in {left.id for left in kept}]
    content = copy.read_bytes()
    assert all(row.id.encode() not in content for row in gone)
    with open_roadmap(copy) as file:
        changes = [change for made in history.file_history(file) for change in made.changes]
        while history.undo_state(file).undo:
            history.undo(file)
    assert not [change for change in changes if change.record_id in {row.id for row in gone}]
    assert check_file(copy) == ()


def test_a_sections_copy_holds_the_section_alone(sample: Path) -> None:
    plan = plan_of(sample)
    copy = copied(sample, CopyRequest(section_id=section_named(plan, " анализ ")))
    assert [row.name for row in plan_of(copy).activities] == [
        row.name for row in plan.activities if row.section_id == plan.sections[0].id
    ]
    assert check_file(copy) == ()
    with pytest.raises(UserError, match="в этом разделе нет"):
        save_copy(sample, sample.with_name("x.roadmap"), plan, CopyRequest(section_id=plan.sections[1].id))
    with pytest.raises(UserError, match="«Анализ», «Помощь»"):
        section_named(plan, "Отчёты")


@pytest.mark.parametrize("request_", [CopyRequest(), PRIVATE])
def test_a_cancelled_copy_leaves_no_trace_and_can_be_made_again(sample: Path, request_: CopyRequest) -> None:
    target = sample.with_name("копия.roadmap")
    with pytest.raises(Cancelled):
        save_copy(sample, target, plan_of(sample), request_, is_cancelled=lambda: True)
    assert [item.name for item in sample.parent.iterdir()] == ["карта.roadmap"]
    told: list[int] = []
    save_copy(sample, target, plan_of(sample), request_, percent=told.append)
    assert told[-1] == 100
    assert told == sorted(told)


def test_the_disk_has_the_file_and_then_the_name(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    fsync, link = os.fsync, os.link
    monkeypatch.setattr(os, "fsync", lambda handle: (order.append("sync"), fsync(handle))[1])
    monkeypatch.setattr(os, "link", lambda *names: (order.append("name"), link(*names))[1])
    copied(sample, CopyRequest())
    # The names of a folder are waited for where the system can do that.
    assert order == (["sync", "name"] if WINDOWS else ["sync", "name", "sync"])
