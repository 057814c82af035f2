"""«Новый учебный год»: next year's file made of this year's."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from roadmap_desktop.errors import Cancelled, UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.field import FieldKind
from roadmap_desktop.model.new_year.wordings import Trouble
from roadmap_desktop.model.period import Period, school_year
from roadmap_desktop.model.records import RECORDS, record_class
from roadmap_desktop.model.registers import BY_ID, BY_TABLE
from roadmap_desktop.model.registers.meetings import Meeting
from roadmap_desktop.model.work import WorkState
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file import checking
from roadmap_desktop.operations.file.files import create_empty, create_from_sample, open_roadmap
from roadmap_desktop.operations.new_year.drafting import Draft, Request, choosing_by_name, shifted_period
from roadmap_desktop.operations.new_year.writing import look_ahead, start_new_year
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.operations.registers.record_listing import read_listing
from roadmap_desktop.operations.registers.registers import add_record
from roadmap_desktop.storage.expected import Records
from tests.operations.separate import DEEDS, make_file, records
from tests.samples import full_sample_at

NEXT = school_year("2021")
STATES = (State, WorkState)
FIRST_STATES = {State.PLANNED.value, WorkState.PLANNED.value}


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district with every register filled; nobody writes to it."""
    return full_sample_at(tmp_path_factory.mktemp("district") / "2020.roadmap")


def everything(path: Path) -> Request:
    """All parts of the old file."""
    parts = look_ahead(path).draft(Request(NEXT)).parts
    return Request(NEXT, frozenset(part.id for part in parts))


def dates_of(found: Records) -> set[tuple[str, str]]:
    """Every date of a file, and the field that holds it."""
    return {
        (f"{table}.{field.name}", str(row[field.name]))
        for table, rows in found.items()
        for field in record_class(table).fields
        for row in rows.values()
        if field.kind is FieldKind.DATE and row[field.name]
    }


def told_dates(draft: Draft) -> set[tuple[str, str]]:
    """The dates of which it is said that they are not of the new year."""
    told = {(one.place, one.value) for one in draft.kept}
    told |= {(one.place, one.new) for one in draft.wordings if one.trouble is Trouble.OUTSIDE}
    return {(f"{table}.{field}", _iso(shown)) for (table, _, field), shown in told if shown.count(".") == 2}


def _iso(shown: str) -> str:
    day, month, year = shown.split(".")
    return f"{year}-{month}-{day}"


def test_the_sample_opens_as_the_next_year_and_is_sound(tmp_path: Path) -> None:
    old, new = tmp_path / "2020.roadmap", tmp_path / "2021.roadmap"
    create_from_sample(old)
    before = old.read_bytes()
    draft = start_new_year(old, new, Request(NEXT))
    assert old.read_bytes() == before
    assert checking.check_file(new) == ()
    with open_roadmap(new) as file:
        plan = read_plan(file)
        (creation,) = history.file_history(file)
    assert plan.info.period == NEXT
    assert (plan.info.order_number, plan.info.order_date) == ("", None)
    assert len(plan.activities) == 23
    assert plan.activities[0].due_text == "сентябрь 2021 года"
    assert "на 2021-2022 учебный год" in plan.activities[3].name
    assert plan.activities[0].performers
    assert creation.label == "Новый учебный год из карты 2020–2021"
    assert draft.wordings[0].old == "сентябрь- декабрь 2021 года"
    assert draft.wordings[0].trouble is Trouble.OUTSIDE


def test_it_is_the_year_later_and_the_year_before_again(tmp_path: Path) -> None:
    paths = [tmp_path / f"{year}.roadmap" for year in (2020, 2021, 2019)]
    create_from_sample(paths[0])
    start_new_year(paths[0], paths[1], Request(NEXT))
    start_new_year(paths[1], paths[2], Request(school_year("2020")))
    found = []
    for path in (paths[0], paths[2]):
        with open_roadmap(path) as file:
            plan = read_plan(file)
            found.append([(row.name, row.due_text, row.performers, row.due) for row in plan.activities])
    assert found[0] == found[1]


def test_what_was_done_is_forgotten_and_what_is_written_stays(tmp_path: Path) -> None:
    old, new = tmp_path / "a.roadmap", tmp_path / "b.roadmap"
    create_from_sample(old)
    with open_roadmap(old) as file:
        plan = read_plan(file)
        first, second = plan.activities[:2]
        done = {"state": State.DONE, "actual_result": "Список есть", "completed_on": date(2020, 9, 30)}
        activities.set_fields(file, plan, [first.id], done | {"note": "Дождаться результатов 2020 года"})
        activities.set_field(file, plan, [second.id], "state", State.CANCELLED)
    start_new_year(old, new, Request(NEXT))
    with open_roadmap(new) as file:
        rows = read_plan(file).activities
    assert len(rows) == 22
    assert (rows[0].state, rows[0].actual_result, rows[0].completed_on) == (State.PLANNED, "", None)
    assert rows[0].note == "Дождаться результатов 2021 года"
    assert rows[1].name != second.name


