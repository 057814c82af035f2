"""«How to add a field» of CONTRIBUTING.md, done to a copy of the program: a line of the class and a migration are all
that it takes, for an activity and for a register."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from roadmap_desktop.app import main
from roadmap_desktop.storage.schema import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("roadmap_desktop", "resources", "database")

IN_THE_WINDOW = Path(__file__).with_name("field_in_the_window.py")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program whose activities have a room, and whose schools a motto."""
    copy = tmp_path_factory.mktemp("program")
    for folder in PARTS:
        shutil.copytree(ROOT / folder, copy / folder)
    added(
        copy / "roadmap_desktop" / "model" / "activity.py",
        "class Activity(",
        'room: str = labelled("Кабинет")',
    )
    added(
        copy / "roadmap_desktop" / "model" / "registers" / "schools.py",
        "class School(",
        'motto: str = labelled("Девиз", FieldKind.TEXT)',
    )
    (copy / "database" / "migrations" / f"{SCHEMA_VERSION + 1:04}_room.sql").write_text(
        "ALTER TABLE activity ADD COLUMN room VARCHAR NOT NULL DEFAULT '';\n"
        "ALTER TABLE school ADD COLUMN motto VARCHAR NOT NULL DEFAULT '';\n",
        encoding="utf-8",
    )
    return copy


def added(module: Path, record: str, line: str) -> None:
    """Declares one more field after the last of a class."""
    before, rest = module.read_text(encoding="utf-8").split(record, 1)
    fields, after = rest.split("\n\n\n", 1)
    module.write_text(f"{before}{record}{fields}\n    {line}\n\n\n{after}", encoding="utf-8")


def run(program: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(program), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=program, capture_output=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def command(program: Path, *arguments: str) -> str:
    return run(program, "-m", "roadmap_desktop", *arguments)


def test_a_field_of_an_activity_is_there_in_everything(program: Path, tmp_path: Path) -> None:
    path, copy = str(tmp_path / "карта.roadmap"), str(tmp_path / "копия.roadmap")
    # A file of the version before is brought along.
    assert main(["new", path, "--sample"]) == 0
    assert "Сохранено: Кабинет" in command(program, "set", path, "3", "room", "Актовый зал")
    assert '"room": "Актовый зал"' in command(program, "list", path, "--json")
    assert "Кабинет: Актовый зал" in command(program, "records", path, "activities")
    command(program, "add", path, "activities", "name=Круглый стол", "Кабинет=Читальный зал")
    command(program, "copy", path, copy)
    command(program, "set", path, "4", "room", "Кабинет 12")
    command(program, "set", copy, "5", "room", "Спортзал")
    assert "Кабинет" in command(program, "compare", path, copy)
    command(program, "merge", path, copy)
    told = command(program, "list", path, "--json")
    assert all(
        f'"room": "{room}"' in told for room in ("Актовый зал", "Читальный зал", "Кабинет 12", "Спортзал")
    )
    command(program, "undo", path)
    assert "исправен" in command(program, "check", path)


def test_a_field_of_an_activity_is_typed_copied_found_pasted_and_printed(
    program: Path, tmp_path: Path
) -> None:
    path = str(tmp_path / "карта.roadmap")
    command(program, "new", path, "--sample")
    assert run(program, str(IN_THE_WINDOW), path).splitlines() == [
        "typed in the table: Актовый зал",
        "in the details: Актовый зал",
        "duplicated: Актовый зал",
        "undone: 23",
        "found on the page: 1",
        "found everywhere: 3. ",
        "pasted: Читальный зал",
        "printed: Кабинет, Актовый зал",
        "history: кабинет: пусто → «Актовый зал»",
        "school: Учиться всем",
    ]


def test_a_field_of_a_register_is_there_for_the_command_line(program: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "карта.roadmap")
    command(program, "new", path)
    command(program, "add", path, "schools", "name=СОШ № 5", "motto=Учиться всем")
    assert "Девиз: Учиться всем" in command(program, "records", path, "schools")
    command(program, "change", path, "schools", "СОШ № 5", "Девиз=Знать всё")
    assert '"motto": "Знать всё"' in command(program, "records", path, "schools", "--json")
    assert "исправен" in command(program, "check", path)


def test_fields_go_into_the_next_year_by_their_kinds(program: Path, tmp_path: Path) -> None:
    path, new = str(tmp_path / "2020.roadmap"), str(tmp_path / "2021.roadmap")
    command(program, "new", path, "--sample")
    command(program, "add", path, "schools", "name=СОШ № 5", "motto=Учиться всем с 2020 года")
    command(program, "set", path, "3", "room", "Кабинет плана 2020 года")
    command(program, "rollover", path, "--year", "2021-2022", "-o", new)
    # What is planned moves; what a school says of itself is no plan.
    assert '"room": "Кабинет плана 2021 года"' in command(program, "list", new, "--json")
    assert '"motto": "Учиться всем с 2020 года"' in command(program, "records", new, "schools", "--json")
