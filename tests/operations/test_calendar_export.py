"""A roadmap in another calendar program: whole, once, and up to date after the next export."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.calendar_periods import month_of
from roadmap_desktop.model.registers import BY_ID
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, history, reading
from roadmap_desktop.operations.printing import calendar_export
from roadmap_desktop.operations.registers import record_listing, registers
from roadmap_desktop.operations.registers.typed_values import parse_field
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.exchange.calendar_files import days_of, events_in
from tests.samples import full_sample_at, sample_at

OCTOBER = month_of(date(2020, 10, 1))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as file:
        yield file


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return full_sample_at(tmp_path_factory.mktemp("full") / "карта.roadmap")


def exported(file: RoadmapFile, tmp_path: Path, *args: object) -> bytes:
    calendar_export.export_calendar(file, tmp_path / "к.ics", *args)  # type: ignore[arg-type]
    return (tmp_path / "к.ics").read_bytes()


def set_due(file: RoadmapFile, number: int, wording: str) -> None:
    plan = reading.read_plan(file)
    activities.set_field(file, plan, [plan.activities[number - 1].id], "due_text", wording)


def add(file: RoadmapFile, register: str, **texts: str) -> str:
    one = BY_ID[register]
    values = {
        name: text if name.endswith("_id") else parse_field(one.field(name), text)
        for name, text in texts.items()
    }
    return registers.add_record(file, one, values)[0]


def by_summary(data: bytes, beginning: str) -> dict[str, list[date]]:
    return {
        str(event["uid"]): days_of(event)
        for event in events_in(data)
        if str(event["summary"]).startswith(beginning)
    }


def test_every_activity_with_a_date_is_there_on_its_days(file: RoadmapFile, tmp_path: Path) -> None:
    told = calendar_export.export_calendar(file, tmp_path / "к.ics")
    events = events_in((tmp_path / "к.ics").read_bytes())
    rows = reading.read_plan(file).activities
    shown = [(str(event["summary"]), days_of(event)[0], days_of(event)[-1]) for event in events]
    assert shown == [
        (f"{row.number}. {row.name}", period.start, period.end) for row in rows for period in row.due.periods
    ]
    assert told == (len(events), sum(not row.due.periods for row in rows))
    assert told.words == "22 события; без даты 1 — в календарь не вошло"


def test_what_is_known_of_an_activity_is_in_the_words_of_its_event(file: RoadmapFile, tmp_path: Path) -> None:
    first = events_in(exported(file, tmp_path))[0]
    assert str(first["description"]).splitlines() == [
        "Срок: сентябрь 2020 года",
        "Исполнители: Отдел образования, МКУ «ЦМТО»",
        "Ожидаемый результат: Список школ с низкими образовательными результатами",
        "Состояние: запланировано",
    ]
    assert [str(one) for one in first["categories"].cats] == ["Мероприятия"]


def test_exporting_twice_gives_the_same_file(file: RoadmapFile, tmp_path: Path) -> None:
    assert exported(file, tmp_path) == exported(file, tmp_path)


def test_every_event_has_a_name_of_its_own(full: Path, tmp_path: Path) -> None:
    with open_roadmap(full) as file:
        uids = [str(event["uid"]) for event in events_in(exported(file, tmp_path))]
    assert len(uids) == len(set(uids)) > 200


def test_a_changed_date_moves_the_event_and_a_new_one_adds_one(file: RoadmapFile, tmp_path: Path) -> None:
    set_due(file, 1, "октябрь, март")
    (october, march) = by_summary(exported(file, tmp_path), "1. ")
    before = events_in(exported(file, tmp_path))[0]["sequence"]
    set_due(file, 1, "октябрь, декабрь, март")
    after = by_summary(exported(file, tmp_path), "1. ")
    assert [days[0] for days in after.values()] == [
        date(2020, 10, 1),
        date(2020, 12, 1),
        date(2021, 3, 1),
    ]
    assert list(after)[:2] == [october, march]
    assert events_in(exported(file, tmp_path))[0]["sequence"] > before


def test_undoing_also_supersedes_what_was_exported(file: RoadmapFile, tmp_path: Path) -> None:
    set_due(file, 1, "октябрь")
    changed = events_in(exported(file, tmp_path))[0]
    history.undo(file)
    undone = events_in(exported(file, tmp_path))[0]
    assert undone["sequence"] > changed["sequence"]
    assert undone["dtstamp"].dt >= changed["dtstamp"].dt
    assert days_of(undone)[0] == date(2020, 9, 1)


def test_a_month_has_whole_events_and_no_others(file: RoadmapFile, tmp_path: Path) -> None:
    set_due(file, 1, "каждый вторник")
    set_due(file, 2, "до 15.11.2020")
    whole = {str(one["uid"]): one.to_ical() for one in events_in(exported(file, tmp_path))}
    month = {str(one["uid"]): one.to_ical() for one in events_in(exported(file, tmp_path, OCTOBER))}
    assert month.items() < whole.items()
    assert all(
        any(map(OCTOBER.contains, days))
        for days in by_summary(exported(file, tmp_path, OCTOBER), "").values()
    )
    assert not by_summary(exported(file, tmp_path, OCTOBER), "2. ")


def test_the_registers_that_the_calendar_shows_are_exported_by_kinds(full: Path, tmp_path: Path) -> None:
    with open_roadmap(full) as file:
        kinds = [kind.register for kind in calendar_export.calendar_kinds()]
        named = {
            kind: {
                str(one["categories"].cats[0]) for one in events_in(exported(file, tmp_path, None, {kind}))
            }
            for kind in kinds
        }
    assert named == {kind.register: {kind.title} for kind in calendar_export.calendar_kinds()}


def test_a_decision_and_an_agreement_are_there_on_their_last_day(file: RoadmapFile, tmp_path: Path) -> None:
    meeting = add(file, "meetings", name="Заседание", held_on="05.10.2020", present="Образцова А. А.")
    add(file, "decisions", meeting_id=meeting, name="Собрать справки", due_text="до 20.10.2020")
    add(file, "decisions", meeting_id=meeting, name="Держать на контроле", due_text="в течение года")
    one, two = (add(file, "schools", name=f"СОШ № {number}") for number in (1, 2))
    add(file, "agreements", number="7", school_id=one, partner_id=two, valid_until="31.12.2020")
    data = exported(file, tmp_path, None, {"meetings", "decisions", "agreements"})
    assert {str(event["summary"]): days_of(event) for event in events_in(data)} == {
        "Совещание: Заседание": [date(2020, 10, 5)],
        "Решение: Собрать справки": [date(2020, 10, 20)],
        "Договор истекает: 7 — СОШ № 1 — СОШ № 2": [date(2020, 12, 31)],
    }
    assert calendar_export.read_calendar(file).undated["decisions"] == 1
    assert "Образцова" not in data.decode()


def test_names_of_teachers_do_not_leave_the_file(full: Path, tmp_path: Path) -> None:
    with open_roadmap(full) as file:
        teachers = record_listing.read_listing(file, BY_ID["teachers"])
        names = {teachers.name(row) for row in teachers.rows}
        every = {kind.register for kind in calendar_export.calendar_kinds()} - {"activities"}
        events = events_in(exported(file, tmp_path, None, every))
    told = "\n".join(f"{event['summary']}\n{event.get('description', '')}" for event in events)
    assert names
    assert not [name for name in names if name in told]


def test_the_calendar_has_a_name_that_fits_into_a_list(file: RoadmapFile, tmp_path: Path) -> None:
    calendar = Calendar.from_ical(exported(file, tmp_path))
    assert isinstance(calendar, Calendar)
    assert str(calendar["x-wr-calname"]) == "Дорожная карта 2020–2021"


@pytest.mark.parametrize("name", ["к.pdf", "карта.roadmap", "к"])
def test_only_a_calendar_file_is_written(file: RoadmapFile, tmp_path: Path, name: str) -> None:
    before = (tmp_path / "карта.roadmap").read_bytes()
    with pytest.raises(UserError, match=r"с окончанием \.ics"):
        calendar_export.export_calendar(file, tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["карта.roadmap"]
    assert (tmp_path / "карта.roadmap").read_bytes() == before


def test_an_empty_calendar_is_refused_and_the_old_file_stays(file: RoadmapFile, tmp_path: Path) -> None:
    before = exported(file, tmp_path)
    with pytest.raises(UserError, match="событий нет"):
        calendar_export.export_calendar(file, tmp_path / "к.ics", month_of(date(1999, 1, 1)))
    assert (tmp_path / "к.ics").read_bytes() == before


def test_without_activities_there_is_nothing_to_write(tmp_path: Path, file: RoadmapFile) -> None:
    plan = reading.read_plan(file)
    activities.delete_activities(file, plan, [row.id for row in plan.activities])
    with pytest.raises(UserError, match="событий нет"):
        calendar_export.export_calendar(file, tmp_path / "к.ics")


def test_what_is_cancelled_on_the_way_leaves_the_old_file(file: RoadmapFile, tmp_path: Path) -> None:
    before = exported(file, tmp_path)
    content = calendar_export.read_calendar(file)
    asked = iter([False] * 10)
    with pytest.raises(Cancelled):
        calendar_export.save_calendar(
            content, tmp_path / "к.ics", None, {"activities"}, lambda: next(asked, True)
        )
    assert (tmp_path / "к.ics").read_bytes() == before
    assert next(asked, None) is None


def test_work_has_its_hours_and_its_place(file: RoadmapFile, tmp_path: Path) -> None:
    add(file, "tasks", name="Выезд", starts_on="08.10.2020", time="9:30–13:00", place="СОШ № 5")
    add(file, "tasks", name="Семинар", starts_on="06.10.2020", time="14:00")
    add(file, "tasks", name="Дежурство", starts_on="07.10.2020", ends_on="08.10.2020", time="22:00–2:00")
    add(file, "meetings", name="Совет", held_on="09.10.2020")
    found = {
        str(one["summary"]): one for one in events_in(exported(file, tmp_path, None, {"tasks", "meetings"}))
    }
    visit = found["Дело: Выезд"]
    assert visit["dtstart"].to_ical() == b"20201008T093000"
    assert visit["dtend"].to_ical() == b"20201008T130000"
    assert str(visit["location"]) == "СОШ № 5"
    assert found["Дело: Семинар"]["dtstart"].to_ical() == b"20201006T140000"
    assert "dtend" not in found["Дело: Семинар"]
    # What lasts for days, and what has no hour, is there all day.
    assert found["Дело: Дежурство"]["dtend"].to_ical() == b"20201009"
    assert found["Совещание: Совет"]["dtstart"].to_ical() == b"20201009"


def test_what_recurs_has_its_hours_each_time(file: RoadmapFile, tmp_path: Path) -> None:
    plan = reading.read_plan(file)
    for place, due in enumerate(
        ("каждый вторник, 15.00", "30 числа каждого месяца, 9.30–10.15", "каждую среду")
    ):
        activities.set_field(file, plan, [plan.activities[place].id], "due_text", due)
    found = {
        str(one["summary"])[:2]: one for one in events_in(exported(file, tmp_path, None, {"activities"}))
    }
    tuesday = found["1."]
    assert tuesday["dtstart"].to_ical()[8:] == b"T150000"
    assert b"UNTIL=20210831T150000" in tuesday["rrule"].to_ical()
    monthly = found["2."]
    assert (monthly["dtstart"].to_ical()[8:], monthly["dtend"].to_ical()[8:]) == (b"T093000", b"T101500")
    # February has no 30th.
    assert monthly["rdate"].to_ical() == b"20210228T093000"
    assert len(found["3."]["dtstart"].to_ical()) == 8
    assert b"UNTIL=20210825;" in found["3."]["rrule"].to_ical()