def test_of_a_whole_district_no_state_and_no_result_is_left(district: Path, tmp_path: Path) -> None:
    start_new_year(district, tmp_path / "new.roadmap", everything(district))
    found = records(tmp_path / "new.roadmap")
    for table, rows in found.items():
        register = BY_TABLE.get(table)
        for field in record_class(table).fields:
            values = {row[field.name] for row in rows.values()}
            if field.type in STATES:
                assert values <= FIRST_STATES, (table, field.name)
            elif register is not None and field.name in register.done:
                assert values <= {None, "", field.default}, (table, field.name)
    assert checking.check_file(tmp_path / "new.roadmap") == ()


def test_every_register_that_has_states_says_which_fields_tell_of_the_end() -> None:
    for register in BY_ID.values():
        states = {field.name for field in register.record.fields if field.type in STATES}
        assert states <= set(register.done), register.id
        for name in register.done:
            field = register.field(name)
            assert field.nullable or not field.required, name


def test_every_date_of_the_new_file_is_in_its_period_or_told(district: Path, tmp_path: Path) -> None:
    draft = start_new_year(district, tmp_path / "new.roadmap", everything(district))
    outside = {
        (place, day)
        for place, day in dates_of(records(tmp_path / "new.roadmap"))
        if not NEXT.contains(date.fromisoformat(day))
    }
    assert outside
    assert outside <= told_dates(draft)


def test_files_of_documents_come_along_and_those_of_work_do_not(district: Path, tmp_path: Path) -> None:
    start_new_year(district, tmp_path / "new.roadmap", everything(district))
    found, old = records(tmp_path / "new.roadmap"), records(district)
    owners = {row["owner"].partition("/")[0] for row in found["attachment"].values()}
    assert owners
    assert all(not BY_TABLE[table].done for table in owners)
    kept = {row["sha256"] for row in found["attachment"].values()}
    assert kept <= {row["sha256"] for row in old["attachment"].values()}
    start_new_year(district, tmp_path / "less.roadmap", everything(district)._replace(parts=frozenset()))
    assert not records(tmp_path / "less.roadmap")["attachment"]


def test_a_proposal_leaves_what_is_finished_and_single_days_behind(district: Path) -> None:
    draft = look_ahead(district).draft(Request(NEXT))
    come = {part.id: part.coming for part in draft.parts}
    totals = {part.id: part.total for part in draft.parts}
    for id_ in ("activities", "schools", "teachers", "partnerships", "plans/open", "documents", "group"):
        assert come[id_] == totals[id_] > 0, id_
    for id_ in ("tasks/single", "meetings/single", "deficits/finished", "publications", "progress"):
        assert come[id_] == 0 < totals[id_], id_


def test_registers_come_by_choice_and_bring_no_orphans(district: Path, tmp_path: Path) -> None:
    old = look_ahead(district)
    request = choosing_by_name(old, Request(NEXT), ["дела", "meetings/single"], ["schools", "Документы"])
    start_new_year(district, tmp_path / "new.roadmap", request)
    found = records(tmp_path / "new.roadmap")
    assert len(found["task"]) == 13
    assert len(found["meeting"]) == 26
    assert found["agenda_item"]
    # Without the schools there is nobody that helps anybody.
    for table in ("school", "document", "partnership", "school_membership", "revision"):
        assert not found[table], table
    assert all(row["teacher_id"] for row in found["targeted_help"].values())
    assert all(row["school_id"] is None for row in found["teacher"].values())
    assert checking.check_file(tmp_path / "new.roadmap") == ()
    with pytest.raises(UserError, match="пироги"):
        choosing_by_name(old, Request(NEXT), ["пироги"], [])


def test_work_that_lasts_all_year_comes_along(tmp_path: Path) -> None:
    path = tmp_path / "a.roadmap"
    create_empty(path, school_year("2020"))
    days = {"starts_on": date(2020, 9, 1), "ends_on": date(2021, 5, 31)}
    with open_roadmap(path) as file:
        add_record(file, BY_ID["tasks"], {"name": "Сопровождение школ", "evidence": "Справка", **days})
        add_record(file, BY_ID["tasks"], {"name": "Выезд", "starts_on": date(2020, 10, 8)})
    start_new_year(path, tmp_path / "b.roadmap", Request(NEXT))
    with open_roadmap(tmp_path / "b.roadmap") as file:
        (row,) = read_listing(file, BY_ID["tasks"]).rows
    assert (row.name, row.evidence) == ("Сопровождение школ", "")
    assert (row.starts_on, row.ends_on) == (date(2021, 9, 1), date(2022, 5, 31))


