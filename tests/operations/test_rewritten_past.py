"""A copy that tells the shared past otherwise than my file does."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from roadmap_desktop.app import main
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.copies.comparing import compare
from roadmap_desktop.operations.copies.merge_warnings import preview_warnings
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.plan import activities, revisions
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.copying import save_altered_copy
from roadmap_desktop.storage.privacy import find_personal_data, remove_personal_data
from tests.samples import sample_at


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "мой.roadmap"
    sample_at(path)
    note(path, "первая")
    with open_roadmap(path) as file:
        revisions.approve(file, "Редакция 1")
    return path


@pytest.fixture
def copy(mine: Path) -> Path:
    return Path(shutil.copy(mine, mine.with_name("копия.roadmap")))


def note(path: Path, text: str, number: int = 1) -> None:
    with open_roadmap(path) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[number - 1].id], "note", text)


def first_name(path: Path) -> str:
    with open_roadmap(path) as file:
        return read_plan(file).activities[0].name


@contextmanager
def by_hand(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def rewrite_name(path: Path, name: str) -> None:
    """Another name of the first activity, in the table and, as if it had always been so, in the journal."""
    with by_hand(path) as connection:
        (id_,) = connection.execute("SELECT id FROM activity ORDER BY position LIMIT 1").fetchone()
        connection.execute("UPDATE activity SET name = ? WHERE id = ?", (name, id_))
        whole = "FROM change WHERE record_id = ? AND field = ''"
        values = json.loads(connection.execute(f"SELECT new {whole}", (id_,)).fetchone()[0])
        text = json.dumps(values | {"name": name}, ensure_ascii=False, separators=(",", ":"))
        connection.execute("UPDATE change SET new = ? WHERE record_id = ? AND field = ''", (text, id_))


@pytest.mark.parametrize("is_as_long", [False, True])
def test_a_rewritten_value_is_told_and_mine_stays(
    mine: Path, copy: Path, is_as_long: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    name = first_name(mine)
    rewrite_name(copy, name[::-1] if is_as_long else "Подмена")
    before = mine.read_bytes()
    told = merging.preview(mine, [copy])
    assert (told.identical, told.rewritten, told.theirs) == (False, 1, ())
    result = merging.merge(mine, [copy], prefer=Prefer.NEWEST)
    assert (result.changed, result.rewritten) == (False, 1)
    assert mine.read_bytes() == before
    for arguments in (["merge", str(mine), str(copy)], ["merge", str(mine), str(copy), "--dry-run"]):
        assert main(arguments) == 0
        said = capsys.readouterr().out
        assert "переписано прошлое: изменений, которые в ней не такие, как у вас, — 1" in said
        assert "Нового в копии нет" not in said


def test_comparing_shows_what_was_rewritten(mine: Path, copy: Path) -> None:
    rewrite_name(copy, "Подмена")
    told = compare(mine, copy)
    assert (told.identical, told.rewritten) == (False, 1)
    assert [(one.label, one.new) for one in told.differences] == [("Наименование мероприятия", "Подмена")]


def test_what_is_new_in_such_a_copy_comes_all_the_same(mine: Path, copy: Path) -> None:
    name = first_name(mine)
    rewrite_name(copy, "Подмена")
    note(copy, "новое", 2)
    result = merging.merge(mine, [copy])
    assert (result.changed, result.rewritten, first_name(mine)) == (True, 1, name)
    with open_roadmap(mine) as file:
        assert read_plan(file).activities[1].note == "новое"
    assert check_file(mine) == ()


def test_handing_back_puts_the_copy_right(mine: Path, copy: Path) -> None:
    name = first_name(mine)
    rewrite_name(copy, "Подмена")
    assert merging.merge(mine, [copy], both=True).given_back == 1
    assert first_name(copy) == name
    assert merging.preview(mine, [copy]).identical


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("label", "Другое"),
        ("author", "Другой"),
        ("at", "2019-01-01T00:00:00.000000Z"),
        ("kind", "edit"),
        ("after", "00000000-0000-7000-8000-000000000000"),
    ],
)
def test_a_rewritten_heading_is_told_and_mine_stays(mine: Path, copy: Path, column: str, value: str) -> None:
    with by_hand(copy) as connection:
        connection.execute(f"UPDATE change_set SET \"{column}\" = ? WHERE kind = 'creation'", (value,))
    before = mine.read_bytes()
    assert merging.preview(mine, [copy]).rewritten == 1
    assert merging.merge(mine, [copy]).rewritten == 1
    assert mine.read_bytes() == before


def test_a_row_slipped_into_the_past_is_told_and_left_out(mine: Path, copy: Path) -> None:
    name = first_name(mine)
    with by_hand(copy) as connection:
        (id_,) = connection.execute("SELECT id FROM activity ORDER BY position LIMIT 1").fetchone()
        (newest,) = connection.execute("SELECT id FROM change_set ORDER BY at DESC LIMIT 1").fetchone()
        row = (newest, 9, "activity", id_, "name", json.dumps(name), '"Подмена"')
        connection.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("UPDATE activity SET name = 'Подмена' WHERE id = ?", (id_,))
    assert merging.merge(mine, [copy]).rewritten == 1
    assert first_name(mine) == name


def test_an_edit_that_stands_upon_a_moved_past_is_refused(mine: Path, copy: Path) -> None:
    note(copy, "новое", 2)
    with by_hand(copy) as connection:
        connection.execute("UPDATE change_set SET at = '2006' || substr(at, 5)")
    before = mine.read_bytes()
    with pytest.raises(UserError, match="порядок правок"):
        merging.merge(mine, [copy])
    assert mine.read_bytes() == before


def test_a_copy_without_personal_data_rewrites_nothing(mine: Path, tmp_path: Path) -> None:
    with by_hand(mine) as connection:
        connection.execute("UPDATE change_set SET author = 'Образцова'")
    with open_roadmap(mine) as file:
        plan = read_plan(file)
        activities.set_field(file, plan, [plan.activities[1].id], "performers", ["Образцова Анна Ивановна"])
    poor = tmp_path / "без данных.roadmap"
    save_altered_copy(
        mine,
        poor,
        lambda connection: remove_personal_data(connection, find_personal_data(connection)),
        lambda _path, _removed: None,
    )
    note(poor, "новое", 3)
    told = merging.preview(mine, [poor])
    assert (told.rewritten, told.fuller, len(told.theirs)) == (0, False, 1)
    back = merging.preview(poor, [mine])
    assert (back.rewritten, back.fuller, back.identical) == (0, True, False)
    assert any("Копия полнее" in sentence for sentence in preview_warnings(back))
    assert merging.merge(poor, [mine]).changed
    assert merging.merge(mine, [poor]).changed
    assert merging.preview(mine, [poor]).identical
