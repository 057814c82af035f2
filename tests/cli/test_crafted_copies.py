"""Whatever a copy holds, merging it is refused in a sentence and mine is untouched, or mine goes on as before."""

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmap_desktop.app import main
from roadmap_desktop.errors import UserError
from roadmap_desktop.model.merging import Prefer
from roadmap_desktop.operations.copies import merging
from roadmap_desktop.operations.file.checking import check_file
from roadmap_desktop.operations.file.files import open_roadmap
from roadmap_desktop.operations.month.conclusions import set_conclusions
from roadmap_desktop.operations.plan import activities, history, revisions, roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.samples import full_sample_at
from tests.storage.crafted import LATER, Craft, cases

CASES = cases()
TORTURE = bool(os.environ.get("ROADMAP_TORTURE"))
Say = Callable[..., tuple[int, str]]


def _note(file: RoadmapFile, number: int, text: str) -> None:
    plan = read_plan(file)
    activities.set_field(file, plan, [plan.activities[number].id], "note", text)


@pytest.fixture(scope="session")
def mine_and_copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A file of every register, with edits, an undo and a revision, and a copy in which one thing more was done."""
    folder = tmp_path_factory.mktemp("crafted")
    mine, copy = folder / "мой.roadmap", folder / "копия.roadmap"
    full_sample_at(mine)
    with open_roadmap(mine) as file:
        roadmap.add_section(file, "Раздел")
        set_conclusions(file, date(2020, 10, 1), "План выполнен.")
        _note(file, 1, "первая")
        _note(file, 2, "вторая")
        history.undo(file)
        revisions.approve(file, "Редакция 1")
    shutil.copy(mine, copy)
    with open_roadmap(copy) as file:
        _note(file, 3, "из копии")
    with open_roadmap(mine) as file:
        _note(file, 4, "моя")
    return mine, copy


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(list(arguments))
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return code, captured.out + captured.err

    return run


# Every third of them each time, all of them in ``make torture``.
@pytest.mark.parametrize("name", list(CASES)[:: 1 if TORTURE else 3])
def test_a_crafted_copy_is_refused_or_harmless(
    name: str, mine_and_copy: tuple[Path, Path], tmp_path: Path, say: Say
) -> None:
    mine, copy = (Path(shutil.copy(path, tmp_path)) for path in mine_and_copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        CASES[name](Craft(connection))
    before, copied = mine.read_bytes(), copy.read_bytes()
    code, said = say("merge", str(mine), str(copy), "--prefer", "newest")
    assert copy.read_bytes() == copied
    if code:
        assert (code, mine.read_bytes()) == (2, before), said
        assert "не измен" in said or "не тронут" in said, said
        return
    assert_goes_on(str(mine), say)


def assert_goes_on(mine: str, say: Say) -> None:
    """Mine lists, edits, undoes, tells its history and checks sound."""
    listed = say("list", mine, "--json")[1]
    for step in (("set", mine, "2", "note", "дальше"), ("undo", mine), ("history", mine), ("check", mine)):
        assert say(*step)[0] == 0, (step, say(*step))
    assert json.loads(say("list", mine, "--json")[1]) == json.loads(listed)
    for _ in range(2):
        assert say("undo", mine)[0] == 0
    assert say("check", mine)[0] == 0


_TEXTS = st.one_of(
    st.text(max_size=5), st.sampled_from([LATER, "", "activity", "note", '"х"', "null", "{}", "undo"])
)
_VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.binary(max_size=5),
    _TEXTS,
    st.lists(_TEXTS).map(str),
)
_DEEDS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6), _VALUES), min_size=1, max_size=3)


@settings(
    max_examples=1500 if TORTURE else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(_DEEDS)
def test_any_cells_altered_are_refused_or_harmless(
    mine_and_copy: tuple[Path, Path], deeds: list[tuple[int, int, object]]
) -> None:
    with TemporaryDirectory() as folder:
        mine, copy = (Path(shutil.copy(path, folder)) for path in mine_and_copy)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            for table, row, value in deeds:
                alter_cell(connection, table, row, value)
        before = mine.read_bytes()
        try:
            merging.merge(mine, [copy], prefer=Prefer.NEWEST)
        except UserError:
            assert mine.read_bytes() == before
            return
        with open_roadmap(mine) as file:
            listed = read_plan(file)
            _note(file, 5, "дальше")
            history.undo(file)
            assert read_plan(file).activities == listed.activities
            assert history.file_history(file)
            history.undo(file)
        assert check_file(mine) == ()


def alter_cell(connection: sqlite3.Connection, place: int, row: int, value: object) -> None:
    """Puts a value into some cell of some table; half of them in the newest change set."""
    columns = [
        (table, column)
        for (table,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
        )
        for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    ]
    journal = [one for one in columns if one[0] in ("change_set", "change")]
    table, column = (columns if place % 2 else journal)[place // 2 % len(columns if place % 2 else journal)]
    order = "change_set_id" if table == "change" else "id" if table == "change_set" else "1"
    connection.execute("PRAGMA foreign_keys = OFF")
    count = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
    offset = 0 if row % 2 else row // 2 % max(count, 1)
    key = connection.execute(
        "SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", (table,)
    ).fetchall()
    names = ", ".join(f'"{name}"' for (name,) in key)
    where = f'({names}) = (SELECT {names} FROM "{table}" ORDER BY {order} DESC LIMIT 1 OFFSET {offset})'
    # What SQLite itself does not take is not altered.
    with suppress(sqlite3.IntegrityError, UnicodeEncodeError):
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE {where}', (value,))