def test_what_was_typed_stands_in_the_new_file_and_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.roadmap"
    create_from_sample(path)
    with open_roadmap(path) as file:
        place = ("activity", read_plan(file).activities[16].id, "due_text")
    request = Request(NEXT, typed={place: "до 15 мая 2022 года"})
    draft = start_new_year(path, tmp_path / "b.roadmap", request)
    assert draft.troubled == 0
    with open_roadmap(tmp_path / "b.roadmap") as file:
        assert read_plan(file).activities[16].due.periods == (Period(date(2022, 5, 15), date(2022, 5, 15)),)
    again = look_ahead(path).draft(Request(NEXT, typed={place: "когда-нибудь"}))
    assert again.wordings[0].trouble is Trouble.UNREAD


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=DEEDS)
def test_any_file_makes_a_sound_one_with_keys_of_its_own(
    deeds: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    old = make_file(folder / "old.roadmap", deeds)
    start_new_year(old, folder / "new.roadmap", everything(old)._replace(period=school_year("2027")))
    assert checking.check_file(folder / "new.roadmap") == ()
    before, after = records(old), records(folder / "new.roadmap")
    for kind in RECORDS:
        table = kind.__tablename__
        assert len(after[table]) <= len(before[table])
        if kind.keyed_by and not any(name.endswith("_id") or name == "owner" for name in kind.keyed_by):
            continue
        assert not before[table].keys() & after[table].keys()


def test_two_years_are_never_merged(tmp_path: Path) -> None:
    old, new = tmp_path / "2020.roadmap", tmp_path / "2021.roadmap"
    create_from_sample(old)
    start_new_year(old, new, Request(NEXT))
    before = new.read_bytes()
    for act in (
        lambda: merging.preview(new, [old]),
        lambda: merging.merge(new, [old]),
        lambda: merging.merge(old, [new]),
    ):
        with pytest.raises(UserError, match="на другой период"):
            act()
    assert new.read_bytes() == before


def test_nothing_is_written_over_and_nothing_is_left_behind(tmp_path: Path) -> None:
    old, new = tmp_path / "2020.roadmap", tmp_path / "2021.roadmap"
    create_from_sample(old)
    new.write_bytes(b"mine")
    with pytest.raises(UserError, match="уже есть"):
        start_new_year(old, new, Request(NEXT))
    with pytest.raises(UserError, match="уже есть"):
        start_new_year(old, old, Request(NEXT))
    assert new.read_bytes() == b"mine"
    for after in range(3):
        asked = iter([False] * after)
        with pytest.raises(Cancelled):
            start_new_year(
                old, tmp_path / "x.roadmap", Request(NEXT), is_cancelled=lambda asked=asked: next(asked, True)
            )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2020.roadmap", "2021.roadmap"]


@pytest.mark.parametrize("year", ["2020", "0001", "9998", "1700"])
def test_an_impossible_year_is_refused(year: str) -> None:
    with pytest.raises(UserError):
        shifted_period(school_year("2020"), school_year(year))


def test_a_plan_of_a_calendar_year_gets_the_next_one() -> None:
    old = Period(date(2021, 1, 1), date(2021, 12, 31))
    assert shifted_period(old, school_year("2022")) == Period(date(2022, 1, 1), date(2022, 12, 31))


@pytest.mark.parametrize("text", ["<b>&", "\u202e2020", "2020" * 500, "a\nb\t2020–2021", "№ 2020", "\u0301"])
def test_hostile_values_come_as_they_are_or_moved(tmp_path: Path, text: str) -> None:
    old, new = tmp_path / "a.roadmap", tmp_path / "b.roadmap"
    create_empty(old, school_year("2020"))
    with open_roadmap(old) as file:
        roadmap.set_roadmap(file, {"title": text})
        add_record(file, BY_ID["schools"], {"name": f"Школа {text}"})
        add_record(
            file, BY_ID["meetings"], {"name": f"Тема {text}", "heard": text, "held_on": date(2020, 2, 29)}
        )
    start_new_year(old, new, everything(old))
    assert checking.check_file(new) == ()
    found = records(new)
    (school,), (meeting,) = found["school"].values(), found[Meeting.__tablename__].values()
    assert school["name"] == f"Школа {text}"
    assert (meeting["heard"], meeting["held_on"]) == ("", "2021-02-26")
    assert len(str(meeting["name"])) == len(f"Тема {text}")
