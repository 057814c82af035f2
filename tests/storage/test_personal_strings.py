"""Personal strings in every field of every table, in its history, in labels: in a copy
without personal data each is gone, or was told with the place where it stands."""

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from roadmap_desktop.model.base import Record
from roadmap_desktop.model.field import Field, FieldKind
from roadmap_desktop.model.period import school_year
from roadmap_desktop.model.records import record_class
from roadmap_desktop.model.references import owner_value, references_of
from roadmap_desktop.operations.copies.copies import CopyReport, CopyRequest, preview_copy, save_copy
from roadmap_desktop.operations.file.files import create_empty, open_roadmap
from roadmap_desktop.operations.plan.reading import read_plan
from roadmap_desktop.storage.differences import record_tables
from roadmap_desktop.storage.privacy import NEUTRAL_LABEL, find_personal_data
from roadmap_desktop.storage.roadmap_file import RoadmapFile
from tests.model.name_strings import NAMES
from tests.model.number_strings import CONTACTS
from tests.storage.conftest import TORTURE

# All of them take most of a minute; ``tests/model/test_personal_text.py`` tries each by itself.
# The telephone has as many digits as an institution's ИНН.
STRINGS = (*NAMES, *CONTACTS) if TORTURE else (*(*NAMES, *CONTACTS)[::8], "9123456789")
_TEXTS = (FieldKind.LINE, FieldKind.TEXT)
_ONE_OF_A_KIND = {"roadmap"}


def values_of(kind: type[Record], text: str, keys: dict[str, str]) -> dict[str, Any]:
    """Every text of a record is that one; its links point at what there is."""
    values: dict[str, Any] = {}
    for field in kind.fields:
        if field.kind in _TEXTS and field.name != "due_dates":
            values[field.name] = text
        elif field.kind is FieldKind.OWNER:
            values[field.name] = owner_value("activity", keys["activity"])
        else:
            values |= _filled(field)
    for reference in references_of(kind.__tablename__):
        if reference.table in keys:
            values[reference.field] = keys[reference.table]
    return values


def _filled(field: Field) -> dict[str, Any]:
    if field.kind is FieldKind.YEAR:
        return {field.name: "2020/2021"}
    if field.kind is FieldKind.ORDER:
        return {field.name: "a0"}
    if field.kind is FieldKind.DATE and field.name in ("approved_on", "held_on"):
        return {field.name: date(2020, 10, 8)}
    return {field.name: 0} if field.required and field.kind is FieldKind.NUMBER else {}


def classes() -> Iterator[type[Record]]:
    """The classes of records in which something can be typed, those that others point at first; no files, whose bytes
    would be asked for."""
    for table in record_tables():
        kind = record_class(table)
        has_text = any(field.kind in _TEXTS for field in kind.fields)
        if has_text and table not in _ONE_OF_A_KIND and table != "attachment":
            yield kind


def fill(file: RoadmapFile, strings: tuple[str, ...]) -> None:
    """A record of every class for each string, edited once more, so that history has it as well; each edit's label
    quotes the string."""
    for text in strings:
        keys: dict[str, str] = {}
        with file.edit(f"Добавлено: запись «{text}»") as edit:
            made = []
            for kind in classes():
                record = kind(**values_of(kind, text, keys))
                edit.add(record)
                edit.flush()
                keys[kind.__tablename__] = record.id
                made.append((kind, record.id))
        with file.edit(f"Объединение с копией «{text}»") as edit:
            for kind, id_ in made[::3]:
                record = edit.get(kind, id_)
                for field in kind.fields:
                    if field.kind in _TEXTS and not field.required and field.name != "due_dates":
                        setattr(record, field.name, "")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("strings") / "карта.roadmap"
    create_empty(path, school_year("2020"))
    with open_roadmap(path) as file:
        fill(file, STRINGS)
    return path


@pytest.fixture(scope="module")
def copied(filled: Path) -> tuple[Path, CopyReport]:
    copy = filled.with_name("копия.roadmap")
    with open_roadmap(filled) as file:
        plan = read_plan(file)
    return copy, save_copy(filled, copy, plan, CopyRequest(without_personal=True))


def in_one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text)


def texts_of(path: Path) -> Iterator[tuple[tuple[str, str, str], str]]:
    """Every text of the file with its place, former ones too."""
    with closing(sqlite3.connect(path)) as connection:
        for table in record_tables():
            cursor = connection.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            for row in cursor:
                values = dict(zip(names, row, strict=True))
                yield from (
                    ((table, values["id"], name), value)
                    for name, value in values.items()
                    if isinstance(value, str)
                )
        for table, id_, name, *sides in connection.execute(
            "SELECT table_name, record_id, field, old, new FROM change"
        ):
            for side in filter(None, sides):
                value = json.loads(side)
                for field, text in [(name, value)] if name else value.items():
                    if isinstance(text, str):
                        yield (table, id_, field), text


def test_every_place_that_still_says_it_was_told(filled: Path, copied: tuple[Path, CopyReport]) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        told = {mention.place for mention in find_personal_data(connection).mentions}
    places = {place for place, text in texts_of(copied[0]) if text in STRINGS}
    assert places
    assert places <= told


@pytest.mark.parametrize("text", STRINGS)
def test_each_string_is_gone_or_told(copied: tuple[Path, CopyReport], text: str) -> None:
    copy, report = copied
    told = "\n".join(remark.line for remark in (*report.stays, *report.perhaps))
    is_gone = text.encode() not in copy.read_bytes()
    assert is_gone or in_one_line(text) in told


def test_no_label_and_no_personal_field_is_left(copied: tuple[Path, CopyReport]) -> None:
    with closing(sqlite3.connect(copied[0])) as connection:
        labels = {row[0] for row in connection.execute("SELECT label FROM change_set")}
        performers = {row[0] for row in connection.execute("SELECT name FROM performer")}
        certificates = {row[0] for row in connection.execute("SELECT certificate FROM plan_step")}
    assert NEUTRAL_LABEL in labels
    assert not [label for label in labels if "«" in label]
    assert performers == {""}
    assert certificates == {""}


def test_the_dialog_is_told_before_what_the_copy_is_told_after(
    filled: Path, copied: tuple[Path, CopyReport]
) -> None:
    with open_roadmap(filled) as file:
        plan = read_plan(file)
    assert preview_copy(filled, plan, CopyRequest(without_personal=True)) == copied[1]


def test_the_command_line_tells_all_of_it(filled: Path) -> None:
    copy = filled.with_name("командой.roadmap")
    ran = subprocess.run(
        [sys.executable, "-m", "roadmap_desktop", "copy", str(filled), str(copy), "--without-personal-data"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    content, lost = copy.read_bytes(), 0
    for text in STRINGS:
        lost += text.encode() in content and in_one_line(text) not in in_one_line(ran.stdout)
    print(f"personal strings {len(STRINGS)} in {len(list(classes()))} tables, left unannounced {lost}")
    assert lost == 0
