"""The laws of undo and redo, over random edits of a real file."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.errors import UserError
from roadmap_desktop.model.activity import State
from roadmap_desktop.model.draft import ActivityDraft
from roadmap_desktop.operations.file.files import create_from_sample, open_roadmap
from roadmap_desktop.operations.plan import activities, history, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import sample_at

TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))
EDITS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "delete", "duplicate", "move", "name", "state", "performers", "title", "section"]
        ),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=8,
)


def picture(file: RoadmapFile) -> object:
    plan = read_plan(file)
    return plan.info, plan.sections, plan.activities


def edit(file: RoadmapFile, kind: str, one: int, two: int) -> None:
    plan = read_plan(file)
    rows = plan.activities
    if not rows:
        activities.add_activity(file, ActivityDraft(name="Первое"))
        return
    row, other = rows[one % len(rows)], rows[two % len(rows)]
    match kind:
        case "add":
            activities.add_activity(
                file, ActivityDraft(name=f"Новое {one}", performers=("ОО", f"Школа {two}")), after=row.id
            )
        case "delete":
            activities.delete_activities(file, plan, {row.id, other.id})
        case "duplicate":
            activities.duplicate_activities(file, plan, [row.id])
        case "move":
            activities.move_activities(file, plan, [row.id], before=other.id)
        case "name":
            activities.set_field(file, plan, [row.id], "name", f"Имя {two}")
        case "state":
            activities.set_field(file, plan, [row.id, other.id], "state", list(State)[two % 5])
        case "performers":
            activities.set_field(file, plan, [row.id], "performers", [f"Школа {n}" for n in range(two % 4)])
        case "title":
            roadmap.set_roadmap(file, {"title": f"Карта {one}"})
        case "section":
            roadmap.add_section(file, f"Раздел {one}")
            section = read_plan(file).sections[-1]
            activities.set_field(file, read_plan(file), [row.id], "section_id", section.id)


@settings(max_examples=1000 if TORTURE else 15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EDITS)
def test_undoing_everything_brings_back_the_beginning_and_redoing_the_end(
    edits: list[tuple[str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "карта.roadmap"
        create_from_sample(path)
        with open_roadmap(path) as file:
            first_steps = len(history.file_history(file))
            pictures = [picture(file)]
            for one_edit in edits:
                edit(file, *one_edit)
                while len(pictures) < len(history.file_history(file)) - first_steps + 1:
                    pictures.append(picture(file))
            steps = len(pictures) - 1
            for step in range(steps):
                history.undo(file)
                if step == steps - 1:
                    assert picture(file) == pictures[0]
        with open_roadmap(path) as file:
            for _ in range(steps):
                history.redo(file)
            assert picture(file) == pictures[-1]
            with pytest.raises(UserError, match="Повторять нечего"):
                history.redo(file)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[RoadmapFile]:
    path = tmp_path / "карта.roadmap"
    sample_at(path)
    with open_roadmap(path) as opened:
        yield opened


def rename(file: RoadmapFile, name: str) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[0].id], "name", name)


def name_of_first(file: RoadmapFile) -> str:
    return read_plan(file).activities[0].name


def test_undo_goes_on_step_by_step_after_reopening(file: RoadmapFile) -> None:
    original = name_of_first(file)
    rename(file, "Один")
    rename(file, "Два")
    file.close()
    with open_roadmap(file.path) as reopened:
        assert history.undo_state(reopened).undo == "Наименование мероприятия, мероприятие 1"
        history.undo(reopened)
        assert name_of_first(reopened) == "Один"
        history.undo(reopened)
        assert name_of_first(reopened) == original
        history.redo(reopened)
        assert name_of_first(reopened) == "Один"


def test_an_edit_after_undo_gives_up_what_could_be_redone_but_history_keeps_it(file: RoadmapFile) -> None:
    rename(file, "Один")
    history.undo(file)
    rename(file, "Два")
    assert history.undo_state(file).redo is None
    history.undo(file)
    history.redo(file)
    assert name_of_first(file) == "Два"
    assert '"Один"' in repr(history.file_history(file)).replace("'", '"')


def test_undo_past_the_abandoned_branch_reaches_the_sample_and_stops(file: RoadmapFile) -> None:
    original = name_of_first(file)
    rename(file, "Один")
    history.undo(file)
    rename(file, "Два")
    history.undo(file)
    assert name_of_first(file) == original
    with pytest.raises(UserError, match="Отменять нечего"):
        history.undo(file)


def test_the_first_content_of_a_file_is_not_undone(file: RoadmapFile) -> None:
    assert history.undo_state(file).undo is None
    with pytest.raises(UserError, match="Отменять нечего"):
        history.undo(file)
    assert len(read_plan(file).activities) == 23


def test_an_edit_that_changes_nothing_leaves_no_trace(file: RoadmapFile) -> None:
    before = file.path.read_bytes()
    rename(file, name_of_first(file))
    assert file.path.read_bytes() == before


def test_a_wrong_clock_cannot_reorder_history(file: RoadmapFile) -> None:
    file.close()
    with RoadmapFile(file.path, now=lambda: datetime(2001, 1, 1, tzinfo=UTC)) as early:
        for name in ("Один", "Два", "Три"):
            rename(early, name)
        newest = history.file_history(early)[:3]
        assert [change_set.changes[0].new for change_set in newest] == ["Три", "Два", "Один"]
        assert {change_set.at for change_set in newest} == {datetime(2001, 1, 1, tzinfo=UTC)}
        history.undo(early)
        assert name_of_first(early) == "Два"


def test_history_says_who_when_and_what_it_was(file: RoadmapFile) -> None:
    plan = read_plan(file)
    row = plan.activities[2]
    activities.set_field(file, plan, [row.id], "state", State.IN_WORK)
    (newest, *_) = history.record_history(file, [row.id])
    assert newest.author
    assert [(change.field, change.old, change.new) for change in newest.changes] == [
        ("state", "запланировано", "в работе")
    ]
